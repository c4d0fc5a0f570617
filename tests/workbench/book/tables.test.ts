import { ICommandService } from "@univerjs/core";
import type { Book, BookSheet, BookTable, CellEntry } from "../../../workbench/book/book";
import { createHeadlessBook } from "../../../workbench/book/boot-headless";
import { storeOf } from "../../../workbench/book/snapshot";
import { at, formula, put, value, values } from "./spot";

describe("tables", () => {
  let book: Book;
  let sheet: BookSheet;
  let table: BookTable;
  beforeEach(async () => {
    book = await createHeadlessBook();
    sheet = book.activeSheet;
    put(sheet, "A1", [
      ["Qty", "客户 名称", "a]b#", "Double"],
      [1, "甲", 5, null],
      [2, "乙", 6, null],
      [3, "丙", 7, null],
    ]);
    table = sheet.addTable(at("A1:D4"), true, "Plan");
    put(sheet, "D2", [["=[@Qty]*2"], ["=[@Qty]*2"], ["=[@Qty]*2"]]);
    await book.settled();
  });
  afterEach(() => book.dispose());

  /** What a person does at the grid: Univer's own command. */
  const type = async (address: string, cell: object): Promise<void> => {
    const { row, column } = at(address);
    const { engine } = storeOf(book);
    await engine.injector.get(ICommandService).executeCommand("sheet.command.set-range-values", {
      unitId: engine.unitId,
      subUnitId: storeOf(book).sheetOf(sheet).sheetId,
      range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
      value: cell,
    });
    await book.settled();
  };

  it("[HO80] makes a table of a range, blank and double headers get names of their own", () => {
    put(sheet, "H1", [["x", "X", "", 5]]);
    const other = sheet.addTable(at("H1:K1"), true);
    expect(other.name).toBe("Table1");
    expect(other.columns.map(({ name }) => name)).toEqual(["x", "X2", "Column1", "5"]);
    expect(values(sheet, "H1:K1")).toEqual([["x", "X2", "Column1", "5"]]);
    expect(other.rect).toEqual(at("H1:K2"));
    expect(other.id).toMatch(/^\{[0-9A-F-]{36}\}$/);
  });

  it("[HO80] puts a header row above data without one", () => {
    put(sheet, "H1", [
      [1, 2],
      [3, 4],
    ]);
    const other = sheet.addTable(at("H1:I2"), false, "Zahlen");
    expect(values(sheet, "H1:I3")).toEqual([
      ["Column1", "Column2"],
      [1, 2],
      [3, 4],
    ]);
    expect(other.body).toEqual(at("H2:I3"));
  });

  it.each([["Plan"], ["plan"], ["A1"], ["1x"], ["two words"], ["R1C1"]])(
    "[HO81] refuses the name %p",
    (name) => {
      expect(() => sheet.addTable(at("H1:I2"), true, name)).toThrow();
    },
  );

  it("[HO81] refuses a table over another and a name taken by a defined name", () => {
    expect(() => sheet.addTable(at("D4:F6"), true)).toThrow("overlap");
    book.addName("Rate", "=0.5", null);
    expect(() => (table.name = "rate")).toThrow("already in use");
  });

  it.each<[string, unknown]>([
    ["=SUM(Plan[Qty])", 6],
    ["=SUM(plan[qty])", 6],
    ["=COUNTA(Plan[客户 名称])", 3],
    ["=SUM(Plan[a']b'#])", 18],
    ["=SUM(Plan[[Qty]:[a']b'#]])", 24],
    ["=ROWS(Plan[#All])", 4],
    ["=ROWS(Plan)", 3],
    ["=Plan[[#Headers],[Double]]", "Double"],
    ["=SUM(Plan[Double])", 12],
  ])("[HO82] reads %s", async (text, result) => {
    put(sheet, "G1", [[text]]);
    await book.settled();
    expect(value(sheet, "G1")).toEqual(result);
  });

  it("[HO82] reads this row inside and beside the table and shows it as Excel does", async () => {
    put(sheet, "F2", [["=Plan[@Qty]+Plan[@[a']b'#]]"]]);
    put(sheet, "D3", [["=[@[客户 名称]]&Plan[[#This Row],[Qty]]"]]);
    await book.settled();
    expect([value(sheet, "F2"), value(sheet, "D3")]).toEqual([6, "乙2"]);
    expect(formula(sheet, "F2")).toBe("=Plan[@Qty]+Plan[@[a']b'#]]");
    expect(formula(sheet, "D3")).toBe("=[@[客户 名称]]&[@Qty]");
  });

  it("[HO83] grows when something is written right below, calculated columns filled", async () => {
    put(sheet, "A5", [[10, "丁"]]);
    await book.settled();
    expect(table.rect).toEqual(at("A1:D5"));
    expect(formula(sheet, "D5")).toBe("=[@Qty]*2");
    expect(value(sheet, "D5")).toBe(20);
    await book.undo();
    expect(table.rect).toEqual(at("A1:D4"));
    expect(values(sheet, "A5:D5")).toEqual([[null, null, null, null]]);
  });

  it("[HO83] grows when a person types below, and takes it all back with one step", async () => {
    await type("A5", { v: 10 });
    expect(table.rect).toEqual(at("A1:D5"));
    expect(value(sheet, "D5")).toBe(20);
    await book.undo();
    expect(table.rect).toEqual(at("A1:D4"));
    expect(values(sheet, "A5:D5")).toEqual([[null, null, null, null]]);
  });

  it("[HO83] stays as it is when switched off, with a gap, over other cells, or wider than the table", () => {
    put(sheet, "A6", [[1]]);
    put(sheet, "A5", [[1, 2, 3, 4, 5]]);
    expect(table.rect).toEqual(at("A1:D4"));
    sheet.clear(at("A5:E6"), "Contents");
    book.autoExpandTables = false;
    put(sheet, "A5", [[1]]);
    expect(table.rect).toEqual(at("A1:D4"));
  });

  it("[HO83] takes in a column written beside it with its header", async () => {
    put(sheet, "E1", [["New"]]);
    expect(table.rect).toEqual(at("A1:E4"));
    put(sheet, "G1", [["=ROWS(Plan[New])"]]);
    await book.settled();
    expect(value(sheet, "G1")).toBe(3);
  });

  it("[HO84] translates what a person types in a table, and fills a blank column with the formula", async () => {
    table.addColumn(null, "Triple", null);
    await type("E3", { f: "=[@Qty]*3" });
    expect(sheet.formulas(at("E2:E4"))).toEqual([["=[@Qty]*3"], ["=[@Qty]*3"], ["=[@Qty]*3"]]);
    expect(values(sheet, "E2:E4").flat()).toEqual([3, 6, 9]);
  });

  it("[HO84] gives inserted rows the column's formula, relative references moved", async () => {
    put(sheet, "C2", [["=A2+1"], ["=A3+1"], ["=A4+1"]]);
    sheet.insert({ row: 2, column: 0, rows: 1, columns: 16_384 }, "Down");
    expect(sheet.formulas(at("C3:D3"))).toEqual([["=A3+1", "=[@Qty]*2"]]);
    expect(table.rect).toEqual(at("A1:D5"));
    await book.undo();
    expect(table.rect).toEqual(at("A1:D4"));
  });

  it("[HO85] has a totals row below its data that counts what is visible", async () => {
    put(sheet, "A5", [["below"]]);
    sheet.clear(at("A5"), "All");
    put(sheet, "A7", [["below"]]);
    table.resize(at("A1:D4"));
    table.showTotals = true;
    await book.settled();
    expect(table.rect).toEqual(at("A1:D5"));
    expect(values(sheet, "A5:D5")).toEqual([["Total", null, null, 12]]);
    put(sheet, "G1", [["=Plan[[#Totals],[Double]]+1", "=SUM(Plan[Double])"]]);
    table.filter(0, { filterOn: "Custom", criterion1: ">1" });
    await book.settled();
    expect(values(sheet, "G1:H1")).toEqual([[11, 12]]);
    table.showTotals = false;
    await book.settled();
    expect(table.rect).toEqual(at("A1:D4"));
    expect(value(sheet, "G1")).toEqual({ error: "#REF!" });
  });

  it("[HO85] moves cells below out of the way of a totals row", () => {
    put(sheet, "A6", [["far"]]);
    book.autoExpandTables = false;
    put(sheet, "B5", [["near"]]);
    table.showTotals = true;
    expect(values(sheet, "A5:B7")).toEqual([
      ["Total", null],
      [null, "near"],
      ["far", null],
    ]);
  });

  it("[HO86] adds rows at the end, above the totals, and in between", async () => {
    table.addRows(null, [[4, "丁", 8, null]]);
    table.showTotals = true;
    table.addRows(null, [[5, "戊", 9, null]]);
    table.addRows(0, [[0, "零", 0, null]]);
    await book.settled();
    expect(values(sheet, "A2:A7").flat()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(values(sheet, "D2:D8").flat()).toEqual([0, 2, 4, 6, 8, 10, 30]);
    expect(table.rect).toEqual(at("A1:D8"));
    await book.undo();
    expect(table.rect).toEqual(at("A1:D7"));
  });

  it("[HO86] moves what stands below when rows are added, and only in its columns", () => {
    book.autoExpandTables = false;
    put(sheet, "A6", [["below", null, null, null, null, "aside"]]);
    table.addRows(
      null,
      [[4], [5]].map(([n]): CellEntry[] => [n ?? null, null, null, null]),
    );
    table.addRows(null, [[6, null, null, null]]);
    expect(values(sheet, "A5:A8").flat()).toEqual([4, 5, 6, "below"]);
    expect(value(sheet, "F6")).toBe("aside");
  });

  it("[HO86] deletes rows and keeps one", () => {
    table.deleteRow(1);
    expect(values(sheet, "A2:A4").flat()).toEqual([1, 3, null]);
    table.deleteRow(0);
    table.deleteRow(0);
    expect(table.rect).toEqual(at("A1:D2"));
    expect(value(sheet, "A2")).toBeNull();
    expect(() => table.deleteRow(5)).toThrow();
  });

  it("[HO87] renames columns and itself in every formula", async () => {
    put(sheet, "G1", [["=SUM(Plan[Qty])"]]);
    table.renameColumn(0, "Menge");
    table.name = "Neu";
    await book.settled();
    expect(formula(sheet, "G1")).toBe("=SUM(Neu[Menge])");
    expect(formula(sheet, "D2")).toBe("=[@Menge]*2");
    expect([value(sheet, "A1"), value(sheet, "G1"), value(sheet, "D4")]).toEqual(["Menge", 6, 6]);
    await book.undo();
    await book.undo();
    expect(formula(sheet, "G1")).toBe("=SUM(Plan[Qty])");
    expect(value(sheet, "A1")).toBe("Qty");
    expect(book.table("plan")?.columns[0]?.name).toBe("Qty");
  });

  it("[HO87] takes the name from the header cell, one step of undo for a person", async () => {
    put(sheet, "A1", [["Zahl"]]);
    expect(table.columns[0]?.name).toBe("Zahl");
    expect(formula(sheet, "D2")).toBe("=[@Zahl]*2");
    await type("A1", { v: "Getippt" });
    expect(formula(sheet, "D2")).toBe("=[@Getippt]*2");
    await book.undo();
    expect(value(sheet, "A1")).toBe("Zahl");
    expect(table.columns[0]?.name).toBe("Zahl");
    expect(formula(sheet, "D2")).toBe("=[@Zahl]*2");
  });

  it("[HO88] adds and deletes columns, ids stay with their columns", async () => {
    const ids = table.columns.map(({ id }) => id);
    table.addColumn(1, "Neu", [["Neu"], ["x"], ["y"], ["z"]]);
    expect(values(sheet, "A1:B3")).toEqual([
      ["Qty", "Neu"],
      [1, "x"],
      [2, "y"],
    ]);
    expect(table.columns.map(({ id }) => id)).toEqual([ids[0], 5, ids[1], ids[2], ids[3]]);
    put(sheet, "H1", [["=COUNTA(Plan[Neu])"]]);
    table.deleteColumn(1);
    await book.settled();
    expect(table.columns.map(({ name }) => name)).toEqual(["Qty", "客户 名称", "a]b#", "Double"]);
    expect(values(sheet, "D2:D4").flat()).toEqual([2, 4, 6]);
    await book.undo();
    expect(table.columns[1]?.name).toBe("Neu");
  });

  it("[HO89] filters by values and by conditions, hiding rows, with undo", async () => {
    const hidden = () => [1, 2, 3].map((row) => sheet.rowHidden(row));
    table.filter(1, { filterOn: "Values", values: ["甲", "丙"] });
    expect(hidden()).toEqual([false, true, false]);
    table.filter(0, { filterOn: "Custom", criterion1: ">=2", operator: "And", criterion2: "<>3" });
    expect(hidden()).toEqual([true, true, true]);
    table.filter(1, null);
    expect(hidden()).toEqual([true, false, true]);
    await book.undo();
    expect(table.filters()[1]).toEqual({ filterOn: "Values", values: ["甲", "丙"] });
    table.filter(1, null);
    table.filter(0, { filterOn: "TopItems", criterion1: "1" });
    expect(hidden()).toEqual([true, true, false]);
  });

  it("[HO89] filters numbers that are shown with a format, and text by wildcards", () => {
    sheet.style(at("A2:A4"), { numberFormat: "0.00" });
    table.filter(0, { filterOn: "Values", values: ["2.00"] });
    expect([1, 2, 3].map((row) => sheet.rowHidden(row))).toEqual([true, false, true]);
    table.filter(0, null);
    table.filter(1, { filterOn: "Custom", criterion1: "=丙*" });
    expect([1, 2, 3].map((row) => sheet.rowHidden(row))).toEqual([true, true, false]);
  });

  it("[HO90] sorts its body", async () => {
    table.showTotals = true;
    table.sort([{ key: 0, ascending: false }], false);
    await book.settled();
    expect(values(sheet, "A2:D5")).toEqual([
      [3, "丙", 7, 6],
      [2, "乙", 6, 4],
      [1, "甲", 5, 2],
      ["Total", null, null, 12],
    ]);
  });

  it("[HO91] becomes a range again, its formulas refer to cells", async () => {
    put(sheet, "G1", [["=SUM(Plan[Qty])"]]);
    table.convertToRange();
    await book.settled();
    expect(book.table("Plan")).toBeNull();
    expect(formula(sheet, "G1")).toBe("=SUM($A$2:$A$4)");
    expect(formula(sheet, "D3")).toBe("=$A3*2");
    expect(value(sheet, "D3")).toBe(4);
  });

  it("[HO91] goes with its cells; formulas over it are #REF!", async () => {
    put(sheet, "G1", [["=SUM(Plan[Qty])"]]);
    table.delete();
    await book.settled();
    expect(
      values(sheet, "A1:D4")
        .flat()
        .every((cell) => cell === null),
    ).toBe(true);
    expect(value(sheet, "G1")).toEqual({ error: "#REF!" });
    await book.undo();
    await book.settled();
    expect(value(sheet, "G1")).toBe(6);
  });

  it("[HO92] resizes; new rows and columns belong to it", async () => {
    put(sheet, "E1", [["x"]]);
    book.autoExpandTables = false;
    table.resize(at("A1:E6"));
    expect(table.columns.map(({ name }) => name)).toEqual(["Qty", "客户 名称", "a]b#", "Double", "x"]);
    expect(formula(sheet, "D6")).toBe("=[@Qty]*2");
    table.resize(at("A1:B3"));
    expect(table.columns.map(({ name }) => name)).toEqual(["Qty", "客户 名称"]);
  });

  it("[HO93] follows rows and columns of its sheet, whoever inserts them", async () => {
    sheet.insert({ row: 0, column: 0, rows: 2, columns: 16_384 }, "Down");
    sheet.insert({ row: 0, column: 1, rows: 1_048_576, columns: 1 }, "Right");
    expect(table.rect).toEqual(at("A3:E6"));
    expect(table.columns[1]?.name).toBe("Column1");
    expect(value(sheet, "B3")).toBe("Column1");
    const { engine } = storeOf(book);
    await engine.injector.get(ICommandService).executeCommand("sheet.command.remove-row", {
      range: { startRow: 3, endRow: 3, startColumn: 0, endColumn: 25 },
    });
    await book.settled();
    expect(table.rect).toEqual(at("A3:E5"));
    expect(values(sheet, "E4:E5").flat()).toEqual([4, 6]);
    await book.undo();
    expect(table.rect).toEqual(at("A3:E6"));
    sheet.remove({ row: 0, column: 0, rows: 6, columns: 16_384 }, "Up");
    expect(book.table("Plan")).toBeNull();
    await book.undo();
    expect(book.table("Plan")?.rect).toEqual(at("A3:E6"));
  });

  it("[HO94] knows tables a person makes with the grid's own command, and their undo", async () => {
    put(sheet, "H1", [
      ["p", "q"],
      [1, 2],
    ]);
    const { engine } = storeOf(book);
    await engine.injector.get(ICommandService).executeCommand("sheet.command.add-table", {
      unitId: engine.unitId,
      subUnitId: storeOf(book).sheetOf(sheet).sheetId,
      range: { startRow: 0, endRow: 1, startColumn: 7, endColumn: 8 },
      name: "Person",
    });
    expect(book.table("Person")?.columns.map(({ name }) => name)).toEqual(["p", "q"]);
    put(sheet, "H3", [[5, 6]]);
    put(sheet, "K1", [["=SUM(Person[p])"]]);
    await book.settled();
    expect(value(sheet, "K1")).toBe(6);
  });

  it("[HO27] what a person filters with the header's button is a criterion of the table, and survives its growth", async () => {
    const { engine } = storeOf(book);
    const filterBy = (tableFilter: object) =>
      engine.injector.get(ICommandService).executeCommand("sheet.command.set-table-filter", {
        unitId: engine.unitId,
        tableId: table.id.slice(1, -1),
        column: 0,
        tableFilter,
      });
    await filterBy({ filterType: "manual", values: ["1", "3"] });
    expect(table.filters()[0]).toEqual({ filterOn: "Values", values: ["1", "3"] });
    table.addRows(null, [[4, "丁", 8, null]]);
    expect([1, 2, 3, 4].filter((row) => sheet.rowHidden(row))).toEqual([2, 4]);
    const filterInfo = { conditionType: "number", compareType: "between", expectedValue: [2, 3] };
    await filterBy({ filterType: "condition", filterInfo });
    expect(table.filters()[0]).toEqual({
      filterOn: "Custom",
      criterion1: ">=2",
      criterion2: "<=3",
      operator: "And",
    });
    expect([1, 2, 3, 4].filter((row) => sheet.rowHidden(row))).toEqual([1, 4]);
  });
});
