import fc from "fast-check";
import { buildCardModel } from "../../src/core/card-model";
import { dayFromIso } from "../../src/core/calendar/days";
import type { AccountFigures, AxisScore } from "../../src/core/figures";
import { MetricColumns } from "../../src/core/purchases/metric-columns";
import type { Account, CardRecords, Criterion } from "../../src/core/records";
import { AxisScores, scaledBetween } from "../../src/core/scoring/axis-score";
import { explainScore } from "../../src/core/scoring/explain-score";
import { northwindRecords } from "../fixtures/northwind/northwind-records";
import { accountOf, purchaseOf, recordsOf } from "./make-records";

const asOf = dayFromIso("2026-06-30") ?? 0;

const criterion = (id: string, low: number, high: number, weight: number): Criterion => ({
  id,
  label: id,
  axis: "economic",
  metric: id,
  low,
  high,
  weight,
});

const anyCriteria = fc.array(
  fc
    .record({
      low: fc.integer({ min: -1_000, max: 1_000 }),
      span: fc.integer({ min: -1_000, max: 1_000 }),
      weight: fc.integer({ min: 0, max: 50 }),
      value: fc.option(fc.double({ min: -3_000, max: 3_000, noNaN: true })),
    })
    .map(({ low, span, weight, value }, ...rest) => ({ low, high: low + span, weight, value, rest })),
  { minLength: 1, maxLength: 8 },
);

/** The score of an account with these numbers alone, which says nothing of its purchases. */
function scoreWith(criteria: readonly Criterion[], numbers: Account["numbers"]): AxisScore {
  const strategic = criteria.map((one): Criterion => ({ ...one, axis: "strategic" }));
  const basis = { accounts: [accountOf("A", { numbers })], columns: new MetricColumns(1), places: null };
  return new AxisScores("strategic", strategic, basis).at(0);
}

function scoreOf(given: readonly { low: number; high: number; weight: number; value: number | null }[]) {
  const criteria = given.map(({ low, high, weight }, index) => criterion(`c${index}`, low, high, weight));
  const numbers = Object.fromEntries(given.map(({ value }, index) => [`c${index}`, value]));
  return scoreWith(criteria, numbers);
}

function figuresOf(given: Partial<CardRecords>, account: Partial<Account> = {}): AccountFigures {
  const records = recordsOf({ accounts: [accountOf("A", account)], ...given, settings: { asOf } });
  const figures = buildCardModel(records, 0).accounts.get("A");
  if (!figures) throw new Error("no figures");
  return figures;
}

