/** A worksheet: its properties, what it leads to, and the ranges it hands out. */
import type { BookSheet, Rect } from "../../book/book";
import type { ClassModel, HostContext } from "../class-model";
import { extrasOf } from "./book-extras";
import { usedWithin } from "./filled-cells";
import { defineModel, hostObject, rangeObject, sheetObject } from "./host-object";
import { invalidArgument, invalidOperation, itemNotFound } from "./host-errors";
import { areasArgument, resolveText } from "./resolve-address";
import { findAreas, replaceAll } from "./range-search";
import { integer } from "./range-parts";
import { isOnGrid, rect, wholeSheet } from "./rect-algebra";
import { assertSheetName } from "./sheet-names";
import {
  assertStructureOpen,
  deleteSheet,
  moveSheet,
  neighbour,
  setVisibility,
  copySheet,
} from "./sheet-order";
import { booleanValue, numberValue } from "./cell-format";
import { colorValue } from "./colors";
import { recalculateCells } from "./range-edit";
import { assertWorkbookWritable } from "./write-guard";

const emptyCollection = (className: string) => (sheet: BookSheet) => hostObject(className, sheet);

const navigate: ClassModel<BookSheet>["navigate"] = {
  Tables: (sheet) => hostObject("TableCollection", { sheet }),
  Names: (sheet) => hostObject("NamedItemCollection", { sheet }),
  AutoFilter: (sheet) => hostObject("AutoFilter", { sheet, table: null }),
  FreezePanes: emptyCollection("WorksheetFreezePanes"),
  Protection: emptyCollection("WorksheetProtection"),
  PageLayout: emptyCollection("PageLayout"),
  CustomProperties: emptyCollection("WorksheetCustomPropertyCollection"),
  HorizontalPageBreaks: (sheet) => hostObject("PageBreakCollection", { sheet, lines: "rows" }),
  VerticalPageBreaks: (sheet) => hostObject("PageBreakCollection", { sheet, lines: "columns" }),
  Charts: emptyCollection("ChartCollection"),
  Comments: emptyCollection("CommentCollection"),
  Shapes: emptyCollection("ShapeCollection"),
  PivotTables: emptyCollection("PivotTableCollection"),
  Slicers: emptyCollection("SlicerCollection"),
  Visuals: emptyCollection("VisualCollection"),
  NamedSheetViews: emptyCollection("NamedSheetViewCollection"),
};

const read: ClassModel<BookSheet>["read"] = {
  Id: (sheet) => sheet.id,
  Name: (sheet) => sheet.name,
  Position: (sheet) => sheet.position,
  Visibility: (sheet) => sheet.visibility,
  TabColor: (sheet) => sheet.tabColor,
  ShowGridlines: (sheet) => sheet.showGridlines,
  ShowHeadings: (sheet) => sheet.showHeadings,
  StandardHeight: () => 15,
  StandardWidth: (sheet, context) =>
    extrasOf(context.book).standardWidths.get(sheet.id) ?? sheet.columnWidth(wholeSheet.columns - 1),
  EnableCalculation: (sheet, context) => extrasOf(context.book).calculatedSheets.get(sheet.id) ?? true,
  TabId: (sheet, context) => context.book.sheets().findIndex((each) => each.id === sheet.id) + 1,
};

function rename(sheet: BookSheet, value: unknown, context: HostContext): void {
  assertStructureOpen(context.book);
  const name = assertSheetName(context.book, value, sheet);
  if (name !== sheet.name) sheet.name = name;
}

const write: ClassModel<BookSheet>["write"] = {
  Name: rename,
  Position: (sheet, value, context) => moveSheet(context.book, sheet, integer(value)),
  Visibility: (sheet, value, context) => setVisibility(context.book, sheet, value),
  TabColor: (sheet, value) => {
    sheet.tabColor = value === "" || value === null ? "" : colorValue(value);
  },
  Gridlines: (sheet, value) => {
    sheet.showGridlines = booleanValue(value);
  },
  Headings: (sheet, value) => {
    sheet.showHeadings = booleanValue(value);
  },
  StandardWidth: (sheet, value, context) => {
    const width = numberValue(value);
    if (width < 0 || width > 255) throw invalidArgument();
    extrasOf(context.book).standardWidths.set(sheet.id, width);
  },
  EnableCalculation: (sheet, value, context) => {
    extrasOf(context.book).calculatedSheets.set(sheet.id, booleanValue(value));
  },
};

function rangeAt(sheet: BookSheet, area: Rect) {
  if (!isOnGrid(area)) throw invalidArgument();
  return rangeObject(sheet, area);
}

