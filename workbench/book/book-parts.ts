import type { IStyleData, Nullable } from "@univerjs/core";
import type { BookSheet, BookTable, ConditionalFormatRecord, Rect, ValidationRecord } from "./book";
import type { CellMatrix } from "./cells/cell-writer";
import type { Charts } from "./charts/charts";
import type { Engine } from "./engine";
import type { SheetParts, SheetState } from "./sheet-parts";
import type { FormulaPlace } from "./tables/formula-forms";
import type { UniverSheet } from "./univer-sheet";

export interface TableStore {
  ofSheet(sheetId: string): BookTable[];
  all(): BookTable[];
  /** Copies of a sheet's tables over the same cells of another; old name → new name. */
  copyTo(fromId: string, toId: string): ReadonlyMap<string, string>;
  /** The formulas of one sheet, their tables renamed. */
  rewriteSheet(sheetId: string, renamed: ReadonlyMap<string, string>): void;
  add(sheet: UniverSheet, rect: Rect, hasHeaders: boolean, name?: string): BookTable;
}

export interface ConditionalFormatStore {
  ofSheet(sheetId: string): ConditionalFormatRecord[];
  add(sheetId: string, type: string, areas: Rect[]): ConditionalFormatRecord;
  update(sheetId: string, record: ConditionalFormatRecord): void;
  remove(sheetId: string, id: string): void;
  restore(sheetId: string, records: readonly ConditionalFormatRecord[]): void;
}

export interface ValidationStore {
  at(sheetId: string, rect: Rect): ValidationRecord | null;
  set(sheetId: string, rect: Rect, validation: ValidationRecord | null): void;
  copyTo(fromId: string, toId: string): void;
}

/** What sheets and the feature stores need of the book; sheet ids are Univer's, without braces. */
export interface BookParts {
  readonly engine: Engine;
  readonly tables: TableStore;
  readonly conditionalFormats: ConditionalFormatStore;
  readonly validations: ValidationStore;
  readonly charts: Charts;
  readonly styles: { merged(old: unknown, style: IStyleData): Nullable<IStyleData> };
  sheetParts(sheetId: string): SheetParts;
  sheetState(sheetId: string): SheetState;
  sheetOf(sheet: BookSheet): UniverSheet;
  sheetById(sheetId: string): UniverSheet;
  /** One mutation; `content` says that values or formulas change, not only formats. */
  writeCells(sheetId: string, cells: CellMatrix, rects: Rect[], content: boolean): void;
  /** Cells that follow from another change: formulas rewritten, columns filled. Not announced as edits. */
  writeDerived(sheetId: string, cells: CellMatrix): void;
  /** Puts names into the header row where they differ from what stands there. */
  writeHeaders(sheetId: string, rect: Rect, names: readonly string[]): void;
  /** Whether a defined name of the workbook is called so. */
  nameTaken(name: string): boolean;
  /** Formulas between what people read and what the engine reads (structured references). */
  translate(formula: string, place: FormulaPlace): string;
  display(formula: string, place: FormulaPlace): string;
  rewriteNames(rewrite: (formula: string) => string): void;
  readonly autoExpandTables: boolean;
  /** Something was buffered: outside a batch it goes in at once. */
  written(): void;
  setVisibility(
    sheetId: string,
    visibility: "Visible" | "Hidden" | "VeryHidden",
    hide: (hidden: boolean) => void,
  ): void;
}