describe("axis score", () => {
  it("[SC12] clips between the bounds; a low above the high means less is better", () => {
    expect(scaledBetween(90, 180, 0)).toBe(0.5);
    expect(scaledBetween(200, 180, 0)).toBe(0);
    expect(scaledBetween(50, 0, 29)).toBe(1);
    expect(scaledBetween(null, 0, 1)).toBeNull();
    expect(scaledBetween(3, 5, 5)).toBeNull();
  });

  it("[SC13] shares the weight of missing criteria out over the others", () => {
    const { score, parts } = scoreOf([
      { low: 0, high: 10, weight: 30, value: 10 },
      { low: 0, high: 10, weight: 30, value: 5 },
      { low: 0, high: 10, weight: 40, value: null },
    ]);
    expect(score).toBe(75);
    expect(parts.map(({ points, maximum }) => [points, maximum])).toEqual([
      [50, 50],
      [25, 50],
      [0, 0],
    ]);
  });

  it("[SC13] has no score with less than half of the weight, and one with exactly half", () => {
    const half = [
      { low: 0, high: 10, weight: 50, value: 4 },
      { low: 0, high: 10, weight: 50, value: null },
    ];
    expect(scoreOf(half).score).toBe(40);
    expect(scoreOf([...half, { low: 0, high: 10, weight: 1, value: null }]).score).toBeNull();
    expect(scoreOf([]).score).toBeNull();
  });

  it("[SC13] leaves criteria of weight 0 out", () => {
    expect(scoreOf([{ low: 0, high: 1, weight: 0, value: 1 }]).parts).toEqual([]);
  });

  it("[SC14] stays within 0–100 and is the sum of its parts to 1e-9", () => {
    fc.assert(
      fc.property(anyCriteria, (given) => {
        const { score, parts } = scoreOf(given);
        if (score === null) return;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        const sum = parts.reduce((total, { points }) => total + points, 0);
        expect(Math.abs(sum - score)).toBeLessThanOrEqual(1e-9);
        expect(parts.reduce((total, { share }) => total + share, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it("[SC14] never falls when a criterion moves towards its high bound", () => {
    fc.assert(
      fc.property(
        anyCriteria,
        fc.nat(),
        fc.double({ min: 0, max: 500, noNaN: true }),
        (given, place, step) => {
          const index = place % given.length;
          const better = given.map((entry, at) => {
            if (at !== index || entry.value === null) return entry;
            return { ...entry, value: entry.value + Math.sign(entry.high - entry.low) * step };
          });
          const before = scoreOf(given).score;
          const after = scoreOf(better).score;
          expect(after === null).toBe(before === null);
          if (before !== null && after !== null) expect(after).toBeGreaterThanOrEqual(before - 1e-9);
        },
      ),
    );
  });

  it("[SC15] an account that never bought has no economic score, even with columns of the user's own", () => {
    const own = { ...criterion("OWN", 0, 10, 500), metric: "loyalty" };
    const { criteria } = recordsOf({});
    const purchases = [purchaseOf("A", asOf, 100)];
    const numbers = { loyalty: 10 };
    expect(figuresOf({ criteria: [...criteria, own] }, { numbers }).economic.score).toBeNull();
    expect(
      figuresOf({ criteria: [...criteria, own], purchases }, { numbers }).economic.score,
    ).toBeGreaterThan(80);
  });

  it("[SC15] an account that bought before, but not in 12 months, has 0 for regularity and purchase days", () => {
    const { economic } = figuresOf({ purchases: [purchaseOf("A", asOf - 500, 100)] });
    const value = (id: string) => economic.parts.find((part) => part.criterion.id === id)?.value;
    expect([value("REG"), value("FRQ"), value("RCY")]).toEqual([0, 0, 500]);
    expect(economic.score).toBe(0);
  });

  it("[SC16] weighs the strategic ratings 1–5", () => {
    const ratings = { marketPosition: 5, influence: 4, reputation: 3, potential: 5, fit: 2, complexity: 1 };
    const { strategic } = figuresOf({}, { ratings });
    expect(strategic.score).toBeCloseTo(25 + 15 + 7.5 + 20 + 3.75 + 0, 9);
    const partly = { ...ratings, marketPosition: null, influence: null, reputation: null };
    expect(figuresOf({}, { ratings: partly }).strategic.score).toBeNull();
  });
});

describe("explanation of a score", () => {
  const records = northwindRecords();
  const model = buildCardModel(records, 0);

  it("[SC17] names the value that alone reaches the line, and that value does reach it", () => {
    let named = 0;
    for (const figures of model.accounts.values()) {
      const { change, line, score } = explainScore(figures, "economic", records.settings);
      if (!change || line === null || score === null) continue;
      named += 1;
      const reached = scoreWith(
        figures.economic.parts.map(({ criterion }) => ({ ...criterion, metric: criterion.id })),
        Object.fromEntries(
          figures.economic.parts.map((part) => [
            part.criterion.id,
            part.criterion.id === change.part.criterion.id ? change.value : part.value,
          ]),
        ),
      );
      expect(reached.score ?? 0).toBeGreaterThanOrEqual(line - 1e-6);
    }
    expect(named).toBeGreaterThan(5);
  });

  it("[SC17] names no change where no single criterion can bring enough", () => {
    const figures = model.accounts.get("CENTC");
    expect(figures && explainScore(figures, "economic", records.settings)).toMatchObject({
      score: 0,
      margin: -65,
      change: null,
    });
  });

  it("[SC17] counts the points above the line for important accounts", () => {
    const figures = model.accounts.get("ERNSH");
    const { margin, change } = figures ? explainScore(figures, "economic", records.settings) : {};
    expect(margin).toBeCloseTo(34.08, 2);
    expect(change).toBeNull();
  });

  it("[SC17] has no line where the strategic door is switched off", () => {
    const figures = model.accounts.get("ERNSH");
    const settings = { ...records.settings, strategicCut: null };
    expect(figures && explainScore(figures, "strategic", settings)).toMatchObject({
      line: null,
      margin: null,
    });
  });
});
