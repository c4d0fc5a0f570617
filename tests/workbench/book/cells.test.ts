import type { Book, BookSheet, CellEntry } from "../../../workbench/book/book";
import { createHeadlessBook } from "../../../workbench/book/boot-headless";

describe("cells", () => {
  let book: Book;
  let sheet: BookSheet;
  beforeEach(async () => {
    book = await createHeadlessBook();
    sheet = book.activeSheet;
  });
  afterEach(() => book.dispose());

  it("[HO1] calculates what is written and shows it after settling", async () => {
    sheet.enter({ row: 0, column: 0, rows: 1, columns: 3 }, [[2, 3, "=A1*B1"]]);
    await book.settled();
    expect(sheet.content({ row: 0, column: 0, rows: 1, columns: 3 })).toEqual([[2, 3, 6]]);
    expect(sheet.formulas({ row: 0, column: 2, rows: 1, columns: 1 })).toEqual([["=A1*B1"]]);
  });

  it.each<[CellEntry, unknown]>([
    ["007", 7],
    ["'007", "007"],
    ["12%", 0.12],
    ["TRUE", true],
    ["#N/A", { error: "#N/A" }],
    ["'#N/A", "#N/A"],
    ["'=1+1", "=1+1"],
    ["2026-03-05", 46086],
    ["1,234", 1234],
    ["abc", "abc"],
    [false, false],
    [3, 3],
    ["", null],
  ])("[HO2] reads %p as Excel reads what is typed", async (entry, value) => {
    sheet.enter({ row: 0, column: 0, rows: 1, columns: 1 }, [[entry]]);
    await book.settled();
    expect(sheet.content({ row: 0, column: 0, rows: 1, columns: 1 })).toEqual([[value]]);
  });
});
