/** The kinds of arguments: how each is read, and what the metadata says of it. Names come from the declaration. */
import {
  columnOf,
  dayIn,
  flagIn,
  isBlank,
  labelIn,
  matrixOf,
  momentIn,
  numberIn,
  optionalFlag,
  single,
} from "../cells";
import { choiceOf } from "../choices";
import { cellDays, type DayOfCell } from "../date-system";
import { badInput, Problem } from "../problem";

export interface Parameter<Value> {
  /** A range of cells, or a single one. */
  readonly range: boolean;
  readonly optional: boolean;
  /** Reads an argument; throws a problem for what cannot be meant. */
  read(argument: unknown, name: string): Value;
}

/** A cell of a column that was read: a value, null for a blank, or what is wrong with it. */
export type Reading<Value> = Value | null | Problem;

type ReadCell<Value> = (cell: unknown) => Value;

/** `readerOf` is asked once for each argument: what is the same for all of its cells is looked up then. */
function column<Value>(readerOf: () => ReadCell<Value>): Parameter<Value[]> {
  return {
    range: true,
    optional: false,
    read: (argument, name) => {
      const cells = columnOf(argument, name, readerOf());
      if (cells === null || cells.length === 0) throw badInput("noRows", { argument: name });
      return cells;
    },
  };
}

/** Reads the cells of one call as dates. */
function withDays<Value>(read: (cell: unknown, dayOfCell: DayOfCell) => Value): () => ReadCell<Value> {
  return () => {
    const dayOfCell = cellDays();
    return (cell) => read(cell, dayOfCell);
  };
}

/** A column of numbers. */
export const numbers: Parameter<Reading<number>[]> = column(() => numberIn);
/** A column of Excel dates. */
export const dates: Parameter<Reading<number>[]> = column(withDays(dayIn));
/** A column of ids or names. */
export const labels: Parameter<Reading<string>[]> = column(() => labelIn);
/** A column of yes and no. */
export const flags: Parameter<(boolean | Problem)[]> = column(() => flagIn);
/** A column of anything, read by the function itself. */
export const anything: Parameter<unknown[]> = column(() => (cell) => cell);

/** A table of numbers: at least one row, all of one width. */
export const numberTable: Parameter<Reading<number>[][]> = {
  range: true,
  optional: false,
  read: (argument, name) => {
    const matrix = matrixOf(argument) ?? [];
    const width = matrix[0]?.length ?? 0;
    if (width === 0 || matrix.some((row) => row.length !== width))
      throw badInput("noCells", { argument: name });
    return matrix.map((row) => row.map(numberIn));
  },
};

/** Cells side by side or below each other, as they stand; the function knows how many there must be. */
export const cells: Parameter<unknown[][]> = {
  range: true,
  optional: false,
  read: (argument, name) => {
    const matrix = matrixOf(argument);
    if (matrix === null) throw badInput("noCells", { argument: name });
    return matrix;
  },
};

/** May be left out: null then, also where a host hands over a blank for it. */
export function optional<Value>(parameter: Parameter<Value>): Parameter<Value | null> {
  return {
    range: parameter.range,
    optional: true,
    read: (argument, name) => (isLeftOut(argument) ? null : parameter.read(argument, name)),
  };
}

/** Must be given a place, but may be blank there: for arguments that stand before a required one. */
export function blankable<Value>(parameter: Parameter<Value>): Parameter<Value | null> {
  return { ...optional(parameter), optional: false };
}

function isLeftOut(argument: unknown): boolean {
  return !Array.isArray(argument) && isBlank(argument);
}

export interface Limits {
  readonly from?: number;
  readonly to?: number;
  readonly whole?: boolean;
  /** `from` itself is not allowed. */
  readonly above?: boolean;
}

/** A single number within limits; `fallback` makes it optional. */
export function number(fallback: number | null, limits: Limits = {}): Parameter<number> {
  return {
    range: false,
    optional: fallback !== null,
    read: (argument, name) => {
      const value = numberIn(single(argument));
      if (value instanceof Problem) throw badInput("notANumber", { argument: name });
      const given = value ?? fallback;
      if (given === null) throw badInput("notANumber", { argument: name });
      return within(given, limits, name);
    },
  };
}

function within(
  value: number,
  { from = -Infinity, to = Infinity, whole, above }: Limits,
  name: string,
): number {
  if (whole && !Number.isInteger(value)) throw badInput("notWhole", { argument: name });
  const low = above ? value > from : value >= from;
  if (low && value <= to) return value;
  if (Number.isFinite(to)) throw badInput("notBetween", { argument: name, from, to });
  throw badInput(above ? "notAbove" : "notFrom", { argument: name, from });
}

/** A number that may be left out. */
export const maybeNumber = (limits: Limits = {}): Parameter<number | null> => optional(number(null, limits));

/** A single Excel date. */
export const date: Parameter<number> = {
  range: false,
  optional: false,
  read: (argument, name) => {
    const day = dayIn(single(argument));
    if (day instanceof Problem || day === null) throw badInput("notADate", { argument: name });
    return day;
  },
};

/** A moment: an Excel date with its time of day. */
export const moment: Parameter<number> = {
  range: false,
  optional: false,
  read: (argument, name) => {
    const value = momentIn(single(argument));
    if (value instanceof Problem || value === null) throw badInput("notADate", { argument: name });
    return value;
  },
};

/** A column of moments. */
export const moments: Parameter<Reading<number>[]> = column(withDays(momentIn));

/** TRUE or FALSE. */
export function flag(fallback: boolean): Parameter<boolean> {
  return { range: false, optional: true, read: (argument, name) => optionalFlag(argument, name, fallback) };
}

/** One of a few words, in any language of the card; the first where it is left out. */
export function choice<const Codes extends readonly [string, ...string[]]>(
  word: string,
  codes: Codes,
): Parameter<Codes[number]> {
  return { range: false, optional: true, read: (argument) => choiceOf(argument, word, codes) };
}

/** A single cell as it is. */
export const anyCell: Parameter<unknown> = {
  range: false,
  optional: false,
  read: (argument) => single(argument),
};
