import fc from "fast-check";
import { call, errorValue } from "./custom-functions-global";
import "../../src/functions/index";

const column = (...cells: readonly unknown[]): unknown[][] => cells.map((cell) => [cell]);
const scores = (...args: unknown[]) =>
  call("SCORES", ...Array.from({ length: 6 }, (_, index) => args[index] ?? null));
const tiers = (...args: unknown[]) =>
  call("TIERS", ...Array.from({ length: 6 }, (_, index) => args[index] ?? null));

describe("SCORES", () => {
  const bounds = [
    [0, 180],
    [1000, 0],
  ];

  it("[FN3] scales between bounds; low above high means less is better", () => {
    expect(
      scores(
        [
          [500, 90],
          [1200, 0],
          [0, 400],
        ],
        [[60, 40]],
        null,
        null,
        bounds,
      ),
    ).toEqual(column(50, 100, 0));
  });

  it("[FN3] with bounds, no row moves because another one changed", () => {
    const rows = fc.array(fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()), {
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(rows, (given) => {
        const all = scores(given, [[60, 40]], null, null, bounds);
        const alone = given.map((row) => scores([row], [[60, 40]], null, null, bounds));
        expect(all).toEqual(alone.flat());
      }),
    );
  });

  it('[FN4] reads null and "" as missing and leaves their weight to the others; under half is #N/A', () => {
    for (const blank of [null, "", "  "]) {
      expect(scores([[500, blank]], [[60, 40]], null, null, bounds)).toEqual([[50]]);
      expect(scores([[blank, 90]], [[60, 40]], null, null, bounds)).toEqual([
        ["#N/A: Too little data for a score: less than half of the weight has a value"],
      ]);
      expect(scores([[blank, 90]], [[50, 50]], null, null, bounds)).toEqual([[50]]);
    }
    expect(scores([[0, 90]], [[60, 40]], null, null, bounds)).toEqual([[20]]);
    expect(scores([[errorValue("#N/A"), 90]], [[50, 50]], null, null, bounds)).toEqual([[50]]);
  });

  it("[FN3] missing: zero takes the worst, na gives none", () => {
    expect(scores([[null, 0]], [[60, 40]], null, null, bounds, "zero")).toEqual([[40]]);
    expect(scores([[null, 0]], [[40, 60]], null, null, bounds, "na")).toEqual([
      ["#N/A: A metric of this row is missing"],
    ]);
  });

  it("[FN4] gives a row with a text or an error its own error; the others keep their values", () => {
    expect(
      scores(
        [
          ["n/a", 1],
          [10, 1],
          [errorValue("#REF!"), 1],
          [20, 1],
        ],
        [[1, 1]],
        null,
        "minmax",
      ),
    ).toEqual([
      ['#VALUE!: "n/a" is not a number'],
      [25],
      ["#VALUE!: A cell of this row holds an error"],
      [75],
    ]);
  });

  it("[FN5] minmax and percentile give equal values equal scores, all equal the middle", () => {
    expect(scores(column(7, 7, 7), [[1]], null, "minmax")).toEqual(column(50, 50, 50));
    expect(scores(column(7, 7, 7), [[1]], null, "percentile")).toEqual(column(50, 50, 50));
    expect(scores(column(1, 2, 2, 3), [[1]], null, "percentile")).toEqual(column(12.5, 50, 50, 87.5));
    expect(scores(column(1, 3), [[1]], [[-1]], "minmax")).toEqual(column(100, 0));
    expect(scores(column(1, 3), [[1]], [["less"]], "极值")).toEqual(column(100, 0));
  });

  it("[FN4] fails the call for shapes and parameters that cannot be", () => {
    const fails = (...args: unknown[]) => String(scores(...args));
    expect(fails([[1, 2]], [[1]], null, "minmax")).toBe("#VALUE!: weights must have 2 cells, like the data");
    expect(fails([[1, 2]], [[1, -1]], null, "minmax")).toContain("#VALUE!: Weights cannot be negative");
    expect(fails([[1]], [["x"]], null, "minmax")).toBe("#VALUE!: weights must hold numbers only");
    expect(fails([[1]], [[null]], null, "minmax")).toContain("#VALUE!: At least one weight");
    expect(fails([[1]], [[1]])).toContain('#VALUE!: The scale "target" needs bounds');
    expect(fails([[1]], [[1]], null, null, [[5], [5]])).toContain(
      "#VALUE!: Low and high of column 1 are equal",
    );
    expect(fails([[1]], [[1]], null, null, [[5, 6]])).toContain("#VALUE!: bounds must be 2 rows of 1 cells");
    expect(fails([[1]], [[1]], null, "best")).toContain("#VALUE!: scale must be one of");
    expect(fails(null, [[1]])).toContain("#VALUE!: metrics must be a range");
  });

  it("[FN6] takes weights side by side or below each other, and a single cell for a range of one", () => {
    expect(
      scores(
        [
          [1, 3],
          [3, 1],
        ],
        column(1, 3),
        null,
        "minmax",
      ),
    ).toEqual(column(75, 25));
    expect(scores(5, 1, null, "minmax")).toEqual([[50]]);
  });
});

