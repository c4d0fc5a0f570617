/**
 * Rows by the place of their account, in the order of the rows; for joins that would otherwise search the table per
 * account. Rows of accounts without a place are left out.
 */
export function groupByPlace<Row extends { readonly account: string }>(
  rows: readonly Row[],
  places: ReadonlyMap<string, number>,
): Row[][] {
  const counts = new Uint32Array(places.size);
  const placeOfRow = new Int32Array(rows.length).fill(-1);
  for (let row = 0; row < rows.length; row += 1) {
    const place = places.get(rows[row]?.account ?? "");
    if (place === undefined) continue;
    placeOfRow[row] = place;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  // Of the right length from the start: most accounts have a few rows, and a list that grows makes room for many.
  const none: Row[] = [];
  const groups = Array.from(counts, (count) => (count === 0 ? none : new Array<Row>(count)));
  counts.fill(0);
  for (let row = 0; row < rows.length; row += 1) {
    const place = placeOfRow[row] ?? -1;
    const group = groups[place];
    const at = counts[place];
    if (!group || at === undefined) continue;
    group[at] = rows[row] as Row;
    counts[place] = at + 1;
  }
  return groups;
}
