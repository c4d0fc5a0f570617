import { edate } from "../calendar/days";
import { purchaseDaysByAccount, type PurchaseColumns } from "../purchases/purchase-groups";
import type { Day, Money, Ratio } from "../units";

export interface Churn {
  readonly lost: number;
  /** Accounts that bought in the period before. */
  readonly base: number;
  /** What the lost ones bought in the period before. */
  readonly amount: Money;
}

/** Who bought in the period before and not in this one; both as many calendar months long, up to the as-of day. */
export function churnOf(purchases: PurchaseColumns, asOf: Day, months: number): Churn {
  const [now, before] = [edate(asOf, -months), edate(asOf, -2 * months)];
  const { places, starts, days, nets } = purchaseDaysByAccount(purchases, asOf, before);
  const churn = { lost: 0, base: 0, amount: 0 };
  for (const place of places.values()) {
    const bought = { before: false, now: false, amount: 0 };
    for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at += 1) {
      const [net, isNow] = [nets[at] ?? 0, (days[at] ?? 0) > now];
      if (net > 0) bought[isNow ? "now" : "before"] = true;
      if (!isNow) bought.amount += net;
    }
    if (!bought.before) continue;
    churn.base += 1;
    if (bought.now) continue;
    churn.lost += 1;
    churn.amount += bought.amount;
  }
  return churn;
}

/** Share with two purchase days or more of those with any; null without any. */
export function repeatShare(purchases: PurchaseColumns, asOf: Day, months: number): Ratio | null {
  const { places, starts, nets } = purchaseDaysByAccount(purchases, asOf, edate(asOf, -months));
  let [once, again] = [0, 0];
  for (const place of places.values()) {
    let days = 0;
    for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at += 1)
      if ((nets[at] ?? 0) > 0) days += 1;
    if (days >= 1) once += 1;
    if (days >= 2) again += 1;
  }
  return once === 0 ? null : again / once;
}

/** Growth per period; null without a base, or where no rate leads there. */
export function growthRate(now: number, before: number, periods: number): number | null {
  if (before <= 0 || (now < 0 && periods !== 1)) return null;
  return periods === 1 ? now / before - 1 : (now / before) ** (1 / periods) - 1;
}
