import type { AccountFigures, AxisScore, CriterionPoints } from "../figures";
import type { Axis, CardSettings } from "../records";
import type { Ratio, Score, Tier } from "../units";
import { importantFrom } from "../tier/propose-tier";

/** The smallest change of one criterion that alone makes an account important. */
interface SingleChange {
  readonly part: CriterionPoints;
  /** The value to reach, in the criterion's own unit: cents, whole days, tenths of a per cent. */
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

/** The smallest step a metric can be reached in: half a purchase day or a tenth of a cent are no advice. */
const steps: Readonly<Record<string, number>> = {
  revenue12: 0.01,
  profit12: 0.01,
  growth180: 0.001,
  purchaseDays12: 1,
  daysSinceLast: 1,
  months12: 1,
  breadth12: 1,
  marketPosition: 1,
  influence: 1,
  reputation: 1,
  potential: 1,
  fit: 1,
  complexity: 1,
};

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
  const step = steps[metric];
  if (step === undefined) return value;
  // Away from low, so that the stepped value reaches the line; the dust of binary arithmetic does not count.
  const count = value / step;
  const whole = high > low ? Math.ceil(count - 1e-6) : Math.floor(count + 1e-6);
  return Number((whole * step).toFixed(3));
}
