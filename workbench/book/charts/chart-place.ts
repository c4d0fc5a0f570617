import type { BookSheet } from "../book";
import { MAX_COLUMNS, MAX_ROWS } from "../rects";
import type { ChartCorner, ChartPlace } from "./chart-record";

/** Points from the sheet's top left corner. */
export interface ChartBox {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
}

type Sizes = Pick<BookSheet, "rowHeight" | "rowHidden" | "columnWidth" | "columnHidden">;

const height = (sheet: Sizes) => (row: number) => (sheet.rowHidden(row) ? 0 : sheet.rowHeight(row));
const width = (sheet: Sizes) => (column: number) =>
  sheet.columnHidden(column) ? 0 : sheet.columnWidth(column);

/** A corner behind the end of a cell that became smaller counts as its end. */
function distance(index: number, offset: number, size: (index: number) => number): number {
  let total = 0;
  for (let i = 0; i < index; i++) total += size(i);
  return total + Math.min(offset, size(index));
}

function cornerAt(points: number, limit: number, size: (index: number) => number): [number, number] {
  let rest = Math.max(0, points);
  for (let i = 0; i < limit; i++) {
    const here = size(i);
    if (rest < here) return [i, rest];
    rest -= here;
  }
  return [limit - 1, 0];
}

export function boxOf(sheet: Sizes, { from, to }: ChartPlace): ChartBox {
  const top = distance(from.row, from.down, height(sheet));
  const left = distance(from.column, from.right, width(sheet));
  return {
    top,
    left,
    height: Math.max(0, distance(to.row, to.down, height(sheet)) - top),
    width: Math.max(0, distance(to.column, to.right, width(sheet)) - left),
  };
}

function corner(sheet: Sizes, top: number, left: number): ChartCorner {
  const [row, down] = cornerAt(top, MAX_ROWS, height(sheet));
  const [column, right] = cornerAt(left, MAX_COLUMNS, width(sheet));
  return { row, column, down, right };
}

export const placeOf = (sheet: Sizes, { top, left, width: wide, height: high }: ChartBox): ChartPlace => ({
  from: corner(sheet, top, left),
  to: corner(sheet, top + high, left + wide),
});
