import { CellValueType } from "@univerjs/core";
import type { CellMatrix } from "../cells/cell-writer";
import { columnLetters } from "../rects";
import { writeEngineRef } from "./structured-refs";
import { bodyOf, totalsRowOf } from "./table-record";
import type { Tables } from "./tables";

/** Excel's functions of a totals row and their SUBTOTAL numbers, hidden rows left out. */
const TOTALS_FUNCTIONS: Readonly<Record<string, number>> = {
  average: 101,
  countNums: 102,
  count: 103,
  max: 104,
  min: 105,
  stdDev: 107,
  sum: 109,
  var: 110,
};

/** A row below the data: `Total` under the first column, a sum or count under the last. Cells below move down. */
export function showTotals(tables: Tables, id: string): void {
  const record = tables.record(id);
  if (!record) return;
  const sheet = tables.book.sheetById(record.sheetId);
  const { rect } = record;
  const place = { ...rect, row: rect.row + rect.rows, rows: 1 };
  const blank = sheet.content(place)[0]?.every((cell) => cell === null) ?? true;
  if (!blank) sheet.insert(place, "Down");
  tables.change(id, { ...record, showTotals: true, rect: { ...rect, rows: rect.rows + 1 } });
  const body = bodyOf(record);
  const last = record.columns.at(-1);
  const lastAt = rect.column + rect.columns - 1;
  const values = sheet.content({ ...body, column: lastAt, columns: 1 }).flat();
  const numeric = values.some((value) => typeof value === "number");
  const row: CellMatrix[number] = {};
  if (record.columns.length > 1) row[rect.column] = { v: "Total", t: CellValueType.STRING };
  if (last) {
    const column = writeEngineRef(record.name, { items: [], columns: [last.name, last.name] });
    row[lastAt] = { f: `=SUBTOTAL(${numeric ? TOTALS_FUNCTIONS.sum : TOTALS_FUNCTIONS.count},${column})` };
  }
  tables.writeQuietly(record.sheetId, { [place.row]: row });
}

/** The totals row goes, cells below move up. */
export function hideTotals(tables: Tables, id: string): void {
  const record = tables.record(id);
  if (!record) return;
  const sheet = tables.book.sheetById(record.sheetId);
  sheet.remove({ ...record.rect, row: totalsRowOf(record), rows: 1 }, "Up");
}

/** What a totals cell holds, as a file keeps it: one of Excel's functions, a formula of its own, or a label. */
export function totalsOf(
  tables: Tables,
  id: string,
  index: number,
): { totalsFunction?: string; totalsLabel?: string } {
  const record = tables.record(id);
  const column = record?.columns[index];
  if (!record?.showTotals || !column) return {};
  const row = totalsRowOf(record);
  const at = record.rect.column + index;
  const formula = tables.engineFormula(record.sheetId, row, at);
  const { reader } = tables.book.sheetParts(record.sheetId);
  if (formula === null) {
    const text = reader.text(row, at);
    return text === "" ? {} : { totalsLabel: text };
  }
  const match = /^=SUBTOTAL\((\d+),(.+)\)$/i.exec(formula.replace(/\s/g, ""));
  const own = writeEngineRef(record.name, { items: [], columns: [column.name, column.name] });
  const range = `${columnLetters(at)}`;
  const plain = match?.[2]?.replaceAll("$", "") ?? "";
  const known = Object.entries(TOTALS_FUNCTIONS).find(([, number]) => String(number) === match?.[1]);
  const ownColumn =
    plain === own.replace(/\s/g, "") || plain.startsWith(`${range}${bodyOf(record).row + 1}:`);
  return { totalsFunction: known && ownColumn ? known[0] : "custom" };
}
