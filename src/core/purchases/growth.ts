import { edate } from "../calendar/days";
import type { PurchaseMetrics } from "../figures";
import type { Day, Money, Ratio } from "../units";
import { withoutDust } from "./without-dust";

/** First and last purchase day of the whole workbook; null without any purchase. */
export interface DataRange {
  readonly oldestPurchase: Day | null;
  readonly newestPurchase: Day | null;
}

/** Why a period is not whole: the data begin after its first day, or end before its last month. */
type Gap = "begins-late" | "ends-early" | "no-data";

/** Whole months of the model, both days included. */
export interface GrowthPeriod {
  readonly from: Day;
  readonly to: Day;
  readonly amount: Money;
  /** null: the data of the workbook cover the period. */
  readonly gap: Gap | null;
}

/** 12 months and 3 months on the same period last year (同比); 3 months on those before (环比). */
export type GrowthId = "year" | "quarter-on-year" | "quarter-on-quarter";

export interface Growth {
  readonly id: GrowthId;
  readonly now: GrowthPeriod;
  readonly base: GrowthPeriod;
  /** now ÷ base − 1; null where a period is not whole, or nothing was bought in the base (net amount ≤ 0). */
  readonly change: Ratio | null;
}

/** Which months, counted back from the as-of day from 0: `now` and `base` begin there and last `months`. */
const comparisons: readonly { readonly id: GrowthId; readonly base: number; readonly months: number }[] = [
  { id: "year", base: 12, months: 12 },
  { id: "quarter-on-year", base: 12, months: 3 },
  { id: "quarter-on-quarter", base: 3, months: 3 },
];

/**
 * Growth of an account with the days of both periods. Months are those of the metrics: they end on the as-of day. No
 * change is told out of a period that the workbook's data cover in part only.
 */
export const growthOf = (
  { monthly }: Pick<PurchaseMetrics, "monthly">,
  asOf: Day,
  range: DataRange,
): Growth[] =>
  comparisons.map(({ id, base, months }) => {
    const periods = {
      now: periodOf(monthly, 0, months, asOf, range),
      base: periodOf(monthly, base, months, asOf, range),
    };
    return { id, ...periods, change: changeOf(periods) };
  });

/** The last 12 months on the 12 before, as the metrics sum them; null without a base. `yearBaseIsWhole` judges the base. */
export const yearGrowth = ({
  revenue12,
  revenueBefore,
}: Pick<PurchaseMetrics, "revenue12" | "revenueBefore">): Ratio | null =>
  revenueBefore > 0 ? revenue12 / revenueBefore - 1 : null;

/** The data of the workbook go back to the first day of the 12 months before the last 12. */
export const yearBaseIsWhole = (asOf: Day, { oldestPurchase }: DataRange): boolean =>
  oldestPurchase !== null && oldestPurchase <= edate(asOf, -24) + 1;

function periodOf(
  monthly: readonly Money[],
  back: number,
  months: number,
  asOf: Day,
  range: DataRange,
): GrowthPeriod {
  const [from, to] = [edate(asOf, -(back + months)) + 1, edate(asOf, -back)];
  const amount = withoutDust(monthly.slice(back, back + months).reduce((sum, month) => sum + month, 0));
  return { from, to, amount, gap: gapOf(from, edate(asOf, -(back + 1)), range) };
}

/** Days without a purchase are usual; a last month in which no account bought anything is data not brought in yet. */
function gapOf(from: Day, lastMonthAfter: Day, { oldestPurchase, newestPurchase }: DataRange): Gap | null {
  if (oldestPurchase === null || newestPurchase === null) return "no-data";
  if (oldestPurchase > from) return "begins-late";
  return newestPurchase <= lastMonthAfter ? "ends-early" : null;
}

function changeOf({ now, base }: Pick<Growth, "now" | "base">): Ratio | null {
  const whole = now.gap === null && base.gap === null;
  return whole && base.amount > 0 ? now.amount / base.amount - 1 : null;
}
