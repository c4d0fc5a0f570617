/** Names Excel gives to and takes for worksheets. */
import type { Book, BookSheet } from "../../book/book";
import { invalidArgument, itemAlreadyExists } from "./host-errors";

/** 31 UTF-16 units, none of `\ / ? * [ ] :`, no apostrophe at an end, not "History", not taken in any case. */
export function assertSheetName(book: Book, name: unknown, own: BookSheet | null = null): string {
  if (typeof name !== "string" || name.trim() === "" || name.length > 31) throw invalidArgument();
  if (/[\\/?*[\]:]|^'|'$/.test(name) || name.toLowerCase() === "history") throw invalidArgument();
  const taken = book.sheets().find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (taken && taken.id !== own?.id)
    throw itemAlreadyExists("A resource with the same name or identifier already exists.");
  return name;
}

/** `Sheet1`, `Sheet2`, …: the first number free. */
export function nextSheetName(book: Book): string {
  const taken = new Set(book.sheets().map((sheet) => sheet.name.toLowerCase()));
  for (let n = 1; ; n++) if (!taken.has(`sheet${n}`)) return `Sheet${n}`;
}
