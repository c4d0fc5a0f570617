import { languages } from "../../../src/core/units";
import { applyReview } from "../../../src/workbook/review/apply-review";
import { previewReview } from "../../../src/workbook/review/preview-review";
import { surveyReview } from "../../../src/workbook/review/survey-review";
import { readGround } from "../../../src/workbook/review/review-ground";
import { pokeInMemory } from "../../support/in-memory-poke";
import {
  cellsOf,
  checkOf,
  generatedBench,
  heldBy,
  modelOf,
  tableRow,
  typeInto,
  valueOf,
  type Bench,
} from "./review-bench";

/** One of every decision, and one that is stopped. */
async function decide(bench: Bench): Promise<void> {
  await typeInto(bench, "important", "SAVEA", { decision: "keep" });
  await typeInto(bench, "important", "QUICK", { decision: "demote", reason: "shrinking margin" });
  await typeInto(bench, "important", "HANAR", { decision: "Watch", reason: "grows too fast for its credit" });
  await typeInto(bench, "special", "MEREP", { decision: "保留", nextStep: "visit", nextCheck: 35_950 });
  await typeInto(bench, "special", "SEVES", { decision: "release", reason: "bought again" });
  await typeInto(bench, "special", "VICTE", {
    decision: "EXIT",
    reason: "no profit",
    approver: "Andrew Fuller",
  });
  await typeInto(bench, "general", "VAFFE", { decision: "promote", reason: "0.8 below the cut" });
  await typeInto(bench, "general", "PICCO", { decision: "watch", reason: "dispute: late delivery" });
  await typeInto(bench, "general", "OTTIK", { decision: "promote" });
}

async function decidedBench(): Promise<Bench> {
  const bench = await generatedBench();
  await decide(bench);
  return bench;
}

