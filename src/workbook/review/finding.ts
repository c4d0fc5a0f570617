/** The result of a sheet in one sentence, with its figures. */
import type { AccountFigures } from "../../core/figures";
import { yearBaseIsWhole } from "../../core/purchases/growth";
import { dayInSentence } from "./day-text";
import { watchGroup } from "./list-accounts";
import type { ReviewRow } from "./review-row";
import { currencySymbol, grouped, type SheetContext } from "./sheet-context";

const purchasesOf = (list: readonly AccountFigures[]) =>
  list.reduce((sum, one) => sum + one.metrics.revenue12, 0);

function shares(rows: readonly ReviewRow[], { model }: SheetContext) {
  const symbol = currencySymbol(model.settings.currency);
  const amount = purchasesOf(rows.map((row) => row.figures));
  const share = model.totalRevenue12 > 0 ? Math.round((100 * amount) / model.totalRevenue12) : 0;
  return {
    count: rows.length,
    all: model.order.length,
    share,
    amount: symbol + grouped(amount),
    total: symbol + grouped(model.totalRevenue12),
  };
}

function importantFinding(rows: readonly ReviewRow[], left: number, context: SheetContext): string {
  const { texts } = context;
  const came = rows.filter((row) => row.was !== null && row.figures.tierInForce === "important").length;
  const watched = rows.filter((row) => row.figures.watched).length;
  return [
    texts("sheets:review.finding.important", shares(rows, context)),
    came + left > 0 ? texts("sheets:review.finding.moved", { came, left }) : "",
    texts("sheets:review.finding.watched", { count: watched }),
  ].join("");
}

function specialFinding(rows: readonly ReviewRow[], context: SheetContext): string {
  const { texts, model } = context;
  const groups = [0, 0, 0, 0];
  for (const row of rows) groups[watchGroup(row.figures)] = (groups[watchGroup(row.figures)] ?? 0) + 1;
  const atStake = rows.filter((row) => watchGroup(row.figures) < 2);
  const [lost = 0, risk = 0, growing = 0] = groups;
  const counts = { count: rows.length, lost, risk, growing };
  const stake = shares(atStake, { ...context, model });
  return texts("sheets:review.finding.special", { ...stake, ...counts });
}

/** `left` = accounts that were important at their last review and are not now. */
export function findingOf(rows: readonly ReviewRow[], left: number, context: SheetContext): string {
  const { texts, model, tier, language } = context;
  const finding = {
    important: () => importantFinding(rows, left, context),
    special: () => specialFinding(rows, context),
    general: () => generalFinding(rows, context),
  }[tier]();
  if (model.oldestPurchase === null || yearBaseIsWhole(model.asOf, model)) return finding;
  return (
    finding +
    texts("sheets:review.finding.growthPart", { day: dayInSentence(model.oldestPurchase, language) })
  );
}

function generalFinding(rows: readonly ReviewRow[], context: SheetContext): string {
  const lift = rows.filter((row) => row.proposed === "promote").length;
  const watch = rows.filter((row) => row.proposed === "watch").length;
  return context.texts("sheets:review.finding.general", { ...shares(rows, context), lift, watch });
}
