import type { Worksheet } from "@univerjs/core";
import type {
  BookSheet,
  BookTable,
  CellContent,
  CellEntry,
  CellStyle,
  ConditionalFormatRecord,
  Rect,
  SortField,
  ValidationRecord,
} from "./book";
import { blankCell, ensureSize, type CellMatrix } from "./cells/cell-writer";
import { commonStyleOf } from "./cells/common-style";
import { lineFormatStep } from "./cells/line-format";
import type { ChartRecord, NewChart } from "./charts/chart-record";
import type { Criteria } from "./filters/criteria";
import { SheetFilter } from "./filters/sheet-filter";
import { cellsOf, fromRange, intersect, mapRect, MAX_COLUMNS, MAX_ROWS } from "./rects";
import type { SheetParts } from "./sheet-parts";
import { SheetProperties } from "./sheet-properties";
import { autofitWidth } from "./structure/autofit";
import { copiedCells, copyTarget } from "./structure/copying";
import { mergeCells, unmergeCells } from "./structure/merging";
import { insertCells, removeCells } from "./structure/shifting";
import { sortRows } from "./structure/sorting";

/** One worksheet. Every member that looks or changes structure first puts buffered entries into the cells. */
export class UniverSheet extends SheetProperties implements BookSheet {
  /** As it was before the entries that are buffered; formats count those. */
  private get buffered(): SheetParts {
    return this.book.sheetParts(this.sheetId);
  }
  /** With buffered entries written. */
  private get parts(): SheetParts {
    this.engine.flush();
    return this.book.sheetParts(this.sheetId);
  }
  get worksheet(): Worksheet {
    return this.parts.worksheet;
  }

  usedRect(valuesOnly: boolean): Rect | null {
    return this.parts.usedRect(valuesOnly);
  }
  content(rect: Rect): CellContent[][] {
    return this.parts.reader.contents(rect);
  }
  formulas(rect: Rect): (string | number | boolean)[][] {
    return this.parts.reader.formulas(rect);
  }

  formulaCells(rect: Rect): { row: number; column: number }[] {
    return this.parts.reader.formulaCells(rect);
  }
  texts(rect: Rect): string[][] {
    const { reader } = this.parts;
    return mapRect(rect, (row, column) => reader.text(row, column));
  }
  styles(rect: Rect): CellStyle[][] {
    const { reader } = this.buffered;
    return mapRect(rect, (row, column) => reader.style(row, column));
  }
  commonStyle(rect: Rect): CellStyle {
    return commonStyleOf(this.buffered, rect, () => this.parts.usedRect(false));
  }

  enter(rect: Rect, entries: readonly (readonly CellEntry[])[]): void {
    const parts = this.buffered;
    ensureSize(this.engine, parts.worksheet, rect);
    parts.pending.enter(rect, entries);
    this.book.written();
  }

  clear(rect: Rect, what: "All" | "Contents" | "Formats"): void {
    const { worksheet } = this.parts;
    const cells: CellMatrix = {};
    for (const [row, column] of cellsOf(this.parts.clip(rect))) {
      if (!worksheet.getCellMatrix().getValue(row, column)) continue;
      const style = what === "Contents" ? {} : { s: null, custom: null };
      (cells[row] ??= {})[column] = { ...(what === "Formats" ? {} : blankCell()), ...style };
    }
    if (what !== "Contents") this.styleLines(rect, null);
    if (Object.keys(cells).length > 0) this.book.writeCells(this.sheetId, cells, [rect], what !== "Formats");
  }

  style(rect: Rect, style: CellStyle): void {
    const whole = rect.rows >= MAX_ROWS || rect.columns >= MAX_COLUMNS;
    if (whole) this.styleLines(rect, style);
    else ensureSize(this.engine, this.buffered.worksheet, rect);
    const { pending } = this.buffered;
    pending.style(whole ? this.parts.clip(rect) : rect, style);
    pending.noteStyled(rect);
    this.book.written();
  }

  merge(rect: Rect, across: boolean): void {
    mergeCells(this.engine, this.worksheet, rect, across);
  }
  unmerge(rect: Rect): void {
    unmergeCells(this.engine, this.worksheet, rect);
  }
  merges(): Rect[] {
    return this.worksheet.getMergeData().map(fromRange);
  }
  insert(rect: Rect, shift: "Down" | "Right"): void {
    insertCells(this.engine, this.worksheet, rect, shift);
  }
  remove(rect: Rect, shift: "Up" | "Left"): void {
    removeCells(this.engine, this.worksheet, rect, shift);
  }
  sort(rect: Rect, fields: SortField[], hasHeaders: boolean, matchCase: boolean): void {
    const used = intersect(rect, this.parts.clip(rect));
    if (!used) return;
    const body = hasHeaders ? { ...used, row: used.row + 1, rows: used.rows - 1 } : used;
    const { worksheet, reader } = this.parts;
    const shifted = fields.map((field) => ({ ...field, key: field.key + rect.column - body.column }));
    if (body.rows > 1) sortRows(this.engine, worksheet, reader, { rect: body, fields: shifted, matchCase });
  }
  copy(
    from: { sheet: BookSheet; rect: Rect },
    to: Rect,
    what: "All" | "Formulas" | "Values" | "Formats",
  ): void {
    const source = this.book.sheetOf(from.sheet).parts.reader;
    const target = copyTarget(from.rect, to);
    ensureSize(this.engine, this.worksheet, target);
    const cells = copiedCells(this.engine, { reader: source, rect: from.rect }, target, what);
    this.book.writeCells(this.sheetId, cells, [target], what !== "Formats");
  }

