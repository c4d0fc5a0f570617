import { LiveCard } from "../../src/workbook/live-card";
import { setUpWorkbook } from "../../src/workbook/operations/set-up-workbook";
import type { Outcome } from "../../src/workbook/outcome";
import { pokedOfficeWorkbook } from "../support/excel-poke";
import { seededChance, stillDesk } from "../support/still-desk";
import { draft, fillTable, officeBench, rowsOf, today, valueOf, type OfficeBench } from "./office-bench";

/** Milliseconds after which a card that follows the workbook has asked for all it wants to know. */
const quiet = 700;

/** Batches on the wire while something runs, once those of what came before are over. */
async function tripsOf<T>({ office }: OfficeBench, run: () => Promise<Outcome<T>>): Promise<number> {
  let before = -1;
  while (before !== office.host.roundTrips()) {
    before = office.host.roundTrips();
    await new Promise((resolve) => setTimeout(resolve, quiet));
  }
  valueOf(await run());
  return office.host.roundTrips() - before;
}

async function manyAccounts(count: number): Promise<OfficeBench> {
  const bench = await officeBench(false);
  const chance = seededChance(11);
  const ids = Array.from({ length: count }, (_, index) => `K${String(index).padStart(4, "0")}`);
  const tiers = ["Important", "Special", "General"];
  await fillTable(
    bench,
    "Accounts",
    ids.map((id) => ({
      "Account ID": id,
      "Account name": `Firm ${id}`,
      Tier: tiers[Math.floor(chance() * 3)] ?? "",
      Owner: "Ann",
    })),
  );
  const purchases = ids.map((id, index) => ({
    "Purchase ID": `P${index}`,
    "Account ID": id,
    Date: today - Math.floor(chance() * 300),
    Amount: Math.round(chance() * 9_000),
    Category: "x",
  }));
  await fillTable(bench, "Purchases", purchases);
  return bench;
}

async function wokenCard(bench: OfficeBench): Promise<LiveCard> {
  const card = new LiveCard(bench.desk());
  await card.wake();
  valueOf(await card.refresh());
  return card;
}

describe("round trips over the real office.js", () => {
  it("[J1] sets up a card with the sample in at most 12", async () => {
    const office = await pokedOfficeWorkbook();
    const bench = { office, desk: () => stillDesk(office.gateway) };
    const trips = await tripsOf(bench, () => setUpWorkbook(bench.desk(), { language: "en", sample: true }));
    expect(await rowsOf(bench, "accounts")).toHaveLength(91);
    expect(trips).toBeLessThanOrEqual(12);
    await office.close();
  }, 120_000);

  describe.each([
    ["the sample", () => officeBench(true), "ALFKI"],
    ["2,000 accounts", () => manyAccounts(2_000), "K0007"],
  ] as const)("with %s", (_, make, account) => {
    let bench: OfficeBench;
    let card: LiveCard;

    beforeAll(async () => {
      bench = await make();
      card = await wokenCard(bench);
    }, 180_000);
    afterAll(() => bench.office.close());

    it("[TP1] logs in at most 3", async () => {
      // The first entry of a workbook makes the audit trail; the usual one finds it.
      valueOf(await card.log(draft({ ids: ["INT-0"], accounts: [account] })));
      const trips = await tripsOf(bench, () => card.log(draft({ ids: ["INT-1"], accounts: [account] })));
      expect(trips).toBeLessThanOrEqual(3);
    }, 60_000);

    it("[WB11] refreshes in at most 2 after one edited cell", async () => {
      await card.refresh();
      const table = bench.office.book.table("Purchases");
      const amount = table?.columns.findIndex(({ name }) => name === "Amount") ?? -1;
      // The last one is of the last twelve months in both.
      await bench.office.poke.type("Purchases", table?.body.rows ?? 0, amount, 750_000);
      const before = (await rowsOf(bench, "accounts")).map((row) => row.revenue12);
      const trips = await tripsOf(bench, () => card.refresh());
      expect((await rowsOf(bench, "accounts")).map((row) => row.revenue12)).not.toEqual(before);
      expect(trips).toBeLessThanOrEqual(2);
    }, 60_000);

    it("[RV5] makes three review sheets in at most 12, their refresh included", async () => {
      let sheets = 0;
      const trips = await tripsOf(bench, async () => {
        const outcome = await card.generateReview();
        sheets = outcome.ok ? outcome.value.sheets.length : 0;
        return outcome;
      });
      expect(sheets).toBe(3);
      expect(trips).toBeLessThanOrEqual(12);
    }, 120_000);
  });
});
