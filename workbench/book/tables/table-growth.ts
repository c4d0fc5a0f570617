import { LexerTreeBuilder } from "@univerjs/engine-formula";
import type { Rect } from "../book";
import type { CellMatrix } from "../cells/cell-writer";
import { holds, intersect } from "../rects";
import { withNewColumns } from "./table-follow";
import { bodyOf, uniqueHeaders, type TableRecord } from "./table-record";
import { neighbour } from "./table-shifts";
import type { Tables } from "./tables";

/** What happens to tables after cells were written: header names, growth, calculated columns. */
export class TableGrowth {
  constructor(private readonly tables: Tables) {}

  afterWrite(sheetId: string, rects: readonly Rect[]): void {
    for (const [index, rect] of rects.entries()) {
      // What was written after this rect stands in the cells already, but not yet when Excel looks.
      const written = rects.slice(index);
      for (const record of this.tables.allRecords()) {
        if (record.sheetId !== sheetId) continue;
        this.headers(record.id, rect);
        if (this.tables.book.autoExpandTables) {
          this.growDown(record.id, rect, written);
          this.growRight(record.id, rect, written);
        }
        this.noteCalculated(record.id, rect);
      }
    }
  }

  /** Headers are text and unique; an emptied one gets a name of its own. */
  private headers(id: string, written: Rect): void {
    const record = this.tables.record(id);
    if (!record?.showHeaders || !intersect({ ...record.rect, rows: 1 }, written)) return;
    const { reader } = this.tables.book.sheetParts(record.sheetId);
    const shown = record.columns.map((_, index) => reader.text(record.rect.row, record.rect.column + index));
    const names = uniqueHeaders(shown);
    this.tables.takeHeaders(record, names);
  }

  /** Something was put directly below a table without totals row. */
  private growDown(id: string, written: Rect, all: readonly Rect[]): void {
    const record = this.tables.record(id);
    if (!record || record.showTotals) return;
    const { rect } = record;
    const end = rect.row + rect.rows;
    const below = written.row <= end && written.row >= rect.row && written.row + written.rows > end;
    const within =
      written.column >= rect.column && written.column + written.columns <= rect.column + rect.columns;
    if (!below || !within) return;
    const added = { ...rect, row: end, rows: written.row + written.rows - end };
    if (!this.free(record, added, all)) return;
    this.tables.change(id, { ...record, rect: { ...rect, rows: rect.rows + added.rows } });
    this.tables.fillRows(id, added.row, added.rows);
  }

  private growRight(id: string, written: Rect, all: readonly Rect[]): void {
    const record = this.tables.record(id);
    if (!record) return;
    const { rect } = record;
    const data = { ...rect, rows: rect.rows - (record.showTotals ? 1 : 0) };
    const touches = written.column === rect.column + rect.columns;
    const within = written.row >= data.row && written.row + written.rows <= data.row + data.rows;
    if (!touches || !within) return;
    const added = { ...rect, column: written.column, columns: written.columns };
    if (!this.free(record, added, all)) return;
    const { reader } = this.tables.book.sheetParts(record.sheetId);
    const grown = withNewColumns(record, record.columns.length, written.columns);
    this.tables.change(id, { ...grown, rect: { ...rect, columns: rect.columns + written.columns } });
    if (!record.showHeaders) return;
    const names = grown.columns.map(({ name }, index) =>
      index < rect.columns ? name : reader.text(rect.row, rect.column + index),
    );
    const next = this.tables.record(id);
    if (next) this.tables.takeHeaders(next, uniqueHeaders(names));
  }

  /** The new cells hold something where they were written, nothing elsewhere, and no other table. */
  private free(record: TableRecord, added: Rect, written: readonly Rect[]): boolean {
    const taken = this.tables
      .allRecords()
      .some(
        (other) => other.id !== record.id && other.sheetId === record.sheetId && intersect(other.rect, added),
      );
    if (taken) return false;
    const { reader } = this.tables.book.sheetParts(record.sheetId);
    let filled = false;
    for (let row = added.row; row < added.row + added.rows; row++) {
      for (let column = added.column; column < added.column + added.columns; column++) {
        const cell = reader.effective(row, column);
        if ((cell?.v ?? null) === null && !cell?.f && !cell?.si && !cell?.p) continue;
        if (!written.some((rect) => holds(rect, row, column))) return false;
        filled = true;
      }
    }
    return filled;
  }

