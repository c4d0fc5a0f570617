import { ConditionalFormattingRuleModel } from "@univerjs/sheets-conditional-formatting";
import { DataValidationModel } from "@univerjs/data-validation";
import type {
  Book,
  BookSheet,
  ConditionalFormatRecord,
  ValidationRecord,
} from "../../../workbench/book/book";
import { createHeadlessBook } from "../../../workbench/book/boot-headless";
import { storeOf } from "../../../workbench/book/snapshot";
import { at, put, value } from "./spot";

describe("names, conditional formats, validation", () => {
  let book: Book;
  let sheet: BookSheet;
  beforeEach(async () => {
    book = await createHeadlessBook();
    sheet = book.activeSheet;
  });
  afterEach(() => book.dispose());

  it("[HO120] calculates with names of ranges and constants, which follow rows", async () => {
    put(sheet, "A1", [[1], [2], [3]]);
    const range = book.addName("Werte", "=Sheet1!$A$1:$A$3", null);
    book.addName("Rate", "=0.5", null);
    put(sheet, "C1", [["=SUM(Werte)*Rate"]]);
    await book.settled();
    expect(value(sheet, "C1")).toBe(3);
    sheet.insert({ row: 1, column: 0, rows: 1, columns: 16_384 }, "Down");
    sheet.insert({ row: 0, column: 0, rows: 1_048_576, columns: 1 }, "Right");
    expect(range.formula).toBe("=Sheet1!$B$1:$B$4");
    range.formula = "=Sheet1!$B$1";
    await book.settled();
    expect(value(sheet, "D1")).toBe(0.5);
    range.delete();
    await book.settled();
    expect(value(sheet, "D1")).toEqual({ error: "#NAME?" });
    await book.undo();
    expect(value(sheet, "D1")).toBe(0.5);
  });

  it("[HO121] keeps names of sheets apart and refuses bad and taken ones", () => {
    const other = book.addSheet("Other");
    const local = book.addName("Mine", "=1", sheet);
    expect(local.sheet?.id).toBe(sheet.id);
    expect(() => book.addName("mine", "=2", sheet)).toThrow("already in use");
    expect(book.addName("Mine", "=2", other).sheet?.id).toBe(other.id);
    for (const bad of ["A1", "1x", "two words", "R1C1"]) {
      expect(() => book.addName(bad, "=1", null)).toThrow("not a valid name");
    }
    local.visible = false;
    local.comment = "why";
    expect([local.visible, local.comment]).toEqual([false, "why"]);
  });

  it("[HO122] names a table's column and follows its new name", async () => {
    put(sheet, "A1", [["n"], [4], [5]]);
    const table = sheet.addTable(at("A1:A3"), true, "T");
    const name = book.addName("Zahlen", "=T[n]", null);
    put(sheet, "C1", [["=SUM(Zahlen)"]]);
    await book.settled();
    expect(value(sheet, "C1")).toBe(9);
    table.renameColumn(0, "Zahl 1");
    await book.settled();
    expect(name.formula).toBe("=T[Zahl 1]");
    expect(value(sheet, "C1")).toBe(9);
  });

  const rules = () => {
    const { engine } = storeOf(book);
    const id = storeOf(book).sheetOf(sheet).sheetId;
    return engine.injector.get(ConditionalFormattingRuleModel).getSubunitRules(engine.unitId, id) ?? [];
  };
  const rule = (type: string, area: string, definition: Record<string, unknown>): ConditionalFormatRecord => {
    const record = sheet.addConditionalFormat(type, [at(area)]);
    record.definition = definition;
    sheet.updateConditionalFormat(record);
    return record;
  };

  it("[HO123] shows data bars, formulas and comparisons in the grid, the newest first", () => {
    rule("DataBar", "A1:A9", { dataBar: { positiveFormat: { fillColor: "#638EC6", gradientFill: false } } });
    rule("Custom", "B1:B9", {
      custom: { rule: { formula: "=$A1>3" }, format: { fill: { color: "#FFFF00" } } },
    });
    rule("CellValue", "C1:C9", {
      cellValue: {
        rule: { operator: "Between", formula1: "1", formula2: "=5" },
        format: { font: { bold: true } },
      },
    });
    expect(rules().map(({ rule: each }) => each)).toEqual([
      expect.objectContaining({ subType: "number", operator: "between", value: [1, 5], style: { bl: 1 } }),
      expect.objectContaining({ subType: "formula", value: "=$A1>3", style: { bg: { rgb: "#FFFF00" } } }),
      expect.objectContaining({ type: "dataBar" }),
    ]);
    expect(sheet.conditionalFormats().map(({ type, priority }) => [type, priority])).toEqual([
      ["CellValue", 0],
      ["Custom", 1],
      ["DataBar", 2],
    ]);
  });

  it("[HO124] keeps priority and stop, closes up behind a removed rule, with undo", async () => {
    const first = rule("Custom", "A1", { custom: { rule: { formula: "=TRUE" }, format: {} } });
    const second = rule("Custom", "A1", { custom: { rule: { formula: "=FALSE" }, format: {} } });
    first.stopIfTrue = true;
    sheet.updateConditionalFormat(first);
    sheet.removeConditionalFormat(second.id);
    expect(sheet.conditionalFormats()).toMatchObject([{ id: first.id, priority: 0, stopIfTrue: true }]);
    await book.undo();
    expect(sheet.conditionalFormats().map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(rules()).toHaveLength(2);
  });

  it("[HO125] carries rules and their formulas along with inserted and removed rows", async () => {
    rule("Custom", "A2:C5", { custom: { rule: { formula: "=$A2>$F$1" }, format: {} } });
    sheet.insert({ row: 0, column: 0, rows: 2, columns: 16_384 }, "Down");
    expect(sheet.conditionalFormats()).toMatchObject([
      { areas: [at("A4:C7")], definition: { custom: { rule: { formula: "=$A4>$F$1" } } } },
    ]);
    sheet.insert({ row: 4, column: 0, rows: 1, columns: 16_384 }, "Down");
    expect(sheet.conditionalFormats()[0]?.areas).toEqual([at("A4:C8")]);
    expect(rules()[0]?.ranges).toMatchObject([{ startRow: 3, endRow: 7 }]);
    sheet.remove({ row: 3, column: 0, rows: 5, columns: 16_384 }, "Up");
    expect(sheet.conditionalFormats()).toEqual([]);
    await book.undo();
    expect(sheet.conditionalFormats()[0]?.areas).toEqual([at("A4:C8")]);
  });

  const list = (source: string): ValidationRecord => ({
    rule: { list: { inCellDropDown: true, source } },
    ignoreBlanks: true,
    prompt: { title: "t", message: "m", showPrompt: true },
    errorAlert: { title: "e", message: "wrong", showAlert: true, style: "Stop" },
  });

  it("[HO126] validates: one rule a cell, shown by the grid, following rows", async () => {
    sheet.setValidation(at("A1:A9"), list("a,b"));
    sheet.setValidation(at("A3:A4"), list("=$F$1:$F$2"));
    expect(sheet.validation(at("A1:A2"))).toEqual(list("a,b"));
    expect(sheet.validation(at("A3"))).toEqual(list("=$F$1:$F$2"));
    expect(sheet.validation(at("A2:A3"))).toBeNull();
    const { engine } = storeOf(book);
    const shown = engine.injector
      .get(DataValidationModel)
      .getRules(engine.unitId, storeOf(book).sheetOf(sheet).sheetId);
    expect(shown).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: "list", formula1: "=$F$1:$F$2", error: "wrong", prompt: "m" }),
      ]),
    );
    sheet.insert({ row: 0, column: 0, rows: 1, columns: 16_384 }, "Down");
    expect(sheet.validation(at("A4:A5"))).toEqual(list("=$F$1:$F$2"));
    expect(sheet.validation(at("A1"))).toBeNull();
    sheet.setValidation(at("A4:A5"), null);
    expect(sheet.validation(at("A4"))).toBeNull();
    await book.undo();
    expect(sheet.validation(at("A4:A5"))).toEqual(list("=$F$1:$F$2"));
  });
});
