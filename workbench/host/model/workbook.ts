/** The workbook: where every batch starts. */
import type { Book } from "../../book/book";
import type { ClassModel, HostContext } from "../class-model";
import { chartObject } from "./chart";
import { extrasOf } from "./book-extras";
import { areasObject, defineModel, hostObject, rangeObject } from "./host-object";
import { booleanValue } from "./cell-format";
import { accessDenied, invalidArgument, invalidOperation, itemNotFound, notImplemented } from "./host-errors";
import { rect } from "./rect-algebra";
import { samePassword } from "./sheet-view";
import { workbookFile } from "./workbook-file";
import { assertWorkbookWritable } from "./write-guard";

const ofBook = (className: string) => (book: Book) => hostObject(className, book);
const ofWorkbook = (className: string) => () => hostObject(className, { sheet: null });

const navigate: ClassModel<Book>["navigate"] = {
  Worksheets: ofBook("WorksheetCollection"),
  Tables: ofWorkbook("TableCollection"),
  Names: ofWorkbook("NamedItemCollection"),
  Settings: ofBook("SettingCollection"),
  Application: ofBook("Application"),
  Functions: ofBook("Functions"),
  Properties: ofBook("DocumentProperties"),
  Protection: ofBook("WorkbookProtection"),
  CustomXmlParts: (book) => hostObject("CustomXmlPartCollection", { book, namespace: null }),
  Styles: ofBook("StyleCollection"),
  TableStyles: ofBook("TableStyleCollection"),
  Bindings: ofBook("BindingCollection"),
  Comments: ofBook("CommentCollection"),
  PivotTables: ofBook("PivotTableCollection"),
  Slicers: ofBook("SlicerCollection"),
  LinkedWorkbooks: ofBook("LinkedWorkbookCollection"),
  _Runtime: ofBook("Runtime"),
};

function selectedRange(book: Book) {
  const { sheet, rects } = book.selection();
  if (rects.length > 1) throw invalidOperation("Several areas are selected: use getSelectedRanges().");
  return rangeObject(sheet, rects[0] ?? rect(0, 0));
}

function selectedRanges(book: Book) {
  const { sheet, rects } = book.selection();
  return areasObject(sheet, rects.length > 0 ? rects : [rect(0, 0)]);
}

function activeCell(book: Book) {
  const { sheet, active } = book.selection();
  return rangeObject(sheet, rect(active.row, active.column));
}

function activeChart(book: Book) {
  const id = book.activeChart;
  const sheet = book.sheets().find((each) => each.charts().some((chart) => chart.id === id));
  return id !== null && sheet ? chartObject(sheet, id) : null;
}

const none = (): never => {
  throw itemNotFound();
};

function save(book: Book, behavior: unknown, context: HostContext): void {
  if (behavior !== null && behavior !== "Save" && behavior !== "Prompt") throw invalidArgument();
  assertWorkbookWritable(context);
  extrasOf(book).changed = false;
}

defineModel<Book>({
  className: "Workbook",
  sheetOf: () => null,
  navigate,
  read: {
    Name: (_book, context) => context.documentName ?? "Book1.xlsx",
    ReadOnly: (_book, context) => context.readOnly,
    AutoSave: () => false,
    PreviouslySaved: () => true,
    IsDirty: (book) => extrasOf(book).changed,
    ChartDataPointTrack: () => true,
    UsePrecisionAsDisplayed: () => false,
    CalculationEngineVersion: () => 191029,
  },
  write: {
    IsDirty: (book, value) => {
      extrasOf(book).changed = booleanValue(value);
    },
    UsePrecisionAsDisplayed: (_book, value) => {
      if (value !== false) throw notImplemented("precision as displayed");
    },
  },
  call: {
    GetSelectedRange: selectedRange,
    GetSelectedRanges: selectedRanges,
    GetActiveCell: activeCell,
    GetActiveChart: (book) => activeChart(book) ?? none(),
    GetActiveChartOrNullObject: activeChart,
    GetActiveSlicer: none,
    GetActiveSlicerOrNullObject: () => null,
    GetIsActiveCollabSession: () => false,
    Save: (book, [behavior], context) => save(book, behavior, context),
    // How the library of Excel on the web spells Excel.createWorkbook.
    CreateAndOpenWorkbook: (_book, [base64], context) => context.openWorkbook(workbookFile(base64)),
  },
  differs: {
    AutoSave: "Always false.",
    Save: "Marks the workbook as saved; the file is saved by the person from the page's menu.",
    IsDirty: "True after any change since the page was opened or save() was called.",
  },
});

defineModel<Book>({
  className: "WorkbookProtection",
  sheetOf: () => null,
  read: { Protected: (book) => extrasOf(book).protection !== null },
  call: {
    Protect: (book, [password], context) => {
      assertWorkbookWritable(context);
      if (extrasOf(book).protection) throw invalidOperation("The workbook is protected already.");
      extrasOf(book).protection = { password: typeof password === "string" ? password : null };
    },
    Unprotect: (book, [password], context) => {
      assertWorkbookWritable(context);
      const { protection } = extrasOf(book);
      if (protection && !samePassword(protection.password, password))
        throw accessDenied("The password is wrong.");
      extrasOf(book).protection = null;
    },
  },
  differs: {
    Protect: "Refuses adding, deleting, renaming and moving sheets; a person at the grid is not stopped.",
  },
});

defineModel<Book>({
  className: "Runtime",
  sheetOf: () => null,
  read: { EnableEvents: (_book, context) => context.eventsEnabled },
  write: {
    EnableEvents: (_book, value, context) => {
      context.eventsEnabled = booleanValue(value);
    },
  },
});