/** An address, a name or a table of this sheet; nothing means all of it. */
function getRange(sheet: BookSheet, address: unknown, context: HostContext) {
  if (address === null || address === undefined || address === "") return rangeObject(sheet, wholeSheet);
  const found = typeof address === "string" ? resolveText(context.book, sheet, address) : null;
  if (!found || found.sheet.id !== sheet.id) throw invalidArgument();
  return rangeObject(found.sheet, found.rect);
}

/** A blank sheet's used range is A1. */
const usedRange = (sheet: BookSheet, valuesOnly: unknown) =>
  rangeObject(sheet, usedWithin(sheet, wholeSheet, valuesOnly === true) ?? rect(0, 0));

function usedRangeOrNull(sheet: BookSheet, valuesOnly: unknown) {
  const used = usedWithin(sheet, wholeSheet, valuesOnly === true);
  return used && rangeObject(sheet, used);
}

function findAll(sheet: BookSheet, text: unknown, criteria: unknown) {
  const rects = findAreas(sheet, wholeSheet, text, criteria);
  return rects.length > 0 ? hostObject("RangeAreas", { sheet, rects }) : null;
}

const orNotFound = <T>(found: T | null): T => {
  if (found === null) throw itemNotFound();
  return found;
};

const rangeCalls: ClassModel<BookSheet>["call"] = {
  GetRange: (sheet, [address], context) => getRange(sheet, address, context),
  GetCell: (sheet, [row, column]) => rangeAt(sheet, rect(integer(row), integer(column))),
  GetRangeByIndexes: (sheet, [row, column, rows, columns]) =>
    rangeAt(sheet, rect(integer(row), integer(column), integer(rows), integer(columns))),
  GetRanges: (sheet, [address], context) =>
    hostObject(
      "RangeAreas",
      address === null ? { sheet, rects: [wholeSheet] } : areasArgument(address, sheet, context),
    ),
  GetUsedRange: (sheet, [valuesOnly]) => usedRange(sheet, valuesOnly),
  GetUsedRangeOrNullObject: (sheet, [valuesOnly]) => usedRangeOrNull(sheet, valuesOnly),
  FindAll: (sheet, [text, criteria]) => orNotFound(findAll(sheet, text, criteria)),
  FindAllOrNullObject: (sheet, [text, criteria]) => findAll(sheet, text, criteria),
  ReplaceAll: (sheet, args, context) => replaceAll(sheet, wholeSheet, args, context),
};

const sheetById = (_sheet: BookSheet, [id]: unknown[], context: HostContext) =>
  sheetObject(orNotFound(context.book.sheet(String(id))));

const sheetCalls: ClassModel<BookSheet>["call"] = {
  Activate: (sheet, _args, context) => {
    if (sheet.visibility !== "Visible") throw invalidOperation("A hidden sheet can't be activated.");
    context.book.activeSheet = sheet;
  },
  Delete: (sheet, _args, context) => deleteSheet(context.book, sheet),
  Copy: (sheet, [position, relativeTo], context) => copySheet(context.book, sheet, position, relativeTo),
  Calculate: async (sheet, [markAllDirty], context) => {
    if (markAllDirty === true) await recalculateCells(sheet, wholeSheet, context);
    else await context.book.settled();
  },
  GetNext: (sheet, [visible], context) => orNotFound(neighbour(context.book, sheet, 1, visible)),
  GetNextOrNullObject: (sheet, [visible], context) => neighbour(context.book, sheet, 1, visible),
  GetPrevious: (sheet, [visible], context) => orNotFound(neighbour(context.book, sheet, -1, visible)),
  GetPreviousOrNullObject: (sheet, [visible], context) => neighbour(context.book, sheet, -1, visible),
  _GetAnotherWorksheetById: sheetById,
  _GetSheetById: sheetById,
};

const guarded = Object.fromEntries(
  Object.entries(write).map(([name, set]) => [
    name,
    (sheet: BookSheet, value: unknown, context: HostContext) => {
      assertWorkbookWritable(context);
      return set(sheet, value, context);
    },
  ]),
);

defineModel<BookSheet>({
  className: "Worksheet",
  sheetOf: (sheet) => sheet,
  identity: (sheet) => ({ Id: sheet.id }),
  navigate,
  read,
  write: guarded,
  call: { ...rangeCalls, ...sheetCalls },
  differs: {
    StandardWidth: "Kept as a number; column widths do not follow it.",
    EnableCalculation: "Kept; the sheet is calculated all the same.",
  },
});
