import type { ICellData, Injector } from "@univerjs/core";
import { AFTER_CELL_EDIT, SheetInterceptorService } from "@univerjs/sheets";
import { parseTyped, type ParsedEntry } from "../../book/cells/entry";
import type { Book } from "../../book/book";

/** Before Univer reads numbers and dates its own way (0). */
const first = 100;

function cellOf(cell: ICellData, parsed: ParsedEntry): ICellData {
  if (parsed.kind !== "value") return cell;
  const style = parsed.format === undefined ? {} : { s: { n: { pattern: parsed.format } } };
  return { ...cell, p: null, v: parsed.value, t: parsed.type, ...style };
}

/** What a person types is read as the host reads what the add-in writes: by the number settings of the workbook. */
export function readEntriesLikeExcel(injector: Injector, book: Book): void {
  injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, {
    priority: first,
    handler: (cell, place, next) => {
      const plain = typeof cell?.v === "string" && !cell.f && !cell.p && cell.t === undefined;
      if (!cell || !plain || cell.v === "") return next(cell);
      const { row, col } = place;
      const spot = { row, column: col, rows: 1, columns: 1 };
      const [[style] = []] = book.activeSheet.styles(spot);
      const settings = { culture: book.culture, date1904: book.date1904 };
      return cellOf(cell, parseTyped(String(cell.v), style?.numberFormat ?? "General", settings));
    },
  });
}
