import { FormulaDataModel } from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import type { Book, BookSheet, Rect } from "../../../workbench/book/book";
import { createHeadlessBook } from "../../../workbench/book/boot-headless";
import type { Engine } from "../../../workbench/book/engine";
import { storeOf } from "../../../workbench/book/snapshot";
import { at, formula, put, record, value, values } from "./spot";

const column = (index: number, rows: number): Rect => ({ row: 0, column: index, rows, columns: 1 });

describe("what one batch costs", () => {
  let book: Book;
  let sheet: BookSheet;
  let engine: Engine;
  beforeEach(async () => {
    book = await createHeadlessBook();
    sheet = book.activeSheet;
    engine = storeOf(book).engine;
  });
  afterEach(() => book.dispose());

  function countMutations(): () => number {
    let mutations = 0;
    engine.onMutation(({ id }, { fromFormula }) => {
      if (id === SetRangeValuesMutation.id && !fromFormula) mutations++;
    });
    return () => mutations;
  }

  const oneCell = (address: string) => sheet.styles(at(address))[0]?.[0] ?? {};

  it("[HO51] writes 24,000 cells of 16 chunks and the formats of their columns as one mutation", async () => {
    const mutations = countMutations();
    await book.batch("addin", () => {
      for (let index = 0; index < 12; index++) {
        sheet.setColumnWidth(index, 1, 60 + 3 * index);
        sheet.style(column(index, 2000), { numberFormat: "0.00" });
        sheet.style(column(index, 2000), { horizontal: "Right", fill: "#FFEE00" });
        sheet.style(column(index, 2000), { borders: { bottom: { style: "thin", color: "#000000" } } });
        sheet.setValidation(column(index, 2000), sheet.validation(column(index, 2000)));
      }
      for (let chunk = 0; chunk < 16; chunk++) {
        const rows = Array.from({ length: 125 }, (_, r) => Array.from({ length: 12 }, (_c, c) => r + c));
        sheet.enter({ row: chunk * 125, column: 0, rows: 125, columns: 12 }, rows);
      }
    });
    expect(mutations()).toBe(1);
    expect(oneCell("L2000")).toMatchObject({
      numberFormat: "0.00",
      horizontal: "Right",
      fill: "#FFEE00",
      borders: { bottom: { style: "thin", color: "#000000" } },
    });
    expect(sheet.texts(at("L2000"))).toEqual([["135.00"]]);
    expect(sheet.columnWidth(11)).toBe(93);
  });

  it("[HO52] answers formats within a batch with those the batch has set, without writing them", async () => {
    sheet.style(at("A1:B2"), { bold: true, borders: { top: { style: "thin", color: "#111111" } } });
    const mutations = countMutations();
    await book.batch("addin", () => {
      sheet.style(at("A1:A2"), { bold: false, horizontal: "Fill", numberFormat: "0%" });
      sheet.style(at("A1"), { borders: { bottom: { style: "thick", color: "#222222" } } });
      sheet.style(at("A2"), { borders: { top: null } });
      expect(oneCell("A1")).toMatchObject({
        bold: false,
        horizontal: "Fill",
        numberFormat: "0%",
        borders: { top: { style: "thin", color: "#111111" }, bottom: { style: "thick", color: "#222222" } },
      });
      expect(oneCell("A2").borders).toEqual({});
      expect(sheet.commonStyle(at("A1:B1"))).not.toHaveProperty("bold");
      expect(sheet.commonStyle(at("A1:A2")).numberFormat).toBe("0%");
      put(sheet, "A1", [["12%"]]);
      expect(mutations()).toBe(0);
    });
    expect(mutations()).toBe(2);
    expect(oneCell("A2")).toMatchObject({ bold: false, horizontal: "Fill", borders: {} });
    expect(value(sheet, "A1")).toBe(0.12);
  });

  it("[HO53] takes back contents and formats of one batch together, formulas beside them untouched", async () => {
    put(sheet, "A1", [[1, "=A1+1", "x"]]);
    sheet.style(at("B1:C1"), { italic: true });
    await book.settled();
    await book.batch("addin", () => {
      put(sheet, "A1", [[5, null, "=A1*2"]]);
      sheet.style(at("A1:C1"), { bold: true, numberFormat: "0.0" });
    });
    await book.settled();
    expect(values(sheet, "A1:C1")).toEqual([[5, 6, 10]]);
    expect(formula(sheet, "B1")).toBe("=A1+1");
    expect(sheet.commonStyle(at("A1:C1"))).toMatchObject({ bold: true, numberFormat: "0.0" });
    await book.undo();
    expect(values(sheet, "A1:C1")).toEqual([[1, 2, "x"]]);
    expect(sheet.commonStyle(at("A1:C1"))).toMatchObject({ bold: false, numberFormat: "General" });
    expect(oneCell("C1").italic).toBe(true);
    await book.redo();
    expect(values(sheet, "A1:C1")).toEqual([[5, 6, 10]]);
    expect(formula(sheet, "B1")).toBe("=A1+1");
  });

  it("[HO54] takes back a format without touching the content, which is no edit", async () => {
    put(sheet, "A1", [[1, "=A1+1"]]);
    await book.settled();
    sheet.style(at("A1:B1"), { bold: true, locked: false });
    const { events } = record(book);
    await book.undo();
    expect(events.map(({ kind }) => kind)).toEqual(["formats"]);
    expect(sheet.commonStyle(at("A1:B1"))).toMatchObject({ bold: false, locked: true });
    expect(values(sheet, "A1:B1")).toEqual([[1, 2]]);
  });

  it("[HO54] gives a number back that the text format had made text", async () => {
    put(sheet, "A1", [[12]]);
    sheet.style(at("A1"), { numberFormat: "@" });
    await book.undo();
    expect(value(sheet, "A1")).toBe(12);
    expect(oneCell("A1").numberFormat).toBe("General");
  });

  it("[HO54] keeps the result of a formula whose cell is formatted while it is calculated", async () => {
    let formatted = false;
    engine.scheduler.onPassStart(() => {
      if (formatted) return;
      formatted = true;
      sheet.style(at("A1"), { bold: true });
    });
    put(sheet, "A1", [["=1+2"]]);
    await book.settled();
    expect(value(sheet, "A1")).toBe(3);
    expect(oneCell("A1").bold).toBe(true);
  });

  it("[HO55] lets a table grow by rows that one batch writes column by column", async () => {
    put(sheet, "A1", [
      ["Name", "Qty"],
      ["a", 1],
    ]);
    const table = sheet.addTable(at("A1:B2"), true, "Plan");
    await book.batch("addin", () => {
      put(sheet, "A3", [["b"], ["c"]]);
      put(sheet, "B3", [[2], [3]]);
    });
    expect(table.rect).toEqual(at("A1:B4"));
  });

  it("[HO56] finds the formulas Univer finds, those that share a text included", async () => {
    put(sheet, "A1", [[1, "=A1+1", 5]]);
    const sheetId = sheet.id.slice(1, -1);
    const write = (cellValue: object) =>
      engine.run([
        { id: SetRangeValuesMutation.id, params: { unitId: engine.unitId, subUnitId: sheetId, cellValue } },
      ]);
    write({ 1: { 0: { f: "=A1*10", si: "s" }, 1: { si: "s" }, 2: { si: "s" } } });
    const model = engine.formulas;
    const stock = () => FormulaDataModel.prototype.getFormulaData.call(model);
    expect(model.getFormulaData()).toEqual(stock());
    expect(Object.keys(model.getFormulaData()[engine.unitId]?.[sheetId]?.[1] ?? {})).toEqual(["0", "1", "2"]);
    await book.settled();
    expect(values(sheet, "A2:C2")).toEqual([[10, 20, 50]]);
    put(sheet, "A2", [[7]]);
    await book.settled();
    expect(formula(sheet, "B2")).toBe("=B1*10");
    expect(values(sheet, "A2:B2")).toEqual([[7, 20]]);
    expect(model.getFormulaData()).toEqual(stock());
    expect(model.getFormulaData()[engine.unitId]?.[sheetId]?.[1]?.[0]).toBeFalsy();
  });
});
