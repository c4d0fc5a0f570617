import { useMemo } from "react";
import type { Book } from "../../book/book";
import { tableAtSelection } from "../grid/table-at-selection";
import { useSelection } from "../grid/use-selection";
import { useSession } from "../session";
import { formatNameOf, type FormatName } from "./number-formats";

export interface HomeActions {
  readonly currentFormat: FormatName | "";
  undo(): void;
  redo(): void;
  bold(): void;
  italic(): void;
  format(numberFormat: string): void;
  moreDecimals(): void;
  fewerDecimals(): void;
  sort(ascending: boolean): void;
  filter(): void;
  insertRow(): void;
  deleteRow(): void;
  newSheet(): void;
}

export function useHomeActions(): HomeActions {
  const { book, grid } = useSession();
  const selection = useSelection();
  const format = selection.sheet.styles({ ...selection.active, rows: 1, columns: 1 })[0]?.[0]?.numberFormat;
  return useMemo(() => {
    const run = (command: string, params?: object) => void grid.run(command, params).then(() => grid.focus());
    return {
      currentFormat: formatNameOf(format),
      undo: () => void book.undo(),
      redo: () => void book.redo(),
      bold: () => run("sheet.command.set-range-bold"),
      italic: () => run("sheet.command.set-range-italic"),
      format: (numberFormat) => {
        const { sheet, rects } = book.selection();
        void book.batch("user", () => rects.forEach((rect) => sheet.style(rect, { numberFormat })));
      },
      moreDecimals: () => run("sheet.command.numfmt.add.decimal.command"),
      fewerDecimals: () => run("sheet.command.numfmt.subtract.decimal.command"),
      sort: (ascending) => {
        const table = tableAtSelection(book);
        if (!table) return run(`sheet.command.sort-range-${ascending ? "asc" : "desc"}`);
        const key = book.selection().active.column - table.rect.column;
        void book.batch("user", () => table.sort([{ key, ascending }], false));
      },
      filter: () => {
        const table = tableAtSelection(book);
        if (!table) return run("sheet.command.smart-toggle-filter");
        void book.batch("user", () => {
          table.showFilterButton = !table.showFilterButton;
        });
      },
      insertRow: () => run("sheet.command.insert-row-before", { value: selectedRows(book) }),
      deleteRow: () => run("sheet.command.remove-row-confirm"),
      newSheet: () => run("sheet.command.insert-sheet"),
    };
  }, [book, grid, format]);
}

function selectedRows(book: Book): number {
  return book.selection().rects[0]?.rows ?? 1;
}
