import type { TableFacts, Write } from "../workbook/workbook-gateway";
import { WorkbookError } from "../workbook/workbook-error";
import { cellEntry } from "./cell-text";
import { formatRange, validateRange } from "./range-format";

type AddTable = Extract<Write, { kind: "add-table" }>;
type AppendRows = Extract<Write, { kind: "append-rows" }>;

/** Values first, the table over them: faster than adding rows to a table. */
export function addTable(context: Excel.RequestContext, write: AddTable): void {
  addTableHead(context, write);
  addTableRows(context, write, 0, write.rows);
  finishTable(context, write);
}

/** Header cells and what the columns look like, for all rows that will come. */
export function addTableHead(context: Excel.RequestContext, write: AddTable): void {
  const sheet = context.workbook.worksheets.getItem(write.sheet);
  formatColumns(sheet, write, Math.max(1, write.rows.length));
  const header = sheet.getRangeByIndexes(write.row, write.column, 1, write.columns.length);
  header.values = [write.columns.map((column) => cellEntry(column.header))];
}

/** Some of the rows, `from` the first of them among all. */
export function addTableRows(
  context: Excel.RequestContext,
  write: AddTable,
  from: number,
  rows: AddTable["rows"],
): void {
  if (rows.length === 0) return;
  const sheet = context.workbook.worksheets.getItem(write.sheet);
  const range = sheet.getRangeByIndexes(
    write.row + 1 + from,
    write.column,
    rows.length,
    write.columns.length,
  );
  range.values = rows.map((row) => row.map(cellEntry));
}

/** The table over its cells. */
export function finishTable(context: Excel.RequestContext, write: AddTable): void {
  const sheet = context.workbook.worksheets.getItem(write.sheet);
  const bodyRows = Math.max(1, write.rows.length);
  const all = sheet.getRangeByIndexes(write.row, write.column, 1 + bodyRows, write.columns.length);
  dressTable(sheet.tables.add(all, true), write.name);
  if (write.freezeHeader) sheet.freezePanes.freezeRows(write.row + 1);
}

/** Quiet, as every table of the card. */
export function dressTable(table: Excel.Table, name: string): void {
  table.name = name;
  table.style = "TableStyleLight1";
  table.showBandedRows = false;
}

function formatColumns(sheet: Excel.Worksheet, write: AddTable, bodyRows: number): void {
  write.columns.forEach((column, index) => {
    const body = sheet.getRangeByIndexes(write.row + 1, write.column + index, bodyRows, 1);
    body.format.columnWidth = column.width;
    if (column.hidden) body.columnHidden = true;
    if (column.format) formatRange(body, column.format);
    if (column.validation) validateRange(body, column.validation);
  });
}

/**
 * Where `count` new rows of one column go, seen from the table's end at the moment of writing: a row that a co-author
 * appended since the table was read is not overwritten.
 */
function newCells(column: Excel.TableColumn, at: TableFacts, count: number): Excel.Range {
  const body = column.getDataBodyRange();
  if (at.rowCount === 0) return body.getRow(0).getResizedRange(count - 1, 0);
  if (!at.totals) return body.getRowsBelow(count);
  return body
    .getLastCell()
    .getOffsetRange(1 - count, 0)
    .getResizedRange(count - 1, 0);
}

function makeRoom(table: Excel.Table, at: TableFacts, count: number): void {
  const pushes = (added: number): boolean => at.freeBelow !== undefined && added > at.freeBelow;
  if (at.rowCount === 0) {
    if (count === 1) return;
    // The one blank row of a new table has the formats; those that join it below have not.
    const first = table.getDataBodyRange().getRow(0);
    if (pushes(count - 1)) first.getRowsBelow(count - 1).insert("Down");
    first.getRowsBelow(count - 1).copyFrom(first, "Formats");
    return;
  }
  // Above a totals row, which stands where the rows should go, the table itself inserts; without values, so that
  // calculated columns fill themselves. Elsewhere `rows.add` is avoided: it makes conflicts for co-authors.
  if (at.totals) for (let row = 0; row < count; row += 1) table.rows.add();
  else {
    const body = table.getDataBodyRange();
    if (pushes(count)) body.getRowsBelow(count).insert("Down");
    body.getRowsBelow(count).copyFrom(body.getLastRow(), "Formats");
  }
}

