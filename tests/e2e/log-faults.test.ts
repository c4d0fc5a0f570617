import type { Faults } from "../../workbench/host/host";
import { ExcelWindow } from "./page-models/excel-window";
import { english as words } from "./page-models/words";

type Switch = "cellEdit" | "readOnly" | "tableDoesNotGrow" | "writeSwallowed" | "protected";

describe("logging while Excel does not play along", () => {
  let excel: ExcelWindow;
  beforeAll(async () => {
    excel = await ExcelWindow.open({ flavour: "win32", locale: "en-US" });
    await excel.pane.setUpWithSample(words, "Ann Lee");
    const { sheet, row } = await excel.workbook.place("Accounts", "Account ID");
    await excel.grid.goToCell(sheet, row, 0);
  }, 60_000);
  afterAll(() => excel.close());

  afterEach(() =>
    excel.page.evaluate(() => {
      const off = { cellEdit: false, readOnly: false, tableDoesNotGrow: false, writeSwallowed: false };
      Object.assign(window.workbench.host.faults, off).protectedSheets.clear();
    }),
  );

  const fault = (name: Switch, on: boolean) =>
    excel.page.evaluate(
      ([key, state]) => {
        const faults: Faults = window.workbench.host.faults;
        if (key !== "protected") faults[key] = state;
        else if (state) faults.protectedSheets.add("Interactions");
        else faults.protectedSheets.clear();
      },
      [name, on] as const,
    );
  const contents = async () => (await excel.workbook.rows("Interactions")).map((row) => row["What was said"]);

  it.each<[Switch, string]>([
    ["cellEdit", "Excel is still editing a cell. Nothing was saved"],
    ["protected", "The sheet Interactions is protected. Nothing was saved"],
    ["readOnly", "This file is read-only. Nothing was saved"],
    ["tableDoesNotGrow", "did not take the new row in"],
    ["writeSwallowed", "Excel took the rows for Interactions but does not show them"],
  ])(
    "[TP4] %s: it says so, nothing is saved, the draft stays; once it is over, Save again writes one row",
    async (name, sentence) => {
      const { pane, workbook } = excel;
      const said = `Talk under ${name}`;
      await pane.button(words.log).click();
      await pane.field(words.said).fill(said);
      await pane.field(words.result).fill("Agreed");
      await workbook.quiet();
      const before = await contents();
      const cells = await workbook.cellsOf("Interactions");
      await fault(name, true);
      await pane.button(words.save).click();
      await pane.shows(sentence);
      await pane.button(words.saveAgain).waitFor();
      expect(await pane.text()).not.toMatch(words.saved);
      expect(await pane.field(words.said).inputValue()).toBe(said);
      expect(await contents()).toEqual(before);
      expect(await workbook.cellsOf("Interactions")).toEqual(cells);
      await fault(name, false);
      await pane.button(words.saveAgain).click();
      await pane.shows(words.saved);
      expect(await contents()).toEqual([...before, said]);
      const entry = (await workbook.rows("Interactions")).at(-1)!;
      expect(entry).toMatchObject({ Result: "Agreed", Author: "Ann Lee" });
      const audited = (await workbook.rows("Audit")).filter((row) => row["Row"] === entry["Interaction ID"]);
      expect(audited.length).toBeGreaterThan(0);
      await pane.button("Leave").click();
    },
    60_000,
  );

  it("[TP1] a draft survives the pane being closed midway", async () => {
    const { pane, page, ribbon } = excel;
    await pane.button(words.log).click();
    await pane.field(words.said).fill("Half a sentence");
    await page.getByRole("button", { name: "Close the pane" }).click();
    await ribbon.press("Open card");
    expect(await pane.field(words.said).inputValue()).toBe("Half a sentence");
  }, 30_000);

  it("[TP1] a draft survives a reload of the pane's page, and is then saved once", async () => {
    const { pane, workbook } = excel;
    const before = await contents();
    await pane.reload();
    await pane.inside.getByRole("tab", { name: words.today }).waitFor();
    await pane.button(words.log).click();
    const kept = pane.button(/^Draft kept: /);
    if (await kept.count()) await kept.click();
    expect(await pane.field(words.said).inputValue()).toBe("Half a sentence");
    await pane.button(words.save).click();
    await pane.shows(words.saved);
    expect(await contents()).toEqual([...before, "Half a sentence"]);
    expect(await workbook.rows("Audit")).not.toEqual([]);
  }, 60_000);
});
