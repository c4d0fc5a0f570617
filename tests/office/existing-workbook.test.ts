import { languages } from "../../src/core/units";
import { LiveCard } from "../../src/workbook/live-card";
import { MappedColumns } from "../../src/workbook/mapped-columns";
import { setUpWorkbook } from "../../src/workbook/operations/set-up-workbook";
import { restoreBook } from "../../workbench/book/restore-book";
import type { BookSnapshot } from "../../workbench/book/book-snapshot";
import { bookSnapshot } from "../../workbench/book/snapshot";
import { pokedOfficeWorkbook, type OfficeWorkbook } from "../support/excel-poke";
import { stillDesk } from "../support/still-desk";
import { valueOf } from "./office-bench";

/** Names the card would take, taken by somebody else: sheets, tables, names; one protected, one hidden, one very hidden. */
async function ownSheets(office: OfficeWorkbook): Promise<void> {
  await Excel.run(async (context) => {
    const { worksheets, names } = context.workbook;
    const accounts = worksheets.add("Accounts");
    const cells = accounts.getRange("B3:D5");
    cells.values = [
      ["Customer", "Balance", "Since"],
      ["'007", 1250.5, 45_000],
      ["Beta", "=C4*2", 45_100],
    ];
    accounts.getRange("D4:D5").numberFormat = [["dd.mm.yyyy"], ["dd.mm.yyyy"]];
    cells.format.fill.color = "#FFEECC";
    cells.format.font.bold = true;
    accounts.tables.add("B3:D5", true).name = "Accounts";
    worksheets.add("客户").getRange("A1").values = [["mine"]];
    const plan = worksheets.add("Plan");
    plan.getRange("A1:A2").values = [["secret"], ["=SUM(Accounts!C4:C5)"]];
    plan.protection.protect();
    const hidden = worksheets.add("Settings");
    hidden.getRange("A1:B1").values = [["Setting", "Value"]];
    hidden.tables.add("A1:B1", true).name = "Settings";
    hidden.visibility = "Hidden";
    const veryHidden = worksheets.add("Lists");
    veryHidden.getRange("C3").values = [["deep"]];
    veryHidden.visibility = "VeryHidden";
    names.add("KAM_Rates", accounts.getRange("C4:C5"));
    names.add("Purchases", '="taken"');
    await context.sync();
  });
  await office.settle();
}

const ownNames = ["Sheet1", "Accounts", "客户", "Plan", "Settings", "Lists"];

/** Everything a snapshot knows of the person's own: cells with formats, sizes, tables, protection, visibility, names. */
function own(snapshot: BookSnapshot): unknown {
  const { sheets, names } = snapshot;
  return JSON.parse(JSON.stringify({ sheets: sheets.filter(({ name }) => ownNames.includes(name)), names }));
}

