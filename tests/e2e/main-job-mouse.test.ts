import { eventually } from "./eventually";
import { expectedTiers } from "./expected-tiers";
import { addLiveColumn } from "./live-columns";
import { ExcelWindow } from "./page-models/excel-window";
import { columnOf, decide, readReviewSheet } from "./page-models/review-sheet";
import type { Row } from "./page-models/workbook";
import { english as words } from "./page-models/words";
import { SavedFile } from "./saved-file";

const expected = expectedTiers();

/** Account → tier in English and score, as two live columns show them. */
function tiersIn(rows: readonly Row[]): Map<unknown, unknown> {
  return new Map(rows.map((row) => [row["Account ID"], row["My tier"]]));
}

/** Neither blank nor #BUSY!. */
function isAnswered(value: unknown): boolean {
  return (
    value !== null && value !== undefined && JSON.stringify(value) !== JSON.stringify({ error: "#BUSY!" })
  );
}

describe("the main job by mouse, in English, in Excel on the web", () => {
  let excel: ExcelWindow;
  beforeAll(async () => {
    excel = await ExcelWindow.open({ flavour: "web", locale: "en-US" });
  }, 60_000);
  afterAll(() => excel.close());

  it("[J1][TP6] sets up the workbook with the sample by one click, in at most 12 round trips", async () => {
    const { pane, workbook } = excel;
    await pane.field(words.yourName).fill("Ann Lee");
    const trips = await workbook.countWriting(async () => {
      await pane.button(words.sample).click();
      await pane.inside.getByRole("tab", { name: words.today }).waitFor();
    });
    expect(trips).toBeGreaterThan(0);
    expect(trips).toBeLessThanOrEqual(12);
    expect(await workbook.rows("Accounts")).toHaveLength(expected.size);
    expect(await workbook.rows("Purchases")).toHaveLength(2155);
    expect(await workbook.rows("Interactions")).toHaveLength(1093);
    expect((await workbook.sheetNames())[0]).toBe("Sheet1");
  }, 60_000);

  it("[J5][SC1] formulas typed beside the table show tier and score of all 91 accounts", async () => {
    const { workbook } = excel;
    await addLiveColumn(excel, { header: "My tier", formula: "=KAM.TIER([@[Account ID]])" });
    await addLiveColumn(excel, { header: "My score", formula: "=KAM.SCORE([@[Account ID]])" });
    const rows = await eventually(
      () => workbook.rows("Accounts"),
      (now) => now.every((row) => isAnswered(row["My tier"]) && isAnswered(row["My score"])),
    );
    const tiers = new Map([...expected].map(([id, { tier }]) => [id, words.tiers[tier as "general"]]));
    expect(tiersIn(rows)).toEqual(tiers);
    for (const row of rows) {
      const { score } = expected.get(String(row["Account ID"]))!;
      if (score === null) expect(row["My score"]).toMatchObject({ error: "#N/A" });
      else expect(Math.abs(Number(row["My score"]) - score)).toBeLessThanOrEqual(0.01);
    }
  }, 60_000);

  it("[J3] selecting a row opens its account, with the score of the cell", async () => {
    const { grid, pane, workbook } = excel;
    const { sheet, row } = await workbook.place("Accounts", "Account ID");
    const ids = (await workbook.rows("Accounts")).map((one) => one["Account ID"]);
    await pane.toArea(words.account);
    await grid.goToCell(sheet, row + ids.indexOf("VAFFE"), 1);
    await pane.heading("Vaffeljernet").waitFor();
    expect(await pane.text()).toContain("63.4");
  }, 30_000);

  it("[J4][TP1] a revisit logged with all its fields is in the table and audited, in at most 3 round trips", async () => {
    const { pane, workbook } = excel;
    await workbook.quiet();
    await pane.button(words.log).click();
    await pane.choice(words.kind).selectOption({ label: words.revisit });
    await pane.field(words.said).fill("=they like the new cheese");
    await pane.field(words.result).fill("Sample sent");
    await pane.field(words.usage).fill("Two boxes a week");
    await pane.field(words.needs).fill("Smaller boxes");
    await pane.field(words.introduced).fill("Chai");
    await pane.field(words.nextStep).fill("Send the price list");
    const trips = await workbook.countWriting(async () => {
      await pane.button(words.save).click();
      await pane.shows(words.saved);
    });
    expect(trips).toBeGreaterThan(0);
    expect(trips).toBeLessThanOrEqual(3);
    const rows = await workbook.rows("Interactions");
    expect(rows).toHaveLength(1094);
    const { "Interaction ID": id, ...entry } = rows.at(-1)!;
    expect(id).toMatch(/^INT-\d{8}-[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(entry).toMatchObject({
      "Account ID": "VAFFE",
      Kind: "Revisit",
      "What was said": "=they like the new cheese",
      Result: "Sample sent",
      Usage: "Two boxes a week",
      "New needs": "Smaller boxes",
      "Products introduced": "Chai",
      "Next action": "Send the price list",
      Author: "Ann Lee",
      "Created by": "Ann Lee",
    });
    expect(Number(entry["Next date"])).toBeGreaterThan(Number(entry["Date"]));
    expect((await workbook.rows("Audit")).map((row) => row["Row"])).toContain(id);
  }, 60_000);

  it("[J8][RV1] one click writes three review sheets, in at most 12 round trips", async () => {
    const { pane, workbook, page } = excel;
    await pane.toArea(words.reviews);
    const trips = await workbook.countWriting(async () => {
      await pane.button(words.generate).click();
      await pane.shows(words.written);
    });
    expect(trips).toBeGreaterThan(0);
    expect(trips).toBeLessThanOrEqual(12);
    for (const tier of ["important", "special", "general"] as const) {
      const sheet = await readReviewSheet(page, words.sheet[tier], words);
      const own = [...expected].filter(([, account]) => account.tier === tier).map(([id]) => id);
      expect([...sheet.rows.keys()]).toEqual(expect.arrayContaining(own));
    }
  }, 60_000);

  it("[FN8][RV4] cell, pane and review sheet show the same score; no formula of the add-in is on the sheet", async () => {
    const { workbook, page } = excel;
    const inCells = new Map(
      (await workbook.rows("Accounts")).map((row) => [row["Account ID"], Number(row["My score"])]),
    );
    for (const tier of ["important", "special", "general"] as const) {
      const sheet = await readReviewSheet(page, words.sheet[tier], words);
      const column = columnOf(sheet, words, "score");
      for (const [id, row] of sheet.rows) {
        const [[score]] = (await workbook.content(sheet.name, row, column)) as [[unknown]];
        if (typeof score === "number") expect(score).toBeCloseTo(inCells.get(id) ?? NaN, 2);
        else expect(inCells.get(id)).toBeNaN();
      }
      expect(await workbook.formulasOf(sheet.name)).toEqual([]);
    }
  }, 60_000);

  it("[RV3] decisions typed with reasons are shown, applied and audited; one without a reason is left out", async () => {
    const { grid, pane, page, workbook } = excel;
    const important = await readReviewSheet(page, words.sheet.important, words);
    const special = await readReviewSheet(page, words.sheet.special, words);
    const general = await readReviewSheet(page, words.sheet.general, words);
    await decide(grid, important, words, "SAVEA", { decision: "Keep" });
    await decide(grid, important, words, "HANAR", { decision: "Watch", reason: "Grows too fast" });
    await decide(grid, special, words, "BLONP", {
      decision: "Exit",
      approver: "Max Boss",
      reason: "No orders",
    });
    await decide(grid, general, words, "VAFFE", { decision: "Promote", reason: "Opens two more shops" });
    await decide(grid, general, words, "ALFKI", { decision: "Promote" });
    await pane.button(words.preview).click();
    await pane.heading(/^4 decisions$/).waitFor();
    const preview = await pane.text();
    for (const text of ["Opens two more shops", "Alfreds Futterkiste is left out."])
      expect(preview).toContain(text);
    expect(await workbook.rows("Reviews")).toEqual([]);
    await pane.button(words.apply).click();
    await pane.shows(words.applied);

    const reviews = await workbook.rows("Reviews");
    expect(
      reviews
        .map((row) => [
          row["Account ID"],
          row["Decision"],
          row["Tier before"],
          row["Tier after"],
          row["State"],
        ])
        .sort(),
    ).toEqual([
      ["BLONP", "Exit", "Special", "General", "Applied"],
      ["HANAR", "Watch", "Important", "Important", "Applied"],
      ["SAVEA", "Keep", "Important", "Important", "Applied"],
      ["VAFFE", "Promote", "General", "Important", "Applied"],
    ]);
    const stored = new Map((await workbook.rows("Accounts")).map((row) => [row["Account ID"], row["Tier"]]));
    expect(["BLONP", "HANAR", "SAVEA", "VAFFE", "ALFKI"].map((id) => stored.get(id))).toEqual([
      "General",
      "Important",
      "Important",
      "Important",
      null,
    ]);
    const watched = await workbook.rows("Watchlist");
    expect(watched.map((row) => [row["Account ID"], row["Cause"], row["Closed"]])).toContainEqual([
      "HANAR",
      "Grows too fast",
      null,
    ]);
    const audited = (await workbook.rows("Audit")).filter((row) => row["Table"] === "Accounts");
    expect(audited.map((row) => row["Row"])).toEqual(expect.arrayContaining(["VAFFE", "BLONP"]));
    const checks = await workbook.texts(
      general.name,
      general.rows.get("ALFKI")!,
      columnOf(general, words, "check"),
    );
    expect(checks[0]?.[0]).not.toBe("");
  }, 90_000);

  it("[J5] the cells follow what was applied", async () => {
    const { workbook } = excel;
    const rows = await eventually(
      () => workbook.rows("Accounts"),
      (now) => tiersIn(now).get("VAFFE") === "Important",
    );
    expect(tiersIn(rows).get("VAFFE")).toBe("Important");
    expect(tiersIn(rows).get("ALFKI")).toBe("General");
  }, 30_000);

  it("[RV3] a second apply changes nothing in the workbook", async () => {
    const { pane, workbook } = excel;
    await pane.button(words.backToSteps).click();
    await workbook.quiet();
    const before = await workbook.asText();
    await pane.button(words.preview).click();
    await pane.shows(words.nothingNew);
    expect(await pane.button(words.apply).count()).toBe(0);
    await workbook.quiet();
    expect(await workbook.asText()).toBe(before);
    await pane.button(words.back).click();
  }, 30_000);

  it("[J8] the saved file holds rows, decisions, formulas with their values, tables, lists and print set-up", async () => {
    const file = await SavedFile.read(await excel.save());
    expect(file.rows("Accounts")).toHaveLength(expected.size);
    expect(file.rows("Interactions")).toHaveLength(1094);
    expect(file.rows("Interactions").at(-1)).toMatchObject({ "What was said": "=they like the new cheese" });
    expect(file.rows("Reviews")).toHaveLength(4);
    const vaffe = file.rows("Accounts").find((row) => row["Account ID"] === "VAFFE");
    expect(vaffe).toMatchObject({ Tier: "Important", "My tier": "Important" });
    expect(file.formulas("Accounts")).toContain("=KAM.TIER(Accounts[[#This Row],[Account ID]])");
    const review = file.sheet(words.sheet.important);
    expect(review.page.titleRows).not.toBeNull();
    expect(review.validations.length).toBeGreaterThan(0);
    expect(review.showGridlines).toBe(false);
  }, 90_000);

  it("[TP8] a copy with values opens as a new workbook; this one stays as it is", async () => {
    const { page, pane, workbook } = excel;
    const before = await workbook.asText();
    await pane.toArea(/^Data/);
    await pane.inside.getByText("Save a copy with values").click();
    const opened = page.waitForEvent("download", { timeout: 30_000 });
    await pane.button("Open the copy").click();
    expect((await opened).suggestedFilename()).toBe("Copy.xlsx");
    expect(await workbook.asText()).toBe(before);
  }, 60_000);

  it("[TP2] nothing failed to load and no script failed", () => {
    expect(excel.errors).toEqual([]);
  });
});
