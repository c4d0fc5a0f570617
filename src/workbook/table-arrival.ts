import type { CellInput, Read, ReadResult, Write } from "./workbook-gateway";

type NewTableWrite = Extract<Write, { kind: "add-table" }>;

const tablesIn = (writes: readonly Write[]): readonly NewTableWrite[] =>
  writes.filter((write) => write.kind === "add-table");

/** What is read in the batch that makes tables, to see that they are there. */
export const readBack = (writes: readonly Write[]): readonly Read[] =>
  tablesIn(writes).map(({ name, columns }) => ({
    kind: "table",
    table: name,
    columns: columns.slice(0, 1).map(({ header }) => header),
  }));

/** The first new table that is not as it was meant, by the answers to `readBack`; undefined where all are. */
export const lostTable = (
  writes: readonly Write[],
  results: readonly ReadResult[],
): NewTableWrite | undefined => tablesIn(writes).find((made, index) => !hasArrived(made, results[index]));

/** A write that was swallowed leaves a table of the right size: its headers are Excel's own, or its cells are blank. */
function hasArrived({ columns, rows }: NewTableWrite, result: ReadResult | undefined): boolean {
  if (result?.kind !== "table" || result.facts.rowCount !== rows.length) return false;
  if (columns.some(({ header }, index) => result.facts.headers[index] !== header)) return false;
  return rows.every(([sent], index) => isBlank(sent) === isBlank(result.rows[index]?.[0]));
}

const isBlank = (cell: CellInput | undefined): boolean => cell === undefined || cell === "";
