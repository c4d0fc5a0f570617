import type { Book, BookSheet, CellEntry } from "../../../workbench/book/book";
import { createHeadlessBook } from "../../../workbench/book/boot-headless";
import { storeOf } from "../../../workbench/book/snapshot";
import { at, formula, put, value, values } from "./spot";

describe("cells", () => {
  let book: Book;
  let sheet: BookSheet;
  beforeEach(async () => {
    book = await createHeadlessBook();
    sheet = book.activeSheet;
  });
  afterEach(() => book.dispose());

  it("[HO40] shows values and formulas written in one batch, calculated after settling", async () => {
    put(sheet, "A1", [[2, 3, "=A1*B1"]]);
    expect(formula(sheet, "C1")).toBe("=A1*B1");
    await book.settled();
    expect(values(sheet, "A1:C1")).toEqual([[2, 3, 6]]);
  });

  it.each<[CellEntry, unknown, string]>([
    ["007", 7, "7"],
    ["'007", "007", "007"],
    ["12%", 0.12, "12%"],
    ["1,234", 1234, "1,234"],
    ["TRUE", true, "TRUE"],
    ["#N/A", { error: "#N/A" }, "#N/A"],
    ["'#N/A", "#N/A", "#N/A"],
    ["'=1+1", "=1+1", "=1+1"],
    ["2026-03-05", 46086, "3/5/2026"],
    ["2026年3月5日", 46086, "2026年3月5日"],
    ["=", "=", "="],
    ["客户 A", "客户 A", "客户 A"],
    [false, false, "FALSE"],
    [0.1 + 0.2, 0.30000000000000004, "0.3"],
  ])("[HO41] reads %p as Excel reads what is typed", (entry, content, text) => {
    put(sheet, "A1", [[entry]]);
    expect(value(sheet, "A1")).toEqual(content);
    expect(sheet.texts(at("A1"))).toEqual([[text]]);
  });

  it("[HO41] keeps everything as typed in a cell of format text", () => {
    sheet.style(at("A1"), { numberFormat: "@" });
    put(sheet, "A1", [["=1+1"]]);
    expect(value(sheet, "A1")).toBe("=1+1");
    expect(formula(sheet, "A1")).toBe("=1+1");
  });

  it("[HO42] leaves a cell alone for null and clears its content for an empty text", () => {
    put(sheet, "A1", [[1, 2, 3]]);
    sheet.style(at("B1"), { bold: true });
    put(sheet, "A1", [[null, "", 4]]);
    expect(values(sheet, "A1:C1")).toEqual([[1, null, 4]]);
    expect(sheet.styles(at("B1"))[0]?.[0]?.bold).toBe(true);
  });

  it("[HO43] marks text after an apostrophe and forgets the mark with the next entry", () => {
    put(sheet, "A1", [["'=x"]]);
    expect(sheet.styles(at("A1"))[0]?.[0]?.quotePrefix).toBe(true);
    put(sheet, "A1", [["y"]]);
    expect(sheet.styles(at("A1"))[0]?.[0]?.quotePrefix).toBe(false);
  });

  it("[HO44] writes 24,000 cells of 16 chunks as one mutation and one event", async () => {
    let mutations = 0;
    storeOf(book).engine.onMutation(({ id }, { fromFormula }) => {
      if (id === "sheet.mutation.set-range-values" && !fromFormula) mutations++;
    });
    const rects: unknown[] = [];
    book.on((event) => event.kind === "cells" && rects.push(event.rect));
    await book.batch("addin", () => {
      for (let chunk = 0; chunk < 16; chunk++) {
        const rows = Array.from({ length: 125 }, (_, r) =>
          Array.from({ length: 12 }, (_c, c) => chunk + r + c),
        );
        sheet.enter({ row: chunk * 125, column: 0, rows: 125, columns: 12 }, rows);
      }
    });
    expect(mutations).toBe(1);
    expect(rects).toEqual([at("A1:L2000")]);
    expect(value(sheet, "L2000")).toBe(15 + 124 + 11);
  });

  it("[HO45] changes only the keys of a style that are given", () => {
    sheet.style(at("A1:B2"), { bold: true, fill: "#ff0000", numberFormat: "0.00" });
    sheet.style(at("A1"), {
      italic: true,
      fill: null,
      borders: { top: { style: "thin", color: "#00FF00" } },
    });
    expect(sheet.styles(at("A1"))[0]?.[0]).toMatchObject({
      bold: true,
      italic: true,
      fill: null,
      numberFormat: "0.00",
      borders: { top: { style: "thin", color: "#00FF00" } },
    });
    const common = sheet.commonStyle(at("A1:B2"));
    expect(common).toMatchObject({ bold: true, numberFormat: "0.00" });
    expect(common).not.toHaveProperty("fill");
  });

  it("[HO46] keeps a formula when its cell is formatted, undone and redone", async () => {
    put(sheet, "A1", [["=6*7"]]);
    sheet.style(at("A1"), { bold: true, locked: false });
    await book.undo();
    await book.redo();
    expect(formula(sheet, "A1")).toBe("=6*7");
    expect(value(sheet, "A1")).toBe(42);
    expect(sheet.styles(at("A1"))[0]?.[0]).toMatchObject({ bold: true, locked: false });
  });

  it("[HO47] formats whole columns without filling them, cells written later included", () => {
    sheet.style({ row: 0, column: 2, rows: 1_048_576, columns: 1 }, { numberFormat: "0%" });
    expect(sheet.usedRect(true)).toBeNull();
    put(sheet, "C500", [[0.25]]);
    expect(sheet.texts(at("C500"))).toEqual([["25%"]]);
  });

  it("[HO48] spills dynamic arrays and shows them as cells", async () => {
    put(sheet, "B2", [["=SEQUENCE(2,3)"]]);
    put(sheet, "B6", [["=SUM(B2#)"]]);
    await book.settled();
    expect(values(sheet, "B2:D3")).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(sheet.spill(1, 1)).toEqual(at("B2:D3"));
    expect(sheet.spill(2, 2)).toBeNull();
    expect(sheet.usedRect(true)).toMatchObject({ row: 1, column: 1 });
  });

  it("[HO49] writes beyond the sheet Univer starts with", () => {
    put(sheet, "AZ5000", [["far"]]);
    expect(value(sheet, "AZ5000")).toBe("far");
    expect(sheet.usedRect(true)).toEqual(at("AZ5000"));
  });

  it("[HO50] shows a date, a negative date and wrong formats as Excel does", () => {
    put(sheet, "A1", [[45000, -5]]);
    sheet.style(at("A1:B1"), { numberFormat: "yyyy-mm-dd" });
    expect(sheet.texts(at("A1:B1"))).toEqual([["2023-03-15", "########"]]);
  });
});
