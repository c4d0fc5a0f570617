import type { AccountFigures, AxisScore, CriterionPoints } from "../figures";
import type { Axis, CardSettings } from "../records";
import type { Ratio, Score, Tier } from "../units";
import { importantFrom } from "../tier/propose-tier";

/** The smallest change of one criterion that alone makes an account important. */
export interface SingleChange {
  readonly part: CriterionPoints;
  /** The value to reach, in the criterion's own unit; whole where the metric only knows whole numbers. */
  readonly value: number;
  /** How far the scaled value has to rise, 0–1. */
  readonly rise: Ratio;
}

export interface ScoreExplanation {
  readonly axis: Axis;
  readonly score: Score | null;
  readonly parts: readonly CriterionPoints[];
  readonly tier: Tier;
  /** The score from which this account counts as important, band included; null if the axis decides no tier. */
  readonly line: Score | null;
  /** Score − line: below 0 the points still missing, otherwise those above the line it would leave at. */
  readonly margin: number | null;
  /** null if nothing is missing or no single criterion can bring enough. */
  readonly change: SingleChange | null;
}

/** Metrics that are counts, days or grades: half a purchase day cannot be reached. */
const wholeMetrics = new Set([
  "purchaseDays12",
  "daysSinceLast",
  "months12",
  "breadth12",
  "marketPosition",
  "influence",
  "reputation",
  "potential",
  "fit",
  "complexity",
]);

/** Why an account has its score, and what would lift it (J6). The same figures as SCORE and the pane. */
export function explainScore(figures: AccountFigures, axis: Axis, settings: CardSettings): ScoreExplanation {
  const scored = figures[axis];
  const cut = axis === "economic" ? settings.tierCut : settings.strategicCut;
  const line = cut === null ? null : importantFrom(cut, settings.tierBand, figures.account.tier);
  const margin = scored.score === null || line === null ? null : scored.score - line;
  return {
    axis,
    score: scored.score,
    parts: scored.parts,
    tier: figures.tierInForce,
    line,
    margin,
    change: margin === null || margin >= 0 ? null : cheapestChange(scored, -margin),
  };
}

function cheapestChange({ parts }: AxisScore, missing: number): SingleChange | null {
  let cheapest: SingleChange | null = null;
  for (const part of parts) {
    if (part.scaled === null || part.maximum <= 0) continue;
    const rise = missing / part.maximum;
    // The tolerance lets a criterion that reaches the line exactly at its bound count.
    if (part.scaled + rise > 1 + 1e-9) continue;
    if (cheapest === null || rise < cheapest.rise) cheapest = { part, rise, value: valueAt(part, rise) };
  }
  return cheapest;
}

function valueAt({ criterion, scaled }: CriterionPoints, rise: Ratio): number {
  const { low, high, metric } = criterion;
  const value = low + Math.min(1, (scaled ?? 0) + rise) * (high - low);
  if (!wholeMetrics.has(metric)) return value;
  // Away from low, so that the whole number reaches the line; the dust of binary arithmetic does not count.
  return high > low ? Math.ceil(value - 1e-9) : Math.floor(value + 1e-9);
}
