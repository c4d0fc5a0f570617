/**
 * How a page (or a test) boots the book. Univer's plugins differ between browser and Node, the rest is the same:
 *
 * 1. `const univer = new Univer({ ...config, override: bookOverrides() })`
 * 2. `univer.registerPlugin(…)` for the plugins: engine-formula first, then those of the list in
 *    boot-headless.ts (the page adds render, ui, docs and the *-ui plugins), each once
 * 3. `univer.registerPlugin(BookPlugin)` last: it replaces the calculation trigger
 * 4. `const book = createBook(univer, options)` (create-book.ts) creates the workbook unit, after which Univer is
 *    running, installs the remaining replacements and returns the Book
 *
 * `book.dispose()` also disposes Univer.
 */
import {
  ICommandService,
  IConfigService,
  ILogService,
  IUniverInstanceService,
  Inject,
  Injector,
  LocaleService,
  Plugin,
  UniverInstanceType,
  type DependencyOverride,
} from "@univerjs/core";
import {
  FormulaDataModel,
  IActiveDirtyManagerService,
  RegisterOtherFormulaService,
} from "@univerjs/engine-formula";
import { TriggerCalculationController } from "@univerjs/sheets-formula";
import { indexOnlyForAddressFunctions } from "./replacements/address-functions";
import { addBusyError } from "./replacements/busy-error";
import { lookForFormulasQuickly } from "./replacements/formula-lookup";
import { guardFunctions } from "./replacements/function-guard";
import { askRowsWithContentOnly } from "./replacements/hidden-rows";
import { keepFormulasOfStyledCells } from "./replacements/keep-formulas";
import { leaveOutNegativeRows } from "./replacements/matrix-array";
import { resetLexerFully } from "./replacements/lexer-reset";
import { PassScheduler } from "./replacements/scheduler";
import { undoGroupingOverride } from "./replacements/undo-grouping";

/** For `new Univer({ override })`: what cannot be replaced once Univer runs. */
export function bookOverrides(): DependencyOverride {
  return undoGroupingOverride();
}

/** The scheduler keeps every member of the controller it stands in for; TypeScript cannot see private ones. */
function asController(scheduler: unknown): TriggerCalculationController {
  return scheduler as TriggerCalculationController;
}

/** Registered last, so that the formula plugin's own trigger is there to be replaced. */
export class BookPlugin extends Plugin {
  static override pluginName = "WORKBENCH_BOOK_PLUGIN";
  static override type = UniverInstanceType.UNIVER_SHEET;

  constructor(
    _config: undefined,
    protected override readonly _injector: Injector,
  ) {
    super();
  }

  override onStarting(): void {
    keepFormulasOfStyledCells(this._injector);
    this._injector.replace([
      TriggerCalculationController,
      {
        useFactory: (...parts: unknown[]) => asController(new PassScheduler(...parts)),
        deps: [
          ICommandService,
          IUniverInstanceService,
          IActiveDirtyManagerService,
          ILogService,
          IConfigService,
          FormulaDataModel,
          LocaleService,
          RegisterOtherFormulaService,
        ],
      },
    ]);
  }
}
// As Univer's decorators do it: the first parameter of the constructor is the configuration.
Inject(Injector)(BookPlugin, undefined as never, 1);

/** Once Univer runs: engine guard, lexer and error set. Called by createBook. */
export function installReplacements(injector: Injector): void {
  addBusyError();
  resetLexerFully();
  lookForFormulasQuickly(injector);
  leaveOutNegativeRows();
  guardFunctions(injector);
  indexOnlyForAddressFunctions(injector);
  askRowsWithContentOnly(injector);
}

/** The scheduler that replaced Univer's trigger. */
export function schedulerOf(injector: Injector): PassScheduler {
  const trigger: unknown = injector.get(TriggerCalculationController);
  return trigger as PassScheduler;
}
