import type { Book, BookSheet } from "../../../workbench/book/book";
import { createHeadlessBook } from "../../../workbench/book/boot-headless";
import { at, formula, put, value, values } from "./spot";

const rows = (row: number, count = 1) => ({ row, column: 0, rows: count, columns: 16_384 });
const columns = (column: number, count = 1) => ({ row: 0, column, rows: 1_048_576, columns: count });

describe("structure of sheets", () => {
  let book: Book;
  let sheet: BookSheet;
  beforeEach(async () => {
    book = await createHeadlessBook();
    sheet = book.activeSheet;
    put(sheet, "A1", [
      ["k", "v"],
      [3, "c"],
      [1, "a"],
      [2, "b"],
    ]);
    put(sheet, "D1", [["=SUM(A2:A4)"]]);
  });
  afterEach(() => book.dispose());

  it("[HO60] inserts and removes rows and columns, formulas follow", async () => {
    sheet.insert(rows(2), "Down");
    expect(formula(sheet, "D1")).toBe("=SUM(A2:A5)");
    sheet.remove(rows(2), "Up");
    sheet.insert(columns(0), "Right");
    expect(formula(sheet, "E1")).toBe("=SUM(B2:B4)");
    sheet.remove(columns(0), "Left");
    sheet.remove(rows(1, 3), "Up");
    await book.settled();
    expect(value(sheet, "D1")).toEqual({ error: "#REF!" });
  });

  it("[HO60] does so on a sheet that is not in front, with undo", async () => {
    const other = book.addSheet("Other");
    put(other, "A1", [[1], [2], ["=A1+A2"]]);
    other.insert(rows(1), "Down");
    expect(formula(other, "A4")).toBe("=A1+A3");
    other.remove(rows(1), "Up");
    expect(formula(other, "A3")).toBe("=A1+A2");
    other.insert(at("A2"), "Down");
    expect(values(other, "A1:A3").flat()).toEqual([1, null, 2]);
    await book.undo();
    expect(values(other, "A1:A2").flat()).toEqual([1, 2]);
    expect(book.activeSheet.id).toBe(sheet.id);
  });

  it("[HO61] moves only the cells of a block", async () => {
    put(sheet, "F1", [["stays"], ["stays"]]);
    sheet.insert(at("A2:B2"), "Down");
    expect(values(sheet, "A1:B5")).toEqual([
      ["k", "v"],
      [null, null],
      [3, "c"],
      [1, "a"],
      [2, "b"],
    ]);
    expect(value(sheet, "F2")).toBe("stays");
    expect(formula(sheet, "D1")).toBe("=SUM(A3:A5)");
    sheet.remove(at("A2:B2"), "Up");
    expect(values(sheet, "A1:A4").flat()).toEqual(["k", 3, 1, 2]);
    sheet.insert(at("A2"), "Right");
    expect(values(sheet, "A2:C2")).toEqual([[null, 3, "c"]]);
    sheet.remove(at("A2"), "Left");
    expect(values(sheet, "A2:B2")).toEqual([[3, "c"]]);
    await book.undo();
    expect(values(sheet, "A2:C2")).toEqual([[null, 3, "c"]]);
  });

  it("[HO62] sorts numbers before text before truth values, blanks last either way", () => {
    put(sheet, "H1", [["b"], [2], [null], [true], ["A"], [10]]);
    sheet.sort(at("H1:H6"), [{ key: 0, ascending: true }], false, false);
    expect(values(sheet, "H1:H6").flat()).toEqual([2, 10, "A", "b", true, null]);
    sheet.sort(at("H1:H6"), [{ key: 0, ascending: false }], false, false);
    expect(values(sheet, "H1:H6").flat()).toEqual([true, "b", "A", 10, 2, null]);
  });

  it("[HO62] sorts rows below a header by several keys and keeps rows whole", async () => {
    put(sheet, "C2", [["=A2*10"], ["=A3*10"], ["=A4*10"]]);
    sheet.sort(at("A1:C4"), [{ key: 0, ascending: true }], true, false);
    await book.settled();
    expect(values(sheet, "A1:C4")).toEqual([
      ["k", "v", null],
      [1, "a", 10],
      [2, "b", 20],
      [3, "c", 30],
    ]);
  });

  it("[HO63] copies formulas with their references moved, values and formats alone", async () => {
    put(sheet, "C2", [["=A2+1"]]);
    sheet.style(at("C2"), { bold: true, locked: false });
    await book.settled();
    sheet.copy({ sheet, rect: at("C2") }, at("C3:C4"), "All");
    expect(sheet.formulas(at("C3:C4"))).toEqual([["=A3+1"], ["=A4+1"]]);
    expect(sheet.styles(at("C4"))[0]?.[0]).toMatchObject({ bold: true, locked: false });
    sheet.copy({ sheet, rect: at("C2") }, at("H1"), "Values");
    expect(formula(sheet, "H1")).toBe(4);
    sheet.copy({ sheet, rect: at("C2") }, at("H2"), "Formats");
    expect(value(sheet, "H2")).toBeNull();
    expect(sheet.styles(at("H2"))[0]?.[0]?.bold).toBe(true);
    sheet.copy({ sheet, rect: at("D4") }, at("H2"), "Formats");
    expect(sheet.styles(at("H2"))[0]?.[0]?.bold).toBe(false);
  });

  it("[HO64] merges with the first value only, across, and takes apart", async () => {
    sheet.merge(at("A1:B2"), false);
    expect(sheet.merges()).toEqual([at("A1:B2")]);
    expect(values(sheet, "A1:B2")).toEqual([
      ["k", null],
      [null, null],
    ]);
    await book.undo();
    expect(sheet.merges()).toEqual([]);
    sheet.merge(at("A3:B4"), true);
    expect(sheet.merges()).toEqual([at("A3:B3"), at("A4:B4")]);
    sheet.unmerge(at("A3"));
    expect(sheet.merges()).toEqual([at("A4:B4")]);
  });

  it("[HO65] measures columns and rows in points, hides and shows them", async () => {
    expect([sheet.columnWidth(0), sheet.rowHeight(0)]).toEqual([48, 15]);
    sheet.setColumnWidth(1, 2, 90);
    sheet.setRowHeight(3, 1, 34.5);
    expect([sheet.columnWidth(2), sheet.rowHeight(3)]).toEqual([90, 34.5]);
    sheet.setColumnHidden(1, 1, true);
    sheet.setRowHidden(0, 2, true);
    expect([sheet.columnHidden(1), sheet.rowHidden(1), sheet.rowHidden(2)]).toEqual([true, true, false]);
    await book.undo();
    expect(sheet.rowHidden(1)).toBe(false);
    put(sheet, "F1", [["一个很长的客户名称一个很长的客户名称"]]);
    sheet.autofitColumns(5, 1);
    expect(sheet.columnWidth(5)).toBeGreaterThan(150);
  });

  it("[HO66] freezes panes, counts rows and columns", async () => {
    expect(sheet.frozen).toEqual({ rows: 0, columns: 0 });
    sheet.frozen = { rows: 2, columns: 1 };
    expect(sheet.frozen).toEqual({ rows: 2, columns: 1 });
    await book.undo();
    expect(sheet.frozen).toEqual({ rows: 0, columns: 0 });
  });

  it("[HO67] adds, names, moves, copies, hides and deletes sheets", async () => {
    const second = book.addSheet();
    expect(second.name).toBe("Sheet2");
    expect(second.id).toMatch(/^\{[0-9A-F-]{36}\}$/);
    put(second, "A1", [["=Sheet1!A2"]]);
    sheet.name = "拜访 记录";
    expect(formula(second, "A1")).toBe("='拜访 记录'!A2");
    second.position = 0;
    expect(book.sheets().map(({ name }) => name)).toEqual(["Sheet2", "拜访 记录"]);
    sheet.tabColor = "#FF0000";
    sheet.showGridlines = false;
    const copy = book.copySheet(sheet, 2);
    expect(copy.name).toBe("拜访 记录 (2)");
    expect(values(copy, "A1:B2")).toEqual(values(sheet, "A1:B2"));
    expect([copy.tabColor, copy.showGridlines]).toEqual(["#FF0000", false]);
    copy.visibility = "VeryHidden";
    expect(copy.visibility).toBe("VeryHidden");
    book.deleteSheet(sheet);
    await book.settled();
    expect(value(second, "A1")).toEqual({ error: "#REF!" });
    expect(book.activeSheet.name).toBe("Sheet2");
  });

  it("[HO67] refuses to hide or delete the last visible sheet", () => {
    expect(() => (sheet.visibility = "Hidden")).toThrow("at least one visible");
    expect(() => book.deleteSheet(sheet)).toThrow("at least one visible");
  });

  it("[HO68] brings a deleted sheet back with its id", async () => {
    const other = book.addSheet("Weg");
    put(other, "A1", [["x"]]);
    other.addTable(at("A1:A2"), true, "W");
    book.deleteSheet(other);
    expect(book.sheetByName("weg")).toBeNull();
    expect(book.table("W")).toBeNull();
    await book.undo();
    expect(book.sheetByName("weg")?.id).toBe(other.id);
    expect(value(other, "A1")).toBe("x");
    expect(book.table("W")?.rect).toEqual(at("A1:A2"));
  });
});
