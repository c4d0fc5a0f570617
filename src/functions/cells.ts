/** What cells deliver to custom functions, read without mistaking blanks, texts and errors for numbers (FN4). */
import { cellDays, type DayOfCell } from "./date-system";
import type { Problem } from "./problem";
import { badInput } from "./problem";

/** Hosts deliver a blank cell as null or ""; where it comes as 0 it cannot be told from a typed 0. */
export function isBlank(cell: unknown): boolean {
  if (typeof cell === "string") return cell === "" || cell.trim() === "";
  return cell === null || cell === undefined;
}

/** A number, null for a blank, or the problem of this cell. */
export function numberIn(cell: unknown): number | null | Problem {
  if (typeof cell === "number" && Number.isFinite(cell)) return cell;
  if (isBlank(cell)) return null;
  return isErrorValue(cell) ? badInput("errorInRow") : badInput("textInRow", { text: shorten(cell) });
}

/** A day (the time of day is dropped), null for a blank or the 0 some hosts make of it, or the problem of this cell. */
export function dayIn(cell: unknown, dayOfCell: DayOfCell = cellDays()): number | null | Problem {
  if (isBlank(cell) || cell === 0) return null;
  const day = typeof cell === "number" && Number.isFinite(cell) ? dayOfCell(cell) : null;
  if (day !== null) return day;
  return isErrorValue(cell) ? badInput("errorInRow") : badInput("dateInRow", { text: shorten(cell) });
}

/** A day with its time of day, otherwise as above. */
export function momentIn(cell: unknown, dayOfCell: DayOfCell = cellDays()): number | null | Problem {
  const day = dayIn(cell, dayOfCell);
  return typeof day === "number" ? day + (Number(cell) - Math.floor(Number(cell))) : day;
}

/** An id or name as text, null for a blank or the 0 some hosts make of it, or the problem of this cell. */
export function labelIn(cell: unknown): string | null | Problem {
  if (typeof cell === "string") return cell.trim() || null;
  if (isBlank(cell) || cell === 0) return null;
  return isErrorValue(cell) ? badInput("errorInRow") : String(cell);
}

/** TRUE, any number but 0 and any text but "" count as yes. */
export function flagIn(cell: unknown): boolean | Problem {
  if (isErrorValue(cell)) return badInput("errorInRow");
  return !isBlank(cell) && cell !== false && cell !== 0;
}

/** An Excel error that came in as an argument (`allowErrorForDataTypeAny`). */
export function isErrorValue(cell: unknown): boolean {
  if (typeof cell !== "object" || cell === null) return false;
  if (typeof CustomFunctions.Error === "function" && cell instanceof CustomFunctions.Error) return true;
  return "code" in cell;
}

/** A cell with a data type counts by its basic value; one that holds an error stays an error. */
function plain(cell: unknown): unknown {
  if (typeof cell !== "object" || cell === null || !("basicValue" in cell)) return cell;
  const isError = "basicType" in cell && cell.basicType === "Error";
  return isError ? { code: cell.basicValue } : cell.basicValue;
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
  if (!Array.isArray(argument)) return plain(argument);
  const row: unknown = argument[0];
  return plain(Array.isArray(row) ? row[0] : row);
}

/** Rows × columns; a scalar is a range of one cell, an omitted argument null. */
export function matrixOf(argument: unknown): unknown[][] | null {
  if (argument === null || argument === undefined) return null;
  if (!Array.isArray(argument)) return isBlank(argument) ? null : [[plain(argument)]];
  return argument.map((row: unknown) => (Array.isArray(row) ? row.map(plain) : [plain(row)]));
}

/** A column as a list, cell by cell as `read` takes it; throws unless it is n × 1, or 1 × 1 from a single cell. */
export function columnOf<Value>(
  argument: unknown,
  name: string,
  read: (cell: unknown) => Value,
): Value[] | null {
  if (!Array.isArray(argument)) return matrixOf(argument)?.flat().map(read) ?? null;
  return argument.map((row: unknown) => {
    if (!Array.isArray(row)) return read(plain(row));
    if (row.length !== 1) throw badInput("notAColumn", { argument: name });
    return read(plain(row[0]));
  });
}

/** `length` cells side by side or below each other, as people keep weights both ways. */
export function lineOf(argument: unknown, name: string, length: number): unknown[] | null {
  const matrix = matrixOf(argument);
  if (matrix === null) return null;
  const cells = matrix.flat();
  if (!isLine(matrix) || cells.length !== length) {
    throw badInput("notThatMany", { argument: name, count: length });
  }
  return cells;
}

/** One row or one column of cells. */
export function isLine(matrix: readonly (readonly unknown[])[]): boolean {
  return matrix.length === 1 || matrix.every((row) => row.length === 1);
}

function shorten(cell: unknown): string {
  const text = String(cell);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
