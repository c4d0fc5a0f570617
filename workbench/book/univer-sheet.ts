import {
  BooleanNumber,
  type IColumnData,
  type IFreeze,
  type IMutationInfo,
  type Worksheet,
} from "@univerjs/core";
import {
  SetColDataMutation,
  SetFrozenMutation,
  SetRowDataMutation,
  SetTabColorMutation,
  SetWorksheetHideMutation,
  SetWorksheetOrderMutation,
  ToggleGridlinesMutation,
} from "@univerjs/sheets";
import type {
  BookSheet,
  BookTable,
  CellContent,
  CellEntry,
  CellStyle,
  ConditionalFormatRecord,
  PageLayout,
  Rect,
  SortField,
  ValidationRecord,
} from "./book";
import type { BookParts } from "./book-parts";
import { blankCell, ensureSize, type CellMatrix } from "./cells/cell-writer";
import { commonStyleOf } from "./cells/common-style";
import { writeExtra, writeStyle } from "./cells/style-map";
import { officeId, type Engine } from "./engine";
import { cellsOf, fromRange, intersect, mapRect, MAX_COLUMNS, MAX_ROWS } from "./rects";
import type { SheetParts, SheetState } from "./sheet-parts";
import { autofitWidth } from "./structure/autofit";
import { copiedCells, copyTarget } from "./structure/copying";
import { mergeCells, unmergeCells } from "./structure/merging";
import { insertCells, removeCells } from "./structure/shifting";
import { sortRows } from "./structure/sorting";

type LineData = Readonly<Record<number, Partial<Pick<IColumnData, "s" | "custom">>>>;

/** One worksheet. Every member that looks or changes structure first puts buffered entries into the cells. */
export class UniverSheet implements BookSheet {
  readonly id: string;

  constructor(
    private readonly book: BookParts,
    readonly sheetId: string,
  ) {
    this.id = officeId(sheetId);
  }

  private get engine(): Engine {
    return this.book.engine;
  }
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
  get state(): SheetState {
    return this.book.sheetState(this.sheetId);
  }

