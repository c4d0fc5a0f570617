import {
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  UniverInstanceType,
  type ICommandInfo,
  type IExecutionOptions,
  type IMutationInfo,
  type Injector,
  type IUndoRedoItem,
  type Nullable,
  type Univer,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import type { BookEvent, Origin } from "./events/book-event";
import { schedulerOf } from "./install";
import type { PassScheduler } from "./replacements/scheduler";

/** A change and what takes it back. */
export interface Step {
  readonly redo: IMutationInfo[];
  readonly undo: IMutationInfo[];
}

type Listener = (event: BookEvent, origin: Origin) => void;

/** Univer's services in one hand, and who is acting: what the parts of the book share. */
export class Engine {
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly undoService: IUndoRedoService;
  readonly formulas: FormulaDataModel;
  readonly scheduler: PassScheduler;
  readonly unitId: string;
  /** Set while a batch runs: whose it is. */
  batchOrigin: Origin | null = null;
  /** Number settings of the computer: how texts of cells are written, and entries that are texts read. */
  culture = "en-US";
  /** Serial 0 is 1904-01-01 instead of 1899-12-31. */
  date1904 = false;
  /** Buffered cell writes go in before anything else happens. */
  flush: () => void = () => undefined;
  private acting: Origin | null = null;
  private grouping = false;
  private readonly deferred = new Map<string, () => void>();
  private joining: Nullable<IUndoRedoItem> = null;
  private readonly listeners = new Set<Listener>();
  private muted = 0;
  private shifting = 0;

  constructor(
    readonly univer: Univer,
    readonly workbook: Workbook,
  ) {
    this.injector = univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
    this.undoService = this.injector.get(IUndoRedoService);
    this.formulas = this.injector.get(FormulaDataModel);
    this.scheduler = schedulerOf(this.injector);
    this.unitId = workbook.getUnitId();
    this.injector.get(IUniverInstanceService).setCurrentUnitForType(this.unitId);
    this.injector.get(IUniverInstanceService).focusUnit(this.unitId);
  }

  static workbookOf(univer: Univer, unitId: string): Workbook {
    const workbook = univer
      .__getInjector()
      .get(IUniverInstanceService)
      .getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET);
    if (!workbook) throw new Error(`No workbook ${unitId}`);
    return workbook;
  }

  /** Whoever is acting in this very moment; the person, unless code of the book runs. */
  get origin(): Origin {
    return this.acting ?? "user";
  }

  /** Whether the change being made is one of the book's own. */
  get isOwnChange(): boolean {
    return this.acting !== null;
  }

  act<T>(work: () => T, origin: Origin = this.acting ?? this.batchOrigin ?? "addin"): T {
    const before = this.acting;
    this.acting = origin;
    try {
      return work();
    } finally {
      this.acting = before;
    }
  }

  /** Runs the mutations and puts them on the undo stack. */
  apply(step: Step, options?: IExecutionOptions): void {
    this.run(step.redo, options);
    this.remember(step);
  }

  run(mutations: readonly IMutationInfo[], options?: IExecutionOptions): void {
    this.act(() => {
      for (const { id, params } of mutations) this.commands.syncExecuteCommand(id, params, options);
    });
  }

  remember(step: Step): void {
    if (this.joining) {
      this.joining.redoMutations.push(...step.redo);
      this.joining.undoMutations.unshift(...step.undo);
      return;
    }
    this.undoService.pushUndoRedo({
      unitID: this.unitId,
      undoMutations: step.undo,
      redoMutations: step.redo,
    });
  }

  /** Work that may wait until the batch reads or ends; a later one of the same key replaces it. */
  defer(key: string, work: () => void): void {
    this.deferred.set(key, work);
    if (this.batchOrigin === null && !this.grouping) this.runDeferred();
  }

  runDeferred(): void {
    const work = [...this.deferred.values()];
    this.deferred.clear();
    work.forEach((job) => job());
  }

  /** Several changes as one step of undo, unless they already belong to a batch. */
  group<T>(work: () => T): T {
    if (this.grouping || this.batchOrigin !== null || this.joining) return work();
    this.grouping = true;
    const group = this.undoService.__tempBatchingUndoRedo(this.unitId);
    try {
      return work();
    } finally {
      group.dispose();
      this.grouping = false;
      this.runDeferred();
    }
  }

  /** What the person's last step entails becomes part of it: one Ctrl+Z takes back both. */
  joinLastStep(work: () => void): void {
    this.joining = this.undoService.pitchTopUndoElement();
    try {
      this.act(work, "user");
    } finally {
      this.joining = null;
    }
  }

  /** A synchronous command of Univer; it keeps its own undo. */
  command(id: string, params: object): boolean {
    return this.act(() => this.commands.syncExecuteCommand<object, boolean>(id, params));
  }

  /**
   * Several of Univer's commands and interceptors know the active sheet only. For a synchronous piece of work
   * another one stands in for it; nobody sees the switch.
   */
  onSheet<T>(worksheet: Worksheet, work: () => T): T {
    this.workbook.getActiveSheet = () => worksheet;
    try {
      return work();
    } finally {
      Reflect.deleteProperty(this.workbook, "getActiveSheet");
    }
  }

  /** While cells come or go, rewritten formulas and moved values are nobody's edit. */
  shift<T>(work: () => T): T {
    this.shifting++;
    try {
      return work();
    } finally {
      this.shifting--;
    }
  }
  get isShifting(): boolean {
    return this.shifting > 0;
  }

  worksheet(id: string): Worksheet {
    const worksheet = this.workbook.getSheetBySheetId(id);
    if (!worksheet) throw new Error(`No sheet ${id}`);
    return worksheet;
  }

  on(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit(event: BookEvent, origin: Origin = this.origin): void {
    if (this.muted > 0) return;
    for (const listener of [...this.listeners]) listener(event, origin);
  }

  /** Work whose changes are no news, such as loading a file. */
  quietly<T>(work: () => T): T {
    this.muted++;
    try {
      return work();
    } finally {
      this.muted--;
    }
  }

  onMutation(listener: (command: Readonly<ICommandInfo>, options: IExecutionOptions) => void): void {
    this.commands.onCommandExecuted((command, options) => listener(command, options ?? {}));
  }
}

/** `{0A1B…}` for Office; Univer's own ids lack the braces. */
export const officeId = (univerId: string): string => `{${univerId}}`;
export const univerId = (id: string): string => id.replace(/^\{|\}$/g, "");

export function newGuid(): string {
  return globalThis.crypto.randomUUID().toUpperCase();
}
