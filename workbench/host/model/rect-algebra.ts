/** Arithmetic of cell rectangles, rows and columns from zero. */
import type { Rect } from "../../book/book";
import { intersect, MAX_COLUMNS, MAX_ROWS } from "../../book/rects";

export { intersect } from "../../book/rects";

export const maxRows = MAX_ROWS;
export const maxColumns = MAX_COLUMNS;

export const rect = (row: number, column: number, rows = 1, columns = 1): Rect => ({
  row,
  column,
  rows,
  columns,
});

export const wholeSheet: Rect = rect(0, 0, maxRows, maxColumns);

export const bottomOf = (area: Rect): number => area.row + area.rows - 1;
export const rightOf = (area: Rect): number => area.column + area.columns - 1;

/** A product of two sizes of the grid stays far below 2^53. */
export const cellCount = (area: Rect): number => area.rows * area.columns;

export const isWholeColumns = (area: Rect): boolean => area.rows === maxRows;
export const isWholeRows = (area: Rect): boolean => area.columns === maxColumns;
export const isUnbounded = (area: Rect): boolean => isWholeColumns(area) || isWholeRows(area);

export const containsRect = (outer: Rect, inner: Rect): boolean =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  bottomOf(inner) <= bottomOf(outer) &&
  rightOf(inner) <= rightOf(outer);

export const overlaps = (a: Rect, b: Rect): boolean => intersect(a, b) !== null;

export function bounding(a: Rect, b: Rect): Rect {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return rect(
    row,
    column,
    Math.max(bottomOf(a), bottomOf(b)) - row + 1,
    Math.max(rightOf(a), rightOf(b)) - column + 1,
  );
}

/** What is left of `from` without `hole`: up to four rectangles, above, below, left, right. */
export function subtract(from: Rect, hole: Rect): Rect[] {
  const shared = intersect(from, hole);
  if (!shared) return [from];
  const pieces = [
    rect(from.row, from.column, shared.row - from.row, from.columns),
    rect(bottomOf(shared) + 1, from.column, bottomOf(from) - bottomOf(shared), from.columns),
    rect(shared.row, from.column, shared.rows, shared.column - from.column),
    rect(shared.row, rightOf(shared) + 1, shared.rows, rightOf(from) - rightOf(shared)),
  ];
  return pieces.filter((piece) => piece.rows > 0 && piece.columns > 0);
}

export const isOnGrid = (area: Rect): boolean =>
  Number.isInteger(area.row + area.column + area.rows + area.columns) &&
  area.rows > 0 &&
  area.columns > 0 &&
  containsRect(wholeSheet, area);

/** Rectangles of the cells a mask marks: row runs, equal runs of following rows joined. */
export function rectsOfMask(mask: readonly (readonly boolean[])[], at: Rect): Rect[] {
  const done: Rect[] = [];
  let open = new Map<string, Rect>();
  mask.forEach((line, i) => {
    const next = new Map<string, Rect>();
    for (const [from, to] of runsOf(line)) {
      const key = `${from}:${to}`;
      const above = open.get(key);
      const grown = above
        ? { ...above, rows: above.rows + 1 }
        : rect(at.row + i, at.column + from, 1, to - from);
      next.set(key, grown);
      open.delete(key);
    }
    done.push(...open.values());
    open = next;
  });
  return [...done, ...open.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

function runsOf(line: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  let start = -1;
  for (let i = 0; i <= line.length; i++) {
    if (line[i] && start < 0) start = i;
    if (!line[i] && start >= 0) {
      runs.push([start, i]);
      start = -1;
    }
  }
  return runs;
}
