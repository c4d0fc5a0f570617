/** Cell contents as they travel: blank is "", an error is its text. */
import type { BookSheet, CellContent, CellEntry, Rect } from "../../book/book";
import { invalidArgument, sizeMismatch } from "./host-errors";
import { cellCount, isUnbounded } from "./rect-algebra";

/** Above this Excel answers null for cell arrays. */
const readableCells = 5_000_000;

export const isReadable = (area: Rect): boolean => !isUnbounded(area) && cellCount(area) <= readableCells;

export type WireScalar = string | number | boolean;

export function wireValue(content: CellContent): WireScalar {
  if (content === null) return "";
  return typeof content === "object" ? content.error : content;
}

export function wireValueType(content: CellContent): string {
  if (content === null) return "Empty";
  if (typeof content === "object") return "Error";
  if (typeof content === "number") return "Double";
  return typeof content === "boolean" ? "Boolean" : "String";
}

export const mapMatrix = <A, B>(matrix: readonly (readonly A[])[], map: (cell: A) => B): B[][] =>
  matrix.map((line) => line.map(map));

export const filledMatrix = <T>(area: Rect, value: T): T[][] =>
  Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => value));

export const valuesOf = (sheet: BookSheet, area: Rect): WireScalar[][] =>
  mapMatrix(sheet.content(area), wireValue);

function entryOf(value: unknown): CellEntry {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  throw invalidArgument();
}

/** A 2D array of the area's size, or one value for every cell. Unbounded areas take no content, as in Excel. */
export function entriesFor(value: unknown, area: Rect): CellEntry[][] {
  if (!isReadable(area)) throw invalidArgument("The input request is too large: the range is unbounded.");
  if (!Array.isArray(value)) return filledMatrix(area, entryOf(value));
  const fits =
    value.length === area.rows && value.every((line) => Array.isArray(line) && line.length === area.columns);
  if (!fits) throw sizeMismatch();
  return value.map((line: unknown[]) => line.map(entryOf));
}

/** Text that Excel would read as a formula, number, date, boolean or error if it were typed. */
const readAsOther = /^['=+\-@#]|\d|^(true|false)$/i;

/** Entries that put the same contents and formulas into cells again. */
export function reentries(sheet: BookSheet, area: Rect): CellEntry[][] {
  const formulas = sheet.formulas(area);
  const contents = sheet.content(area);
  return contents.map((line, i) =>
    line.map((content, j) => {
      const formula = formulas[i]![j]!;
      if (typeof formula === "string" && formula.startsWith("=") && formula !== content) return formula;
      return literalEntry(content);
    }),
  );
}

/** The entry that makes exactly this content, text staying text. */
export function literalEntry(content: CellContent): CellEntry {
  if (typeof content === "string") return readAsOther.test(content) ? `'${content}` : content;
  return wireValue(content);
}
