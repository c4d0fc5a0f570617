/** Column widths are points in the book, characters of Calibri 11 (7 px, with 5 px of padding) in a file. */
const pixelsPerPoint = 96 / 72;
const characterPixels = 7;

export const widthToFile = (points: number): number => (points * pixelsPerPoint) / characterPixels;
export const widthFromFile = (characters: number): number => (characters * characterPixels) / pixelsPerPoint;

/** Margins are points in the book, inches in a file. */
export const inches = (points: number): number => points / 72;
export const points = (inch: number): number => inch * 72;

function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

export interface FileRect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export function rectAddress({ row, column, rows, columns }: FileRect): string {
  const first = cellAddress(row, column);
  const last = cellAddress(row + rows - 1, column + columns - 1);
  return first === last ? first : `${first}:${last}`;
}

function cellIndex(address: string): { row: number; column: number } {
  const [, letters = "A", digits = "1"] = /^\$?([A-Z]+)\$?(\d+)$/i.exec(address) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
}

/** `A1:C3`, with or without `$` and sheet. */
export function rectFromAddress(address: string): FileRect {
  const [first = "A1", last = first] = address.slice(address.lastIndexOf("!") + 1).split(":");
  const from = cellIndex(first);
  const to = cellIndex(last);
  return { ...from, rows: to.row - from.row + 1, columns: to.column - from.column + 1 };
}
