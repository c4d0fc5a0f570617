import type { Area } from "../workbook/sheet-plan";
import type { CellValue, Read, ReadResult, WorkbookSurvey } from "../workbook/workbook-gateway";
import { orderSheet, orderTable, sheetFacts, tableFacts } from "./table-facts";

/** 1 January 2000 in the 1900 system; in the 1904 system it is 1,462 days less (WB7). */
const newMillennium = 36_526;

/** Everything about a workbook but cell values; two trips, since table ranges are known only by name. */
export async function surveyWorkbook(context: Excel.RequestContext): Promise<WorkbookSurvey> {
  const { workbook } = context;
  workbook.load("readOnly");
  const date = workbook.functions.date(2000, 1, 1);
  date.load("value");
  workbook.names.load("items/name,items/formula");
  workbook.protection.load("protected");
  workbook.worksheets.load(
    "items/id,items/name,items/visibility,items/protection/protected,items/names/items/name,items/names/items/formula",
  );
  workbook.tables.load("items/name");
  await context.sync();
  const orders = workbook.tables.items.map(orderTable);
  if (orders.length > 0) await context.sync();
  return {
    sheets: workbook.worksheets.items.map(sheetFacts),
    tables: orders.map(tableFacts),
    names: workbook.names.items.map(({ name }) => name),
    namedCells: workbook.names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
    structureLocked: workbook.protection.protected,
    date1904: date.value !== newMillennium,
    readOnly: workbook.readOnly,
  };
}

interface Order {
  /** After the sync that follows; null means that the answer is too large for one piece. */
  result(): ReadResult | null;
}

/** Puts one read on order in the batch that is being built. */
export function orderRead(context: Excel.RequestContext, read: Read): Order {
  if (read.kind === "table") return orderTableRead(context, read);
  if (read.kind === "sheet") return orderSheetRead(context, read);
  return read.kind === "region" ? orderRegion(context, read) : orderExtent(context, read);
}

export type TableRead = Extract<Read, { kind: "table" }>;

interface TableColumns {
  readonly header: string;
  readonly column: Excel.TableColumn;
  readonly range: Excel.Range;
}

export function orderColumns(
  table: Excel.Table,
  headers: readonly string[],
  rows?: [number, number],
): TableColumns[] {
  return headers.map((header) => {
    const column = table.columns.getItemOrNullObject(header);
    const whole = column.getDataBodyRange();
    const range = rows ? whole.getRow(rows[0]).getBoundingRect(whole.getRow(rows[1])) : whole;
    range.load("values");
    return { header, column, range };
  });
}

const emptyRows: CellValue[][] = [];

export function rowsOfColumns(columns: readonly TableColumns[]): CellValue[][] | null {
  if (columns.some(({ range }) => range.values === null)) return null;
  const count = columns[0]?.range.values.length ?? 0;
  return Array.from({ length: count }, (_, row) =>
    columns.map(({ range }) => range.values[row]?.[0] as CellValue),
  );
}

function orderTableRead(context: Excel.RequestContext, read: TableRead): Order {
  const table = context.workbook.tables.getItemOrNullObject(read.table);
  const order = orderTable(table);
  const columns = read.columns && orderColumns(table, read.columns);
  if (!columns) order.body.load("values");
  return {
    result: () => {
      if (table.isNullObject) return { kind: "missing" };
      const facts = tableFacts(order);
      if (!columns) {
        const values = order.body.values as CellValue[][] | null;
        return (
          values && {
            kind: "table",
            facts,
            headers: facts.headers,
            rows: facts.rowCount === 0 ? emptyRows : values,
          }
        );
      }
      const present = columns.filter(({ column }) => !column.isNullObject);
      const rows = facts.rowCount === 0 ? emptyRows : rowsOfColumns(present);
      return rows && { kind: "table", facts, headers: present.map(({ header }) => header), rows };
    },
  };
}

function orderSheetRead(context: Excel.RequestContext, read: Extract<Read, { kind: "sheet" }>): Order {
  const sheet = context.workbook.worksheets.getItemOrNullObject(read.sheet);
  orderSheet(sheet);
  const cells = read.rows === undefined ? sheet : sheet.getRange(`1:${read.rows}`);
  const used = cells.getUsedRangeOrNullObject(true);
  used.load("values,rowIndex,columnIndex");
  if (read.formats) used.load("numberFormat");
  return {
    result: () => {
      if (sheet.isNullObject) return { kind: "missing" };
      const facts = sheetFacts(sheet);
      if (used.isNullObject) return { kind: "sheet", facts, origin: { row: 0, column: 0 }, values: [] };
      const values = used.values as CellValue[][] | null;
      const origin = { row: used.rowIndex, column: used.columnIndex };
      const formats = read.formats ? { formats: used.numberFormat as string[][] } : {};
      return values && { kind: "sheet", facts, origin, values, ...formats };
    },
  };
}

function orderRegion(context: Excel.RequestContext, read: Extract<Read, { kind: "region" }>): Order {
  const sheet = context.workbook.worksheets.getItemOrNullObject(read.sheet);
  const region = sheet.getRangeByIndexes(read.row, read.column, 1, 1).getSurroundingRegion();
  region.load("rowIndex,columnIndex,rowCount,columnCount");
  return {
    result: () => {
      if (sheet.isNullObject) return { kind: "missing" };
      return { kind: "region", area: areaOf(region) };
    },
  };
}

function orderExtent(context: Excel.RequestContext, read: Extract<Read, { kind: "extent" }>): Order {
  const sheet = context.workbook.worksheets.getItemOrNullObject(read.sheet);
  const kinds = [sheet.charts, sheet.shapes, sheet.pivotTables, sheet.comments];
  for (const collection of kinds) collection.load("items/id");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  return {
    result: () => {
      if (sheet.isNullObject) return { kind: "missing" };
      const objects = kinds.reduce((sum, { items }) => sum + items.length, 0);
      return { kind: "extent", used: used.isNullObject ? null : areaOf(used), objects };
    },
  };
}

const areaOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area => ({
  row: rowIndex,
  column: columnIndex,
  rows: rowCount,
  columns: columnCount,
});
