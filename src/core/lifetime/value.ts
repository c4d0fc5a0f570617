import type { Money, Ratio } from "../units";
import { expectedPurchases } from "./bg-forecast";
import type { BgParameters, BuyingHistory } from "./bg-likelihood";

export interface Retained {
  /** Margin per period. */
  readonly margin: Money;
  readonly retention: Ratio;
  readonly discount: number;
  readonly growth: number;
}

/**
 * Value of a customer by constant retention. `end`: margins come at the end of each period, the first at risk; `start`:
 * at the start, the first for sure. `horizon` null is for ever; null then where the sum has no end.
 */
export function retainedValue(
  { margin, retention, discount, growth }: Retained,
  horizon: number | null,
  timing: "end" | "start",
): Money | null {
  const first = timing === "start" ? margin : (margin * retention) / (1 + discount);
  const ratio = (retention * (1 + growth)) / (1 + discount);
  if (horizon === null) return ratio < 1 ? first / (1 - ratio) : null;
  // The closed form loses its digits where the ratio comes close to one.
  if (Math.abs(1 - ratio) < 1e-6) {
    let sum = 0;
    for (let period = 0; period < horizon; period += 1) sum += first * ratio ** period;
    return sum;
  }
  return (first * (1 - ratio ** horizon)) / (1 - ratio);
}

/** How many units of the fit make a month. */
const unitsPerMonth = { week: 4.345, day: 30.415, month: 1 } as const;
export type TimeUnit = keyof typeof unitsPerMonth;

/** Discounted value of the purchases expected in the next months; `spend` is what one of them is worth. */
export function expectedValue(
  parameters: BgParameters,
  history: BuyingHistory,
  spend: Money,
  terms: {
    readonly months: number;
    readonly discount: number;
    readonly margin: Ratio;
    readonly unit: TimeUnit;
  },
): Money {
  const step = unitsPerMonth[terms.unit];
  let value = 0;
  let before = 0;
  for (let month = 1; month <= terms.months; month += 1) {
    const until = expectedPurchases(parameters, month * step, history);
    value += ((until - before) * spend * terms.margin) / (1 + terms.discount) ** month;
    before = until;
  }
  return value;
}
