import { CellValueType, RedoCommand, UndoCommand, type Univer, type Workbook } from "@univerjs/core";
import type {
  Book,
  BookEvent,
  BookName,
  BookSheet,
  BookTable,
  CellContent,
  FunctionCall,
  FunctionMetadata,
  FunctionRuntime,
  Origin,
  Rect,
} from "./book";
import type { BookParts } from "./book-parts";
import type { CellBuffer } from "./cells/cell-buffer";
import { cellStep, type CellMatrix } from "./cells/cell-writer";
import { LineStyles } from "./cells/line-styles";
import { ConditionalFormats } from "./rules/conditional-formats";
import { Validations } from "./rules/validations";
import { Engine, newGuid, officeId, univerId } from "./engine";
import { EventMapper } from "./events/event-mapper";
import { Selection } from "./events/selection";
import { FunctionHost } from "./functions/function-host";
import { Names } from "./names/names";
import { SheetParts, SheetState } from "./sheet-parts";
import { copySheet } from "./structure/copy-sheet";
import { moveFormulasOfSortedRows } from "./structure/sorted-formulas";
import { SheetOrder } from "./structure/sheet-order";
import type { FormulaPlace } from "./tables/formula-forms";
import { Tables } from "./tables/tables";
import { UniverSheet } from "./univer-sheet";

/** The Book over one Univer workbook. */
export class UniverBook implements Book, BookParts {
  readonly engine: Engine;
  readonly styles: LineStyles;
  readonly tables: Tables;
  readonly conditionalFormats: ConditionalFormats;
  readonly validations: Validations;
  readonly settings = new Map<string, unknown>();
  readonly properties: Record<string, string> = {};
  autoExpandTables = true;
  private readonly sheetCache = new Map<string, UniverSheet>();
  private readonly partsCache = new Map<string, SheetParts>();
  private readonly states = new Map<string, SheetState>();
  private readonly order: SheetOrder;
  private readonly nameStore: Names;
  private readonly events: EventMapper;
  private readonly selected: Selection;
  private readonly functions: FunctionHost;
  private depth = 0;
  private flushing = false;

  constructor(
    univer: Univer,
    workbook: Workbook,
    readonly date1904: boolean,
  ) {
    this.engine = new Engine(univer, workbook);
    this.engine.flush = () => this.flush();
    this.styles = new LineStyles(workbook);
    this.order = new SheetOrder(this.engine);
    moveFormulasOfSortedRows(this.engine);
    this.tables = new Tables(this);
    this.conditionalFormats = new ConditionalFormats(this.engine);
    this.validations = new Validations(this.engine);
    this.nameStore = new Names(this);
    this.events = new EventMapper(this);
    this.events.onUserEdit = (sheetId, rect) => this.afterUserEdit(sheetId, rect);
    this.selected = new Selection(this);
    this.functions = new FunctionHost(this);
  }

  get shareStreams(): boolean {
    return this.functions.shareStreams;
  }
  set shareStreams(share: boolean) {
    this.functions.shareStreams = share;
  }
  get reinvokeOnMove(): boolean {
    return this.functions.reinvokeOnMove;
  }
  set reinvokeOnMove(reinvoke: boolean) {
    this.functions.reinvokeOnMove = reinvoke;
  }

