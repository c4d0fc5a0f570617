import { createLiveCard } from "../../src/workbook/live-card";
import { LiveFiguresOfCard } from "../../src/workbook/live-figures-of-card";
import { library } from "../../src/functions/library";
import { registerLiveFigures } from "../../src/functions/live-figures";
import { excelChecks } from "../../src/office/self-test/excel-checks";
import { runSelfTest } from "../../src/workbook/self-test/run-self-test";
import { checkIds, type SelfTestReport } from "../../src/workbook/self-test/self-test";
import { functionMetadata } from "../../scripts/functions-metadata";
import type { FunctionMetadata } from "../../workbench/book/functions/function-runtime";
import type { BookSnapshot } from "../../workbench/book/book-snapshot";
import { bookSnapshot } from "../../workbench/book/snapshot";
import type { Faults } from "../../workbench/host/host";
import { profiles, type Profile } from "../../workbench/host/profiles";
import { pokedOfficeWorkbook, type OfficeWorkbook } from "../support/excel-poke";
import { stillDesk } from "../support/still-desk";

interface Bench {
  readonly office: OfficeWorkbook;
  run(signal?: AbortSignal, onProgress?: (done: number) => void, patience?: number): Promise<SelfTestReport>;
  snapshot(): Promise<BookSnapshot>;
}

/** A workbook with things of the person's in it, the add-in's functions at work. */
async function benchIn(profile: Profile): Promise<Bench> {
  const metadata = functionMetadata("en", "https://localhost/help") as { functions: FunctionMetadata[] };
  const office = await pokedOfficeWorkbook(profile, metadata.functions);
  for (const { id, run } of library) CustomFunctions.associate(id, run);
  const desk = stillDesk(office.gateway);
  const card = createLiveCard(desk);
  const figures = new LiveFiguresOfCard(card, desk);
  registerLiveFigures(figures);
  await card.wake();
  await office.book.batch("user", () => {
    const { activeSheet } = office.book;
    activeSheet.enter({ row: 0, column: 0, rows: 2, columns: 2 }, [
      ["'Mine", "'=kept"],
      [1, "=A2+1"],
    ]);
    office.book.select(activeSheet, [{ row: 1, column: 1, rows: 1, columns: 1 }]);
  });
  return {
    office,
    run: (signal = new AbortController().signal, onProgress = () => undefined, patience) =>
      runSelfTest(
        excelChecks({
          version: "1",
          namespace: "KAM",
          watchBareCalls: (listener) => figures.onAsked(listener),
        }),
        { signal, progress: ({ done }) => onProgress(done), now: () => performance.now(), patience },
      ),
    snapshot: async () => {
      await office.book.settled();
      return bookSnapshot(office.book);
    },
  };
}

const notPassed = ({ results }: SelfTestReport) =>
  results
    .filter(({ state }) => state !== "passed")
    .map(({ id, state, problem, detail }) => [id, state, problem, detail]);

const failedIds = ({ results }: SelfTestReport) =>
  Object.fromEntries(
    results.filter(({ state }) => state === "failed").map(({ id, problem }) => [id, problem]),
  );

/** Storage of the page, which Node lacks. */
const stored = new Map<string, string>();
Reflect.set(globalThis, "localStorage", {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => void stored.set(key, value),
  removeItem: (key: string) => void stored.delete(key),
});

