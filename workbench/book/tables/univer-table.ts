import type { BookSheet, BookTable, CellEntry, Rect, SortField } from "../book";
import { officeId } from "../engine";
import { sortRows } from "../structure/sorting";
import { resized } from "./table-adoption";
import { withNewColumns } from "./table-follow";
import { bodyOf, type TableRecord } from "./table-record";
import { forEachFormula, rewriteFormulas } from "./table-rewriting";
import { hideTotals, showTotals } from "./table-totals";
import type { Tables } from "./tables";

/** One table as the book shows it; state lives in the store. */
export class UniverTable implements BookTable {
  readonly id: string;

  constructor(
    private readonly tables: Tables,
    private readonly tableId: string,
  ) {
    this.id = officeId(tableId);
  }

  private get record(): TableRecord {
    this.tables.engine.flush();
    const record = this.tables.record(this.tableId);
    if (!record) throw new Error("The table is gone.");
    return record;
  }
  private set(change: Partial<TableRecord>): void {
    this.tables.engine.flush();
    this.tables.update(this.tableId, change);
  }

  get name(): string {
    return this.record.name;
  }
  set name(name: string) {
    this.tables.engine.flush();
    this.tables.engine.group(() => this.tables.rename(this.tableId, name));
  }
  get sheet(): BookSheet {
    return this.tables.book.sheetById(this.record.sheetId);
  }
  get rect(): Rect {
    return this.record.rect;
  }
  get body(): Rect {
    return bodyOf(this.record);
  }
  get columns(): readonly { readonly id: number; readonly name: string }[] {
    return this.record.columns.map(({ id, name }) => ({ id, name }));
  }
  get showHeaders(): boolean {
    return this.record.showHeaders;
  }
  /** Hiding frees the header cells; showing needs a row above the body and takes the one there if it is blank. */
  set showHeaders(show: boolean) {
    const { record } = this;
    if (show === record.showHeaders) return;
    const { rect } = record;
    const names = record.columns.map(({ name }) => name);
    if (!show) {
      this.set({ showHeaders: false, rect: { ...rect, row: rect.row + 1, rows: rect.rows - 1 } });
      this.sheet.clear({ ...rect, rows: 1 }, "Contents");
      return;
    }
    const above = rect.row > 0 ? this.sheet.content({ ...rect, row: rect.row - 1, rows: 1 })[0] : undefined;
    if (!above?.every((cell) => cell === null)) {
      this.sheet.insert({ ...rect, rows: 1 }, "Down");
      this.set({ showHeaders: true, rect: { ...rect, rows: rect.rows + 1 } });
    } else this.set({ showHeaders: true, rect: { ...rect, row: rect.row - 1, rows: rect.rows + 1 } });
    this.tables.book.writeHeaders(record.sheetId, this.record.rect, names);
  }
  get showTotals(): boolean {
    return this.record.showTotals;
  }
  set showTotals(show: boolean) {
    if (show === this.record.showTotals) return;
    this.tables.engine.group(() => (show ? showTotals : hideTotals)(this.tables, this.tableId));
  }
  get showFilterButton(): boolean {
    return this.record.showFilterButton;
  }
  set showFilterButton(showFilterButton: boolean) {
    this.set({ showFilterButton });
  }
  get showBandedRows(): boolean {
    return this.record.showBandedRows;
  }
  set showBandedRows(showBandedRows: boolean) {
    this.set({ showBandedRows });
  }
  get showBandedColumns(): boolean {
    return this.record.showBandedColumns;
  }
  set showBandedColumns(showBandedColumns: boolean) {
    this.set({ showBandedColumns });
  }
  get highlightFirstColumn(): boolean {
    return this.record.highlightFirstColumn;
  }
  set highlightFirstColumn(highlightFirstColumn: boolean) {
    this.set({ highlightFirstColumn });
  }
  get highlightLastColumn(): boolean {
    return this.record.highlightLastColumn;
  }
  set highlightLastColumn(highlightLastColumn: boolean) {
    this.set({ highlightLastColumn });
  }
  get style(): string {
    return this.record.style;
  }
  set style(style: string) {
    this.set({ style });
  }

  resize(rect: Rect): void {
    this.tables.engine.group(() => this.doResize(rect));
  }
  private doResize(rect: Rect): void {
    const { record } = this;
    const rows = Math.max(rect.rows, record.showHeaders ? 2 : 1) - (record.showTotals ? 1 : 0);
    const next = resized(record, { ...rect, rows });
    this.tables.change(this.tableId, next);
    if (!next.showHeaders) return;
    const shown = this.sheet.texts({ ...next.rect, rows: 1 })[0] ?? [];
    const names = next.columns.map((column, index) => shown[index] || column.name);
    this.tables.takeHeaders(next, names);
    const old = bodyOf(record);
    const body = bodyOf(next);
    const added = body.row + body.rows - (old.row + old.rows);
    if (added > 0) this.tables.fillRows(this.tableId, old.row + old.rows, added);
  }
  renameColumn(index: number, name: string): void {
    this.tables.engine.group(() => this.doRenameColumn(index, name));
  }
  private doRenameColumn(index: number, name: string): void {
    this.tables.engine.flush();
    this.tables.renameColumn(this.tableId, index, name);
  }

