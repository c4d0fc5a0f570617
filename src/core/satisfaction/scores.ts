import { median } from "../statistics/order-statistics";
import type { Ratio } from "../units";

export interface PromoterScore {
  /** −100 … 100. */
  readonly value: number;
  readonly n: number;
  readonly standardError: number;
  /** 95 %; null under ten answers and where all are alike. */
  readonly interval: readonly [low: number, high: number] | null;
}

const fewAnswers = 10;

/** Net promoter score of whole answers 0–10; null of nothing. */
export function promoterScore(scores: readonly number[]): PromoterScore | null {
  const n = scores.length;
  if (n === 0) return null;
  const votes = scores.map((score) => (score >= 9 ? 1 : score <= 6 ? -1 : 0) as number);
  const mean = votes.reduce((sum, vote) => sum + vote, 0) / n;
  const variance = votes.reduce((sum, vote) => sum + (vote - mean) ** 2, 0) / n;
  const standardError = 100 * Math.sqrt(variance / n);
  const value = 100 * mean;
  const reach = 1.959964 * standardError;
  const unknown = n < fewAnswers || variance < 1e-12;
  return {
    value,
    n,
    standardError,
    interval: unknown ? null : [Math.max(-100, value - reach), Math.min(100, value + reach)],
  };
}

/** Share of answers among the best `top` of 1…`maximum`, and their mean; null of nothing. */
export function satisfiedShare(scores: readonly number[], maximum: number, top: number) {
  if (scores.length === 0) return null;
  const satisfied = scores.filter((score) => score > maximum - top).length;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return { share: satisfied / scores.length, mean, n: scores.length };
}

type GapQuadrant = "FIX" | "KEEP" | "EXCESS" | "LATER";

export interface DimensionGap {
  readonly dimension: string;
  readonly importance: number;
  readonly score: number;
  /** Importance − score, both scaled 0–1 over the dimensions: above 0 it matters more than it is done well. */
  readonly gap: Ratio;
  readonly quadrant: GapQuadrant;
}

export interface DimensionAnswer {
  readonly dimension: string;
  readonly importance: number;
  readonly score: number;
}

/** Means per dimension, the largest gap first; quadrants by the medians over the dimensions. */
export function satisfactionGaps(answers: readonly DimensionAnswer[]): DimensionGap[] {
  const groups = new Map<string, DimensionAnswer[]>();
  for (const answer of answers) {
    const group = groups.get(answer.dimension);
    if (group) group.push(answer);
    else groups.set(answer.dimension, [answer]);
  }
  const means = [...groups].map(([dimension, group]) => ({
    dimension,
    importance: meanOf(group.map(({ importance }) => importance)),
    score: meanOf(group.map(({ score }) => score)),
  }));
  const scaledImportance = scaler(means.map(({ importance }) => importance));
  const scaledScore = scaler(means.map(({ score }) => score));
  const middleImportance = median(means.map(({ importance }) => importance)) ?? 0;
  const middleScore = median(means.map(({ score }) => score)) ?? 0;
  return means
    .map((row) => ({
      ...row,
      gap: scaledImportance(row.importance) - scaledScore(row.score),
      quadrant: quadrantOf(row.importance >= middleImportance, row.score >= middleScore),
    }))
    .sort((a, b) => b.gap - a.gap || (a.dimension < b.dimension ? -1 : 1));
}

function quadrantOf(matters: boolean, good: boolean): GapQuadrant {
  if (matters) return good ? "KEEP" : "FIX";
  return good ? "EXCESS" : "LATER";
}

function meanOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b).reduce((sum, value) => sum + value, 0) / values.length;
}

function scaler(values: readonly number[]): (value: number) => Ratio {
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  return (value) => (high === low ? 0.5 : (value - low) / (high - low));
}
