import {
  type ICommandInfo,
  type ICommandService,
  type IDisposable,
  type IExecutionOptions,
  type IUnitRange,
} from "@univerjs/core";
import {
  type FormulaDataModel,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationResultMutation,
  SetFormulaCalculationStartMutation,
  SetTriggerFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import { TriggerCalculationController } from "@univerjs/sheets-formula";
import { isStructural, WrittenCells } from "./written-cells";

/** What the pass is for: a real edit may ask custom functions again, a delivery of their results may not. */
export interface Pass {
  readonly edited: boolean;
}

interface DirtyData {
  dirtyRanges: IUnitRange[];
  forceCalculation: boolean;
  [map: string]: unknown;
}

/** The members of Univer's controller this class reaches; the boot contract test proves they exist. */
interface ControllerBase {
  disposeWithMe(disposable: IDisposable): IDisposable;
  dispose(): void;
  readonly _commandService: ICommandService;
  readonly _formulaDataModel: FormulaDataModel;
  readonly _activeDirtyManagerService: { get(id: string): unknown };
  _generateDirty(commands: ICommandInfo[]): DirtyData;
}
const original: unknown = TriggerCalculationController;
const Controller = original as new (...parts: unknown[]) => ControllerBase;

interface SchedulerState {
  queue: ICommandInfo[];
  /** Cells to evaluate again without any cell having been written. */
  delivered: IUnitRange[];
  forced: boolean;
  /** Asked for by name, not to repair a pass. */
  recalculated: boolean;
  timer: ReturnType<typeof setTimeout> | null;
  watchdog: ReturnType<typeof setTimeout> | null;
  running: boolean;
  written: WrittenCells;
  waiting: (() => void)[];
}

const WATCHDOG_MS = 5000;

/**
 * Replaces Univer's calculation trigger: passes start at once, one at a time, each with a promise, and a result
 * computed from cells that were written meanwhile is dropped. The stock trigger waits 100 ms, stops and restarts
 * running passes, and lets a stale result overwrite newer values.
 *
 * The base constructor calls the two overridden listeners, so fields are declared only and made there.
 */
export class PassScheduler extends Controller {
  declare private state: SchedulerState;
  /** Passes that never reported an end; a test fails when this is not zero. */
  declare abortedPasses: number;
  declare passes: number;
  declare private startListeners: Set<(pass: Pass) => void>;
  declare private endListeners: Set<(pass: Pass, calculated: boolean) => void>;
  declare private pass: Pass;
  /** Cells that every real edit makes stale: those of volatile functions. */
  declare alwaysDirty: () => IUnitRange[];

  _commandExecutedListener(): void {
    this.state = {
      queue: [],
      delivered: [],
      forced: false,
      recalculated: false,
      timer: null,
      watchdog: null,
      running: false,
      written: new WrittenCells(),
      waiting: [],
    };
    this.abortedPasses = 0;
    this.passes = 0;
    this.alwaysDirty = () => [];
    this.startListeners = new Set();
    this.endListeners = new Set();
    this.disposeWithMe(this._commandService.beforeCommandExecuted((command) => this.before(command)));
    this.disposeWithMe(
      this._commandService.onCommandExecuted((command, options) => this.after(command, options ?? {})),
    );
  }

  _initialExecuteFormulaProcessListener(): void {
    this.disposeWithMe(
      this._commandService.onCommandExecuted((command) => {
        if (command.id !== SetFormulaCalculationNotificationMutation.id) return;
        const params = command.params as { stageInfo?: unknown; functionsExecutedState?: number };
        if ((params.stageInfo ?? null) === null) this.finish(params.functionsExecutedState === 3);
        else this.watch();
      }),
    );
  }

  /** Resolves when nothing is waiting to be calculated and results are in the cells. */
  settled(): Promise<void> {
    if (!this.state.running && !this.hasWork()) return Promise.resolve();
    return new Promise((resolve) => {
      this.state.waiting.push(resolve);
      if (!this.state.running) this.start();
    });
  }

  /** Evaluates these cells again; no cell is written and nothing reaches the undo stack. */
  reevaluate(ranges: IUnitRange[]): void {
    this.state.delivered.push(...ranges);
    this.schedule();
  }

  recalculateAll(): void {
    this.state.forced = true;
    this.state.recalculated = true;
    this.schedule();
  }

  /** Calculates everything, though nothing was edited. */
  repair(): void {
    this.state.forced = true;
    this.schedule();
  }

  onPassStart(listener: (pass: Pass) => void): void {
    this.startListeners.add(listener);
  }

  onPassEnd(listener: (pass: Pass, calculated: boolean) => void): void {
    this.endListeners.add(listener);
  }

  override dispose(): void {
    if (this.state.timer) clearTimeout(this.state.timer);
    if (this.state.watchdog) clearTimeout(this.state.watchdog);
    this.state.waiting.splice(0).forEach((resolve) => resolve());
    super.dispose();
  }

  private before(command: Readonly<ICommandInfo>): void {
    if (command.id === SetFormulaCalculationStartMutation.id) {
      const params = command.params as Record<string, unknown>;
      params.rowData = this._formulaDataModel.getHiddenRowsFiltered();
      params.maxIteration = 1;
    }
    if (command.id === SetFormulaCalculationResultMutation.id && this.state.running) {
      const dropped = this.state.written.dropFrom(
        (command.params as { unitData: Parameters<WrittenCells["dropFrom"]>[0] }).unitData,
      );
      if (dropped) this.state.forced = true;
    }
  }

  private after(command: Readonly<ICommandInfo>, options: IExecutionOptions): void {
    if (options.fromFormula || options.applyFormulaCalculationResult) return;
    if (this.state.running) this.state.written.note(command);
    if (!this._activeDirtyManagerService.get(command.id)) return;
    if (command.id === SetRangeValuesMutation.id && (options.onlyLocal || isFormatOnly(command))) return;
    // Sent while the controller is built, before there is a workbook, and again for each one added.
    if (command.id === SetTriggerFormulaCalculationStartMutation.id) this.state.forced = true;
    this.state.queue.push(command);
    this.schedule();
  }

  private schedule(): void {
    if (this.state.running || this.state.timer) return;
    this.state.timer = setTimeout(() => this.start(), 0);
  }

  private hasWork(): boolean {
    return this.state.queue.length > 0 || this.state.delivered.length > 0 || this.state.forced;
  }

  private start(): void {
    const state = this.state;
    if (state.timer) clearTimeout(state.timer);
    state.timer = null;
    if (state.running) return;
    const queue = state.queue.splice(0);
    const dirty = this._generateDirty(queue);
    dirty.dirtyRanges.push(...state.delivered.splice(0));
    dirty.forceCalculation ||= state.forced;
    this.pass = { edited: state.recalculated || isRealEdit(queue) };
    state.recalculated = false;
    if (this.pass.edited) dirty.dirtyRanges.push(...this.alwaysDirty());
    state.forced = false;
    state.running = true;
    state.written = new WrittenCells();
    this.watch();
    this.passes++;
    this.startListeners.forEach((listener) => listener(this.pass));
    void this._commandService.executeCommand(SetFormulaCalculationStartMutation.id, dirty, {
      onlyLocal: true,
    });
  }

  /** Every sign of life gives the pass more time. */
  private watch(): void {
    if (!this.state.running) return;
    if (this.state.watchdog) clearTimeout(this.state.watchdog);
    this.state.watchdog = setTimeout(() => this.abandon(), WATCHDOG_MS);
  }

  private abandon(): void {
    if (!this.state.running) return;
    this.abortedPasses++;
    this.finish(false);
  }

  private finish(calculated: boolean): void {
    const state = this.state;
    if (!state.running) return;
    if (state.watchdog) clearTimeout(state.watchdog);
    state.running = false;
    const pass = this.pass;
    this.endListeners.forEach((listener) => listener(pass, calculated));
    if (this.hasWork()) {
      if (state.waiting.length > 0) queueMicrotask(() => this.start());
      else this.schedule();
    } else state.waiting.splice(0).forEach((resolve) => resolve());
  }
}

/** Rows that came, went or changed places carry values along; what calculates from them stays as it was. */
function isRealEdit(queue: readonly ICommandInfo[]): boolean {
  return (
    queue.some(({ id }) => id === SetRangeValuesMutation.id) && !queue.some(({ id }) => isStructural(id))
  );
}

/** A change of style only needs no calculation; typed edits carry `s: {}` too, so look for content keys. */
function isFormatOnly(command: Readonly<ICommandInfo>): boolean {
  const cells = (command.params as { cellValue?: Record<string, Record<string, object | null>> }).cellValue;
  for (const row of Object.values(cells ?? {})) {
    for (const cell of Object.values(row)) {
      if (cell === null || "v" in cell || "f" in cell || "p" in cell || "si" in cell) return false;
    }
  }
  return true;
}
