import fc from "fast-check";
import { dayOf } from "../../src/core/calendar/days";
import { ageingOf } from "../../src/core/credit/ageing";
import { creditRating, creditUse, riskLevel } from "../../src/core/credit/credit-grade";
import { concentrationOf, mergedByParent, stressOf, topShare } from "../../src/core/portfolio/concentration";
import { churnOf, growthRate, repeatShare } from "../../src/core/portfolio/retention";
import { promoterScore, satisfactionGaps, satisfiedShare } from "../../src/core/satisfaction/scores";
import { coverageByOwner, onTimeOf } from "../../src/core/service/on-time";
import { isWorkingDay, workingHours } from "../../src/core/service/working-hours";
import { churnSignals } from "../../src/core/signals/churn-signals";
import { trendOf } from "../../src/core/signals/trend";
import { northwindRecords } from "../fixtures/northwind/northwind-records";

describe("concentration", () => {
  it("[S105] gives the reference values", () => {
    const half = concentrationOf([50, 30, 20]);
    expect(half?.index).toBeCloseTo(0.38, 12);
    expect(half?.points).toBeCloseTo(3800, 9);
    expect(half?.normalised).toBeCloseTo(0.07, 12);
    expect(half?.effective).toBeCloseTo(2.6316, 4);
    expect(concentrationOf([30, 30, 20, 20])?.points).toBeCloseTo(2600, 9);
    expect(concentrationOf([0.35, 0.4, 0.05, 0.1, 0.06, 0.04])?.points).toBeCloseTo(3002, 9);
    expect(concentrationOf([7, 7, 7, 7])).toMatchObject({ points: 2500, normalised: 0, effective: 4 });
    expect(concentrationOf([9])).toMatchObject({ index: 1, normalised: 1 });
    expect(concentrationOf([])).toBeNull();
  });

  it("[S105] measures Northwind: 0.03369, the ten largest 45 %", () => {
    const revenue = new Map<string, number>();
    for (const { account, amount } of northwindRecords().purchases) {
      revenue.set(account, (revenue.get(account) ?? 0) + (amount ?? 0));
    }
    const values = [...revenue.values()];
    expect(values).toHaveLength(89);
    expect(Math.max(...values)).toBeCloseTo(110_277.32, 2);
    expect(concentrationOf(values)?.index).toBeCloseTo(0.0336908907, 8);
    expect(topShare(values, 10)).toBeCloseTo(0.450425193, 7);
  });

  it("[S105] merges accounts of one parent first and counts only what is above 0", () => {
    expect(mergedByParent([10, 20, 30, -5, null], ["p", null, "p", null, "p"])).toEqual([40, 20]);
    expect(mergedByParent([10, -20], ["p", "p"])).toEqual([]);
  });

  it("[S105] is between 1/n and 1, and does not change by scale or order", () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(amounts, (values) => {
        const found = concentrationOf(values);
        expect(found?.index).toBeGreaterThanOrEqual(1 / values.length - 1e-12);
        expect(found?.index).toBeLessThanOrEqual(1 + 1e-12);
        expect(concentrationOf(values.map((value) => 2 * value).reverse())?.index).toBeCloseTo(
          found?.index ?? 0,
          12,
        );
        expect(topShare(values, values.length)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("[S105] STRESS takes the largest away; of equals the more profitable", () => {
    const accounts = [
      { revenue: 100, margin: 0.1 },
      { revenue: 100, margin: 0.5 },
      { revenue: 50, margin: 0.2 },
    ];
    expect(stressOf(accounts, 10, 1)).toEqual({ revenue: 150, profit: 10, change: (10 - 60) / 60 });
    expect(stressOf(accounts, 10, 0).change).toBe(0);
    expect(stressOf(accounts, 70, 0).change).toBeNull();
  });
});

describe("churn, repeat and growth", () => {
  const asOf = dayOf(1998, 5, 6);
  const purchases = {
    ids: ["a", "a", "b", "c", "c", "d"],
    days: [asOf, asOf - 400, asOf - 400, asOf - 500, asOf - 380, asOf - 800],
    amounts: [1, 2, 40, 5, -5, 9],
  };

  it("[S109] counts who bought in the period before and not in this one", () => {
    expect(churnOf(purchases, asOf, 12)).toEqual({ lost: 2, base: 3, amount: 40 });
    expect(repeatShare(purchases, asOf, 24)).toBeCloseTo(1 / 3, 12);
    expect(repeatShare(purchases, asOf - 900, 12)).toBeNull();
  });

  it("[S110] grows by 21 %, by 10 % over two periods, by 26 % over three", () => {
    expect(growthRate(121, 100, 1)).toBeCloseTo(0.21, 12);
    expect(growthRate(121, 100, 2)).toBeCloseTo(0.1, 12);
    expect(growthRate(200, 100, 3)).toBeCloseTo(0.259921, 6);
    expect(growthRate(5, 0, 1)).toBeNull();
    expect(growthRate(-5, 10, 1)).toBe(-1.5);
    expect(growthRate(-5, 10, 2)).toBeNull();
  });
});

describe("satisfaction", () => {
  it("[S91] NPS gives the reference values", () => {
    const six = promoterScore([0, 7, 7, 9, 9, 9]);
    expect(six?.value).toBeCloseTo(33.33, 2);
    expect((six?.standardError ?? 0) ** 2 * (6 / 1e4)).toBeCloseTo(5 / 9, 12);
    const eight = promoterScore([10, 9, 9, 8, 7, 6, 3, 10]);
    expect(eight).toMatchObject({ value: 25, n: 8, interval: null });
    expect(eight?.standardError).toBeCloseTo(29.315, 3);
    expect(promoterScore([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])?.value).toBeCloseTo(-45.4545, 4);
    expect(promoterScore(new Array(20).fill(10))).toMatchObject({ value: 100, interval: null });
    expect(promoterScore([])).toBeNull();
  });

  it("[S91] the interval holds the value and stays within ±100", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 10, maxLength: 60 }), (scores) => {
        const found = promoterScore(scores);
        const [low, high] = found?.interval ?? [found?.value ?? 0, found?.value ?? 0];
        expect(low).toBeLessThanOrEqual(found?.value ?? 0);
        expect(high).toBeGreaterThanOrEqual(found?.value ?? 0);
        expect(Math.max(Math.abs(low), Math.abs(high))).toBeLessThanOrEqual(100);
      }),
    );
  });

  it("[S91] CSAT counts the best two of five", () => {
    expect(satisfiedShare([1, 2, 3, 4, 5], 5, 2)).toEqual({ share: 0.4, mean: 3, n: 5 });
    expect(satisfiedShare([5, 5, 4, 3, 1], 5, 2)?.share).toBe(0.6);
  });

  it("[S61] SATGAP puts first what matters and is weak", () => {
    const answers = [
      { dimension: "quality", importance: 5, score: 5 },
      { dimension: "delivery", importance: 4, score: 1 },
      { dimension: "price", importance: 1, score: 4 },
    ];
    expect(satisfactionGaps(answers).map(({ dimension, quadrant }) => `${dimension} ${quadrant}`)).toEqual([
      "delivery FIX",
      "quality KEEP",
      "price EXCESS",
    ]);
    expect(satisfactionGaps(answers)[0]?.gap).toBeCloseTo(0.75, 12);
  });
});

