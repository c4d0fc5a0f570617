import { repairWorkbook } from "../../../src/workbook/operations/repair-workbook";
import {
  cardOf,
  columnOf,
  dropColumn,
  findings,
  put,
  repairAll,
  repairBench,
  retitle,
  table,
  valueOf,
} from "./repair-bench";

describe("repairing columns", () => {
  it("[WB6] finds nothing in a whole workbook and writes nothing", async () => {
    const bench = await repairBench();
    const before = bench.workbook.dump();
    expect(await findings(bench)).toEqual([]);
    expect(valueOf(await repairAll(bench))).toEqual({ repaired: 0, left: [] });
    expect(bench.workbook.dump()).toEqual(before);
  });

  it("[WB6] recognises a column under another header, by its place, and writes its header back", async () => {
    const bench = await repairBench();
    retitle(bench, "Accounts", "Account name", "Firma");
    const [finding, ...others] = await findings(bench);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      id: "column accounts name",
      what: { code: "repair.columnRenamed", values: { header: "Firma", column: "Account name" } },
      samples: [{ from: "Alpha" }, { from: "Beta" }, { from: "Gamma" }],
    });
    expect(finding?.options.map(({ id }) => id)).toEqual(["rename:Firma", "map:Firma", "add", "leave"]);
    expect(valueOf(await repairAll(bench))).toEqual({ repaired: 1, left: [] });
    expect(columnOf(bench, "Accounts", "Account name")).toEqual(["Alpha", "Beta", "Gamma"]);
    expect(await findings(bench)).toEqual([]);
  });

  it("[WB6] uses a column under the person's own header, which stays", async () => {
    const bench = await repairBench();
    retitle(bench, "Purchases", "Amount", "Umsatz");
    put(bench, "Purchases", 0, "Umsatz", 120);
    expect((await cardOf(bench)).records.purchases[0]?.amount).toBeNull();
    valueOf(await repairAll(bench, { "column purchases amount": "map:Umsatz" }));
    expect(table(bench, "Purchases").headers).toContain("Umsatz");
    const { records, book } = await cardOf(bench);
    expect(records.purchases.map(({ amount }) => amount)).toEqual([120, 250.5, 90]);
    expect(book.tables.get("purchases")?.missing).toEqual([]);
    expect(await findings(bench)).toEqual([]);
  });

  it("[WB6] tells renamed columns apart by what they hold", async () => {
    const bench = await repairBench();
    retitle(bench, "Purchases", "Account ID", "Kunde");
    retitle(bench, "Purchases", "Date", "Tag");
    const found = await findings(bench);
    expect(found.map(({ id, options }) => [id, options[0]?.id])).toEqual([
      ["column purchases account", "rename:Kunde"],
      ["column purchases date", "rename:Tag"],
    ]);
  });

  it("[WB6] adds a deleted column again, blank and at its place; the person's own columns stay", async () => {
    const bench = await repairBench();
    dropColumn(bench, "Purchases", "Category");
    const own = table(bench, "Purchases");
    own.width += 1;
    own.sheet.put(own.row, own.column + own.width - 1, "My note");
    own.sheet.put(own.row + 1, own.column + own.width - 1, "keep");
    const [finding] = await findings(bench);
    expect(finding?.options[0]).toMatchObject({ id: "add", label: { code: "repair.addColumn" } });
    valueOf(await repairAll(bench));
    const { headers } = table(bench, "Purchases");
    expect(headers.indexOf("Category")).toBe(headers.indexOf("Product") + 1);
    expect(columnOf(bench, "Purchases", "My note")).toEqual(["keep", "", ""]);
    expect(columnOf(bench, "Purchases", "Amount")).toEqual([100, 250.5, 90]);
    expect(await findings(bench)).toEqual([]);
  });

  it("[WB6] says of computed columns that they are calculated", async () => {
    const bench = await repairBench();
    dropColumn(bench, "Accounts", "Score");
    const [finding] = await findings(bench);
    expect(finding?.options[0]?.label).toEqual({ code: "repair.addComputed", values: { column: "Score" } });
  });

  it("[WB6] adds several columns of one table, each at its place", async () => {
    const bench = await repairBench();
    const { headers } = table(bench, "Contacts");
    for (const header of ["Title", "Department", "Power", "Left on"]) dropColumn(bench, "Contacts", header);
    valueOf(await repairAll(bench));
    expect(table(bench, "Contacts").headers).toEqual(headers);
  });

  it("[WB6] never takes one header for two columns", async () => {
    const bench = await repairBench();
    for (const header of ["Product", "Category"]) dropColumn(bench, "Purchases", header);
    const own = table(bench, "Purchases");
    own.width += 1;
    own.sheet.put(own.row, own.column + own.width - 1, "Product category");
    const before = bench.workbook.dump();
    const both = {
      "column purchases product": "rename:Product category",
      "column purchases category": "rename:Product category",
    };
    expect((await findings(bench)).map(({ id }) => id)).toEqual(Object.keys(both));
    expect(await repairWorkbook(bench.desk, both)).toMatchObject({ issue: { code: "repairSameHeader" } });
    expect(bench.workbook.dump()).toEqual(before);
  });

  it("[WB6] [WB2] speaks the workbook's language", async () => {
    const bench = await repairBench("zh-CN");
    retitle(bench, "Accounts", "客户名称", "公司");
    dropColumn(bench, "Accounts", "行业");
    valueOf(await repairAll(bench));
    expect(table(bench, "Accounts").headers).toEqual(expect.arrayContaining(["客户名称", "行业"]));
  });

  it("[WB6] [S132] every repair has its line in the trail", async () => {
    const bench = await repairBench();
    retitle(bench, "Accounts", "Account name", "Firma");
    valueOf(await repairAll(bench));
    const audit = table(bench, "Audit");
    const line = Object.fromEntries(audit.headers.map((header, at) => [header, audit.cells()[0]?.[at]]));
    expect(line).toMatchObject({
      Table: "Accounts",
      Column: "Account name",
      Before: "Firma",
      After: "Account name",
      Source: "Repair",
      By: "Ann",
    });
  });

  it("[WB6] [TP3] cancelled before the writing leaves the workbook as it was", async () => {
    const bench = await repairBench();
    retitle(bench, "Accounts", "Account name", "Firma");
    const before = bench.workbook.dump();
    const desk = { ...bench.desk, signal: AbortSignal.abort() };
    expect(await repairWorkbook(desk, { "column accounts name": "rename:Firma" })).toMatchObject({
      issue: { code: "cancelled" },
    });
    expect(bench.workbook.dump()).toEqual(before);
  });

  it("[WB6] choices that no longer fit stop everything before anything is written", async () => {
    const bench = await repairBench();
    retitle(bench, "Accounts", "Account name", "Firma");
    const shown = { "column accounts name": "rename:Firma" };
    retitle(bench, "Accounts", "Firma", "Company");
    const before = bench.workbook.dump();
    expect(await repairWorkbook(bench.desk, shown)).toMatchObject({ issue: { code: "repairChanged" } });
    expect(bench.workbook.dump()).toEqual(before);
  });

  it("[TP4] a protected sheet and a read-only file are named and nothing is written", async () => {
    const bench = await repairBench();
    retitle(bench, "Accounts", "Account name", "Firma");
    table(bench, "Accounts").sheet.protected = true;
    expect(await repairAll(bench)).toMatchObject({
      issue: { code: "protectedAction", values: { sheet: "Accounts" } },
    });
    table(bench, "Accounts").sheet.protected = false;
    bench.workbook.faults.refuse = "read-only";
    expect(await repairAll(bench)).toMatchObject({ issue: { code: "readOnlyAction" } });
    expect(table(bench, "Accounts").headers).toContain("Firma");
  });
});
