import { xmlText } from "../../src/workbook/values-copy/xml-text";
import { LiveCard } from "../../src/workbook/live-card";
import { bytesOf } from "../../workbench/ui/files/base64";
import { readXlsx } from "../../workbench/xlsx/read-xlsx";
import { stillDesk } from "../support/still-desk";
import {
  differencesOf,
  fillTable,
  keep,
  officeBench,
  today,
  valueOf,
  type OfficeBench,
} from "./office-bench";

describe("a copy with values, over the real office.js", () => {
  let bench: OfficeBench;
  let card: LiveCard;
  let opened: string[];

  beforeAll(async () => {
    bench = await officeBench(false);
    card = new LiveCard(stillDesk(bench.office.gateway));
    await fillTable(bench, "Accounts", [
      {
        "Account ID": "007",
        "Account name": "=Firm & <Sons>",
        Owner: "Ann",
        Tier: "Important",
        "Credit limit": 98_765,
      },
    ]);
    await fillTable(bench, "Contacts", [
      {
        "Contact ID": "C1",
        "Account ID": "007",
        "Contact name": "Jo & Co",
        Phone: "0170 555",
        Birthday: 30_000,
      },
    ]);
    await fillTable(bench, "Purchases", [
      { "Purchase ID": "P1", "Account ID": "007", Date: today - 30, Amount: 1_234.5, Cost: 4_321 },
    ]);
    const accounts = bench.office.book.table("Accounts");
    if (!accounts) throw new Error("no accounts");
    await bench.office.book.batch("user", () => {
      accounts.addColumn(accounts.columns.length, "Own notes", null);
      const { body } = accounts;
      const cell = { row: body.row, column: body.column + body.columns - 1, rows: 1, columns: 1 };
      accounts.sheet.enter(cell, [["a secret of mine"]]);
    });
    await card.wake();
    valueOf(await card.generateReview());
    opened = [];
    bench.office.host.openWorkbook = (base64) => opened.push(base64);
  }, 120_000);
  afterAll(() => bench.office.close());

  it("[TP8] says before what goes along and what stays behind, and opens nothing yet", async () => {
    const sheets = valueOf(await card.copies.preview());
    const by = new Map(sheets.map((one) => [one.sheet, one]));
    expect([...by.keys()].slice(0, 4)).toEqual([
      expect.stringMatching(/^Review –/),
      expect.stringMatching(/^Review –/),
      expect.stringMatching(/^Review –/),
      "Accounts",
    ]);
    expect(by.get("Accounts")?.leftOut).toEqual(expect.arrayContaining(["Credit limit", "Own notes"]));
    expect(by.get("Contacts")).toMatchObject({
      rows: 1,
      leftOut: expect.arrayContaining(["Phone", "Birthday"]),
    });
    expect(by.get("Purchases")?.leftOut).toContain("Cost");
    expect(by.has("Audit")).toBe(false);
    expect(opened).toEqual([]);
  });

  it("[TP8] [WB8] opens values only, text as text, without confidential columns, and leaves this workbook as it is", async () => {
    const before = await keep(bench);
    const sheets = valueOf(await card.copies.open());
    expect(differencesOf(before, await keep(bench))).toEqual([]);
    expect(opened).toHaveLength(1);
    const copy = await readXlsx(bytesOf(opened[0] ?? ""));
    expect(copy.sheets.map(({ name }) => name)).toEqual(sheets.map(({ sheet }) => sheet));
    const cells = copy.sheets.flatMap((sheet) => Object.values(sheet.cells));
    expect(cells.filter(({ formula }) => formula !== undefined)).toEqual([]);
    const values = cells.map(({ value }) => value);
    for (const told of ["007", "=Firm & <Sons>", "Jo & Co", 1_234.5, today - 30])
      expect(values).toContain(told);
    for (const secret of [98_765, "0170 555", 30_000, 4_321, "a secret of mine", "Own notes", "Phone"])
      expect(values).not.toContain(secret);
    const original = before.sheets.find(
      ({ name }) => name.startsWith("Review –") && name.includes("mportant"),
    );
    const review = copy.sheets.find(({ name }) => name === original?.name);
    const texts = Object.values(review?.cells ?? {}).map(({ value }) => value);
    expect(texts).toContain("=Firm & <Sons>");
  });

  it("[TP8] [TP4] an Excel that is busy says so, and nothing is opened", async () => {
    opened.length = 0;
    bench.office.host.faults.cellEdit = true;
    expect(await card.copies.open()).toMatchObject({ ok: false, issue: { code: "cellEditAction" } });
    bench.office.host.faults.cellEdit = false;
    expect(opened).toEqual([]);
  });

  it("[TP8] writes what XML cannot hold as Excel does", () => {
    expect(xmlText('a\u0007 <b> & "c" _x0007_ \ud800')).toBe(
      "a_x0007_ &lt;b&gt; &amp; &quot;c&quot; _x005F_x0007_ \ufffd",
    );
  });
});
