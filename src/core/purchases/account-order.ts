/** Rows by account and, within an account, by day, oldest first. */
export interface AccountOrder {
  readonly rows: Uint32Array;
  /** `rows` of the account at `place` stand from `starts[place]` up to before `starts[place + 1]`. */
  readonly starts: Uint32Array;
}

/**
 * Puts rows in order by two columns of whole numbers: `places` of accounts, 0 … `accounts` − 1, and `days`. A row at
 * place −1 is left out. Counts instead of comparing, so that time grows with the rows alone: first by day, then by place,
 * rows of equal keys as they stood.
 */
export function orderByAccount(places: Int32Array, days: Int32Array, accounts: number): AccountOrder {
  const kept = placedRows(places);
  let oldest = Infinity;
  let newest = -Infinity;
  for (let at = 0; at < kept.length; at += 1) {
    const day = days[kept[at] ?? 0] ?? 0;
    if (day < oldest) oldest = day;
    if (day > newest) newest = day;
  }
  const byDay = kept.length === 0 ? { rows: kept } : countingSort(kept, days, oldest, newest - oldest + 1);
  return countingSort(byDay.rows, places, 0, accounts);
}

function placedRows(places: Int32Array): Uint32Array {
  const kept = new Uint32Array(places.length);
  let count = 0;
  for (let row = 0; row < places.length; row += 1) {
    if ((places[row] ?? -1) < 0) continue;
    kept[count] = row;
    count += 1;
  }
  return kept.subarray(0, count);
}

/** `keys` of the rows are `least` … `least` + `count` − 1. */
function countingSort(rows: Uint32Array, keys: Int32Array, least: number, count: number): AccountOrder {
  const starts = new Uint32Array(count + 1);
  for (let at = 0; at < rows.length; at += 1) {
    const next = (keys[rows[at] ?? 0] ?? 0) - least + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let key = 1; key <= count; key += 1) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
  const places = starts.slice();
  const sorted = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    const key = (keys[row] ?? 0) - least;
    const place = places[key] ?? 0;
    sorted[place] = row;
    places[key] = place + 1;
  }
  return { rows: sorted, starts };
}
