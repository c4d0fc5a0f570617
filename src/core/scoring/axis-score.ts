import type { AxisScore, CriterionPoints } from "../figures";
import type { Axis, Criterion } from "../records";
import type { Ratio, Score } from "../units";
import { criterionValue, criterionValues, type ScoreBasis } from "./criterion-values";

/**
 * Where a value lies between a criterion's bounds, clipped to 0–1; low > high means that less is better. null for a
 * missing value and for bounds that are equal: no value can then be told from another.
 */
export function scaledBetween(value: number | null, low: number, high: number): Ratio | null {
  return value === null || low === high ? null : clipped(value, low, high);
}

const clipped = (value: number, low: number, high: number): Ratio =>
  Math.min(1, Math.max(0, (value - low) / (high - low))) || 0;

/**
 * Scores of all accounts on one axis, 0–100. Criteria of weight 0 are switched off and have no part. Missing criteria
 * leave their weight to the others; there is no score when less than half of the weight is present.
 */
export class AxisScores {
  readonly axis: Axis;
  readonly criteria: readonly Criterion[];
  readonly basis: ScoreBasis;
  readonly totalWeight: number;
  /** By place; NaN = no score. */
  private readonly scores: Float64Array;

  constructor(axis: Axis, criteria: readonly Criterion[], basis: ScoreBasis) {
    this.axis = axis;
    this.criteria = criteria.filter((criterion) => criterion.axis === axis && criterion.weight > 0);
    this.basis = basis;
    this.totalWeight = this.criteria.reduce((total, { weight }) => total + weight, 0);
    this.scores = this.scoresOfAll();
  }

  scoreAt(place: number): Score | null {
    const score = this.scores[place] ?? Number.NaN;
    return Number.isNaN(score) ? null : score;
  }

  /** The score with what explains it. */
  at(place: number): AxisScore {
    return new ScoreInParts(this, place);
  }

  private scoresOfAll(): Float64Array {
    const reached = new Float64Array(this.basis.accounts.length);
    const present = new Float64Array(reached.length);
    for (const criterion of this.criteria)
      if (criterion.low !== criterion.high)
        addCriterion(criterion, criterionValues(criterion.metric, this.basis), reached, present);
    for (let place = 0; place < reached.length; place += 1)
      reached[place] = this.scoreFrom(reached[place] ?? 0, present[place] ?? 0);
    return this.axis === "economic" ? this.ofBuyers(reached) : reached;
  }

  private scoreFrom(reached: number, presentWeight: number): number {
    if (presentWeight <= 0 || presentWeight < this.totalWeight / 2) return Number.NaN;
    // Rounded to 1e-9, so that a score of 62 made of tenths meets a cut of 62.
    return Math.min(100, Math.round((1e11 * reached) / presentWeight) / 1e9);
  }

  /** Columns of the user's own alone make no economic value of an account that never bought. */
  private ofBuyers(scores: Float64Array): Float64Array {
    const { columns, places } = this.basis;
    for (let place = 0; place < scores.length; place += 1)
      if (Number.isNaN(columns.lastPurchase[places?.[place] ?? place])) scores[place] = Number.NaN;
    return scores;
  }
}

/** Adds what a criterion gives to every account that has a value. */
function addCriterion(
  { low, high, weight }: Criterion,
  values: Float64Array,
  reached: Float64Array,
  present: Float64Array,
): void {
  for (let place = 0; place < reached.length; place += 1) {
    const value = values[place] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    reached[place] = (reached[place] ?? 0) + weight * clipped(value, low, high);
    present[place] = (present[place] ?? 0) + weight;
  }
}

/** A score whose parts are told when somebody asks: kept for every account they would be most of the model. */
class ScoreInParts implements AxisScore {
  private readonly scores: AxisScores;
  private readonly place: number;

  constructor(scores: AxisScores, place: number) {
    this.scores = scores;
    this.place = place;
  }

  get axis(): Axis {
    return this.scores.axis;
  }
  get score(): Score | null {
    return this.scores.scoreAt(this.place);
  }
  get totalWeight(): number {
    return this.scores.totalWeight;
  }

  /** What each criterion gives; Σ points = score to 1e-9. */
  get parts(): readonly CriterionPoints[] {
    const found = this.scores.criteria.map((criterion) => {
      const { metric, low, high } = criterion;
      const figure = criterionValue(metric, this.scores.basis, this.place);
      const value = Number.isNaN(figure) ? null : figure;
      return { criterion, value, scaled: scaledBetween(value, low, high) };
    });
    let present = 0;
    for (const { criterion, scaled } of found) if (scaled !== null) present += criterion.weight;
    return found.map(({ criterion, value, scaled }) => {
      const share = scaled === null ? 0 : criterion.weight / present;
      return { criterion, value, scaled, share, points: 100 * share * (scaled ?? 0), maximum: 100 * share };
    });
  }
}
