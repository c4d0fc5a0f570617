/** Excel's MEDIAN; null of nothing. */
export function median(values: readonly number[]): number | null {
  return percentileInclusive(values, 0.5);
}

/** Excel's PERCENTILE.INC: linear between the neighbouring ranks; null of nothing. `share` is 0–1. */
export function percentileInclusive(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  // The dust of a share such as 3/5 must not move a rank past a whole one.
  const exact = share * (sorted.length - 1);
  const rank = Math.abs(exact - Math.round(exact)) < 1e-9 ? Math.round(exact) : exact;
  const lower = sorted[Math.floor(rank)];
  const upper = sorted[Math.ceil(rank)];
  if (lower === undefined || upper === undefined) return null;
  return lower + (upper - lower) * (rank - Math.floor(rank));
}

/** Rounded to a number of significant digits; 0 stays 0. */
export function toSignificantDigits(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

/** 1 … `bins` by mid-rank: equal values always share a bin (FN5). Answers in the order of the input. */
export function midRankBins(values: readonly number[], bins: number): number[] {
  const sorted = Float64Array.from(values).sort();
  return values.map((value) => {
    const below = firstIndexWhere(sorted, (other) => other >= value);
    const notAbove = firstIndexWhere(sorted, (other) => other > value);
    const middle = (below + notAbove) / (2 * values.length);
    // Counts made from shares are compared with a tolerance of 1e-9 (FN5).
    return Math.min(bins, 1 + Math.floor(bins * middle + 1e-9));
  });
}

/** 1 … `bins` by percentile cuts (PERCENTILE.INC), as pandas' qcut: a value equal to a cut stays below it. */
export function percentileBins(values: readonly number[], bins: number): number[] {
  const cuts = Array.from(
    { length: bins - 1 },
    (_, cut) => percentileInclusive(values, (cut + 1) / bins) ?? 0,
  );
  return values.map((value) => 1 + firstIndexWhere(cuts, (cut) => value <= cut));
}

function firstIndexWhere(sorted: ArrayLike<number>, holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle];
    if (value !== undefined && holds(value)) high = middle;
    else low = middle + 1;
  }
  return low;
}
