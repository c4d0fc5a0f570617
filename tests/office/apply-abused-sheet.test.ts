import { LiveCard } from "../../src/workbook/live-card";
import { markOf } from "../../src/workbook/review/read-review-sheet";
import { officeBench, rowsOf, valueOf, type OfficeBench } from "./office-bench";

/** Where the review table of general accounts stands, from the names of its sheet. */
async function generalSheet({ office }: OfficeBench) {
  const survey = await office.gateway.survey();
  const sheet = survey.sheets.find(({ names }) => markOf(names)?.tier === "general");
  if (!sheet) throw new Error("no sheet of general accounts");
  const areaOf = (name: string): string => {
    const formula = sheet.names.find((one) => one.name === name)?.formula ?? "";
    return formula.slice(formula.lastIndexOf("!") + 1).replaceAll("$", "");
  };
  return { name: sheet.name, areaOf };
}

describe("Apply on a sheet people worked on, over the real office.js", () => {
  let bench: OfficeBench;
  afterEach(() => bench.office.close());

  it("[RV3] sorted, filtered, renamed, moved, with an own column, a note below, a renamed header, a deleted row", async () => {
    bench = await officeBench(true);
    const card = new LiveCard(bench.desk());
    await card.wake();
    valueOf(await card.generateReview());
    const { name, areaOf } = await generalSheet(bench);
    const ids = areaOf("KAM_ReviewAccounts");
    const [first, last] = [Number(/\d+/.exec(ids)?.[0]), Number(/(\d+)$/.exec(ids)?.[1])];
    const columnOf = (names: string): string => /^[A-Z]+/.exec(areaOf(names))?.[0] ?? "";
    const [decision, reason, account] = [
      "KAM_ReviewDecisions",
      "KAM_ReviewReasons",
      "KAM_ReviewAccounts",
    ].map(columnOf);

    const decided = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const listed = sheet.getRange(ids);
      listed.load("values");
      await context.sync();
      const accounts = listed.values.map(([id]) => String(id));
      const put = (row: number, values: readonly [string, string]): void => {
        sheet.getRange(`${decision}${first + row}`).values = [[values[0]]];
        sheet.getRange(`${reason}${first + row}`).values = [[values[1]]];
      };
      put(0, ["Promote", "grows"]);
      put(3, ["Watch", "late"]);
      put(5, ["Keep", ""]);
      await context.sync();
      return accounts;
    });

    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      const used = sheet.getUsedRange();
      used.load("columnCount");
      await context.sync();
      const rows = sheet.getRange(`A${first}`).getResizedRange(last - first, used.columnCount - 1);
      // By name, from the last to the first: every row stands somewhere else.
      rows.sort.apply([{ key: 1, ascending: false }]);
      await context.sync();
      const standing = sheet.getRange(ids);
      standing.load("values");
      await context.sync();
      const doomed = standing.values.findIndex(([id]) => id === decided[8]);
      sheet.getRange(`${first + doomed}:${first + doomed}`).delete("Up");
      sheet.getRange(`${reason}:${reason}`).insert("Right");
      sheet.getRange(`${reason}${first}`).values = [["my own column"]];
      sheet.getRange(`${decision}${first - 1}`).values = [["What we do"]];
      sheet.getRange(`A${last + 4}`).values = [["ask the owner first"]];
      // The host filters tables alone; what a filter does to a sheet is to hide rows.
      sheet.autoFilter.apply(sheet.getRange(`A${first - 1}:${account}${last - 1}`));
      sheet.getRange(`${first}:${first + 9}`).rowHidden = true;
      sheet.name = "下半年";
      sheet.position = 0;
      await context.sync();
    });
    await bench.office.settle();

    const preview = valueOf(await card.previewReview());
    const expected = [
      [decided[0], "promote"],
      [decided[3], "watch"],
      [decided[5], "keep"],
    ];
    expect(preview.toApply.map((row) => [row.account, row.decision]).sort()).toEqual([...expected].sort());
    expect(preview.stopped).toEqual([]);
    const report = valueOf(await card.applyReview());
    expect(report).toMatchObject({ applied: 3, reviewRows: 3 });
    const tiers = new Map((await rowsOf(bench, "accounts")).map((row) => [row.id, row]));
    expect(tiers.get(decided[0] ?? "")).toMatchObject({ tier: "important" });
    expect(tiers.get(decided[3] ?? "")).toMatchObject({ tier: "special" });
    expect(tiers.get(decided[5] ?? "")?.lastReview).toBe(35_921);
    expect(tiers.get(decided[8] ?? "")?.lastReview).toBeNull();
    expect(valueOf(await card.applyReview())).toMatchObject({ applied: 0 });
  }, 180_000);
});
