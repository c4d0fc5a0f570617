import type { BookTable, Rect } from "../book";
import type { BookParts, TableStore } from "../book-parts";
import type { CellMatrix } from "../cells/cell-writer";
import type { UniverSheet } from "../univer-sheet";

export class Tables implements TableStore {
  constructor(readonly book: BookParts) {}
  ofSheet(_sheetId: string): BookTable[] {
    return [];
  }
  all(): BookTable[] {
    return [];
  }
  add(_sheet: UniverSheet, _rect: Rect, _hasHeaders: boolean, _name?: string): BookTable {
    throw new Error("Tables are not there yet");
  }
  showFormula(formula: string, _sheetId: string, _row: number, _column: number): string {
    return formula;
  }
  rewriteEntries(_sheetId: string, _cells: CellMatrix): void {}
  afterWrite(_sheetId: string, _rects: Rect[]): void {}
}
