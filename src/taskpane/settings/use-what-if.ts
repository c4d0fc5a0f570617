import { useDeferredValue, useEffect, useMemo } from "react";
import type { CardModel } from "../../core/figures";
import type { Rules } from "../../core/judge-account";
import { tryRules, type ColumnFigures, type WhatIf } from "../../core/what-if/try-rules";
import { useAnnouncer } from "../announcer";
import { usePaneLanguage } from "../language";
import { totalOf } from "./tier-total";

/** Said once typing has rested this long. */
const restMilliseconds = 500;

/**
 * Who would move under these rules. The figures follow what is typed a moment later, so that a key never waits for them.
 */
export function useWhatIf(model: CardModel, rules: Rules, columns: ColumnFigures): WhatIf {
  const tried = useDeferredValue(rules);
  return useMemo(() => tryRules(model, tried, columns), [model, tried, columns]);
}

/** Reads out what moves, after a rest and not for the rules in force. */
export function useSaidMoves({ movers, now, then }: WhatIf, touched: boolean): void {
  const { texts } = usePaneLanguage();
  const announcer = useAnnouncer();
  const sentence = touched
    ? texts("whatIf.said", {
        count: movers.length,
        before: totalOf(now, "important").accounts,
        after: totalOf(then, "important").accounts,
      })
    : "";
  useEffect(() => {
    if (sentence === "") return;
    const timer = window.setTimeout(() => announcer.say(sentence), restMilliseconds);
    return () => window.clearTimeout(timer);
  }, [announcer, sentence]);
}
