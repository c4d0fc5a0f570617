import type { ICommandInfo, IUnitRange } from "@univerjs/core";
import { IFunctionService, type BaseValueObject } from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import type { CellContent } from "../book";
import type { FunctionCall, FunctionMetadata, FunctionRuntime } from "./function-runtime";
import type { BookParts } from "../book-parts";
import { columnLetters, quoteSheet } from "../rects";
import { guardFunction } from "../replacements/function-guard";
import type { CellMatrix } from "../cells/cell-writer";
import { describeFunctions } from "./auto-complete";
import type { CallArguments } from "./call-arguments";
import { CallBook, cellKey, placeOf, type LiveCall } from "./call-book";
import { busy, toEngine } from "./call-result";
import { moveOf } from "./moved-cells";
import { RemoteFunction, type CallingCell } from "./remote-function";

interface Registration {
  readonly names: string[];
  readonly runtime: FunctionRuntime;
  readonly undescribe: () => void;
}

/**
 * Custom functions in the engine. A call is asked for while a formula is evaluated and answered later; its value
 * is kept here and the cell is evaluated again, without any cell being written.
 */
export class FunctionHost {
  shareStreams = false;
  reinvokeOnMove = false;
  private readonly calls = new CallBook((id) => this.cancel(id));
  private readonly runtimes = new Map<number, FunctionRuntime>();
  private readonly registrations = new Map<string, Registration>();
  private readonly service: IFunctionService;
  /** What each cell evaluated in this pass asked for. */
  private asked = new Map<string, Set<string>>();
  private pass = 0;
  private edited = true;
  private nextId = 1;

  constructor(private readonly book: BookParts) {
    const { engine } = book;
    this.service = engine.injector.get(IFunctionService);
    engine.scheduler.onPassStart(({ edited }) => {
      this.pass++;
      this.edited = edited;
      this.asked = new Map();
    });
    engine.scheduler.onPassEnd(() => this.dropUnasked());
    engine.scheduler.alwaysDirty = () => this.volatileCells();
    engine.onMutation((command, options) => {
      if (!options.fromFormula) this.follow(command);
    });
  }

  /** Replaces what the namespace had; formulas that name it are calculated again. */
  register(namespace: string, functions: readonly FunctionMetadata[], runtime: FunctionRuntime): void {
    this.unregister(namespace);
    const names = functions.map(({ name }) => `${namespace}.${name}`.toUpperCase());
    const executors = functions.map(
      (metadata, index) =>
        new RemoteFunction(names[index] ?? "", metadata, this.sheetName, this.evaluator(metadata, runtime)),
    );
    executors.forEach(guardFunction);
    this.service.registerExecutors(...executors);
    this.service.deleteFormulaAstCacheKey(...names);
    const undescribe = describeFunctions(this.book.engine.injector, names, functions);
    this.registrations.set(namespace, { names, runtime, undescribe });
    if (this.isUsed(namespace)) this.book.engine.scheduler.recalculateAll();
  }

  deliver(results: readonly { callId: number; value: CellContent | CellContent[][] }[]): void {
    const cells = new Set<string>();
    for (const { callId, value } of results) {
      const live = this.calls.byCallId(callId);
      if (!live) continue;
      live.answered = true;
      live.value = value;
      live.cells.forEach((cell) => cells.add(cell));
    }
    if (cells.size > 0) this.book.engine.scheduler.reevaluate([...cells].map((cell) => this.rangeOf(cell)));
  }

  live(): readonly FunctionCall[] {
    return this.calls.all().map(({ call }) => call);
  }

  reenter(sheetId: string, row: number, column: number): void {
    const cell = cellKey(sheetId, row, column);
    this.calls.detachAll(cell);
    this.book.engine.scheduler.reevaluate([this.rangeOf(cell)]);
  }

  /** Formulas written into cells, be they as they stood: each is asked anew when it is evaluated. */
  entered(sheetId: string, cells: CellMatrix): void {
    if (this.calls.cells().length === 0) return;
    for (const row of Object.keys(cells).map(Number))
      for (const column of Object.keys(cells[row] ?? {}).map(Number))
        if (cells[row]?.[column]?.f) this.calls.detachAll(cellKey(sheetId, row, column));
  }

  /** The sentence that came with the error the cell shows; spilled cells included. */
  messageAt(sheetId: string, row: number, column: number): string | undefined {
    for (const cell of this.calls.cells()) {
      const place = placeOf(cell);
      if (place.sheetId !== sheetId || place.row > row || place.column > column) continue;
      for (const { value } of this.calls.at(cell)?.values() ?? []) {
        const shown = Array.isArray(value)
          ? value[row - place.row]?.[column - place.column]
          : place.row === row && place.column === column
            ? value
            : undefined;
        if (shown && typeof shown === "object" && shown.message) return shown.message;
      }
    }
    return undefined;
  }

  dispose(): void {
    for (const namespace of [...this.registrations.keys()]) this.unregister(namespace);
  }

  private unregister(namespace: string): void {
    const registration = this.registrations.get(namespace);
    if (!registration) return;
    this.registrations.delete(namespace);
    for (const live of this.calls.all()) {
      if (this.runtimes.get(live.call.id) !== registration.runtime) continue;
      for (const cell of [...live.cells]) this.calls.detach(cell, live);
    }
    this.service.unregisterExecutors(...registration.names);
    registration.undescribe();
  }

