import type { PurchaseMetrics } from "../figures";
import type { Purchase } from "../records";
import type { Steps } from "../steps";
import type { Day, Ratio } from "../units";
import { countPurchases, type CountedPurchases } from "./counted-purchases";
import { hasProfit, purchaseMetrics } from "./purchase-metrics";
import { Windows } from "./windows";

export interface PurchaseFigures {
  readonly asOf: Day;
  readonly grossMargin: Ratio | null;
  readonly windows: Windows;
  readonly counted: CountedPurchases;
  /** One for every account asked for, in their order. */
  readonly metrics: ReadonlyMap<string, PurchaseMetrics>;
  /** Profit is missing for more than half of the revenue of 12 months. */
  readonly byRevenue: boolean;
}

/** Accounts per step: some milliseconds of work. */
const accountsPerStep = 200;

/** A visit logged or a tier changed leaves the purchases as they are, and with them most of the work. */
const known = new WeakMap<readonly Purchase[], PurchaseFigures>();

/** Everything that purchases alone decide, by account; computed once for the same rows, accounts and day. */
export function* purchaseFigureSteps(
  purchases: readonly Purchase[],
  accounts: ReadonlySet<string>,
  asOf: Day,
  grossMargin: Ratio | null,
): Steps<PurchaseFigures> {
  const before = known.get(purchases);
  if (before?.asOf === asOf && before.grossMargin === grossMargin && sameAccounts(before, accounts))
    return before;
  const windows = new Windows(asOf);
  const counted = countPurchases(purchases, accounts, asOf);
  yield;
  const context = { windows, grossMargin, breadthOf: counted.breadthOf, oldestPurchase: counted.oldest };
  const metrics = new Map<string, PurchaseMetrics>();
  for (const id of accounts) {
    metrics.set(id, purchaseMetrics(counted.byAccount.get(id) ?? [], context));
    if (metrics.size % accountsPerStep === 0) yield;
  }
  const byRevenue = profitIsScarce(counted, windows, grossMargin);
  const figures = { asOf, grossMargin, windows, counted, metrics, byRevenue };
  known.set(purchases, figures);
  return figures;
}

function sameAccounts({ metrics }: PurchaseFigures, accounts: ReadonlySet<string>): boolean {
  if (metrics.size !== accounts.size) return false;
  const ids = accounts.values();
  for (const id of metrics.keys()) if (ids.next().value !== id) return false;
  return true;
}

function profitIsScarce(counted: CountedPurchases, windows: Windows, grossMargin: Ratio | null): boolean {
  let revenue = 0;
  let without = 0;
  for (const purchases of counted.byAccount.values()) {
    for (const purchase of purchases) {
      if (windows.monthOf(purchase.date) > 12) continue;
      revenue += purchase.amount;
      if (!hasProfit(purchase, grossMargin)) without += purchase.amount;
    }
  }
  return without > revenue / 2;
}
