import { proposeBounds } from "../../src/core/bounds/propose-bounds";
import { buildCardModel } from "../../src/core/card-model";
import type { AccountFigures, CardModel } from "../../src/core/figures";
import { readCsv } from "../fixtures/northwind/csv";
import { northwindDay, northwindRecords } from "../fixtures/northwind/northwind-records";
import { purchaseOf } from "./make-records";

const records = northwindRecords();
const model = buildCardModel(records, 0);
const expected = readCsv("expected-tiers.csv");

function figuresOf(id: string, of: CardModel = model): AccountFigures {
  const figures = of.accounts.get(id);
  if (!figures) throw new Error(`${id} is not in the model`);
  return figures;
}

describe("the default model on Northwind", () => {
  it("[SC1] proposes the bounds 29,000 / 12 / 8, the minimum 4,500 and the ratio 3.6", () => {
    const { highs, watchMinimum, growingRatio } = proposeBounds(records, 0);
    expect(highs).toEqual({ revenue12: 29_000, purchaseDays12: 12, breadth12: 8, profit12: null });
    expect(watchMinimum).toBe(4_500);
    expect(growingRatio).toBe(3.6);
  });

  it.each(expected.map((row) => [row.account ?? "", row] as const))(
    "[SC2] gives %s the reference figures",
    (id, row) => {
      const { economic, metrics, proposedTier, tierInForce, fired } = figuresOf(id);
      expect(proposedTier).toBe(row["proposed tier"]);
      expect(tierInForce).toBe(proposedTier);
      expect(fired.map(({ rule }) => rule).join("+")).toBe(row["fired rules"]);
      expectClose(economic.score, row.score);
      expectClose(metrics.revenue12, row["revenue 12 m"]);
      expectClose(metrics.purchaseDays12, row["purchase days 12 m"]);
      expectClose(metrics.months12, row["months with a purchase"]);
      expectClose(metrics.breadth12, row["categories 12 m"]);
      expectClose(metrics.daysSinceLast, row["days since last"]);
      expectClose(metrics.amount180, row["amount 180 d"]);
      expectClose(metrics.amount180Before, row["amount 180 d before"]);
    },
  );

  it("[SC2] covers 91 accounts: 21 important with 66.2 % of revenue, 12 special, 58 general", () => {
    const all = [...model.accounts.values()];
    const important = all.filter(({ proposedTier }) => proposedTier === "important");
    expect(expected).toHaveLength(91);
    expect(all).toHaveLength(91);
    expect(important).toHaveLength(21);
    expect(all.filter(({ proposedTier }) => proposedTier === "special")).toHaveLength(12);
    const revenue = important.reduce((sum, { metrics }) => sum + metrics.revenue12, 0);
    expect(revenue / model.totalRevenue12).toBeCloseTo(0.662, 3);
    expect(model.byRevenue).toBe(true);
  });

  it("[SC3] lifts VAFFE from 63.45 to 90.83 by one purchase of 50,000 and moves nobody else", () => {
    const more = { ...records, purchases: [...records.purchases, purchaseOf("VAFFE", northwindDay, 50_000)] };
    const after = buildCardModel(more, 0);
    expectClose(figuresOf("VAFFE").economic.score, "63.45");
    expectClose(figuresOf("VAFFE", after).economic.score, "90.83");
    expect(figuresOf("VAFFE", after).proposedTier).toBe("important");
    for (const id of model.order.filter((other) => other !== "VAFFE")) {
      expect(figuresOf(id, after).economic.score).toBe(figuresOf(id).economic.score);
      expect(figuresOf(id, after).proposedTier).toBe(figuresOf(id).proposedTier);
    }
  });
});

/** Within 0.01, the tolerance the reference states; an empty cell is a missing figure. */
function expectClose(actual: number | null, reference: string | undefined): void {
  if (reference === undefined || reference === "") {
    expect(actual).toBeNull();
    return;
  }
  expect(actual).not.toBeNull();
  expect(Math.abs((actual ?? NaN) - Number(reference))).toBeLessThanOrEqual(0.01 + 1e-9);
}
