import { hashOf } from "../../../src/workbook/audit/audit-chain";
import { pokeInMemory } from "../../support/in-memory-poke";
import { bringIn, benchWith, jobOf, rowsIn, sourceOf, valueOf, type Bench } from "../import/import-bench";

const firm = { id: "A1", name: "Alfreds" };
const newFirm = { id: "B-7", name: "=Alfreds & Co" };

async function smallBench(): Promise<Bench> {
  const bench = await benchWith();
  const accounts = [
    ["Account ID", "Account name", "Parent account"],
    ["A1", "Alfreds", ""],
    ["A2", "Daughter", "A1"],
    ["A3", "Other", ""],
  ];
  await bringIn(bench, await jobOf("accounts", sourceOf(accounts)));
  const purchases = [
    ["Purchase ID", "Account ID", "Date", "Amount"],
    ...Array.from({ length: 40 }, (_, index) => [
      `P${index}`,
      `A${(index % 3) + 1}`,
      "2026-01-05",
      index + 1,
    ]),
  ];
  await bringIn(bench, await jobOf("purchases", sourceOf(purchases)));
  valueOf(await bench.card.log({ ...bench.card.newLogDraft("A1"), content: "said" }));
  return bench;
}

const accountsOf = async (bench: Bench, id: string) =>
  (await rowsIn(bench, "purchases")).filter(({ account }) => account === id).map((row) => row.id);

describe("another name or id for an account", () => {
  it("[TP8] rows of every table that name it follow, in one batch with their lines; the way back restores all", async () => {
    const bench = await smallBench();
    const before = { accounts: await rowsIn(bench, "accounts"), bought: await accountsOf(bench, "A1") };
    bench.workbook.trips.length = 0;
    const changed = valueOf(await bench.card.daily.changeAccount({ from: firm, to: newFirm }));
    expect(bench.workbook.trips.filter((trip) => trip === "write")).toHaveLength(1);
    expect(changed).toEqual({ from: firm, to: newFirm, rows: 15 });
    expect(await accountsOf(bench, "B-7")).toEqual(before.bought);
    expect(await accountsOf(bench, "A1")).toEqual([]);
    const accounts = await rowsIn(bench, "accounts");
    expect(accounts.map(({ id, name, parent }) => [id, name, parent])).toEqual([
      ["B-7", "=Alfreds & Co", ""],
      ["A2", "Daughter", "B-7"],
      ["A3", "Other", ""],
    ]);
    if (bench.card.state.kind !== "ready") throw new Error(bench.card.state.kind);
    expect(bench.card.state.model.accounts.get("B-7")?.interactions).toHaveLength(1);
    const lines = (await rowsIn(bench, "audit")).filter(({ source }) => source === "account");
    expect(
      lines.map(({ table, row, column, before: was, after }) => [table, row, column, was, after]),
    ).toEqual([
      ["Accounts", "B-7", "Account ID", "A1", "B-7"],
      ["Accounts", "B-7", "Account name", "Alfreds", "=Alfreds & Co"],
      ["Accounts", "*", "Parent account", "A1", "B-7"],
      ["Purchases", "*", "Account ID", "A1", "B-7"],
      ["Interactions", "*", "Account ID", "A1", "B-7"],
    ]);
    for (const row of await rowsIn(bench, "audit")) expect(hashOf(row)).toBe(row.hash);
    valueOf(await bench.card.daily.changeAccount({ from: changed.to, to: changed.from }));
    expect((await rowsIn(bench, "accounts")).map(({ id, name, parent }) => [id, name, parent])).toEqual(
      before.accounts.map(({ id, name, parent }) => [id, name, parent]),
    );
    expect(await accountsOf(bench, "A1")).toEqual(before.bought);
  });

  it("[WB14] a co-author's sort between reading and writing mixes nothing up", async () => {
    const bench = await smallBench();
    const bought = await accountsOf(bench, "A1");
    const poke = pokeInMemory(bench.workbook);
    let sorted = false;
    bench.workbook.faults.beforeTrip = (trip) => {
      if (sorted || bench.workbook.trips[trip - 1] !== "write") return;
      sorted = true;
      void poke.sort("Purchases", "Account ID");
      void poke.sort("Accounts", "Account name");
    };
    valueOf(await bench.card.daily.changeAccount({ from: firm, to: newFirm }));
    bench.workbook.faults.beforeTrip = null;
    expect([...(await accountsOf(bench, "B-7"))].sort()).toEqual([...bought].sort());
    expect(await accountsOf(bench, "A2")).toHaveLength(13);
    expect((await rowsIn(bench, "accounts")).map(({ id, name }) => `${id} ${name}`).sort()).toEqual([
      "A2 Daughter",
      "A3 Other",
      "B-7 =Alfreds & Co",
    ]);
  });

  it.each([
    ["a taken id", { id: "A3", name: "Alfreds" }, "accountIdTaken"],
    ["a blank id", { id: " ", name: "Alfreds" }, "accountBlank"],
    ["nothing new", firm, "accountSame"],
    ["an id that orphaned rows name", { id: "X9", name: "Alfreds" }, "accountIdNamed"],
  ])("[TP8] refuses %s before anything is written", async (_name, to, code) => {
    const bench = await smallBench();
    await pokeInMemory(bench.workbook).type("Purchases", 3, 1, "X9");
    await bench.card.wake();
    const before = bench.workbook.dump();
    expect(await bench.card.daily.changeAccount({ from: firm, to })).toMatchObject({
      ok: false,
      issue: { code },
    });
    expect(bench.workbook.dump()).toEqual(before);
  });

  it("[WB15] refuses where the name is not the one that was shown, and an id while a review is open", async () => {
    const bench = await smallBench();
    const stale = { id: "A1", name: "Alfred" };
    expect(await bench.card.daily.changeAccount({ from: stale, to: newFirm })).toMatchObject({
      issue: { code: "rowChanged" },
    });
    valueOf(await bench.card.generateReview());
    expect(await bench.card.daily.changeAccount({ from: firm, to: newFirm })).toMatchObject({
      issue: { code: "accountInReview" },
    });
    const renamed = valueOf(
      await bench.card.daily.changeAccount({ from: firm, to: { ...firm, name: "New" } }),
    );
    expect(renamed.rows).toBe(0);
  });

  it("[TP4] whichever action fails, a second try ends with every row under the new id", async () => {
    for (let action = 0; action < 12; action += 1) {
      const bench = await smallBench();
      const { faults } = bench.workbook;
      faults.beforeTrip = (trip) => {
        if (bench.workbook.trips[trip - 1] === "write") faults.failAt = action;
      };
      const first = await bench.card.daily.changeAccount({ from: firm, to: newFirm });
      faults.beforeTrip = null;
      faults.failAt = null;
      if (!first.ok) valueOf(await bench.card.daily.changeAccount({ from: firm, to: newFirm }));
      expect(await accountsOf(bench, "A1")).toEqual([]);
      expect(await accountsOf(bench, "B-7")).toHaveLength(14);
      expect((await rowsIn(bench, "accounts"))[0]).toMatchObject(newFirm);
      const lines = (await rowsIn(bench, "audit")).filter(({ source }) => source === "account");
      expect(lines).toHaveLength(5);
    }
  }, 30_000);
});
