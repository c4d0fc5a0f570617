/**
 * The workbook as the host sees it. One store: Univer's model. What Univer lacks (totals rows,
 * auto-expansion, calculated columns, page set-up, protection, settings) is kept beside it behind this interface.
 *
 * Rows and columns count from zero. Reads are synchronous and show what has been written; calculated
 * values are there after `settled()`. Writes outside `batch` are one batch each.
 */

import type { ChartRecord, ChartRef, NewChart } from "./charts/chart-record";
import type { BookEvent, Origin } from "./events/book-event";
import type { FunctionCall, FunctionMetadata, FunctionRuntime } from "./functions/function-runtime";

/** null is a blank cell; an error is an object, so that the text "#N/A" stays text. */
type Scalar = string | number | boolean | null;
export interface CellError {
  readonly error: string;
  readonly message?: string;
}
export type CellContent = Scalar | CellError;

export interface Rect {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * What a caller puts into a cell: text as a person would type it (`=1+1`, `'007`, `3/4` are read as Excel
 * reads them), numbers, booleans; null leaves the cell alone; "" clears it.
 */
export type CellEntry = string | number | boolean | null;

/** Only the keys present are changed. Colours `#RRGGBB`, sizes in points. */
export interface CellStyle {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  size?: number;
  name?: string;
  color?: string | null;
  fill?: string | null;
  numberFormat?: string;
  horizontal?:
    "General" | "Left" | "Center" | "Right" | "Fill" | "Justify" | "CenterAcrossSelection" | "Distributed";
  vertical?: "Top" | "Center" | "Bottom" | "Justify" | "Distributed";
  wrap?: boolean;
  shrink?: boolean;
  indent?: number;
  locked?: boolean;
  quotePrefix?: boolean;
  borders?: Partial<Record<"top" | "bottom" | "left" | "right", BorderStyle | null>>;
}
export interface BorderStyle {
  readonly style: "thin" | "medium" | "thick" | "dashed" | "dotted" | "double" | "hair";
  readonly color: string;
}

export interface PageLayout {
  orientation: "Portrait" | "Landscape";
  paperSize: string;
  margins: { left: number; right: number; top: number; bottom: number; header: number; footer: number };
  zoom: { scale?: number; horizontalFitToPages?: number; verticalFitToPages?: number };
  printArea: string | null;
  titleRows: string | null;
  titleColumns: string | null;
  centerHorizontally: boolean;
  centerVertically: boolean;
  printGridlines: boolean;
  printHeadings: boolean;
  blackAndWhite: boolean;
  draftMode: boolean;
  printErrors: string;
  printOrder: string;
  printComments: string;
  firstPageNumber: number | "";
  /** Keys leftHeader, centerHeader, rightHeader, leftFooter, centerFooter, rightFooter. */
  headerFooter: Record<string, string>;
  rowBreaks: number[];
  columnBreaks: number[];
}

/** `definition` is the rule as Office.js spells it, camelCase (`{ cellValue: { rule, format } }`, `{ dataBar: {…} }`). */
export interface ConditionalFormatRecord {
  readonly id: string;
  readonly type: string;
  areas: Rect[];
  priority: number;
  stopIfTrue: boolean;
  definition: Record<string, unknown>;
}

export interface ValidationRecord {
  rule: Record<string, unknown>;
  ignoreBlanks: boolean;
  prompt: { title: string; message: string; showPrompt: boolean } | null;
  errorAlert: { title: string; message: string; showAlert: boolean; style: string } | null;
}

export interface BookTable {
  readonly id: string;
  name: string;
  readonly sheet: BookSheet;
  /** Header, body and totals row. */
  readonly rect: Rect;
  readonly body: Rect;
  readonly columns: readonly { readonly id: number; readonly name: string }[];
  showHeaders: boolean;
  showTotals: boolean;
  showFilterButton: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  style: string;
  resize(rect: Rect): void;
  renameColumn(index: number, name: string): void;
  addColumn(index: number | null, name: string | null, values: CellEntry[][] | null): void;
  deleteColumn(index: number): void;
  /** Appends (index null) or inserts rows; cells below the table move down. */
  addRows(index: number | null, values: CellEntry[][]): void;
  deleteRow(index: number): void;
  convertToRange(): void;
  delete(): void;
  sort(fields: SortField[], matchCase: boolean): void;
  /** Per column index; null clears. */
  filter(column: number, criteria: Record<string, unknown> | null): void;
  filters(): (Record<string, unknown> | null)[];
}

export interface SortField {
  readonly key: number;
  readonly ascending: boolean;
}

export interface BookName {
  readonly id: string;
  readonly name: string;
  /** null = workbook scope. */
  readonly sheet: BookSheet | null;
  formula: string;
  visible: boolean;
  comment: string;
  delete(): void;
}

export interface BookSheet {
  /** Braced GUID-like id that never changes. */
  readonly id: string;
  name: string;
  position: number;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  tabColor: string;
  showGridlines: boolean;
  showHeadings: boolean;
  frozen: { rows: number; columns: number };
  readonly page: PageLayout;
  protection: { readonly options: Record<string, unknown>; readonly password: string | null } | null;
  readonly customProperties: Map<string, string>;