  columnWidth(column: number): number {
    return this.parts.sizes.columnWidth(column);
  }
  setColumnWidth(column: number, columns: number, width: number): void {
    this.buffered.sizes.setColumnWidth({ start: column, count: columns }, width);
  }
  autofitColumns(column: number, columns: number): void {
    const { sizes } = this.parts;
    for (let c = column; c < column + columns; c++) {
      const width = autofitWidth(this.parts, c);
      if (width !== null) sizes.setColumnWidth({ start: c, count: 1 }, width);
    }
  }
  rowHeight(row: number): number {
    return this.parts.sizes.rowHeight(row);
  }
  setRowHeight(row: number, rows: number, height: number): void {
    this.buffered.sizes.setRowHeight({ start: row, count: rows }, height);
  }
  columnHidden(column: number): boolean {
    return this.parts.sizes.columnHidden(column);
  }
  setColumnHidden(column: number, columns: number, hidden: boolean): void {
    this.buffered.sizes.setColumnHidden({ start: column, count: columns }, hidden);
  }
  rowHidden(row: number): boolean {
    return this.parts.sizes.rowHidden(row) || !this.worksheet.getRowVisible(row);
  }
  setRowHidden(row: number, rows: number, hidden: boolean): void {
    this.buffered.sizes.setRowHidden({ start: row, count: rows }, hidden);
  }
  spill(row: number, column: number): Rect | null {
    this.engine.flush();
    const range =
      this.engine.formulas.getArrayFormulaRange()[this.engine.unitId]?.[this.sheetId]?.[row]?.[column];
    const rect = range ? fromRange(range) : null;
    return rect && rect.rows * rect.columns > 1 ? rect : null;
  }

  tables(): BookTable[] {
    this.engine.flush();
    return this.book.tables.ofSheet(this.sheetId);
  }
  addTable(rect: Rect, hasHeaders: boolean, name?: string): BookTable {
    this.engine.flush();
    return this.engine.group(() => this.book.tables.add(this, rect, hasHeaders, name));
  }
  private get filter(): SheetFilter {
    this.engine.flush();
    return new SheetFilter(this.engine, this.sheetId);
  }
  autoFilter(): Rect | null {
    return this.filter.range();
  }
  setAutoFilter(rect: Rect | null): void {
    if (rect) ensureSize(this.engine, this.worksheet, rect);
    this.filter.setRange(rect);
  }
  autoFilterCriteria(): (Criteria | null)[] {
    return this.filter.criteria();
  }
  filterBy(column: number, criteria: Criteria | null): void {
    this.filter.setCriteria(column, criteria);
  }
  conditionalFormats(): ConditionalFormatRecord[] {
    this.engine.flush();
    return this.book.conditionalFormats.ofSheet(this.sheetId);
  }
  addConditionalFormat(type: string, areas: Rect[]): ConditionalFormatRecord {
    return this.book.conditionalFormats.add(this.sheetId, type, areas);
  }
  /** Shown when the batch reads or ends. */
  updateConditionalFormat(record: ConditionalFormatRecord): void {
    this.book.conditionalFormats.update(this.sheetId, record);
  }
  removeConditionalFormat(id: string): void {
    this.book.conditionalFormats.remove(this.sheetId, id);
  }
  validation(rect: Rect): ValidationRecord | null {
    return this.book.validations.at(this.sheetId, rect);
  }
  setValidation(rect: Rect, validation: ValidationRecord | null): void {
    this.book.validations.set(this.sheetId, rect, validation);
  }

  charts(): ChartRecord[] {
    return structuredClone(this.book.charts.ofSheet(this.id));
  }
  addChart(chart: NewChart): ChartRecord {
    return structuredClone(this.book.charts.add(this.id, chart));
  }
  updateChart(record: ChartRecord): void {
    this.book.charts.update(record);
  }
  removeChart(id: string): void {
    this.book.charts.remove(id);
  }

  private styleLines(rect: Rect, style: CellStyle | null): void {
    const step = lineFormatStep(this.engine, this.worksheet, this.book.styles, rect, style);
    if (step) this.engine.apply(step);
  }
}
