import type { PurchaseMetrics } from "../figures";
import { medianOfFirst, sumAscending } from "../statistics/sort-in-place";
import type { Money, Ratio } from "../units";
import type { CountedPurchases } from "./counted-purchases";
import { DayTally } from "./day-tally";
import { monthsBack, type Windows } from "./windows";
import { withoutDust } from "./without-dust";

/**
 * Works out every purchase figure of one account after the other. A *purchase day* is a date whose amounts sum to more
 * than zero, so a refund of the same day takes the day away.
 */
export class PurchaseMeter {
  private readonly counted: CountedPurchases;
  private readonly windows: Windows;
  private readonly grossMargin: Ratio | null;
  private readonly fullHistory360: boolean;
  private readonly tally: DayTally;
  /** Amounts to be summed from the smallest up. */
  private readonly summed: Float64Array;
  /** The last place at which each category was met. */
  private readonly metAt: Int32Array;
  private revenue: Money = 0;
  private withoutProfit: Money = 0;

  constructor(counted: CountedPurchases, windows: Windows, grossMargin: Ratio | null) {
    this.counted = counted;
    this.windows = windows;
    this.grossMargin = grossMargin;
    this.fullHistory360 = windows.hasHistory(360, counted.oldest);
    const most = mostRows(counted);
    this.tally = new DayTally(windows, most);
    this.summed = new Float64Array(most);
    this.metAt = new Int32Array(counted.breadth + 1).fill(-1);
  }

  /** Profit is missing for more than half of the revenue of 12 months of the accounts so far. */
  get byRevenue(): boolean {
    return this.withoutProfit > this.revenue / 2;
  }

  /** The figures of the account at `place`. */
  metricsOf(place: number): PurchaseMetrics {
    const { starts } = this.counted.order;
    const end = starts[place + 1] ?? 0;
    const recent = this.tallyDays(starts[place] ?? 0, end);
    const tally = this.tally;
    const amount180 = withoutDust(tally.amount180);
    const amount180Before = withoutDust(tally.amount180Before);
    return {
      revenue12: withoutDust(sumOf(tally.monthly, 0, 12)),
      revenueBefore: withoutDust(sumOf(tally.monthly, 12, monthsBack)),
      profit12: this.profitOf(recent, end),
      purchaseDays12: tally.days12,
      purchaseDays24: tally.days24,
      months12: tally.months12,
      breadth12: this.breadthOf(recent, end, place),
      firstPurchase: tally.first,
      lastPurchase: tally.last,
      daysSinceLast: tally.last === null ? null : this.windows.asOf - tally.last,
      amount180,
      amount180Before,
      growth180: amount180Before <= 0 || !this.fullHistory360 ? null : amount180 / amount180Before - 1,
      amount90: withoutDust(tally.amount90),
      amount90Before: withoutDust(tally.amount90Before),
      days90: tally.days90,
      days90Before: tally.days90Before,
      medianInterval: tally.intervals < 2 ? null : medianOfFirst(tally.between, tally.intervals),
      monthly: monthsOf(tally),
    };
  }

  /** Adds up the days of the rows `from` … `end` − 1; where among them the last 12 months begin. */
  private tallyDays(from: number, end: number): number {
    const { order, days } = this.counted;
    this.tally.clear();
    let recent = end;
    for (let first = from; first < end;) {
      const day = days[order.rows[first] ?? 0] ?? 0;
      let next = first + 1;
      while (next < end && days[order.rows[next] ?? 0] === day) next += 1;
      const month = this.windows.monthOf(day);
      this.tally.add(day, month, this.netOf(first, next));
      if (month <= 12 && recent === end) recent = first;
      first = next;
    }
    return recent;
  }

  /** The amounts of a day, from the smallest up. */
  private netOf(from: number, end: number): Money {
    const { order, amounts } = this.counted;
    if (end - from === 1) return withoutDust(amounts[order.rows[from] ?? 0] ?? 0);
    for (let at = from; at < end; at += 1) this.summed[at - from] = amounts[order.rows[at] ?? 0] ?? 0;
    return withoutDust(sumAscending(this.summed, end - from));
  }

  /** Null as soon as one purchase has neither a cost nor a margin to reckon with. */
  private profitOf(from: number, end: number): Money | null {
    const { order, amounts, costs } = this.counted;
    let known = true;
    for (let at = from; at < end; at += 1) {
      const row = order.rows[at] ?? 0;
      const amount = amounts[row] ?? 0;
      const cost = costs[row] ?? Number.NaN;
      this.revenue += amount;
      if (!Number.isNaN(cost)) this.summed[at - from] = amount - cost;
      else if (this.grossMargin !== null) this.summed[at - from] = amount * this.grossMargin;
      else {
        known = false;
        this.withoutProfit += amount;
      }
    }
    return known ? withoutDust(sumAscending(this.summed, end - from)) : null;
  }

  /** Distinct categories with an amount above zero. */
  private breadthOf(from: number, end: number, place: number): number {
    const { order, amounts, kinds } = this.counted;
    let breadth = 0;
    for (let at = from; at < end; at += 1) {
      const row = order.rows[at] ?? 0;
      const kind = kinds[row] ?? 0;
      if (kind === 0 || (amounts[row] ?? 0) <= 0 || this.metAt[kind] === place) continue;
      this.metAt[kind] = place;
      breadth += 1;
    }
    return breadth;
  }
}

/** Rows of the account that has most of them. */
function mostRows({ order: { starts } }: CountedPurchases): number {
  let most = 0;
  for (let place = 1; place < starts.length; place += 1)
    most = Math.max(most, (starts[place] ?? 0) - (starts[place - 1] ?? 0));
  return most;
}

function monthsOf({ monthly }: DayTally): Money[] {
  const months = new Array<Money>(monthsBack);
  for (let month = 0; month < monthsBack; month += 1) months[month] = withoutDust(monthly[month] ?? 0);
  return months;
}

function sumOf(values: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let index = from; index < to; index += 1) total += values[index] ?? 0;
  return total;
}
