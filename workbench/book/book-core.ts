import { CellValueType, type Univer, type Workbook } from "@univerjs/core";
import type { BookSheet, Rect } from "./book";
import type { BookParts } from "./book-parts";
import type { CellBuffer } from "./cells/cell-buffer";
import { Charts } from "./charts/charts";
import { cellStep, type CellMatrix } from "./cells/cell-writer";
import { LineStyles } from "./cells/line-styles";
import { makeRoomForSpills } from "./cells/spill-room";
import { Engine, officeId, univerId } from "./engine";
import { EventMapper } from "./events/event-mapper";
import { FunctionHost } from "./functions/function-host";
import { Names } from "./names/names";
import { ConditionalFormats } from "./rules/conditional-formats";
import { Validations } from "./rules/validations";
import { SheetParts, SheetState } from "./sheet-parts";
import { SheetOrder } from "./structure/sheet-order";
import { moveFormulasOfSortedRows } from "./structure/sorted-formulas";
import type { FormulaPlace } from "./tables/formula-forms";
import { Tables } from "./tables/tables";
import { UniverSheet } from "./univer-sheet";

/** The stores of one Univer workbook and what they need of each other: everything behind the Book. */
export class BookCore implements BookParts {
  readonly engine: Engine;
  readonly styles: LineStyles;
  readonly tables: Tables;
  readonly conditionalFormats: ConditionalFormats;
  readonly validations: Validations;
  readonly charts: Charts;
  autoExpandTables = true;
  private readonly sheetCache = new Map<string, UniverSheet>();
  private readonly partsCache = new Map<string, SheetParts>();
  private readonly states = new Map<string, SheetState>();
  protected readonly order: SheetOrder;
  protected readonly nameStore: Names;
  private readonly events: EventMapper;
  protected readonly functions: FunctionHost;
  protected depth = 0;
  private flushing = false;

  constructor(univer: Univer, workbook: Workbook) {
    this.engine = new Engine(univer, workbook);
    this.engine.flush = () => this.flush();
    this.styles = new LineStyles(workbook);
    this.order = new SheetOrder(this.engine);
    moveFormulasOfSortedRows(this.engine);
    makeRoomForSpills(this.engine);
    this.tables = new Tables(this);
    this.conditionalFormats = new ConditionalFormats(this.engine);
    this.validations = new Validations(this.engine);
    this.charts = new Charts(this.engine);
    this.nameStore = new Names(this);
    this.events = new EventMapper(this);
    this.events.onUserEdit = (sheetId, rect) => this.afterUserEdit(sheetId, rect);
    this.functions = new FunctionHost(this);
  }

  sheetParts(sheetId: string): SheetParts {
    const worksheet = this.engine.worksheet(sheetId);
    const cached = this.partsCache.get(sheetId);
    if (cached?.worksheet === worksheet) return cached;
    const parts = new SheetParts(
      this.engine,
      worksheet,
      (row, column) => this.functions.messageAt(sheetId, row, column),
      (formula, row, column) => this.tables.showFormula(formula, sheetId, row, column),
    );
    this.partsCache.set(sheetId, parts);
    return parts;
  }
  sheetState(sheetId: string): SheetState {
    const state = this.states.get(sheetId) ?? new SheetState();
    this.states.set(sheetId, state);
    return state;
  }
  sheetById(sheetId: string): UniverSheet {
    const sheet = this.sheetCache.get(sheetId) ?? new UniverSheet(this, sheetId);
    this.sheetCache.set(sheetId, sheet);
    return sheet;
  }
  sheetOf(sheet: BookSheet): UniverSheet {
    return this.sheetById(univerId(sheet.id));
  }

