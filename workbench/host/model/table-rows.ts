/** Rows of a table's body. A row is known by its place; it does not follow inserts. */
import type { BookTable, CellContent, CellEntry } from "../../book/book";
import type { HostContext } from "../class-model";
import { defineModel, hostObject, rangeObject } from "./host-object";
import { insertDeleteConflict, invalidArgument, itemNotFound, sizeMismatch } from "./host-errors";
import { integer } from "./range-parts";
import { writeCells } from "./range-write";
import { overlaps, rect } from "./rect-algebra";
import { entriesFor, valuesOf, wireValue } from "./wire-values";
import { assertAllowed } from "./write-guard";

interface Row {
  readonly table: BookTable;
  readonly index: number;
  /** Read with the whole body when all rows are asked for. */
  readonly contents?: readonly CellContent[];
}

const rowObject = (table: BookTable, index: number) => hostObject<Row>("TableRow", { table, index });

function rowRect({ table, index }: Row) {
  if (index < 0 || index >= table.body.rows) throw itemNotFound();
  return rect(table.body.row + index, table.body.column, 1, table.body.columns);
}

function deleteRows(table: BookTable, index: number, count: number, context: HostContext): void {
  assertAllowed(table.sheet, context);
  if (index < 0 || count < 1 || index + count > table.body.rows) throw invalidArgument();
  for (let i = 0; i < count; i++) table.deleteRow(index);
}

defineModel<Row>({
  className: "TableRow",
  sheetOf: ({ table }) => table.sheet,
  read: {
    Index: ({ index }) => index,
    Values: (row) => (row.contents ? [row.contents.map(wireValue)] : valuesOf(row.table.sheet, rowRect(row))),
  },
  write: {
    Values: (row, value, context) =>
      writeCells({ sheet: row.table.sheet, rect: rowRect(row) }, value, context),
  },
  call: {
    Delete: (row, _args, context) => {
      rowRect(row);
      deleteRows(row.table, row.index, 1, context);
    },
    GetRange: (row) => rangeObject(row.table.sheet, rowRect(row)),
  },
});

/** `[[…],[…]]`, one row `[…]`, one value for all cells of a row, or nothing for a blank row. */
function rowsToAdd(table: BookTable, values: unknown): CellEntry[][] {
  const { columns } = table.body;
  if (values === null || values === undefined) return [Array.from({ length: columns }, () => null)];
  if (!Array.isArray(values)) return entriesFor(values, rect(0, 0, 1, columns));
  const matrix = Array.isArray(values[0]) ? values : [values];
  if (matrix.length === 0 || matrix.some((line) => !Array.isArray(line) || line.length !== columns))
    throw sizeMismatch();
  return entriesFor(matrix, rect(0, 0, matrix.length, columns));
}

/** Cells below move down with the table; a table among them that is not wholly under it can't. */
function assertRoomBelow(table: BookTable): void {
  const { rect: area, sheet } = table;
  const below = rect(area.row + area.rows, area.column, 1_048_576 - area.row - area.rows, area.columns);
  for (const other of sheet.tables()) {
    if (other.id === table.id || !overlaps(below, other.rect)) continue;
    const within =
      other.rect.column >= area.column &&
      other.rect.column + other.rect.columns <= area.column + area.columns;
    if (!within) throw insertDeleteConflict();
  }
}

function add(table: BookTable, [index, values]: unknown[], context: HostContext) {
  assertAllowed(table.sheet, context);
  const count = table.body.rows;
  const at = index === null || index === -1 ? count : integer(index, count);
  if (at < 0 || at > count) throw invalidArgument();
  const rows = rowsToAdd(table, values);
  assertRoomBelow(table);
  const before = table.body.rows;
  table.addRows(at === count ? null : at, rows);
  const filledBlankRow = table.body.rows === before;
  return rowObject(table, filledBlankRow ? 0 : at);
}

function listed(value: unknown): number[] {
  if (!Array.isArray(value) || value.length === 0) throw invalidArgument();
  const indexes = value.map((row: unknown) =>
    typeof row === "number" ? row : ((row as { target?: Row } | null)?.target?.index ?? -1),
  );
  return [...new Set(indexes)].sort((a, b) => b - a);
}

defineModel<BookTable>({
  className: "TableRowCollection",
  sheetOf: (table) => table.sheet,
  read: { Count: (table) => table.body.rows },
  items: (table) =>
    table.sheet
      .content(table.body)
      .map((contents, index) => hostObject<Row>("TableRow", { table, index, contents })),
  call: {
    Add: add,
    GetCount: (table) => table.body.rows,
    GetItemAt: (table, [index]) => {
      const at = integer(index, -1);
      if (at < 0 || at >= table.body.rows) throw invalidArgument();
      return rowObject(table, at);
    },
    DeleteRows: (table, [rows], context) => {
      for (const index of listed(rows)) deleteRows(table, index, 1, context);
    },
    DeleteRowsAt: (table, [index, count], context) =>
      deleteRows(table, integer(index), integer(count, 1), context),
  },
});
