import { medianOfFirst, sumAscending } from "../statistics/sort-in-place";
import type { Money, Ratio } from "../units";
import type { CountedPurchases } from "./counted-purchases";
import { DayTally } from "./day-tally";
import type { MetricColumns } from "./metric-columns";
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

  /** Puts the figures of the account at `place` into their columns. */
  measure(place: number, into: MetricColumns): void {
    const { starts } = this.counted;
    const end = starts[place + 1] ?? 0;
    const recent = this.tallyDays(starts[place] ?? 0, end);
    const tally = this.tally;
    const amount180 = withoutDust(tally.amount180);
    const amount180Before = withoutDust(tally.amount180Before);
    const grown = amount180Before > 0 && this.fullHistory360;
    into.revenue12[place] = withoutDust(sumOf(tally.monthly, 0, 12));
    into.revenueBefore[place] = withoutDust(sumOf(tally.monthly, 12, monthsBack));
    into.profit12[place] = this.profitOf(recent, end);
    into.purchaseDays12[place] = tally.days12;
    into.purchaseDays24[place] = tally.days24;
    into.months12[place] = tally.months12;
    into.breadth12[place] = this.breadthOf(recent, end, place);
    into.firstPurchase[place] = tally.first;
    into.lastPurchase[place] = tally.last;
    into.daysSinceLast[place] = this.windows.asOf - tally.last;
    into.amount180[place] = amount180;
    into.amount180Before[place] = amount180Before;
    into.growth180[place] = grown ? amount180 / amount180Before - 1 : Number.NaN;
    into.amount90[place] = withoutDust(tally.amount90);
    into.amount90Before[place] = withoutDust(tally.amount90Before);
    into.days90[place] = tally.days90;
    into.days90Before[place] = tally.days90Before;
    into.medianInterval[place] =
      tally.intervals < 2 ? Number.NaN : medianOfFirst(tally.between, tally.intervals);
    for (let month = 0; month < monthsBack; month += 1) {
      const amount = tally.monthly[month] ?? 0;
      if (amount !== 0) into.monthly[place * monthsBack + month] = withoutDust(amount);
    }
  }

  /** Adds up the days of the rows `from` … `end` − 1; where among them the last 12 months begin. */
  private tallyDays(from: number, end: number): number {
    const { days } = this.counted;
    this.tally.clear();
    let recent = end;
    for (let first = from; first < end;) {
      const day = days[first] ?? 0;
      let next = first + 1;
      while (next < end && days[next] === day) next += 1;
      const month = this.windows.monthOf(day);
      this.tally.add(day, month, this.netOf(first, next));
      if (month <= 12 && recent === end) recent = first;
      first = next;
    }
    return recent;
  }

  /** The amounts of a day, from the smallest up. */
  private netOf(from: number, end: number): Money {
    const { amounts } = this.counted;
    if (end - from === 1) return withoutDust(amounts[from] ?? 0);
    for (let at = from; at < end; at += 1) this.summed[at - from] = amounts[at] ?? 0;
    return withoutDust(sumAscending(this.summed, end - from));
  }

  /** NaN as soon as one purchase has neither a cost nor a margin to reckon with. */
  private profitOf(from: number, end: number): Money {
    const { amounts, costs } = this.counted;
    let known = true;
    for (let at = from; at < end; at += 1) {
      const amount = amounts[at] ?? 0;
      const cost = costs[at] ?? Number.NaN;
      this.revenue += amount;
      if (!Number.isNaN(cost)) this.summed[at - from] = amount - cost;
      else if (this.grossMargin !== null) this.summed[at - from] = amount * this.grossMargin;
      else {
        known = false;
        this.withoutProfit += amount;
      }
    }
    return known ? withoutDust(sumAscending(this.summed, end - from)) : Number.NaN;
  }

  /** Distinct categories with an amount above zero. */
  private breadthOf(from: number, end: number, place: number): number {
    const { amounts, kinds } = this.counted;
    let breadth = 0;
    for (let at = from; at < end; at += 1) {
      const kind = kinds[at] ?? 0;
      if (kind === 0 || (amounts[at] ?? 0) <= 0 || this.metAt[kind] === place) continue;
      this.metAt[kind] = place;
      breadth += 1;
    }
    return breadth;
  }
}

/** Rows of the account that has most of them. */
function mostRows({ starts }: CountedPurchases): number {
  let most = 0;
  for (let place = 1; place < starts.length; place += 1)
    most = Math.max(most, (starts[place] ?? 0) - (starts[place - 1] ?? 0));
  return most;
}

function sumOf(values: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let index = from; index < to; index += 1) total += values[index] ?? 0;
  return total;
}
