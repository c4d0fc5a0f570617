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
  const rows: BuyingHistoryRow[] = [];
  for (const account of purchaseDaysByAccount(purchases, asOf)) {
    const row = historyOf(account, asOf, daysPerUnit[unit]);
    if (row) rows.push(row);
  }
  return rows.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** null without a purchase day. `length` is that of a unit, in days. */
function historyOf({ id, days, nets }: PurchaseDays, asOf: Day, length: number): BuyingHistoryRow | null {
  let first: Day | null = null;
  let last: Day | null = null;
  let x = 0;
  let spent = 0;
  for (let at = 0; at < days.length; at += 1) {
    const [day, net] = [days[at] ?? 0, nets[at] ?? 0];
    if (net <= 0) continue;
    last = day;
    if (first === null) first = day;
    else {
      x += 1;
      spent += net;
    }
  }
  if (first === null || last === null) return null;
  const spend = x === 0 ? null : spent / x;
  return { id, x, tx: (last - first) / length, T: (asOf - first) / length, spend };
}
