import { eventually } from "./eventually";
import { ExcelWindow } from "./page-models/excel-window";
import { english as words } from "./page-models/words";

describe("a workbook that people work in", () => {
  let excel: ExcelWindow;
  beforeAll(async () => {
    excel = await ExcelWindow.open({ flavour: "win32", locale: "en-US" });
    await excel.page.evaluate(() => {
      const { book } = window.workbench;
      return book.batch("user", () => {
        const sheet = book.addSheet("Accounts");
        const area = { row: 1, column: 1, rows: 2, columns: 2 };
        sheet.enter(area, [
          ["Customer", "Balance"],
          ["'007", 1250.5],
        ]);
      });
    });
  }, 60_000);
  afterAll(() => excel.close());

  const own = () => excel.workbook.content("Accounts", 0, 0, 5, 5);
  const type = (sheet: string, row: number, column: number, text: string) =>
    excel.page.evaluate(
      ([name, down, right, value]) => {
        const { book } = window.workbench;
        return book.batch("user", () =>
          book.sheetByName(name)!.enter({ row: down, column: right, rows: 1, columns: 1 }, [[value]]),
        );
      },
      [sheet, row, column, text] as const,
    );
  const headerOf = async (header: string) => {
    const { sheet, row, column } = await excel.workbook.place("Accounts", header);
    return { sheet, row: row - 1, column };
  };

  /** How many purchases there are, once there are so many. */
  const purchases = (count: number) =>
    eventually(
      async () => (await excel.workbook.rows("Purchases")).length,
      (rows) => rows === count,
      60_000,
    );

  it("[WB9] [TP6] first run names what it leaves alone; the card comes under other names", async () => {
    const { pane, workbook } = excel;
    await pane.shows("Your 2 sheets stay as they are");
    await pane.shows("Accounts is there already; the card's will be called Accounts (2).");
    const before = await own();
    await pane.setUpWithSample(words, "Ann Lee");
    expect(await own()).toEqual(before);
    expect(await workbook.sheetNames()).toEqual(expect.arrayContaining(["Accounts", "Accounts (2)"]));
    expect((await workbook.rows("Accounts")).length).toBe(91);
  }, 90_000);

  it("[WB6] a renamed header is noticed, previewed and repaired by keyboard alone", async () => {
    const { pane, workbook, page } = excel;
    const { sheet, row, column } = await headerOf("Owner");
    await type(sheet, row, column, "Betreuer");
    await pane.shows("The column “Owner” is missing from Accounts (2).");
    await pane.button("Repair").focus();
    await page.keyboard.press("Enter");
    await pane.shows("“Betreuer” stands in its place.");
    expect(await workbook.headers("Accounts")).toContain("Betreuer");
    await pane.inside.getByRole("radio", { name: /write “Owner” into its header/ }).focus();
    await pane.button("Repair 1 thing").focus();
    await page.keyboard.press("Enter");
    await pane.shows("1 thing repaired.");
    await pane.shows("Nothing to repair");
    expect(await workbook.headers("Accounts")).toContain("Owner");
    await page.keyboard.press("Escape");
    await pane.shows("Visits and calls");
  }, 60_000);

  it("[WB6] a header of the person's own is kept and used", async () => {
    const { pane, workbook } = excel;
    const { sheet, row, column } = await headerOf("Owner");
    await type(sheet, row, column, "Betreuer");
    await pane.button("Repair").click();
    await pane.inside.getByRole("radio", { name: /keep this header/ }).click();
    await pane.button("Repair 1 thing").click();
    await pane.shows("Nothing to repair");
    expect(await workbook.headers("Accounts")).toContain("Betreuer");
    await pane.button("Back").click();
    await pane.shows("Visits and calls");
    await type(sheet, row, column, "Owner");
    await workbook.quiet();
  }, 60_000);

  it("[TP6] the sample goes and comes back", async () => {
    const { pane, workbook } = excel;
    await pane.toArea(words.settings);
    await pane.button(/^Sample data/).click();
    await pane.button("Remove sample data").click();
    await pane.inside.getByRole("alertdialog").getByRole("button", { name: "Remove sample data" }).click();
    await pane.shows("The sample was removed", 60_000);
    expect(await purchases(1)).toBe(1);
    await pane.button("Bring the sample back").click();
    expect(await purchases(2155)).toBe(2155);
    expect(await workbook.rows("Accounts")).toHaveLength(91);
    await workbook.quiet();
  }, 120_000);

  it("[TP6] the card goes, own sheets stay, and it comes back", async () => {
    const { pane, workbook } = excel;
    const before = await own();
    await pane.toArea(words.settings);
    await pane.button(/^Remove the card/).click();
    await pane.shows("Purchases: 2,155 rows");
    await pane.button("Remove the card").click();
    await pane.inside.getByRole("alertdialog").getByRole("button", { name: "Remove the card" }).click();
    await pane.shows("The card was removed", 60_000);
    expect(await workbook.sheetNames()).toEqual(["Sheet1", "Accounts"]);
    expect(await own()).toEqual(before);
    await pane.button("Bring the card back").click();
    await pane.shows("Visits and calls", 60_000);
    expect(await workbook.rows("Purchases")).toHaveLength(2155);
    expect(await own()).toEqual(before);
    expect(excel.errors).toEqual([]);
  }, 120_000);
});
