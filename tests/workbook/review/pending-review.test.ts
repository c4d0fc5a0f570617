import { applyReview } from "../../../src/workbook/review/apply-review";
import { finishPending, takeBackPending } from "../../../src/workbook/review/pending-review";
import { previewReview } from "../../../src/workbook/review/preview-review";
import { readGround } from "../../../src/workbook/review/review-ground";
import { surveyReview } from "../../../src/workbook/review/survey-review";
import {
  cellsOf,
  failingAt,
  generate,
  smallBench,
  tableRow,
  typeInto,
  valueOf,
  type Bench,
} from "./review-bench";

/** Six of seven accounts decided, one stopped. */
async function decidedBench(): Promise<Bench> {
  const bench = await smallBench();
  valueOf(await generate(bench.desk));
  await typeInto(bench, "important", "A1", { decision: "keep" });
  await typeInto(bench, "important", "A2", { decision: "demote", reason: "shrinking" });
  await typeInto(bench, "special", "B1", { decision: "keep", nextStep: "visit" });
  await typeInto(bench, "special", "B2", { decision: "release", reason: "paid" });
  await typeInto(bench, "general", "C1", { decision: "exit", reason: "no profit", approver: "Bob" });
  await typeInto(bench, "general", "C2", { decision: "watch", reason: "dispute: late" });
  await typeInto(bench, "general", "C3", { decision: "promote" });
  return bench;
}

describe("an Apply that breaks off", () => {
  it("[RV3] ends in a clean state, or is finished or taken back to one, whatever action failed", async () => {
    const before = cellsOf(await decidedBench());
    const done = await decidedBench();
    valueOf(await applyReview(done.desk));
    const after = cellsOf(done);
    const outcomes = new Set<string>();
    for (const way of ["finish", "take back"] as const) {
      // First batch: tables are made; second: the decisions.
      for (const batch of [1, 2]) {
        for (let action = 0; action < 40; action += 1) {
          const bench = await decidedBench();
          const failed = await applyFailingAt(bench, batch, action);
          if (failed === null) break;
          outcomes.add(failed);
          if (failed === "review.pending") {
            if (way === "finish") valueOf(await finishPending(bench.desk));
            else valueOf(await takeBackPending(bench.desk));
            expect(withoutIds(cellsOf(bench))).toEqual(withoutIds(way === "finish" ? after : before));
          } else if (failed === "ok") {
            // Only the sentence beside the stopped row or the filter's return was lost: once more, all is there.
            valueOf(await applyReview(bench.desk));
            expect(withoutIds(cellsOf(bench))).toEqual(withoutIds(after));
          } else {
            expect(cellsOf(bench)).toEqual(before);
            valueOf(await applyReview(bench.desk));
            expect(withoutIds(cellsOf(bench))).toEqual(withoutIds(after));
          }
        }
      }
    }
    expect([...outcomes].sort()).toEqual(["hostFailedAction", "ok", "review.pending"]);
  }, 120_000);

  it("[RV3] refuses a new Apply or review sheets while one is pending", async () => {
    const bench = await decidedBench();
    expect(await applyFailingAt(bench, 2, 3)).toBe("review.pending");
    expect(await applyReview(bench.desk)).toMatchObject({
      ok: false,
      issue: { code: "review.pendingFirst" },
    });
    expect(await previewReview(bench.desk)).toMatchObject({
      ok: false,
      issue: { code: "review.pendingFirst" },
    });
    const { book } = valueOf(await readGround(bench.desk));
    expect(await surveyReview(bench.workbook, book)).toMatchObject({ pending: 6 });
  });

  it("[RV3] leaves what a person changed in between when it is taken back", async () => {
    const bench = await decidedBench();
    expect(await applyFailingAt(bench, 2, 7)).toBe("review.pending");
    const table = bench.workbook.book.tables.find((one) => one.name === "Accounts");
    const row = table?.cells().findIndex((cells) => cells[0] === "A2") ?? -1;
    bench.workbook.type("Accounts", row + 1, table?.headers.indexOf("Tier") ?? 0, "Special");
    valueOf(await takeBackPending(bench.desk));
    expect(tableRow(bench, "Accounts", "Account ID", "A2")[0]).toMatchObject({
      Tier: "Special",
      "Last review": "",
    });
    expect(tableRow(bench, "Accounts", "Account ID", "A1")[0]).toMatchObject({
      Tier: "Important",
      "Last review": "",
    });
  });

  it("[RV3] keeps nothing when the Reviews table does not grow", async () => {
    const bench = await decidedBench();
    await applyFailingAt(bench, 2, 0);
    const before = cellsOf(bench);
    bench.workbook.faults.swallowWrites = true;
    const outcome = await applyReview(bench.desk);
    bench.workbook.faults.swallowWrites = false;
    expect(outcome.ok).toBe(false);
    expect(cellsOf(bench)).toEqual(before);
  });
});

const applyFailingAt = (bench: Bench, batch: number, action: number) =>
  failingAt(bench, batch, action, () => applyReview(bench.desk));

/** Drawn ids and the hashes over them differ between two runs; what they say does not. */
function withoutIds(cells: ReturnType<typeof cellsOf>): unknown {
  const text = JSON.stringify(cells)
    .replace(/(REV|WAT|AUD)-\d{8}-[0-9A-Z]{6}/g, "$1")
    .replace(/[0-9a-f]{64}/g, "hash");
  return JSON.parse(text);
}
