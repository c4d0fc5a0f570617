import type { Tier } from "../../../src/core/units";
import { tiers } from "../../../src/core/units";
import { goneMark } from "../../../src/workbook/review/review-names";
import { wrapped } from "../../../src/workbook/review/line-estimate";
import type { SheetPlan } from "../../../src/workbook/sheet-plan";
import { accountOf, purchaseOf, recordsOf } from "../../core/make-records";
import { northwindDay, northwindRecords } from "../../fixtures/northwind/northwind-records";
import { planOf, typedRow } from "./make-context";
import { cellOf, columnOf, covers, gridOf, printedWidth, rowCount } from "./plan-grid";

const northwind = northwindRecords();
const widths: Record<Tier, number> = { important: 844, special: 879, general: 844 };
const languages = ["en", "zh-CN"] as const;
const every = languages.flatMap((language) => tiers.map((tier) => [language, tier] as const));

/** Records with one important account of so much revenue. */
const oneAccount = (amount: number, name = "Ernst Handel") =>
  recordsOf({
    settings: { asOf: northwindDay },
    accounts: [accountOf("A1", { name, tier: "important", owner: "Anne" })],
    purchases: [purchaseOf("A1", northwindDay, amount)],
  });

const nameArea = (plan: SheetPlan, name: string) => {
  const found = plan.names.find((one) => one.name === name);
  if (!found || !("area" in found)) throw new Error(`no area ${name}`);
  return found.area;
};

