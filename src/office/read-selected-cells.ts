import type { CellValue, SelectedCells } from "../workbook/workbook-gateway";
import { pieceBytes } from "./cell-text";

/** Some 12 bytes a cell on the wire: numbers and short texts. */
const cellBytes = 12;

interface Block {
  readonly name: string;
  readonly range: Excel.Range;
}

/** The block that is meant by the selection: three trips, and one more per piece of 2 MB. */
export async function readSelectedCells(context: Excel.RequestContext): Promise<SelectedCells> {
  const { name, range } = await meant(context);
  range.load("rowIndex,rowCount,columnCount,address");
  range.worksheet.load("name");
  await context.sync();
  const step = Math.max(1, Math.floor(pieceBytes / (cellBytes * range.columnCount)));
  const values: CellValue[][] = [];
  while (values.length < range.rowCount) {
    const rows = Math.min(step, range.rowCount - values.length);
    const piece = range.getRow(values.length).getResizedRange(rows - 1, 0);
    piece.load("values");
    await syncPiece(context);
    for (const row of piece.values as CellValue[][]) values.push(row);
  }
  return { name: name || range.address, sheet: range.worksheet.name, row: range.rowIndex, values };
}

async function meant(context: Excel.RequestContext): Promise<Block> {
  const selected = context.workbook.getSelectedRange();
  selected.load("cellCount");
  const cell = context.workbook.getActiveCell();
  const tables = cell.getTables(false);
  tables.load("items/name");
  const used = selected.getUsedRangeOrNullObject(true);
  used.load("address");
  await context.sync();
  const name = tables.items[0]?.name;
  if (name !== undefined) {
    // Header and body alone: a totals row is none of the rows.
    const table = context.workbook.tables.getItem(name);
    const range = table.getHeaderRowRange().getBoundingRect(table.getDataBodyRange());
    return { name, range };
  }
  if (selected.cellCount === 1) return { name: "", range: cell.getSurroundingRegion() };
  return { name: "", range: used.isNullObject ? selected.getCell(0, 0) : used };
}

/** One trip per piece is the point: a single answer would be refused. */
const syncPiece = (context: Excel.RequestContext): Promise<void> => context.sync();
