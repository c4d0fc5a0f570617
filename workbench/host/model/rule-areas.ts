/** Taking cells out of conditional formats: areas shrink, and a rule without cells is removed. */
import type { BookSheet, ConditionalFormatRecord, Rect } from "../../book/book";
import { overlaps, subtract } from "./rect-algebra";

export const rulesOn = (sheet: BookSheet, areas: readonly Rect[]): ConditionalFormatRecord[] =>
  sheet
    .conditionalFormats()
    .filter((record) => record.areas.some((own) => areas.some((area) => overlaps(own, area))))
    .sort((a, b) => a.priority - b.priority);

export function cutRules(sheet: BookSheet, area: Rect): void {
  for (const record of rulesOn(sheet, [area])) {
    record.areas = record.areas.flatMap((own) => subtract(own, area));
    if (record.areas.length === 0) sheet.removeConditionalFormat(record.id);
    else sheet.updateConditionalFormat(record);
  }
}
