import { LiveCard } from "../../src/workbook/live-card";
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

describe("bringing the sample back", () => {
  const liveCard = async (workbook: InMemoryWorkbook): Promise<LiveCard> => {
    const card = new LiveCard(stillDesk(workbook));
    await card.wake();
    return card;
  };

  it("[TP6] every row is there again, below own rows, and figures are as before", async () => {
    const workbook = await sampleWorkbook();
    await pokeInMemory(workbook).appendRow("Accounts", ["MINE", "My account"]);
    const before = await cardOf(workbook);
    const card = await liveCard(workbook);
    expect(card.state).toMatchObject({ kind: "ready", ownAmongSample: 1 });
    const removed = await card.removeSample();
    expect(card.upkeep.removedSample).toBe(removed.ok ? removed.value.rows : -1);
    expect(card.state).toMatchObject({ kind: "ready", hasSample: false, ownAmongSample: 0 });
    expect(await card.upkeep.bringBackSample()).toEqual(removed);
    const after = await cardOf(workbook);
    const byId = ({ records }: CardSnapshot) =>
      [records.accounts, records.contacts, records.purchases, records.interactions].map((rows) =>
        [...rows].sort((a, b) => (a.id < b.id ? -1 : 1)),
      );
    expect(byId(after)).toEqual(byId(before));
    expect(after.records.settings.asOf).toBe(35_921);
    expect(after.records.accounts[0]?.id).toBe("MINE");
    expect(card.upkeep.removedSample).toBe(0);
    expect(await card.upkeep.bringBackSample()).toMatchObject({ issue: { code: "bringBackUnknown" } });
  });

  it("[TP6] what broke off is finished by a second one, nothing twice", async () => {
    const workbook = await sampleWorkbook();
    const { rowCounts } = await cardOf(workbook);
    const card = await liveCard(workbook);
    await card.removeSample();
    // Accounts and contacts are written, purchases are not.
    const write = workbook.write.bind(workbook);
    workbook.write = (all, verify) => {
      workbook.write = write;
      workbook.faults.failAt = 2;
      return write(all, verify);
    };
    expect(await card.upkeep.bringBackSample()).toMatchObject({ issue: { code: "bringBackUnfinished" } });
    expect((await card.upkeep.bringBackSample()).ok).toBe(true);
    expect((await cardOf(workbook)).rowCounts).toEqual(rowCounts);
  });
});
