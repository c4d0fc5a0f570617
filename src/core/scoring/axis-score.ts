import type { AxisScore, CriterionPoints } from "../figures";
import type { Axis, Criterion } from "../records";
import type { Ratio } from "../units";

/**
 * Where a value lies between a criterion's bounds, clipped to 0–1; low > high means that less is better. null for a
 * missing value and for bounds that are equal: no value can then be told from another.
 */
export function scaledBetween(value: number | null, low: number, high: number): Ratio | null {
  if (value === null || low === high) return null;
  return Math.min(1, Math.max(0, (value - low) / (high - low))) || 0;
}

/**
 * The score of one axis, 0–100, with what each criterion gives to it; Σ points = score to 1e-9. Criteria of weight 0
 * are switched off and have no part. Missing criteria leave their weight to the others; the score is null when less
 * than half of the weight is present.
 */
export function axisScore(
  axis: Axis,
  criteria: readonly Criterion[],
  valueOf: (criterion: Criterion) => number | null,
): AxisScore {
  const weighed = criteria
    .filter((criterion) => criterion.axis === axis && criterion.weight > 0)
    .map((criterion) => {
      const value = valueOf(criterion);
      return { criterion, value, scaled: scaledBetween(value, criterion.low, criterion.high) };
    });
  const totalWeight = sum(weighed.map(({ criterion }) => criterion.weight));
  const presentWeight = sum(
    weighed.filter(({ scaled }) => scaled !== null).map(({ criterion }) => criterion.weight),
  );
  const parts = weighed.map(({ criterion, value, scaled }): CriterionPoints => {
    const share = scaled === null ? 0 : criterion.weight / presentWeight;
    return { criterion, value, scaled, share, points: 100 * share * (scaled ?? 0), maximum: 100 * share };
  });
  return { axis, score: scoreOf(parts, presentWeight, totalWeight), parts, presentWeight, totalWeight };
}

function scoreOf(parts: readonly CriterionPoints[], present: number, total: number): number | null {
  if (present <= 0 || present < total / 2) return null;
  // Rounded to 1e-9, so that a score of 62 made of tenths meets a cut of 62.
  return Math.min(100, Math.round(sum(parts.map(({ points }) => points)) * 1e9) / 1e9);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
