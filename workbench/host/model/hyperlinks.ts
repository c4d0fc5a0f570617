/** Links of cells. A link shows its text in blue with a line under it, as Excel sets it. */
import type { Book, BookSheet, Rect } from "../../book/book";
import type { RangeTarget } from "../class-model";
import { extrasOf, type Hyperlink } from "./book-extras";
import { invalidArgument } from "./host-errors";
import { placedAt, placedWith } from "./placed";
import { filledMatrix, literalEntry } from "./wire-values";

/** The link all cells of the range share, else null. */
export function readLink(target: RangeTarget, book: Book): Hyperlink | null {
  const link = placedAt(extrasOf(book).links, target.sheet, target.rect);
  return link && { ...link };
}

export function removeLinks(book: Book, sheet: BookSheet, area: Rect): void {
  const extras = extrasOf(book);
  extras.links = placedWith(extras.links, sheet, area, null);
}

export function writeLink({ sheet, rect }: RangeTarget, value: unknown, book: Book): void {
  if (typeof value !== "object" || value === null) throw invalidArgument();
  const link = value as Hyperlink;
  if (!link.address && !link.documentReference) throw invalidArgument();
  const extras = extrasOf(book);
  extras.links = placedWith(extras.links, sheet, rect, { ...link });
  const text = link.textToDisplay;
  if (text !== undefined) sheet.enter(rect, filledMatrix(rect, literalEntry(text)));
  else if (sheet.content({ ...rect, rows: 1, columns: 1 })[0]![0] === null)
    sheet.enter(rect, filledMatrix(rect, literalEntry(link.address ?? link.documentReference ?? "")));
  sheet.style(rect, { color: "#0563C1", underline: true });
}
