import { median } from "../statistics/order-statistics";
import { twoSidedNormal } from "../statistics/special-functions";
import type { Ratio } from "../units";

export interface Trend {
  /** Theil–Sen: the median of the slopes between all pairs, per period. */
  readonly slope: number;
  /** Slope ÷ mean; null where the mean is 0. */
  readonly relative: Ratio | null;
  /** Mann–Kendall, two-sided, corrected for ties and continuity: how likely chance alone makes such a row. */
  readonly p: Ratio;
}

/** The trend of a row of periods; null cells are missing and keep their place. null with fewer than four figures. */
export function trendOf(row: readonly (number | null)[]): Trend | null {
  const points = row.map((value, at) => ({ value, at })).filter((point) => point.value !== null);
  const values = points.map(({ value }) => value ?? 0);
  if (values.length < 4) return null;
  const slopes: number[] = [];
  let score = 0;
  points.forEach((early, index) =>
    points.slice(index + 1).forEach((late) => {
      const rise = (late.value ?? 0) - (early.value ?? 0);
      slopes.push(rise / (late.at - early.at));
      score += Math.sign(rise);
    }),
  );
  const slope = median(slopes) ?? 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { slope, relative: mean === 0 ? null : slope / mean, p: kendallP(score, values) };
}

function kendallP(score: number, values: readonly number[]): Ratio {
  const spread = (n: number): number => n * (n - 1) * (2 * n + 5);
  const ties = new Map<number, number>();
  for (const value of values) ties.set(value, (ties.get(value) ?? 0) + 1);
  const tied = [...ties.values()].reduce((sum, count) => sum + spread(count), 0);
  const variance = (spread(values.length) - tied) / 18;
  if (variance <= 0 || score === 0) return 1;
  return Math.min(1, twoSidedNormal((Math.abs(score) - 1) / Math.sqrt(variance)));
}
