/** The sheets of the workbook, by name or id. */
import type { Book } from "../../book/book";
import { defineModel, sheetObject } from "./host-object";
import { itemNotFound } from "./host-errors";
import { assertSheetName, nextSheetName } from "./sheet-names";
import { assertStructureOpen, orderedSheets, visibleSheets } from "./sheet-order";
import { assertWorkbookWritable } from "./write-guard";

const sheetsOf = (book: Book, visibleOnly: unknown) =>
  visibleOnly === true ? visibleSheets(book) : orderedSheets(book);

defineModel<Book>({
  className: "WorksheetCollection",
  sheetOf: () => null,
  item: (book, key) => {
    const sheet = book.sheet(String(key)) ?? book.sheetByName(String(key));
    if (!sheet) throw itemNotFound();
    return sheetObject(sheet);
  },
  items: (book) => orderedSheets(book).map(sheetObject),
  call: {
    Add: (book, [name], context) => {
      assertWorkbookWritable(context);
      assertStructureOpen(book);
      const given = name === null || name === undefined ? nextSheetName(book) : assertSheetName(book, name);
      return sheetObject(book.addSheet(given));
    },
    GetActiveWorksheet: (book) => sheetObject(book.activeSheet),
    GetCount: (book, [visibleOnly]) => sheetsOf(book, visibleOnly).length,
    GetFirst: (book, [visibleOnly]) => sheetObject(sheetsOf(book, visibleOnly)[0]!),
    GetLast: (book, [visibleOnly]) => sheetObject(sheetsOf(book, visibleOnly).at(-1)!),
  },
});
