import type { IRange } from "@univerjs/core";
import type { Rect } from "./book";

/** Excel's sheet; Univer's grows as cells are written. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export const cellRect = (row: number, column: number): Rect => ({ row, column, rows: 1, columns: 1 });

export function toRange(rect: Rect): IRange {
  return {
    startRow: rect.row,
    startColumn: rect.column,
    endRow: rect.row + rect.rows - 1,
    endColumn: rect.column + rect.columns - 1,
  };
}

export function fromRange(range: IRange): Rect {
  return {
    row: range.startRow,
    column: range.startColumn,
    rows: range.endRow - range.startRow + 1,
    columns: range.endColumn - range.startColumn + 1,
  };
}

export function intersect(a: Rect, b: Rect): Rect | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

/** The parts of `rect` outside `hole`, at most four. */
export function subtract(rect: Rect, hole: Rect): Rect[] {
  const shared = intersect(rect, hole);
  if (!shared) return [rect];
  const below = shared.row + shared.rows;
  const right = shared.column + shared.columns;
  const parts = [
    { ...rect, rows: shared.row - rect.row },
    { ...rect, row: below, rows: rect.row + rect.rows - below },
    { ...shared, column: rect.column, columns: shared.column - rect.column },
    { ...shared, column: right, columns: rect.column + rect.columns - right },
  ];
  return parts.filter(({ rows, columns }) => rows > 0 && columns > 0);
}

export function sameRect(a: Rect, b: Rect): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

export function holds(rect: Rect, row: number, column: number): boolean {
  return (
    row >= rect.row &&
    row < rect.row + rect.rows &&
    column >= rect.column &&
    column < rect.column + rect.columns
  );
}

export function* cellsOf(rect: Rect): Generator<[row: number, column: number]> {
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    for (let column = rect.column; column < rect.column + rect.columns; column++) yield [row, column];
  }
}

/** One matrix entry per cell of the rect. */
export function mapRect<T>(rect: Rect, value: (row: number, column: number) => T): T[][] {
  const { row: top, column: left, rows, columns } = rect;
  const lines: T[][] = [];
  // Plain loops: whole tables are read through here.
  for (let row = top; row < top + rows; row += 1) {
    const line: T[] = [];
    for (let column = left; column < left + columns; column += 1) line.push(value(row, column));
    lines.push(line);
  }
  return lines;
}

/** 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function a1(rect: Rect): string {
  const start = `${columnLetters(rect.column)}${rect.row + 1}`;
  if (rect.rows === 1 && rect.columns === 1) return start;
  return `${start}:${columnLetters(rect.column + rect.columns - 1)}${rect.row + rect.rows}`;
}

/** Quoted where Excel quotes: `'My Sheet'!A1`, `'拜访 1'!A1`, `拜访!A1`. */
export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}