describe("signals and trend", () => {
  const asOf = 36_000;
  const signalsOf = (ages: number[], csat: { now: number | null; before: number | null }) =>
    churnSignals(
      {
        places: new Map([["a", 0]]),
        starts: Uint32Array.of(0, ages.length),
        days: Int32Array.from(ages, (age) => asOf - age),
        nets: new Float64Array(ages.length).fill(10),
      },
      ages.length === 0 ? undefined : 0,
      csat,
      asOf,
      90,
      new Float64Array(ages.length),
    );

  it("[S96] finds a fall of 30 %, a gap of two intervals and ten points less satisfaction", () => {
    const drifting = signalsOf([170, 150, 130, 110, 80], { now: 0.7, before: 0.8 });
    expect(drifting).toMatchObject({ frequency: -0.75, amount: -0.75, gap: 4, silence: 80 });
    expect(drifting.signals).toEqual(["frequency", "amount", "gap", "satisfaction"]);
    const steady = signalsOf([170, 110, 80, 20], { now: 79, before: 80 });
    expect(steady.signals).toEqual([]);
    expect(signalsOf([40], { now: null, before: 1 })).toMatchObject({
      ...{ frequency: null, amount: null, gap: null, satisfaction: null, silence: 40, signals: [] },
    });
    expect(signalsOf([], { now: null, before: null }).silence).toBeNull();
    expect(signalsOf([], { now: 69, before: 80 }).signals).toEqual(["satisfaction"]);
  });

  it("[S59] TREND is the median slope, and chance is told apart", () => {
    const found = trendOf([100, 110, 90, 120, 130, 125]);
    expect(found?.slope).toBeCloseTo(6.6667, 4);
    expect(found?.relative).toBeCloseTo(6.666667 / 112.5, 6);
    // S = 9, variance 28⅓: z = 8 ⁄ √28.333
    expect(found?.p).toBeCloseTo(0.1329, 4);
    expect(trendOf([5, 5, 5, 5])).toEqual({ slope: 0, relative: 0, p: 1 });
    expect(trendOf([1, null, 3, 4])).toBeNull();
    expect(trendOf([1, null, 3, 4, 5])?.slope).toBe(1);
  });

  it("[S59] TREND turns with the sign, scales with the amounts, and p stays within 0 and 1", () => {
    const row = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 4, maxLength: 24 });
    fc.assert(
      fc.property(row, (values) => {
        const [up, down] = [trendOf(values), trendOf(values.map((value) => -3 * value))];
        expect(down?.slope).toBeCloseTo(-3 * (up?.slope ?? 0), 9);
        expect(down?.p).toBeCloseTo(up?.p ?? 0, 9);
        expect(up?.p).toBeGreaterThanOrEqual(0);
        expect(up?.p).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("risk and credit", () => {
  it("[S98] levels by the product, extreme by a flag", () => {
    const levels = [4, 5, 9, 10, 14, 15].map((product) => riskLevel(1, product, false).level);
    expect(levels).toEqual(["LOW", "MEDIUM", "MEDIUM", "HIGH", "HIGH", "EXTREME"]);
    expect(riskLevel(1, 1, true)).toEqual({ value: 1, level: "EXTREME" });
  });

  it("[S101] grades by points, at most B over 90 days, C over 180 or by a hard fact", () => {
    const grade = (points: number, overdue = 0, hard = false) =>
      creditRating([points], [1], overdue, hard)?.grade;
    expect([90, 89.9, 80, 70, 60, 50, 40, 39].map((points) => grade(points))).toEqual(
      "AAA AA AA A BBB BB B C".split(" "),
    );
    expect(creditRating([95], [1], 91, false)).toEqual({ points: 95, grade: "B", reason: "OVERDUE90" });
    expect(creditRating([95], [1], 181, false)).toEqual({ points: 95, grade: "C", reason: "OVERDUE180" });
    expect(creditRating([95], [1], null, true)).toEqual({ points: 95, grade: "C", reason: "HARD" });
    expect(grade(30, 91)).toBe("C");
    expect(creditRating([80, null], [50, 50], null, false)?.points).toBe(80);
    expect(creditRating([80, null], [49, 51], null, false)).toBeNull();
  });

  it("[S101] says how much of a limit is in use", () => {
    expect(creditUse(100, 80)?.state).toBe("OK");
    expect(creditUse(100, 100)?.state).toBe("NEAR");
    expect(creditUse(100, 101)).toEqual({ fraction: 1.01, state: "OVER" });
    expect(creditUse(0, 5)).toBeNull();
  });

  it("[S98] AGEING keeps every cent in one band", () => {
    const edges = [0, 30, 60, 90, 180];
    const items = [-5, 0, 1, 30, 31, 90, 91, 181].map((overdue) => ({ due: 1_000 - overdue, open: 10 }));
    expect(ageingOf(items, 1_000, edges)).toEqual({ bands: [20, 20, 10, 10, 10, 10], oldest: 181 });
    expect(ageingOf([{ due: 900, open: -10 }], 1_000, edges)).toEqual({
      bands: [0, 0, 0, 0, -10, 0],
      oldest: null,
    });
    const item = fc.record({
      due: fc.integer({ min: 500, max: 1_100 }),
      open: fc.integer({ min: -50, max: 99 }),
    });
    fc.assert(
      fc.property(fc.array(item), (open) => {
        const total = open.reduce((sum, each) => sum + each.open, 0);
        expect(ageingOf(open, 1_000, edges).bands.reduce((sum, band) => sum + band, 0)).toBe(total);
      }),
    );
  });
});

describe("service", () => {
  const office = { start: 9 / 24, end: 18 / 24, holidays: new Set<number>(), workdays: new Set<number>() };
  const friday = dayOf(2026, 11, 20);

  it("[S85] Friday 17:00 to Monday 10:00 is two working hours", () => {
    expect(workingHours(friday + 17 / 24, friday + 3 + 10 / 24, office)).toBe(2);
    expect(workingHours(friday + 3 + 10 / 24, friday + 17 / 24, office)).toBe(0);
    expect(workingHours(friday + 1, friday + 2.9, office)).toBe(0);
    expect(workingHours(friday + 8 / 24, friday + 20 / 24, office)).toBe(9);
    const moved = { ...office, holidays: new Set([friday]), workdays: new Set([friday + 1]) };
    expect(workingHours(friday, friday + 2, moved)).toBe(9);
    expect(isWorkingDay(friday, moved)).toBe(false);
  });

  it("[S85] hours add up over any moment between, and years cost no more than days", () => {
    const moment = fc.double({ min: 30_000, max: 60_000, noNaN: true });
    fc.assert(
      fc.property(moment, moment, moment, (one, two, three) => {
        const [a = 0, b = 0, c = 0] = [one, two, three].sort((x, y) => x - y);
        const split = workingHours(a, b, office) + workingHours(b, c, office);
        expect(split).toBeCloseTo(workingHours(a, c, office), 4);
        expect(workingHours(a, c, office)).toBeLessThanOrEqual(
          9 * (Math.floor(c) - Math.floor(a) + 1) + 1e-6,
        );
      }),
    );
  });

  it("[S83] ONTIME leaves out what is open and not yet due", () => {
    const tasks = [
      { due: 10, done: 9 },
      { due: 10, done: 10 },
      { due: 10, done: 11 },
      { due: 10, done: null },
      { due: 20, done: null },
    ];
    expect(onTimeOf(tasks, 15)).toEqual({ onTime: 2, overdue: 2, n: 4 });
  });

  it("[S67] COVERAGE counts contacts within the maximum, per owner", () => {
    const rows = [
      { owner: "b", last: 90, maximum: 30 },
      { owner: "a", last: null, maximum: 30 },
      { owner: "a", last: 70, maximum: 30 },
      { owner: "a", last: 69, maximum: 30 },
    ];
    expect(coverageByOwner(rows, 100)).toEqual([
      { owner: "a", accounts: 3, covered: 1, share: 1 / 3 },
      { owner: "b", accounts: 1, covered: 1, share: 1 },
    ]);
  });
});
