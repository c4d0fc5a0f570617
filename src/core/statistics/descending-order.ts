export interface DescendingOrder {
  /** Rows, the one of the largest number first; equal ones as they stand. */
  readonly rows: Uint32Array;
  /** By row: how many numbers are strictly larger. */
  readonly larger: Uint32Array;
}

/** The order of a column of numbers. Numbers alone are sorted, which engines do fast, and rows looked up in them. */
export function descendingOrder(values: readonly number[]): DescendingOrder {
  const negated = Float64Array.from(values, (value) => -value);
  const sorted = negated.slice().sort();
  const rows = new Uint32Array(values.length);
  const larger = new Uint32Array(values.length);
  const placed = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const first = firstPlace(sorted, negated[row] ?? 0);
    const before = placed[first] ?? 0;
    larger[row] = first;
    rows[first + before] = row;
    placed[first] = before + 1;
  }
  return { rows, larger };
}

/** Where a value stands first among sorted ones. */
function firstPlace(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}
