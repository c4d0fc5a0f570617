import issues from "../../src/locales/en/issues.json";
import { logInteraction } from "../../src/workbook/operations/log-interaction";
import { undoLog } from "../../src/workbook/operations/undo-log";
import type { OpenBook } from "../../src/workbook/open-book";
import type { BookSnapshot } from "../../workbench/book/book-snapshot";
import type { Faults } from "../../workbench/host/host";
import { failurePoints } from "./failure-points";
import { bookOf, differencesOf, draft, goBack, keep, officeBench, rowsOf, today } from "./office-bench";
import { valueOf, type OfficeBench } from "./office-bench";

describe("logging over the real office.js while Excel fails", () => {
  let bench: OfficeBench;
  /** Before the first entry of all, which makes the audit trail, and with one, and a user's own column in the table. */
  const starts = new Map<string, BookSnapshot>();

  const log = async (book?: OpenBook) =>
    logInteraction(bench.desk(), book ?? (await bookOf(bench)), draft(), today);
  const faults = () => bench.office.host.faults;
  const startOf = (name: string): BookSnapshot => {
    const start = starts.get(name);
    if (!start) throw new Error(`no ${name}`);
    return start;
  };
  const counts = async () => ({
    rows: (await rowsOf(bench, "interactions")).filter(({ id }) => id === draft().ids[0]).length,
    entries: (await rowsOf(bench, "audit")).filter(({ row }) => row === draft().ids[0]).length,
  });

  beforeAll(async () => {
    bench = await officeBench(false);
    starts.set("its first entry", await keep(bench));
    const first = draft({ ids: ["INT-0"] });
    valueOf(await logInteraction(bench.desk(), await bookOf(bench), first, today));
    await bench.office.poke.insertColumn("Interactions", 3, "My note");
    starts.set("an entry", await keep(bench));
    await bench.office.poke.totals("Interactions", true);
    starts.set("an entry above a totals row", await keep(bench));
  }, 120_000);
  afterAll(() => bench.office.close());

  it.each(["its first entry", "an entry", "an entry above a totals row"])(
    "[TP1] [TP4] after a failure at any action of %s a retry leaves one row and one audit entry",
    async (name) => {
      await goBack(bench, startOf(name));
      const whole = await failurePoints(bench.office.host, async () => valueOf(await log()));
      const clean = await keep(bench);
      expect(await counts()).toEqual({ rows: 1, entries: 1 });
      expect(whole.points.length).toBeGreaterThan(2);
      for (const at of whole.points) {
        await goBack(bench, startOf(name));
        faults().failAtAction = at;
        const outcome = await log();
        expect({ at, left: faults().failAtAction }).toEqual({ at, left: null });
        expect(outcome.ok ? "ok" : outcome.issue.code).toMatch(/^(hostFailed|savedPartly)$/);
        expect(await log()).toMatchObject({ ok: true });
        expect([at, ...differencesOf(clean, await keep(bench))]).toEqual([at]);
      }
    },
    120_000,
  );

  it("[TP4] [TP5] after a failure at any action of an undo a second one completes it", async () => {
    await goBack(bench, startOf("an entry"));
    const before = await rowsOf(bench, "interactions");
    const logged = valueOf(await log());
    const withEntry = await keep(bench);
    const undo = async () => undoLog(bench.desk(), await bookOf(bench), logged);
    const whole = await failurePoints(bench.office.host, async () => valueOf(await undo()));
    const clean = await keep(bench);
    expect(await rowsOf(bench, "interactions")).toEqual(before);
    for (const at of whole.points) {
      await goBack(bench, withEntry);
      faults().failAtAction = at;
      expect(await undo()).toMatchObject({ ok: false, issue: { code: "undoUnfinished" } });
      expect({ at, left: faults().failAtAction }).toEqual({ at, left: null });
      valueOf(await undo());
      expect([at, ...differencesOf(clean, await keep(bench))]).toEqual([at]);
    }
  }, 120_000);

  const refusals: readonly (readonly [string, string, Partial<Faults>])[] = [
    ["a table that does not grow", "didNotGrow", { tableDoesNotGrow: true }],
    ["a write that is forgotten", "swallowed", { writeSwallowed: true }],
    ["a protected sheet", "protected", { protectedSheets: new Set(["Interactions"]) }],
    ["a cell being edited", "cellEdit", { cellEdit: true }],
    ["too many requests", "throttled", { dispatchError: 5102 }],
    ["a session that timed out", "timedOut", { dispatchError: 5012 }],
    ["a request that is too large", "tooLarge", { dispatchError: 5103 }],
    ["a read-only file", "readOnly", { readOnly: true }],
  ];
  it.each(refusals)(
    "[TP4] %s says %s, changes nothing, and a retry saves",
    async (_, code, change) => {
      await goBack(bench, startOf("an entry"));
      const before = await keep(bench);
      const book = await bookOf(bench);
      const usual = { ...faults() };
      Object.assign(faults(), change);
      const outcome = await log(book);
      for (const key of Object.keys(change)) Object.assign(faults(), { [key]: usual[key as keyof Faults] });
      expect(outcome).toMatchObject({ ok: false, issue: { code } });
      expect(Object.keys(issues)).toContain(code);
      expect(differencesOf(before, await keep(bench))).toEqual([]);
      expect(await log()).toMatchObject({ ok: true });
      expect(await counts()).toEqual({ rows: 1, entries: 1 });
    },
    60_000,
  );
});
