import { purchaseDaysByAccount, type PurchaseColumns } from "../purchases/purchase-groups";
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
  const length = daysPerUnit[unit];
  const rows: BuyingHistoryRow[] = [];
  for (const { id, days, nets } of purchaseDaysByAccount(purchases, asOf)) {
    const bought = days.map((day, index) => ({ day, net: nets[index] ?? 0 })).filter(({ net }) => net > 0);
    const first = bought[0];
    const last = bought.at(-1);
    if (!first || !last) continue;
    const repeats = bought.slice(1);
    rows.push({
      id,
      x: repeats.length,
      tx: (last.day - first.day) / length,
      T: (asOf - first.day) / length,
      spend: repeats.length === 0 ? null : repeats.reduce((sum, { net }) => sum + net, 0) / repeats.length,
    });
  }
  return rows.sort((one, other) => (one.id < other.id ? -1 : 1));
}
