import { hashOf } from "../../../src/workbook/audit/audit-chain";
import type { ImportJob } from "../../../src/workbook/import/import-job";
import { benchWith, bringIn, jobOf, preview, rowsIn, sourceOf, valueOf, type Bench } from "./import-bench";

const header = [
  "Order ID",
  "Customer ID",
  "Order date",
  "Product",
  "Category",
  "Channel",
  "Quantity",
  "Amount",
];
const orders = (count: number, of = "") =>
  sourceOf([
    header,
    ...Array.from({ length: count }, (_, index) => [
      `O${index}`,
      `A${index % 9}`,
      "2026-01-05",
      `Product${of}`,
      `Category${of}`,
      `Channel${of}`,
      `${of.length + 1}`,
      `${index + of.length}`,
    ]),
  ]);

class Killed extends Error {}

/** The runtime is killed once this many batches are written: what it sends afterwards never arrives. */
async function killedAfter(writes: number, bench: Bench, run: () => Promise<unknown>): Promise<boolean> {
  let seen = 0;
  bench.workbook.faults.beforeTrip = (trip) => {
    if (seen === writes) throw new Killed();
    if (bench.workbook.trips[trip - 1] === "write") seen += 1;
  };
  try {
    await run();
    return false;
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
    return true;
  } finally {
    bench.workbook.faults.beforeTrip = null;
  }
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** Rows of a table that the trail says came with an import, less those it says were taken back. */
async function saidRows(bench: Bench, table: string): Promise<number> {
  const trail = await rowsIn(bench, "audit");
  const whole = trail.filter((line) => line.table === table && line.row === "*");
  const [came, went] = (["import", "undo"] as const).map((source) =>
    sum(whole.filter((line) => line.source === source).map(({ before, after }) => parseInt(after || before))),
  );
  return (came ?? 0) - (went ?? 0);
}

const runOf = async (bench: Bench, job: ImportJob) => {
  const { fingerprint } = await preview(bench, job);
  return () => bench.card.imports.run(job, fingerprint);
};

describe("an import whose runtime is killed", () => {
  it("[S132] leaves the trail saying exactly the rows that came, after whichever batch it was", async () => {
    let killed = true;
    for (let writes = 1; killed; writes += 1) {
      const bench = await benchWith();
      const run = await runOf(bench, await jobOf("purchases", orders(1_100)));
      killed = await killedAfter(writes, bench, run);
      for (const table of ["accounts", "purchases"] as const) {
        const rows = await rowsIn(bench, table);
        expect(rows.length > 0 || table === "purchases").toBe(true);
        expect(await saidRows(bench, table === "accounts" ? "Accounts" : "Purchases")).toBe(rows.length);
      }
      for (const line of await rowsIn(bench, "audit")) expect(hashOf(line)).toBe(line.hash);
    }
  }, 30_000);

  it("[S132] says every changed cell, whichever batch was the last", async () => {
    let killed = true;
    for (let writes = 1; killed; writes += 1) {
      const bench = await benchWith();
      await bringIn(bench, await jobOf("purchases", orders(650)));
      const run = await runOf(bench, await jobOf("purchases", orders(650, " new")));
      killed = await killedAfter(writes, bench, run);
      const rows = await rowsIn(bench, "purchases");
      const dearer = rows.filter(({ id, amount }) => amount !== Number(id.slice(1)));
      const said = (await rowsIn(bench, "audit")).filter(({ column }) => column === "Amount");
      expect(dearer.length).toBeGreaterThan(0);
      expect(said.map(({ row }) => row).sort()).toEqual(dearer.map(({ id }) => id).sort());
    }
  }, 30_000);

  it("[S132] that is being taken back says what went", async () => {
    let killed = true;
    for (let writes = 1; killed; writes += 1) {
      const bench = await benchWith();
      const run = await runOf(bench, await jobOf("purchases", orders(60)));
      valueOf(await run());
      killed = await killedAfter(writes, bench, () => bench.card.imports.undo());
      for (const [table, sheet] of [
        ["accounts", "Accounts"],
        ["purchases", "Purchases"],
      ] as const)
        expect(await saidRows(bench, sheet)).toBe((await rowsIn(bench, table)).length);
    }
  }, 30_000);

  it("[TP3] that is being taken back leaves all of it or nothing: changed cells, new rows and accounts", async () => {
    let killed = true;
    for (let writes = 0; killed; writes += 1) {
      const bench = await benchWith();
      await bringIn(bench, await jobOf("purchases", orders(20)));
      const before = await rowsIn(bench, "purchases");
      const accounts = await rowsIn(bench, "accounts");
      await bringIn(bench, await jobOf("purchases", orders(40, " new")));
      const after = await rowsIn(bench, "purchases");
      killed = await killedAfter(writes, bench, () => bench.card.imports.undo());
      const whole = (rows: typeof before) => rows.map(({ id, product, amount }) => [id, product, amount]);
      expect(whole(await rowsIn(bench, "purchases"))).toEqual(whole(writes === 0 ? after : before));
      if (writes > 0) expect(await rowsIn(bench, "accounts")).toHaveLength(accounts.length);
    }
  }, 30_000);
});