  get name(): string {
    return this.engine.worksheet(this.sheetId).getName();
  }
  set name(name: string) {
    if (name === this.name) return;
    this.engine.flush();
    this.engine.command("sheet.command.set-worksheet-name", { ...this.unit(), name });
  }
  get position(): number {
    return this.engine.workbook.getIndexBySheetId(this.sheetId);
  }
  set position(position: number) {
    const fromOrder = this.position;
    const toOrder = Math.max(0, Math.min(position, this.engine.workbook.getSheetSize() - 1));
    if (fromOrder === toOrder) return;
    this.engine.apply({
      redo: [this.mutation(SetWorksheetOrderMutation.id, { fromOrder, toOrder })],
      undo: [this.mutation(SetWorksheetOrderMutation.id, { fromOrder: toOrder, toOrder: fromOrder })],
    });
  }
  get visibility(): "Visible" | "Hidden" | "VeryHidden" {
    if (this.engine.worksheet(this.sheetId).isSheetHidden() !== BooleanNumber.TRUE) return "Visible";
    return this.state.veryHidden ? "VeryHidden" : "Hidden";
  }
  set visibility(visibility: "Visible" | "Hidden" | "VeryHidden") {
    this.book.setVisibility(this, visibility, (hidden) =>
      // Univer brings a sheet that is shown to the front, unless another author showed it.
      this.engine.apply(
        {
          redo: [this.mutation(SetWorksheetHideMutation.id, { hidden: Number(hidden) })],
          undo: [this.mutation(SetWorksheetHideMutation.id, { hidden: Number(!hidden) })],
        },
        { fromCollab: true },
      ),
    );
  }
  get tabColor(): string {
    return this.engine.worksheet(this.sheetId).getTabColor() ?? "";
  }
  set tabColor(color: string) {
    this.change(SetTabColorMutation.id, { color }, { color: this.tabColor });
  }
  get showGridlines(): boolean {
    return this.engine.worksheet(this.sheetId).getConfig().showGridlines === BooleanNumber.TRUE;
  }
  set showGridlines(show: boolean) {
    this.change(
      ToggleGridlinesMutation.id,
      { showGridlines: Number(show) },
      { showGridlines: Number(this.showGridlines) },
    );
  }
  get showHeadings(): boolean {
    return this.state.showHeadings;
  }
  set showHeadings(show: boolean) {
    this.state.showHeadings = show;
  }
  get frozen(): { rows: number; columns: number } {
    // A sheet that was never frozen has no record of it, whatever Univer's type says.
    const freeze: Partial<IFreeze> | undefined = this.engine.worksheet(this.sheetId).getFreeze();
    return { rows: freeze?.ySplit ?? 0, columns: freeze?.xSplit ?? 0 };
  }
  set frozen({ rows, columns }: { rows: number; columns: number }) {
    ensureSize(this.engine, this.worksheet, { row: 0, column: 0, rows: rows + 1, columns: columns + 1 });
    const params = {
      startRow: rows > 0 ? rows : -1,
      startColumn: columns > 0 ? columns : -1,
      xSplit: columns,
      ySplit: rows,
    };
    this.change(SetFrozenMutation.id, params, { ...this.worksheet.getFreeze() });
  }
  get page(): PageLayout {
    return this.state.page;
  }
  get protection(): BookSheet["protection"] {
    return this.state.protection;
  }
  set protection(protection: BookSheet["protection"]) {
    this.state.protection = protection;
    this.engine.emit({ kind: "sheet-protection", sheet: this.id }, this.engine.batchOrigin ?? "addin");
  }
  get customProperties(): Map<string, string> {
    return this.state.customProperties;
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
    for (const [row, column] of cellsOf(this.clipToData(rect))) {
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
    pending.style(whole ? this.clipToData(rect) : rect, style);
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
    const used = intersect(rect, this.clipToData(rect));
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
  autoFilter(): Rect | null {
    return this.state.autoFilter;
  }
  setAutoFilter(rect: Rect | null): void {
    this.state.autoFilter = rect;
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

  /** Style of whole rows or columns; null takes it off. */
  private styleLines(rect: Rect, style: CellStyle | null): void {
    const byColumn = rect.rows >= MAX_ROWS;
    if (!byColumn && rect.columns < MAX_COLUMNS) return;
    const { columnData, rowData } = this.worksheet.getConfig();
    const key = byColumn ? "columnData" : "rowData";
    const lines: LineData = byColumn ? columnData : rowData;
    const start = byColumn ? rect.column : rect.row;
    const count = byColumn ? rect.columns : rect.rows;
    const after: Record<number, object> = {};
    const before: Record<number, object> = {};
    const { styles } = this.book;
    for (let line = start; line < start + Math.min(count, MAX_COLUMNS); line++) {
      const old = lines[line];
      before[line] = { s: old?.s ?? null, custom: old?.custom ?? null };
      after[line] = style
        ? {
            s: styles.merged(old?.s, writeStyle(style)),
            custom: writeExtra(style, old?.custom ?? {}) ?? null,
          }
        : { s: null, custom: null };
    }
    const id = byColumn ? SetColDataMutation.id : SetRowDataMutation.id;
    this.change(id, { [key]: after }, { [key]: before });
  }

  private clipToData(rect: Rect): Rect {
    const { worksheet } = this.parts;
    const all = { row: 0, column: 0, rows: worksheet.getRowCount(), columns: worksheet.getColumnCount() };
    const big = rect.rows * rect.columns > 100_000;
    const used = big ? this.parts.usedRect(false) : all;
    return (used && intersect(rect, used)) ?? { row: rect.row, column: rect.column, rows: 0, columns: 0 };
  }

  private unit(): { unitId: string; subUnitId: string } {
    return { unitId: this.engine.unitId, subUnitId: this.sheetId };
  }
  private mutation(id: string, params: object): IMutationInfo {
    return { id, params: { ...this.unit(), ...params } };
  }
  private change(id: string, after: object, before: object): void {
    this.engine.flush();
    this.engine.apply({ redo: [this.mutation(id, after)], undo: [this.mutation(id, before)] });
  }
}
