import type { Book, BookSheet, Rect } from "../../book/book";
import { resolveText } from "../../host/model/resolve-address";
import type { Grid } from "../grid/grid";

/** The sheet so many steps to the right among the visible ones; the ends stay where they are. */
export function neighbourSheet(book: Pick<Book, "sheets" | "activeSheet">, step: 1 | -1): BookSheet | null {
  const visible = book.sheets().filter(({ visibility }) => visibility === "Visible");
  const at = visible.findIndex(({ id }) => id === book.activeSheet.id);
  return visible[at + step] ?? null;
}

/** Selects what a person typed: `B3`, `'Two words'!B3`, a name or a table; null if it names no cells. */
export function goTo(book: Book, place: string): Rect | null {
  const target = resolveText(book, book.activeSheet, place.trim());
  if (!target) return null;
  if (target.sheet.id !== book.activeSheet.id) book.activeSheet = target.sheet;
  book.select(target.sheet, [target.rect]);
  return target.rect;
}

/**
 * Univer counts a cell as shown when one pixel of it is, and an editor opened over that pixel drops what is typed:
 * scrolling one row and column further shows all of the cell.
 */
function reveal(grid: Grid, { row, column }: Rect): void {
  const range = { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
  void grid.run("sheet.command.scroll-to-cell", { range });
}

const nameBox = '[data-u-comp="defined-name"] input';

/**
 * Keys of the worksheet that Univer lacks: F5 and Ctrl+G lead to the name box, which also takes a place on another
 * sheet; Ctrl+PageUp and Ctrl+PageDown go to the sheet beside, with Alt where the browser keeps them for its tabs.
 */
export function onGoToKey(event: KeyboardEvent, book: Book, grid: Grid): boolean {
  const box = document.querySelector<HTMLInputElement>(nameBox);
  if (event.key === "Enter" && box && event.target === box) {
    const found = goTo(book, box.value);
    if (!found) return false;
    reveal(grid, found);
    grid.focus();
    return true;
  }
  if (!document.activeElement?.closest(".wb-grid") || grid.isEditing()) return false;
  const control = event.ctrlKey || event.metaKey;
  if (event.key === "F5" || (control && event.key.toLowerCase() === "g")) {
    box?.focus();
    box?.select();
    return box !== null;
  }
  if (!control || (event.key !== "PageDown" && event.key !== "PageUp")) return false;
  const sheet = neighbourSheet(book, event.key === "PageDown" ? 1 : -1);
  if (sheet) book.activeSheet = sheet;
  return true;
}
