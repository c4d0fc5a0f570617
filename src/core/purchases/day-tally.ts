import type { Day, Money } from "../units";
import { monthsBack, type Windows } from "./windows";

/** What the days of one account add up to, window by window. Sums are not rounded yet. Cleared for the next account. */
export class DayTally {
  /** Months 1…24 back from the as-of day, newest first. */
  readonly monthly = new Float64Array(monthsBack);
  /** Days between neighbouring purchase days of the last 24 months, of which there are `intervals`. */
  readonly between: Float64Array;
  intervals = 0;
  /** First and last purchase day; NaN without one. */
  first: Day = Number.NaN;
  last: Day = Number.NaN;
  days12 = 0;
  days24 = 0;
  months12 = 0;
  days90 = 0;
  days90Before = 0;
  amount90: Money = 0;
  amount90Before: Money = 0;
  amount180: Money = 0;
  amount180Before: Money = 0;
  private readonly windows: Windows;

  /** No account has more than `mostDays` days. */
  constructor(windows: Windows, mostDays: number) {
    this.windows = windows;
    this.between = new Float64Array(mostDays);
  }

  clear(): void {
    this.monthly.fill(0);
    this.first = Number.NaN;
    this.last = Number.NaN;
    this.intervals = 0;
    this.days12 = 0;
    this.days24 = 0;
    this.months12 = 0;
    this.days90 = 0;
    this.days90Before = 0;
    this.amount90 = 0;
    this.amount90Before = 0;
    this.amount180 = 0;
    this.amount180Before = 0;
  }

  /** Adds a date of month `month` with its net amount. Dates come oldest first, each once. */
  add(day: Day, month: number, net: Money): void {
    const windows = this.windows;
    if (month >= 1 && month <= monthsBack) this.monthly[month - 1] = (this.monthly[month - 1] ?? 0) + net;
    if (windows.inLast(180, day)) this.amount180 += net;
    else if (windows.inBefore(180, day)) this.amount180Before += net;
    if (windows.inLast(90, day)) this.amount90 += net;
    else if (windows.inBefore(90, day)) this.amount90Before += net;
    if (net > 0) this.addPurchaseDay(day, month);
  }

  /** A purchase day is one whose amounts sum to more than zero. */
  private addPurchaseDay(day: Day, month: number): void {
    const before = this.last;
    if (Number.isNaN(before)) this.first = day;
    this.last = day;
    if (month > monthsBack) return;
    if (this.days24 > 0) {
      this.between[this.intervals] = day - before;
      this.intervals += 1;
    }
    this.days24 += 1;
    if (month <= 12) {
      this.days12 += 1;
      if (Number.isNaN(before) || this.windows.monthOf(before) !== month) this.months12 += 1;
    }
    if (this.windows.inLast(90, day)) this.days90 += 1;
    else if (this.windows.inBefore(90, day)) this.days90Before += 1;
  }
}
