import { buildCardModel } from "../../../src/core/card-model";
import type { CardModel } from "../../../src/core/figures";
import type { CardRecords } from "../../../src/core/records";
import type { Language, Tier } from "../../../src/core/units";
import { textsFor } from "../../../src/locales/texts";
import { Labels } from "../../../src/workbook/codec/labels";
import { noPastReviews, reviewRows, type PastReviews } from "../../../src/workbook/review/list-accounts";
import { planReviewSheet } from "../../../src/workbook/review/plan-review-sheet";
import type { TypedRow } from "../../../src/workbook/review/review-row";
import type { SheetContext } from "../../../src/workbook/review/sheet-context";
import { reviewSheetName } from "../../../src/workbook/review/sheet-name";
import type { SheetPlan } from "../../../src/workbook/sheet-plan";

function contextOf(
  model: CardModel,
  tier: Tier,
  language: Language,
  given: Partial<SheetContext> = {},
): SheetContext {
  return {
    language,
    texts: textsFor(language),
    labels: new Labels(language),
    model,
    tier,
    cycle: "1998-05",
    author: "Steven Buchanan",
    date1904: false,
    hasActions: true,
    auditHashes: [],
    ...given,
  };
}

export const typedRow = (account: string, given: Partial<TypedRow> = {}): TypedRow => ({
  account,
  name: "",
  decision: "",
  reason: "",
  approver: "",
  nextStep: "",
  nextCheck: null,
  ...given,
});

export interface Given {
  readonly context?: Partial<SheetContext>;
  readonly past?: PastReviews;
  readonly typed?: readonly TypedRow[];
  readonly gone?: readonly TypedRow[];
}

/** The plan of one tier's sheet. */
export function planOf(records: CardRecords, tier: Tier, language: Language, given: Given = {}): SheetPlan {
  const model = buildCardModel(records, records.settings.asOf ?? 0);
  const context = contextOf(model, tier, language, given.context);
  const typed = new Map((given.typed ?? []).map((row) => [row.account, row]));
  const rows = reviewRows(model, tier, given.past ?? noPastReviews, typed);
  const name = reviewSheetName(context.texts, tier, context.cycle);
  return planReviewSheet(context, { rows, gone: given.gone ?? [], left: 0 }, name);
}
