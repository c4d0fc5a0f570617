import type { BuyingHistory } from "./bg-likelihood";

/** Customers with the same history share their likelihood, and what depends on one figure is computed once for it. */
export interface HistoryGroups {
  /** Every number of purchases there is, ascending, and the times there are. */
  readonly xs: Float64Array;
  readonly txs: Float64Array;
  readonly Ts: Float64Array;
  /** Groups with `xs[at]` purchases stand from `starts[at]` up to before `starts[at + 1]`. */
  readonly starts: Uint32Array;
  /** By group: the places of its times, and how many customers it has. */
  readonly txPlaces: Uint32Array;
  readonly TPlaces: Uint32Array;
  readonly counts: Uint32Array;
}

export function historyGroups(histories: readonly BuyingHistory[]): HistoryGroups {
  const x = numbered(histories.map((history) => history.x));
  const tx = numbered(histories.map((history) => history.tx));
  const T = numbered(histories.map((history) => history.T));
  const [widthT, widthTx] = [T.distinct.length, tx.distinct.length];
  // As many digits as there are figures of each: sorted, equal histories stand together and x ascends.
  const keys = x.places
    .map((place, row) => (place * widthT + (T.places[row] ?? 0)) * widthTx + (tx.places[row] ?? 0))
    .sort();
  const distinct = keys.filter((key, at) => key !== keys[at - 1]);
  const counts = new Uint32Array(distinct.length);
  let group = -1;
  keys.forEach((key) => {
    if (key !== distinct[group]) group += 1;
    counts[group] = (counts[group] ?? 0) + 1;
  });
  return {
    ...{ xs: x.distinct, txs: tx.distinct, Ts: T.distinct, counts },
    starts: startsOf(distinct, widthT * widthTx, x.distinct.length),
    txPlaces: Uint32Array.from(distinct, (key) => key % widthTx),
    TPlaces: Uint32Array.from(distinct, (key) => Math.floor(key / widthTx) % widthT),
  };
}

/** The same customers, their times in units of so many. */
export function inUnits(groups: HistoryGroups, unit: number): HistoryGroups {
  return { ...groups, txs: groups.txs.map((tx) => tx / unit), Ts: groups.Ts.map((T) => T / unit) };
}

/** The distinct numbers, ascending, and the place of each one among them. */
function numbered(values: readonly number[]) {
  const places = new Map<number, number>();
  for (const value of values) places.set(value, 0);
  const distinct = Float64Array.from(places.keys()).sort();
  distinct.forEach((value, place) => places.set(value, place));
  return { distinct, places: Float64Array.from(values, (value) => places.get(value) ?? 0) };
}

function startsOf(keys: Float64Array, width: number, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (const key of keys) {
    const next = Math.floor(key / width) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let at = 1; at <= count; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  return starts;
}
