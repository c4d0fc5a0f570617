import type { CellInput, TableFacts, Write } from "../workbook/workbook-gateway";
import { cellEntry } from "./cell-text";
import { formatRange, validateRange } from "./range-format";

type AddTable = Extract<Write, { kind: "add-table" }>;
type AppendRows = Extract<Write, { kind: "append-rows" }>;

/** Values first, the table over them: faster than adding rows to a table. */
export function addTable(context: Excel.RequestContext, write: AddTable): void {
  const sheet = context.workbook.worksheets.getItem(write.sheet);
  const bodyRows = Math.max(1, write.rows.length);
  const all = sheet.getRangeByIndexes(write.row, write.column, 1 + bodyRows, write.columns.length);
  const header = write.columns.map((column) => cellEntry(column.header));
  const rows = write.rows.length > 0 ? write.rows : [write.columns.map(() => "")];
  formatColumns(sheet, write, bodyRows);
  all.values = [header, ...rows.map((row) => row.map(cellEntry))];
  const table = sheet.tables.add(all, true);
  table.name = write.name;
  table.style = "TableStyleLight1";
  table.showBandedRows = false;
  if (write.freezeHeader) sheet.freezePanes.freezeRows(write.row + 1);
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

interface Run {
  readonly column: number;
  readonly values: CellInput[][];
}

/**
 * The rows as blocks of neighbouring columns in the table's own order. Columns that are not written keep what the
 * table fills in (calculated columns), and the user's own columns stay untouched.
 */
export function columnRuns(
  at: TableFacts,
  headers: readonly string[],
  rows: readonly (readonly CellInput[])[],
): Run[] {
  const order = headers
    .map((header, source) => ({ source, column: at.headers.indexOf(header) }))
    .filter(({ column }) => column >= 0)
    .sort((left, right) => left.column - right.column);
  const runs: { column: number; sources: number[] }[] = [];
  for (const { source, column } of order) {
    const last = runs.at(-1);
    if (last && last.column + last.sources.length === column) last.sources.push(source);
    else runs.push({ column, sources: [source] });
  }
  return runs.map(({ column, sources }) => ({
    column,
    values: rows.map((row) => sources.map((source) => row[source] ?? "")),
  }));
}

/**
 * Appends below the body and lets the table grow: `rows.add` makes conflicts for co-authors. Only above a totals
 * row, which stands where the rows should go, rows are inserted by the table itself.
 */
export function appendRows(context: Excel.RequestContext, write: AppendRows): void {
  const { at, rows } = write;
  if (rows.length === 0) return;
  const table = context.workbook.tables.getItem(write.table);
  const sheet = table.worksheet;
  const first = at.area.row + 1 + at.rowCount;
  if (at.totals && at.rowCount > 0) {
    // Without values, so that calculated columns fill themselves.
    for (let row = 0; row < rows.length; row += 1) table.rows.add();
  } else if (at.blockedBelow) {
    sheet.getRangeByIndexes(first, at.area.column, rows.length, at.area.columns).insert("Down");
  }
  if (at.rowCount > 0) {
    const last = sheet.getRangeByIndexes(first - 1, at.area.column, 1, at.area.columns);
    sheet.getRangeByIndexes(first, at.area.column, rows.length, at.area.columns).copyFrom(last, "Formats");
  }
  for (const run of columnRuns(at, write.headers, rows)) {
    const width = run.values[0]?.length ?? 0;
    const range = sheet.getRangeByIndexes(first, at.area.column + run.column, rows.length, width);
    range.values = run.values.map((row) => row.map(cellEntry));
  }
}

export function writeColumn(
  context: Excel.RequestContext,
  write: Extract<Write, { kind: "write-column" }>,
): void {
  if (write.values.length === 0) return;
  const column = context.workbook.tables.getItem(write.table).columns.getItem(write.header);
  const start = column.getDataBodyRange().getRow(write.fromRow);
  const range = start.getResizedRange(write.values.length - 1, 0);
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
