import { numfmt, RedoCommand, UndoCommand, type Univer, type Workbook } from "@univerjs/core";
import type { Book, BookName, BookSheet, BookTable, CellContent, Rect } from "./book";
import type { BookEvent, Origin } from "./events/book-event";
import type { FunctionCall, FunctionMetadata, FunctionRuntime } from "./functions/function-runtime";
import { BookCore } from "./book-core";
import type { ChartRef } from "./charts/chart-record";
import { newGuid, univerId } from "./engine";
import { Selection } from "./events/selection";
import { copySheet } from "./structure/copy-sheet";
import type { UniverSheet } from "./univer-sheet";

/** The Book over one Univer workbook. */
export class UniverBook extends BookCore implements Book {
  readonly settings = new Map<string, unknown>();
  readonly properties: Record<string, string> = {};
  private readonly selected = new Selection(this);

  constructor(univer: Univer, workbook: Workbook, date1904: boolean) {
    super(univer, workbook);
    this.engine.date1904 = date1904;
  }

  get date1904(): boolean {
    return this.engine.date1904;
  }
  get culture(): string {
    return this.engine.culture;
  }
  set culture(culture: string) {
    this.engine.culture = numfmt.getLocale(culture) ? culture : "en-US";
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
  chartsFollow(from: ChartRef, to: ChartRef): void {
    this.flush();
    this.charts.followMove(from, to);
  }
  get activeChart(): string | null {
    return this.charts.active;
  }
  set activeChart(id: string | null) {
    this.charts.activate(id);
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
}
