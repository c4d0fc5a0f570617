import { repairWorkbook } from "../../../src/workbook/operations/repair-workbook";
import { pokeInMemory } from "../../support/in-memory-poke";
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

const optionsOf = async (bench: Bench) =>
  (await findings(bench)).map(({ options }) => options.map(({ id }) => id));

describe("repairing cells that stand as text", () => {
  it("[WB6] [WB3] turns dates and numbers back, cell by cell, and names what cannot be read", async () => {
    const bench = await repairBench();
    put(bench, "Purchases", 0, "Date", "17.3.2026");
    put(bench, "Purchases", 1, "Date", "someday");
    put(bench, "Purchases", 2, "Amount", "1,234.50");
    const [dates, amounts] = await findings(bench);
    expect(dates).toMatchObject({
      what: { code: "repair.texts.dates", values: { column: "Date", count: 2 } },
      samples: [{ from: "17.3.2026", to: "2026-03-17" }],
      notes: [{ code: "repair.unread", values: { row: 3, value: "someday" } }],
    });
    expect(amounts?.samples).toEqual([{ from: "1,234.50", to: "1234.5" }]);
    expect(valueOf(await repairAll(bench))).toEqual({ repaired: 2, left: [] });
    expect(columnOf(bench, "Purchases", "Date")).toEqual([46_098, "someday", 46_200]);
    expect(columnOf(bench, "Purchases", "Amount")).toEqual([100, 250.5, 1234.5]);
    // What cannot be read is no repair: the person corrects it.
    expect(await findings(bench)).toEqual([]);
  });

  it("[WB6] asks which of day and month comes first where the texts leave it open", async () => {
    const bench = await repairBench();
    put(bench, "Purchases", 0, "Date", "03/04/2026");
    expect(await optionsOf(bench)).toEqual([["leave", "convert:dmy", "convert:mdy"]]);
    valueOf(await repairAll(bench, { "text purchases date": "convert:mdy" }));
    expect(columnOf(bench, "Purchases", "Date")[0]).toBe(46_085);
    const other = await repairBench();
    put(other, "Purchases", 0, "Date", "03/04/2026");
    put(other, "Purchases", 1, "Date", "25/04/2026");
    expect(await optionsOf(other)).toEqual([["convert", "leave"]]);
    valueOf(await repairAll(other));
    expect(columnOf(other, "Purchases", "Date").slice(0, 2)).toEqual([46_115, 46_137]);
  });

  it("[WB6] asks for the decimal mark where the texts leave it open", async () => {
    const bench = await repairBench();
    put(bench, "Purchases", 0, "Amount", "1.234");
    expect(await optionsOf(bench)).toEqual([["leave", "convert:point", "convert:comma"]]);
    valueOf(await repairAll(bench, { "text purchases amount": "convert:comma" }));
    expect(columnOf(bench, "Purchases", "Amount")[0]).toBe(1234);
  });

  it("[WB6] [WB7] writes dates as the 1904 system counts them", async () => {
    const bench = await repairBench();
    bench.workbook.date1904 = true;
    put(bench, "Purchases", 0, "Date", "2026-03-17");
    valueOf(await repairAll(bench));
    expect(columnOf(bench, "Purchases", "Date")[0]).toBe(46_098 - 1462);
  });

  it("[WB6] keeps a formula, whatever it shows", async () => {
    const bench = await repairBench();
    const { workbook } = bench;
    put(bench, "Purchases", 0, "Amount", "12,5");
    const { sheet, row, column, headers } = table(bench, "Purchases");
    const formulas = workbook.formulaCells.bind(workbook);
    const at = column + headers.indexOf("Amount");
    workbook.formulaCells = async (pattern) => [
      ...(await formulas(pattern)),
      `'${sheet.name}'!${String.fromCharCode(65 + at)}${row + 2}`,
    ];
    expect(await findings(bench)).toEqual([]);
  });

  it("[WB6] [WB14] a sort between reading and writing moves no value to another row", async () => {
    const bench = await repairBench();
    put(bench, "Purchases", 0, "Amount", "12,5");
    put(bench, "Purchases", 2, "Amount", "70,25");
    const poke = pokeInMemory(bench.workbook);
    const write = bench.workbook.write.bind(bench.workbook);
    let sorted = false;
    bench.workbook.write = async (writes, verify) => {
      if (!sorted) {
        sorted = true;
        await poke.sort("Purchases", "Product");
        const found = table(bench, "Purchases");
        const rows = found.cells().reverse();
        rows.forEach((cells, row) =>
          cells.forEach((cell, column) => found.sheet.put(found.row + 1 + row, found.column + column, cell)),
        );
      }
      return write(writes, verify);
    };
    valueOf(await repairAll(bench));
    const { records } = await cardOf(bench);
    const amounts = Object.fromEntries(records.purchases.map(({ id, amount }) => [id, amount]));
    expect(amounts).toEqual({ P1: 12.5, P2: 250.5, P3: 70.25 });
  });

  it("[WB6] [WB14] takes a filter off while writing and puts it back", async () => {
    const bench = await repairBench();
    put(bench, "Purchases", 2, "Amount", "70,25");
    const poke = pokeInMemory(bench.workbook);
    await poke.filter("Purchases", "Account ID", ["A1"]);
    expect((await findings(bench))[0]?.notes).toMatchObject([{ code: "repair.filtered" }]);
    valueOf(await repairAll(bench));
    expect(columnOf(bench, "Purchases", "Amount")).toEqual([100, 250.5, 70.25]);
    expect(await poke.visibleRows("Purchases")).toEqual([0, 1]);
  });
});

