import type { CellInput, Write } from "../workbook/workbook-gateway";
import { estimatedBytes, pieceBytes } from "./cell-text";
import { addTable, addTableHead, addTableRows, finishTable } from "./write-table";
import { orderWrite } from "./write-workbook";

/** What goes into one request: a write, or the part of it that fits. */
export interface WriteStep {
  readonly bytes: number;
  order(context: Excel.RequestContext): void;
}

type Rows = readonly (readonly (CellInput | null)[])[];
interface Block<Row> {
  readonly from: number;
  readonly rows: readonly Row[];
  readonly bytes: number;
}

/** Rows in their order, cut where a request would become larger than a piece. */
function blocksOf<Row extends Rows[number]>(rows: readonly Row[]): readonly Block<Row>[] {
  const blocks: Block<Row>[] = [];
  let from = 0;
  let bytes = 0;
  rows.forEach((row, index) => {
    const size = estimatedBytes([row]);
    if (bytes > 0 && bytes + size > pieceBytes) {
      blocks.push({ from, rows: rows.slice(from, index), bytes });
      from = index;
      bytes = 0;
    }
    bytes += size;
  });
  return [...blocks, { from, rows: rows.slice(from), bytes }];
}

type Kind<K extends Write["kind"]> = Extract<Write, { kind: K }>;

const whole = (write: Write, bytes: number): WriteStep => ({
  bytes,
  order: (context) => orderWrite(context, write),
});

/** The table comes over the cells once all of them stand. */
function addTableSteps(write: Kind<"add-table">): readonly WriteStep[] {
  const blocks = blocksOf(write.rows);
  if (blocks.length === 1)
    return [{ bytes: blocks[0]?.bytes ?? 0, order: (context) => addTable(context, write) }];
  return [
    { bytes: 0, order: (context) => addTableHead(context, write) },
    ...blocks.map(({ from, rows, bytes }): WriteStep => {
      return { bytes, order: (context) => addTableRows(context, write, from, rows) };
    }),
    { bytes: 0, order: (context) => finishTable(context, write) },
  ];
}

/** Each block is appended where the one before has ended: whole rows stand, however far it comes. */
const appendSteps = (write: Kind<"append-rows">): readonly WriteStep[] =>
  blocksOf(write.rows).map(({ from, rows, bytes }) =>
    whole({ ...write, rows, at: { ...write.at, rowCount: write.at.rowCount + from } }, bytes),
  );

const cellSteps = (write: Kind<"write-cells">): readonly WriteStep[] =>
  blocksOf(write.values).map(({ from, rows, bytes }) =>
    whole({ ...write, row: write.row + from, values: rows }, bytes),
  );

const columnSteps = (write: Kind<"write-column">): readonly WriteStep[] =>
  blocksOf(write.values.map((value) => [value])).map(({ from, rows, bytes }) => {
    const values = rows.map((row) => row[0] ?? null);
    return whole({ ...write, fromRow: write.fromRow + from, values }, bytes);
  });

/** Formats and rules do not grow with the rows; of the cells those that fit go with them, the others follow. */
function paintSteps(write: Kind<"paint-sheet">): readonly WriteStep[] {
  const { plan } = write;
  const bytes = plan.cells.reduce((sum, block) => sum + estimatedBytes(block.values), 0);
  if (bytes <= pieceBytes) return [whole(write, bytes)];
  const small = plan.cells.filter((block) => estimatedBytes(block.values) * plan.cells.length <= pieceBytes);
  const large = plan.cells.filter((block) => !small.includes(block));
  const first = small.reduce((sum, block) => sum + estimatedBytes(block.values), 0);
  return [
    whole({ ...write, plan: { ...plan, cells: small } }, first),
    ...large.flatMap((block) => cellSteps({ kind: "write-cells", sheet: plan.name, ...block })),
  ];
}

/** The requests of a write: one, or as many as its cells need at 2 MB each. */
export function stepsOf(write: Write): readonly WriteStep[] {
  if (write.kind === "add-table") return addTableSteps(write);
  if (write.kind === "append-rows") return appendSteps(write);
  if (write.kind === "write-cells") return cellSteps(write);
  if (write.kind === "write-column") return columnSteps(write);
  return write.kind === "paint-sheet" ? paintSteps(write) : [whole(write, 0)];
}
