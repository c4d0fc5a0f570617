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
 * than half of the weight is present. `valueOf` is asked once for each criterion that counts, with its place among them.
 */
export function axisScore(
  axis: Axis,
  criteria: readonly Criterion[],
  valueOf: (criterion: Criterion, index: number) => number | null,
): AxisScore {
  const counting = countingOn(axis, criteria);
  const parts = new Array<Part>(counting.length);
  let totalWeight = 0;
  let presentWeight = 0;
  for (let index = 0; index < counting.length; index += 1) {
    const criterion = counting[index] as Criterion;
    const value = valueOf(criterion, index);
    const scaled = scaledBetween(value, criterion.low, criterion.high);
    totalWeight += criterion.weight;
    if (scaled !== null) presentWeight += criterion.weight;
    parts[index] = { criterion, value, scaled, share: 0, points: 0, maximum: 0 };
  }
  for (const part of parts) {
    if (part.scaled === null) continue;
    part.share = part.criterion.weight / presentWeight;
    part.points = 100 * part.share * part.scaled;
    part.maximum = 100 * part.share;
  }
  return { axis, score: scoreOf(parts, presentWeight, totalWeight), parts, presentWeight, totalWeight };
}

/** Those of the axis that are switched on; the list itself where all are. */
export function countingOn(axis: Axis, criteria: readonly Criterion[]): readonly Criterion[] {
  for (const criterion of criteria) {
    if (!countsOn(axis, criterion)) return criteria.filter((each) => countsOn(axis, each));
  }
  return criteria;
}

function countsOn(axis: Axis, criterion: Criterion): boolean {
  return criterion.axis === axis && criterion.weight > 0;
}

type Part = { -readonly [K in keyof CriterionPoints]: CriterionPoints[K] };

function scoreOf(parts: readonly CriterionPoints[], present: number, total: number): number | null {
  if (present <= 0 || present < total / 2) return null;
  let points = 0;
  for (const part of parts) points += part.points;
  // Rounded to 1e-9, so that a score of 62 made of tenths meets a cut of 62.
  return Math.min(100, Math.round(points * 1e9) / 1e9);
}
