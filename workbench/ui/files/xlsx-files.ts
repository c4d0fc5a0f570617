import type { Book } from "../../book/book";
import type { BookSnapshot } from "../../book/book-snapshot";
import { bookSnapshot } from "../../book/snapshot";

export const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The file library is large and seldom needed: it is fetched when a file is first opened or saved. */
export async function readWorkbookFile(bytes: Uint8Array): Promise<BookSnapshot> {
  const { readXlsx } = await import("../../xlsx/read-xlsx");
  return readXlsx(bytes);
}

/** `namespace`: of the add-in's functions, which a file spells in its own way. */
export async function writeWorkbookFile(book: Book, namespace: string): Promise<Uint8Array<ArrayBuffer>> {
  const { writeXlsx } = await import("../../xlsx/write-xlsx");
  await book.settled();
  return new Uint8Array(await writeXlsx(bookSnapshot(book), namespace ? [namespace] : []));
}
