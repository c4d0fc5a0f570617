import { CommandType, type ICommandInfo, type IMutationInfo } from "@univerjs/core";
import type { BookTable, Rect } from "../book";
import type { BookParts, TableStore } from "../book-parts";
import type { CellMatrix } from "../cells/cell-writer";
import { newGuid, officeId, type Engine } from "../engine";
import { intersect } from "../rects";
import type { UniverSheet } from "../univer-sheet";
import { FormulaForms } from "./formula-forms";
import { adoptFilter, adoptTable, isTableMutation } from "./table-adoption";
import { filterItems } from "./table-filters";
import { TableGrowth } from "./table-growth";
import { TableProjection } from "./table-projection";
import { newTable, uniqueHeaders, type TableRecord } from "./table-record";
import { renameTablesIn, rewriteFormulas } from "./table-rewriting";
import { installShifts } from "./table-shifts";
import { UniverTable } from "./univer-table";

const SET_TABLE = "workbench.mutation.set-table";

interface SetTableParams {
  readonly unitId: string;
  readonly tableId: string;
  readonly record: TableRecord | null;
}

/**
 * The tables of the book. Our records are the truth, because Univer's tables have no totals row, no calculated
 * columns and lose columns when they are resized; Univer's and the engine's are projected from them.
 */
export class Tables implements TableStore {
  readonly engine: Engine;
  readonly forms: FormulaForms;
  readonly projection: TableProjection;
  private readonly growth: TableGrowth;
  private readonly records = new Map<string, TableRecord>();
  private readonly objects = new Map<string, UniverTable>();

  constructor(readonly book: BookParts) {
    this.engine = book.engine;
    this.forms = new FormulaForms(
      () => this.records.values(),
      (sheetId) => this.engine.worksheet(sheetId).getName(),
    );
    this.projection = new TableProjection(this.engine, (record) => filterItems(book, record));
    this.growth = new TableGrowth(this);
    this.engine.commands.registerCommand({
      id: SET_TABLE,
      type: CommandType.MUTATION,
      handler: (_accessor, params: SetTableParams) => this.set(params),
    });
    installShifts(this);
    this.engine.commands.beforeCommandExecuted((command) => this.translateTyped(command));
    this.engine.onMutation((command) => this.afterCommand(command));
    this.engine.scheduler.onPassStart(() => this.reconcile());
  }

  ofSheet(sheetId: string): BookTable[] {
    return this.all().filter((table) => this.record(table.id.slice(1, -1))?.sheetId === sheetId);
  }
  all(): BookTable[] {
    return [...this.records.keys()].map((id) => this.object(id));
  }
  allRecords(): TableRecord[] {
    return [...this.records.values()];
  }
  record(id: string): TableRecord | undefined {
    return this.records.get(id);
  }
  object(id: string): UniverTable {
    const object = this.objects.get(id) ?? new UniverTable(this, id);
    this.objects.set(id, object);
    return object;
  }

  /** Without headers a header row is put in above the data. */
  add(sheet: UniverSheet, rect: Rect, hasHeaders: boolean, name?: string): BookTable {
    const overlapping = this.allRecords().some(
      (record) => record.sheetId === sheet.sheetId && intersect(record.rect, rect),
    );
    if (overlapping) throw new Error("A table can't overlap another table.");
    const chosen = name ?? this.freeName();
    this.checkName(chosen);
    if (!hasHeaders) sheet.insert({ ...rect, rows: 1 }, "Down");
    const rows = Math.max(2, rect.rows + (hasHeaders ? 0 : 1));
    const area = { ...rect, rows };
    const shown = hasHeaders ? sheet.texts({ ...area, rows: 1 })[0] : undefined;
    const names = uniqueHeaders(shown ?? Array.from({ length: rect.columns }, () => ""));
    this.book.writeHeaders(sheet.sheetId, area, names);
    const id = newGuid();
    this.change(id, newTable({ id, name: chosen, sheetId: sheet.sheetId, rect: area }, names));
    this.growth.noteCalculated(id, area);
    return this.object(id);
  }

