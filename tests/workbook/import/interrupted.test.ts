import type { ImportJob } from "../../../src/workbook/import/import-job";
import { hashOf } from "../../../src/workbook/audit/audit-chain";
import { obstacleOf, readGround, tablesOf } from "../../../src/workbook/import/import-ground";
import { openBook } from "../../../src/workbook/open-book";
import { stillDesk } from "../../support/still-desk";
import { pokeInMemory } from "../../support/in-memory-poke";
import { benchWith, bringIn, jobOf, preview, rowsIn, sourceOf, valueOf, type Bench } from "./import-bench";

const manyOrders = (count: number, suffix = "") =>
  sourceOf([
    ["Order ID", "Customer ID", "Order date", "Product", "Amount"],
    ...Array.from({ length: count }, (_, index) => [
      `O${index}${suffix}`,
      `A${index % 50}`,
      "2026-01-05",
      `Product ${index % 9}`,
      `${index}.25`,
    ]),
  ]);

async function stopAt(bench: Bench, job: ImportJob, rows: number) {
  const { fingerprint } = await preview(bench, job);
  const stop = bench.card.onProgress((progress) => {
    if (progress?.step === "purchases" && progress.done >= rows) bench.card.cancel();
  });
  const outcome = await bench.card.imports.run(job, fingerprint);
  stop();
  return outcome;
}

