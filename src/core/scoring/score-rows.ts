import type { Ratio, Score } from "../units";
import { scaledBetween } from "./axis-score";

/** A column of SCORES: its weight, whether less is better, and its bounds if it is scaled between given ones. */
export interface ScoredColumn {
  readonly weight: number;
  readonly lessIsBetter: boolean;
  readonly bounds: { readonly low: number; readonly high: number } | null;
}

export type Scale = "target" | "minmax" | "percentile";
export type MissingRule = "renorm" | "zero" | "na";

/**
 * SCORES: one score per row of a table of numbers, null where there is none. With scale `target` the score of a row
 * never moves because another row changed. `null` cells are missing: `renorm` shares their weight out and needs half of
 * the weight, `zero` takes the worst, `na` gives no score.
 */
export function scoreRows(
  rows: readonly (readonly (number | null)[])[],
  columns: readonly ScoredColumn[],
  scale: Scale,
  missing: MissingRule,
): (Score | null)[] {
  const scaled = columns.map((column, index) =>
    scaleColumn(
      rows.map((row) => row[index] ?? null),
      column,
      scale,
    ),
  );
  const total = sum(columns.map(({ weight }) => weight));
  return rows.map((_, row) => {
    const present = columns
      .map(({ weight }, index) => ({ weight, scaled: scaled[index]?.[row] ?? null }))
      .filter((part): part is { weight: number; scaled: number } => part.scaled !== null);
    const weight = sum(present.map((part) => part.weight));
    const points = sum(present.map((part) => part.weight * part.scaled));
    if (missing === "na" && present.length < columns.length) return null;
    if (missing === "zero") return (100 * points) / total;
    return weight <= 0 || weight < total / 2 ? null : (100 * points) / weight;
  });
}

function scaleColumn(
  values: readonly (number | null)[],
  { lessIsBetter, bounds }: ScoredColumn,
  scale: Scale,
): (Ratio | null)[] {
  const better = (share: Ratio | null): Ratio | null => (share === null || !lessIsBetter ? share : 1 - share);
  const known = values.filter((value) => value !== null);
  if (scale === "target") {
    return values.map((value) => (bounds ? better(scaledBetween(value, bounds.low, bounds.high)) : null));
  }
  if (scale === "percentile") return midRankShares(values, known).map(better);
  const low = known.reduce((least, value) => Math.min(least, value), Infinity);
  const high = known.reduce((most, value) => Math.max(most, value), -Infinity);
  // Equal values cannot be told apart: all in the middle.
  return values.map((value) =>
    better(value === null ? null : low === high ? 0.5 : (value - low) / (high - low)),
  );
}

/** (values below + half of the equal ones) ÷ n: equal values get equal shares (FN5). */
function midRankShares(values: readonly (number | null)[], known: readonly number[]): (Ratio | null)[] {
  const sorted = [...known].sort((a, b) => a - b);
  const firstPlace = new Map<number, number>();
  const lastPlace = new Map<number, number>();
  sorted.forEach((value, place) => {
    if (!firstPlace.has(value)) firstPlace.set(value, place);
    lastPlace.set(value, place + 1);
  });
  return values.map((value) =>
    value === null
      ? null
      : ((firstPlace.get(value) ?? 0) + (lastPlace.get(value) ?? 0)) / (2 * sorted.length),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
