/** Range.sort: by the values of columns. */
import type { SortField } from "../../book/book";
import type { RangeTarget } from "../class-model";
import { defineModel } from "./host-object";
import { invalidArgument, notImplemented } from "./host-errors";
import { sheetOfCells } from "./cells";
import { overlaps } from "./rect-algebra";
import { HostError } from "../class-model";
import { assertAllowed, assertCellsWritable } from "./write-guard";

interface WireSortField {
  readonly key: number;
  readonly sortOn?: string | null;
  readonly ascending?: boolean | null;
}

/** Keys count from the first column of what is sorted. */
export function sortFields(fields: unknown, columns: number): SortField[] {
  if (!Array.isArray(fields) || fields.length === 0) throw invalidArgument();
  return (fields as WireSortField[]).map((field) => {
    if (!Number.isInteger(field.key) || field.key < 0 || field.key >= columns) throw invalidArgument();
    if (field.sortOn && field.sortOn !== "Value") throw notImplemented(`sorting on ${field.sortOn}`);
    return { key: field.key, ascending: field.ascending !== false };
  });
}

defineModel<RangeTarget>({
  className: "RangeSort",
  sheetOf: sheetOfCells,
  call: {
    Apply: ({ sheet, rect }, [fields, matchCase, hasHeaders, orientation], context) => {
      if (orientation && orientation !== "Rows") throw notImplemented("sorting columns");
      assertAllowed(sheet, context, "allowSort");
      assertCellsWritable(sheet, [rect], context);
      if (sheet.merges().some((merge) => overlaps(merge, rect)))
        throw new HostError("MergedRangeConflict", "Merged cells can't be sorted.");
      sheet.sort(rect, sortFields(fields, rect.columns), hasHeaders === true, matchCase === true);
    },
  },
  differs: {
    Apply: "Sorts rows by values only: colours, icons, columns and stroke counts are NotImplemented.",
  },
});
