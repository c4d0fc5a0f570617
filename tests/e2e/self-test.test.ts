import { ExcelWindow } from "./page-models/excel-window";

describe.each(["win32", "web"] as const)("the self-test in the %s flavour", (flavour) => {
  let excel: ExcelWindow;
  beforeAll(async () => {
    excel = await ExcelWindow.open({ flavour, locale: "en-US" });
  }, 60_000);
  afterAll(() => excel.close());

  it("[HO-UI35] the menu under Help stays inside the window and closes by Escape and by a click elsewhere", async () => {
    const { page, pane, ribbon } = excel;
    await pane.field("Your name").waitFor();
    const menu = page.getByRole("menu", { name: "Help" });
    await page.setViewportSize({ width: 1060, height: 800 });
    await ribbon.press("Help");
    const { x = 0, width = 0 } = (await menu.boundingBox()) ?? {};
    expect(x + width).toBeLessThanOrEqual(1060);
    await page.keyboard.press("Escape");
    await menu.waitFor({ state: "detached" });
    await ribbon.press("Help");
    await pane.field("Your name").click();
    await menu.waitFor({ state: "detached" });
    await page.setViewportSize({ width: 1280, height: 800 });
  }, 30_000);

  it("[ST1] passes from the ribbon's Help, and leaves the workbook as it was", async () => {
    const { page, pane, ribbon } = excel;
    const snapshot = () => page.evaluate(() => JSON.stringify(window.workbench.snapshot()));
    await pane.field("Your name").waitFor();
    const before = await snapshot();
    await ribbon.press("Help");
    await page.getByRole("menuitem", { name: "Check this Excel" }).click();
    await pane.button("Start the check").click();
    await pane.shows(/checks passed|checks failed|could not be/, 120_000);
    expect(await pane.inside.getByRole("textbox").inputValue()).not.toMatch(/^(failed|skipped|not-run)/m);
    await pane.shows(/All \d+ checks passed\./);
    expect(await snapshot()).toBe(before);
    // Univer looks once more at the drop-down lists of a sheet that has just gone, and finds none: nothing follows.
    expect(excel.errors.filter((error) => !error.startsWith("cannot find current worksheet"))).toEqual([]);
  }, 180_000);
});