  addColumn(index: number | null, name: string | null, values: CellEntry[][] | null): void {
    this.tables.engine.group(() => this.doAddColumn(index, name, values));
  }
  private doAddColumn(index: number | null, name: string | null, values: CellEntry[][] | null): void {
    const { record } = this;
    const { rect } = record;
    const at = index ?? record.columns.length;
    const header = values?.[0]?.[0];
    const wanted = name ?? (record.showHeaders && typeof header === "string" ? header : "");
    const place = { ...rect, column: rect.column + at, columns: 1 };
    const next = withNewColumns(record, at, 1, wanted);
    if (at < record.columns.length || !this.blank(place)) this.sheet.insert(place, "Right");
    // An insertion inside the table has already grown it, with a name of its own.
    this.tables.change(this.tableId, { ...next, rect: { ...rect, columns: rect.columns + 1 } });
    if (record.showHeaders) {
      this.tables.book.writeHeaders(
        record.sheetId,
        this.record.rect,
        next.columns.map((column) => column.name),
      );
    }
    if (!values) return;
    const written = record.showHeaders ? values.slice(1) : values;
    const start = { ...place, row: bodyOf(this.record).row, rows: written.length };
    if (written.length > 0) this.sheet.enter(start, written);
    this.tables.engine.flush();
  }

  deleteColumn(index: number): void {
    this.tables.engine.group(() => this.doDeleteColumn(index));
  }
  private doDeleteColumn(index: number): void {
    const { record } = this;
    const column = record.columns[index];
    if (!column) throw new Error("The table has no such column.");
    if (record.columns.length === 1) return this.doDelete();
    rewriteFormulas(this.tables, (ref) => {
      const own = ref.table.toLowerCase() === record.name.toLowerCase();
      return own && ref.columns?.[0] === column.name && ref.columns[1] === column.name
        ? { ...ref, broken: true }
        : null;
    });
    this.sheet.remove({ ...record.rect, column: record.rect.column + index, columns: 1 }, "Left");
  }

  addRows(index: number | null, values: CellEntry[][]): void {
    this.tables.engine.group(() => this.doAddRows(index, values));
  }
  private doAddRows(index: number | null, values: CellEntry[][]): void {
    const { record } = this;
    const body = bodyOf(record);
    const at = body.row + Math.min(index ?? body.rows, body.rows);
    const place = { ...body, row: at, rows: values.length };
    if (values.length === 0) return;
    const appended = at === body.row + body.rows;
    if (!appended || record.showTotals || !this.blank(place)) this.sheet.insert(place, "Down");
    // An insertion below the last row of the body does not grow the table by itself, unless totals follow.
    if (appended && !record.showTotals) {
      this.tables.change(this.tableId, {
        ...record,
        rect: { ...record.rect, rows: record.rect.rows + values.length },
      });
    }
    if (appended) this.tables.fillRows(this.tableId, at, values.length);
    this.sheet.enter(place, values);
    this.tables.engine.flush();
  }

  deleteRow(index: number): void {
    this.tables.engine.group(() => this.doDeleteRow(index));
  }
  private doDeleteRow(index: number): void {
    const body = bodyOf(this.record);
    if (index < 0 || index >= body.rows) throw new Error("The table has no such row.");
    const row = { ...body, row: body.row + index, rows: 1 };
    if (body.rows === 1) this.sheet.clear(row, "Contents");
    else this.sheet.remove(row, "Up");
  }

  convertToRange(): void {
    this.tables.engine.group(() => this.doConvertToRange());
  }
  private doConvertToRange(): void {
    const { record } = this;
    forEachFormula(this.tables, (formula, place) => this.tables.forms.toRanges(formula, record, place));
    this.tables.book.rewriteNames((formula) =>
      this.tables.forms.toRanges(formula, record, { sheetId: "", row: 0, column: 0 }),
    );
    this.tables.change(this.tableId, null);
  }

  /** The cells go too, as in Excel; references to the table are #REF!. */
  delete(): void {
    this.tables.engine.group(() => this.doDelete());
  }
  private doDelete(): void {
    const { record, sheet } = this;
    rewriteFormulas(this.tables, (ref) =>
      ref.table.toLowerCase() === record.name.toLowerCase() ? { ...ref, broken: true } : null,
    );
    this.tables.change(this.tableId, null);
    sheet.clear(record.rect, "All");
  }

  sort(fields: SortField[], matchCase: boolean): void {
    const { record } = this;
    const { worksheet, reader } = this.tables.book.sheetParts(record.sheetId);
    sortRows(this.tables.engine, worksheet, reader, { rect: bodyOf(record), fields, matchCase });
  }
  filter(column: number, criteria: Record<string, unknown> | null): void {
    const { record } = this;
    const filters = record.filters.map((old, index) => (index === column ? criteria : old));
    this.set({ filters });
    this.tables.engine.emit(
      { kind: "filtered", sheet: officeId(record.sheetId), table: this.id },
      this.tables.engine.batchOrigin ?? "addin",
    );
  }
  filters(): (Record<string, unknown> | null)[] {
    return [...this.record.filters];
  }

  private blank(rect: Rect): boolean {
    return this.sheet.content(rect).every((row) => row.every((cell) => cell === null));
  }
}