  private evaluator(metadata: FunctionMetadata, runtime: FunctionRuntime) {
    return (cell: CallingCell, args: CallArguments): BaseValueObject =>
      this.evaluate(metadata, runtime, cell, args);
  }

  private evaluate(
    metadata: FunctionMetadata,
    runtime: FunctionRuntime,
    { sheetId, row, column }: CallingCell,
    args: CallArguments,
  ): BaseValueObject {
    const cell = cellKey(sheetId, row, column);
    const key = `${metadata.id}\n${JSON.stringify([args.args, args.omitted])}`;
    const asked = this.asked.get(cell) ?? new Set<string>();
    this.asked.set(cell, asked.add(key));
    const known = this.calls.at(cell)?.get(key);
    const shared = this.shareStreams && metadata.options?.stream ? this.calls.stream(key) : undefined;
    if (known && !this.mustAskAgain(known)) return known.answered ? toEngine(known.value) : busy();
    if (known) this.calls.detach(cell, known);
    if (shared) {
      this.calls.attach(cell, shared);
      return shared.answered ? toEngine(shared.value) : busy();
    }
    return this.invoke(cell, key, metadata, runtime, args);
  }

  /**
   * Equal arguments are asked again only because of a real edit, never because a result came in and never twice
   * in a pass: two cells `=NS.F(TODAY())` would otherwise keep calling each other.
   */
  private mustAskAgain(live: LiveCall): boolean {
    return this.edited && !live.streaming && live.answered && live.pass !== this.pass;
  }

  private invoke(
    cell: string,
    key: string,
    metadata: FunctionMetadata,
    runtime: FunctionRuntime,
    args: CallArguments,
  ): BaseValueObject {
    const { sheetId, row, column } = placeOf(cell);
    const call: FunctionCall = {
      id: this.nextId++,
      functionId: metadata.id,
      args: args.args,
      omitted: args.omitted,
      address: `${quoteSheet(this.sheetName(sheetId) ?? "")}!${columnLetters(column)}${row + 1}`,
      parameterAddresses: args.parameterAddresses,
      metadata,
    };
    const live: LiveCall = {
      call,
      key,
      streaming: metadata.options?.stream === true,
      cells: new Set(),
      answered: false,
      value: null,
      pass: this.pass,
    };
    this.runtimes.set(call.id, runtime);
    this.calls.attach(cell, live);
    runtime.invoke(call);
    return live.answered ? toEngine(live.value) : busy();
  }

  private cancel(callId: number): void {
    this.runtimes.get(callId)?.cancel(callId);
    this.runtimes.delete(callId);
  }

  /** A formula that was evaluated and did not ask for a call any more has lost it. */
  private dropUnasked(): void {
    for (const [cell, keys] of this.asked) {
      for (const live of [...(this.calls.at(cell)?.values() ?? [])]) {
        if (!keys.has(live.key)) this.calls.detach(cell, live);
      }
    }
    this.asked = new Map();
  }

  private follow(command: Readonly<ICommandInfo>): void {
    const move = moveOf(command);
    if (move) {
      const before = new Set(this.calls.cells());
      this.calls.rekey(this.reinvokeOnMove ? (cell) => (move(cell) === cell ? cell : null) : move);
      if (this.reinvokeOnMove) this.askMoved([...before], move);
    } else if (command.id === SetRangeValuesMutation.id) this.dropOverwritten(command);
  }

  /** As hosts do that take a moved formula for a new one. */
  private askMoved(cells: string[], move: (cell: string) => string | null): void {
    const moved = cells
      .map(move)
      .filter((cell, index): cell is string => cell !== null && cell !== cells[index]);
    if (moved.length > 0) this.book.engine.scheduler.reevaluate(moved.map((cell) => this.rangeOf(cell)));
  }

  /** Formulas overwritten by values or cleared; a new formula is judged when it is evaluated. */
  private dropOverwritten(command: Readonly<ICommandInfo>): void {
    const params = command.params as {
      subUnitId: string;
      cellValue?: Record<number, Record<number, unknown>>;
    };
    if (this.calls.cells().length === 0) return;
    const matrix = this.book.engine.workbook.getSheetBySheetId(params.subUnitId)?.getCellMatrix();
    for (const [row, columns] of Object.entries(params.cellValue ?? {})) {
      for (const column of Object.keys(columns)) {
        const key = cellKey(params.subUnitId, Number(row), Number(column));
        if (!this.calls.at(key)) continue;
        const cell = matrix?.getValue(Number(row), Number(column));
        if (!cell?.f && !cell?.si) this.calls.detachAll(key);
      }
    }
  }

  private volatileCells(): IUnitRange[] {
    return this.calls
      .all()
      .filter(({ call }) => call.metadata.options?.volatile)
      .flatMap(({ cells }) => [...cells].map((cell) => this.rangeOf(cell)));
  }

  private isUsed(namespace: string): boolean {
    const start = `${namespace.toUpperCase()}.`;
    return this.book.engine.workbook.getSheets().some((worksheet) => {
      let used = false;
      worksheet.getCellMatrix().forValue((_row, _column, cell) => {
        if (cell?.f?.toUpperCase().includes(start)) used = true;
        return used ? false : undefined;
      });
      return used;
    });
  }

  private rangeOf(cell: string): IUnitRange {
    const { sheetId, row, column } = placeOf(cell);
    const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
    return { unitId: this.book.engine.unitId, sheetId, range };
  }

  private readonly sheetName = (sheetId: string): string | undefined =>
    this.book.engine.workbook.getSheetBySheetId(sheetId)?.getName();
}
