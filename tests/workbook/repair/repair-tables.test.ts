import { languages } from "../../../src/core/units";
import { LiveCard } from "../../../src/workbook/live-card";
import { setUpWorkbook } from "../../../src/workbook/operations/set-up-workbook";
import { InMemorySheet, InMemoryTable } from "../../support/in-memory-sheet";
import { stillDesk } from "../../support/still-desk";
import {
  cardOf,
  columnOf,
  findings,
  put,
  repairAll,
  repairBench,
  table,
  valueOf,
  type Bench,
} from "./repair-bench";

/** Copies a sheet with its table, as Excel does: the copy's table gets a number. */
function copySheet({ workbook }: Bench, name: string, to: string, tableName: string): void {
  const from = workbook.book.tables.find((one) => one.name === name);
  if (!from) throw new Error(`no ${name}`);
  const copy = new InMemorySheet(`copy-${to}`, to);
  [from.headers, ...from.cells()].forEach((cells, row) =>
    cells.forEach((cell, column) => copy.put(from.row + row, from.column + column, cell)),
  );
  workbook.book.sheets.push(copy);
  workbook.book.tables.push(
    new InMemoryTable(tableName, copy, from.row, from.column, from.width, from.bodyRows),
  );
}

const rowsOf = (bench: Bench, name: string): number => table(bench, name).rowCount;

