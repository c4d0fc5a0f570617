import { CheckFailure, type Problem } from "../../workbook/self-test/self-test";
import type { CellInput, CellValue, TableFacts, WorkbookGateway } from "../../workbook/workbook-gateway";
import { runInExcel } from "../office-error";

/** Columns of the scratch sheet that a check has for itself. */
export const blockColumns = 12;

/** A check's place on the scratch sheet. */
export interface Bench {
  readonly gateway: WorkbookGateway;
  readonly sheet: string;
  /** First column of the check's own block. */
  readonly column: number;
  /** A name for a table or rule that nobody else uses. */
  readonly name: string;
}

export type HostCheck = (bench: Bench) => Promise<boolean | void>;

type Cells = (row: number, column: number, rows?: number, columns?: number) => Excel.Range;

/** One call of Office.js on the block; places count from its first cell. */
export function onSheet<T>(
  bench: Bench,
  work: (cells: Cells, sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  return runInExcel((context) => {
    const sheet = context.workbook.worksheets.getItem(bench.sheet);
    const cells: Cells = (row, column, rows = 1, columns = 1) =>
      sheet.getRangeByIndexes(row, bench.column + column, rows, columns);
    return work(cells, sheet, context);
  });
}

export function fail(problem: Problem, detail: unknown): never {
  throw new CheckFailure(problem, typeof detail === "string" ? detail : JSON.stringify(detail));
}

export function expectSame(problem: Problem, wanted: unknown, found: unknown): void {
  const [left, right] = [JSON.stringify(wanted), JSON.stringify(found)];
  if (left !== right) fail(problem, `${short(left)} → ${short(right)}`);
}

const short = (text: string | undefined): string =>
  text === undefined ? "nothing" : text.length > 120 ? `${text.slice(0, 119)}…` : text;

/** Writes as the add-in does, and reads what stands there then. */
export async function writeAndRead(
  bench: Bench,
  rows: readonly (readonly CellInput[])[],
): Promise<CellValue[][]> {
  const { gateway, sheet, column } = bench;
  await gateway.write([{ kind: "write-cells", sheet, row: 0, column, values: rows }], []);
  return onSheet(bench, async (cells, _sheet, context) => {
    const range = cells(0, 0, rows.length, rows[0]?.length ?? 1);
    range.load("values");
    await context.sync();
    return range.values as CellValue[][];
  });
}

const tableColumns = ["Own key", "Own text", "Own number", "Own day"] as const;

/** A table in the block, as set-up makes them: `rows` of a key, a text, a number and a day. */
export async function makeTable(bench: Bench, rows: number): Promise<TableFacts> {
  const columns = tableColumns.map((header) => ({
    header,
    width: 80,
    ...(header === "Own day" ? { format: { numberFormat: "yyyy-mm-dd" } } : {}),
  }));
  const { sheet, column, name } = bench;
  const made = { sheet, row: 0, column, name, columns, rows: rowsFrom(1, rows) };
  await bench.gateway.write([{ kind: "add-table", ...made }], []);
  return factsOf(bench);
}

export const rowsFrom = (first: number, count: number): CellInput[][] =>
  Array.from({ length: count }, (_, index) => [
    `K${first + index}`,
    `=${first + index}`,
    first + index,
    40_000 + index,
  ]);

export async function factsOf(bench: Bench): Promise<TableFacts> {
  const facts = (await bench.gateway.survey()).tables.find((table) => table.name === bench.name);
  return facts ?? fail("notFound", bench.name);
}

export function append(
  bench: Bench,
  at: TableFacts,
  rows: readonly (readonly CellInput[])[],
): Promise<unknown> {
  return bench.gateway.write(
    [{ kind: "append-rows", table: bench.name, at, headers: tableColumns, rows }],
    [],
  );
}

/** Keys of all rows, in order. */
export async function keysOf(bench: Bench): Promise<CellValue[]> {
  const [read] = await bench.gateway.read([{ kind: "table", table: bench.name, columns: ["Own key"] }]);
  if (read?.kind !== "table") return fail("notFound", bench.name);
  return read.rows.map(([key]) => key ?? "");
}

/** The table holds these rows and no others: what is verified after every entry. */
export async function expectKeys(bench: Bench, count: number): Promise<void> {
  const keys = await keysOf(bench);
  if (keys.length < count) fail("tableDidNotGrow", `${keys.length} of ${count} rows`);
  expectSame(
    "rowsLost",
    rowsFrom(1, count).map(([key]) => key),
    keys,
  );
}

/** Waits for something the host tells in its own time; false after `milliseconds`. */
export async function comesTrue(
  check: () => boolean | Promise<boolean>,
  milliseconds = 8_000,
): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += 100) {
    if (await check()) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}
