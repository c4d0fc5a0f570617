import fc from "fast-check";
import { rfmSegment } from "../../src/core/rfm/rfm-segments";
import { rfmTable } from "../../src/core/rfm/rfm-table";
import { midRankBins, percentileBins } from "../../src/core/statistics/order-statistics";
import { northwindDay, northwindRecords } from "../fixtures/northwind/northwind-records";

const options = { bins: 5, months: 24, ties: "mid" as const };
const columns = (rows: readonly (readonly [string, number, number])[]) => ({
  ids: rows.map(([id]) => id),
  days: rows.map(([, day]) => day),
  amounts: rows.map(([, , amount]) => amount),
});

describe("scores", () => {
  it("[FN5] ties mid: by middle rank", () => {
    expect(midRankBins([50, 10, 30, 20, 40, 60, 70, 80, 90, 100], 5)).toEqual([3, 1, 2, 1, 2, 3, 4, 4, 5, 5]);
    for (let n = 1; n < 30; n += 1)
      expect(new Set(midRankBins(new Array(n).fill(7), 5))).toEqual(new Set([3]));
  });

  it("[FN5] ties cut: as pandas' qcut", () => {
    expect(percentileBins([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 5)).toEqual([1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  });

  it("[FN5] equal values share a score and larger ones never have a lower one, in any number of bins", () => {
    const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 12 }), (given, bins) => {
        for (const scores of [midRankBins(given, bins), percentileBins(given, bins)]) {
          given.forEach((value, index) => {
            expect(scores[index]).toBeGreaterThanOrEqual(1);
            expect(scores[index]).toBeLessThanOrEqual(bins);
            given.forEach((other, at) => {
              if (value >= other) expect(scores[index]).toBeGreaterThanOrEqual(scores[at] ?? 0);
            });
          });
        }
      }),
    );
  });
});

describe("RFM", () => {
  it("[S59] names every pair of scores once, on a scale of five", () => {
    const grid = [5, 4, 3, 2, 1].map((r) => [1, 2, 3, 4, 5].map((f) => rfmSegment(r, f, 5)).join(" "));
    expect(grid).toEqual([
      "NEW PROMISING LOYAL CHAMPION CHAMPION",
      "NEW PROMISING LOYAL CHAMPION CHAMPION",
      "FADING FADING ATTENTION LOYAL LOYAL",
      "SLEEPING SLEEPING ATRISK MUSTKEEP MUSTKEEP",
      "LOST LOST ATRISK MUSTKEEP MUSTKEEP",
    ]);
    expect(rfmSegment(10, 9, 10)).toBe("CHAMPION");
    expect(rfmSegment(1, 1, 3)).toBe("SLEEPING");
  });

  it("[S59] counts days with a positive net, lowers only the money by refunds, and looks back so many months", () => {
    const asOf = 36_000;
    const rows = columns([
      ["a", asOf, 100],
      ["a", asOf, 20],
      ["a", asOf - 10, 50],
      ["a", asOf - 5, -30],
      ["b", asOf - 3, 80],
      ["b", asOf - 3, -80],
      ["b", asOf - 20, 5],
      ["c", asOf - 800, 999],
      ["d", asOf + 1, 5],
      ["e", asOf - 1, -5],
    ]);
    const table = rfmTable(rows, asOf, options);
    expect(table.map(({ id, recency, frequency, monetary }) => [id, recency, frequency, monetary])).toEqual([
      ["a", 0, 2, 140],
      ["b", 20, 1, 5],
    ]);
    expect(rfmTable(rows, asOf, { ...options, months: 0 })[0]).toMatchObject({ id: "c", recency: 800 });
  });

  it("[S59] gives the 89 accounts of Northwind with orders their revenue of 24 months", () => {
    const { purchases } = northwindRecords();
    const rows = purchases.map(({ account, date, amount }) => [account, date ?? 0, amount ?? 0] as const);
    const table = rfmTable(columns(rows), northwindDay, options);
    expect(table).toHaveLength(89);
    expect(table[0]).toMatchObject({ id: "QUICK", segment: "LOYAL", recency: 22 });
    expect(table[0]?.monetary).toBeCloseTo(110_277.32, 2);
    expect(table.reduce((sum, row) => sum + row.monetary, 0)).toBeCloseTo(1_265_793.05, 1);
  });

  it("[FN5] does not depend on the order of the rows, and money scales without moving a score", () => {
    const purchase = fc.tuple(
      fc.constantFrom("a", "b", "c", "d", "e"),
      fc.integer({ min: 0, max: 300 }),
      fc.integer({ min: -5, max: 50 }),
    );
    fc.assert(
      fc.property(fc.array(purchase, { minLength: 1, maxLength: 40 }), (rows) => {
        const table = rfmTable(columns(rows), 300, options);
        expect(rfmTable(columns([...rows].reverse()), 300, options)).toEqual(table);
        const scaled = rfmTable(
          columns(rows.map(([id, day, amount]) => [id, day, 8 * amount])),
          300,
          options,
        );
        expect(scaled.map(({ id, code }) => [id, code])).toEqual(table.map(({ id, code }) => [id, code]));
      }),
    );
  });
});
