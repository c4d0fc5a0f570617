/** Columns of a table. Values of a column are its header, body and totals, as in Excel. */
import type { BookTable, Rect } from "../../book/book";
import type { HostContext } from "../class-model";
import { textValue } from "./cell-format";
import { defineModel, hostObject, rangeObject } from "./host-object";
import { invalidArgument, invalidOperation, itemNotFound, sizeMismatch } from "./host-errors";
import { integer } from "./range-parts";
import { writeCells } from "./range-write";
import { columnRect, headerRow, renameTo, totalsRow } from "./table-layout";
import { entriesFor, valuesOf } from "./wire-values";
import { assertAllowed } from "./write-guard";

interface Column {
  readonly table: BookTable;
  readonly id: number;
}

const columnObject = (table: BookTable, id: number) => hostObject<Column>("TableColumn", { table, id });

function indexOf({ table, id }: Column): number {
  const index = table.columns.findIndex((column) => column.id === id);
  if (index < 0) throw itemNotFound();
  return index;
}

const part = (area: (table: BookTable) => Rect | null, missing: string) => (target: Column) => {
  const whole = area(target.table);
  if (!whole) throw itemNotFound(missing);
  return rangeObject(target.table.sheet, columnRect(whole, indexOf(target)));
};

const wholeColumn = (target: Column) => columnRect(target.table.rect, indexOf(target));

function remove(target: Column, context: HostContext): void {
  assertAllowed(target.table.sheet, context);
  if (target.table.columns.length === 1) throw invalidOperation("A table keeps at least one column.");
  target.table.deleteColumn(indexOf(target));
}

defineModel<Column>({
  className: "TableColumn",
  sheetOf: ({ table }) => table.sheet,
  identity: ({ id }) => ({ Id: String(id) }),
  navigate: {
    Filter: (target) => hostObject("Filter", { table: target.table, column: indexOf(target) }),
  },
  read: {
    Id: ({ id }) => id,
    Index: indexOf,
    Name: (target) => target.table.columns[indexOf(target)]!.name,
    Values: (target) => valuesOf(target.table.sheet, wholeColumn(target)),
  },
  write: {
    Name: (target, value, context) => {
      assertAllowed(target.table.sheet, context);
      renameTo(target.table, indexOf(target), textValue(value));
    },
    Values: (target, value, context) =>
      writeCells({ sheet: target.table.sheet, rect: wholeColumn(target) }, value, context),
  },
  call: {
    Delete: (target, _args, context) => remove(target, context),
    GetRange: part((table) => table.rect, ""),
    GetDataBodyRange: part((table) => table.body, ""),
    GetHeaderRowRange: part(headerRow, "The table shows no headers."),
    GetTotalRowRange: part(totalsRow, "The table shows no totals."),
  },
});

/** Values with or without the header in front; one value fills the body. */
function newColumn(table: BookTable, values: unknown, name: unknown) {
  const { rows } = table.body;
  const given = typeof name === "string" && name !== "" ? name : null;
  if (values === null || values === undefined) return { header: given, body: null };
  const size = (count: number) => ({ ...table.body, rows: count, columns: 1 });
  if (!Array.isArray(values)) return { header: given, body: entriesFor(values, size(rows)) };
  if (values.length === rows && given !== null)
    return { header: given, body: entriesFor(values, size(rows)) };
  if (values.length !== rows + 1) throw sizeMismatch();
  const [first, ...body] = entriesFor(values, size(rows + 1));
  const header = first![0];
  return { header: given ?? (header === null || header === "" ? null : String(header)), body };
}

function add(table: BookTable, [index, given, name]: unknown[], context: HostContext) {
  assertAllowed(table.sheet, context);
  const count = table.columns.length;
  const at = index === null || index === -1 ? count : integer(index, count);
  if (at < 0 || at > count) throw invalidArgument();
  const { header, body } = newColumn(table, given, name);
  // The book takes a column as it stands in the sheet: with its header, if headers are shown.
  const values = body && table.showHeaders ? [[header ?? ""], ...body] : body;
  table.addColumn(at === count ? null : at, header, values);
  return columnObject(table, table.columns[at]!.id);
}

defineModel<BookTable>({
  className: "TableColumnCollection",
  sheetOf: (table) => table.sheet,
  read: { Count: (table) => table.columns.length },
  item: (table, key) => {
    const wanted = String(key).toLowerCase();
    const found =
      table.columns.find((column) => column.name.toLowerCase() === wanted) ??
      table.columns.find((column) => String(column.id) === wanted);
    if (!found) throw itemNotFound();
    return columnObject(table, found.id);
  },
  items: (table) => table.columns.map((column) => columnObject(table, column.id)),
  call: { Add: add },
});
