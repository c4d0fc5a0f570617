/** Sorting a table's body. What was applied is remembered for reapply. */
import type { BookTable } from "../../book/book";
import { booleanValue } from "./cell-format";
import { defineModel } from "./host-object";
import { sortFields } from "./range-sort";
import { assertAllowed, assertCellsWritable } from "./write-guard";

interface Applied {
  readonly fields: readonly { key: number; ascending: boolean }[];
  readonly matchCase: boolean;
}

/** By table id: the objects of tables are not the same from call to call. */
const applied = new WeakMap<object, Map<string, Applied>>();

function sortsOf(book: object): Map<string, Applied> {
  const known = applied.get(book) ?? new Map<string, Applied>();
  applied.set(book, known);
  return known;
}

defineModel<BookTable>({
  className: "TableSort",
  sheetOf: (table) => table.sheet,
  read: {
    MatchCase: (table, context) => sortsOf(context.book).get(table.id)?.matchCase ?? false,
    Method: () => "PinYin",
    Fields: (table, context) =>
      (sortsOf(context.book).get(table.id)?.fields ?? []).map((field) => ({
        key: field.key,
        sortOn: "Value",
        ascending: field.ascending,
        dataOption: "Normal",
      })),
  },
  call: {
    Apply: (table, [fields, matchCase], context) => {
      assertAllowed(table.sheet, context, "allowSort");
      assertCellsWritable(table.sheet, [table.body], context);
      const sorted = sortFields(fields, table.body.columns);
      const caseMatters = matchCase === null ? false : booleanValue(matchCase);
      table.sort(sorted, caseMatters);
      sortsOf(context.book).set(table.id, { fields: sorted, matchCase: caseMatters });
    },
    Clear: (table, _args, context) => {
      sortsOf(context.book).delete(table.id);
    },
    Reapply: (table, _args, context) => {
      assertAllowed(table.sheet, context, "allowSort");
      const last = sortsOf(context.book).get(table.id);
      if (last) table.sort([...last.fields], last.matchCase);
    },
  },
  differs: { Apply: "Sorts by values only; sorts a person makes are not remembered here." },
});
