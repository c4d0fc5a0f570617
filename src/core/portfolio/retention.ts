import { edate } from "../calendar/days";
import { purchaseDaysByAccount, buyingDays, type PurchaseColumns } from "../purchases/purchase-groups";
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
  const churn = { lost: 0, base: 0, amount: 0 };
  for (const account of purchaseDaysByAccount(purchases, asOf, before)) {
    const bought = buyingDays(account);
    if (!bought.some((day) => day <= now)) continue;
    churn.base += 1;
    if (bought.some((day) => day > now)) continue;
    churn.lost += 1;
    churn.amount += account.nets.reduce(
      (sum, net, index) => sum + ((account.days[index] ?? 0) <= now ? net : 0),
      0,
    );
  }
  return churn;
}

/** Share with two purchase days or more of those with any; null without any. */
export function repeatShare(purchases: PurchaseColumns, asOf: Day, months: number): Ratio | null {
  let [once, again] = [0, 0];
  for (const account of purchaseDaysByAccount(purchases, asOf, edate(asOf, -months))) {
    const days = buyingDays(account).length;
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