  /** A table as a file holds it: its cells are there already. */
  restore(record: Omit<TableRecord, "id">): void {
    const id = newGuid();
    this.change(id, { ...record, id });
  }

  copyTo(fromId: string, toId: string): ReadonlyMap<string, string> {
    const renamed = new Map<string, string>();
    for (const record of this.allRecords().filter(({ sheetId }) => sheetId === fromId)) {
      const name = this.freeName(record.name.replace(/\d+$/, ""), 2);
      renamed.set(record.name, name);
      this.restore({ ...record, name, sheetId: toId });
    }
    return renamed;
  }

  rewriteSheet(sheetId: string, renamed: ReadonlyMap<string, string>): void {
    if (renamed.size > 0) renameTablesIn(this, sheetId, renamed);
  }

  /** Valid as Excel's names are, and not taken by another table or a defined name. */
  checkName(name: string, exceptId?: string): void {
    const valid = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) && name.length <= 255;
    const looksLikeCell = /^([A-Za-z]{1,3}\d+|[rR]\d*[cC]\d*|[rRcC])$/.test(name);
    if (!valid || looksLikeCell) throw new Error(`"${name}" is not a valid table name.`);
    const taken =
      this.allRecords().some(
        (other) => other.id !== exceptId && other.name.toLowerCase() === name.toLowerCase(),
      ) || this.book.nameTaken(name);
    if (taken) throw new Error(`The name "${name}" is already in use.`);
  }

  freeName(prefix = "Table", first = 1): string {
    const taken = new Set(this.allRecords().map(({ name }) => name.toLowerCase()));
    for (let number = first; ; number++) {
      const name = `${prefix}${number}`;
      if (!taken.has(name.toLowerCase()) && !this.book.nameTaken(name)) return name;
    }
  }

  /** Replaces the record (null removes it) as one undoable change; more mutations may share the step. */
  change(id: string, record: TableRecord | null): void {
    this.engine.apply({
      redo: [this.mutation(id, record)],
      undo: [this.mutation(id, this.records.get(id) ?? null)],
    });
  }

  update(id: string, change: Partial<TableRecord>): void {
    const record = this.records.get(id);
    if (record) this.change(id, { ...record, ...change });
  }

  mutation(id: string, record: TableRecord | null): IMutationInfo<SetTableParams> {
    return { id: SET_TABLE, params: { unitId: this.engine.unitId, tableId: id, record } };
  }

  /** Renames a column everywhere: record, header cell, formulas. */
  renameColumn(id: string, index: number, name: string): void {
    const record = this.records.get(id);
    const old = record?.columns[index];
    if (!record || !old || old.name === name) return;
    const taken = record.columns.some(
      (column, i) => i !== index && column.name.toLowerCase() === name.toLowerCase(),
    );
    if (taken || name === "") throw new Error(`The column name "${name}" is already in use.`);
    const columns = record.columns.map((column, i) => (i === index ? { ...column, name } : column));
    rewriteFormulas(this, (ref) =>
      ref.table.toLowerCase() === record.name.toLowerCase() ? { ...ref, rename: [old.name, name] } : null,
    );
    this.change(id, { ...record, columns });
    if (record.showHeaders)
      this.book.writeHeaders(
        record.sheetId,
        record.rect,
        columns.map((column) => column.name),
      );
  }

  rename(id: string, name: string): void {
    const record = this.records.get(id);
    if (!record || record.name === name) return;
    this.checkName(name, id);
    rewriteFormulas(this, (ref) =>
      ref.table.toLowerCase() === record.name.toLowerCase() ? { ...ref, table: name } : null,
    );
    this.change(id, { ...record, name });
  }

  showFormula(formula: string, sheetId: string, row: number, column: number): string {
    return this.forms.toDisplay(formula, { sheetId, row, column });
  }

  rewriteEntries(sheetId: string, cells: CellMatrix): void {
    if (this.records.size === 0) return;
    for (const row of Object.keys(cells).map(Number)) {
      const columns = cells[row];
      for (const column of Object.keys(columns ?? {}).map(Number)) {
        const cell = columns?.[column];
        if (cell?.f) cell.f = this.forms.toEngine(cell.f, { sheetId, row, column });
      }
    }
  }

  afterWrite(sheetId: string, rects: readonly Rect[]): void {
    if (this.records.size > 0) this.growth.afterWrite(sheetId, rects);
  }

  private set({ tableId, record }: SetTableParams): boolean {
    const before = this.records.get(tableId);
    if (record) this.records.set(tableId, record);
    else this.records.delete(tableId);
    if (record) this.projection.show(record, before);
    else if (before) this.projection.hide(before);
    if (record && !before) {
      this.engine.emit({ kind: "table-added", sheet: officeId(record.sheetId), table: officeId(tableId) });
    }
    if (!record && before) {
      this.engine.emit({ kind: "table-deleted", sheet: officeId(before.sheetId), table: officeId(tableId) });
    }
    return true;
  }

  /** A person's formula, in place: what stands in the cells is the engine's form. */
  private translateTyped(command: Readonly<ICommandInfo>): void {
    if (command.id !== "sheet.mutation.set-range-values" || this.engine.isOwnChange) return;
    const params = command.params as { subUnitId: string; cellValue?: CellMatrix };
    if (params.cellValue) this.rewriteEntries(params.subUnitId, params.cellValue);
  }

  private afterCommand(command: Readonly<ICommandInfo>): void {
    if (this.projection.busy) return;
    if (!this.engine.isOwnChange) {
      if (isTableMutation(command)) adoptTable(this, command);
      adoptFilter(this, command);
    }
    if (command.id === "sheet.mutation.remove-sheet") this.dropSheet(command);
    if (command.type === CommandType.COMMAND) this.reconcile();
  }

  private dropSheet(command: Readonly<ICommandInfo>): void {
    const { subUnitId } = command.params as { subUnitId: string };
    for (const record of this.allRecords().filter(({ sheetId }) => sheetId === subUnitId)) {
      this.records.delete(record.id);
      this.projection.hide(record);
    }
  }

  /** Univer moves its own tables too after rows come and go, sometimes differently. Ours stand. */
  private reconcile(): void {
    for (const record of this.records.values()) {
      const there = this.engine.workbook.getSheetBySheetId(record.sheetId);
      if (there && !this.projection.matches(record)) this.projection.show(record, record);
    }
  }

  /** A change that came from Univer's own table commands, whose undo is Univer's. */
  adopt(id: string, record: TableRecord | null): void {
    this.engine.act(() => this.set({ unitId: this.engine.unitId, tableId: id, record }), this.engine.origin);
  }

  /** Univer filters already; nothing is to be drawn again. */
  noteFilters(id: string, filters: TableRecord["filters"]): void {
    const record = this.records.get(id);
    if (record) this.records.set(id, { ...record, filters });
  }

  /** The formula as the engine has it; null without one. */
  engineFormula(sheetId: string, row: number, column: number): string | null {
    const cell = this.engine.worksheet(sheetId).getCellMatrix().getValue(row, column);
    if (!cell?.f && !cell?.si) return null;
    return this.engine.formulas.getFormulaStringByCell(row, column, sheetId, this.engine.unitId) ?? null;
  }

  /** Cells that change as a consequence; nobody edited them. */
  writeQuietly(sheetId: string, cells: CellMatrix): void {
    this.book.writeDerived(sheetId, cells);
  }

  fillRows(id: string, start: number, count: number): void {
    this.growth.fillRows(id, start, count);
  }

  /** Header cells were written: columns take their names, header cells the unique text. */
  takeHeaders(record: TableRecord, names: readonly string[]): void {
    for (const [index, name] of names.entries()) {
      const old = record.columns[index]?.name;
      if (old === undefined || old === name) continue;
      rewriteFormulas(this, (ref) =>
        ref.table.toLowerCase() === record.name.toLowerCase() ? { ...ref, rename: [old, name] } : null,
      );
    }
    const columns = record.columns.map((column, index) => ({ ...column, name: names[index] ?? column.name }));
    if (columns.some((column, index) => column.name !== record.columns[index]?.name)) {
      this.change(record.id, { ...record, columns });
    }
    this.book.writeHeaders(record.sheetId, record.rect, names);
  }
}
