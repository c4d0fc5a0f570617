import type { CellValue, Selection } from "../workbook/workbook-gateway";

type Row = Readonly<Record<string, CellValue>>;

/** The active cell and its row: one trip, a second one inside a table, whose header is known only by its name. */
export async function readSelection(context: Excel.RequestContext): Promise<Selection> {
  const cell = context.workbook.getActiveCell();
  cell.load("address,rowIndex,columnIndex,worksheet/name");
  const tables = cell.getTables(false);
  tables.load("items/name");
  const row = cell.getEntireRow().getUsedRangeOrNullObject(true);
  row.load("values");
  await context.sync();
  const name = tables.items[0]?.name;
  return {
    sheet: cell.worksheet.name,
    address: cell.address,
    row: cell.rowIndex,
    column: cell.columnIndex,
    table: name === undefined ? null : await readTableRow(context, name, cell),
    rowValues: row.isNullObject ? [] : ((row.values[0] ?? []) as CellValue[]),
  };
}

async function readTableRow(
  context: Excel.RequestContext,
  name: string,
  cell: Excel.Range,
): Promise<Selection["table"]> {
  const table = context.workbook.tables.getItem(name);
  const header = table.getHeaderRowRange();
  header.load("values");
  const body = table.getDataBodyRange();
  body.load("rowIndex,rowCount");
  const row = cell.getEntireRow().getIntersectionOrNullObject(body);
  row.load("values");
  await context.sync();
  if (row.isNullObject) return null;
  const headers = header.values[0] ?? [];
  const cells: Record<string, CellValue> = {};
  headers.forEach((text, index) => {
    cells[String(text)] = row.values[0]?.[index] as CellValue;
  });
  return { name, bodyRow: cell.rowIndex - body.rowIndex, cells: cells satisfies Row };
}
