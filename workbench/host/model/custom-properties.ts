/** Custom properties of a worksheet and of the document. */
import type { Book, BookSheet } from "../../book/book";
import { extrasOf } from "./book-extras";
import { textValue } from "./cell-format";
import { defineModel, hostObject } from "./host-object";
import { invalidArgument, itemNotFound } from "./host-errors";
import { assertWorkbookWritable } from "./write-guard";

interface SheetProperty {
  readonly sheet: BookSheet;
  readonly key: string;
}

/** Keys compare without case; a key written again keeps its first spelling. */
const keyIn = (map: ReadonlyMap<string, unknown>, key: unknown): string | undefined =>
  [...map.keys()].find((each) => each.toLowerCase() === String(key).toLowerCase());

function knownKey(map: ReadonlyMap<string, unknown>, key: unknown): string {
  const found = keyIn(map, key);
  if (found === undefined) throw itemNotFound();
  return found;
}

function newKey(key: unknown): string {
  if (typeof key !== "string" || key === "" || key.length > 255) throw invalidArgument();
  return key;
}

const sheetProperty = (sheet: BookSheet, key: string) =>
  hostObject<SheetProperty>("WorksheetCustomProperty", { sheet, key });

defineModel<SheetProperty>({
  className: "WorksheetCustomProperty",
  sheetOf: ({ sheet }) => sheet,
  identity: ({ key }) => ({ _Id: key }),
  read: { Key: ({ key }) => key, Value: ({ sheet, key }) => sheet.customProperties.get(key) ?? "" },
  write: {
    Value: ({ sheet, key }, value) => {
      sheet.customProperties.set(key, textValue(value));
    },
  },
  call: {
    Delete: ({ sheet, key }, _args, context) => {
      assertWorkbookWritable(context);
      sheet.customProperties.delete(key);
    },
  },
});

defineModel<BookSheet>({
  className: "WorksheetCustomPropertyCollection",
  sheetOf: (sheet) => sheet,
  item: (sheet, key) => sheetProperty(sheet, knownKey(sheet.customProperties, key)),
  items: (sheet) => [...sheet.customProperties.keys()].map((key) => sheetProperty(sheet, key)),
  call: {
    Add: (sheet, [given, value], context) => {
      assertWorkbookWritable(context);
      const key = keyIn(sheet.customProperties, newKey(given)) ?? newKey(given);
      sheet.customProperties.set(key, textValue(value));
      return sheetProperty(sheet, key);
    },
  },
});

interface DocumentProperty {
  readonly book: Book;
  readonly key: string;
}

const custom = (book: Book) => extrasOf(book).documentProperties;
const documentProperty = (book: Book, key: string) =>
  hostObject<DocumentProperty>("CustomProperty", { book, key });

const typeNames: Record<string, string> = { number: "Number", boolean: "Boolean", string: "String" };

function propertyValue(value: unknown): unknown {
  if (!((typeof value) in typeNames)) throw invalidArgument();
  return value;
}

defineModel<DocumentProperty>({
  className: "CustomProperty",
  sheetOf: () => null,
  read: {
    Key: ({ key }) => key,
    Value: ({ book, key }) => custom(book).get(key) ?? null,
    Type: ({ book, key }) => typeNames[typeof custom(book).get(key)] ?? "String",
  },
  write: {
    Value: ({ book, key }, value) => {
      custom(book).set(key, propertyValue(value));
    },
  },
  call: {
    Delete: ({ book, key }, _args, context) => {
      assertWorkbookWritable(context);
      custom(book).delete(key);
    },
  },
});

defineModel<Book>({
  className: "CustomPropertyCollection",
  sheetOf: () => null,
  item: (book, key) => documentProperty(book, knownKey(custom(book), key)),
  items: (book) => [...custom(book).keys()].map((key) => documentProperty(book, key)),
  call: {
    Add: (book, [given, value], context) => {
      assertWorkbookWritable(context);
      const key = keyIn(custom(book), newKey(given)) ?? newKey(given);
      custom(book).set(key, propertyValue(value));
      return documentProperty(book, key);
    },
    DeleteAll: (book, _args, context) => {
      assertWorkbookWritable(context);
      custom(book).clear();
    },
  },
  differs: { Add: "Values are not written into a saved file." },
});