  usedRect(valuesOnly: boolean): Rect | null;
  content(rect: Rect): CellContent[][];
  /** The formula as en-US text with "=", else the content as its text; "" for blank. */
  formulas(rect: Rect): (string | number | boolean)[][];
  /** Cells of the rect that have a formula of their own, row by row. */
  formulaCells(rect: Rect): { readonly row: number; readonly column: number }[];
  /** As displayed. */
  texts(rect: Rect): string[][];
  styles(rect: Rect): CellStyle[][];
  /** A style shared by every cell of the rect has its key, a mixed one is absent. */
  commonStyle(rect: Rect): CellStyle;

  enter(rect: Rect, entries: readonly (readonly CellEntry[])[]): void;
  clear(rect: Rect, what: "All" | "Contents" | "Formats"): void;
  style(rect: Rect, style: CellStyle): void;
  merge(rect: Rect, across: boolean): void;
  unmerge(rect: Rect): void;
  merges(): Rect[];
  insert(rect: Rect, shift: "Down" | "Right"): void;
  remove(rect: Rect, shift: "Up" | "Left"): void;
  sort(rect: Rect, fields: SortField[], hasHeaders: boolean, matchCase: boolean): void;
  copy(
    from: { sheet: BookSheet; rect: Rect },
    to: Rect,
    what: "All" | "Formulas" | "Values" | "Formats",
  ): void;
  /** Points. */
  columnWidth(column: number): number;
  setColumnWidth(column: number, columns: number, width: number): void;
  autofitColumns(column: number, columns: number): void;
  rowHeight(row: number): number;
  setRowHeight(row: number, rows: number, height: number): void;
  columnHidden(column: number): boolean;
  setColumnHidden(column: number, columns: number, hidden: boolean): void;
  rowHidden(row: number): boolean;
  setRowHidden(row: number, rows: number, hidden: boolean): void;
  /** Cells a dynamic array at (row, column) spills over; null without one. */
  spill(row: number, column: number): Rect | null;

  tables(): BookTable[];
  addTable(rect: Rect, hasHeaders: boolean, name?: string): BookTable;
  autoFilter(): Rect | null;
  setAutoFilter(rect: Rect | null): void;
  /** Per column of the filtered range; by values and by comparison. */
  autoFilterCriteria(): (Record<string, unknown> | null)[];
  /** By place in the filtered range; null clears. */
  filterBy(column: number, criteria: Record<string, unknown> | null): void;

  conditionalFormats(): ConditionalFormatRecord[];
  addConditionalFormat(type: string, areas: Rect[]): ConditionalFormatRecord;
  /** After a record was changed. */
  updateConditionalFormat(record: ConditionalFormatRecord): void;
  removeConditionalFormat(id: string): void;
  validation(rect: Rect): ValidationRecord | null;
  setValidation(rect: Rect, validation: ValidationRecord | null): void;

  /** As added; what is changed in a record counts after `updateChart`. */
  charts(): ChartRecord[];
  addChart(chart: NewChart): ChartRecord;
  updateChart(record: ChartRecord): void;
  removeChart(id: string): void;
}

export interface Book {
  sheets(): BookSheet[];
  sheet(id: string): BookSheet | null;
  sheetByName(name: string): BookSheet | null;
  addSheet(name?: string, position?: number): BookSheet;
  deleteSheet(sheet: BookSheet): void;
  copySheet(sheet: BookSheet, position: number): BookSheet;
  activeSheet: BookSheet;
  selection(): { sheet: BookSheet; rects: Rect[]; active: { row: number; column: number } };
  select(sheet: BookSheet, rects: Rect[]): void;
  table(idOrName: string): BookTable | null;
  names(): BookName[];
  addName(name: string, formula: string, sheet: BookSheet | null): BookName;
  /** Charts speak of cells at their new place once they were moved there. */
  chartsFollow(from: ChartRef, to: ChartRef): void;
  /** Id of the chart that is chosen; null without one. */
  activeChart: string | null;
  readonly settings: Map<string, unknown>;
  readonly properties: Record<string, string>;
  /** Serial 0 is 1904-01-01. */
  readonly date1904: boolean;
  /** Set by the host: whose number settings texts of cells follow (`de-DE`). Formulas and format codes stay en-US. */
  culture: string;
  /** Set by the host: whether tables grow when something is typed or written right below them. */
  autoExpandTables: boolean;

  /** One step of undo, mutations gathered; calls inside see their own writes. */
  batch<T>(origin: Origin, work: () => T | Promise<T>): Promise<T>;
  /** Calculation done and results in the cells. */
  settled(): Promise<void>;
  recalculate(): Promise<void>;
  /** Re-evaluates one formula cell as if it had been entered again. */
  reenter(sheet: BookSheet, row: number, column: number): void;
  undo(): Promise<void>;
  redo(): Promise<void>;
  readonly isEditingCell: boolean;
  on(listener: (event: BookEvent, origin: Origin) => void): () => void;

  registerFunctions(
    namespace: string,
    functions: readonly FunctionMetadata[],
    runtime: FunctionRuntime,
  ): void;
  /** Many results in one message share one calculation pass. A matrix spills. */
  deliver(results: readonly { callId: number; value: CellContent | CellContent[][] }[]): void;
  /** Calls whose values stand in cells, for tests and the developer drawer. */
  liveCalls(): readonly FunctionCall[];
  /** Whether streams of identical arguments share one call, as Excel may do. */
  shareStreams: boolean;
  /** Whether a moved formula cell asks its function again. */
  reinvokeOnMove: boolean;
  dispose(): void;
}