describe("rows whose account is not there", () => {
  it("[TP8] names them with the tables they stand in and proposes the account that differs in writing only", async () => {
    const bench = await repairBench();
    put(bench, "Purchases", 2, "Account ID", "b-2");
    const [finding] = await findings(bench);
    expect(finding).toMatchObject({
      what: { code: "repair.orphan", values: { id: "b-2", count: 1, where: "Purchases (1)" } },
    });
    expect(finding?.options[0]?.id).toBe("account:B2");
    valueOf(await repairAll(bench));
    expect(columnOf(bench, "Purchases", "Account ID")).toEqual(["A1", "A1", "B2"]);
    expect(await findings(bench)).toEqual([]);
  });

  it("[TP8] after an id was changed by hand the rows of the old one follow", async () => {
    const bench = await repairBench();
    put(bench, "Accounts", 0, "Account ID", "ALPHA-1");
    const [finding, ...others] = await findings(bench);
    expect(others).toEqual([]);
    expect(finding?.what.values).toMatchObject({ id: "A1", count: 3, where: "Contacts (1), Purchases (2)" });
    expect(finding?.options[0]?.id).toBe("leave");
    expect(finding?.options.map(({ id }) => id)).toContain("account:ALPHA-1");
    valueOf(await repairAll(bench, { "orphan A1": "account:ALPHA-1" }));
    expect(columnOf(bench, "Purchases", "Account ID")).toEqual(["ALPHA-1", "ALPHA-1", "B2"]);
    expect(columnOf(bench, "Contacts", "Account ID")).toEqual(["ALPHA-1"]);
    expect(await repairWorkbook(bench.desk, { "orphan A1": "account:ALPHA-1" })).toEqual({
      ok: true,
      value: { repaired: 0, left: [] },
    });
  });

  it("[TP8] adds the account where the rows are right", async () => {
    const bench = await repairBench();
    put(bench, "Purchases", 2, "Account ID", "NEW");
    put(bench, "Purchases", 1, "Account ID", "NEU");
    valueOf(await repairAll(bench, { "orphan NEW": "add", "orphan NEU": "add" }));
    const { records } = await cardOf(bench);
    expect(records.accounts.map(({ id }) => id)).toEqual(["A1", "B2", "C3", "NEU", "NEW"]);
  });

  it("[TP8] lists thirty and counts the rest", async () => {
    const bench = await repairBench();
    const facts = table(bench, "Purchases").facts();
    const rows = Array.from({ length: 45 }, (_, index) => [`X${index}`, `NO-${index}`]);
    const headers = ["Purchase ID", "Account ID"];
    await bench.workbook.write([{ kind: "append-rows", table: "Purchases", at: facts, headers, rows }], []);
    expect(await findings(bench)).toHaveLength(30);
  });

  it("[WB6] trips do not grow with rows", async () => {
    const trips = async (rows: number): Promise<number> => {
      const bench = await repairBench();
      const facts = table(bench, "Purchases").facts();
      const many = Array.from({ length: rows }, (_, index) => [`X${index}`, "A-1", "12,5", "2026-01-05"]);
      const headers = ["Purchase ID", "Account ID", "Amount", "Date"];
      await bench.workbook.write(
        [{ kind: "append-rows", table: "Purchases", at: facts, headers, rows: many }],
        [],
      );
      bench.workbook.trips.length = 0;
      valueOf(await repairAll(bench));
      expect(columnOf(bench, "Purchases", "Amount").at(-1)).toBe(12.5);
      return bench.workbook.trips.length;
    };
    expect(await trips(4_000)).toBe(await trips(4));
  });
});