  /**
   * A column all of one formula is calculated; a formula put into an otherwise blank column fills it, as Excel
   * does; single exceptions leave it calculated.
   */
  noteCalculated(id: string, written: Rect): void {
    const record = this.tables.record(id);
    const area = record && intersect(bodyOf(record), written);
    if (!record || !area) return;
    const columns = [...record.columns];
    for (let column = area.column; column < area.column + area.columns; column++) {
      const index = column - record.rect.column;
      const old = columns[index];
      if (!old) continue;
      const calculated = this.isCalculated(record, column, area) ?? old.calculated;
      columns[index] = { ...old, calculated };
    }
    if (columns.some((column, index) => column.calculated !== record.columns[index]?.calculated)) {
      this.tables.update(id, { columns });
    }
  }

  /** undefined: mixed, stays as it was. */
  private isCalculated(record: TableRecord, column: number, written: Rect): boolean | undefined {
    const body = bodyOf(record);
    const rows = Array.from({ length: body.rows }, (_, offset) => body.row + offset);
    const formulas = rows.map((row) => this.tables.engineFormula(record.sheetId, row, column));
    const first = formulas.findIndex((formula) => formula !== null);
    if (first < 0) return false;
    if (formulas.every((formula) => formula !== null))
      return this.sameFormula(formulas, rows) ? true : undefined;
    const { reader } = this.tables.book.sheetParts(record.sheetId);
    const alone = written.rows === 1 && rows[first] === written.row;
    const othersBlank = rows.every((row) => row === written.row || reader.content(row, column) === null);
    if (!alone || !othersBlank) return undefined;
    this.fillColumn(record, column, rows, { row: written.row, formula: formulas[first] ?? "" });
    return true;
  }

  private sameFormula(formulas: readonly (string | null)[], rows: readonly number[]): boolean {
    const lexer = this.tables.engine.injector.get(LexerTreeBuilder);
    const [first] = formulas;
    return formulas.every((formula, index) => {
      if (!first || !formula) return false;
      if (formula === first && !/\$?[A-Z]{1,3}\$?\d/i.test(formula)) return true;
      return lexer.moveFormulaRefOffset(first, 0, (rows[index] ?? 0) - (rows[0] ?? 0)) === formula;
    });
  }

  private fillColumn(
    record: TableRecord,
    column: number,
    rows: readonly number[],
    source: { row: number; formula: string },
  ): void {
    const lexer = this.tables.engine.injector.get(LexerTreeBuilder);
    const cells: CellMatrix = {};
    for (const row of rows) {
      if (row === source.row) continue;
      cells[row] = {
        [column]: { f: lexer.moveFormulaRefOffset(source.formula, 0, row - source.row), v: null },
      };
    }
    if (Object.keys(cells).length > 0) this.tables.writeQuietly(record.sheetId, cells);
  }

  /** Calculated columns for rows that are new to the table and blank there. */
  fillRows(id: string, start: number, count: number): void {
    const record = this.tables.record(id);
    if (!record) return;
    const lexer = this.tables.engine.injector.get(LexerTreeBuilder);
    const { reader } = this.tables.book.sheetParts(record.sheetId);
    const cells: CellMatrix = {};
    for (const [index, { calculated }] of record.columns.entries()) {
      const column = record.rect.column + index;
      const source = calculated ? neighbour(this.tables, record, column, start) : null;
      if (!source) continue;
      for (let row = start; row < start + count; row++) {
        const cell = reader.raw(row, column);
        if ((cell?.v ?? null) !== null || cell?.f || cell?.si) continue;
        (cells[row] ??= {})[column] = { f: lexer.moveFormulaRefOffset(source.formula, 0, row - source.row) };
      }
    }
    if (Object.keys(cells).length > 0) this.tables.writeQuietly(record.sheetId, cells);
  }
}
