import { importKinds, type ImportTable } from "./import-job";
import type { ImportPlan, PlannedRow } from "./import-draft";

/** New rows of one table that are written together. */
export interface Piece {
  readonly table: ImportTable;
  readonly rows: readonly PlannedRow[];
}

/** Excel on the web refuses 5 MB. */
const pieceBytes = 2_000_000;
/** Up to so many rows are one write; more go in tenths, so that progress is seen and Cancel is heard. */
const rowsAtOnce = 1_000;
const tenths = 10;
/** A cell on the wire: what is around a value, and a null where a column of the table is not written. */
const cellBytes = 10;

function bytesOf({ values }: PlannedRow, columns: number): number {
  let bytes = columns * cellBytes;
  for (const value of values.values()) if (typeof value === "string") bytes += value.length * 1.5;
  return bytes;
}

/** Cuts all new rows into batches of at most 2 MB; small imports are one batch, large ones ten or more. Accounts come first. */
export function cutPieces(
  plan: ImportPlan,
  columns: Readonly<Record<ImportTable, number>>,
): readonly (readonly Piece[])[] {
  const total = importKinds.reduce((sum, table) => sum + plan.tables[table].added.length, 0);
  const limit = Math.max(rowsAtOnce, Math.ceil(total / tenths));
  const batches: Piece[][] = [];
  let batch: Piece[] = [];
  let size = { rows: 0, bytes: 0 };
  const close = (): void => {
    if (batch.length > 0) batches.push(batch);
    batch = [];
    size = { rows: 0, bytes: 0 };
  };
  for (const table of importKinds) {
    let rows: PlannedRow[] = [];
    const put = (): void => {
      if (rows.length > 0) batch.push({ table, rows });
      rows = [];
    };
    for (const row of plan.tables[table].added) {
      const bytes = bytesOf(row, columns[table]);
      if (size.rows >= limit || (size.rows > 0 && size.bytes + bytes > pieceBytes)) {
        put();
        close();
      }
      rows.push(row);
      size = { rows: size.rows + 1, bytes: size.bytes + bytes };
    }
    put();
  }
  close();
  return batches;
}
