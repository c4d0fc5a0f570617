/** Under so many numbers, moving them one by one is faster than the engine's sort. */
const few = 24;

/** Sorts the first `count` numbers of a column, smallest first. */
function sortFirst(values: Float64Array, count: number): void {
  if (count > few) {
    values.subarray(0, count).sort();
    return;
  }
  for (let at = 1; at < count; at += 1) {
    const value = values[at] ?? 0;
    let place = at;
    for (; place > 0 && (values[place - 1] ?? 0) > value; place -= 1) values[place] = values[place - 1] ?? 0;
    values[place] = value;
  }
}

/** The sum of the first `count` numbers from the smallest up, so that their order never shows in it; sorts them. */
export function sumAscending(values: Float64Array, count: number): number {
  sortFirst(values, count);
  let total = 0;
  for (let at = 0; at < count; at += 1) total += values[at] ?? 0;
  return total;
}

/** Excel's MEDIAN of the first `count` numbers, at least one; sorts them. */
export function medianOfFirst(values: Float64Array, count: number): number {
  sortFirst(values, count);
  const rank = (count - 1) / 2;
  const lower = values[Math.floor(rank)] ?? 0;
  const upper = values[Math.ceil(rank)] ?? 0;
  return lower + (upper - lower) * (rank - Math.floor(rank));
}
