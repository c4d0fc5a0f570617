import { eventually } from "./eventually";
import { addLiveColumn } from "./live-columns";
import { ExcelWindow } from "./page-models/excel-window";
import { english as words } from "./page-models/words";

/** Accounts that a revenue weight of 20 lifts over the cut, as the pane must name them. */
const lifted = [
  "Maison Dewey",
  "Ricardo Adocicados",
  "LILA-Supermercado",
  "Piccolo und mehr",
  "Vaffeljernet",
];

describe("a weight tried in the pane", () => {
  let excel: ExcelWindow;
  beforeAll(async () => {
    excel = await ExcelWindow.open({ flavour: "win32", locale: "en-US" });
    await excel.pane.setUpWithSample(words, "Ann Lee");
    await addLiveColumn(excel, { header: "My tier", formula: "=KAM.TIER([@[Account ID]])" });
  }, 90_000);
  afterAll(() => excel.close());

  const important = async (): Promise<readonly string[]> =>
    (await excel.workbook.rows("Accounts"))
      .filter((row) => row["My tier"] === "Important")
      .map((row) => String(row["Account name"]));

  it("[J7] names who would move, writes nothing, and moves the cells once it is saved", async () => {
    const { pane, workbook } = excel;
    const before = await eventually(important, (now) => now.length === 21);
    await pane.inside.getByRole("tab", { name: "Settings" }).click();
    await pane.button(/^Scoring and tiers/).click();
    await pane.inside.getByRole("spinbutton", { name: "Weight, Revenue" }).fill("20");
    const moves = pane.inside.getByRole("region", { name: /What moves/ });
    await moves.getByRole("listitem").nth(4).waitFor();
    const named = await moves.getByRole("listitem").allTextContents();
    expect(named.map((text) => lifted.find((name) => text.startsWith(name)))).toEqual(lifted);
    expect(await moves.innerText()).toContain("Important 21 → 27");
    const weightNow = async () =>
      (await workbook.rows("Criteria")).find((row) => row["Criterion"] === "Revenue")?.["Weight"];
    expect(await weightNow()).toBe(35);
    expect(await important()).toEqual(before);
    await pane.button("Save as version 2").click();
    await pane.shows("Saved as version 2.");
    expect(await weightNow()).toBe(20);
    const after = await eventually(important, (now) => now.length === 27, 40_000);
    expect(after).toEqual(expect.arrayContaining([...before, ...lifted]));
    await pane.button("Undo").click();
    const back = await eventually(important, (now) => now.length === 21, 40_000);
    expect(back).toEqual(before);
    expect(await weightNow()).toBe(35);
  });
});
