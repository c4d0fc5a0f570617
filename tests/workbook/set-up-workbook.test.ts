import { buildCardModel } from "../../src/core/card-model";
import { languages } from "../../src/core/units";
import { setUpWorkbook } from "../../src/workbook/operations/set-up-workbook";
import { readCard, type CardSnapshot } from "../../src/workbook/read-card";
import { InMemoryWorkbook } from "../support/in-memory-workbook";
import { stillDesk } from "../support/still-desk";
import { readCsv } from "../fixtures/northwind/csv";

async function cardOf(workbook: InMemoryWorkbook): Promise<CardSnapshot> {
  const card = await readCard(workbook, "en");
  if (!card) throw new Error("no card");
  return card;
}

const sheetNames = {
  en: ["Accounts", "Contacts", "Purchases", "Interactions", "Settings", "Criteria", "Cadence", "Lists"],
  "zh-CN": ["客户", "联系人", "采购", "往来记录", "设置", "评分标准", "联系频率", "列表"],
};

describe("setting up a workbook", () => {
  it.each(languages)("[WB10] adds the tables that are needed from the start, in %s", async (language) => {
    const workbook = new InMemoryWorkbook();
    const outcome = await setUpWorkbook(stillDesk(workbook), { language, sample: false });
    expect(outcome).toEqual({ ok: true, value: { sheets: sheetNames[language] } });
    expect(workbook.book.sheets.map((sheet) => sheet.name)).toEqual(["Sheet1", ...sheetNames[language]]);
    expect(workbook.book.active).toBe(sheetNames[language][0]);
    const card = await cardOf(workbook);
    expect(card.book.language).toBe(language);
    expect(card.issues).toEqual([]);
    expect(card.records.accounts).toEqual([]);
    expect(card.records.criteria).toHaveLength(13);
    expect(card.records.cadence).toHaveLength(19);
  });

  it.each(languages)(
    "[J1] the sample gives all 91 accounts the reference figures, in %s",
    async (language) => {
      const workbook = new InMemoryWorkbook();
      await setUpWorkbook(stillDesk(workbook), { language, sample: true });
      const card = await cardOf(workbook);
      expect(card.issues).toEqual([]);
      expect(card.records.settings).toMatchObject({ asOf: 35_921, watchMinimum: 4_500, growingRatio: 3.6 });
      const model = buildCardModel(card.records, 46_347);
      const expected = readCsv("expected-tiers.csv");
      expect(model.order).toHaveLength(91);
      for (const row of expected) {
        const figures = model.accounts.get(row.account ?? "");
        expect(figures?.proposedTier).toBe(row["proposed tier"]);
        expect(figures?.fired.map(({ rule }) => rule).join("+")).toBe(row["fired rules"]);
        expect(Math.abs((figures?.economic.score ?? 0) - Number(row.score))).toBeLessThanOrEqual(0.01 + 1e-9);
        expect(Math.abs((figures?.metrics.revenue12 ?? 0) - Number(row["revenue 12 m"]))).toBeLessThanOrEqual(
          0.01 + 1e-9,
        );
      }
    },
  );

  it("[J1] the sample holds a call per order, visits on ship dates, contacts and owners", async () => {
    const workbook = new InMemoryWorkbook();
    await setUpWorkbook(stillDesk(workbook), { language: "en", sample: true });
    const { records, rowCounts } = await cardOf(workbook);
    expect(rowCounts).toMatchObject({ accounts: 91, contacts: 91, purchases: 2155 });
    expect(records.interactions.filter((entry) => entry.kind === "call")).toHaveLength(830);
    const visits = records.interactions.filter((entry) => entry.kind === "visit");
    expect(visits.length).toBeGreaterThan(200);
    expect(visits.length).toBeLessThanOrEqual(3 * 89);
    const first = records.interactions.find((entry) => entry.content.includes("10248"));
    expect(first).toMatchObject({
      account: "VINET",
      author: "Steven Buchanan",
      source: "sample, derived from orders",
    });
    expect(first?.content).toBe("Order 10248: 3 lines, the largest Mozzarella di Giovanni.");
    expect(records.accounts.find((account) => account.id === "VINET")?.since).toBe(35_250);
  });

  it("[J1] takes at most 12 round trips", async () => {
    const workbook = new InMemoryWorkbook();
    await setUpWorkbook(stillDesk(workbook), { language: "en", sample: true });
    // A survey is two trips at the host.
    const trips = workbook.trips.length + workbook.trips.filter((trip) => trip === "survey").length;
    expect(trips).toBeLessThanOrEqual(12);
  });

  it("[WB9] a sheet of the same name stays as it is and the card's gets a suffix", async () => {
    const workbook = new InMemoryWorkbook();
    await workbook.write([{ kind: "add-sheet", name: "accounts" }], []);
    workbook.type("accounts", 0, 0, "mine");
    const outcome = await setUpWorkbook(stillDesk(workbook), { language: "en", sample: false });
    expect(outcome.ok && outcome.value.sheets[0]).toBe("Accounts (2)");
    expect(workbook.dump().accounts).toEqual([["mine"]]);
    expect((await cardOf(workbook)).book.tables.get("accounts")?.facts).toMatchObject({
      name: "Accounts",
      sheet: "Accounts (2)",
    });
  });

  it("[WB9] a table of the same name stays the person's own", async () => {
    const workbook = new InMemoryWorkbook();
    const columns = ["Account ID", "Balance"].map((header) => ({ header, width: 60 }));
    await workbook.write(
      [
        { kind: "add-sheet", name: "Ledger" },
        {
          kind: "add-table",
          sheet: "Ledger",
          row: 0,
          column: 0,
          name: "Accounts",
          columns,
          rows: [["X", 1]],
        },
      ],
      [],
    );
    await setUpWorkbook(stillDesk(workbook), { language: "en", sample: true });
    const { book, rowCounts } = await cardOf(workbook);
    expect(book.tables.get("accounts")?.facts.name).toBe("Accounts_2");
    expect(rowCounts.accounts).toBe(91);
  });

  it("[WB9] refuses a workbook that has a card already and names its sheets", async () => {
    const workbook = new InMemoryWorkbook();
    await setUpWorkbook(stillDesk(workbook), { language: "en", sample: false });
    const before = workbook.dump();
    const outcome = await setUpWorkbook(stillDesk(workbook), { language: "zh-CN", sample: true });
    expect(outcome).toMatchObject({ ok: false, issue: { code: "cardIsThere" } });
    expect(workbook.dump()).toEqual(before);
  });

  it("[TP4] a read-only file is told before anything is written", async () => {
    const workbook = new InMemoryWorkbook();
    workbook.faults.refuse = "read-only";
    const outcome = await setUpWorkbook(stillDesk(workbook), { language: "en", sample: false });
    expect(outcome).toMatchObject({ ok: false, issue: { code: "readOnlyAction" } });
  });

  it("[TP3] a failure at any write leaves the workbook as it was", async () => {
    const clean = new InMemoryWorkbook().dump();
    for (let failAt = 0; ; failAt += 1) {
      const workbook = new InMemoryWorkbook();
      workbook.faults.failAt = failAt;
      const outcome = await setUpWorkbook(stillDesk(workbook), { language: "en", sample: false });
      if (outcome.ok) {
        expect(failAt).toBeGreaterThan(20);
        break;
      }
      expect(workbook.dump()).toEqual(clean);
      expect(workbook.book.tables).toEqual([]);
    }
  });

  it("[TP3] cancelling removes what was added", async () => {
    const workbook = new InMemoryWorkbook();
    const controller = new AbortController();
    const desk = stillDesk(workbook, "en", controller.signal);
    workbook.faults.beforeTrip = (trip) => {
      if (trip === 2) controller.abort();
    };
    const outcome = await setUpWorkbook(desk, { language: "en", sample: true });
    expect(outcome).toMatchObject({ ok: false, issue: { code: "cancelledSetUp" } });
    expect(workbook.dump()).toEqual({ Sheet1: [] });
    expect(desk.seen.at(-1)?.total).toBeGreaterThan(3000);
  });

  it("[TP4] says that Excel forgot the rows and removes what is left", async () => {
    const workbook = new InMemoryWorkbook();
    workbook.faults.swallowWrites = true;
    const outcome = await setUpWorkbook(stillDesk(workbook), { language: "en", sample: false });
    expect(outcome).toMatchObject({ ok: false });
    expect(workbook.dump()).toEqual({ Sheet1: [] });
  });
});
