/** What cells deliver to custom functions, read without mistaking blanks, texts and errors for numbers (FN4). */
import { badInput, Problem } from "./problem";

/** Hosts deliver a blank cell as null or ""; where it comes as 0 it cannot be told from a typed 0. */
export function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");
}

/** A number, null for a blank, or the problem of this cell. */
export function numberIn(cell: unknown): number | null | Problem {
  if (isBlank(cell)) return null;
  if (typeof cell === "number" && Number.isFinite(cell)) return cell;
  return isErrorValue(cell) ? badInput("errorInRow") : badInput("textInRow", { text: shorten(cell) });
}

/** An Excel error that came in as an argument (`allowErrorForDataTypeAny`). */
export function isErrorValue(cell: unknown): boolean {
  if (typeof CustomFunctions.Error === "function" && cell instanceof CustomFunctions.Error) return true;
  return typeof cell === "object" && cell !== null && "code" in cell;
}

/** A single optional number; throws a problem for anything else. */
export function optionalNumber(argument: unknown, name: string, fallback: number): number {
  const value = numberIn(single(argument));
  if (value instanceof Problem) throw badInput("notANumber", { argument: name });
  return value ?? fallback;
}

/** A single optional TRUE or FALSE; numbers count as in Excel. */
export function optionalFlag(argument: unknown, name: string, fallback: boolean): boolean {
  const value = single(argument);
  if (isBlank(value)) return fallback;
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value !== 0;
  throw badInput("notAFlag", { argument: name });
}

/** One cell of a scalar argument: a host may hand over a single cell as a range of one. */
export function single(argument: unknown): unknown {
  if (!Array.isArray(argument)) return argument;
  const row: unknown = argument[0];
  return Array.isArray(row) ? row[0] : row;
}

/** Rows × columns; a scalar is a range of one cell, an omitted argument null. */
export function matrixOf(argument: unknown): unknown[][] | null {
  if (argument === null || argument === undefined) return null;
  if (!Array.isArray(argument)) return isBlank(argument) ? null : [[argument]];
  return argument.map((row: unknown) => (Array.isArray(row) ? row : [row]));
}

/** A column as a list; throws unless it is n × 1, or 1 × 1 from a single cell. */
export function columnOf(argument: unknown, name: string): unknown[] | null {
  const matrix = matrixOf(argument);
  if (matrix === null) return null;
  if (matrix.some((row) => row.length !== 1)) throw badInput("notAColumn", { argument: name });
  return matrix.map((row) => row[0]);
}

/** `length` cells side by side or below each other, as people keep weights both ways. */
export function lineOf(argument: unknown, name: string, length: number): unknown[] | null {
  const matrix = matrixOf(argument);
  if (matrix === null) return null;
  const cells = matrix.flat();
  if ((matrix.length !== 1 && matrix.some((row) => row.length !== 1)) || cells.length !== length) {
    throw badInput("notThatMany", { argument: name, count: length });
  }
  return cells;
}

function shorten(cell: unknown): string {
  const text = String(cell);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
