/** Formulas in R1C1 notation from and to A1 notation. Text in quotes and names of tables and functions stay. */
import { columnLetters, columnNumber } from "./addresses";
import { maxColumns, maxRows } from "./rect-algebra";

/** Quoted text, quoted sheet names and structured references are skipped as wholes. */
const quoted = `"(?:[^"]|"")*"|'(?:[^']|'')*'!?`;
const structured = `[\\p{L}_][\\p{L}\\p{N}_.]*\\[(?:[^\\[\\]]|\\[[^\\[\\]]*\\])*\\]`;
const a1Reference = new RegExp(
  `${quoted}|${structured}|(?<![\\p{L}\\p{N}_.$])(\\$?)([A-Za-z]{1,3})(\\$?)(\\d{1,7})(?![\\p{L}\\p{N}_.(!])`,
  "gu",
);
// References come before structured ones here: RC[-1] looks like a table called RC.
const r1c1Reference = new RegExp(
  `${quoted}|(?<![\\p{L}\\p{N}_.])[Rr](\\d+|\\[-?\\d+\\])?[Cc](\\d+|\\[-?\\d+\\])?(?![\\p{L}\\p{N}_.(!\\[])|${structured}`,
  "gu",
);

const part = (letter: string, absolute: boolean, target: number, here: number) =>
  absolute ? `${letter}${target + 1}` : target === here ? letter : `${letter}[${target - here}]`;

/** `=A1+$B$2` seen from C3 → `=R[-2]C[-2]+R2C2`. */
export function toR1C1(formula: string, row: number, column: number): string {
  return formula.replace(a1Reference, (whole, columnMark, letters, rowMark, digits) => {
    if (letters === undefined) return whole as string;
    const targetColumn = columnNumber(letters as string);
    const targetRow = Number(digits) - 1;
    if (targetColumn >= maxColumns || targetRow >= maxRows || targetRow < 0) return whole as string;
    return part("R", rowMark === "$", targetRow, row) + part("C", columnMark === "$", targetColumn, column);
  });
}

function place(text: string | undefined, here: number, size: number): { mark: string; at: number } {
  if (text === undefined) return { mark: "", at: here };
  if (!text.startsWith("[")) return { mark: "$", at: Number(text) - 1 };
  return { mark: "", at: (((here + Number(text.slice(1, -1))) % size) + size) % size };
}

/** The inverse, as entered in the cell at (row, column); relative places wrap round the edge of the grid, as in Excel. */
export function fromR1C1(formula: string, row: number, column: number): string {
  return formula.replace(r1c1Reference, (whole: string, rowText?: string, columnText?: string) => {
    if (!/^[Rr](\d+|\[-?\d+\])?[Cc](\d+|\[-?\d+\])?$/.test(whole)) return whole;
    const targetRow = place(rowText, row, maxRows);
    const targetColumn = place(columnText, column, maxColumns);
    return `${targetColumn.mark}${columnLetters(targetColumn.at)}${targetRow.mark}${targetRow.at + 1}`;
  });
}
