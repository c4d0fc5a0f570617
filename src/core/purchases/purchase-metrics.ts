import type { PurchaseMetrics } from "../figures";
import type { Day, Money, Ratio } from "../units";
import { median } from "../statistics/order-statistics";
import type { CountedPurchase } from "./counted-purchases";
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
  const days = netByDay(purchases);
  const purchaseDays = days.filter(([, net]) => net > 0).map(([day]) => day);
  const recentDays = purchaseDays.filter((day) => windows.monthOf(day) <= monthsBack);
  const days12 = purchaseDays.filter((day) => windows.monthOf(day) <= 12);
  const monthly = monthlyAmounts(days, windows);
  const sums = windowSums(days, windows);
  const last = purchaseDays.at(-1) ?? null;
  return {
    revenue12: clean(sum(monthly.slice(0, 12))),
    revenueBefore: clean(sum(monthly.slice(12))),
    profit12: profitOf(
      purchases.filter(({ date }) => windows.monthOf(date) <= 12),
      context.grossMargin,
    ),
    purchaseDays12: days12.length,
    purchaseDays24: recentDays.length,
    months12: new Set(days12.map((day) => windows.monthOf(day))).size,
    breadth12: breadthOf(purchases, context),
    firstPurchase: purchaseDays[0] ?? null,
    lastPurchase: last,
    daysSinceLast: last === null ? null : windows.asOf - last,
    ...sums,
    growth180: growthOf(sums, context),
    days90: purchaseDays.filter((day) => windows.inLast(90, day)).length,
    days90Before: purchaseDays.filter((day) => windows.inBefore(90, day)).length,
    medianInterval: medianInterval(recentDays),
    monthly: monthly.map(clean),
  };
}

/** The profit of a purchase can be reckoned: by its cost, or by the gross margin of the settings. */
export function hasProfit({ cost }: CountedPurchase, grossMargin: Ratio | null): boolean {
  return cost !== null || grossMargin !== null;
}

/** Profit of some purchases; null as soon as one of them has neither a cost nor a margin to reckon with. */
function profitOf(purchases: readonly CountedPurchase[], grossMargin: Ratio | null): Money | null {
  if (!purchases.every((purchase) => hasProfit(purchase, grossMargin))) return null;
  const profits = purchases.map(({ amount, cost }) =>
    cost === null ? amount * (grossMargin ?? 0) : amount - cost,
  );
  return clean(sum(profits.sort(ascending)));
}

/** Net amount of each date, oldest first. */
function netByDay(purchases: readonly CountedPurchase[]): [Day, Money][] {
  const amounts = new Map<Day, Money[]>();
  for (const { date, amount } of purchases) {
    const known = amounts.get(date);
    if (known) known.push(amount);
    else amounts.set(date, [amount]);
  }
  return [...amounts]
    .map(([day, parts]): [Day, Money] => [day, clean(sum(parts.sort(ascending)))])
    .sort(([a], [b]) => a - b);
}

function monthlyAmounts(days: readonly (readonly [Day, Money])[], windows: Windows): Money[] {
  const monthly = new Array<Money>(monthsBack).fill(0);
  for (const [day, net] of days) {
    const month = windows.monthOf(day);
    if (month >= 1 && month <= monthsBack) monthly[month - 1] = (monthly[month - 1] ?? 0) + net;
  }
  return monthly;
}

function windowSums(days: readonly (readonly [Day, Money])[], windows: Windows) {
  const within = (inside: (day: Day) => boolean): Money =>
    clean(sum(days.filter(([day]) => inside(day)).map(([, net]) => net)));
  return {
    amount180: within((day) => windows.inLast(180, day)),
    amount180Before: within((day) => windows.inBefore(180, day)),
    amount90: within((day) => windows.inLast(90, day)),
    amount90Before: within((day) => windows.inBefore(90, day)),
  };
}

function growthOf(
  { amount180, amount180Before }: { amount180: Money; amount180Before: Money },
  { windows, oldestPurchase }: MetricsContext,
): Ratio | null {
  if (amount180Before <= 0 || !windows.hasHistory(360, oldestPurchase)) return null;
  return amount180 / amount180Before - 1;
}

function breadthOf(purchases: readonly CountedPurchase[], context: MetricsContext): number {
  const bought = new Set<string>();
  for (const purchase of purchases) {
    const name = purchase[context.breadthOf];
    if (name !== "" && purchase.amount > 0 && context.windows.monthOf(purchase.date) <= 12) bought.add(name);
  }
  return bought.size;
}

/** Days between neighbouring purchase days; null with fewer than two intervals. */
function medianInterval(days: readonly Day[]): number | null {
  const intervals = days.slice(1).map((day, index) => day - (days[index] ?? day));
  return intervals.length < 2 ? null : median(intervals);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
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
