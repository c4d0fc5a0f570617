/** Workbook.properties: what a saved file says about itself. */
import type { Book } from "../../book/book";
import type { HostContext } from "../class-model";
import { textValue } from "./cell-format";
import { defineModel, hostObject } from "./host-object";
import { invalidArgument } from "./host-errors";
import { assertWorkbookWritable } from "./write-guard";

const texts = ["Title", "Subject", "Author", "Keywords", "Comments", "Category", "Manager", "Company"];
const keyOf = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

const setText = (name: string) => (book: Book, value: unknown, context: HostContext) => {
  assertWorkbookWritable(context);
  book.properties[keyOf(name)] = textValue(value);
};

defineModel<Book>({
  className: "DocumentProperties",
  sheetOf: () => null,
  navigate: { Custom: (book) => hostObject("CustomPropertyCollection", book) },
  read: {
    ...Object.fromEntries(texts.map((name) => [name, (book: Book) => book.properties[keyOf(name)] ?? ""])),
    LastAuthor: (book) => book.properties.lastAuthor ?? book.properties.author ?? "",
    RevisionNumber: (book) => Number(book.properties.revisionNumber ?? 0),
    CreationDate: (book) => book.properties.creationDate ?? null,
  },
  write: {
    ...Object.fromEntries(texts.map((name) => [name, setText(name)])),
    RevisionNumber: (book, value, context) => {
      assertWorkbookWritable(context);
      if (!Number.isInteger(value)) throw invalidArgument();
      book.properties.revisionNumber = String(value);
    },
  },
});
