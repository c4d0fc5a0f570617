import { orderedByKey } from "./radix-order";

export interface DescendingOrder {
  /** Rows, the one of the largest number first; equal ones by id, then as they stand. */
  readonly rows: Uint32Array;
  /** By row: how many numbers are strictly larger. */
  readonly larger: Uint32Array;
}

/** The order of a column of finite numbers, in time that grows with its length alone. */
export function descendingOrder(
  values: ArrayLike<number>,
  ids: readonly string[] | null = null,
): DescendingOrder {
  const rows = descendingRows(values);
  const larger = new Uint32Array(values.length);
  let first = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    if (values[row] !== values[rows[first] ?? 0]) first = at;
    larger[row] = first;
  }
  if (ids !== null) orderEqualByIds(rows, larger, ids);
  return { rows, larger };
}

function descendingRows(values: ArrayLike<number>): Uint32Array {
  const rows = allRows(values.length);
  const cents = centKeys(values);
  if (cents) return orderedByKey(rows, cents);
  const { low, high } = descendingKeys(values);
  return orderedByKey(orderedByKey(rows, low), high);
}

/** Amounts in whole cents, as they mostly are, have keys of half the length; null for any other numbers. */
function centKeys(values: ArrayLike<number>): Uint32Array | null {
  const keys = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] ?? 0;
    const cents = Math.round(100 * value);
    if (cents / 100 !== value || Math.abs(cents) > most) return null;
    keys[row] = most - cents;
  }
  return keys;
}

/** Largest number of cents with a key of 32 bits. */
const most = 0x7fffffff;

function allRows(count: number): Uint32Array {
  const rows = new Uint32Array(count);
  for (let row = 0; row < count; row += 1) rows[row] = row;
  return rows;
}

/** The two halves of each number as whole numbers that are the smaller the larger the number is. */
function descendingKeys(values: ArrayLike<number>) {
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  const number = new Float64Array(1);
  const view = new DataView(number.buffer);
  for (let row = 0; row < values.length; row += 1) {
    // + 0 makes the −0 a 0.
    view.setFloat64(0, (values[row] ?? 0) + 0);
    const upper = view.getUint32(0);
    const lower = view.getUint32(4);
    // IEEE 754 orders what is below zero the other way round already, its sign apart.
    const negative = upper >>> 31 === 1;
    high[row] = negative ? upper : ~upper & 0x7fffffff;
    low[row] = negative ? lower : ~lower;
  }
  return { low, high };
}

/** Puts rows of equal numbers in order of their ids; looks at no other ids. */
function orderEqualByIds(rows: Uint32Array, larger: Uint32Array, ids: readonly string[]): void {
  const equal = equalRows(rows, larger);
  if (equal.length === 0) return;
  const taken = new Uint32Array(rows.length);
  for (const row of orderedByKey(equal, idRanks(equal, ids))) {
    const first = larger[row] ?? 0;
    const before = taken[first] ?? 0;
    rows[first + before] = row;
    taken[first] = before + 1;
  }
}

/** Rows whose number another row has as well, as they stand. */
function equalRows(rows: Uint32Array, larger: Uint32Array): Uint32Array {
  const equal = new Uint32Array(rows.length);
  let count = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const first = larger[row] ?? 0;
    if (rows[first] === row && larger[rows[first + 1] ?? rows.length] !== first) continue;
    equal[count] = row;
    count += 1;
  }
  return equal.subarray(0, count);
}

/** By row: which id it has among those of `rows`, in order. */
function idRanks(rows: Uint32Array, ids: readonly string[]): Uint32Array {
  const known = new Map<string, number>();
  const numbers = new Uint32Array(ids.length);
  for (const row of rows) {
    const id = ids[row] ?? "";
    let number = known.get(id);
    if (number === undefined) {
      number = known.size;
      known.set(id, number);
    }
    numbers[row] = number;
  }
  const ranks = new Uint32Array(known.size);
  [...known.keys()].sort().forEach((id, rank) => (ranks[known.get(id) ?? 0] = rank));
  for (const row of rows) numbers[row] = ranks[numbers[row] ?? 0] ?? 0;
  return numbers;
}
