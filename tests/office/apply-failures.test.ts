import { applyReview } from "../../src/workbook/review/apply-review";
import { finishPending, takeBackPending } from "../../src/workbook/review/pending-review";
import type { BookSnapshot } from "../../workbench/book/book-snapshot";
import { decidedAgainBench, decidedBench, firstDecisions, secondDecisions } from "./decided-bench";
import { failurePoints, type FailurePoints } from "./failure-points";
import { differencesOf, goBack, keep, rowsOf, textOf, valueOf, type OfficeBench } from "./office-bench";

const benches = [
  ["that makes its tables", decidedBench, Object.keys(firstDecisions).length],
  [
    "into tables with columns and totals of the user's",
    decidedAgainBench,
    Object.keys(secondDecisions).length,
  ],
] as const;

describe.each(benches)("an Apply over the real office.js %s and breaks off", (_, make, decided) => {
  let bench: OfficeBench;
  let start: BookSnapshot;
  let before: string;
  let after: string;
  let whole: FailurePoints;

  beforeAll(async () => {
    bench = await make();
    start = await keep(bench);
    before = textOf(start);
    whole = await failurePoints(bench.office.host, async () => {
      const report = valueOf(await applyReview(bench.desk()));
      expect(report).toMatchObject({ applied: decided, stopped: [] });
    });
    after = textOf(await keep(bench));
  }, 120_000);
  afterAll(() => bench.office.close());

  const stateOf = (snapshot: BookSnapshot): "before" | "after" | "between" => {
    const text = textOf(snapshot);
    if (text === before) return "before";
    return text === after ? "after" : "between";
  };

  it("[RV3] a second Apply changes nothing", async () => {
    const rows = (await rowsOf(bench, "reviews")).length;
    const once = await keep(bench);
    expect(valueOf(await applyReview(bench.desk()))).toMatchObject({ applied: 0, reviewRows: 0 });
    expect(differencesOf(once, await keep(bench))).toEqual([]);
    expect(await rowsOf(bench, "reviews")).toHaveLength(rows);
  }, 60_000);

  /** Breaks off at an action; what the operation says and what the workbook holds then. */
  async function breakAt(at: number): Promise<{ said: string; left: BookSnapshot }> {
    const { faults } = bench.office.host;
    faults.failAtAction = at;
    const outcome = await applyReview(bench.desk());
    expect({ at, left: faults.failAtAction }).toEqual({ at, left: null });
    return { said: outcome.ok ? "ok" : outcome.issue.code, left: await keep(bench) };
  }

  // From the state before, Apply is the undisturbed run once more, so that a way that ends there needs no second one.
  it("[RV3] ends in a clean state at every action, or is finished or taken back to one", async () => {
    expect(whole.actions).toBeGreaterThan(100);
    const said = new Map<string, number>();
    await goBack(bench, start);
    for (const at of whole.points) {
      const broken = await breakAt(at);
      said.set(broken.said, (said.get(broken.said) ?? 0) + 1);
      if (broken.said !== "review.pending") {
        const ended = stateOf(broken.left);
        const clean =
          broken.said === "ok" ? { ended: "after" } : { said: "hostFailedAction", ended: "before" };
        const differing = ended === "between" ? differencesOf(start, broken.left) : [];
        expect({ at, said: broken.said, ended, differing }).toMatchObject({ ...clean, differing: [] });
        if (ended === "after") await goBack(bench, start, broken.left);
        continue;
      }
      valueOf(await finishPending(bench.desk()));
      const finished = await keep(bench);
      expect({ at, way: "finish", ended: stateOf(finished) }).toMatchObject({ ended: "after" });
      await goBack(bench, broken.left, finished);
      valueOf(await takeBackPending(bench.desk()));
      const ended = stateOf(await keep(bench));
      expect({ at, way: "take back", ended }).toMatchObject({ ended: "before" });
    }
    expect([...said.keys()].sort()).toEqual(expect.arrayContaining(["hostFailedAction", "review.pending"]));
  }, 300_000);
});
