import { languages } from "../../../src/core/units";
import { applyReview } from "../../../src/workbook/review/apply-review";
import { generateReview } from "../../../src/workbook/review/generate-review";
import { previewReview } from "../../../src/workbook/review/preview-review";
import { readGround } from "../../../src/workbook/review/review-ground";
import { surveyReview } from "../../../src/workbook/review/survey-review";
import { stillDesk } from "../../support/still-desk";
import {
  cellsOf,
  failingAt,
  fillTable,
  generate,
  generatedBench,
  heldBy,
  rowOf,
  sampleBench,
  sheetFor,
  smallBench,
  tableRow,
  today,
  typeInto,
  valueOf,
  type Bench,
} from "./review-bench";

const names = ({ workbook }: Bench) => workbook.book.sheets.map((sheet) => sheet.name);
const reviewNames = (bench: Bench) => names(bench).filter((name) => /review –|评审 –/i.test(name));

const retype = async (bench: Bench, account: string, header: string, value: string) => {
  const table = bench.workbook.book.tables.find((one) => one.name === "Accounts");
  if (!table) throw new Error("no accounts");
  const row = table.cells().findIndex((cells) => cells[0] === account);
  bench.workbook.type("Accounts", row + 1, table.headers.indexOf(header), value);
};

describe("generating a review", () => {
  it.each(languages)("[RV1] writes one sheet per tier and opens the cycle, in %s", async (language) => {
    const bench = await generatedBench(language);
    expect(reviewNames(bench)).toEqual(
      language === "en"
        ? ["Review – important 1998-05", "Review – special 1998-05", "Review – general 1998-05"]
        : ["评审 – 重要 1998-05", "评审 – 特殊 1998-05", "评审 – 一般 1998-05"],
    );
    const { book } = valueOf(await readGround(bench.desk));
    expect(await surveyReview(bench.workbook, book)).toMatchObject({
      kind: "open",
      cycle: "1998-05",
      asOf: 35_921,
      pending: 0,
      tiers: [
        { tier: "important", listed: 21, decided: 0, nextOpen: { row: 7 } },
        { tier: "special", listed: 17, decided: 0 },
        { tier: "general", listed: 58, decided: 0 },
      ],
    });
    expect(bench.workbook.book.active).toBe(reviewNames(bench)[0]);
  });

  it.each(languages)("[RV4] writes the overview before them, once, in %s", async (language) => {
    const bench = await generatedBench(language);
    const name = language === "en" ? "Overview 1998-05" : "总览 1998-05";
    const overviews = () => names(bench).filter((one) => one.startsWith(name));
    expect(overviews()).toEqual([name]);
    expect(names(bench).indexOf(name)).toBe(names(bench).indexOf(reviewNames(bench)[0] ?? "") - 1);
    await bench.workbook.write([{ kind: "rename-sheet", sheet: name, to: "Mine" }], []);
    expect(valueOf(await generate(bench.desk)).overview).toBe("Mine");
    expect(overviews()).toEqual([]);
    expect(names(bench).filter((one) => one === "Mine")).toHaveLength(1);
  });

  it("[RV5] takes at most nine trips beside the refresh, with 7 accounts and with 2,000", async () => {
    const trips = async (bench: Bench) => {
      const ground = await readGround(bench.desk);
      const before = bench.workbook.trips.length;
      valueOf(await generateReview(bench.desk, { refreshed: async () => ground }));
      return bench.workbook.trips.length - before;
    };
    const many = await smallBench();
    await fillTable(
      many,
      "Accounts",
      Array.from({ length: 2_000 }, (_, index) => ({
        "Account ID": `M${index}`,
        "Account name": `Firm ${index}`,
      })),
    );
    expect(await trips(await smallBench())).toBe(5);
    expect(await trips(many)).toBe(5);
  }, 60_000);

  it("[RV2] keeps what was typed, in place and with the same sheet names", async () => {
    const bench = await smallBench();
    valueOf(await generate(bench.desk));
    await typeInto(bench, "important", "A1", { decision: "keep", reason: "alliance", nextStep: "call" });
    await typeInto(bench, "special", "B2", { nextCheck: today + 20, approver: "Bob" });
    await fillTable(bench, "Accounts", [
      { "Account ID": "A0", "Account name": "Firm A0", Tier: "Important" },
    ]);
    const before = reviewNames(bench);
    expect(valueOf(await generate(bench.desk))).toMatchObject({ cycle: "2026-11", kept: 2 });
    expect(reviewNames(bench).sort()).toEqual(before.sort());
    expect(rowOf(await sheetFor(bench, "important"), "A1").typed).toMatchObject({
      decision: "keep",
      reason: "alliance",
      nextStep: "call",
    });
    expect(rowOf(await sheetFor(bench, "special"), "B2").typed).toMatchObject({
      nextCheck: today + 20,
      approver: "Bob",
    });
    expect((await sheetFor(bench, "important")).rows).toHaveLength(3);
    expect((await heldBy(bench)).cycles.rows).toHaveLength(1);
  });

  it("[RV2] moves a decision whose account left the list below the table, and back when it returns", async () => {
    const bench = await smallBench();
    valueOf(await generate(bench.desk));
    await typeInto(bench, "general", "C1", { decision: "watch", reason: "late payer" });
    await retype(bench, "C1", "Tier", "Important");
    valueOf(await generate(bench.desk));
    const gone = rowOf(await sheetFor(bench, "general"), "C1");
    expect(gone).toMatchObject({
      gone: true,
      typed: { decision: "watch", reason: "late payer", name: "Firm C1" },
    });
    expect(valueOf(await previewReview(bench.desk)).toApply).toEqual([]);
    valueOf(await generate(bench.desk));
    expect(rowOf(await sheetFor(bench, "general"), "C1").gone).toBe(true);
    await retype(bench, "C1", "Tier", "General");
    valueOf(await generate(bench.desk));
    const back = rowOf(await sheetFor(bench, "general"), "C1");
    expect(back).toMatchObject({ gone: false, typed: { decision: "watch", reason: "late payer" } });
  });

  it("[RV2] keeps a sheet's new name and leaves a person's copy alone", async () => {
    const bench = await smallBench();
    valueOf(await generate(bench.desk));
    const [sheet] = bench.workbook.book.sheets.filter((one) => one.name.includes("important"));
    if (!sheet) throw new Error("no sheet");
    await bench.workbook.write([{ kind: "rename-sheet", sheet: sheet.name, to: "Key accounts" }], []);
    valueOf(await generate(bench.desk));
    expect(names(bench)).toContain("Key accounts");
    expect(reviewNames(bench)).toHaveLength(2);
  });

  it("[RV1] gives a sheet whose name is taken a suffix", async () => {
    const bench = await smallBench();
    await bench.workbook.write([{ kind: "add-sheet", name: "Review – special 2026-11" }], []);
    expect(valueOf(await generate(bench.desk)).sheets[1]).toBe("Review – special 2026-11 (2)");
    expect(names(bench)).toContain("Review – special 2026-11");
  });

  it("[RV1] numbers a second cycle of the month once the first is applied", async () => {
    const bench = await smallBench();
    valueOf(await generate(bench.desk));
    for (const tier of ["important", "special", "general"] as const) {
      for (const { typed } of (await sheetFor(bench, tier)).rows)
        await typeInto(bench, tier, typed.account, { decision: "keep" });
    }
    expect(valueOf(await applyReview(bench.desk))).toMatchObject({ undecided: 0 });
    expect(valueOf(await generate(bench.desk)).cycle).toBe("2026-11-2");
    expect(tableRow(bench, "Cycles", "State", "Open").map((row) => row.Cycle)).toEqual(["2026-11-2"]);
    expect(reviewNames(bench)).toHaveLength(6);
  });

  it("[RV2] keeps an account on its sheet after its decision was applied, with the tier it had", async () => {
    const bench = await smallBench();
    valueOf(await generate(bench.desk));
    await typeInto(bench, "general", "C1", { decision: "promote", reason: "grows" });
    valueOf(await applyReview(bench.desk));
    valueOf(await generate(bench.desk));
    expect((await sheetFor(bench, "general")).rows.map((row) => row.typed.account)).toContain("C1");
    expect((await sheetFor(bench, "important")).rows.map((row) => row.typed.account)).not.toContain("C1");
    expect(valueOf(await previewReview(bench.desk))).toMatchObject({ alreadyApplied: 1, toApply: [] });
  });

  it("[TP3] a cancel leaves the workbook as it was, whenever it comes", async () => {
    for (const step of ["refresh", "review.important", "review.general"]) {
      const bench = await smallBench();
      const before = cellsOf(bench);
      const stop = new AbortController();
      const desk = stillDesk(bench.workbook, "en", stop.signal);
      const watching = {
        ...desk,
        progress: (progress: { step: string; done: number; total: number }) => {
          if (progress.step === step) stop.abort();
        },
      };
      expect(await generate(watching)).toMatchObject({ ok: false, issue: { code: "review.cancelled" } });
      expect(cellsOf(bench)).toEqual(before);
    }
  });

  it("[RV2] a failure at any action leaves the old sheets or the new ones, and what was typed", async () => {
    const outcomes = new Set<string>();
    const typedIn = async (bench: Bench) =>
      (await heldBy(bench)).sheets.flatMap((sheet) =>
        sheet.rows.filter((row) => row.typed.decision !== "").map((row) => row.typed),
      );
    for (const again of [false, true]) {
      for (let batch = 1; batch <= 4; batch += 1) {
        for (let action = 0; action < 20; action += 1) {
          const bench = await smallBench();
          if (again) {
            valueOf(await generate(bench.desk));
            await typeInto(bench, "important", "A1", { decision: "keep", reason: "alliance" });
          }
          const before = cellsOf(bench);
          const outcome = await failingAt(bench, batch, action, () => generate(bench.desk));
          if (outcome === null) break;
          outcomes.add(outcome);
          if (outcome !== "ok") expect(cellsOf(bench)).toEqual(before);
          else {
            expect(reviewNames(bench)).toHaveLength(3);
            expect((await heldBy(bench)).cycles.rows).toHaveLength(1);
            expect(names(bench).filter((name) => name.startsWith("Cycles"))).toEqual(["Cycles"]);
          }
          if (again)
            expect(await typedIn(bench)).toMatchObject([
              { account: "A1", decision: "keep", reason: "alliance" },
            ]);
          valueOf(await generate(bench.desk));
          expect(reviewNames(bench)).toHaveLength(3);
        }
      }
    }
    expect([...outcomes].sort()).toEqual(["hostFailedAction", "ok"]);
  }, 120_000);

  it("[TP3] counts its progress in rows", async () => {
    const bench = await sampleBench();
    valueOf(await generate(bench.desk));
    expect(bench.desk.seen).toEqual([
      { step: "refresh", done: 0, total: 0 },
      { step: "review.important", done: 0, total: 96 },
      { step: "review.special", done: 21, total: 96 },
      { step: "review.general", done: 38, total: 96 },
      { step: "review.finish", done: 96, total: 96 },
    ]);
  });

  it("[RV3] says that there is no review before the first", async () => {
    const bench = await smallBench();
    expect(await applyReview(bench.desk)).toMatchObject({ ok: false, issue: { code: "review.none" } });
    const { book } = valueOf(await readGround(bench.desk));
    expect(await surveyReview(bench.workbook, book)).toEqual({ kind: "none" });
  });
});