describe("repairing tables", () => {
  it.each(languages)(
    "[WB6] makes a converted table a table again, every row with it, in %s",
    async (language) => {
      const bench = await repairBench(language);
      const { headers, rowCount } = table(bench, "Purchases");
      await bench.workbook.write([{ kind: "unmake-table", table: "Purchases" }], []);
      const [finding] = await findings(bench);
      expect(finding).toMatchObject({ what: { code: "repair.tableLost", values: { rows: 3 } } });
      expect(finding?.options.map(({ id }) => id)).toEqual(["make", "add", "leave"]);
      expect(valueOf(await repairAll(bench))).toEqual({ repaired: 1, left: [] });
      expect(table(bench, "Purchases").headers).toEqual(headers);
      expect(rowsOf(bench, "Purchases")).toBe(rowCount);
      expect(await findings(bench)).toEqual([]);
    },
  );

  it("[WB6] a blank table that was converted comes back blank", async () => {
    const bench = await repairBench();
    await bench.workbook.write([{ kind: "unmake-table", table: "Interactions" }], []);
    valueOf(await repairAll(bench));
    expect(rowsOf(bench, "Interactions")).toBe(0);
  });

  it("[WB6] [WB10] finds a converted table that is made at first use, too", async () => {
    const bench = await repairBench();
    dropHeader(bench);
    valueOf(await repairAll(bench));
    expect(rowsOf(bench, "Audit")).toBe(1);
    await bench.workbook.write([{ kind: "unmake-table", table: "Audit" }], []);
    expect(await findings(bench)).toMatchObject([{ id: "table audit" }]);
    valueOf(await repairAll(bench));
    // The repair of the trail is in the trail.
    expect(rowsOf(bench, "Audit")).toBe(2);
  });

  /** Something to repair, so that there is a trail. */
  function dropHeader(bench: Bench): void {
    const { sheet, row, column, headers } = table(bench, "Accounts");
    sheet.put(row, column + headers.indexOf("Owner"), "Betreuer");
  }

  it.each([
    ["Settings", "defaults"],
    ["Criteria", "defaults"],
    ["Purchases", "empty"],
    ["Accounts", "empty"],
  ] as const)("[WB6] makes a deleted %s again, with %s", async (name, kind) => {
    const bench = await repairBench();
    const { sheet } = table(bench, name);
    const rows = rowsOf(bench, name);
    await bench.workbook.write([{ kind: "delete-sheet", sheet: sheet.name }], []);
    const [finding] = await findings(bench);
    expect(finding?.options[0]).toMatchObject({ id: "add", label: { code: `repair.addTable.${kind}` } });
    valueOf(await repairAll(bench, { "orphan A1": "leave", "orphan B2": "leave" }));
    expect(rowsOf(bench, name)).toBe(kind === "empty" ? 0 : rows);
    expect((await cardOf(bench)).issues).toEqual([]);
  });

  it("[WB6] a table that was renamed or moved to another sheet just works", async () => {
    const bench = await repairBench();
    const found = table(bench, "Purchases");
    found.name = "Umsätze_2026";
    const sheet = new InMemorySheet("moved", "Elsewhere");
    [found.headers, ...found.cells()].forEach((cells, row) =>
      cells.forEach((cell, column) => sheet.put(row + 4, column + 2, cell)),
    );
    const { book } = bench.workbook;
    book.sheets.push(sheet);
    book.tables.splice(
      book.tables.indexOf(found),
      1,
      new InMemoryTable(found.name, sheet, 4, 2, found.width, found.bodyRows),
    );
    expect(await findings(bench)).toEqual([]);
    expect((await cardOf(bench)).records.purchases).toHaveLength(3);
  });

  it("[WB6] names a copied table; the one chosen counts, the other keeps its rows", async () => {
    const bench = await repairBench();
    copySheet(bench, "Purchases", "Purchases (2)", "Purchases14");
    put(bench, "Purchases14", 0, "Amount", 7);
    const card = new LiveCard(bench.desk);
    await card.wake();
    expect(card.state).toMatchObject({
      kind: "damaged",
      issues: [{ code: "tableTwice", values: { sheet: "Purchases", other: "Purchases (2)" } }],
    });
    expect((await findings(bench)).map(({ options }) => options.map(({ id }) => id))).toEqual([
      ["keep:Purchases", "keep:Purchases14", "leave"],
    ]);
    valueOf(await repairAll(bench, { "twin purchases": "keep:Purchases14" }));
    expect((await cardOf(bench)).records.purchases[0]?.amount).toBe(7);
    expect(columnOf(bench, "Purchases_copy", "Amount")).toEqual([100, 250.5, 90]);
    expect(await findings(bench)).toEqual([]);
    await card.wake();
    card.refresh();
  });

  it("[WB6] refuses two cards with a sentence, and computes and writes nothing", async () => {
    const bench = await repairBench();
    copySheet(bench, "Accounts", "Accounts (2)", "Accounts11");
    copySheet(bench, "Settings", "Settings (2)", "Settings12");
    const before = bench.workbook.dump();
    const card = new LiveCard(bench.desk);
    await card.wake();
    expect(card.state).toMatchObject({
      kind: "damaged",
      model: null,
      issues: [
        {
          code: "severalCards",
          values: { accounts: "Accounts", otherAccounts: "Accounts (2)", otherSettings: "Settings (2)" },
        },
      ],
    });
    const refused = { ok: false, issue: { code: "severalCards" } };
    expect(await card.refresh()).toMatchObject(refused);
    expect(await card.log(card.newLogDraft("A1"))).toMatchObject(refused);
    expect(await card.generateReview()).toMatchObject(refused);
    expect(await card.changeSettings({ currency: "EUR" })).toMatchObject(refused);
    expect(await card.removeSample()).toMatchObject(refused);
    expect(bench.workbook.dump()).toEqual(before);
    expect(await setUpWorkbook(stillDesk(bench.workbook), { language: "en", sample: false })).toMatchObject({
      issue: { code: "cardIsThere" },
    });
  });

  it("[WB6] a table of somebody's own that is called Settings makes no card and blocks none", async () => {
    const bench = await repairBench();
    const { book } = bench.workbook;
    book.tables.splice(0);
    book.sheets.splice(0, book.sheets.length, new InMemorySheet("own", "Options"));
    ["Setting", "Value"].forEach((header, column) => book.sheets[0]?.put(0, column, header));
    book.tables.push(new InMemoryTable("Settings", book.sheets[0] ?? new InMemorySheet("", ""), 0, 0, 2, 1));
    const card = new LiveCard(bench.desk);
    await card.wake();
    expect(card.state.kind).toBe("none");
    valueOf(await card.setUp({ language: "en", sample: false }));
    expect(card.state.kind).toBe("ready");
    expect(book.tables.map(({ name }) => name)).toContain("Settings_2");
  });

  it("[WB6] a list of actions of somebody's own is not taken for the card's", async () => {
    const bench = await repairBench();
    const sheet = new InMemorySheet("own", "To do");
    const headers = [
      "Action",
      "Owner",
      "Due",
      "Status",
      "Department",
      "Percent",
      "Weight",
      "Source",
      "Promise",
    ];
    headers.forEach((header, column) => sheet.put(0, column, header));
    bench.workbook.book.sheets.push(sheet);
    bench.workbook.book.tables.push(new InMemoryTable("Actions", sheet, 0, 0, headers.length, 1));
    expect((await cardOf(bench)).book.tables.has("actions")).toBe(false);
  });

  it("[WB6] a failure at any action of a repair loses nothing, and the next one finishes", async () => {
    for (let failAt = 0; ; failAt += 1) {
      const bench = await repairBench();
      await bench.workbook.write([{ kind: "unmake-table", table: "Purchases" }], []);
      dropHeader(bench);
      put(bench, "Contacts", 0, "Birthday", "03.04.1980");
      const choices = Object.fromEntries(
        (await findings(bench)).map(({ id, options }) => [id, options[0]?.id ?? "leave"]),
      );
      let writes = 0;
      let actions = 0;
      const write = bench.workbook.write.bind(bench.workbook);
      bench.workbook.write = (all, verify) => {
        writes += 1;
        const before = actions;
        actions += all.length + verify.length;
        if (before <= failAt && failAt < actions) bench.workbook.faults.failAt = failAt - before;
        return write(all, verify);
      };
      const { repairWorkbook } = await import("../../../src/workbook/operations/repair-workbook");
      const outcome = await repairWorkbook(bench.desk, choices);
      bench.workbook.write = write;
      if (failAt >= actions) {
        expect(outcome).toMatchObject({ ok: true });
        expect(writes).toBe(3);
        break;
      }
      expect(outcome).toMatchObject({ ok: false });
      await repairAll(bench);
      expect(await findings(bench)).toEqual([]);
      expect(columnOf(bench, "Purchases", "Amount")).toEqual([100, 250.5, 90]);
      expect(columnOf(bench, "Accounts", "Owner")).toHaveLength(3);
    }
  });
});