  writeCells(sheetId: string, cells: CellMatrix, rects: Rect[], content: boolean): void {
    const worksheet = this.engine.worksheet(sheetId);
    const before = content ? this.events.singleValue(sheetId, rects) : undefined;
    if (content) this.tables.rewriteEntries(sheetId, cells);
    this.events.withoutCells(() => this.engine.apply(cellStep(this.engine, worksheet, cells)));
    if (!content) return;
    const origin = this.engine.batchOrigin ?? "addin";
    this.engine.act(() => this.tables.afterWrite(sheetId, rects));
    for (const rect of rects) {
      const details =
        before !== undefined && rects.length === 1
          ? { before, after: this.events.singleValue(sheetId, rects) ?? null }
          : {};
      this.engine.emit(
        { kind: "cells", sheet: officeId(sheetId), rect, change: "RangeEdited", ...details },
        origin,
      );
    }
  }
  writeDerived(sheetId: string, cells: CellMatrix): void {
    const worksheet = this.engine.worksheet(sheetId);
    this.events.withoutCells(() => this.engine.apply(cellStep(this.engine, worksheet, cells)));
  }
  writeHeaders(sheetId: string, rect: Rect, names: readonly string[]): void {
    const { reader } = this.sheetParts(sheetId);
    const header: CellMatrix[number] = {};
    names.forEach((name, index) => {
      if (reader.content(rect.row, rect.column + index) === name) return;
      header[rect.column + index] = { v: name, t: CellValueType.STRING, f: null, si: null, p: null };
    });
    if (Object.keys(header).length > 0) this.writeDerived(sheetId, { [rect.row]: header });
  }
  nameTaken(name: string): boolean {
    return this.nameStore.has(name);
  }
  translate(formula: string, place: FormulaPlace): string {
    return this.tables.forms.toEngine(formula, place);
  }
  display(formula: string, place: FormulaPlace): string {
    return this.tables.forms.toDisplay(formula, place);
  }
  rewriteNames(rewrite: (formula: string) => string): void {
    this.nameStore.rewrite(rewrite);
  }
  written(): void {
    if (this.depth === 0) this.flush();
  }
  setVisibility(
    sheetId: string,
    visibility: "Visible" | "Hidden" | "VeryHidden",
    hide: (hidden: boolean) => void,
  ): void {
    const sheet = this.sheetById(sheetId);
    const before = sheet.visibility;
    if (before === visibility) return;
    if (visibility !== "Visible" && before === "Visible") {
      const sheets = this.order.ids().map((id) => this.sheetById(id));
      const visible = sheets.filter((other) => other.visibility === "Visible");
      if (visible.length < 2) throw new Error("A workbook must contain at least one visible worksheet.");
      const next = visible.find((other) => other.id !== sheet.id);
      const active = this.engine.workbook.getActiveSheet(true)?.getSheetId();
      if (active === sheetId && next) this.order.activate(next.sheetId);
    }
    this.sheetState(sheetId).veryHidden = visibility === "VeryHidden";
    if ((before === "Visible") !== (visibility === "Visible")) hide(visibility !== "Visible");
    this.engine.emit(
      { kind: "sheet-visibility", sheet: sheet.id, before, after: visibility },
      this.engine.batchOrigin ?? "addin",
    );
  }

  /** Once the person's command has put itself on the undo stack. */
  private afterUserEdit(sheetId: string, rect: Rect): void {
    queueMicrotask(() => {
      if (!this.engine.workbook.getSheetBySheetId(sheetId)) return;
      this.engine.joinLastStep(() => this.tables.afterWrite(sheetId, [rect]));
    });
  }

  protected flush(): void {
    if (this.flushing) return;
    this.flushing = true;
    try {
      this.engine.group(() => this.writeBuffers());
      this.engine.runDeferred();
    } finally {
      this.flushing = false;
    }
  }

  private writeBuffers(): void {
    for (const [sheetId, parts] of this.partsCache) {
      const buffer = parts.buffer;
      if (!buffer) continue;
      parts.buffer = null;
      if (this.engine.workbook.getSheetBySheetId(sheetId)) this.writeBuffer(sheetId, buffer);
    }
  }

  private writeBuffer(sheetId: string, buffer: CellBuffer): void {
    const { content, formats } = buffer.parts();
    if (buffer.rects.length > 0) {
      this.functions.entered(sheetId, content);
      this.writeCells(sheetId, content, buffer.rects, true);
    }
    if (Object.keys(formats).length > 0) this.writeCells(sheetId, formats, [], false);
    const origin = this.engine.batchOrigin ?? "addin";
    for (const rect of buffer.styled)
      this.engine.emit({ kind: "formats", sheet: officeId(sheetId), rect }, origin);
  }
}
