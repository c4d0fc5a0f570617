import fc from "fast-check";
import { buildCardModel } from "../../src/core/card-model";
import { dayFromIso, edate } from "../../src/core/calendar/days";
import type { PurchaseMetrics } from "../../src/core/figures";
import type { CardSettings, Purchase } from "../../src/core/records";
import { accountOf, purchaseOf, recordsOf } from "./make-records";

const asOf = dayFromIso("1998-05-06") ?? 0;

function metricsOf(purchases: readonly Purchase[], settings: Partial<CardSettings> = {}): PurchaseMetrics {
  const records = recordsOf({ settings: { asOf, ...settings }, accounts: [accountOf("A")], purchases });
  const metrics = buildCardModel(records, 0).accounts.get("A")?.metrics;
  if (!metrics) throw new Error("no metrics");
  return metrics;
}

const bought = (age: number, amount: number, given: Partial<Purchase> = {}): Purchase =>
  purchaseOf("A", asOf - age, amount, given);

describe("purchase windows", () => {
  it("[SC4] takes the as-of day and the day after EDATE(A,−12) into 12 months, EDATE(A,−12) itself into those before", () => {
    const edge = asOf - edate(asOf, -12);
    expect(metricsOf([bought(0, 1)])).toMatchObject({ revenue12: 1, revenueBefore: 0 });
    expect(metricsOf([bought(edge - 1, 2)])).toMatchObject({ revenue12: 2, revenueBefore: 0, months12: 1 });
    expect(metricsOf([bought(edge, 4)])).toMatchObject({ revenue12: 0, revenueBefore: 4, months12: 0 });
    const oldest = asOf - edate(asOf, -24);
    expect(metricsOf([bought(oldest - 1, 8)])).toMatchObject({ revenueBefore: 8, purchaseDays24: 1 });
    expect(metricsOf([bought(oldest, 8)])).toMatchObject({ revenueBefore: 0, purchaseDays24: 0 });
  });

  it.each([
    [89, { amount90: 5, amount90Before: 0, days90: 1, days90Before: 0 }],
    [90, { amount90: 0, amount90Before: 5, days90: 0, days90Before: 1 }],
    [179, { amount90: 0, amount90Before: 5, amount180: 5, amount180Before: 0 }],
    [180, { amount90Before: 0, amount180: 0, amount180Before: 5 }],
    [359, { amount180Before: 5 }],
    [360, { amount180Before: 0 }],
  ])("[SC4] puts an age of %i days into its windows", (age, figures) => {
    expect(metricsOf([bought(age, 5)])).toMatchObject(figures);
  });

  it("[SC4] counts months back from the as-of day, not calendar months", () => {
    const { monthly } = metricsOf([bought(0, 1), bought(29, 2), bought(30, 4)]);
    expect(monthly.slice(0, 3)).toEqual([3, 4, 0]);
    expect(monthly).toHaveLength(24);
  });

  it("[SC5] leaves out rows after the as-of day, without date or amount, and of unknown accounts, and counts them", () => {
    const purchases = [
      bought(-1, 10),
      purchaseOf("A", null, 10),
      bought(3, Number.NaN),
      purchaseOf("A", asOf, null),
      purchaseOf("B", asOf, 10),
      bought(1, 7),
    ];
    const model = buildCardModel(recordsOf({ settings: { asOf }, accounts: [accountOf("A")], purchases }), 0);
    expect(model.leftOut).toEqual({ "after-as-of": 1, "no-date": 1, "no-amount": 2, "unknown-account": 1 });
    expect(model.accounts.get("A")?.metrics.revenue12).toBe(7);
    expect(model).toMatchObject({ oldestPurchase: asOf - 1, newestPurchase: asOf - 1, totalRevenue12: 7 });
  });

  it("[SC6] counts a date once, and not at all when its amounts cancel out", () => {
    const metrics = metricsOf([
      bought(5, 10.1),
      bought(5, 0.2),
      bought(9, 10.3),
      bought(9, -10.1),
      bought(9, -0.2),
    ]);
    expect(metrics).toMatchObject({ purchaseDays12: 1, daysSinceLast: 5, revenue12: 10.3 });
  });

  it("[SC6] never bought: a refund alone is no purchase", () => {
    expect(metricsOf([bought(5, -10)])).toMatchObject({
      lastPurchase: null,
      daysSinceLast: null,
      revenue12: -10,
    });
  });

  it("[SC6] takes the median of the intervals between purchase days of 24 months, with two or more", () => {
    expect(metricsOf([bought(1, 1), bought(11, 1)]).medianInterval).toBeNull();
    expect(metricsOf([bought(1, 1), bought(11, 1), bought(41, 1)]).medianInterval).toBe(20);
    expect(metricsOf([bought(1, 1), bought(11, 1), bought(41, 1), bought(900, 1)]).medianInterval).toBe(20);
  });

  it("[SC7] has no growth without a full history of 360 days or with nothing before", () => {
    expect(metricsOf([bought(10, 30), bought(200, 20), bought(359, 4)]).growth180).toBeCloseTo(0.25, 12);
    expect(metricsOf([bought(10, 30), bought(200, 20), bought(358, 4)]).growth180).toBeNull();
    expect(metricsOf([bought(10, 30), bought(400, 20)]).growth180).toBeNull();
  });

  it("[SC8] counts categories, products only where the workbook has no category", () => {
    const products = [bought(1, 1, { product: "tea" }), bought(2, 1, { product: "rice" })];
    expect(metricsOf(products).breadth12).toBe(2);
    expect(metricsOf([...products, bought(3, 1, { product: "ham", category: "food" })]).breadth12).toBe(1);
    expect(metricsOf([bought(1, -1, { product: "tea" })]).breadth12).toBe(0);
  });

  it("[SC9] takes profit from the cost, else from the gross margin, else has none", () => {
    const rows = [bought(1, 100, { cost: 60 }), bought(2, 50)];
    expect(metricsOf(rows).profit12).toBeNull();
    expect(metricsOf(rows, { grossMargin: 0.2 }).profit12).toBe(50);
    expect(metricsOf(rows.slice(0, 1)).profit12).toBe(40);
  });

  it("[SC9] goes by revenue when profit is missing for more than half of it", () => {
    const byRevenue = (...amounts: [number, number | null][]): boolean =>
      buildCardModel(
        recordsOf({
          settings: { asOf },
          accounts: [accountOf("A")],
          purchases: amounts.map(([amount, cost]) => bought(1, amount, { cost })),
        }),
        0,
      ).byRevenue;
    expect(byRevenue([50, 10], [50, null])).toBe(false);
    expect(byRevenue([50, 10], [51, null])).toBe(true);
  });

  it("[SC10] gives the same figures whatever the order of the rows", () => {
    const rows = fc.array(
      fc.record({
        age: fc.integer({ min: 0, max: 800 }),
        amount: fc.double({ min: -500, max: 5_000, noNaN: true }),
        category: fc.constantFrom("", "a", "b", "c"),
      }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(rows, fc.func(fc.double({ noNaN: true })), (given, place) => {
        const purchases = given.map(({ age, amount, category }) => bought(age, amount, { category }));
        const shuffled = [...purchases].sort((a, b) => place(a.id) - place(b.id));
        expect(metricsOf(shuffled)).toEqual(metricsOf(purchases));
      }),
    );
  });

  it("[SC11] handles 100,000 purchases of 2,000 accounts without growing steeper than the rows", () => {
    const timeFor = (count: number): number => {
      const accounts = Array.from({ length: count / 50 }, (_, index) => accountOf(`A${index}`));
      const purchases = Array.from({ length: count }, (_, index) =>
        purchaseOf(`A${(index * 7) % accounts.length}`, asOf - ((index * 13) % 700), 10 + (index % 90)),
      );
      const records = recordsOf({ settings: { asOf }, accounts, purchases });
      const start = performance.now();
      buildCardModel(records, 0);
      return performance.now() - start;
    };
    timeFor(10_000);
    const small = timeFor(10_000);
    const large = timeFor(100_000);
    expect(large).toBeLessThan(Math.max(60 * small, 3_000));
  });
});