describe("applying a review", () => {
  it("[RV3] writes tier, last review, strategy and watch rows as the decisions table says", async () => {
    const bench = await decidedBench();
    const report = valueOf(await applyReview(bench.desk));
    expect(report).toMatchObject({ cycle: "1998-05", applied: 8, reviewRows: 8, undecided: 91 - 9 });
    const account = (id: string) => tableRow(bench, "Accounts", "Account ID", id)[0];
    expect(account("SAVEA")).toMatchObject({ Tier: "Important", "Last review": 35_921, "Changed by": "Ann" });
    expect(account("QUICK")).toMatchObject({ Tier: "General" });
    expect(account("HANAR")).toMatchObject({ Tier: "Important" });
    expect(account("MEREP")).toMatchObject({ Tier: "Special" });
    expect(account("SEVES")).toMatchObject({ Tier: "General" });
    expect(account("VICTE")).toMatchObject({ Tier: "General", Strategy: "Exit" });
    expect(account("VAFFE")).toMatchObject({ Tier: "Important" });
    expect(account("PICCO")).toMatchObject({ Tier: "Special" });
    expect(account("OTTIK")).toMatchObject({ Tier: "", "Last review": "" });
    const watched = (id: string) =>
      tableRow(bench, "Watchlist", "Account ID", id).map((row) => [row.Kind, row.Cause, row.Since]);
    expect(watched("HANAR")).toEqual([["Growing", "grows too fast for its credit", 35_921]]);
    expect(watched("MEREP")).toEqual([["Lost", "lost: 188 days, limit 90", 35_921]]);
    expect(watched("PICCO")).toEqual([["Dispute", "dispute: late delivery", 35_921]]);
    expect(watched("SEVES")).toEqual([]);
    expect(watched("VICTE")).toEqual([]);
    expect(tableRow(bench, "Watchlist", "Account ID", "MEREP")[0]).toMatchObject({
      Measure: "visit",
      "Next check": 35_950,
    });
    expect(tableRow(bench, "Reviews", "Account ID", "VICTE")[0]).toMatchObject({
      Decision: "Exit",
      "Tier before": "Special",
      "Tier after": "General",
      Approver: "Andrew Fuller",
      State: "Applied",
      Reviewer: "Ann",
    });
  });

  it("[RV3] stops a row alone, with a sentence beside it that goes once the row is right", async () => {
    const bench = await decidedBench();
    const report = valueOf(await applyReview(bench.desk));
    expect(report.stopped).toMatchObject([{ account: "OTTIK", issue: { code: "review.noReason" } }]);
    expect(await checkOf(bench, "general", "OTTIK")).toBe(
      "“Promote” needs a reason. Not applied until you type one.",
    );
    await typeInto(bench, "general", "OTTIK", { reason: "close to the cut" });
    expect(valueOf(await applyReview(bench.desk))).toMatchObject({ applied: 1, stopped: [] });
    expect(await checkOf(bench, "general", "OTTIK")).toBe("");
  });

  it("[RV3] changes nothing on a second click", async () => {
    const bench = await decidedBench();
    valueOf(await applyReview(bench.desk));
    const before = cellsOf(bench);
    const report = valueOf(await applyReview(bench.desk));
    expect(report).toMatchObject({ applied: 0, reviewRows: 0, auditRows: 0, moved: [] });
    expect(cellsOf(bench)).toEqual(before);
  });

  it("[RV3] shows in the preview what Apply then does, and writes nothing for it", async () => {
    const bench = await decidedBench();
    const before = cellsOf(bench);
    const preview = valueOf(await previewReview(bench.desk));
    expect(cellsOf(bench)).toEqual(before);
    expect(preview.toApply.map((row) => [row.account, row.decision, row.tierBefore, row.tierAfter])).toEqual([
      ["SAVEA", "keep", "important", "important"],
      ["QUICK", "demote", "important", "general"],
      ["HANAR", "watch", "important", "important"],
      ["MEREP", "keep", "special", "special"],
      ["SEVES", "release", "special", "general"],
      ["VICTE", "exit", "special", "general"],
      ["PICCO", "watch", "general", "special"],
      ["VAFFE", "promote", "general", "important"],
    ]);
    const report = valueOf(await applyReview(bench.desk));
    expect(report.applied).toBe(preview.toApply.length);
    expect(report.moved.map((one) => one.account)).toEqual(["QUICK", "SEVES", "VICTE", "PICCO", "VAFFE"]);
    const after = valueOf(await previewReview(bench.desk));
    expect(after).toMatchObject({ toApply: [], alreadyApplied: 8, undecided: 82 });
  });

  it("[RV3] applies the cycle once every account is decided", async () => {
    const bench = await generatedBench();
    const { sheets } = await heldBy(bench);
    for (const sheet of sheets) {
      for (const row of sheet.rows) await typeInto(bench, sheet, row.typed.account, { decision: "keep" });
    }
    const report = valueOf(await applyReview(bench.desk));
    expect(report).toMatchObject({ applied: 91, undecided: 0, stopped: [] });
    expect(tableRow(bench, "Cycles", "Cycle", "1998-05")[0]).toMatchObject({
      State: "Applied",
      "Applied by": "Ann",
    });
    const { book } = valueOf(await readGround(bench.desk));
    expect(await surveyReview(bench.workbook, book)).toMatchObject({
      kind: "applied",
      cycle: "1998-05",
      pending: 0,
    });
    // Every fired rule has become one open row, important accounts included.
    const model = await modelOf(bench);
    const kinds = [...model.accounts.values()].flatMap((one) => [
      ...new Set(one.fired.map((rule) => rule.kind)),
    ]);
    expect((await heldBy(bench)).watchlist.rows).toHaveLength(kinds.length);
  });

  it("[S132] chains one audit row to each changed cell and watch row", async () => {
    const bench = await decidedBench();
    const report = valueOf(await applyReview(bench.desk));
    const { audit } = await heldBy(bench);
    expect(audit.rows).toHaveLength(report.auditRows);
    audit.rows
      .slice(1)
      .forEach((row, index) => expect(row.values.previousHash).toBe(audit.rows[index]?.values.hash));
    expect(audit.rows.map((row) => row.values.source)).toEqual(audit.rows.map(() => "apply"));
    const quick = audit.rows
      .filter((row) => row.values.row === "QUICK")
      .map(({ values }) => [values.column, values.before, values.after]);
    expect(quick).toEqual([
      ["Tier", "", "General"],
      ["Last review", "", "1998-05-06"],
    ]);
  });

  it("[RV3] lists an account on one sheet only for its decision: two different ones stop it", async () => {
    const bench = await generatedBench();
    await typeInto(bench, "important", "HANAR", { decision: "keep" });
    await typeInto(bench, "special", "HANAR", { decision: "watch", reason: "credit" });
    const preview = valueOf(await previewReview(bench.desk));
    expect(preview.toApply).toEqual([]);
    expect(preview.stopped.map((row) => row.issue.code)).toEqual([
      "review.twoDecisions",
      "review.twoDecisions",
    ]);
    await typeInto(bench, "special", "HANAR", { decision: "KEEP", reason: "" });
    expect(valueOf(await previewReview(bench.desk)).toApply.map((row) => row.account)).toEqual(["HANAR"]);
  });

  it.each(languages)("[RV3] understands decisions in both languages on a %s workbook", async (language) => {
    const bench = await generatedBench(language);
    await typeInto(bench, "general", "VAFFE", { decision: "  PROMOTE ", reason: "x" });
    await typeInto(bench, "general", "PICCO", { decision: "升级", reason: "x" });
    await typeInto(bench, "general", "OTTIK", { decision: "also", reason: "x" });
    const preview = valueOf(await previewReview(bench.desk));
    expect(preview.toApply.map((row) => [row.account, row.decision])).toEqual([
      ["PICCO", "promote"],
      ["VAFFE", "promote"],
    ]);
    expect(preview.stopped.map((row) => row.issue.code)).toEqual(["review.unknownWord"]);
  });

  it("[WB14] puts tiers right that a co-author's sort misplaced while they were written", async () => {
    const bench = await decidedBench();
    const clean = await decidedBench();
    valueOf(await applyReview(clean.desk));
    const poke = pokeInMemory(bench.workbook);
    let trips = 0;
    bench.workbook.faults.beforeTrip = () => {
      // Right before the batch that writes the decisions.
      if (bench.workbook.trips.at(-1) === "write" && trips++ === 1)
        void poke.sort("Accounts", "Account name");
    };
    valueOf(await applyReview(bench.desk));
    expect(trips).toBeGreaterThan(1);
    const tiers = (one: Bench) => tableOf(one).sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
    expect(tiers(bench)).toEqual(tiers(clean));
  });

  it("[WB14] writes past a filter and leaves it as it was", async () => {
    const bench = await decidedBench();
    const poke = pokeInMemory(bench.workbook);
    await poke.filter("Accounts", "Account ID", ["SAVEA"]);
    valueOf(await applyReview(bench.desk));
    expect(tableRow(bench, "Accounts", "Account ID", "VAFFE")[0]).toMatchObject({ Tier: "Important" });
    expect(tableRow(bench, "Accounts", "Account ID", "SAVEA")[0]).toMatchObject({ Tier: "Important" });
    expect(await poke.visibleRows("Accounts")).toHaveLength(1);
  });

  it("[TP4] writes nothing while a table is on a protected sheet", async () => {
    const bench = await decidedBench();
    await pokeInMemory(bench.workbook).protect("Accounts", true);
    const before = cellsOf(bench);
    expect(await applyReview(bench.desk)).toMatchObject({ ok: false, issue: { code: "protectedAction" } });
    expect(cellsOf(bench)).toEqual(before);
  });
});

const tableOf = ({ workbook }: Bench) =>
  (workbook.book.tables.find((one) => one.name === "Accounts")?.cells() ?? []).map((cells) => [...cells]);
