/** Excel's MEDIAN; null of nothing. */
export function median(values: readonly number[]): number | null {
  return percentileInclusive(values, 0.5);
}

/** Excel's PERCENTILE.INC: linear between the neighbouring ranks; null of nothing. `share` is 0–1. */
export function percentileInclusive(values: readonly number[], share: number): number | null {
  return percentileOfSorted(Float64Array.from(values).sort(), share);
}

function percentileOfSorted(sorted: Float64Array, share: number): number | null {
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
export function midRankBins(values: ArrayLike<number>, bins: number): number[] {
  const floors = midRankFloors(new Float64Array(values).sort(), bins);
  const scores: number[] = [];
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? 0;
    let bin = floors.length;
    while (bin > 1 && (floors[bin - 1] ?? 0) > value) bin -= 1;
    scores.push(bin);
  }
  return scores;
}

/** The least value of each bin; one that nothing falls into has the floor of the next. */
export function midRankFloors(sorted: Float64Array, bins: number): number[] {
  const floors: number[] = [];
  for (let first = 0; first < sorted.length;) {
    const value = sorted[first] ?? 0;
    let next = first + 1;
    while (sorted[next] === value) next += 1;
    const middle = (first + next) / (2 * sorted.length);
    // Counts made from shares are compared with a tolerance of 1e-9 (FN5).
    const bin = Math.min(bins, 1 + Math.floor(bins * middle + 1e-9));
    while (floors.length < bin) floors.push(value);
    first = next;
  }
  return floors;
}

/** 1 … `bins` by percentile cuts (PERCENTILE.INC), as pandas' qcut: a value equal to a cut stays below it. */
export function percentileBins(values: ArrayLike<number>, bins: number): number[] {
  const sorted = new Float64Array(values).sort();
  const cuts = Array.from(
    { length: bins - 1 },
    (_, cut) => percentileOfSorted(sorted, (cut + 1) / bins) ?? 0,
  );
  return Array.from(values, (value) => {
    let bin = 1;
    while (bin < bins && value > (cuts[bin - 1] ?? 0)) bin += 1;
    return bin;
  });
}
