import type { Day, Money } from "../units";

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
 * `from` < day ≤ `to` are left out, and so are accounts without any. One pass and one sort per account.
 */
export function purchaseDaysByAccount(
  { ids, days, amounts }: PurchaseColumns,
  to: Day,
  from: Day = -Infinity,
): PurchaseDays[] {
  const places = new Map<string, number>();
  const groups: { id: string; rows: number[] }[] = [];
  for (let row = 0; row < ids.length; row += 1) {
    const day = days[row] ?? NaN;
    if (!(day > from && day <= to)) continue;
    const id = ids[row] ?? "";
    const place = places.get(id);
    if (place !== undefined) groups[place]?.rows.push(row);
    else {
      places.set(id, groups.length);
      groups.push({ id, rows: [row] });
    }
  }
  return groups.map(({ id, rows }) => ({ id, ...netDays(rows, days, amounts) }));
}

function netDays(rows: number[], days: readonly Day[], amounts: readonly Money[]) {
  // Amounts of a day in order of size, so that the order of the rows never shows in a sum.
  rows.sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0) || (amounts[a] ?? 0) - (amounts[b] ?? 0));
  const distinct: Day[] = [];
  const nets: Money[] = [];
  for (const row of rows) {
    const day = days[row] ?? 0;
    const last = distinct.length - 1;
    if (distinct[last] === day) nets[last] = (nets[last] ?? 0) + (amounts[row] ?? 0);
    else {
      distinct.push(day);
      nets.push(amounts[row] ?? 0);
    }
  }
  return { days: distinct, nets: nets.map(withoutDust) };
}

/** A fully refunded day is exactly zero: the dust of binary addition (10⁻⁶) is taken off. */
function withoutDust(amount: Money): Money {
  return Math.round(amount * 1e6) / 1e6 || 0;
}

/** Days on which more was bought than came back. */
export function buyingDays({ days, nets }: PurchaseDays): Day[] {
  return days.filter((_, index) => (nets[index] ?? 0) > 0);
}
