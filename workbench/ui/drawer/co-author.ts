import type { Book } from "../../book/book";
import { tableAtSelection } from "../grid/table-at-selection";

/** What a simulated co-author can do between two round trips. */
export const coAuthorDeeds = ["none", "edit", "sort", "insert"] as const;
export type CoAuthorDeed = (typeof coAuthorDeeds)[number];

type Deed = (book: Book) => Promise<void>;

const deeds: Record<Exclude<CoAuthorDeed, "none">, Deed> = {
  edit: (book) => {
    const { sheet, active } = book.selection();
    const text = `co-author ${new Date().toISOString()}`;
    return book.batch("co-author", () => sheet.enter({ ...active, rows: 1, columns: 1 }, [[text]]));
  },
  sort: async (book) => {
    const table = tableAtSelection(book);
    const key = table ? book.selection().active.column - table.rect.column : 0;
    await book.batch("co-author", () => table?.sort([{ key, ascending: false }], false));
  },
  insert: (book) => {
    const { sheet, active } = book.selection();
    const rect = sheet.usedRect(false) ?? { row: 0, column: 0, rows: 1, columns: 1 };
    const line = { row: active.row, rows: 1, column: 0, columns: rect.column + rect.columns };
    return book.batch("co-author", () => sheet.insert(line, "Down"));
  },
};

export function coAuthorDeed(deed: CoAuthorDeed): Deed | null {
  return deed === "none" ? null : deeds[deed];
}
