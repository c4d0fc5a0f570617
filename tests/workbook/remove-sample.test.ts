import { removeSample } from "../../src/workbook/operations/remove-sample";
import { setUpWorkbook } from "../../src/workbook/operations/set-up-workbook";
import { readCard, type CardSnapshot } from "../../src/workbook/read-card";
import { InMemoryWorkbook } from "../support/in-memory-workbook";
import { pokeInMemory } from "../support/in-memory-poke";
import { stillDesk } from "../support/still-desk";

async function sampleWorkbook(): Promise<InMemoryWorkbook> {
  const workbook = new InMemoryWorkbook();
  await setUpWorkbook(stillDesk(workbook), { language: "en", sample: true });
  return workbook;
}

async function cardOf(workbook: InMemoryWorkbook): Promise<CardSnapshot> {
  const card = await readCard(workbook, "en");
  if (!card) throw new Error("no card");
  return card;
}

const remove = async (workbook: InMemoryWorkbook) =>
  removeSample(stillDesk(workbook), (await cardOf(workbook)).book);

describe("removing the sample", () => {
  it("[TP6] removes every sample row and counts them", async () => {
    const workbook = await sampleWorkbook();
    const { rowCounts } = await cardOf(workbook);
    const rows = ["accounts", "contacts", "purchases", "interactions"].reduce(
      (sum, id) => sum + (rowCounts[id] ?? 0),
      0,
    );
    expect(await remove(workbook)).toEqual({ ok: true, value: { rows } });
    const after = await cardOf(workbook);
    expect(after.rowCounts).toMatchObject({ accounts: 0, contacts: 0, purchases: 0, interactions: 0 });
    expect(after.records.settings.asOf).toBeNull();
    expect(after.records.criteria).toHaveLength(13);
  });

  it("[TP6] leaves the person's own rows and the accounts they name", async () => {
    const workbook = await sampleWorkbook();
    const poke = pokeInMemory(workbook);
    await poke.appendRow("Accounts", ["MINE", "My account"]);
    await poke.appendRow("Purchases", ["P-1", "ALFKI", 35_921, "", "", "", 100]);
    await remove(workbook);
    const { records } = await cardOf(workbook);
    expect(records.accounts.map((account) => account.id)).toEqual(["ALFKI", "MINE"]);
    expect(records.purchases.map((purchase) => purchase.id)).toEqual(["P-1"]);
  });

  it("[TP6] says that there is no sample", async () => {
    const workbook = await sampleWorkbook();
    await remove(workbook);
    expect(await remove(workbook)).toMatchObject({ ok: false, issue: { code: "noSample" } });
  });

  it("[TP6] a failure at any action leaves own rows alone and a second removal finishes", async () => {
    for (let trip = 4; trip < 8; trip += 1) {
      const workbook = await sampleWorkbook();
      await pokeInMemory(workbook).appendRow("Accounts", ["MINE", "My account"]);
      const { book } = await cardOf(workbook);
      workbook.trips.length = 0;
      workbook.faults.beforeTrip = (count) => {
        if (count === trip - 2) workbook.faults.failAt = 0;
      };
      const outcome = await removeSample(stillDesk(workbook), book);
      workbook.faults.beforeTrip = null;
      expect(outcome.ok).toBe(false);
      await remove(workbook);
      expect((await cardOf(workbook)).records.accounts.map((account) => account.id)).toEqual(["MINE"]);
    }
  });
});
