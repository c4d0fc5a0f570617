import { ICommandService } from "@univerjs/core";
import {
  BaseFunction,
  ErrorValueObject,
  IFunctionService,
  LexerTreeBuilder,
  type NumberValueObject,
} from "@univerjs/engine-formula";
import { TriggerCalculationController } from "@univerjs/sheets-formula";
import type { Book, BookSheet } from "../../../workbench/book/book";
import { createHeadlessBook } from "../../../workbench/book/boot-headless";
import { GroupedUndo } from "../../../workbench/book/replacements/undo-grouping";
import { guardFunction } from "../../../workbench/book/replacements/function-guard";
import { PassScheduler } from "../../../workbench/book/replacements/scheduler";
import type { Engine } from "../../../workbench/book/engine";
import { storeOf } from "../../../workbench/book/snapshot";
import { at, put, value, values } from "./spot";

describe("what is replaced in Univer", () => {
  let book: Book;
  let sheet: BookSheet;
  let engine: Engine;
  beforeEach(async () => {
    book = await createHeadlessBook();
    sheet = book.activeSheet;
    engine = storeOf(book).engine;
  });
  afterEach(() => {
    expect(engine.scheduler.abortedPasses).toBe(0);
    book.dispose();
  });

  it("[HO70] has the members of Univer's trigger that the scheduler builds on", () => {
    expect(engine.injector.get(TriggerCalculationController)).toBeInstanceOf(PassScheduler);
    const names = Object.getOwnPropertyNames(TriggerCalculationController.prototype);
    expect(names).toEqual(
      expect.arrayContaining([
        "_commandExecutedListener",
        "_initialExecuteFormulaProcessListener",
        "_generateDirty",
        "_mergeDirtyRanges",
      ]),
    );
  });

  it("[HO70] gives a promise per pass: write and read never meet a stale value", async () => {
    put(sheet, "A1", [[0, "=A1*2"]]);
    for (let round = 1; round <= 20; round++) {
      put(sheet, "A1", [[round]]);
      await book.settled();
      expect(value(sheet, "B1")).toBe(round * 2);
    }
  });

  it("[HO71] drops results of cells written while a pass runs", async () => {
    put(sheet, "A1", [[1]]);
    put(
      sheet,
      "B1",
      Array.from({ length: 2000 }, () => ["=$A$1+1"]),
    );
    const pass = book.settled();
    await new Promise((resolve) => setTimeout(resolve, 1));
    for (let row = 1; row <= 20; row++) put(sheet, `B${row}`, [[`typed ${row}`]]);
    await pass;
    await book.settled();
    expect(values(sheet, "B1:B20").flat()).toEqual(Array.from({ length: 20 }, (_, i) => `typed ${i + 1}`));
    expect(value(sheet, "B2000")).toBe(2);
  });

  it("[HO71] calculates rightly when rows come in while a pass runs", async () => {
    put(
      sheet,
      "A1",
      Array.from({ length: 1500 }, (_, row) => [row, `=A${row + 1}*2`]),
    );
    const pass = book.settled();
    await new Promise((resolve) => setTimeout(resolve, 1));
    sheet.insert({ row: 0, column: 0, rows: 1, columns: 16_384 }, "Down");
    await pass;
    await book.settled();
    expect(values(sheet, "A1:B3")).toEqual([
      [null, null],
      [0, 0],
      [1, 2],
    ]);
    expect(value(sheet, "B1501")).toBe(2998);
  });

  it("[HO72] lives through a function that throws", async () => {
    class Broken extends BaseFunction {
      override calculate(): never {
        throw new Error("broken");
      }
    }
    const broken = new Broken("BROKEN");
    guardFunction(broken);
    engine.injector.get(IFunctionService).registerExecutors(broken);
    put(sheet, "A1", [["=1+1", "=BROKEN()", "=2+2"]]);
    await book.settled();
    expect(values(sheet, "A1:C1")).toEqual([[2, { error: "#VALUE!" }, 4]]);
  });

  it("[HO72] guards every function of the engine at boot", () => {
    const sum = engine.injector.get(IFunctionService).getExecutor("SUM");
    const nothing: unknown = null;
    expect(sum?.calculate(nothing as NumberValueObject)).toBeInstanceOf(ErrorValueObject);
  });

  it("[HO73] resets the lexer's bracket state after an unfinished structured reference", async () => {
    const lexer = engine.injector.get(LexerTreeBuilder);
    lexer.treeBuilder("=SUM(Plan[Qty");
    put(sheet, "A1", [["=1+2"]]);
    await book.settled();
    expect(value(sheet, "A1")).toBe(3);
    const state: unknown = lexer;
    (state as { _resetTemp(): void })._resetTemp();
    expect(state).toMatchObject({ _squareBracketState: 0, _tableBracketState: false });
  });

  it("[HO74] takes back a batch of mixed changes in one step, last change first", async () => {
    expect(engine.undoService).toBeInstanceOf(GroupedUndo);
    put(sheet, "A1", [["a"], ["b"], ["c"]]);
    await book.batch("addin", () => {
      put(sheet, "B1", [["x"]]);
      sheet.insert({ row: 1, column: 0, rows: 2, columns: 16_384 }, "Down");
      put(sheet, "A2", [["new"]]);
      sheet.addTable(at("A1:B2"), true, "T");
    });
    expect(values(sheet, "A1:A5").flat()).toEqual(["a", "new", null, "b", "c"]);
    await book.undo();
    expect(values(sheet, "A1:B4")).toEqual([
      ["a", null],
      ["b", null],
      ["c", null],
      [null, null],
    ]);
    expect(book.table("T")).toBeNull();
    await book.redo();
    expect(values(sheet, "A1:A5").flat()).toEqual(["a", "new", null, "b", "c"]);
    expect(book.table("T")?.rect).toEqual(at("A1:B2"));
  });

  it("[HO75] knows #BUSY! as an error that travels through arithmetic", async () => {
    book.registerFunctions("NS", [{ id: "WAIT", name: "WAIT", parameters: [] }], {
      invoke: () => undefined,
      cancel: () => undefined,
    });
    put(sheet, "A1", [["=NS.WAIT()", "=A1*2", '=IFERROR(A1,"waiting")']]);
    await book.settled();
    expect(values(sheet, "A1:C1")).toEqual([[{ error: "#BUSY!" }, { error: "#BUSY!" }, "waiting"]]);
  });

  it("[HO76] keeps the formula of a cell whose format a person changes and redoes", async () => {
    put(sheet, "A1", [["=6*7"]]);
    await book.settled();
    const commands = engine.injector.get(ICommandService);
    await commands.executeCommand("sheet.command.set-style", {
      unitId: engine.unitId,
      subUnitId: storeOf(book).sheetOf(sheet).sheetId,
      range: { startRow: 0, endRow: 0, startColumn: 0, endColumn: 0 },
      style: { type: "bl", value: 1 },
    });
    await book.undo();
    await book.redo();
    expect(value(sheet, "A1")).toBe(42);
    expect(sheet.formulas(at("A1"))).toEqual([["=6*7"]]);
    expect(sheet.styles(at("A1"))[0]?.[0]?.bold).toBe(true);
  });
});
