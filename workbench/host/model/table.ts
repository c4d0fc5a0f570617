/** A table: name, looks, parts, size, filters, and turning it back into cells. */
import type { BookTable } from "../../book/book";
import type { ClassModel, HostContext } from "../class-model";
import { booleanValue, textValue } from "./cell-format";
import { defineModel, hostObject, rangeObject, sheetObject } from "./host-object";
import { invalidArgument, itemNotFound } from "./host-errors";
import { assertNameFree, isValidName } from "./names";
import { overlaps } from "./rect-algebra";
import { rangeArgument } from "./resolve-address";
import { headerRow, totalsRow } from "./table-layout";
import { isTableStyle } from "./table-styles";
import { assertAllowed } from "./write-guard";

export const tableObject = (table: BookTable) => hostObject("Table", table);

function rename(table: BookTable, value: unknown, context: HostContext): void {
  const name = textValue(value);
  if (!isValidName(name)) throw invalidArgument();
  if (name.toLowerCase() !== table.name.toLowerCase()) assertNameFree(context.book, name, null);
  if (name !== table.name) table.name = name;
}

function setStyle(table: BookTable, value: unknown): void {
  const style = textValue(value);
  if (style !== "" && !isTableStyle(style)) throw invalidArgument();
  table.style = style;
}

type Flag =
  | "showHeaders"
  | "showTotals"
  | "showFilterButton"
  | "showBandedRows"
  | "showBandedColumns"
  | "highlightFirstColumn"
  | "highlightLastColumn";

const setFlag =
  (key: Flag) =>
  (table: BookTable, value: unknown, context: HostContext): void => {
    const on = booleanValue(value);
    assertAllowed(table.sheet, context);
    if (table[key] !== on) table[key] = on;
  };

const guarded =
  (write: (table: BookTable, value: unknown, context: HostContext) => void) =>
  (table: BookTable, value: unknown, context: HostContext): void => {
    assertAllowed(table.sheet, context);
    write(table, value, context);
  };

/** The header stays in its row, and the new range keeps some of the old cells. */
function resize(table: BookTable, range: unknown, context: HostContext): void {
  assertAllowed(table.sheet, context);
  const { sheet, rect } = rangeArgument(range, table.sheet, context);
  const others = sheet.tables().filter((each) => each.id !== table.id);
  if (sheet.id !== table.sheet.id || rect.row !== table.rect.row || !overlaps(rect, table.rect))
    throw invalidArgument("The new range must overlap the table and keep its header row.");
  if (rect.rows < (table.showHeaders ? 2 : 1) || others.some((each) => overlaps(each.rect, rect)))
    throw invalidArgument();
  table.resize(rect);
}

function convertToRange(table: BookTable, context: HostContext) {
  assertAllowed(table.sheet, context);
  const { sheet, rect } = table;
  table.convertToRange();
  return rangeObject(sheet, rect);
}

export function clearTableFilters(table: BookTable, context: HostContext): void {
  assertAllowed(table.sheet, context, "allowAutoFilter");
  table.filters().forEach((criteria, column) => {
    if (criteria) table.filter(column, null);
  });
}

/** Rows are shown or hidden anew by the criteria set. */
export function reapplyTableFilters(table: BookTable, context: HostContext): void {
  assertAllowed(table.sheet, context, "allowAutoFilter");
  table.filters().forEach((criteria, column) => {
    if (criteria) table.filter(column, criteria);
  });
}

const calls: ClassModel<BookTable>["call"] = {
  Delete: (table, _args, context) => {
    assertAllowed(table.sheet, context);
    table.delete();
  },
  ConvertToRange: (table, _args, context) => convertToRange(table, context),
  Resize: (table, [range], context) => resize(table, range, context),
  ClearFilters: (table, _args, context) => clearTableFilters(table, context),
  ReapplyFilters: (table, _args, context) => reapplyTableFilters(table, context),
  GetRange: (table) => rangeObject(table.sheet, table.rect),
  GetDataBodyRange: (table) => rangeObject(table.sheet, table.body),
  GetHeaderRowRange: (table) => {
    const row = headerRow(table);
    if (!row) throw itemNotFound("The table shows no headers.");
    return rangeObject(table.sheet, row);
  },
  GetTotalRowRange: (table) => {
    const row = totalsRow(table);
    if (!row) throw itemNotFound("The table shows no totals.");
    return rangeObject(table.sheet, row);
  },
};

/** The part of an id that is a number, for `legacyId`. */
const digits = (id: string) => id.replace(/\D/g, "").replace(/^0+(?=\d)/, "") || "0";

defineModel<BookTable>({
  className: "Table",
  sheetOf: (table) => table.sheet,
  identity: (table) => ({ Id: table.id }),
  navigate: {
    Worksheet: (table) => sheetObject(table.sheet),
    Columns: (table) => hostObject("TableColumnCollection", table),
    Rows: (table) => hostObject("TableRowCollection", table),
    Sort: (table) => hostObject("TableSort", table),
    AutoFilter: (table) => hostObject("AutoFilter", { sheet: table.sheet, table }),
  },
  read: {
    Id: (table) => table.id,
    LegacyId: (table) => digits(table.id),
    Name: (table) => table.name,
    Style: (table) => table.style,
    ShowHeaders: (table) => table.showHeaders,
    ShowTotals: (table) => table.showTotals,
    ShowFilterButton: (table) => table.showFilterButton,
    ShowBandedRows: (table) => table.showBandedRows,
    ShowBandedColumns: (table) => table.showBandedColumns,
    HighlightFirstColumn: (table) => table.highlightFirstColumn,
    HighlightLastColumn: (table) => table.highlightLastColumn,
  },
  write: {
    Name: guarded(rename),
    Style: guarded(setStyle),
    ShowHeaders: setFlag("showHeaders"),
    ShowTotals: setFlag("showTotals"),
    ShowFilterButton: setFlag("showFilterButton"),
    ShowBandedRows: setFlag("showBandedRows"),
    ShowBandedColumns: setFlag("showBandedColumns"),
    HighlightFirstColumn: setFlag("highlightFirstColumn"),
    HighlightLastColumn: setFlag("highlightLastColumn"),
  },
  call: calls,
});
