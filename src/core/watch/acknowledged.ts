import { edate } from "../calendar/days";
import type { WatchRule } from "../figures";
import type { Action } from "../records";
import type { Day } from "../units";

const rules: readonly WatchRule[] = ["lost", "churn", "decline", "growing", "silence"];
const none: readonly WatchRule[] = [];

/** Source of the Actions row that says that somebody took note of a fired rule; the same in every language. */
export const acknowledgementOf = (rule: WatchRule): string => `acknowledged:${rule}`;

/**
 * Rules of an account that somebody took note of (S97): a done action says so. It holds for as many months as there
 * are between two reviews; a rule that still fires then warns again.
 */
export function acknowledgedRules(
  actions: readonly Action[],
  asOf: Day,
  months: number,
): readonly WatchRule[] {
  if (actions.length === 0) return none;
  return rules.filter((rule) =>
    actions.some(
      ({ source, doneOn }) =>
        source === acknowledgementOf(rule) &&
        doneOn !== null &&
        doneOn <= asOf &&
        edate(doneOn, months) > asOf,
    ),
  );
}
