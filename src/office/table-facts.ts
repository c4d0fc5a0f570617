import type { ColumnFilter, SheetFacts, TableFacts } from "../workbook/workbook-gateway";

/** A table with everything `TableFacts` needs on order; read it after the next sync. */
export interface TableOrder {
  readonly table: Excel.Table;
  readonly header: Excel.Range;
  readonly body: Excel.Range;
  readonly firstRow: Excel.Range;
  readonly below: Excel.Range;
}

export function orderTable(table: Excel.Table): TableOrder {
  table.load("name,showTotals");
  table.worksheet.load("name");
  table.worksheet.protection.load("protected");
  table.columns.load("items/name,items/filter/criteria");
  const header = table.getHeaderRowRange();
  header.load("values,rowIndex,columnIndex,columnCount");
  const body = table.getDataBodyRange();
  body.load("rowIndex,rowCount");
  const firstRow = body.getRow(0);
  firstRow.load("values");
  // From the row below the table to the last one in use in its columns: one or two rows as a rule.
  const lastUsed = table.getRange().getEntireColumn().getUsedRange(true).getLastRow();
  const below = body.getRowsBelow(1).getBoundingRect(lastUsed).getIntersection(body.getRowsBelow(looksBelow));
  below.load("values,rowIndex");
  return { table, header, body, firstRow, below };
}

/** Rows below a table that are looked at; what stands farther off makes way as if it stood there. */
const looksBelow = 200;

function freeBelow({ table, below }: TableOrder): Pick<TableFacts, "freeBelow"> {
  if (table.showTotals) return {};
  const rows = below.values ?? [];
  const first = rows.findIndex((row) => !isBlankRow([row]));
  if (first >= 0) return { freeBelow: first };
  return rows.length >= looksBelow ? { freeBelow: looksBelow } : {};
}

const isBlankRow = (values: unknown[][] | undefined): boolean =>
  (values?.[0] ?? []).every((value) => value === "" || value === null);

function filtersOf(table: Excel.Table): ColumnFilter[] {
  return table.columns.items.flatMap((column) => {
    const criteria = column.filter.criteria as Excel.FilterCriteria | null | undefined;
    return criteria?.filterOn ? [{ header: column.name, criteria: { ...criteria } }] : [];
  });
}

export function tableFacts(order: TableOrder): TableFacts & { protected: boolean } {
  const { table, header, body } = order;
  const filters = filtersOf(table);
  const blank = body.rowCount === 1 && isBlankRow(order.firstRow.values);
  return {
    name: table.name,
    sheet: table.worksheet.name,
    headers: (header.values[0] ?? []).map(String),
    rowCount: blank ? 0 : body.rowCount,
    totals: table.showTotals,
    filtered: filters.length > 0,
    area: {
      row: header.rowIndex,
      column: header.columnIndex,
      rows: 1 + body.rowCount,
      columns: header.columnCount,
    },
    ...freeBelow(order),
    ...(filters.length > 0 ? { filters } : {}),
    protected: table.worksheet.protection.protected,
  };
}

export function orderSheet(sheet: Excel.Worksheet): void {
  sheet.load("id,name,visibility");
  sheet.protection.load("protected");
  sheet.names.load("items/name,items/formula");
}

export const sheetFacts = (sheet: Excel.Worksheet): SheetFacts => ({
  id: sheet.id,
  name: sheet.name,
  hidden: sheet.visibility !== "Visible",
  protected: sheet.protection.protected,
  names: sheet.names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
});
