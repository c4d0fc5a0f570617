import { applyReview } from "../../src/workbook/review/apply-review";
import { finishPending, takeBackPending } from "../../src/workbook/review/pending-review";
import type { BookSnapshot } from "../../workbench/book/book-snapshot";
import { decidedAgainBench, decidedBench, firstDecisions, secondDecisions } from "./decided-bench";
import { failurePoints, type FailurePoints } from "./failure-points";
import { differencesOf, goBack, keep, rowsOf, textOf, valueOf, type OfficeBench } from "./office-bench";

/** Where there are many pending states, neighbours are ended in turn one way and the other: they differ by one write. */
const bothWays = [["finish", "take back"]];
const inTurn = [["finish"], ["take back"]];

const benches = [
  ["that makes its tables", decidedBench, firstDecisions, bothWays],
  ["into tables with columns and totals of the user's", decidedAgainBench, secondDecisions, inTurn],
] as const;

describe.each(benches)("an Apply over the real office.js %s and breaks off", (_, make, decisions, ways) => {
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
      expect(report).toMatchObject({ applied: Object.keys(decisions).length, stopped: [] });
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

  /** One or both ways out of a pending Apply, each from what it left; ends in the state before. */
  async function endPending(at: number, left: BookSnapshot, ways: readonly string[]): Promise<void> {
    let now = left;
    for (const way of ways) {
      if (now !== left) await goBack(bench, left, now);
      if (way === "finish") valueOf(await finishPending(bench.desk()));
      else valueOf(await takeBackPending(bench.desk()));
      now = await keep(bench);
      const ended = way === "finish" ? "after" : "before";
      expect({ at, way, ended: stateOf(now) }).toEqual({ at, way, ended });
    }
    if (stateOf(now) === "after") await goBack(bench, start, now);
  }

  // From the state before, Apply is the undisturbed run once more, so that a way that ends there needs no second one.
  it("[RV3] ends in a clean state at every action, or is finished or taken back to one", async () => {
    expect(whole.actions).toBeGreaterThan(100);
    const said = new Map<string, number>();
    await goBack(bench, start);
    let turn = 0;
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
      await endPending(at, broken.left, ways[turn % ways.length] ?? []);
      turn += 1;
    }
    expect([...said.keys()].sort()).toEqual(expect.arrayContaining(["hostFailedAction", "review.pending"]));
  }, 300_000);
});
