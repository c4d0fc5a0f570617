/** Says beside each row why it was stopped, and wipes sentences that no longer hold. */
import { textsFor } from "../../locales/texts";
import type { StoppedRow } from "../card";
import type { Write } from "../workbook-gateway";
import type { HeldReviews } from "./review-state";
import type { ReadSheet } from "./read-review-sheet";

function sheetMarks(sheet: ReadSheet, sentences: ReadonlyMap<number, string>): Write[] {
  const { checkColumn: column } = sheet;
  if (column === null) return [];
  const changed = sheet.rows.filter((row) => row.check !== (sentences.get(row.row) ?? ""));
  if (changed.length === 0) return [];
  const rows = changed.map((row) => row.row);
  const from = Math.min(...rows);
  const cells = new Map(rows.map((row) => [row, sentences.get(row) ?? ""]));
  const values = Array.from({ length: Math.max(...rows) - from + 1 }, (_, index) => [
    cells.get(from + index) ?? null,
  ]);
  return [{ kind: "write-cells", sheet: sheet.sheet, row: from, column, values }];
}

/** Sentences in the workbook's language; a protected sheet is left alone, its rows are named in the report. */
export function checkMarks(held: HeldReviews, cycle: string, stopped: readonly StoppedRow[]): Write[] {
  const texts = textsFor(held.book.language);
  const locked = new Set(held.book.survey.sheets.flatMap((sheet) => (sheet.protected ? [sheet.name] : [])));
  return held.sheets.flatMap((sheet) => {
    if (sheet.mark.cycle !== cycle || locked.has(sheet.sheet)) return [];
    const sentences = new Map(
      stopped
        .filter((row) => row.sheet === sheet.sheet)
        .map((row) => [row.row - 1, texts(`issues:${row.issue.code}`, row.issue.values)] as const),
    );
    return sheetMarks(sheet, sentences);
  });
}
