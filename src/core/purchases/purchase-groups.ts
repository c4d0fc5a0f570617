import { sumAscending } from "../statistics/sort-in-place";
import type { Day, Money } from "../units";
import { orderByAccount, type AccountOrder } from "./account-order";
import { withoutDust } from "./without-dust";

/** Purchases as columns of one length. */
export interface PurchaseColumns {
  readonly ids: readonly string[];
  readonly days: ArrayLike<Day>;
  readonly amounts: ArrayLike<Money>;
}

/** The days of accounts in columns: oldest first, each once, with what was bought on it less what came back. */
export interface PurchaseDays {
  /** Accounts in the order in which they first appear. */
  readonly places: ReadonlyMap<string, number>;
  /** Days of the account at `place` stand from `starts[place]` up to before `starts[place + 1]`. */
  readonly starts: Uint32Array;
  readonly days: Int32Array;
  readonly nets: Float64Array;
}

/**
 * Purchases by account with a net amount per day; days outside `from` < day ≤ `to` are left out, and so are accounts
 * without any. Days are whole numbers.
 */
export function purchaseDaysByAccount(
  { ids, days, amounts }: PurchaseColumns,
  to: Day,
  from: Day = -Infinity,
): PurchaseDays {
  const places = new Map<string, number>();
  const placeOfRow = new Int32Array(ids.length).fill(-1);
  const dayOfRow = days instanceof Int32Array ? days : Int32Array.from(days);
  for (let row = 0; row < ids.length; row += 1) {
    const day = dayOfRow[row] ?? 0;
    if (day <= from || day > to) continue;
    const id = ids[row] ?? "";
    let place = places.get(id);
    if (place === undefined) {
      place = places.size;
      places.set(id, place);
    }
    placeOfRow[row] = place;
  }
  return { places, ...netDays(orderByAccount(placeOfRow, dayOfRow, places.size), dayOfRow, amounts) };
}

function netDays({ rows, starts }: AccountOrder, dayOfRow: Int32Array, amounts: ArrayLike<Money>) {
  const ofDay = new Float64Array(rows.length);
  const found = {
    starts: new Uint32Array(starts.length),
    days: new Int32Array(rows.length),
    nets: new Float64Array(rows.length),
  };
  let known = 0;
  for (let place = 0; place + 1 < starts.length; place += 1) {
    const end = starts[place + 1] ?? 0;
    for (let at = starts[place] ?? 0; at < end; known += 1) {
      const day = dayOfRow[rows[at] ?? 0] ?? 0;
      let count = 0;
      for (; at < end && dayOfRow[rows[at] ?? 0] === day; at += 1) {
        ofDay[count] = amounts[rows[at] ?? 0] ?? 0;
        count += 1;
      }
      found.days[known] = day;
      // From the smallest amount up, so that the order of the rows never shows in a sum.
      found.nets[known] = withoutDust(count === 1 ? (ofDay[0] ?? 0) : sumAscending(ofDay, count));
    }
    found.starts[place + 1] = known;
  }
  return found;
}
