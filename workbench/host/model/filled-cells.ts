/** Which cells hold something: for used ranges, Ctrl+Arrow and the region around a cell. */
import type { BookSheet, CellStyle, Rect } from "../../book/book";
import { bottomOf, intersect, maxColumns, maxRows, rect, rightOf } from "./rect-algebra";

/** The rectangle around all cells that hold something; formats count unless `valuesOnly`. null if there are none. */
export function usedWithin(sheet: BookSheet, area: Rect, valuesOnly: boolean): Rect | null {
  const used = sheet.usedRect(valuesOnly);
  const shared = used && intersect(used, area);
  if (!shared || (used && shared.rows === used.rows && shared.columns === used.columns)) return shared;
  const contents = sheet.content(shared);
  const styles = valuesOnly ? null : sheet.styles(shared);
  const holds = (i: number, j: number) =>
    contents[i]![j] !== null || (styles !== null && isFormatted(styles[i]![j]!));
  return trimmed(shared, holds);
}

/** Formats that make a cell count as used. */
const isFormatted = (style: CellStyle): boolean =>
  Boolean(style.fill || style.bold || style.italic || style.underline || style.wrap) ||
  (style.numberFormat ?? "General") !== "General" ||
  Object.values(style.borders ?? {}).some((side) => side !== null);

function trimmed(area: Rect, holds: (i: number, j: number) => boolean): Rect | null {
  let [top, left, bottom, right] = [area.rows, area.columns, -1, -1];
  for (let i = 0; i < area.rows; i++)
    for (let j = 0; j < area.columns; j++) {
      if (!holds(i, j)) continue;
      top = Math.min(top, i);
      bottom = i;
      left = Math.min(left, j);
      right = Math.max(right, j);
    }
  return bottom < 0 ? null : rect(area.row + top, area.column + left, bottom - top + 1, right - left + 1);
}

/** Rows and columns grow until a blank frame lies around, as Ctrl+Shift+* does. */
export function regionAround(sheet: BookSheet, start: Rect): Rect {
  const used = sheet.usedRect(true);
  if (!used) return start;
  const contents = sheet.content(used);
  const holds = (row: number, column: number) =>
    (contents[row - used.row]?.[column - used.column] ?? null) !== null;
  let [top, bottom, left, right] = [start.row, bottomOf(start), start.column, rightOf(start)];
  const rowHolds = (row: number) => {
    for (let c = Math.max(left - 1, used.column); c <= Math.min(right + 1, rightOf(used)); c++)
      if (holds(row, c)) return true;
    return false;
  };
  const columnHolds = (column: number) => {
    for (let r = Math.max(top - 1, used.row); r <= Math.min(bottom + 1, bottomOf(used)); r++)
      if (holds(r, column)) return true;
    return false;
  };
  const frame = () => [top, bottom, left, right].join();
  for (let before = ""; before !== frame();) {
    before = frame();
    while (top > 0 && rowHolds(top - 1)) top--;
    while (bottom < maxRows - 1 && rowHolds(bottom + 1)) bottom++;
    while (left > 0 && columnHolds(left - 1)) left--;
    while (right < maxColumns - 1 && columnHolds(right + 1)) right++;
  }
  return rect(top, left, bottom - top + 1, right - left + 1);
}

export type Direction = "Up" | "Down" | "Left" | "Right";

/** Where Ctrl+Arrow lands from a cell. */
export function edgeFrom(sheet: BookSheet, row: number, column: number, direction: Direction): Rect {
  const vertical = direction === "Up" || direction === "Down";
  const step = direction === "Up" || direction === "Left" ? -1 : 1;
  const start = vertical ? row : column;
  const used = sheet.usedRect(true);
  const line = vertical ? rect(0, column, maxRows, 1) : rect(row, 0, 1, maxColumns);
  const shared = used && intersect(used, line);
  const last = step < 0 ? 0 : (vertical ? maxRows : maxColumns) - 1;
  const at = shared ? landing(sheet, shared, vertical, start, step, last) : last;
  return vertical ? rect(at, column) : rect(row, at);
}

function landing(sheet: BookSheet, used: Rect, vertical: boolean, start: number, step: number, last: number) {
  const contents = sheet.content(used);
  const first = vertical ? used.row : used.column;
  const length = vertical ? used.rows : used.columns;
  const holds = (index: number) => {
    const i = index - first;
    return i >= 0 && i < length && (vertical ? contents[i]![0] : contents[0]![i]) !== null;
  };
  let at = start;
  if (holds(at) && holds(at + step)) {
    while (at !== last && holds(at + step)) at += step;
    return at;
  }
  const end = step < 0 ? first : first + length - 1;
  for (at += step; step < 0 ? at >= end : at <= end; at += step) if (holds(at)) return at;
  return last;
}
