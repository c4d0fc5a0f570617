import { languages } from "../../src/core/units";
import { LiveCard } from "../../src/workbook/live-card";
import { InMemorySheet, InMemoryTable } from "../support/in-memory-sheet";
import { pokeInMemory } from "../support/in-memory-poke";
import {
  dropColumn,
  findings,
  repairBench,
  retitle,
  table,
  valueOf,
  type Bench,
} from "./repair/repair-bench";

async function wokenCard(bench: Bench): Promise<LiveCard> {
  const card = new LiveCard(bench.desk);
  await card.wake();
  valueOf(await card.refresh());
  return card;
}

const sheetsOf = ({ workbook }: Bench): string[] => workbook.book.sheets.map(({ name }) => name);

describe("removing the card", () => {
  it.each(languages)("[TP6] deletes the sheets the add-in made and no other, in %s", async (language) => {
    const bench = await repairBench(language);
    bench.workbook.type("Sheet1", 0, 0, "mine");
    const card = await wokenCard(bench);
    const preview = valueOf(await card.upkeep.previewRemoval(false));
    expect(preview.sheets).toHaveLength(8);
    expect(preview.sheets.every(({ kept }) => kept === null)).toBe(true);
    expect(preview.sheets.map(({ rows }) => rows).slice(0, 3)).toEqual([3, 1, 3]);
    const { removed, kept } = valueOf(await card.upkeep.removeCard(false));
    expect(removed).toHaveLength(8);
    expect(kept).toEqual([]);
    expect(bench.workbook.dump()).toEqual({ Sheet1: [["mine"]] });
    expect(card.state.kind).toBe("none");
  });

  it("[TP6] each return has its line in the trail, also where the tables stayed as cells", async () => {
    const bench = await repairBench("en");
    const card = await wokenCard(bench);
    for (const lines of [1, 2]) {
      valueOf(await card.upkeep.removeCard(true));
      valueOf(await card.upkeep.bringBackCard());
      const audit = bench.workbook.dump()["Audit"] ?? [];
      expect(audit.filter((row) => row.includes("Bring back"))).toHaveLength(lines);
    }
  });

  it.each(languages)("[TP6] brings back every row, column and setting, in %s", async (language) => {
    const bench = await repairBench(language);
    dropColumn(bench, "Contacts", language === "en" ? "Title" : "职位");
    const card = await wokenCard(bench);
    valueOf(await card.changeSettings({ currency: "=EUR", grossMargin: 0.3 }));
    const before = bench.workbook.dump();
    const tables = Object.fromEntries(bench.workbook.book.tables.map((one) => [one.name, one.headers]));
    valueOf(await card.upkeep.removeCard(false));
    expect(card.upkeep.removedSheets).toHaveLength(9);
    const { sheets } = valueOf(await card.upkeep.bringBackCard());
    expect(sheets).toHaveLength(9);
    const after = bench.workbook.dump();
    for (const [name, cells] of Object.entries(before)) {
      // The trail has one line more: that the card was brought back.
      const now = after[name] ?? [];
      expect(now.slice(0, cells.length)).toEqual(cells);
    }
    expect(Object.fromEntries(bench.workbook.book.tables.map((one) => [one.name, one.headers]))).toEqual(
      tables,
    );
    expect(card.state.kind).toBe("ready");
    expect(card.upkeep.removedSheets).toEqual([]);
    expect(await card.upkeep.bringBackCard()).toMatchObject({ issue: { code: "bringBackUnknown" } });
  });

  it("[TP6] keeps and names sheets with anything of the person's own; their cells stay", async () => {
    const bench = await repairBench();
    const { book } = bench.workbook;
    const purchases = table(bench, "Purchases");
    bench.workbook.type("Purchases", purchases.row + purchases.bodyRows + 4, 2, "ask Ann");
    const contacts = table(bench, "Contacts");
    contacts.width += 1;
    contacts.sheet.put(contacts.row, contacts.column + contacts.width - 1, "My note");
    const criteria = table(bench, "Criteria").sheet;
    criteria.objects = 1;
    const lists = table(bench, "Lists").sheet;
    lists.put(40, 30, "Budget");
    book.tables.push(new InMemoryTable("Budget", lists, 40, 30, 1, 1));
    const card = await wokenCard(bench);
    const before = bench.workbook.dump();
    const preview = valueOf(await card.upkeep.previewRemoval(false));
    expect(
      preview.sheets.flatMap(({ sheet, kept }) => (kept ? [[sheet, kept.code, kept.values]] : [])),
    ).toEqual([
      ["Contacts", "removal.ownColumns", { columns: "My note" }],
      ["Purchases", "removal.ownCells", {}],
      ["Criteria", "removal.objects", {}],
      ["Lists", "removal.ownTable", {}],
    ]);
    const { kept } = valueOf(await card.upkeep.removeCard(false));
    expect(kept).toEqual(["Contacts", "Purchases", "Criteria", "Lists"]);
    const after = bench.workbook.dump();
    for (const sheet of kept) expect(after[sheet]).toEqual(before[sheet]);
    expect(book.tables.map(({ name }) => name)).toEqual(["Budget"]);
    expect(card.state.kind).toBe("none");
    // All of it comes back, the kept tables too.
    valueOf(await card.upkeep.bringBackCard());
    expect(card.state.kind).toBe("ready");
    expect(await findings(bench)).toEqual([]);
  });

  it("[TP6] keeps what people wrote as plain cells when asked to, and goes on from there", async () => {
    const bench = await repairBench();
    const card = await wokenCard(bench);
    valueOf(await card.generateReview());
    const before = bench.workbook.dump();
    const preview = valueOf(await card.upkeep.previewRemoval(true));
    expect(preview.sheets.filter(({ kept }) => kept === null).map(({ sheet }) => sheet)).toEqual([
      "Settings",
      "Criteria",
      "Cadence",
      "Lists",
    ]);
    valueOf(await card.upkeep.removeCard(true));
    const after = bench.workbook.dump();
    expect(after.Accounts).toEqual(before.Accounts);
    expect(sheetsOf(bench).filter((name) => name.startsWith("Review – "))).toHaveLength(3);
    expect(bench.workbook.book.tables).toEqual([]);
    expect(card.state.kind).toBe("none");
    valueOf(await card.upkeep.bringBackCard());
    expect(card.state).toMatchObject({ kind: "ready", review: { kind: "open" } });
  });

  it("[TP6] says which review sheets go for good and which formulas name the card", async () => {
    const bench = await repairBench();
    const card = await wokenCard(bench);
    valueOf(await card.generateReview());
    bench.workbook.type("Sheet1", 0, 0, { formula: "=SUM(Purchases[Amount])" });
    bench.workbook.type("Sheet1", 1, 0, { formula: '=KAM.TIER("A1")' });
    bench.workbook.type("Sheet1", 2, 0, { formula: "=Settings!C2" });
    bench.workbook.type("Sheet1", 3, 0, { formula: "=SUM(B1:B9)" });
    const { sheets, formulas } = valueOf(await card.upkeep.previewRemoval(false));
    expect(sheets.filter(({ review }) => review)).toHaveLength(3);
    expect(formulas).toEqual(["'Sheet1'!A1", "'Sheet1'!A2", "'Sheet1'!A3"]);
  });

  it("[TP6] leaves a sheet to look at where all of them go", async () => {
    const bench = await repairBench();
    bench.workbook.book.sheets.shift();
    const card = await wokenCard(bench);
    valueOf(await card.upkeep.removeCard(false));
    expect(sheetsOf(bench)).toEqual(["Sheet1"]);
  });

  it("[TP6] forgets the names of mapped columns", async () => {
    const bench = await repairBench();
    retitle(bench, "Purchases", "Amount", "Umsatz");
    const card = await wokenCard(bench);
    valueOf(await card.upkeep.repair({ "column purchases amount": "map:Umsatz" }));
    expect(bench.workbook.book.names).toHaveLength(1);
    valueOf(await card.upkeep.removeCard(false));
    expect(bench.workbook.book.names).toEqual([]);
  });

  it("[TP4] a protected sheet, a protected structure and a read-only file are named before anything goes", async () => {
    const bench = await repairBench();
    const card = await wokenCard(bench);
    const before = bench.workbook.dump();
    await pokeInMemory(bench.workbook).protect("Purchases", true);
    expect(await card.upkeep.removeCard(false)).toMatchObject({
      issue: { code: "protectedAction", values: { sheet: "Purchases" } },
    });
    await pokeInMemory(bench.workbook).protect("Purchases", false);
    bench.workbook.structureLocked = true;
    expect(await card.upkeep.removeCard(false)).toMatchObject({ issue: { code: "structureLocked" } });
    bench.workbook.structureLocked = false;
    bench.workbook.faults.refuse = "read-only";
    expect(await card.upkeep.removeCard(false)).toMatchObject({ issue: { code: "readOnlyAction" } });
    expect(bench.workbook.dump()).toEqual(before);
  });

  it("[TP6] a removal that breaks off is finished by a second one; own sheets stay", async () => {
    for (let failAt = 0; failAt < 8; failAt += 1) {
      const bench = await repairBench();
      bench.workbook.type("Sheet1", 0, 0, "mine");
      const card = await wokenCard(bench);
      bench.workbook.faults.failAt = failAt;
      expect(await card.upkeep.removeCard(false)).toMatchObject({ issue: { code: "removalUnfinished" } });
      if (card.state.kind !== "none") valueOf(await card.upkeep.removeCard(false));
      expect(bench.workbook.dump().Sheet1).toEqual([["mine"]]);
      expect(card.state.kind).toBe("none");
      valueOf(await card.upkeep.bringBackCard());
      expect(bench.workbook.book.tables).toHaveLength(9);
      expect(table(bench, "Accounts").rowCount).toBe(3);
    }
  });

  it("[TP6] without a card there is nothing to remove", async () => {
    const bench = await repairBench();
    bench.workbook.book.sheets.splice(1);
    bench.workbook.book.tables.splice(0);
    bench.workbook.book.sheets.push(new InMemorySheet("own", "Mine"));
    const card = new LiveCard(bench.desk);
    await card.wake();
    expect(await card.upkeep.removeCard(false)).toMatchObject({ issue: { code: "noCard" } });
    expect(sheetsOf(bench)).toEqual(["Sheet1", "Mine"]);
  });
});
