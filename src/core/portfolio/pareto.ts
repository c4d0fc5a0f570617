import { ranksOf, sharesBefore, shareTolerance } from "../statistics/shares";
import type { Money, Ratio } from "../units";

export type AbcClass = "A" | "B" | "C";

export interface ParetoRow {
  /** 1 + how many are strictly larger. */
  readonly rank: number;
  readonly value: Money;
  readonly share: Ratio;
  /** Share of everything down to this row. */
  readonly cumulative: Ratio;
  readonly class: AbcClass;
}

/**
 * ABC by the share of strictly larger values: A below `cutA`, B below `cutB`, else C; 0 or less is C. Equal values get
 * equal ranks and classes. Answers in the order of the input. `cumulative` runs by value descending, then by id; without
 * ids equal values share the figure at the end of their group, so that the order of the rows never shows.
 */
export function paretoRows(
  values: readonly Money[],
  ids: readonly string[] | null,
  cutA: Ratio,
  cutB: Ratio,
): ParetoRow[] {
  const before = sharesBefore(values);
  const ranks = ranksOf(values);
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const cumulative = cumulativeShares(values, ids, total);
  return values.map((value, index) => ({
    rank: ranks.get(value) ?? 1,
    value,
    share: total > 0 ? Math.max(0, value) / total : 0,
    cumulative: cumulative[index] ?? 0,
    class: value > 0 ? classOf(before.get(value) ?? 1, cutA, cutB) : "C",
  }));
}

function classOf(before: Ratio, cutA: Ratio, cutB: Ratio): AbcClass {
  if (before < cutA - shareTolerance) return "A";
  return before < cutB - shareTolerance ? "B" : "C";
}

function cumulativeShares(values: readonly Money[], ids: readonly string[] | null, total: Money): Ratio[] {
  const order = values.map((_, index) => index);
  order.sort(
    (a, b) => (values[b] ?? 0) - (values[a] ?? 0) || compareIds(ids?.[a] ?? "", ids?.[b] ?? "") || a - b,
  );
  const cumulative = new Array<Ratio>(values.length).fill(0);
  let sum = 0;
  for (let first = 0; first < order.length;) {
    let next = first + 1;
    while (ids === null && next < order.length && values[order[next] ?? 0] === values[order[first] ?? 0])
      next += 1;
    const group = order.slice(first, next);
    sum += group.reduce((amount, index) => amount + Math.max(0, values[index] ?? 0), 0);
    for (const index of group) cumulative[index] = total > 0 ? Math.min(1, sum / total) : 0;
    first = next;
  }
  return cumulative;
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
