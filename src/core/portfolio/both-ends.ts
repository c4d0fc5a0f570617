import { countTolerance } from "../statistics/shares";

export interface EndCandidate {
  readonly id: string;
  readonly value: number | null;
  readonly risk: number | null;
}

type End = "VALUE" | "RISK" | "BOTH";

export interface EndRow extends EndCandidate {
  readonly end: End;
}

/**
 * "Grab both ends": the `k` most valuable and the `k` most at risk, ⌈n/10⌉ without `k`; whoever equals the last one is
 * in as well. A value or risk of 0 or less is at no end. An account at both ends appears once. By value, then id.
 */
export function bothEnds(candidates: readonly EndCandidate[], k: number | null): EndRow[] {
  const count = k ?? Math.ceil(0.1 * candidates.length - countTolerance);
  const valueFrom = thresholdOf(
    candidates.map(({ value }) => value),
    count,
  );
  const riskFrom = thresholdOf(
    candidates.map(({ risk }) => risk),
    count,
  );
  const rows: EndRow[] = [];
  for (const candidate of candidates) {
    const byValue = candidate.value !== null && candidate.value >= valueFrom;
    const byRisk = candidate.risk !== null && candidate.risk >= riskFrom;
    if (byValue || byRisk)
      rows.push({ ...candidate, end: byValue && byRisk ? "BOTH" : byValue ? "VALUE" : "RISK" });
  }
  return rows.sort((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity) || (a.id < b.id ? -1 : 1));
}

function thresholdOf(figures: readonly (number | null)[], count: number): number {
  const positive = figures.filter((figure) => figure !== null && figure > 0).map(Number);
  const last = Math.min(count, positive.length) - 1;
  return last < 0 ? Infinity : (positive.sort((a, b) => b - a)[last] ?? Infinity);
}