/** One of our headers per column from the first to the last of them; null where the user's own columns stand between. */
function sourcesByColumn(at: TableFacts, headers: readonly string[]): (number | null)[] {
  const places = headers.map((header) => at.headers.indexOf(header));
  const first = Math.min(...places);
  const sources = Array.from({ length: Math.max(...places) - first + 1 }, (): number | null => null);
  places.forEach((place, source) => (sources[place - first] = source));
  return sources;
}

/**
 * Appends below the body and lets the table grow. Columns are found by header; those that are not written keep what
 * the table fills in, and the user's own columns stay untouched (null leaves a cell alone). All is one write, so that a
 * failure leaves whole rows or none; where a column was put in or taken out since the table was read the sizes differ,
 * and Excel refuses. The range is fixed before the write, since the table grows with it.
 */
export function appendRows(context: Excel.RequestContext, write: AppendRows): void {
  const { at, rows, headers } = write;
  if (rows.length === 0 || headers.length === 0) return;
  const table = context.workbook.tables.getItem(write.table);
  const sources = sourcesByColumn(at, headers);
  const missing = headers.find((header) => !at.headers.includes(header));
  if (missing !== undefined) throw new WorkbookError("not-found", at.sheet, { message: missing });
  makeRoom(table, at, rows.length);
  const under = (source: number | null | undefined) =>
    newCells(table.columns.getItem(headers[source ?? 0] ?? ""), at, rows.length);
  const first = under(sources[0]);
  const range = sources.length > 1 ? first.getBoundingRect(under(sources.at(-1))) : first;
  range.values = rows.map((row) =>
    sources.map((source) => (source === null ? null : cellEntry(row[source] ?? ""))),
  );
}

export function writeColumn(
  context: Excel.RequestContext,
  write: Extract<Write, { kind: "write-column" }>,
): void {
  if (write.values.length === 0) return;
  const column = context.workbook.tables.getItem(write.table).columns.getItem(write.header);
  const body = column.getDataBodyRange();
  const planned = body.getRow(write.fromRow).getResizedRange(write.values.length - 1, 0);
  // Within the body: when a row went since the table was read the sizes differ, Excel refuses, and nothing is written
  // below the table.
  const range = planned.getIntersection(body);
  // null leaves a cell alone.
  range.values = write.values.map((value) => [value === null ? null : cellEntry(value)]);
}

/** Neighbouring rows go in one call; from the last to the first, so that indexes stay true. */
export function deleteRows(
  context: Excel.RequestContext,
  write: Extract<Write, { kind: "delete-rows" }>,
): void {
  const body = context.workbook.tables.getItem(write.table).getDataBodyRange();
  const rows = [...new Set(write.rows)].sort((left, right) => right - left);
  let index = 0;
  while (index < rows.length) {
    const last = rows[index] ?? 0;
    let length = 1;
    while (rows[index + length] === last - length) length += 1;
    body
      .getRow(last - length + 1)
      .getResizedRange(length - 1, 0)
      .delete("Up");
    index += length;
  }
}

export function formatCells(
  context: Excel.RequestContext,
  write: Extract<Write, { kind: "format-cells" }>,
): void {
  const column = context.workbook.tables.getItem(write.table).columns.getItem(write.header);
  const range = column
    .getDataBodyRange()
    .getRow(write.fromRow)
    .getResizedRange(write.rows - 1, 0);
  formatRange(range, write.format);
}

export function applyFilters(
  context: Excel.RequestContext,
  write: Extract<Write, { kind: "apply-filters" }>,
): void {
  const table = context.workbook.tables.getItem(write.table);
  for (const { header, criteria } of write.filters) {
    const { filterOn } = criteria;
    if (typeof filterOn !== "string") continue;
    const column = table.columns.getItemOrNullObject(header);
    column.filter.apply({ ...criteria, filterOn: filterOn as Excel.FilterOn });
  }
}
