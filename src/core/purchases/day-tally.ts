import type { Day, Money } from "../units";
import { monthsBack, type Windows } from "./windows";

/** What the days of one account add up to, window by window. Sums are not rounded yet. */
export interface DayTally {
  /** Months 1…24 back from the as-of day, newest first. */
  readonly monthly: Money[];
  /** Purchase days of the last 24 months, oldest first. */
  readonly recentDays: Day[];
  first: Day | null;
  last: Day | null;
  days12: number;
  months12: number;
  days90: number;
  days90Before: number;
  amount90: Money;
  amount90Before: Money;
  amount180: Money;
  amount180Before: Money;
}

export const emptyTally = (): DayTally => ({
  monthly: new Array<Money>(monthsBack).fill(0),
  recentDays: [],
  first: null,
  last: null,
  days12: 0,
  months12: 0,
  days90: 0,
  days90Before: 0,
  amount90: 0,
  amount90Before: 0,
  amount180: 0,
  amount180Before: 0,
});

/** Adds a date with its net amount. Dates come oldest first, each once. */
export function addDay(tally: DayTally, day: Day, net: Money, windows: Windows): void {
  const month = windows.monthOf(day);
  if (month >= 1 && month <= monthsBack) tally.monthly[month - 1] = (tally.monthly[month - 1] ?? 0) + net;
  if (windows.inLast(180, day)) tally.amount180 += net;
  else if (windows.inBefore(180, day)) tally.amount180Before += net;
  if (windows.inLast(90, day)) tally.amount90 += net;
  else if (windows.inBefore(90, day)) tally.amount90Before += net;
  if (net > 0) addPurchaseDay(tally, day, month, windows);
}

/** A purchase day is one whose amounts sum to more than zero. */
function addPurchaseDay(tally: DayTally, day: Day, month: number, windows: Windows): void {
  const before = tally.last;
  tally.first ??= day;
  tally.last = day;
  if (month > monthsBack) return;
  tally.recentDays.push(day);
  if (month <= 12) {
    tally.days12 += 1;
    if (before === null || windows.monthOf(before) !== month) tally.months12 += 1;
  }
  if (windows.inLast(90, day)) tally.days90 += 1;
  else if (windows.inBefore(90, day)) tally.days90Before += 1;
}
