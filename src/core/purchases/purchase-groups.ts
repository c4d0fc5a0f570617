import { sumAscending } from "../statistics/sort-in-place";
import type { Day, Money } from "../units";
import { orderByAccount } from "./account-order";
import { withoutDust } from "./without-dust";

/** Purchases as columns of one length. */
export interface PurchaseColumns {
  readonly ids: readonly string[];
  readonly days: readonly Day[];
  readonly amounts: readonly Money[];
}

/** The days of one account, oldest first, each once, with what was bought on it less what came back. */
export interface PurchaseDays {
  readonly id: string;
  readonly days: readonly Day[];
  readonly nets: readonly Money[];
}

/**
 * Purchases by account with a net amount per day, in the order in which accounts first appear; days outside
 * `from` < day ≤ `to` are left out, and so are accounts without any. Days are whole numbers.
 */
export function purchaseDaysByAccount(
  { ids, days, amounts }: PurchaseColumns,
  to: Day,
  from: Day = -Infinity,
): PurchaseDays[] {
  const known = new Map<string, number>();
  const places = new Int32Array(ids.length).fill(-1);
  for (let row = 0; row < ids.length; row += 1) {
    const day = days[row] ?? NaN;
    if (!(day > from && day <= to)) continue;
    const id = ids[row] ?? "";
    const place = known.get(id) ?? known.size;
    if (place === known.size) known.set(id, place);
    places[row] = place;
  }
  const { rows, starts } = orderByAccount(places, Int32Array.from(days), known.size);
  const summed = new Float64Array(rows.length);
  return Array.from(known.keys(), (id, place) => {
    const ofAccount = rows.subarray(starts[place], starts[place + 1]);
    return { id, ...netDays(ofAccount, days, amounts, summed) };
  });
}

/** `rows` are in order of their days; `summed` is room for as many amounts. */
function netDays(rows: Uint32Array, days: readonly Day[], amounts: readonly Money[], summed: Float64Array) {
  const distinct: Day[] = [];
  const nets: Money[] = [];
  for (let first = 0; first < rows.length;) {
    const day = days[rows[first] ?? 0] ?? 0;
    let next = first;
    for (; next < rows.length && days[rows[next] ?? 0] === day; next += 1)
      summed[next - first] = amounts[rows[next] ?? 0] ?? 0;
    distinct.push(day);
    // From the smallest amount up, so that the order of the rows never shows in a sum.
    nets.push(withoutDust(sumAscending(summed, next - first)));
    first = next;
  }
  return { days: distinct, nets };
}

/** Days on which more was bought than came back. */
export function buyingDays({ days, nets }: PurchaseDays): Day[] {
  return days.filter((_, index) => (nets[index] ?? 0) > 0);
}
