import type { PurchaseMetrics } from "../figures";
import type { Day, Money, Ratio } from "../units";
import { median } from "../statistics/order-statistics";
import type { CountedPurchase } from "./counted-purchases";
import { addDay, emptyTally, type DayTally } from "./day-tally";
import { monthsBack, type Windows } from "./windows";

export interface MetricsContext {
  readonly windows: Windows;
  readonly grossMargin: Ratio | null;
  readonly breadthOf: "category" | "product";
  readonly oldestPurchase: Day | null;
}

/**
 * Every purchase figure of one account. `purchases` are its counted rows in any order. A *purchase day* is a date
 * whose amounts sum to more than zero, so a refund of the same day takes the day away.
 */
export function purchaseMetrics(
  purchases: readonly CountedPurchase[],
  context: MetricsContext,
): PurchaseMetrics {
  const { windows } = context;
  const tally = tallyOf(purchases, windows);
  const { monthly, first, last } = tally;
  const sums = {
    amount180: clean(tally.amount180),
    amount180Before: clean(tally.amount180Before),
    amount90: clean(tally.amount90),
    amount90Before: clean(tally.amount90Before),
  };
  return {
    revenue12: clean(sumOf(monthly, 0, 12)),
    revenueBefore: clean(sumOf(monthly, 12, monthsBack)),
    profit12: profit12(purchases, context),
    purchaseDays12: tally.days12,
    purchaseDays24: tally.recentDays.length,
    months12: tally.months12,
    breadth12: breadthOf(purchases, context),
    firstPurchase: first,
    lastPurchase: last,
    daysSinceLast: last === null ? null : windows.asOf - last,
    ...sums,
    growth180: growthOf(sums, context),
    days90: tally.days90,
    days90Before: tally.days90Before,
    medianInterval: medianInterval(tally.recentDays),
    monthly: monthly.map(clean),
  };
}

/** The profit of a purchase can be reckoned: by its cost, or by the gross margin of the settings. */
export function hasProfit({ cost }: CountedPurchase, grossMargin: Ratio | null): boolean {
  return cost !== null || grossMargin !== null;
}

/**
 * Profit of the last 12 months; null as soon as one purchase has neither a cost nor a margin to reckon with. Summed from
 * the smallest up, so that the order of the rows does not show.
 */
function profit12(
  purchases: readonly CountedPurchase[],
  { windows, grossMargin }: MetricsContext,
): Money | null {
  const profits: Money[] = [];
  for (const purchase of purchases) {
    if (windows.monthOf(purchase.date) > 12) continue;
    if (!hasProfit(purchase, grossMargin)) return null;
    const { amount, cost } = purchase;
    profits.push(cost === null ? amount * (grossMargin ?? 0) : amount - cost);
  }
  profits.sort(ascending);
  return clean(sumOf(profits, 0, profits.length));
}

/** The amounts of each date, summed from the smallest up, in the order of the dates. */
function tallyOf(purchases: readonly CountedPurchase[], windows: Windows): DayTally {
  const tally = emptyTally();
  const sorted = purchases.slice().sort(byDay);
  let index = 0;
  while (index < sorted.length) {
    const day = sorted[index]?.date ?? 0;
    let net = 0;
    for (; sorted[index]?.date === day; index += 1) net += sorted[index]?.amount ?? 0;
    addDay(tally, day, clean(net), windows);
  }
  return tally;
}

function growthOf(
  { amount180, amount180Before }: { amount180: Money; amount180Before: Money },
  { windows, oldestPurchase }: MetricsContext,
): Ratio | null {
  if (amount180Before <= 0 || !windows.hasHistory(360, oldestPurchase)) return null;
  return amount180 / amount180Before - 1;
}

function breadthOf(purchases: readonly CountedPurchase[], { breadthOf, windows }: MetricsContext): number {
  const bought = new Set<string>();
  for (const purchase of purchases) {
    const name = purchase[breadthOf];
    if (name !== "" && purchase.amount > 0 && windows.monthOf(purchase.date) <= 12) bought.add(name);
  }
  return bought.size;
}

/** Days between neighbouring purchase days; null with fewer than two intervals. */
function medianInterval(days: readonly Day[]): number | null {
  const intervals = days.slice(1).map((day, index) => day - (days[index] ?? day));
  return intervals.length < 2 ? null : median(intervals);
}

function sumOf(values: readonly number[], from: number, to: number): number {
  let total = 0;
  for (let index = from; index < to; index += 1) total += values[index] ?? 0;
  return total;
}

function byDay(a: CountedPurchase, b: CountedPurchase): number {
  return a.date - b.date || a.amount - b.amount;
}

function ascending(a: number, b: number): number {
  return a - b;
}

/**
 * Takes the dust of binary addition off a sum of amounts (10⁻⁶ of the currency), so that the order of the rows
 * never shows in a figure and a fully refunded day is exactly zero.
 */
function clean(amount: Money): Money {
  return Math.round(amount * 1e6) / 1e6 || 0;
}
