import { SetSelectionsOperation, SheetsSelectionsService } from "@univerjs/sheets";
import type { BookSheet, Rect } from "../book";
import type { BookParts } from "../book-parts";
import { cellRect, fromRange, toRange } from "../rects";
import type { UniverSheet } from "../univer-sheet";

/** What is selected on the active sheet; A1 when nothing was ever selected. */
export class Selection {
  private readonly service: SheetsSelectionsService;

  constructor(private readonly book: BookParts) {
    this.service = book.engine.injector.get(SheetsSelectionsService);
  }

  current(): { sheet: BookSheet; rects: Rect[]; active: { row: number; column: number } } {
    const sheetId = this.book.engine.workbook.ensureActiveSheet().getSheetId();
    const sheet = this.book.sheetById(sheetId);
    const selections = this.service
      .getWorkbookSelections(this.book.engine.unitId)
      .getSelectionsOfWorksheet(sheetId);
    if (selections.length === 0) return { sheet, rects: [cellRect(0, 0)], active: { row: 0, column: 0 } };
    const primary = selections.at(-1)?.primary;
    const rects = selections.map(({ range }) => fromRange(range));
    const first = rects.at(-1) ?? cellRect(0, 0);
    return {
      sheet,
      rects,
      active: { row: primary?.actualRow ?? first.row, column: primary?.actualColumn ?? first.column },
    };
  }

  select(sheet: UniverSheet, rects: Rect[]): void {
    this.book.engine.run([
      {
        id: SetSelectionsOperation.id,
        params: {
          unitId: this.book.engine.unitId,
          subUnitId: sheet.sheetId,
          selections: rects.map((rect, index) => ({
            range: toRange(rect),
            primary: index === rects.length - 1 ? primaryOf(rect) : null,
            style: null,
          })),
        },
      },
    ]);
  }
}

const primaryOf = ({ row, column }: Rect) => ({
  startRow: row,
  endRow: row,
  startColumn: column,
  endColumn: column,
  actualRow: row,
  actualColumn: column,
  isMerged: false,
  isMergedMainCell: false,
});
