import { eventually } from "./eventually";
import { expectedTiers } from "./expected-tiers";
import { addLiveColumn } from "./live-columns";
import { ExcelWindow } from "./page-models/excel-window";
import { readReviewSheet } from "./page-models/review-sheet";
import type { Row } from "./page-models/workbook";
import { english as words } from "./page-models/words";

/** 6 May 1998, the as-of day of the sample, as Excel counts days. */
const asOf = 35921;

const tiersIn = (rows: readonly Row[]) => new Map(rows.map((row) => [row["Account ID"], row["My tier"]]));

describe("a purchase typed into the grid", () => {
  let excel: ExcelWindow;
  beforeAll(async () => {
    excel = await ExcelWindow.open({ flavour: "win32", locale: "en-US" });
    const { pane, grid, workbook } = excel;
    await pane.setUpWithSample(words, "Ann Lee");
    await addLiveColumn(excel, { header: "My tier", formula: "=KAM.TIER([@[Account ID]])" });
    await pane.toArea(words.account);
    const { sheet, row } = await workbook.place("Accounts", "Account ID");
    const ids = (await workbook.rows("Accounts")).map((one) => one["Account ID"]);
    await grid.goToCell(sheet, row + ids.indexOf("VAFFE"), 1);
    await pane.heading("Vaffeljernet").waitFor();
  }, 90_000);
  afterAll(() => excel.close());

  it("[SC3] of 50,000 for VAFFE lifts its cell and the pane without any click; no other account moves", async () => {
    const { grid, pane, workbook } = excel;
    const before = tiersIn(
      await eventually(
        () => workbook.rows("Accounts"),
        (now) => now.every((row) => typeof row["My tier"] === "string"),
      ),
    );
    expect(before).toEqual(
      new Map([...expectedTiers()].map(([id, { tier }]) => [id, words.tiers[tier as "general"]])),
    );
    expect(await pane.text()).toContain("63.4");
    const { sheet, row, rows } = await workbook.place("Purchases", "Purchase ID");
    for (const [header, text] of [
      ["Purchase ID", "TYPED-1"],
      ["Account ID", "VAFFE"],
      ["Date", "1998-05-06"],
      ["Amount", "50000"],
    ] as const) {
      await grid.enterAt(sheet, row + rows, (await workbook.place("Purchases", header)).column, text);
    }
    const purchases = await workbook.rows("Purchases");
    expect(purchases).toHaveLength(rows + 1);
    expect(purchases.at(-1)).toMatchObject({ "Account ID": "VAFFE", Date: asOf, Amount: 50000 });
    const after = tiersIn(
      await eventually(
        () => workbook.rows("Accounts"),
        (now) => tiersIn(now).get("VAFFE") === "Important",
      ),
    );
    expect(after).toEqual(new Map(before).set("VAFFE", "Important"));
    await pane.shows("90.8");
  }, 60_000);

  it("[WB11] refresh after that one edit takes at most 2 round trips and writes the new score", async () => {
    const { pane, workbook } = excel;
    await pane.shows("Figures older than the tables");
    // Going into the pane looks at the workbook once, whatever is done there.
    await pane.heading("Vaffeljernet").click();
    const trips = await workbook.countWriting(async () => {
      await pane.button("Refresh").click();
      await pane.shows("Figures current");
    });
    expect(trips).toBeGreaterThan(0);
    expect(trips).toBeLessThanOrEqual(2);
    const vaffe = (await workbook.rows("Accounts")).find((row) => row["Account ID"] === "VAFFE")!;
    expect(Number(vaffe["Score"])).toBeCloseTo(90.83, 1);
    expect(vaffe["Proposed tier"]).toBe("Important");
    expect(vaffe["Tier"]).toBeNull();
  }, 60_000);

  it("[SC3][FN8] the next review lists VAFFE as important and nobody else anew", async () => {
    const { pane, page } = excel;
    await pane.generateReviews(words);
    const important = await readReviewSheet(page, words.sheet.important, words);
    const general = await readReviewSheet(page, words.sheet.general, words);
    const expected = [...expectedTiers()].filter(([, { tier }]) => tier === "important").map(([id]) => id);
    expect([...important.rows.keys()].sort()).toEqual([...expected, "VAFFE"].sort());
    expect(general.rows.has("VAFFE")).toBe(false);
    expect(excel.errors).toEqual([]);
  }, 60_000);
});
