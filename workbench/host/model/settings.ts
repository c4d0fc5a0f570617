/** Workbook.settings: real JSON values by key; the same store as Office.context.document.settings. */
import type { Book } from "../../book/book";
import { defineModel, hostObject } from "./host-object";
import { invalidArgument, itemNotFound } from "./host-errors";
import { assertWorkbookWritable } from "./write-guard";

interface Setting {
  readonly book: Book;
  readonly key: string;
}

const setting = (book: Book, key: string) => hostObject<Setting>("Setting", { book, key });

defineModel<Setting>({
  className: "Setting",
  sheetOf: () => null,
  identity: ({ key }) => ({ _Id: key }),
  read: { Key: ({ key }) => key, Value: ({ book, key }) => book.settings.get(key) ?? null },
  write: {
    Value: ({ book, key }, value, context) => {
      assertWorkbookWritable(context);
      book.settings.set(key, value);
    },
  },
  call: {
    Delete: ({ book, key }, _args, context) => {
      assertWorkbookWritable(context);
      book.settings.delete(key);
    },
  },
});

defineModel<Book>({
  className: "SettingCollection",
  sheetOf: () => null,
  item: (book, key) => {
    if (!book.settings.has(String(key))) throw itemNotFound();
    return setting(book, String(key));
  },
  items: (book) => [...book.settings.keys()].map((key) => setting(book, key)),
  call: {
    Add: (book, [key, value], context) => {
      assertWorkbookWritable(context);
      if (typeof key !== "string" || key === "") throw invalidArgument();
      book.settings.set(key, value);
      return setting(book, key);
    },
  },
});
