import { eventually } from "./eventually";
import { expectedTiers } from "./expected-tiers";
import { addLiveColumn } from "./live-columns";
import { ExcelWindow } from "./page-models/excel-window";
import { decide, readReviewSheet } from "./page-models/review-sheet";
import { english as words } from "./page-models/words";
import { SavedFile } from "./saved-file";

describe("the main job in Excel for Windows", () => {
  let excel: ExcelWindow;
  beforeAll(async () => {
    excel = await ExcelWindow.open({ flavour: "win32", locale: "en-US" });
  }, 60_000);
  afterAll(() => excel.close());

  it("[J1][J5] the sample is set up and every account has its tier in a cell", async () => {
    const { pane, workbook } = excel;
    await pane.setUpWithSample(words, "Ann Lee");
    await addLiveColumn(excel, { header: "My tier", formula: "=KAM.TIER([@[Account ID]])" });
    const rows = await eventually(
      () => workbook.rows("Accounts"),
      (now) => now.every((row) => typeof row["My tier"] === "string"),
    );
    expect(new Map(rows.map((row) => [row["Account ID"], row["My tier"]]))).toEqual(
      new Map([...expectedTiers()].map(([id, { tier }]) => [id, words.tiers[tier as "general"]])),
    );
  }, 60_000);

  it("[J4] a revisit is logged, verified and audited", async () => {
    const { grid, pane, workbook } = excel;
    const { sheet, row } = await workbook.place("Accounts", "Account ID");
    await grid.goToCell(sheet, row, 0);
    await pane.button(words.log).click();
    await pane.choice(words.kind).selectOption({ label: words.revisit });
    await pane.field(words.said).fill("Wants a second delivery");
    await pane.button(words.save).click();
    await pane.shows(words.saved);
    const entry = (await workbook.rows("Interactions")).at(-1)!;
    expect(entry).toMatchObject({
      "Account ID": "ALFKI",
      Kind: "Revisit",
      "What was said": "Wants a second delivery",
    });
    expect((await workbook.rows("Audit")).map((one) => one["Row"])).toContain(entry["Interaction ID"]);
  }, 60_000);

  it("[J8][RV3] three sheets, two decisions, applied; the file holds them", async () => {
    const { grid, pane, page, workbook } = excel;
    await pane.generateReviews(words);
    const important = await readReviewSheet(page, words.sheet.important, words);
    const general = await readReviewSheet(page, words.sheet.general, words);
    await decide(grid, important, words, "SAVEA", { decision: "Keep" });
    await decide(grid, general, words, "VAFFE", { decision: "Promote", reason: "Opens two more shops" });
    await pane.button(words.preview).click();
    await pane.button(words.apply).click();
    await pane.shows(words.applied);
    const decided = (await workbook.rows("Reviews")).map((row) => [row["Account ID"], row["State"]]);
    expect(decided.sort()).toEqual([
      ["SAVEA", "Applied"],
      ["VAFFE", "Applied"],
    ]);
    const file = await SavedFile.read(await excel.save());
    expect(file.rows("Reviews")).toHaveLength(2);
    expect(file.rows("Interactions").at(-1)).toMatchObject({ "What was said": "Wants a second delivery" });
    expect(file.rows("Accounts").find((row) => row["Account ID"] === "VAFFE")).toMatchObject({
      Tier: "Important",
    });
    expect(excel.errors).toEqual([]);
  }, 90_000);
});
