import type { Injector } from "@univerjs/core";
import { CellAlertManagerService, CellAlertType, HoverManagerService } from "@univerjs/sheets-ui";
import { debounceTime } from "rxjs";
import type { Book } from "../../book/book";

/** The key of Univer's own alert about an error cell: ours takes its place. */
const alertKey = "SHEET_FORMULA_ALERT";
/** Univer waits 100 ms before it shows its general sentence. */
const afterUniver = 130;

/** What a function said when it failed; null for cells without such a message. */
function errorMessageAt(book: Book, row: number, column: number): { error: string; message: string } | null {
  const content = book.activeSheet.content({ row, column, rows: 1, columns: 1 })[0]?.[0];
  if (typeof content !== "object" || content === null || !content.message) return null;
  return { error: content.error, message: content.message };
}

/** Hovering over an error cell shows the sentence of the function that failed. */
export function showErrorMessages(injector: Injector, book: Book): void {
  const alerts = injector.get(CellAlertManagerService);
  injector
    .get(HoverManagerService)
    .currentCell$.pipe(debounceTime(afterUniver))
    .subscribe((hover) => {
      if (!hover) return;
      const failure = errorMessageAt(book, hover.location.row, hover.location.col);
      if (!failure) return;
      alerts.showAlert({
        type: CellAlertType.ERROR,
        title: failure.error,
        message: failure.message,
        location: hover.location,
        width: 260,
        height: 90,
        key: alertKey,
      });
    });
}