describe("a workbook that people work in, over the real office.js", () => {
  let office: OfficeWorkbook;
  beforeEach(async () => {
    office = await pokedOfficeWorkbook();
  });
  afterEach(() => office.close());

  const snapshot = async (): Promise<BookSnapshot> => {
    await office.book.settled();
    return bookSnapshot(office.book);
  };

  it.each(languages)(
    "[WB9] [J1] set-up touches nothing of it, cell by cell, and comes off again, in %s",
    async (language) => {
      await ownSheets(office);
      const before = own(await snapshot());
      const card = new LiveCard(stillDesk(office.gateway, language));
      await card.wake();
      expect(card.state).toMatchObject({
        kind: "none",
        otherSheets: 6,
        found: { sheets: ["Sheet1", "Accounts", "客户", "Plan"], hidden: 2, tables: 2 },
      });
      const { sheets } = valueOf(await card.setUp({ language, sample: true }));
      expect(sheets).toEqual(
        expect.arrayContaining(language === "en" ? ["Accounts (2)", "Settings (2)"] : ["客户 (2)"]),
      );
      expect(office.book.table("Accounts_2")?.body.rows).toBe(91);
      expect(office.book.table("Purchases_2")?.body.rows).toBe(2155);
      expect(own(await snapshot())).toEqual(before);
      expect(card.state).toMatchObject({ kind: "ready", rowCounts: { accounts: 91 } });
      // … and takes nothing along when it goes.
      expect(valueOf(await card.upkeep.removeCard(false)).kept).toEqual([]);
      expect(own(await snapshot())).toEqual(before);
      expect((await snapshot()).sheets.map(({ name }) => name)).toEqual(ownNames);
    },
    180_000,
  );

  it("[WB9] [TP4] a protected structure is said before anything is written", async () => {
    await Excel.run(async (context) => {
      context.workbook.protection.protect();
      await context.sync();
    });
    const outcome = await setUpWorkbook(stillDesk(office.gateway), { language: "en", sample: false });
    expect(outcome).toMatchObject({ issue: { code: "structureLocked" } });
    expect((await snapshot()).sheets).toHaveLength(1);
  });

  it("[WB6] repairs what people do to tables, and a second repair finds nothing", async () => {
    const gateway = new MappedColumns(office.gateway);
    const card = new LiveCard(stillDesk(gateway));
    await card.wake();
    valueOf(await card.setUp({ language: "en", sample: true }));
    const figures = () =>
      card.state.kind === "ready"
        ? [...card.state.model.accounts.values()].map((one) => one.economic.score)
        : [];
    const scores = figures();
    await Excel.run(async (context) => {
      const { tables, worksheets } = context.workbook;
      // A header typed over, a figure and a field deleted, a table converted, dates and amounts turned to text.
      tables.getItem("Accounts").columns.getItem("Account name").getHeaderRowRange().values = [["Firma"]];
      tables.getItem("Accounts").columns.getItem("Score").delete();
      tables.getItem("Purchases").columns.getItem("Amount").getHeaderRowRange().values = [["Umsatz"]];
      tables.getItem("Contacts").columns.getItem("Title").delete();
      tables.getItem("Interactions").convertToRange();
      const days = tables.getItem("Purchases").columns.getItem("Date").getDataBodyRange().getRow(4);
      days.numberFormat = [["@"]];
      days.values = [["17.3.1998"]];
      const own = worksheets.getItem("Contacts").getRange("AA1:AA2");
      own.values = [["Note beside"], ["keep"]];
      worksheets.getItem("Criteria").delete();
      await context.sync();
    });
    await office.settle();
    await card.wake();
    expect(card.state.kind).toBe("damaged");
    const { findings } = valueOf(await card.upkeep.previewRepair());
    expect(findings.map(({ id, options }) => [id, options[0]?.id])).toEqual([
      ["table interactions", "make"],
      ["table criteria", "add"],
      ["column accounts name", "rename:Firma"],
      ["column accounts score", "add"],
      ["column contacts title", "add"],
      ["column purchases amount", "rename:Umsatz"],
      ["text purchases date", "convert"],
    ]);
    const before = await snapshot();
    const choices = Object.fromEntries(findings.map(({ id, options }) => [id, options[0]?.id ?? "leave"]));
    const trips = office.host.roundTrips();
    const report = valueOf(await card.upkeep.repair({ ...choices, "column purchases amount": "map:Umsatz" }));
    expect(report).toEqual({ repaired: 7, left: [] });
    expect(office.host.roundTrips() - trips).toBeLessThanOrEqual(30);
    expect(card.state).toMatchObject({ kind: "ready", stale: false });
    // Criteria are the defaults again, so scores may differ; every account has one.
    expect(figures()).toHaveLength(scores.length);
    const accounts = office.book.table("Accounts");
    expect(accounts?.columns.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["Account name", "Score"]),
    );
    expect(office.book.table("Purchases")?.columns.map(({ name }) => name)).toContain("Umsatz");
    expect(office.book.table("Interactions")?.body.rows).toBeGreaterThan(1000);
    expect(await office.poke.cell("Purchases", 5, 2)).toBe(35_871);
    expect(valueOf(await card.upkeep.previewRepair()).findings).toEqual([]);
    // What stood beside a table that grew by a column moved on with it.
    const beside = await office.poke.cell("Contacts", 1, 27);
    expect([beside, await office.poke.cell("Contacts", 1, 26)]).toContain("keep");
    restoreBook(office.book, before);
  }, 180_000);

  it("[WB6] a mapped header goes where the person moves it", async () => {
    const gateway = new MappedColumns(office.gateway);
    const card = new LiveCard(stillDesk(gateway));
    await card.wake();
    valueOf(await card.setUp({ language: "en", sample: true }));
    await Excel.run(async (context) => {
      const { columns } = context.workbook.tables.getItem("Purchases");
      columns.getItem("Amount").getHeaderRowRange().values = [["Umsatz"]];
      await context.sync();
    });
    await office.settle();
    await card.wake();
    valueOf(await card.upkeep.repair({ "column purchases amount": "map:Umsatz" }));
    await office.poke.insertColumn("Purchases", 1, "My own");
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Purchases").name = "Umsätze";
      const { columns } = context.workbook.tables.getItem("Purchases");
      columns.getItem("Umsatz").getHeaderRowRange().values = [["Netto"]];
      await context.sync();
    });
    await office.settle();
    await card.wake();
    expect(card.state).toMatchObject({ kind: "ready" });
    const { records } = card.state.kind === "ready" ? card.state : { records: null };
    expect(records?.purchases.every(({ amount }) => amount !== null)).toBe(true);
    valueOf(await card.refresh());
  }, 180_000);
});