describe("an import that is stopped or refused", () => {
  it("[TP3] cancelled at 30 % of 20,000 rows it leaves exactly the number it reports; again completes it; undo takes all", async () => {
    const bench = await benchWith();
    const job = await jobOf("purchases", manyOrders(20_000));
    const receipt = valueOf(await stopAt(bench, job, 6_000));
    const { added } = receipt.counts.purchases;
    expect(receipt.cancelled).toBe(true);
    expect(added).toBeGreaterThanOrEqual(5_900);
    expect(added).toBeLessThan(10_000);
    expect(await rowsIn(bench, "purchases")).toHaveLength(added);
    expect(receipt.missing).toBe(20_000 - added);
    const said = (await rowsIn(bench, "audit")).filter(({ table }) => table === "Purchases");
    expect(said.reduce((sum, { after }) => sum + parseInt(after), 0)).toBe(added);
    const rest = await bringIn(bench, job);
    expect(rest.counts.purchases).toMatchObject({ added: 20_000 - added, same: added });
    expect(await rowsIn(bench, "purchases")).toHaveLength(20_000);
    const undone = valueOf(await bench.card.imports.undo());
    expect(undone.deleted).toBe(20_000 - added);
    expect(await rowsIn(bench, "purchases")).toHaveLength(added);
  }, 60_000);

  it("[TP3] progress counts rows, and other tasks have their turn while rows are checked", async () => {
    const bench = await benchWith();
    const job = await jobOf("purchases", manyOrders(20_000));
    const seen: number[] = [];
    bench.card.onProgress((progress) => {
      if (progress?.step === "import.check") seen.push(progress.done);
    });
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    await preview(bench, job);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
    expect(seen.length).toBeGreaterThan(20);
    expect(seen.at(-1)).toBe(20_000);
  });

  it("[J2] trips do not grow with the rows: one to read, ten at most to write", async () => {
    const trips = async (rows: number) => {
      const bench = await benchWith();
      await bringIn(bench, await jobOf("purchases", manyOrders(60, "x")));
      const job = await jobOf("purchases", manyOrders(rows));
      const { fingerprint } = await preview(bench, job);
      bench.workbook.trips.length = 0;
      valueOf(await bench.card.imports.run(job, fingerprint));
      return bench.workbook.trips.length;
    };
    const [few, many, more] = [await trips(100), await trips(2_500), await trips(6_000)];
    expect(few).toBeLessThanOrEqual(6);
    expect(many).toBeLessThanOrEqual(few + 10);
    expect(more).toBeLessThanOrEqual(few + 10);
  }, 60_000);

  it("[TP4] whichever action fails, the receipt says exactly what is there, and again completes it", async () => {
    for (const action of [0, 1, 2]) {
      for (const batch of [1, 2]) {
        const bench = await benchWith();
        const job = await jobOf("purchases", manyOrders(1_500));
        const { fingerprint } = await preview(bench, job);
        let writes = 0;
        bench.workbook.faults.beforeTrip = (trip) => {
          if (bench.workbook.trips[trip - 1] !== "write") return;
          writes += 1;
          if (writes === batch) bench.workbook.faults.failAt = action;
        };
        const outcome = await bench.card.imports.run(job, fingerprint);
        bench.workbook.faults.beforeTrip = null;
        bench.workbook.faults.failAt = null;
        const there = (await rowsIn(bench, "purchases")).length;
        if (outcome.ok) expect(outcome.value.counts.purchases.added).toBe(there);
        else expect(there).toBe(0);
        await bringIn(bench, job);
        expect(await rowsIn(bench, "purchases")).toHaveLength(1_500);
        for (const row of await rowsIn(bench, "audit")) expect(hashOf(row)).toBe(row.hash);
      }
    }
  }, 60_000);

  it("[TP4] a table that does not grow leaves no rows below it, a swallowed write none at all, and both are said", async () => {
    const bench = await benchWith();
    await bringIn(bench, await jobOf("purchases", manyOrders(3, "x")));
    const job = await jobOf("purchases", manyOrders(30));
    const { fingerprint } = await preview(bench, job);
    const before = bench.workbook.dump();
    for (const [fault, code] of [
      ["tableDoesNotGrow", "import.didNotGrow"],
      ["swallowWrites", "import.swallowed"],
    ] as const) {
      bench.workbook.faults[fault] = true;
      expect(await bench.card.imports.run(job, fingerprint)).toMatchObject({ ok: false, issue: { code } });
      bench.workbook.faults[fault] = false;
      expect(bench.workbook.dump()).toEqual(before);
    }
  });

  it.each(["cell-edit", "protected", "read-only", "throttled"] as const)(
    "[TP4] %s: nothing is written and a sentence of its own is said",
    async (code) => {
      const bench = await benchWith();
      const job = await jobOf("purchases", manyOrders(30));
      const { fingerprint } = await preview(bench, job);
      const before = bench.workbook.dump();
      bench.workbook.faults.beforeTrip = (trip) => {
        bench.workbook.faults.refuse = bench.workbook.trips[trip - 1] === "write" ? code : null;
      };
      const outcome = await bench.card.imports.run(job, fingerprint);
      bench.workbook.faults.beforeTrip = null;
      bench.workbook.faults.refuse = null;
      expect(outcome.ok).toBe(false);
      expect(bench.workbook.dump()).toEqual(before);
    },
  );

  it("[TP4] filtered tables and a totals row above which many rows would go stop it before anything is written", async () => {
    const bench = await benchWith();
    await bringIn(bench, await jobOf("purchases", manyOrders(3, "x")));
    const poke = pokeInMemory(bench.workbook);
    const job = await jobOf("purchases", manyOrders(300));
    const { fingerprint } = await preview(bench, job);
    await poke.totals("Purchases", true);
    expect(await bench.card.imports.run(job, fingerprint)).toMatchObject({
      issue: { code: "import.totals" },
    });
    await poke.totals("Purchases", false);
    await poke.filter("Purchases", "Account ID", ["A1"]);
    expect(await bench.card.imports.run(job, fingerprint)).toMatchObject({
      issue: { code: "import.filtered" },
    });
    expect(await rowsIn(bench, "purchases")).toHaveLength(3);
  });

  it("[S132] an undo whose line the trail does not take says so, and the next import writes it", async () => {
    const bench = await benchWith();
    const job = await jobOf("purchases", manyOrders(30));
    await bringIn(bench, job);
    bench.workbook.faults.tableDoesNotGrow = true;
    const undone = valueOf(await bench.card.imports.undo());
    bench.workbook.faults.tableDoesNotGrow = false;
    expect(undone.issue).toEqual({ code: "import.undoNotAudited", values: {} });
    expect(await rowsIn(bench, "purchases")).toEqual([]);
    await bringIn(bench, job);
    const told = (await rowsIn(bench, "audit")).filter(({ source }) => source === "undo");
    expect(told.map(({ before }) => before)).toEqual(["30 · file.csv", "30 · file.csv"]);
    for (const row of await rowsIn(bench, "audit")) expect(hashOf(row)).toBe(row.hash);
  });

  it("[TP4] more rows than a sheet has stop before anything is written, with how many there is no room for", async () => {
    const bench = await benchWith();
    const book = openBook(await bench.workbook.survey(), "en");
    const job = await jobOf("purchases", manyOrders(3));
    const ground = await readGround(stillDesk(bench.workbook), book, tablesOf(job));
    const adding = { accounts: 0, contacts: 0, purchases: 1_048_574 };
    expect(obstacleOf(ground, adding)).toBeNull();
    expect(obstacleOf(ground, { ...adding, purchases: 1_048_580 })).toEqual({
      code: "import.tooMany",
      values: { sheet: "Purchases", rows: 1_048_580, more: 6 },
    });
  });

  it("[WB15] rows that changed after the preview stop it; a new preview shows them", async () => {
    const bench = await benchWith();
    await bringIn(bench, await jobOf("purchases", manyOrders(3)));
    const dearer = sourceOf([
      ["Order ID", "Customer ID", "Order date", "Product", "Amount"],
      ["O1", "A1", "2026-01-05", "Product 1", "99"],
    ]);
    const job = await jobOf("purchases", dearer);
    const { fingerprint } = await preview(bench, job);
    await pokeInMemory(bench.workbook).type("Purchases", 2, 6, 55);
    expect(await bench.card.imports.run(job, fingerprint)).toMatchObject({
      ok: false,
      issue: { code: "import.changedMeanwhile" },
    });
    const again = await preview(bench, job);
    expect(again.reports[0]?.cells).toEqual([{ header: "Amount", text: "99", before: "55" }]);
  });

  it("[WB14] a co-author's sort between reading and writing harms no other row", async () => {
    const bench = await benchWith();
    await bringIn(bench, await jobOf("purchases", manyOrders(40)));
    const header = ["Order ID", "Customer ID", "Order date", "Product", "Amount"];
    const job = await jobOf("purchases", sourceOf([header, ["O7", "A7", "2026-01-05", "Product 7", "999"]]));
    const { fingerprint } = await preview(bench, job);
    const poke = pokeInMemory(bench.workbook);
    let sorted = false;
    bench.workbook.faults.beforeTrip = (trip) => {
      if (sorted || bench.workbook.trips[trip - 1] !== "write") return;
      sorted = true;
      void poke.sort("Purchases", "Amount");
    };
    valueOf(await bench.card.imports.run(job, fingerprint));
    bench.workbook.faults.beforeTrip = null;
    const amounts = new Map((await rowsIn(bench, "purchases")).map(({ id, amount }) => [id, amount]));
    expect(amounts.get("O7")).toBe(999);
    for (let index = 0; index < 40; index += 1)
      if (index !== 7) expect(amounts.get(`O${index}`)).toBe(index + 0.25);
  });
});
