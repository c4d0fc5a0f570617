import { CellValueType, type ICellData, type Injector, type Nullable } from "@univerjs/core";
import { AFTER_CELL_EDIT, BEFORE_CELL_EDIT, SheetInterceptorService } from "@univerjs/sheets";
import type { Book } from "../../book/book";
import { cellOf } from "../../book/cells/cell-writer";
import { parseTyped } from "../../book/cells/entry";
import type { ExtraStyle } from "../../book/cells/style-map";

/** Before Univer reads numbers and dates its own way (0). */
const first = 100;

const extraOf = (cell: Nullable<ICellData>): ExtraStyle => (cell?.custom ?? {}) as ExtraStyle;

/** The formula of a cell of the sheet in front, as Excel shows it. */
const formulaIn = (book: Book, { row, col }: { readonly row: number; readonly col: number }): string =>
  String(book.activeSheet.formulas({ row, column: col, rows: 1, columns: 1 })[0]?.[0] ?? "");

/**
 * What a person types is read as the host reads what the add-in writes: by the number settings of the workbook. An
 * apostrophe in front is remembered with the cell and shown again only where it was typed: Univer would show one
 * before every text of a cell formatted as text, and take it for text there. Formulas are shown as Excel spells them:
 * `[@Qty]` inside its own table.
 */
export function readEntriesLikeExcel(injector: Injector, book: Book): void {
  const { writeCellInterceptor } = injector.get(SheetInterceptorService);
  writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: first,
    handler: (cell, place, next) => {
      if (!cell || typeof cell.v !== "string" || cell.v === "" || cell.f || cell.p) return next(cell);
      const before = extraOf(place.worksheet.getCellRaw(place.row, place.col));
      if (cell.t === CellValueType.FORCE_STRING)
        return {
          ...cell,
          ...cellOf({ kind: "value", value: cell.v, type: cell.t, quotePrefix: true }, before),
        };
      if (cell.t !== undefined && cell.t !== null) return next(cell);
      const spot = { row: place.row, column: place.col, rows: 1, columns: 1 };
      const format = book.activeSheet.styles(spot)[0]?.[0]?.numberFormat ?? "General";
      const settings = { culture: book.culture, date1904: book.date1904 };
      return { ...cell, ...cellOf(parseTyped(cell.v, format, settings), before) };
    },
  });
  writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
    priority: first,
    handler: (cell, place, next) => {
      const bare = cell?.t === CellValueType.FORCE_STRING && !extraOf(cell).quotePrefix;
      const shown = next(bare ? { ...cell, t: CellValueType.STRING } : cell);
      return shown?.f ? { ...shown, f: formulaIn(book, place) } : shown;
    },
  });
}
