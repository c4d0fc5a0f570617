import type { Book, BookTable, Rect } from "../../book/book";

const holds = ({ row, column, rows, columns }: Rect, cell: { row: number; column: number }) =>
  cell.row >= row && cell.row < row + rows && cell.column >= column && cell.column < column + columns;

/** The table in which the active cell is; null outside of tables. */
export function tableAtSelection(book: Book): BookTable | null {
  const { sheet, active } = book.selection();
  return sheet.tables().find((table) => holds(table.rect, active)) ?? null;
}
