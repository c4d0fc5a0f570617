/** Addresses in A1 form: `A1`, `$B$2:C3`, `A:C`, `2:5`, `'My sheet'!A1`. */
import type { Rect } from "../../book/book";
import { isOnGrid, isWholeColumns, isWholeRows, maxColumns, maxRows, rect } from "./rect-algebra";

export function columnLetters(column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** `B2`, `B2:C3`, `B:C`, `2:3`; the whole sheet is `1:1048576`, as Excel writes it. `$` before all parts if absolute. */
export function formatRect(area: Rect, absolute = false): string {
  const mark = absolute ? "$" : "";
  const letters = (column: number) => mark + columnLetters(column);
  const number = (row: number) => mark + (row + 1);
  const lastRow = area.row + area.rows - 1;
  const lastColumn = area.column + area.columns - 1;
  if (isWholeRows(area)) return `${number(area.row)}:${number(lastRow)}`;
  if (isWholeColumns(area)) return `${letters(area.column)}:${letters(lastColumn)}`;
  const first = letters(area.column) + number(area.row);
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${letters(lastColumn)}${number(lastRow)}`;
}

/** Letters of any script need no quotes; spaces, signs, leading digits and names like a cell do. */
export function quoteSheetName(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name);
  const likeCell = /^[A-Za-z]{1,3}\d+$/.test(name) || /^(r\d*)?(c\d*)?$/i.test(name);
  return plain && !likeCell ? name : `'${name.replaceAll("'", "''")}'`;
}

export const formatAddress = (sheetName: string, area: Rect, absolute = false): string =>
  `${quoteSheetName(sheetName)}!${formatRect(area, absolute)}`;

export interface SheetAddress {
  /** null without `Sheet!`. */
  readonly sheetName: string | null;
  /** What stands behind the sheet name. */
  readonly rest: string;
}

export function splitSheet(address: string): SheetAddress {
  const text = address.trim().replace(/^=/, "");
  const quoted = /^'((?:[^']|'')+)'!(.*)$/s.exec(text);
  if (quoted) return { sheetName: quoted[1]!.replaceAll("''", "'"), rest: quoted[2]! };
  const bare = /^([^!'"]+)!(.*)$/s.exec(text);
  return bare ? { sheetName: bare[1]!, rest: bare[2]! } : { sheetName: null, rest: text };
}

const cells = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;
const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

/** null if it is no address on the grid. Corners may come in any order. */
export function parseRect(text: string): Rect | null {
  const address = text.trim();
  const found = parseCells(address) ?? parseLines(address);
  return found && isOnGrid(found) ? found : null;
}

function parseCells(address: string): Rect | null {
  const match = cells.exec(address);
  if (!match) return null;
  const [, fromColumn, fromRow, toColumn = fromColumn, toRow = fromRow] = match;
  return span(Number(fromRow) - 1, Number(toRow) - 1, columnNumber(fromColumn!), columnNumber(toColumn!));
}

function parseLines(address: string): Rect | null {
  const byColumns = columns.exec(address);
  if (byColumns) return span(0, maxRows - 1, columnNumber(byColumns[1]!), columnNumber(byColumns[2]!));
  const byRows = rows.exec(address);
  return byRows ? span(Number(byRows[1]) - 1, Number(byRows[2]) - 1, 0, maxColumns - 1) : null;
}

function span(rowA: number, rowB: number, columnA: number, columnB: number): Rect {
  const row = Math.min(rowA, rowB);
  const column = Math.min(columnA, columnB);
  return rect(row, column, Math.abs(rowA - rowB) + 1, Math.abs(columnA - columnB) + 1);
}

/** Splits `A1:B2,D4` at commas outside quotes. */
export function splitAreas(address: string): string[] {
  return (address.match(/(?:'[^']*'|[^,])+/g) ?? []).map((part) => part.trim());
}
