import { purchaseDaysByAccount, type PurchaseColumns, type PurchaseDays } from "../purchases/purchase-groups";
import type { Day, Money } from "../units";
import type { BuyingHistory } from "./bg-likelihood";
import type { TimeUnit } from "./value";

export interface BuyingHistoryRow extends BuyingHistory {
  readonly id: string;
  /** Mean of the repeat days; null without any. */
  readonly spend: Money | null;
}

const daysPerUnit: Readonly<Record<TimeUnit, number>> = { week: 7, day: 1, month: 30.415 };

/**
 * What the lifetime models need of each account, by id: repeat purchase days, time from the first to the last of them
 * and to the as-of day. Days count whose amounts sum to more than zero. tx is not the R of RFM.
 */
export function buyingHistories(purchases: PurchaseColumns, asOf: Day, unit: TimeUnit): BuyingHistoryRow[] {
  const bought = purchaseDaysByAccount(purchases, asOf);
  const rows: BuyingHistoryRow[] = [];
  for (const id of [...bought.places.keys()].sort()) {
    const row = historyOf(id, bought, asOf, daysPerUnit[unit]);
    if (row) rows.push(row);
  }
  return rows;
}

/** null without a purchase day. `length` is that of a unit, in days. */
function historyOf(
  id: string,
  { places, starts, days, nets }: PurchaseDays,
  asOf: Day,
  length: number,
): BuyingHistoryRow | null {
  const place = places.get(id) ?? -1;
  const end = starts[place + 1] ?? 0;
  let first: Day | null = null;
  let last: Day | null = null;
  let x = 0;
  let spent = 0;
  for (let at = starts[place] ?? 0; at < end; at += 1) {
    const net = nets[at] ?? 0;
    if (net <= 0) continue;
    last = days[at] ?? 0;
    if (first === null) first = last;
    else {
      x += 1;
      spent += net;
    }
  }
  if (first === null || last === null) return null;
  const spend = x === 0 ? null : spent / x;
  return { id, x, tx: (last - first) / length, T: (asOf - first) / length, spend };
}
