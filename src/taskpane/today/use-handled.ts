import { useState } from "react";
import type { Undoable } from "../../workbook/daily-verbs";
import type { Issue, Outcome } from "../../workbook/outcome";
import { useAnnouncer } from "../announcer";
import { useCard } from "../card-context";
import { issueSentence } from "../issue-sentence";
import { useTexts } from "../language";

type TodaySection = "touches" | "promises" | "warnings";

/** A line of Today as it can be found again, and where it stood. */
export interface TodayLine {
  readonly key: string;
  readonly section: TodaySection;
  readonly index: number;
  readonly name: string;
}

export interface HandledLine extends TodayLine {
  /** What was done, as the line says it. */
  readonly said: string;
  readonly state: "busy" | "done" | "undoing" | "failed";
  readonly undo: Undoable | null;
  readonly issue: Issue | null;
}

export interface Handled {
  readonly lines: readonly HandledLine[];
  lineOf(key: string): HandledLine | undefined;
  act(line: TodayLine, said: string, verb: () => Promise<Outcome<Undoable>>): Promise<void>;
  undo(line: HandledLine): Promise<void>;
}

/**
 * Lines that were handled since Today was opened: each stays in its place with an Undo, so that nothing jumps. What was
 * written stands in the workbook; only the place and the way back are kept here.
 */
export function useHandled(): Handled {
  const [lines, setLines] = useState<readonly HandledLine[]>([]);
  const card = useCard();
  const texts = useTexts();
  const announcer = useAnnouncer();
  const put = (line: HandledLine): void =>
    setLines((known) => [...known.filter(({ key }) => key !== line.key), line]);
  const fail = (line: HandledLine, issue: Issue): void => {
    put({ ...line, state: line.undo ? "done" : "failed", issue });
    announcer.alert(issueSentence(texts, issue));
  };
  return {
    lines,
    lineOf: (key) => lines.find((line) => line.key === key),
    act: async (where, said, verb) => {
      const line: HandledLine = { ...where, said, state: "busy", undo: null, issue: null };
      put(line);
      const outcome = await verb();
      if (!outcome.ok) return fail(line, outcome.issue);
      put({ ...line, state: "done", undo: outcome.value });
      announcer.say([where.name, said].join(texts("separator")));
    },
    undo: async (line) => {
      if (!line.undo) return;
      put({ ...line, state: "undoing", issue: null });
      const outcome = await card.daily.undo(line.undo);
      if (!outcome.ok) return fail(line, outcome.issue);
      setLines((known) => known.filter(({ key }) => key !== line.key));
      announcer.say([line.name, texts("today.undone")].join(texts("separator")));
    },
  };
}

/** What stands in a section: its rows, with handled lines in the places where they were handled. */
export function placed<Row extends { readonly key: string }>(
  rows: readonly Row[],
  lines: readonly HandledLine[],
): readonly (Row | HandledLine)[] {
  const present = new Set(rows.map(({ key }) => key));
  // A busy or failed line is its own row as long as that is there.
  const standing = lines.filter(
    ({ key, state }) => !present.has(key) || state === "done" || state === "undoing",
  );
  const replaced = new Set(standing.map(({ key }) => key));
  const result: (Row | HandledLine)[] = rows.filter(({ key }) => !replaced.has(key));
  for (const line of [...standing].sort((a, b) => a.index - b.index)) {
    if (line.state !== "failed") result.splice(Math.min(line.index, result.length), 0, line);
  }
  return result;
}
