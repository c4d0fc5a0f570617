import { eventually } from "./eventually";
import { expectedTiers } from "./expected-tiers";
import { foreignWords } from "./foreign-words";
import { columnName } from "./page-models/grid";
import { ExcelWindow } from "./page-models/excel-window";
import { columnOf, readReviewSheet } from "./page-models/review-sheet";
import { chinese as words } from "./page-models/words";
import { SavedFile } from "./saved-file";

const expected = expectedTiers();

describe("the main job by keyboard alone, in Chinese, in Excel on the web", () => {
  let excel: ExcelWindow;
  beforeAll(async () => {
    excel = await ExcelWindow.open({ flavour: "web", locale: "zh-CN" });
  }, 60_000);
  afterAll(() => excel.close());
  /** After every step: what the pane shows is Chinese but for data. */
  afterEach(async () => {
    expect(await foreignWords(excel.workbook, await excel.pane.text())).toEqual([]);
  });

  it("[TP2][WB2] from the grid into the pane: the workbook is set up in Chinese", async () => {
    const { keys, pane, workbook } = excel;
    await pane.field(words.yourName).waitFor();
    await keys.goTo("grid");
    await keys.goTo("pane");
    expect(await foreignWords(workbook, await pane.text())).toEqual([]);
    await keys.tabTo(words.yourName);
    await keys.type("李安");
    await keys.tabTo(words.sample);
    await keys.press("Enter");
    await pane.inside.getByRole("tab", { name: words.today }).waitFor();
    expect(await workbook.rows("Accounts")).toHaveLength(expected.size);
    expect((await workbook.headers("Accounts")).slice(0, 2)).toEqual(["客户编号", "客户名称"]);
    expect(await workbook.sheetNames()).toEqual(
      expect.arrayContaining(["客户", "联系人", "采购", "往来记录", "设置"]),
    );
  }, 60_000);

  it("[J5][FN10] a formula typed beside the table answers in Chinese for all 91 accounts", async () => {
    const { keys, grid, workbook } = excel;
    await keys.goTo("grid");
    const { sheet, row, column } = await workbook.place(
      "Accounts",
      (await workbook.headers("Accounts")).at(-1)!,
    );
    expect((await grid.active()).sheet).toBe(sheet);
    await keys.press("F5");
    await keys.type(`${columnName(column + 1)}${row}`);
    await keys.press("Enter");
    await grid.enter("我的级别");
    await grid.enter("=KAM.TIER([@客户编号])");
    const rows = await eventually(
      () => workbook.rows("Accounts"),
      (now) => now.every((one) => typeof one["我的级别"] === "string"),
    );
    expect(new Map(rows.map((one) => [one["客户编号"], one["我的级别"]]))).toEqual(
      new Map([...expected].map(([id, { tier }]) => [id, words.tiers[tier as "general"]])),
    );
  }, 60_000);

  it("[J4][TP1] from a row through the ribbon: a revisit is logged, Enter saves it", async () => {
    const { keys, grid, pane, workbook } = excel;
    const { row } = await workbook.place("Accounts", "客户编号");
    const ids = (await workbook.rows("Accounts")).map((one) => one["客户编号"]);
    await keys.press("Control+Home");
    const steps = row + ids.indexOf("VAFFE") - (await grid.active()).row;
    await keys.pressTimes("ArrowDown", steps);
    expect((await grid.active()).row).toBe(row + ids.indexOf("VAFFE"));
    await workbook.quiet();
    await keys.ribbon(words.log);
    await pane.field(words.said).waitFor();
    await keys.goTo("pane");
    expect(await pane.inside.getByRole("combobox", { name: /^客户/ }).first().inputValue()).toBe(
      "Vaffeljernet",
    );
    await keys.tabTo(words.kind, "Shift+Tab");
    await keys.pressTimes("ArrowDown", 2);
    for (const [field, text] of [
      [words.said, "客户对新奶酪很满意"],
      [words.result, "已寄样品"],
      [words.usage, "每周两箱"],
      [words.needs, "更小的包装"],
      [words.introduced, "奶茶"],
      [words.nextStep, "寄价目表"],
    ] as const) {
      await keys.tabTo(field);
      await keys.type(text);
    }
    await keys.press("Enter");
    await pane.shows(words.saved);
    const rows = await workbook.rows("Interactions");
    expect(rows).toHaveLength(1094);
    expect(rows.at(-1)).toMatchObject({
      客户编号: "VAFFE",
      方式: "回访",
      谈话内容: "客户对新奶酪很满意",
      结果: "已寄样品",
      使用情况: "每周两箱",
      新需求: "更小的包装",
      介绍的产品: "奶茶",
      下一步: "寄价目表",
      记录人: "李安",
    });
    const audited = (await workbook.rows("Audit")).map((one) => one["行编号"]);
    expect(audited).toContain(rows.at(-1)!["往来编号"]);
  }, 60_000);

  it("[J8][RV1] the review sheets are written in Chinese", async () => {
    const { keys, pane, workbook, page } = excel;
    await keys.press("Escape");
    await keys.tabTo(/^(今天|客户|评审)/);
    await keys.tabTo(words.reviews, "ArrowRight");
    await keys.press("Enter");
    await pane.button(words.generate).waitFor();
    await keys.tabTo(words.generate);
    await keys.press("Enter");
    await pane.shows(words.written);
    for (const tier of ["important", "special", "general"] as const) {
      const sheet = await readReviewSheet(page, words.sheet[tier], words);
      const texts = (await workbook.texts(sheet.name, 0, 0, sheet.headingRow + 1, 24)).flat().join(" ");
      expect(await foreignWords(workbook, texts)).toEqual([]);
    }
  }, 60_000);

  it("[RV3] decisions are typed in the grid, looked at and applied; the second time there is nothing to do", async () => {
    const { keys, grid, pane, page, workbook } = excel;
    await pane.button(words.toSheet).waitFor();
    await keys.goTo("pane");
    await keys.tabTo(words.toSheet);
    await keys.press("Enter");
    const important = await readReviewSheet(page, words.sheet.important, words);
    const first = [...important.rows].find(([, row]) => row === important.headingRow + 1)![0];
    await eventually(
      () => grid.active(),
      (active) => active.sheet === important.name,
    );
    await keys.goTo("grid");
    await keys.press("F5");
    await keys.type(`${columnName(columnOf(important, words, "decision"))}${important.headingRow + 2}`);
    await keys.press("Enter");
    await grid.enter("保持");
    await keys.pressTimes("Control+PageDown", 2);
    const general = await readReviewSheet(page, words.sheet.general, words);
    expect((await grid.active()).sheet).toBe(general.name);
    for (const [heading, text] of [
      ["decision", "升级"],
      ["reason", "新开两家店"],
    ] as const) {
      await keys.press("F5");
      await keys.type(`${columnName(columnOf(general, words, heading))}${general.rows.get("VAFFE")! + 1}`);
      await keys.press("Enter");
      await grid.enter(text);
    }
    await keys.goTo("pane");
    await pane.button(words.preview).waitFor();
    await keys.tabTo(words.preview);
    await keys.press("Enter");
    await pane.shows("新开两家店");
    await keys.tabTo(words.apply);
    await keys.press("Enter");
    await pane.shows(words.applied);
    const reviews = await workbook.rows("Reviews");
    expect(
      reviews.map((row) => [row["客户编号"], row["决定"], row["新级别"], row["理由"], row["状态"]]),
    ).toEqual(
      expect.arrayContaining([
        [first, "保持", "重要", null, "已应用"],
        ["VAFFE", "升级", "重要", "新开两家店", "已应用"],
      ]),
    );
    expect(reviews).toHaveLength(2);
    await keys.tabTo(words.backToSteps);
    await keys.press("Enter");
    await workbook.quiet();
    const before = await workbook.asText();
    await pane.button(words.preview).waitFor();
    await keys.tabTo(words.preview);
    await keys.press("Enter");
    await pane.shows(words.nothingNew);
    expect(await workbook.asText()).toBe(before);
  }, 60_000);

  it("[TP2] ends in the grid; cells, audit and the saved file hold what was done", async () => {
    const { keys, workbook } = excel;
    await keys.press("Escape");
    await keys.goTo("grid");
    expect(await keys.region()).toBe("grid");
    const rows = await eventually(
      () => workbook.rows("Accounts"),
      (now) => now.some((row) => row["客户编号"] === "VAFFE" && row["我的级别"] === "重要"),
    );
    expect(rows.find((row) => row["客户编号"] === "VAFFE")).toMatchObject({
      客户级别: "重要",
      我的级别: "重要",
    });
    const file = await SavedFile.read(await workbook.saved());
    expect(file.rows("Interactions").at(-1)).toMatchObject({
      谈话内容: "客户对新奶酪很满意",
      记录人: "李安",
    });
    expect(file.rows("Reviews")).toHaveLength(2);
    expect(file.rows("Audit").length).toBeGreaterThan(0);
    expect(file.rows("Accounts").find((row) => row["客户编号"] === "VAFFE")).toMatchObject({
      客户级别: "重要",
    });
    expect(excel.errors).toEqual([]);
  }, 60_000);
});
