import type { Book } from "../../../workbench/book/book";
import { createHeadlessBook } from "../../../workbench/book/boot-headless";
import type { BookSnapshot } from "../../../workbench/book/book-snapshot";
import { restoreBook } from "../../../workbench/book/restore-book";
import { bookSnapshot } from "../../../workbench/book/snapshot";
import { at, put, record, value } from "./spot";

const open: Book[] = [];

async function opened(...sheets: string[]): Promise<Book> {
  const book = await createHeadlessBook({ sheets });
  open.push(book);
  return book;
}

async function fullBook(): Promise<Book> {
  const book = await opened("Plan", "列表 1");
  const [plan, list] = book.sheets();
  if (!plan || !list) throw new Error("two sheets expected");
  await book.batch("addin", () => {
    put(plan, "A1", [["Qty", "客户 名称", "a]b", "Double"]]);
    put(plan, "A2", [
      [1, "'007", true, null],
      [2, "#hash", "#N/A", null],
    ]);
    const table = plan.addTable(at("A1:D3"), true, "T");
    put(plan, "D2", [["=[@Qty]*2"], ["=[@Qty]*2"]]);
    table.showTotals = true;
    table.filter(0, { filterOn: "Values", values: ["1"] });
    book.addName("Rate", "=0.5", null);
    book.addName("Local", "='列表 1'!$A$1", list).visible = false;
    put(plan, "G1", [["=Rate*SUM(T[Double])", "=SEQUENCE(2,2)"]]);
    plan.style(at("G1"), { bold: true, fill: "#FF0000", numberFormat: "0.00", locked: false, indent: 2 });
    plan.style({ row: 0, column: 9, rows: 1_048_576, columns: 1 }, { numberFormat: "0%" });
    plan.setColumnWidth(1, 1, 90);
    plan.setRowHeight(0, 1, 30);
    plan.setColumnHidden(8, 1, true);
    plan.setRowHidden(20, 1, true);
    plan.merge(at("A12:C12"), false);
    plan.frozen = { rows: 1, columns: 1 };
    plan.tabColor = "#123456";
    plan.showGridlines = false;
    plan.page.orientation = "Landscape";
    plan.protection = { options: { allowSort: true }, password: null };
    plan.customProperties.set("kind", "plan");
    const bar = plan.addConditionalFormat("DataBar", [at("A2:A3")]);
    bar.definition = { dataBar: { positiveFormat: { fillColor: "#638EC6" } } };
    plan.updateConditionalFormat(bar);
    plan.setValidation(at("C2:C3"), {
      rule: { list: { inCellDropDown: true, source: "a,b" } },
      ignoreBlanks: true,
      prompt: null,
      errorAlert: null,
    });
    list.visibility = "VeryHidden";
    book.settings.set("k", { deep: [1] });
    book.properties["author"] = "X";
  });
  await book.settled();
  return book;
}

describe("snapshots", () => {
  afterEach(() => open.splice(0).forEach((book) => book.dispose()));

  it("[HO160] restores a whole book into another, equal cell by cell, unheard and not to be undone", async () => {
    const book = await fullBook();
    const snapshot = bookSnapshot(book);
    const other = await opened("列表 1", "X");
    put(other.activeSheet, "A1", [["gone"]]);
    const { events } = record(other);
    restoreBook(other, snapshot);
    await other.settled();
    expect(bookSnapshot(other)).toEqual(snapshot);
    expect(events).toEqual([]);
    await other.undo();
    expect(bookSnapshot(other)).toEqual(snapshot);
  });

  it("[HO160] goes back leaving sheets alone that did not change, names and tables included", async () => {
    const book = await opened("Plan", "List");
    const [plan, list] = book.sheets();
    if (!plan || !list) throw new Error("no sheets");
    put(plan, "A1", [
      ["Item", "Qty"],
      ["a", 1],
    ]);
    plan.addTable(at("A1:B2"), true, "T");
    put(list, "A1", [["kept"]]);
    book.addName("Local", "=List!$A$1", list);
    book.addName("Mine", "=Plan!$A$1", plan);
    await book.settled();
    const snapshot = bookSnapshot(book);
    put(plan, "A3", [["b", 2]]);
    plan.name = "Other";
    book.addSheet("New", 0);
    book.names().forEach((name) => name.sheet?.name === "Other" && name.delete());
    await book.settled();
    expect(bookSnapshot(book)).not.toEqual(snapshot);
    restoreBook(book, snapshot, bookSnapshot(book));
    await book.settled();
    const withoutIds = (one: BookSnapshot) => one.sheets.map((sheet) => ({ ...sheet, id: "" }));
    expect(withoutIds(bookSnapshot(book))).toEqual(withoutIds(snapshot));
    expect(bookSnapshot(book).names).toEqual(expect.arrayContaining(snapshot.names));
    expect(book.sheets()[1]?.id).toBe(list.id);
    expect(book.sheets()[0]?.id).not.toBe(plan.id);
  });

  it("[HO161] is plain JSON", async () => {
    const book = await fullBook();
    const snapshot = bookSnapshot(book);
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
    expect(snapshot.sheets[0]?.cells["0,7"]).toEqual({
      value: 1,
      formula: "=SEQUENCE(2,2)",
      spill: { rows: 2, columns: 2 },
    });
    expect(snapshot.sheets[0]?.tables[0]?.columns[3]).toEqual({
      name: "Double",
      formula: "=[@Qty]*2",
      totalsFunction: "count",
    });
  });

  it("[HO162] is the same after everything was taken back and done again", async () => {
    const book = await fullBook();
    const snapshot = bookSnapshot(book);
    await book.undo();
    expect(book.sheets()[0]?.usedRect(false)).toBeNull();
    await book.redo();
    expect(bookSnapshot(book)).toEqual(snapshot);
  });

  it("[HO163] copies a sheet with its table under a new name, rules, validation, page and formulas", async () => {
    const book = await fullBook();
    const [plan] = book.sheets();
    if (!plan) throw new Error("a sheet expected");
    const copy = book.copySheet(plan, 1);
    await book.settled();
    expect(copy.tables().map(({ name, rect }) => [name, rect])).toEqual([["T2", at("A1:D4")]]);
    expect(copy.formulas(at("D2"))).toEqual([["=[@Qty]*2"]]);
    put(copy, "A2", [[50]]);
    await book.settled();
    expect([value(copy, "D2"), value(plan, "D2")]).toEqual([100, 2]);
    expect(copy.conditionalFormats().map(({ type, areas }) => [type, areas])).toEqual([
      ["DataBar", [at("A2:A3")]],
    ]);
    expect(copy.validation(at("C2:C3"))).toEqual(plan.validation(at("C2:C3")));
    expect(copy.page.orientation).toBe("Landscape");
    expect(copy.merges()).toEqual(plan.merges());
  });
});
