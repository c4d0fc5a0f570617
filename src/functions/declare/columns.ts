/** Long columns read without an object for each row; the rows that cannot be read stand apart. */
import { badInput, cellError, Problem } from "../problem";
import type { Reading } from "./parameters";
import type { Cell } from "./rows";

/** What is wrong with a row, by its place; most columns have nothing here. */
export type RowProblems = Map<number, Problem>;

/** The first problem of each row. Throws unless all columns are equally long; those left out (null) are passed over. */
export function rowProblems(columns: Readonly<Record<string, readonly unknown[] | null>>): RowProblems {
  const problems: RowProblems = new Map();
  const given = Object.entries(columns).flatMap(([name, cells]) => (cells === null ? [] : [{ name, cells }]));
  const count = Math.max(...given.map(({ cells }) => cells.length));
  for (const { name, cells } of given) {
    if (cells.length !== count) throw badInput("notThatMany", { argument: name, count });
    for (let row = 0; row < count; row += 1) {
      const cell = cells[row];
      // Nearly every cell is a text or a number: asked first, as it costs a tenth.
      if (typeof cell === "object" && cell instanceof Problem && !problems.has(row)) problems.set(row, cell);
    }
  }
  return problems;
}

/** The numbers of the rows without a problem; a blank counts 0. */
export function numbersOf(column: readonly Reading<number>[], problems: RowProblems): Float64Array {
  const numbers = new Float64Array(column.length - problems.size);
  let next = 0;
  for (let row = 0; row < column.length; row += 1) {
    if (problems.size > 0 && problems.has(row)) continue;
    const cell = column[row];
    if (typeof cell === "number") numbers[next] = cell;
    next += 1;
  }
  return numbers;
}

/** The texts of the rows without a problem; a blank is "". */
export function labelsOf(column: readonly Reading<string>[], problems: RowProblems): readonly string[] {
  // Nearly always there is nothing to leave out.
  if (problems.size === 0 && column.every((cell) => typeof cell === "string")) return column;
  const texts: string[] = [];
  for (let row = 0; row < column.length; row += 1) {
    if (problems.size > 0 && problems.has(row)) continue;
    const cell = column[row];
    texts.push(typeof cell === "string" ? cell : "");
  }
  return texts;
}

/** `count` rows, `width` cells wide: a row's problem, or its answer, asked for by its place among the readable ones. */
export function answerRows(
  count: number,
  width: number,
  problems: RowProblems,
  answer: (readable: number, row: number) => Cell[],
): Cell[][] {
  const rows = new Array<Cell[]>(count);
  let readable = 0;
  for (let row = 0; row < count; row += 1) {
    const problem = problems.size > 0 ? problems.get(row) : undefined;
    if (problem) rows[row] = new Array<Cell>(width).fill(cellError(problem));
    else {
      rows[row] = answer(readable, row);
      readable += 1;
    }
  }
  return rows;
}
