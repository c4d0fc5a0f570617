import { WorkbookError } from "../workbook/workbook-error";
import type { CellValue, Read, ReadResult } from "../workbook/workbook-gateway";
import { estimatedBytes, pieceBytes } from "./cell-text";
import { isTooLargeAnswer } from "./office-error";
import { orderColumns, rowsOfColumns, type TableRead } from "./read-workbook";
import { orderSheet, orderTable, sheetFacts, tableFacts } from "./table-facts";

type SheetRead = Extract<Read, { kind: "sheet" }>;

/** Called after each piece. A reading that should stop throws from here. */
export type OnPiece = (rows: number) => void;

/** Some 12 bytes a cell on the wire: numbers and short texts. */
export const cellBytes = 12;

/** Rows of one piece: guessed from the columns, then learnt from what came; halved when the host refuses. */
class PieceSize {
  private bytesPerRow: number;

  constructor(columns: number) {
    this.bytesPerRow = cellBytes * Math.max(1, columns);
  }

  get rows(): number {
    return Math.max(1, Math.floor(pieceBytes / this.bytesPerRow));
  }

  learn(rows: readonly (readonly CellValue[])[]): void {
    if (rows.length > 0) this.bytesPerRow = Math.max(1, estimatedBytes(rows) / rows.length);
  }

  /** false: a single row is refused, so smaller pieces are no help. */
  halve(): boolean {
    if (this.rows === 1) return false;
    this.bytesPerRow *= 2;
    return true;
  }
}

type Rows = CellValue[][];

/** What one piece came back as: its rows, `null` for an answer that was too large, `changed` for other data. */
type Piece = Rows | "too-large" | "changed";

async function collect(
  rowCount: number,
  columns: number,
  onPiece: OnPiece,
  pieceAt: (from: number, count: number) => Promise<Piece>,
): Promise<Piece> {
  const size = new PieceSize(columns);
  const rows: Rows = [];
  while (rows.length < rowCount) {
    const piece = await pieceAt(rows.length, Math.min(size.rows, rowCount - rows.length));
    if (piece === "changed") return piece;
    if (piece === "too-large") {
      if (!size.halve()) return piece;
      continue;
    }
    size.learn(piece);
    for (const row of piece) rows.push(row);
    onPiece(piece.length);
  }
  return rows;
}

/** One trip per piece is the point. false: what was asked is done, and the answer was too large to be sent. */
export async function syncPiece(context: Excel.RequestContext): Promise<boolean> {
  try {
    await context.sync();
    return true;
  } catch (error) {
    if (isTooLargeAnswer(error)) return false;
    throw error;
  }
}

/**
 * Reads a large table in pieces of about 2 MB. When the table changes its size between two pieces the whole
 * read starts again, so that rows of two states are never mixed.
 */
export async function readTableInPieces(
  context: Excel.RequestContext,
  read: TableRead,
  onPiece: OnPiece = () => undefined,
  attempts = 3,
): Promise<ReadResult> {
  const table = context.workbook.tables.getItemOrNullObject(read.table);
  const shape = orderTable(table);
  await context.sync();
  if (table.isNullObject) return { kind: "missing" };
  const facts = tableFacts(shape);
  const headers = (read.columns ?? facts.headers).filter((header) => facts.headers.includes(header));
  // Pieces of no columns have no rows, so there is no end to them.
  if (headers.length === 0) return { kind: "table", facts, headers, rows: [] };
  const rows = await collect(facts.rowCount, headers.length, onPiece, async (from, count) => {
    const columns = orderColumns(table, headers, [from, from + count - 1]);
    const body = table.getDataBodyRange();
    body.load("rowCount");
    if (!(await syncPiece(context))) return "too-large";
    return body.rowCount === facts.rowCount ? (rowsOfColumns(columns) ?? "too-large") : "changed";
  });
  if (typeof rows !== "string") return { kind: "table", facts, headers, rows };
  if (rows === "too-large" || attempts === 1) throw new WorkbookError("too-large", read.table);
  return readTableInPieces(context, read, onPiece, attempts - 1);
}

/** The used range of a sheet in pieces of about 2 MB. */
export async function readSheetInPieces(context: Excel.RequestContext, read: SheetRead): Promise<ReadResult> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(read.sheet);
  orderSheet(sheet);
  const cells = read.rows === undefined ? sheet : sheet.getRange(`1:${read.rows}`);
  const used = cells.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  if (sheet.isNullObject) return { kind: "missing" };
  const facts = sheetFacts(sheet);
  if (used.isNullObject) return { kind: "sheet", facts, origin: { row: 0, column: 0 }, values: [] };
  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  const values = await collect(
    rowCount,
    columnCount,
    () => undefined,
    async (from, count) => {
      const range = sheet.getRangeByIndexes(rowIndex + from, columnIndex, count, columnCount);
      range.load("values");
      if (!(await syncPiece(context))) return "too-large";
      return (range.values as CellValue[][] | null) ?? "too-large";
    },
  );
  if (typeof values === "string") throw new WorkbookError("too-large", read.sheet);
  return { kind: "sheet", facts, origin: { row: rowIndex, column: columnIndex }, values };
}