  sheets(): BookSheet[] {
    return this.order.ids().map((id) => this.sheetById(id));
  }
  sheet(id: string): BookSheet | null {
    const plain = univerId(id);
    return this.engine.workbook.getSheetBySheetId(plain) ? this.sheetById(plain) : null;
  }
  sheetByName(name: string): BookSheet | null {
    return this.sheets().find((sheet) => sheet.name.toLowerCase() === name.toLowerCase()) ?? null;
  }
  addSheet(name?: string, position?: number): BookSheet {
    this.flush();
    return this.sheetById(this.order.add(name, position));
  }
  /** At the end, with the id of a file; "" makes a new one. */
  addSheetAs(name: string, id: string): UniverSheet {
    return this.sheetById(this.order.add(name, undefined, univerId(id) || newGuid()));
  }
  deleteSheet(sheet: BookSheet): void {
    this.flush();
    this.order.remove(univerId(sheet.id));
  }
  copySheet(sheet: BookSheet, position: number): BookSheet {
    this.flush();
    return copySheet(this, this.order, this.sheetOf(sheet), position);
  }
  get activeSheet(): BookSheet {
    return this.sheetById(this.engine.workbook.ensureActiveSheet().getSheetId());
  }
  set activeSheet(sheet: BookSheet) {
    this.order.activate(univerId(sheet.id));
  }
  selection(): { sheet: BookSheet; rects: Rect[]; active: { row: number; column: number } } {
    return this.selected.current();
  }
  select(sheet: BookSheet, rects: Rect[]): void {
    this.selected.select(this.sheetOf(sheet), rects);
  }
  table(idOrName: string): BookTable | null {
    this.flush();
    const wanted = idOrName.toLowerCase();
    return (
      this.tables
        .all()
        .find((table) => table.id.toLowerCase() === wanted || table.name.toLowerCase() === wanted) ?? null
    );
  }
  names(): BookName[] {
    return this.nameStore.all();
  }
  addName(name: string, formula: string, sheet: BookSheet | null): BookName {
    this.flush();
    return this.nameStore.add(name, formula, sheet);
  }

  async batch<T>(origin: Origin, work: () => T | Promise<T>): Promise<T> {
    if (this.depth > 0) return work();
    const group = this.engine.undoService.__tempBatchingUndoRedo(this.engine.unitId);
    this.engine.batchOrigin = origin;
    this.depth++;
    try {
      return await work();
    } finally {
      try {
        this.flush();
      } finally {
        this.depth--;
        this.engine.batchOrigin = null;
        group.dispose();
      }
    }
  }
  settled(): Promise<void> {
    this.flush();
    return this.engine.scheduler.settled();
  }
  recalculate(): Promise<void> {
    this.flush();
    this.engine.scheduler.recalculateAll();
    return this.engine.scheduler.settled();
  }
  reenter(sheet: BookSheet, row: number, column: number): void {
    this.flush();
    this.functions.reenter(univerId(sheet.id), row, column);
  }
  async undo(): Promise<void> {
    this.flush();
    await this.engine.commands.executeCommand(UndoCommand.id);
    await this.settled();
  }
  async redo(): Promise<void> {
    this.flush();
    await this.engine.commands.executeCommand(RedoCommand.id);
    await this.settled();
  }
  /** Set by the page: whether a person is typing in a cell. */
  editing: () => boolean = () => false;
  get isEditingCell(): boolean {
    return this.editing();
  }
  on(listener: (event: BookEvent, origin: Origin) => void): () => void {
    return this.engine.on(listener);
  }

  registerFunctions(
    namespace: string,
    functions: readonly FunctionMetadata[],
    runtime: FunctionRuntime,
  ): void {
    this.functions.register(namespace, functions, runtime);
  }
  deliver(results: readonly { callId: number; value: CellContent | CellContent[][] }[]): void {
    this.functions.deliver(results);
  }
  liveCalls(): readonly FunctionCall[] {
    return this.functions.live();
  }
  dispose(): void {
    this.functions.dispose();
    this.engine.univer.dispose();
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
    sheet: UniverSheet,
    visibility: "Visible" | "Hidden" | "VeryHidden",
    hide: (hidden: boolean) => void,
  ): void {
    const before = sheet.visibility;
    if (before === visibility) return;
    if (visibility !== "Visible" && before === "Visible") {
      const visible = this.sheets().filter((other) => other.visibility === "Visible");
      if (visible.length < 2) throw new Error("A workbook must contain at least one visible worksheet.");
      const next = visible.find((other) => other.id !== sheet.id);
      if (this.activeSheet.id === sheet.id && next) this.activeSheet = next;
    }
    this.sheetState(sheet.sheetId).veryHidden = visibility === "VeryHidden";
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

  private flush(): void {
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
    if (buffer.rects.length > 0) this.writeCells(sheetId, content, buffer.rects, true);
    if (Object.keys(formats).length > 0) this.writeCells(sheetId, formats, [], false);
    const origin = this.engine.batchOrigin ?? "addin";
    for (const rect of buffer.styled)
      this.engine.emit({ kind: "formats", sheet: officeId(sheetId), rect }, origin);
  }
}
