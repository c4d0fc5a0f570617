import { readFileSync } from "node:fs";
import type axe from "axe-core";
import { ExcelWindow } from "./page-models/excel-window";
import { english as words } from "./page-models/words";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2.0–2.2 A and AA. Fluent's own focus sentinels are a known pattern and left out. */
async function violations({ pane }: ExcelWindow): Promise<string[]> {
  await pane.frame.evaluate(axeSource);
  return pane.frame.evaluate(async () => {
    const results = await window.axe.run(
      { include: ["body"], exclude: ["[data-tabster-dummy]"] },
      { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    );
    return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
  });
}

const colours = ["light", "dark"] as const;

describe("the pane in light and dark colours", () => {
  let excel: ExcelWindow;
  beforeAll(async () => {
    excel = await ExcelWindow.open({ flavour: "win32", locale: "en-US" });
  }, 60_000);
  afterAll(() => excel.close());

  it("[TP2] has no accessibility violations in any view", async () => {
    const { grid, page, pane, workbook } = excel;
    const found: Record<string, string[]> = {};
    const check = async (view: string) => {
      for (const colorScheme of colours) {
        await page.emulateMedia({ colorScheme });
        await pane.showsColours(colorScheme);
        found[`${view}, ${colorScheme}`] = await violations(excel);
      }
    };
    await pane.field(words.yourName).waitFor();
    await check("first run");
    await pane.setUpWithSample(words, "Ann Lee");
    await workbook.quiet();
    await check("today");
    const { sheet, row } = await workbook.place("Accounts", "Account ID");
    await grid.goToCell(sheet, row, 0);
    await pane.toArea(words.account);
    await pane.heading("Alfreds Futterkiste").waitFor();
    await check("account");
    await pane.button(/why/).click();
    await pane.heading(/^Why/).waitFor();
    await check("why");
    await pane.button(words.log).click();
    await pane.field(words.said).waitFor();
    await check("log");
    await pane.button("Leave").click();
    await pane.generateReviews(words);
    await check("reviews");
    await pane.toArea(words.settings);
    await pane.heading(/./).first().waitFor();
    await check("settings");
    const clean = Object.fromEntries(Object.keys(found).map((view) => [view, []]));
    expect(found).toEqual(clean);
    expect(Object.keys(found)).toHaveLength(14);
    expect(excel.errors).toEqual([]);
  }, 120_000);
});
