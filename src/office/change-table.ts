import type { Write } from "../workbook/workbook-gateway";
import { cellEntry } from "./cell-text";
import { formatRange, validateRange } from "./range-format";
import { dressTable } from "./write-table";

type Changes<K extends Write["kind"]> = (
  context: Excel.RequestContext,
  write: Extract<Write, { kind: K }>,
) => void;

/** The cells keep what they hold and how they look; only the table's own dress is the card's. */
export const makeTable: Changes<"make-table"> = (context, { sheet, area, name }) => {
  const target = context.workbook.worksheets.getItem(sheet);
  const range = target.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
  dressTable(target.tables.add(range, true), name);
};

/** Excel moves what stands to the right of the table; nothing is overwritten. */
export const addColumn: Changes<"add-column"> = (context, { table, index, column }) => {
  const added = context.workbook.tables.getItem(table).columns.add(index, undefined, column.header);
  const body = added.getDataBodyRange();
  body.format.columnWidth = column.width;
  body.format.fill.clear();
  // A new column takes its format from its neighbour.
  formatRange(body, { numberFormat: "General", ...column.format });
  body.dataValidation.clear();
  if (column.validation) validateRange(body, column.validation);
  if (column.hidden) body.columnHidden = true;
};

export const renameHeader: Changes<"rename-header"> = (context, { table, header, to }) => {
  const column = context.workbook.tables.getItem(table).columns.getItem(header);
  column.getHeaderRowRange().values = [[cellEntry(to)]];
};

export const nameHeader: Changes<"name-header"> = (context, { table, header, name }) => {
  const column = context.workbook.tables.getItem(table).columns.getItem(header);
  context.workbook.names.add(name, column.getHeaderRowRange());
};