describe("TIERS", () => {
  it("[FN3] score: important from the cut of 65; watch lifts GENERAL to SPECIAL", () => {
    expect(tiers(column(65, 64.99, 10, 90), column(null, null, true, "x"))).toEqual(
      column("IMPORTANT", "GENERAL", "SPECIAL", "IMPORTANT"),
    );
    expect(tiers(column(1, 1, 1, 1, 1), column(false, 0, "", 2, "no"))).toEqual(
      column("GENERAL", "GENERAL", "GENERAL", "SPECIAL", "SPECIAL"),
    );
  });

  it("[FN4] a blank value is GENERAL, SPECIAL if watched; a text is an error of its row", () => {
    expect(tiers(column(null, "", null, "x"), column(null, null, 1, 1))).toEqual(
      column("GENERAL", "GENERAL", "SPECIAL", '#VALUE!: "x" is not a number'),
    );
  });

  it("[FN3] the band keeps IMPORTANT in and others out; without a previous tier the plain cut counts", () => {
    const values = column(62, 61.99, 67.99, 68, 65, 68);
    const previous = column("IMPORTANT", "important", "GENERAL", "一般", 0, "SPECIAL");
    expect(tiers(values, null, 65, null, previous, 3)).toEqual(
      column("IMPORTANT", "GENERAL", "GENERAL", "IMPORTANT", "IMPORTANT", "IMPORTANT"),
    );
    expect(tiers(column(70), null, null, null, column("gold"))).toEqual([
      [expect.stringContaining('"gold" is no tier')],
    ]);
  });

  it("[FN5] share: the larger ones make up less than the cut, compared with 1e-12; 0 and less count 0", () => {
    expect(tiers(column(40, 20, 20, 20), null, null, "share")).toEqual(
      column("IMPORTANT", "IMPORTANT", "IMPORTANT", "IMPORTANT"),
    );
    expect(tiers(column(80, 15, 5, -3, 0), null, null, "share")).toEqual(
      column("IMPORTANT", "GENERAL", "GENERAL", "GENERAL", "GENERAL"),
    );
    expect(tiers(column(0.1, 0.1, 0.6, 0.2), null, 0.8, "share")).toEqual(
      column("GENERAL", "GENERAL", "IMPORTANT", "IMPORTANT"),
    );
    expect(tiers(column(0, -1), null, null, "share")).toEqual(column("GENERAL", "GENERAL"));
  });

  it("[FN3] share with a band: eased for IMPORTANT, tightened for others", () => {
    const previous = column("GENERAL", "GENERAL", "IMPORTANT");
    expect(tiers(column(78, 15, 7), null, 0.9, "share", previous, 0.05)).toEqual(
      column("IMPORTANT", "IMPORTANT", "IMPORTANT"),
    );
    expect(tiers(column(78, 15, 7), null, 0.8, "share", previous, 0.05)).toEqual(
      column("IMPORTANT", "GENERAL", "GENERAL"),
    );
  });

  it("[FN5] rank: ties share a rank; a cut below 1 is a share of the rows, rounded up", () => {
    expect(tiers(column(9, 9, 5, 1), null, 2, "rank")).toEqual(
      column("IMPORTANT", "IMPORTANT", "GENERAL", "GENERAL"),
    );
    expect(tiers(column(5, 4, 3, 2, 1), null, 0.2, "rank")).toEqual(
      column("IMPORTANT", "GENERAL", "GENERAL", "GENERAL", "GENERAL"),
    );
    expect(tiers(column(5, 4, 3, 2, 1), null, 0.21, "rank")).toEqual(
      column("IMPORTANT", "IMPORTANT", "GENERAL", "GENERAL", "GENERAL"),
    );
    const previous = column("GENERAL", "GENERAL", "IMPORTANT", "IMPORTANT");
    expect(tiers(column(9, 8, 7, 6), null, 2, "rank", previous, 1)).toEqual(
      column("IMPORTANT", "GENERAL", "IMPORTANT", "GENERAL"),
    );
  });

  it("[FN5] equal values always get equal codes", () => {
    const modes = fc.constantFrom("score", "share", "rank");
    const values = fc.array(fc.integer({ min: -3, max: 12 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, modes, fc.double({ min: 0, max: 10, noNaN: true }), (given, mode, cut) => {
        const codes = tiers(column(...given), null, cut, mode);
        const byValue = new Map<number, Set<unknown>>();
        given.forEach((value, index) => {
          const code: unknown = Array.isArray(codes) ? codes[index]?.[0] : codes;
          byValue.set(value, (byValue.get(value) ?? new Set()).add(code));
        });
        for (const seen of byValue.values()) expect(seen.size).toBe(1);
      }),
    );
  });

  it("[FN4] fails the call for shapes and parameters that cannot be", () => {
    expect(tiers([[1, 2]])).toBe("#VALUE!: values must be one column");
    expect(tiers(null)).toContain("#VALUE!: values must be one column with at least one row");
    expect(tiers(column(1, 2), column(1))).toBe("#VALUE!: watch must have 2 cells, like the data");
    expect(tiers(column(1), null, "high")).toBe("#VALUE!: cut must hold numbers only");
    expect(tiers(column(1), null, null, "best")).toContain("#VALUE!: mode must be one of");
    expect(tiers(column(1), null, null, null, null, -1)).toBe("#VALUE!: band must be 0 or more");
  });
});
