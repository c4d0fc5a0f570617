/** Widths and heights in points. Hidden rows and columns count nothing. */
import type { BookSheet, Rect } from "../../book/book";
import { bottomOf } from "./rect-algebra";

const rowSize = (sheet: BookSheet, row: number) => (sheet.rowHidden(row) ? 0 : sheet.rowHeight(row));
const columnSize = (sheet: BookSheet, column: number) =>
  sheet.columnHidden(column) ? 0 : sheet.columnWidth(column);

function sum(from: number, count: number, size: (index: number) => number): number {
  let total = 0;
  for (let i = from; i < from + count; i++) total += size(i);
  return total;
}

export const offsetTop = (sheet: BookSheet, row: number): number => sum(0, row, (i) => rowSize(sheet, i));
export const offsetLeft = (sheet: BookSheet, column: number): number =>
  sum(0, column, (i) => columnSize(sheet, i));
/** Rows far below everything in use all have the height of the last one looked at. */
export function heightOf(sheet: BookSheet, area: Rect): number {
  const looked = lookedAtRows(sheet, area);
  const rest = area.rows - looked;
  const below = rest > 0 ? rest * rowSize(sheet, area.row + area.rows - 1) : 0;
  return sum(area.row, looked, (i) => rowSize(sheet, i)) + below;
}
export const widthOf = (sheet: BookSheet, area: Rect): number =>
  sum(area.column, area.columns, (i) => columnSize(sheet, i));

/** The value all share, or null. */
export function sharedFlag<T>(from: number, count: number, flag: (index: number) => T): T | null {
  const first = flag(from);
  for (let i = from + 1; i < from + count; i++) if (flag(i) !== first) return null;
  return first;
}

/** Rows worth looking at in a range that may be a million rows long: those in use and one behind. */
export function lookedAtRows(sheet: BookSheet, area: Rect): number {
  if (area.rows <= 1000) return area.rows;
  const used = sheet.usedRect(false);
  const end = Math.max(used ? bottomOf(used) + 2 : 1, area.row + 1);
  return Math.min(area.rows, Math.max(end - area.row, 1000));
}
