import { descendingOrder } from "../statistics/descending-order";
import { shareTolerance } from "../statistics/shares";
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
  const { rows: order, larger } = descendingOrder(values);
  const total = totalOf(values, order);
  const answers = new Array<ParetoRow>(values.length);
  let before = 0;
  for (let first = 0; first < order.length;) {
    const value = values[order[first] ?? 0] ?? 0;
    const next = endOfEqual(order, larger, first);
    if (ids !== null && next - first > 1) sortByIds(order.subarray(first, next), ids);
    const amount = Math.max(0, value);
    const share = shareOf(amount, total);
    const abc = value > 0 ? classOf(before / total, cutA, cutB) : "C";
    let after = before;
    for (let at = first; at < next; at += 1) after += amount;
    for (let at = first; at < next; at += 1) {
      const row = order[at] ?? 0;
      before += amount;
      const cumulative = shareOf(ids === null ? after : before, total);
      answers[row] = { rank: first + 1, value: values[row] ?? 0, share, cumulative, class: abc };
    }
    first = next;
  }
  return answers;
}

/** Where the values equal to the one at `first` end. */
function endOfEqual(order: Uint32Array, larger: Uint32Array, first: number): number {
  let next = first + 1;
  while (next < order.length && larger[order[next] ?? 0] === first) next += 1;
  return next;
}

const shareOf = (amount: Money, total: Money): Ratio => (total > 0 ? amount / total : 0);

/** Of all amounts above zero, from the largest down. */
function totalOf(values: readonly Money[], order: Uint32Array): Money {
  let total = 0;
  for (const row of order) total += Math.max(0, values[row] ?? 0);
  return total;
}

function classOf(before: Ratio, cutA: Ratio, cutB: Ratio): AbcClass {
  if (before < cutA - shareTolerance) return "A";
  return before < cutB - shareTolerance ? "B" : "C";
}

function sortByIds(rows: Uint32Array, ids: readonly string[]): void {
  rows.sort((a, b) => compareIds(ids[a] ?? "", ids[b] ?? "") || a - b);
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
