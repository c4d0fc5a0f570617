/** Excel's MEDIAN; null of nothing. */
export function median(values: readonly number[]): number | null {
  return percentileInclusive(values, 0.5);
}

/** Excel's PERCENTILE.INC: linear between the neighbouring ranks; null of nothing. `share` is 0–1. */
export function percentileInclusive(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = share * (sorted.length - 1);
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
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => {
    const below = firstIndexWhere(sorted, (other) => other >= value);
    const notAbove = firstIndexWhere(sorted, (other) => other > value);
    const middle = (below + notAbove) / (2 * values.length);
    // Counts made from shares are compared with a tolerance of 1e-9 (FN5).
    return Math.min(bins, 1 + Math.floor(bins * middle + 1e-9));
  });
}

function firstIndexWhere(sorted: readonly number[], holds: (value: number) => boolean): number {
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
