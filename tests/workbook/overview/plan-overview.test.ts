import { buildCardModel } from "../../../src/core/card-model";
import type { CardRecords } from "../../../src/core/records";
import { languages, type Language } from "../../../src/core/units";
import { textsFor } from "../../../src/locales/texts";
import { Labels } from "../../../src/workbook/codec/labels";
import { planOverview } from "../../../src/workbook/overview/plan-overview";
import type { Area, SheetPlan } from "../../../src/workbook/sheet-plan";
import { accountOf, purchaseOf, recordsOf } from "../../core/make-records";
import { northwindDay, northwindRecords } from "../../fixtures/northwind/northwind-records";
import { cellOf, gridOf, printedWidth } from "../review/plan-grid";

function overviewOf(records: CardRecords, language: Language = "en"): SheetPlan {
  return planOverview(
    {
      language,
      texts: textsFor(language),
      labels: new Labels(language),
      model: buildCardModel(records, records.settings.asOf ?? 0),
      cycle: "1998-05",
      author: "Ann",
      date1904: false,
      hasActions: true,
      auditHashes: [],
    },
    "Overview 1998-05",
  );
}

const valuesIn = (plan: SheetPlan, { row, column, rows }: Area) =>
  Array.from({ length: rows }, (_, index) => cellOf(plan, row + index, column));

const northwind = northwindRecords();
const plan = overviewOf(northwind);
const [pareto, tiers] = plan.charts ?? [];

const many = (count: number) =>
  recordsOf({
    settings: { asOf: northwindDay },
    accounts: Array.from({ length: count }, (_, index) => accountOf(`A${String(index).padStart(4, "0")}`)),
    purchases: Array.from({ length: count }, (_, index) =>
      purchaseOf(`A${String(index).padStart(4, "0")}`, northwindDay, 10_000 - index),
    ),
  });

describe("plan of the overview", () => {
  it("[RV4] says how purchases are spread over Northwind's accounts, tiers and classes", () => {
    expect(gridOf(plan, { from: 2, to: 6 })).toEqual([
      "33 of 91 accounts bring 80% of purchases ($856,885 in 12 months); 21 important ones bring 66%.",
      "",
      "Purchases, 12 m |  | Change |  | Important |  |  | Special |  | Largest account |  | Effective number",
      "856885.21 |  | 1.1 |  | 21 |  |  | 12 |  | 0.1 |  | 26.85",
      "88 of 91 bought |  | on part of 12 m before |  | 66% of purchases |  |  | 11% of purchases |  | SAVEA |  | 1 ÷ HHI",
    ]);
    const table = gridOf(plan, { from: 25, to: 33 }).map((line) => line.split(" | ").slice(7, 13));
    expect(table).toEqual([
      ["Tier", "Accounts", "Share", "12 m, $", "Share", "Mean, $"],
      ["Important", "21", "0.23", "567599.38", "0.66", "27028.54"],
      ["Special", "12", "0.13", "91040.52", "0.11", "7586.71"],
      ["General", "58", "0.64", "198245.31", "0.23", "3418.02"],
      ["All", "91", "1", "856885.21", "1", "9416.32"],
      ["Class", "Accounts", "Share", "12 m, $", "Share", "Mean, $"],
      ["A, to 80%", "33", "0.36", "687980.36", "0.8", "20847.89"],
      ["B, to 95%", "29", "0.32", "128816.27", "0.15", "4441.94"],
      ["C", "29", "0.32", "40088.58", "0.05", "1382.36"],
    ]);
  });

  it("[RV4] draws the Pareto chart over plain cells: each account in one class, the share to 100 %, the 80 % line", () => {
    const [a, b, c, share, mark] = (pareto?.series ?? []).map(({ values }) => valuesIn(plan, values));
    expect(a).toHaveLength(91);
    a?.forEach((_, index) => {
      expect([a, b, c].filter((list) => list?.[index] !== "")).toHaveLength(1);
    });
    expect(share?.at(-1)).toBeCloseTo(1);
    expect(share?.[32]).toBeGreaterThanOrEqual(0.8);
    expect(share?.[31]).toBeLessThan(0.8);
    expect(new Set(mark)).toEqual(new Set([0.8]));
    expect(pareto?.series.map(({ kind, secondary }) => [kind, secondary ?? false])).toEqual([
      ["column", false],
      ["column", false],
      ["column", false],
      ["line", true],
      ["line", true],
    ]);
    expect(valuesIn(plan, pareto!.categories).filter((label) => label !== "")).toEqual([
      1, 10, 20, 30, 40, 50, 60, 70, 80, 90,
    ]);
  });

  it("[RV4] draws the tiers' shares from the table beside them", () => {
    const [accounts, purchases] = (tiers?.series ?? []).map(({ values }) => valuesIn(plan, values));
    expect(valuesIn(plan, tiers!.categories)).toEqual(["Important", "Special", "General"]);
    expect(accounts?.reduce<number>((sum, share) => sum + Number(share), 0)).toBeCloseTo(1);
    expect(purchases?.map((share) => Math.round(Number(share) * 100))).toEqual([66, 11, 23]);
  });

  it("[RV4] holds no formula", () => {
    const cells = plan.cells.flatMap(({ values }) => values.flat());
    expect(cells.some((cell) => typeof cell === "object")).toBe(false);
  });

  it("[RV5] has as many entries and at most a hundred columns for 3,000 accounts", () => {
    const large = overviewOf(many(3_000));
    const rows = large.charts?.[0]?.series[0]?.values.rows ?? 0;
    expect(rows).toBeLessThanOrEqual(100);
    expect(large.formats).toHaveLength(plan.formats.length);
    expect(large.cells).toHaveLength(plan.cells.length);
    const share = valuesIn(large, large.charts![0]!.series[3]!.values);
    expect(share.at(-1)).toBeCloseTo(1);
    expect(cellOf(large, 8, 12)).toContain("mean of 30 accounts");
  });

  it.each(languages)("[RV1] is one page of A4 with mark, page number and sign-off, in %s", (language) => {
    const one = overviewOf(northwind, language);
    expect(printedWidth(one)).toBeLessThanOrEqual(523);
    const height = one.rowHeights.reduce((sum, { rows, height: each }) => sum + rows * each, 0);
    expect(height).toBeLessThanOrEqual(842 - one.page.margins.top - one.page.margins.bottom);
    expect(one.page).toMatchObject({ orientation: "portrait", fitWide: 1, fitTall: 1 });
    expect(one.page.footerRight).toMatch(/&P.*&N/);
    expect(one.names).toEqual([{ name: "KAM_Overview", constant: "1998-05|1" }]);
    const rows = one.page.printArea.rows;
    expect(cellOf(one, rows - 1, 0)).not.toBe("");
    // Chart and data stand clear of each other: charts inside the page, data outside.
    for (const { area, series } of one.charts ?? []) {
      expect(area.column + area.columns).toBeLessThanOrEqual(one.page.printArea.columns);
      expect(series.length).toBeGreaterThan(1);
    }
  });

  it("[RV4] without purchases there is a sentence and no chart", () => {
    const none = overviewOf(recordsOf({ settings: { asOf: northwindDay }, accounts: [accountOf("A1")] }));
    expect(none.charts).toEqual([]);
    expect(cellOf(none, 2, 0)).toBe("No purchases in the last 12 months: nothing to draw yet.");
    expect(cellOf(overviewOf(recordsOf({ settings: { asOf: northwindDay } })), 5, 2)).toBe("–");
  });
});
