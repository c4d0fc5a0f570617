/** Where tables lie, and what they forbid: overlapping, being torn apart by inserts, blank or doubled headers. */
import type { BookSheet, BookTable, Rect } from "../../book/book";
import { uniqueColumnName } from "../../book/tables/table-record";
import { insertDeleteConflict } from "./host-errors";
import { bottomOf, containsRect, overlaps, rect } from "./rect-algebra";

export const headerRow = (table: BookTable): Rect | null =>
  table.showHeaders ? { ...table.rect, rows: 1 } : null;

export const totalsRow = (table: BookTable): Rect | null =>
  table.showTotals ? { ...table.rect, row: bottomOf(table.rect), rows: 1 } : null;

export const columnRect = (area: Rect, index: number): Rect =>
  rect(area.row, area.column + index, area.rows, 1);

/** Moving cells down or up (right or left) must move a table wholly or not at all, unless it happens inside it. */
export function assertTablesStayWhole(sheet: BookSheet, area: Rect, vertical: boolean): void {
  for (const table of sheet.tables()) {
    const zone = vertical
      ? rect(area.row, area.column, 1_048_576 - area.row, area.columns)
      : rect(area.row, area.column, area.rows, 16_384 - area.column);
    if (!overlaps(zone, table.rect)) continue;
    const across = vertical
      ? containsRect(rect(0, area.column, 1_048_576, area.columns), table.rect)
      : containsRect(rect(area.row, 0, area.rows, 16_384), table.rect);
    if (!across) throw insertDeleteConflict();
  }
}

/** The column takes the name, made unique. */
export function renameTo(table: BookTable, index: number, wanted: string): void {
  const others = table.columns.filter((_column, i) => i !== index).map((column) => column.name.toLowerCase());
  const name = uniqueColumnName(wanted, new Set(others));
  if (table.columns[index]!.name !== name) table.renameColumn(index, name);
}