describe("plan of a review sheet", () => {
  it("[RV4] shows the important accounts of Northwind with the model's figures", () => {
    const plan = planOf(northwind, "important", "en");
    expect(gridOf(plan, { from: 0, to: 7 })).toEqual([
      `Review sheet${" | ".repeat(19)}Cycle 1998-05 · as of 6 May 1998 · rules v1 · Steven Buchanan`.replace(
        / \| (?= \|)/g,
        " | ",
      ),
      "Review – important accounts",
      "21 of 91 accounts bring 66% of purchases ($567,599 of $856,885). 5 on watch. * On part of the year before: purchases begin on 4 July 1996.",
      "",
      "Account |  |  |  |  | Value, 12 months |  |  | Score |  | Contact, watch and promises |  |  |  |  |  | Decision",
      "# | Tier | Was | Name | Owner | Purchases, $ | Growth, 12 m* | Buy days | Now | Largest parts | Days silent | Last contact | Next visit | Watched for | To do | Late | Proposed | Decided | Reason | Next step | Check",
      "1 | I |  | Save-a-lot Markets | – | 82373.51 | 2.75 | 23 | 93.95 | revenue 35, days 20, recency 15 | 5 | – | 35921 | – | 0 | 0 | Keep |  |  |  |  | SAVEA | Save-a-lot Markets | 3",
      "2 | I |  | QUICK-Stop | – | 81238.48 | 1.8 | 18 | 94.15 | revenue 35, days 20, recency 13 | 22 | – | 35921 | – | 0 | 0 | Keep |  |  |  |  | QUICK | QUICK-Stop | 3",
    ]);
  });

  it("[RV4] lists lost accounts first on the Chinese special sheet, each rule with its figures", () => {
    const plan = planOf(northwind, "special", "zh-CN");
    expect(gridOf(plan, { from: 1, to: 2 })).toEqual([
      "特殊客户评审（观察名单）",
      "观察中 17 家：流失 3 家，流失迹象及其他风险 5 家，增长 9 家。前两组采购额 $58,460，占 7%。* 上年数据不全：采购自1996年7月4日起。",
    ]);
    expect(cellOf(plan, 6, columnOf(plan, "原因"))).toBe("流失：188 天，上限 90");
    expect(cellOf(plan, 6, columnOf(plan, "98/5"))).toBe(0);
    expect(cellOf(plan, 6, columnOf(plan, "97/8"))).toBeCloseTo(12_273.35, 2);
  });

  it.each(every)("[RV6] %s %s sums to the page's width and fits its headings", (language, tier) => {
    const plan = planOf(northwind, tier, language);
    expect(printedWidth(plan)).toBe(widths[tier]);
    for (let column = 0; column < plan.page.printArea.columns; column += 1) {
      const heading = String(cellOf(plan, 5, column));
      // Room for the third letter line is none: the heading row is 26 pt.
      const lines = wrapped(heading, (plan.columns[column]?.width ?? 0) + 3, 8).length;
      expect([heading, lines <= 2]).toEqual([heading, true]);
    }
  });

  it.each(every)(
    "[RV1] %s %s prints on A4 landscape with title rows, pages and sign-off",
    (language, tier) => {
      const plan = planOf(northwind, tier, language);
      expect(plan.page).toMatchObject({
        orientation: "landscape",
        fitWide: 1,
        margins: { left: 36, right: 36, top: 36, bottom: 47, footer: 22 },
        titleRows: { from: 4, to: 5 },
        centerHorizontally: false,
      });
      expect(plan.page.footerRight).toMatch(/&P.*&N/);
      expect(plan.page.footerLeft).toMatch(/^&8&K56626B/);
      const last = gridOf(plan, { from: rowCount(plan) - 1, to: rowCount(plan) - 1 })[0] ?? "";
      const signers =
        language === "en"
          ? ["Account representative", "Sales manager", "General manager"]
          : ["客户代表", "销售经理", "总经理"];
      for (const signer of signers) expect(last).toContain(signer);
    },
  );

  it.each(every)("[RV1] %s %s carries cycle, tier and rule version as a constant name", (language, tier) => {
    const mark = planOf(northwind, tier, language).names.find((one) => one.name === "KAM_Review");
    expect(mark).toEqual({ name: "KAM_Review", constant: `1998-05|${tier}|1` });
  });

  it.each(every)(
    "[RV3] %s %s hides the account ids beside the print area and names every input",
    (language, tier) => {
      const plan = planOf(northwind, tier, language);
      const ids = nameArea(plan, "KAM_ReviewAccounts");
      expect(plan.columns[ids.column]?.hidden).toBe(true);
      expect(ids.column).toBeGreaterThan(plan.page.printArea.columns);
      expect(cellOf(plan, ids.row, ids.column)).toMatch(/^[A-Z]{5}$/);
      for (const name of ["Decisions", "Reasons", "NextSteps"]) {
        expect(nameArea(plan, `KAM_Review${name}`)).toMatchObject({ row: ids.row, rows: ids.rows });
      }
      const named = plan.names.map((one) => one.name);
      expect(named.includes("KAM_ReviewApprovers")).toBe(tier !== "important");
      expect(named.includes("KAM_ReviewNextChecks")).toBe(tier === "special");
    },
  );

  it("[RV6] tints exactly the cells a person fills in", () => {
    for (const tier of tiers) {
      const plan = planOf(northwind, tier, "en");
      const tinted = plan.formats.filter(({ format }) => format.fill === "#E6EEF4").map(({ area }) => area);
      const inputs = plan.names.flatMap((one) =>
        "area" in one &&
        /Decisions|Reasons|Approvers|Steps|Checks$/.test(one.name) &&
        !one.name.endsWith("ReviewChecks")
          ? [one.area]
          : [],
      );
      for (let column = 0; column < plan.page.printArea.columns; column += 1) {
        const expected = inputs.some((area) => area.column === column);
        expect(tinted.some((area) => covers(area, 6, column))).toBe(expected);
      }
    }
  });

  it("[RV6] has as many entries for 2,000 accounts as for 50", () => {
    const many = (count: number) =>
      recordsOf({
        settings: { asOf: northwindDay },
        accounts: Array.from({ length: count }, (_, index) => accountOf(`A${index}`, { tier: "general" })),
      });
    const entries = (plan: SheetPlan) =>
      [plan.cells, plan.formats, plan.conditionalFormats, plan.validations, plan.rowHeights, plan.names].map(
        (list) => list.length,
      );
    expect(entries(planOf(many(2_000), "general", "en"))).toEqual(entries(planOf(many(50), "general", "en")));
  });

  it("[RV6] writes – for what is missing and mutes it by one rule", () => {
    const plan = planOf(oneAccount(1_000), "important", "en");
    expect(cellOf(plan, 6, columnOf(plan, "Growth, 12 m*"))).toBe("–");
    expect(cellOf(plan, 6, columnOf(plan, "Last contact"))).toBe("–");
    const muted = plan.conditionalFormats.filter(({ rule }) => rule.kind === "equals" && rule.text === "–");
    expect(muted).toHaveLength(1);
    expect(muted[0]?.area).toEqual({ row: 6, column: 0, rows: 1, columns: plan.page.printArea.columns });
  });

  it("[RV6] counts thousands in the whole column from 10 million on", () => {
    const format = (amount: number) => {
      const plan = planOf(oneAccount(amount), "important", "en");
      const column = plan.columns.findIndex((_, index) =>
        String(cellOf(plan, 5, index)).startsWith("Purchases"),
      );
      const found = plan.formats.find(
        ({ area, format: one }) => area.row === 6 && area.column === column && one.numberFormat,
      );
      return [cellOf(plan, 5, column), found?.format.numberFormat];
    };
    expect(format(9_999_999)).toEqual(["Purchases, $", "#,##0"]);
    expect(format(10_000_000)).toEqual(["Purchases, $ thousand", "#,##0,"]);
  });

  it("[RV6] makes rows taller for names of three lines and cuts longer ones at a word", () => {
    const long =
      "Vereinigte Lebensmittelhandelsgesellschaft Norddeutschlands mbH und Partner Beteiligungs KG";
    const plan = planOf(oneAccount(1_000, long), "important", "en");
    expect(String(cellOf(plan, 6, 3))).toMatch(/^Vereinigte Lebens.*…$/);
    expect(plan.rowHeights).toContainEqual({ row: 6, rows: 1, height: 37 });
    const chinese = planOf(
      oneAccount(1_000, "上海东方国际进出口贸易集团股份有限公司华东区域采购中心"),
      "important",
      "zh-CN",
    );
    expect(chinese.rowHeights).toContainEqual({ row: 6, rows: 1, height: 40 });
    expect(cellOf(chinese, 6, 3)).toBe("上海东方国际进出口贸易集团股份有限公司华东区域采购中心");
  });

  it("[RV7] leaves the columns of actions out where no Actions table exists", () => {
    for (const tier of tiers) {
      const plan = planOf(northwind, tier, "en", { context: { hasActions: false } });
      const headings = plan.columns.map((_, column) => String(cellOf(plan, 5, column)));
      expect(headings.filter((heading) => /To do|Late/.test(heading))).toEqual([]);
      expect(printedWidth(plan)).toBe(widths[tier]);
    }
  });

  it.each(languages)(
    "[RV1] %s says in one line that a tier has no account and keeps the sign-off",
    (language) => {
      const plan = planOf(recordsOf({ settings: { asOf: northwindDay } }), "special", language);
      expect(cellOf(plan, 6, 0)).toBe(
        language === "en" ? "No account in this tier (special) on 6 May 1998." : "1998年5月6日没有特殊客户。",
      );
      expect(plan.conditionalFormats).toEqual([]);
      expect(gridOf(plan).at(-1)).toContain(language === "en" ? "General manager" : "总经理");
    },
  );

  it("[RV2] writes typed decisions back and keeps those of accounts that left below the table", () => {
    const plan = planOf(northwind, "important", "en", {
      typed: [typedRow("QUICK", { decision: "keep", reason: "alliance", nextStep: "call" })],
      gone: [typedRow("ZZZZZ", { name: "Gone Ltd", decision: "watch", reason: "late" })],
    });
    expect(cellOf(plan, 7, columnOf(plan, "Decided"))).toBe("keep");
    expect(cellOf(plan, 7, columnOf(plan, "Reason"))).toBe("alliance");
    const ids = nameArea(plan, "KAM_ReviewAccounts");
    const last = ids.row + ids.rows - 1;
    expect(cellOf(plan, last, ids.column)).toBe(`${goneMark}ZZZZZ`);
    expect(cellOf(plan, last, columnOf(plan, "Decided"))).toBe("watch");
    expect(cellOf(plan, last - 1, 0)).toBe("No longer on this sheet");
  });

  it("[S132] prints the newest audit hash of each writer in the footer, & doubled", () => {
    const plan = planOf(northwind, "important", "en", {
      context: { auditHashes: [{ writer: "a&b123456", hash: "0123456789abcdef0123" }] },
    });
    expect(plan.page.footerLeft).toBe(
      "&8&K56626BKAM Card · Review – important · cycle 1998-05 · audit a&&b123:0123456789abcdef",
    );
  });

  it("[RV6] keeps alarms as rules relative to the first row, so that sorting leaves them right", () => {
    const plan = planOf(northwind, "special", "en");
    const formulas = plan.conditionalFormats.flatMap(({ area, rule }) =>
      rule.kind === "formula" ? [[area.row, rule.formula] as const] : [],
    );
    expect(formulas.length).toBeGreaterThan(5);
    for (const [row, formula] of formulas)
      expect([formula, formula.includes(String(row + 1))]).toEqual([formula, true]);
    expect(
      plan.conditionalFormats.filter(({ rule, area }) => rule.kind === "bar" && area.columns === 5),
    ).toHaveLength(1);
  });

  it("[RV1] is the same plan for the same records", () => {
    expect(planOf(northwind, "special", "en")).toEqual(planOf(northwindRecords(), "special", "en"));
  });
});
