import fc from "fast-check";
import { bothEnds } from "../../src/core/portfolio/both-ends";
import { paretoRows } from "../../src/core/portfolio/pareto";
import { screenRow } from "../../src/core/portfolio/screen";
import { classifyValues, profitSegments } from "../../src/core/portfolio/segment";
import { timePlan } from "../../src/core/portfolio/time-plan";
import { whatIfGrid } from "../../src/core/portfolio/what-if";

const amounts = fc.array(fc.integer({ min: -50, max: 200 }), { minLength: 1, maxLength: 40 });
const abc = (values: number[]) =>
  paretoRows(values, null, 0.8, 0.95)
    .map((row) => row.class)
    .join("");

describe("PARETO", () => {
  it.each([
    [[80, 15, 5], "ABC"],
    [[90, 6, 4], "ABC"],
    [[97, 2, 1], "ACC"],
    [[79, 10, 9, 2], "AABC"],
    [[40, 20, 20, 20], "AAAA"],
  ])("[FN5] classes %j as %s, by the share of strictly larger values", (values, classes) => {
    expect(abc(values)).toBe(classes);
  });

  it("[FN5] gives equal values equal ranks, classes and, without ids, cumulative shares", () => {
    expect(
      paretoRows([40, 20, 20, 20], null, 0.8, 0.95).map(({ rank, cumulative }) => [rank, cumulative]),
    ).toEqual([
      [1, 0.4],
      [2, 1],
      [2, 1],
      [2, 1],
    ]);
    const withIds = paretoRows([20, 40, 20], ["b", "c", "a"], 0.8, 0.95);
    expect(withIds.map(({ cumulative }) => cumulative)).toEqual([1, 0.5, 0.75]);
  });

  it("[FN5] is the same rows in any order, its shares sum to one, and scaling changes only the values", () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const rows = paretoRows(values, null, 0.8, 0.95);
        const reversed = paretoRows([...values].reverse(), null, 0.8, 0.95).reverse();
        expect(rows.map((row) => [row.rank, row.class])).toEqual(
          reversed.map((row) => [row.rank, row.class]),
        );
        const total = rows.reduce((sum, row) => sum + row.share, 0);
        if (values.some((value) => value > 0)) expect(total).toBeCloseTo(1, 9);
        const scaled = paretoRows(
          values.map((value) => 4 * value),
          null,
          0.8,
          0.95,
        );
        expect(scaled.map((row) => row.class)).toEqual(rows.map((row) => row.class));
        rows.forEach((row) => expect(row.value > 0 || row.class === "C").toBe(true));
      }),
    );
  });
});

describe("SEGMENT and CLASSIFY", () => {
  it("[FN5] ⌈top·n⌉ are CORE, ⌊bottom·n⌋ EXIT; ties go to the better class", () => {
    expect(profitSegments([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0.2, 0.2, "count").join(" ")).toBe(
      "CORE CORE KEEP KEEP KEEP KEEP KEEP KEEP EXIT EXIT",
    );
    expect(profitSegments([9, 9, 9, 1, 1], 0.2, 0.2, "count")).toEqual([
      "CORE",
      "CORE",
      "CORE",
      "KEEP",
      "KEEP",
    ]);
    expect(profitSegments([5, 4, 3, 2, 1], 0.2, 0.2, "loss")[4]).toBe("KEEP");
    expect(profitSegments([5, 4, 3, 2, -1], 0.2, 0.2, "loss")[4]).toBe("EXIT");
    expect(profitSegments([7, 7, 7], 0.2, 1, "count")).toEqual(["CORE", "CORE", "CORE"]);
  });

  it("[FN5] never has fewer CORE nor more EXIT than asked for, and equal figures share a class", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(amounts, share, share, (profits, top, bottom) => {
        const classes = profitSegments(profits, top, bottom, "count");
        const count = (code: string) => classes.filter((each) => each === code).length;
        expect(count("CORE")).toBeGreaterThanOrEqual(Math.ceil(top * profits.length - 1e-9));
        expect(count("EXIT")).toBeLessThanOrEqual(Math.floor(bottom * profits.length + 1e-9));
        const byProfit = new Map<number, string>();
        profits.forEach((profit, index) => {
          expect(byProfit.get(profit) ?? classes[index]).toBe(classes[index]);
          byProfit.set(profit, classes[index] ?? "");
        });
      }),
    );
  });

  it("[FN5] thirds by middle rank, or two cuts in either order", () => {
    expect(classifyValues([1, 2, 3], null)).toEqual(["LOW", "MEDIUM", "HIGH"]);
    expect(classifyValues([7, 7, 7], null)).toEqual(["MEDIUM", "MEDIUM", "MEDIUM"]);
    expect(classifyValues([10, 50, 49.9], [50, 10])).toEqual(["MEDIUM", "HIGH", "MEDIUM"]);
  });
});

