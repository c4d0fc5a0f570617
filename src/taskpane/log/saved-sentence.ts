import type { CardModel } from "../../core/figures";
import type { LogDraft, LogReceipt } from "../../workbook/card";
import type { Texts } from "../../locales/texts";
import type { Formats } from "../formats";

interface Speech {
  readonly texts: Texts;
  readonly formats: Formats;
  readonly model: CardModel;
}

/** `Saved for Berglunds snabbköp. Interactions, row 214. Next visit Fri 5 Jun.` */
export function savedSentence(
  { texts, formats, model }: Speech,
  { draft, receipt }: { draft: LogDraft; receipt: LogReceipt },
): string {
  const names = draft.accounts.map((id) => model.accounts.get(id)?.account.name ?? id);
  const saved = texts("log.saved", { name: names.join(texts("comma")) });
  const rows = receipt.rows.map((row) => formats.number(row)).join(texts("comma"));
  const place = texts("log.savedRow", { sheet: receipt.sheet, rows, count: receipt.rows.length });
  const next =
    receipt.nextVisit === null
      ? ""
      : texts("log.savedNext", { date: formats.weekdayDate(receipt.nextVisit) });
  return [saved, place, next].filter(Boolean).join(texts("sentenceGap"));
}
