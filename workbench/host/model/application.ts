/** Application: calculation, separators and what a culture writes. */
import type { Book } from "../../book/book";
import { cultureOf } from "./cultures";
import { extrasOf } from "./book-extras";
import { booleanValue, numberValue, oneOf } from "./cell-format";
import { defineModel, hostObject } from "./host-object";
import { invalidArgument } from "./host-errors";
import { workbookFile } from "./workbook-file";

const modes = ["Automatic", "AutomaticExceptTables", "Manual"] as const;

/** Excel refuses what is no workbook; here the zip's first bytes stand for it. Left out it is a blank workbook. */
async function calculate(book: Book, type: unknown): Promise<void> {
  if (type === "Recalculate") return book.settled();
  if (type !== "Full" && type !== "FullRebuild") throw invalidArgument();
  await book.recalculate();
  await book.settled();
}

defineModel<Book>({
  className: "Application",
  sheetOf: () => null,
  navigate: {
    CultureInfo: (book) => hostObject("CultureInfo", book),
    IterativeCalculation: (book) => hostObject("IterativeCalculation", book),
  },
  read: {
    CalculationMode: (book) => extrasOf(book).calculationMode,
    CalculationState: () => "Done",
    CalculationEngineVersion: () => 191029,
    DecimalSeparator: (_book, context) => cultureOf(context.culture).decimal,
    ThousandsSeparator: (_book, context) => cultureOf(context.culture).group,
    UseSystemSeparators: () => true,
  },
  write: {
    CalculationMode: (book, value) => {
      extrasOf(book).calculationMode = oneOf(modes)(value);
    },
  },
  call: {
    Calculate: (book, [type]) => calculate(book, type),
    CreateWorkbook: (_book, [base64]) => hostObject("WorkbookCreated", { base64: workbookFile(base64) }),
    SuspendApiCalculationUntilNextSync: () => null,
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
  differs: {
    CalculationMode: "Kept, but formulas are always calculated.",
    CalculationState: "Always Done: reads wait for the calculation.",
    SuspendApiCalculationUntilNextSync:
      "Accepted; a batch is calculated when something is read, or at its end.",
    SuspendScreenUpdatingUntilNextSync: "Accepted; the grid is drawn after a batch anyway.",
  },
});

defineModel<{ readonly base64: string }>({
  className: "WorkbookCreated",
  sheetOf: () => null,
  call: {
    Open: ({ base64 }, _given, context) => {
      context.openWorkbook(base64);
      return null;
    },
  },
  differs: { Open: "The workbench has one workbook at a time: the new one is saved as a file." },
});

defineModel<Book>({
  className: "IterativeCalculation",
  sheetOf: () => null,
  read: {
    Enabled: (book) => extrasOf(book).iterative.enabled,
    MaxIteration: (book) => extrasOf(book).iterative.maxIteration,
    MaxChange: (book) => extrasOf(book).iterative.maxChange,
  },
  write: {
    Enabled: (book, value) => {
      extrasOf(book).iterative.enabled = booleanValue(value);
    },
    MaxIteration: (book, value) => {
      extrasOf(book).iterative.maxIteration = numberValue(value);
    },
    MaxChange: (book, value) => {
      extrasOf(book).iterative.maxChange = numberValue(value);
    },
  },
  differs: { Enabled: "Kept; circular formulas are not iterated." },
});

defineModel<Book>({
  className: "CultureInfo",
  sheetOf: () => null,
  navigate: {
    NumberFormat: (book) => hostObject("NumberFormatInfo", book),
    DatetimeFormat: (book) => hostObject("DatetimeFormatInfo", book),
  },
  read: { Name: (_book, context) => context.culture },
});

defineModel<Book>({
  className: "NumberFormatInfo",
  sheetOf: () => null,
  read: {
    NumberDecimalSeparator: (_book, context) => cultureOf(context.culture).decimal,
    NumberGroupSeparator: (_book, context) => cultureOf(context.culture).group,
  },
});

defineModel<Book>({
  className: "DatetimeFormatInfo",
  sheetOf: () => null,
  read: {
    DateSeparator: (_book, context) => cultureOf(context.culture).dateSeparator,
    TimeSeparator: () => ":",
    ShortDatePattern: (_book, context) => cultureOf(context.culture).shortDate,
    LongDatePattern: (_book, context) => cultureOf(context.culture).longDate,
    LongTimePattern: (_book, context) => cultureOf(context.culture).longTime,
  },
});
