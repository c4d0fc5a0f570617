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

/** The same as columns, for as many rows as Excel carries. */
export interface ParetoColumns {
  readonly ranks: Uint32Array;
  readonly shares: Float64Array;
  readonly cumulative: Float64Array;
  readonly classes: readonly AbcClass[];
}

/**
 * ABC by the share of strictly larger values: A below `cutA`, B below `cutB`, else C; 0 or less is C. Equal values get
 * equal ranks and classes. Answers in the order of the input. `cumulative` runs by value descending, then by id; without
 * ids equal values share the figure at the end of their group, so that the order of the rows never shows.
 */
export function paretoColumns(
  values: ArrayLike<Money>,
  ids: readonly string[] | null,
  cutA: Ratio,
  cutB: Ratio,
): ParetoColumns {
  const { rows, larger } = descendingOrder(values, ids);
  const total = totalOf(values, rows);
  const ranks = new Uint32Array(rows.length);
  const shares = new Float64Array(rows.length);
  const cumulative = new Float64Array(rows.length);
  const classes = new Array<AbcClass>(rows.length).fill("C");
  let before = 0;
  for (let first = 0; first < rows.length;) {
    const value = values[rows[first] ?? 0] ?? 0;
    const next = endOfEqual(rows, larger, first);
    const amount = Math.max(0, value);
    const share = shareOf(amount, total);
    const abc = value > 0 ? classOf(before / total, cutA, cutB) : "C";
    let after = before;
    for (let at = first; at < next; at += 1) after += amount;
    for (let at = first; at < next; at += 1) {
      const row = rows[at] ?? 0;
      before += amount;
      ranks[row] = first + 1;
      shares[row] = share;
      cumulative[row] = shareOf(ids === null ? after : before, total);
      classes[row] = abc;
    }
    first = next;
  }
  return { ranks, shares, cumulative, classes };
}

export function paretoRows(
  values: readonly Money[],
  ids: readonly string[] | null,
  cutA: Ratio,
  cutB: Ratio,
): ParetoRow[] {
  const { ranks, shares, cumulative, classes } = paretoColumns(values, ids, cutA, cutB);
  return values.map((value, row) => ({
    rank: ranks[row] ?? 0,
    value,
    share: shares[row] ?? 0,
    cumulative: cumulative[row] ?? 0,
    class: classes[row] ?? "C",
  }));
}

/** Where the values equal to the one at `first` end. */
function endOfEqual(rows: Uint32Array, larger: Uint32Array, first: number): number {
  let next = first + 1;
  while (next < rows.length && larger[rows[next] ?? 0] === first) next += 1;
  return next;
}

const shareOf = (amount: Money, total: Money): Ratio => (total > 0 ? amount / total : 0);

/** Of all amounts above zero, from the largest down. */
function totalOf(values: ArrayLike<Money>, rows: Uint32Array): Money {
  let total = 0;
  for (const row of rows) total += Math.max(0, values[row] ?? 0);
  return total;
}

function classOf(before: Ratio, cutA: Ratio, cutB: Ratio): AbcClass {
  if (before < cutA - shareTolerance) return "A";
  return before < cutB - shareTolerance ? "B" : "C";
}
