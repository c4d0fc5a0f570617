import type { Book, BookSheet, CellEntry, Rect } from "../../../workbench/book/book";
import type { BookEvent, Origin } from "../../../workbench/book/events/book-event";
import { columnOf } from "../../../workbench/book/rects";

/** `A1`, `B2:C5` as a rect. */
export function at(address: string): Rect {
  const [, from = "", fromRow = "", to, toRow] = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(address) ?? [];
  const row = Number(fromRow) - 1;
  const column = columnOf(from);
  return {
    row,
    column,
    rows: toRow ? Number(toRow) - row : 1,
    columns: to ? columnOf(to) - column + 1 : 1,
  };
}

/** Entries from the top left cell on; the rect follows from their shape. */
export function put(sheet: BookSheet, address: string, entries: CellEntry[][]): void {
  const start = at(address);
  sheet.enter({ ...start, rows: entries.length, columns: entries[0]?.length ?? 0 }, entries);
}

export const value = (sheet: BookSheet, address: string): unknown => sheet.content(at(address))[0]?.[0];
export const formula = (sheet: BookSheet, address: string): unknown => sheet.formulas(at(address))[0]?.[0];
export const values = (sheet: BookSheet, address: string): unknown[][] => sheet.content(at(address));

/** Every event from now on. */
export function record(book: Book): { events: BookEvent[]; origins: Origin[] } {
  const events: BookEvent[] = [];
  const origins: Origin[] = [];
  book.on((event, origin) => {
    if (event.kind === "calculated") return;
    events.push(event);
    origins.push(origin);
  });
  return { events, origins };
}
