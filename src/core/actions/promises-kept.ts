import { edate } from "../calendar/days";
import type { Action } from "../records";
import { onTimeOf } from "../service/on-time";
import type { Day, Ratio } from "../units";

/**
 * Share of the promises that fell due within 12 months and were kept by their day; null without any. A dropped promise
 * does not count, nor does one said to be done without a day: nobody knows whether it was in time.
 */
export function promisesKept(actions: readonly Action[], asOf: Day): Ratio | null {
  const from = edate(asOf, -12);
  const due = actions.flatMap(({ promise, due, doneOn, status }) => {
    if (!promise || due === null || due <= from || due > asOf || status === "dropped") return [];
    const done = doneOn !== null && doneOn <= asOf ? doneOn : null;
    return done === null && status === "done" ? [] : [{ due, done }];
  });
  const { onTime, n } = onTimeOf(due, asOf);
  return n === 0 ? null : onTime / n;
}