describe("ENDS", () => {
  const row = (id: string, value: number | null, risk: number | null) => ({ id, value, risk });

  it("[S47] lists both ends, an account in both once, by value and id", () => {
    const rows = [row("a", 100, 1), row("b", 90, 25), row("c", 10, 24), row("d", 5, 0)];
    expect(bothEnds(rows, 2).map(({ id, end }) => `${id} ${end}`)).toEqual(["a VALUE", "b BOTH", "c RISK"]);
    expect(bothEnds(rows, null).map(({ id, end }) => `${id} ${end}`)).toEqual(["a VALUE", "b RISK"]);
    expect(bothEnds([row("b", 5, null), row("a", 5, null)], 1).map(({ id }) => id)).toEqual(["a", "b"]);
    expect(bothEnds([row("a", 0, null)], 1)).toEqual([]);
  });
});

describe("SCREEN", () => {
  it("[S07] a failed must fails whatever the count; blanks meet no minimum, blank minimums ask nothing", () => {
    expect(screenRow([500, 3, 80], [100, 2, 90], [true], 2)).toEqual({ pass: true, met: 2, firstFailed: 3 });
    expect(screenRow([50, 3, 95], [100, 2, 90], [true], 2)).toEqual({ pass: false, met: 2, firstFailed: 1 });
    expect(screenRow([null, 3], [100, 2], [], null)).toEqual({ pass: false, met: 1, firstFailed: 1 });
    expect(screenRow([null, 3], [null, 2], [], null)).toEqual({ pass: true, met: 1, firstFailed: null });
  });
});

describe("TIMEPLAN", () => {
  const plan = (profits: number[], hours: number, floor = 0, cap = Infinity) =>
    timePlan(
      profits.map((profit) => ({ profit, floor, cap })),
      hours,
    );

  it("[S51] shares by profit between floors and caps", () => {
    expect(plan([500, 300, 0, 200], 100)).toEqual([50, 30, 0, 20]);
    const bounded = plan([500, 300, 0, 200], 100, 5, 40)?.map((each) => Math.round(each * 1e6) / 1e6);
    expect(bounded).toEqual([40, 33, 5, 22]);
    expect(plan([0, -5], 10)).toEqual([5, 5]);
    expect(plan([1, 1], 10, 6)).toBeNull();
    expect(plan([1, 1], 10, 0, 4)).toBeNull();
    expect(plan([10, 0, 0], 10, 0, 4)).toEqual([4, 3, 3]);
  });

  it("[S51] Σ is the hours, nobody is outside floor and cap, and more profit never gets less", () => {
    const profits = fc.array(fc.integer({ min: -10, max: 100 }), { minLength: 1, maxLength: 20 });
    const limit = fc.double({ min: 0, max: 20, noNaN: true });
    fc.assert(
      fc.property(
        profits,
        limit,
        limit,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (given, one, other, place) => {
          const [floor, cap] = [Math.min(one, other), Math.max(one, other)];
          const hours = given.length * (floor + place * (cap - floor));
          const planned = plan(given, hours, floor, cap) ?? [];
          expect(planned.reduce((sum, each) => sum + each, 0)).toBeCloseTo(hours, 6);
          planned.forEach((each, index) => {
            expect(each).toBeGreaterThanOrEqual(floor - 1e-9);
            expect(each).toBeLessThanOrEqual(cap + 1e-9);
            planned.forEach((least, at) => {
              if ((given[index] ?? 0) > (given[at] ?? 0)) expect(each).toBeGreaterThanOrEqual(least - 1e-9);
            });
          });
        },
      ),
    );
  });
});

describe("WHATIF", () => {
  const rows = [
    { value: 70, amount: 10, current: "IMPORTANT" as const },
    { value: 63, amount: 20, current: "IMPORTANT" as const },
    { value: 66, amount: 30, current: "GENERAL" as const },
    { value: 10, amount: 40, current: "SPECIAL" as const },
  ];

  it("[S09] counts, sums and moves by TIERS, with the band on the side each stands", () => {
    expect(whatIfGrid(rows, [65, 60], [0, 3], "count")).toEqual([
      [2, 2],
      [3, 3],
    ]);
    expect(whatIfGrid(rows, [65], [0, 3], "amount")).toEqual([[40, 30]]);
    expect(whatIfGrid(rows, [65], [0, 3], "moves")).toEqual([[2, 0]]);
  });

  it("[S09] a higher cut never makes more accounts important", () => {
    const values = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, (given) => {
        const cuts = [10, 30, 50, 70, 90];
        const portfolio = given.map((value) => ({ value, amount: 1, current: null }));
        const counts = whatIfGrid(portfolio, cuts, [0], "count").flat();
        expect([...counts].sort((a, b) => b - a)).toEqual(counts);
      }),
    );
  });
});
