import { buildCardModel } from "../../src/core/card-model";
import { dayFromIso, isoText } from "../../src/core/calendar/days";
import {
  growthOf,
  yearBaseIsWhole,
  yearGrowth,
  type Growth,
  type GrowthId,
} from "../../src/core/purchases/growth";
import { readCsv } from "../fixtures/northwind/csv";
import { northwindRecords } from "../fixtures/northwind/northwind-records";
import { accountOf, purchaseOf, recordsOf } from "./make-records";

const day = (text: string): number => {
  const found = dayFromIso(text);
  if (found === null) throw new Error(`${text} is no day`);
  return found;
};

const northwind = buildCardModel(northwindRecords(), 0);

/** Of one account, by comparison; purchases are `[day, amount]`. */
function growthWith(purchases: readonly (readonly [string, number])[], asOf = "2026-05-06") {
  const rows = purchases.map(([date, amount]) => purchaseOf("A", day(date), amount));
  const model = buildCardModel(recordsOf({ accounts: [accountOf("A")], purchases: rows }), day(asOf));
  return byId(growthOf(model.accounts.get("A")!.metrics, model.asOf, model));
}

const byId = (all: readonly Growth[]) =>
  Object.fromEntries(all.map((one) => [one.id, one])) as Readonly<Record<GrowthId, Growth>>;

const spanOf = ({ from, to }: Growth["now"]): string => `${isoText(from)} ${isoText(to)}`;

/** Straight from the order lines of the sample. */
function boughtBetween(account: string, from: string, to: string): number {
  const ordered = new Map(readCsv("orders.csv").map((one) => [one.OrderID, one]));
  return readCsv("order_details.csv")
    .filter(({ OrderID }) => {
      const order = ordered.get(OrderID);
      const date = order?.OrderDate ?? "";
      return order?.CustomerID === account && date >= from && date <= to;
    })
    .map((line) => Number(line.UnitPrice) * Number(line.Quantity) * (1 - Number(line.Discount)))
    .reduce((sum, amount) => sum + amount, 0);
}

describe("growth", () => {
  it.each(["BERGS", "QUICK", "PARIS"])(
    "[TP9] of %s is what the order lines of the sample add up to",
    (id) => {
      const found = byId(growthOf(northwind.accounts.get(id)!.metrics, northwind.asOf, northwind));
      for (const { now, base } of Object.values(found))
        for (const period of [now, base])
          // The card holds each line in whole cents.
          expect(period.amount).toBeCloseTo(boughtBetween(id, isoText(period.from), isoText(period.to)), 1);
    },
  );

  it("[TP9] of BERGS is −58 % on the same three months last year and −72 % on the three before", () => {
    const found = byId(growthOf(northwind.accounts.get("BERGS")!.metrics, northwind.asOf, northwind));
    const { "quarter-on-year": onYear, "quarter-on-quarter": onQuarter } = found;
    expect(spanOf(onYear.now)).toBe("1998-02-07 1998-05-06");
    expect(spanOf(onYear.base)).toBe("1997-02-07 1997-05-06");
    expect(spanOf(onQuarter.base)).toBe("1997-11-07 1998-02-06");
    // One order in the three months: 46.50 + 558 + 1,231.20.
    expect(onYear.now.amount).toBe(1835.7);
    expect(onYear.base.amount).toBe(4399.25);
    expect(onYear.change).toBeCloseTo(-0.5827, 4);
    expect(onQuarter.change).toBeCloseTo(-0.7164, 4);
  });

  it("[TP9] tells no change on a year that the data cover in part only: the sample begins on 4 July 1996", () => {
    const { year } = byId(growthOf(northwind.accounts.get("BERGS")!.metrics, northwind.asOf, northwind));
    expect(spanOf(year.base)).toBe("1996-05-07 1997-05-06");
    expect(year.base.amount).toBeGreaterThan(0);
    expect(year.base.gap).toBe("begins-late");
    expect(year.now.gap).toBe(null);
    expect(year.change).toBe(null);
  });

  it("[TP9] counts a base as whole from the day on which the data begin at the latest", () => {
    const bought = [
      ["2025-05-06", 50],
      ["2026-05-06", 200],
    ] as const;
    const whole = growthWith([["2024-05-07", 50], ...bought]);
    expect(whole.year.base).toMatchObject({ amount: 100, gap: null });
    expect(whole.year.change).toBe(1);
    const late = growthWith([["2024-05-08", 50], ...bought]);
    expect(late.year.base).toMatchObject({ amount: 100, gap: "begins-late" });
    expect(late.year.change).toBe(null);
  });

  it("[RV4] of a year on the year before is marked where the data begin within the year before", () => {
    const { metrics } = northwind.accounts.get("SAVEA")!;
    const now = boughtBetween("SAVEA", "1997-05-07", "1998-05-06");
    const before = boughtBetween("SAVEA", "1996-05-07", "1997-05-06");
    expect(yearGrowth(metrics)).toBeCloseTo(now / before - 1, 4);
    expect(yearGrowth({ revenue12: 10, revenueBefore: 0 })).toBe(null);
    expect(yearBaseIsWhole(northwind.asOf, northwind)).toBe(false);
    const beginning = (text: string) => ({ oldestPurchase: day(text), newestPurchase: day("2026-05-06") });
    expect(yearBaseIsWhole(day("2026-05-06"), beginning("2024-05-07"))).toBe(true);
    expect(yearBaseIsWhole(day("2026-05-06"), beginning("2024-05-08"))).toBe(false);
    expect(yearBaseIsWhole(day("2026-05-06"), { oldestPurchase: null, newestPurchase: null })).toBe(false);
  });

  it("[TP9] tells no change out of nothing or less", () => {
    const early = ["2024-01-01", 10] as const;
    const none = growthWith([early, ["2026-04-01", 30]]);
    expect(none["quarter-on-quarter"]).toMatchObject({ base: { amount: 0, gap: null }, change: null });
    const returned = growthWith([early, ["2025-12-01", -5], ["2026-04-01", 30]]);
    expect(returned["quarter-on-quarter"]).toMatchObject({ base: { amount: -5, gap: null }, change: null });
    const stopped = growthWith([early, ["2025-12-01", 5], ["2026-04-10", 30], ["2026-04-11", -30]]);
    expect(stopped["quarter-on-quarter"].change).toBe(-1);
  });

  it("[TP9] marks a period whose last month holds no purchase of anybody", () => {
    const before = [
      ["2024-01-01", 10],
      ["2025-12-01", 20],
    ] as const;
    const ended = growthWith([...before, ["2026-04-06", 30]]);
    expect(ended["quarter-on-quarter"]).toMatchObject({
      now: { amount: 30, gap: "ends-early" },
      change: null,
    });
    expect(ended["quarter-on-quarter"].base.gap).toBe(null);
    expect(growthWith([...before, ["2026-04-07", 30]])["quarter-on-quarter"].change).toBe(0.5);
  });

  it("[TP9] takes months as long as they are: three to 31 May begin on 1 March", () => {
    const { "quarter-on-quarter": found } = growthWith([["2024-01-01", 10]], "2026-05-31");
    expect(spanOf(found.now)).toBe("2026-03-01 2026-05-31");
    expect(spanOf(found.base)).toBe("2025-12-01 2026-02-28");
  });

  it("[TP9] knows nothing without any purchase", () => {
    for (const { now, base, change } of Object.values(growthWith([])))
      expect([now.gap, base.gap, change]).toEqual(["no-data", "no-data", null]);
  });
});