describe("the self-test over the real office.js", () => {
  let bench: Bench;
  let before: BookSnapshot;
  beforeAll(async () => {
    bench = await benchIn({});
    before = await bench.snapshot();
  }, 60_000);
  afterAll(() => bench.office.close());
  afterEach(async () => {
    expect(await bench.snapshot()).toEqual(before);
  });

  it("[ST1] passes, and leaves the workbook as it was", async () => {
    const seen: number[] = [];
    const report = await bench.run(undefined, (done) => seen.push(done));
    expect(notPassed(report)).toEqual([]);
    expect(report).toMatchObject({ cancelled: false, leftSheet: null });
    expect(report.results).toHaveLength(checkIds.length);
    expect(seen).toEqual([...checkIds.keys(), checkIds.length]);
    expect(bench.office.book.selection()).toMatchObject({ active: { row: 1, column: 1 } });
    expect(report.facts.join("\n")).toContain("ExcelApi 1.15");
  }, 120_000);

  /** Fault → which checks fail, and why; those that fail with them are in brackets. */
  const faults: Readonly<Record<string, [Partial<Faults>, Readonly<Record<string, string>>]>> = {
    "the table does not grow": [
      { tableDoesNotGrow: true },
      {
        tableAppend: "tableDidNotGrow",
        tableFirstRows: "tableDidNotGrow",
        tableManyRows: "tableDidNotGrow",
        tableNoteBelow: "tableDidNotGrow",
        tableOwnColumn: "tableDidNotGrow",
      },
    ],
    "streams are shared": [{ sharedStreams: true }, { ownStreams: "streamsShared" }],
  };
  it.each(Object.entries(faults))(
    "[ST1] fails where %s, and says so",
    async (_, [fault, expected]) => {
      const { faults: switches } = bench.office.host;
      const off = Object.fromEntries(Object.keys(fault).map((key) => [key, switches[key as keyof Faults]]));
      Object.assign(switches, fault);
      const report = await bench.run();
      Object.assign(switches, off);
      expect(failedIds(report)).toEqual(expected);
    },
    120_000,
  );

  it("[ST1] fails where writes are swallowed, and still goes away", async () => {
    bench.office.host.faults.writeSwallowed = true;
    const report = await bench.run(undefined, undefined, 1_000);
    bench.office.host.faults.writeSwallowed = false;
    const failed = failedIds(report);
    expect(failed).toMatchObject({
      values: "writeSwallowed",
      lineBreaks: "writeSwallowed",
      culture: "writeSwallowed",
    });
    expect(Object.keys(failed)).not.toContain("freeze");
    expect(report.leftSheet).toBeNull();
  }, 240_000);

  it("[ST1] names what an older Excel is not asked, and passes there", async () => {
    const old = await benchIn({ ...profiles.oldest, ...profiles["dates-1904"], ...profiles.german });
    const report = await old.run();
    await old.office.close();
    Object.assign(globalThis, { Excel: bench.office.page.Excel, Office: bench.office.page.Office });
    expect(notPassed(report)).toEqual([["changeSource", "skipped", null, ""]]);
  }, 120_000);

  it("[ST1] takes its sheet away when it is cancelled, and tells what was not run", async () => {
    const cancelling = new AbortController();
    const report = await bench.run(cancelling.signal, (done) => {
      if (done === 3) cancelling.abort();
    });
    expect(report.cancelled).toBe(true);
    expect(report.results.map(({ state }) => state).slice(0, 5)).toEqual([
      ...["passed", "passed", "passed"],
      ...["not-run", "not-run"],
    ]);
    expect(report.leftSheet).toBeNull();
  }, 60_000);
});

describe("a self-test that meets an Excel that refuses", () => {
  it("[ST1] changes nothing where no sheet can be made, and names the sheet it cannot remove", async () => {
    const bench = await benchIn({});
    const { faults: switches } = bench.office.host;
    switches.readOnly = true;
    await expect(bench.run()).rejects.toMatchObject({ code: "read-only" });
    switches.readOnly = false;
    const cutOff = await bench.run(undefined, (done) => {
      if (done === checkIds.length - 1) switches.cellEdit = true;
    });
    expect(cutOff.leftSheet).toBe("KAM Card self-test");
    switches.cellEdit = false;
    const again = await bench.run();
    expect(again.leftSheet).toBeNull();
    expect(bench.office.book.sheets().map(({ name }) => name)).toEqual(["Sheet1"]);
    await bench.office.close();
  }, 120_000);
});
