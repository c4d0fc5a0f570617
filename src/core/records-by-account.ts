/** Rows by account id, in the order of the rows; for joins that would otherwise search the table per account. */
export function groupByAccount<Row extends { readonly account: string }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.account);
    if (group) group.push(row);
    else groups.set(row.account, [row]);
  }
  return groups;
}
