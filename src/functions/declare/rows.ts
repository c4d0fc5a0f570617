/** Rows made of several columns, and answers in their order. */
import { badInput, cellError, isReadable, Problem } from "../problem";

/** What a cell of an answer may hold; "" is shown as nothing, null would be shown as 0. */
export type Cell = string | number | boolean | CustomFunctions.Error;

type Columns = Readonly<Record<string, readonly unknown[] | null>>;

type CellOf<Column> = Column extends readonly (infer Each)[] ? Exclude<Each, Problem> : null;

/** A row by the names of its columns; columns that were left out hold null. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: CellOf<C[K]> };

/**
 * Columns side by side; a row with a problem in any of its cells is that problem. Throws unless all are equally long;
 * with `spread` a single cell stands for every row.
 */
export function rowsOf<C extends Columns>(columns: C, spread: "spread" | "" = ""): (RowOf<C> | Problem)[] {
  const given = Object.entries(columns).filter(
    (entry): entry is [string, readonly unknown[]] => entry[1] !== null,
  );
  const count = Math.max(...given.map(([, cells]) => cells.length));
  const spreads = (cells: readonly unknown[]): boolean => spread !== "" && cells.length === 1;
  for (const [name, cells] of given) {
    if (cells.length !== count && !spreads(cells)) throw badInput("notThatMany", { argument: name, count });
  }
  const blank = Object.fromEntries(Object.keys(columns).map((name) => [name, null]));
  const sources = given.map(([name, cells]) => ({ name, cells, step: spreads(cells) ? 0 : 1 }));
  return Array.from({ length: count }, (_, index) => {
    const row: Record<string, unknown> = { ...blank };
    for (const { name, cells, step } of sources) {
      const cell = cells[index * step];
      if (cell instanceof Problem) return cell;
      row[name] = cell;
    }
    return row as RowOf<C>;
  });
}

/** Answers for the rows that can be read, in the order of all rows; every other row shows its problem. */
export function inRowOrder<Row>(
  rows: readonly (Row | Problem)[],
  width: number,
  answer: (readable: readonly Row[]) => readonly (Cell[] | Problem)[],
): Cell[][] {
  const answers = answer(rows.filter(isReadable));
  let next = 0;
  return rows.map((row) => {
    const cells = row instanceof Problem ? row : (answers[next++] ?? []);
    return cells instanceof Problem ? new Array<Cell>(width).fill(cellError(cells)) : cells;
  });
}

/** Each row answered on its own: one cell, or its problem. */
export function eachRow<Row>(
  rows: readonly (Row | Problem)[],
  answer: (row: Row) => Cell | Problem,
): Cell[][] {
  return inRowOrder(rows, 1, (readable) =>
    readable.map((row) => {
      const cell = answer(row);
      return cell instanceof Problem ? cell : [cell];
    }),
  );
}

/**
 * The cells of a column without its blanks, for answers about the column as a whole: one bad cell would make the answer
 * wrong, so it throws its problem, with the row it is in.
 */
export function present<Value>(column: readonly (Value | null | Problem)[], name: string): Value[] {
  const values: Value[] = [];
  column.forEach((cell, index) => {
    if (cell instanceof Problem) throw inColumn(cell, name, index);
    if (cell !== null) values.push(cell);
  });
  return values;
}

/** A row's problem as one of the call: names the argument and the row, counted within the range. */
export function inColumn(problem: Problem, argument: string, index: number): Problem {
  const sentence =
    { textInRow: "textInColumn", dateInRow: "dateInColumn" }[problem.sentence] ?? "errorInColumn";
  return badInput(sentence, { ...problem.values, argument, row: index + 1 });
}
