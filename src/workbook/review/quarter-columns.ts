/** Purchases of the last five quarters: the newest has its twin of a year ago, and one bar runs over the block. */
import { edate } from "../../core/calendar/days";
import type { AccountFigures } from "../../core/figures";
import { monthInTable } from "./day-text";
import { smallSize } from "./palette";
import { figure, moneyScale, nearRank, roundUp, type MoneyScale } from "./column-formats";
import type { ReviewColumn } from "./review-column";
import type { SheetContext } from "./sheet-context";

const quarterCount = 5;
/** Five figures fit the narrow columns. */
const roomForQuarter = 100_000;

/** Amount of quarter `back`, 0 = the three months to the as-of day. */
const quarterAmount = ({ metrics }: AccountFigures, back: number): number =>
  metrics.monthly.slice(3 * back, 3 * back + 3).reduce((sum, amount) => sum + amount, 0);

const amountsOf = (listed: readonly AccountFigures[]) =>
  listed.flatMap((one) => Array.from({ length: quarterCount }, (_, back) => quarterAmount(one, back)));

/** A round number near the 97th percentile of the block; larger amounts fill their cell. */
export const quarterBarTop = (listed: readonly AccountFigures[]): number =>
  roundUp(
    nearRank(
      amountsOf(listed).filter((amount) => amount > 0),
      0.97,
    ),
  );

export function quarterScale(listed: readonly AccountFigures[]): MoneyScale {
  const largest = amountsOf(listed).reduce((most, amount) => Math.max(most, Math.abs(amount)), 0);
  return moneyScale(largest, roomForQuarter);
}

/** Oldest first, so that a row reads left to right. */
export function quarterColumns(context: SheetContext, listed: readonly AccountFigures[]): ReviewColumn[] {
  const { format } = quarterScale(listed);
  return Array.from({ length: quarterCount }, (_, index) => {
    const back = quarterCount - 1 - index;
    return {
      id: `quarter${back}`,
      group: "quarters",
      heading: monthInTable(edate(context.model.asOf, -3 * back), context.language),
      value: (row) => quarterAmount(row.figures, back),
      format: { ...figure, size: smallSize, numberFormat: format },
    };
  });
}
