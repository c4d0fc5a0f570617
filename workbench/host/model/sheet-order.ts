/** Order, visibility, copies and removal of worksheets. */
import type { Book, BookSheet } from "../../book/book";
import type { HostObject } from "../class-model";
import { extrasOf } from "./book-extras";
import { sheetObject } from "./host-object";
import { accessDenied, invalidArgument, invalidOperation } from "./host-errors";
import { isHostObject } from "./resolve-address";

/** A protected workbook keeps its sheets: number, names, order and visibility. */
export function assertStructureOpen(book: Book): void {
  if (extrasOf(book).protection) throw accessDenied("The structure of the workbook is protected.");
}

export const orderedSheets = (book: Book): BookSheet[] =>
  [...book.sheets()].sort((a, b) => a.position - b.position);

export const visibleSheets = (book: Book): BookSheet[] =>
  orderedSheets(book).filter((sheet) => sheet.visibility === "Visible");

export function moveSheet(book: Book, sheet: BookSheet, position: number): void {
  assertStructureOpen(book);
  if (position < 0 || position >= book.sheets().length) throw invalidArgument();
  if (position !== sheet.position) sheet.position = position;
}

const isLastVisible = (book: Book, sheet: BookSheet) =>
  sheet.visibility === "Visible" && visibleSheets(book).length === 1;

export function setVisibility(book: Book, sheet: BookSheet, value: unknown): void {
  assertStructureOpen(book);
  if (value !== "Visible" && value !== "Hidden" && value !== "VeryHidden") throw invalidArgument();
  if (value !== "Visible" && isLastVisible(book, sheet))
    throw invalidOperation("A workbook must contain at least one visible worksheet.");
  if (value === sheet.visibility) return;
  if (value !== "Visible" && book.activeSheet.id === sheet.id)
    book.activeSheet = visibleSheets(book).find((each) => each.id !== sheet.id) ?? sheet;
  sheet.visibility = value;
}

export function deleteSheet(book: Book, sheet: BookSheet): void {
  assertStructureOpen(book);
  if (sheet.visibility === "VeryHidden") throw invalidOperation("A very hidden sheet can't be deleted.");
  if (isLastVisible(book, sheet))
    throw invalidOperation("A workbook must contain at least one visible worksheet.");
  book.deleteSheet(sheet);
}

/** The sheet before or behind; null at the ends. */
export function neighbour(
  book: Book,
  sheet: BookSheet,
  step: 1 | -1,
  visibleOnly: unknown,
): HostObject | null {
  const sheets = orderedSheets(book).filter(
    (each) => visibleOnly !== true || each.visibility === "Visible" || each.id === sheet.id,
  );
  const found = sheets[sheets.findIndex((each) => each.id === sheet.id) + step];
  return found ? sheetObject(found) : null;
}

export function copySheet(book: Book, sheet: BookSheet, position: unknown, relativeTo: unknown): HostObject {
  assertStructureOpen(book);
  const other = isHostObject(relativeTo) ? (relativeTo.target as BookSheet) : null;
  const count = book.sheets().length;
  const places: Record<string, () => number> = {
    None: () => count,
    End: () => count,
    Beginning: () => 0,
    Before: () => relative().position,
    After: () => relative().position + 1,
  };
  const relative = () => {
    if (!other) throw invalidArgument();
    return other;
  };
  const place = places[String(position ?? "None")];
  if (!place) throw invalidArgument();
  return sheetObject(book.copySheet(sheet, place()));
}
