/** What the account is worth: purchases, their change, purchase days, score and its parts. */
import type { AccountFigures } from "../../core/figures";
import { yearBaseIsWhole, yearGrowth } from "../../core/purchases/growth";
import { missing, smallSize } from "./palette";
import {
  alarm,
  beyondTenfold,
  dataBar,
  figure,
  growthFormat,
  moneyScale,
  mutedText,
  nearRank,
  type MoneyScale,
} from "./column-formats";
import { partWords } from "./cause-words";
import type { ReviewColumn } from "./review-column";
import { currencySymbol, type SheetContext } from "./sheet-context";

/** "$", "$ thousand": the unit of a column of money. */
export function moneyUnit(context: Pick<SheetContext, "texts" | "model">, scale: MoneyScale): string {
  const symbol = currencySymbol(context.model.settings.currency);
  return context.texts(`sheets:review.unit.${scale.unit}`, { symbol });
}

/** Seven figures fit; from there on the column counts thousands. */
const roomForPurchases = 10_000_000;
/** Beyond it one extreme value would make all other bars vanish. */
const manyRows = 2_000;

function purchaseBar(amounts: readonly number[]): number | "highest" {
  const near = nearRank(amounts, 0.99);
  const highest = amounts.reduce((most, amount) => Math.max(most, amount), 0);
  return amounts.length > manyRows && near > 0 && highest > 5 * near ? near : "highest";
}

export function valueColumns(context: SheetContext, listed: readonly AccountFigures[]): ReviewColumn[] {
  const amounts = listed.map((one) => one.metrics.revenue12);
  const scale = moneyScale(Math.max(0, ...amounts.map(Math.abs)), roomForPurchases);
  const head = (id: string, values = {}) => context.texts(`sheets:review.heading.${id}`, values);
  const size = context.tier === "special" ? smallSize : figure.size;
  const oneLined = context.tier === "general";
  return [
    {
      id: "purchases",
      group: "value",
      heading: head(context.tier === "special" ? "purchasesNarrow" : "purchases", {
        unit: moneyUnit(context, scale),
      }),
      value: (row) => row.figures.metrics.revenue12,
      format: { ...figure, ...(size ? { size } : {}), numberFormat: scale.format },
      rules: () => [dataBar(purchaseBar(amounts))],
    },
    {
      id: "growth",
      group: "value",
      // What the star says stands in the finding.
      heading: head(yearBaseIsWhole(context.model.asOf, context.model) ? "growth" : "growthPart"),
      value: (row) => yearGrowth(row.figures.metrics) ?? missing,
      format: { ...figure, ...(size ? { size } : {}), numberFormat: growthFormat },
      rules: (first) => [alarm(`=AND(ISNUMBER(${first}),${first}<-0.1)`), beyondTenfold(first)],
    },
    {
      id: "days",
      group: "value",
      heading: head("days"),
      value: (row) => row.figures.metrics.purchaseDays12,
      format: { ...figure, size: smallSize },
    },
    {
      id: "score",
      group: "score",
      heading: head("score"),
      value: (row) => row.figures.economic.score ?? missing,
      format: { ...figure, indent: 1 },
      rules: () => [dataBar(100)],
    },
    {
      id: "parts",
      group: "score",
      heading: head("parts"),
      value: (row) => partWords(row.figures, context),
      format: { ...mutedText, wrap: !oneLined },
      lines: oneLined ? 1 : 3,
    },
  ];
}
