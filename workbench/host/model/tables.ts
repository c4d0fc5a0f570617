/** Collections of tables: of the workbook, of a sheet, and those within a range. */
import type { Book, BookSheet, BookTable } from "../../book/book";
import type { HostContext } from "../class-model";
import { booleanValue } from "./cell-format";
import { defineModel } from "./host-object";
import { HostError } from "../class-model";
import { invalidArgument, itemNotFound } from "./host-errors";
import { isUnbounded, overlaps } from "./rect-algebra";
import { rangeArgument } from "./resolve-address";
import { orderedSheets } from "./sheet-order";
import { tableObject } from "./table";
import { assertAllowed } from "./write-guard";

interface Tables {
  /** null = the whole workbook. */
  readonly sheet: BookSheet | null;
}

const tablesOf = (book: Book, { sheet }: Tables): BookTable[] =>
  sheet ? sheet.tables() : orderedSheets(book).flatMap((each) => each.tables());

/** By id, or by name in any case. */
function tableIn(tables: readonly BookTable[], key: unknown) {
  const wanted = String(key).toLowerCase();
  const found =
    tables.find((table) => table.id === key) ?? tables.find((table) => table.name.toLowerCase() === wanted);
  if (!found) throw itemNotFound();
  return tableObject(found);
}

function add(target: Tables, [address, hasHeaders]: unknown[], context: HostContext) {
  const home = target.sheet ?? context.book.activeSheet;
  const { sheet, rect } = rangeArgument(address, home, context);
  if (target.sheet && sheet.id !== target.sheet.id) throw invalidArgument();
  assertAllowed(sheet, context);
  if (isUnbounded(rect)) throw invalidArgument();
  if (sheet.tables().some((table) => overlaps(table.rect, rect)))
    throw invalidArgument("A table can't overlap another table.");
  if (sheet.merges().some((merge) => overlaps(merge, rect)))
    throw new HostError("MergedRangeConflict", "A table can't hold merged cells.");
  return tableObject(sheet.addTable(rect, booleanValue(hasHeaders)));
}

defineModel<Tables>({
  className: "TableCollection",
  sheetOf: ({ sheet }) => sheet,
  read: { Count: (target, context) => tablesOf(context.book, target).length },
  item: (target, key, context) => tableIn(tablesOf(context.book, target), key),
  items: (target, context) => tablesOf(context.book, target).map(tableObject),
  call: { Add: add },
});

defineModel<{ readonly sheet: BookSheet; readonly tables: readonly BookTable[] }>({
  className: "TableScopedCollection",
  sheetOf: ({ sheet }) => sheet,
  item: ({ tables }, key) => tableIn(tables, key),
  items: ({ tables }) => tables.map(tableObject),
  call: {
    GetFirst: ({ tables }) => {
      if (!tables[0]) throw itemNotFound();
      return tableObject(tables[0]);
    },
  },
});
