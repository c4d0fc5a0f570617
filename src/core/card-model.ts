import { accountFigures, type ModelContext } from "./account-figures";
import { WorkingDays } from "./calendar/working-days";
import { classesByThirds } from "./classes/frequency-class";
import type { AccountFigures, CardModel, PurchaseMetrics } from "./figures";
import { countPurchases, type CountedPurchases } from "./purchases/counted-purchases";
import { hasProfit, purchaseMetrics } from "./purchases/purchase-metrics";
import { Windows } from "./purchases/windows";
import { groupByAccount } from "./records-by-account";
import type { Account, CardRecords } from "./records";
import type { Day } from "./units";

/**
 * Every figure of every account, from the records alone: the one set that pane, formulas and sheets read (FN8).
 * `today` counts only while the settings fix no as-of day. The records are left as they are. Of two accounts with the
 * same id the first is taken.
 */
export function buildCardModel(records: CardRecords, today: Day): CardModel {
  const asOf = records.settings.asOf ?? today;
  const accounts = uniqueAccounts(records.accounts);
  const counted = countPurchases(records.purchases, new Set(accounts.keys()), asOf);
  const windows = new Windows(asOf);
  const metrics = metricsByAccount(accounts, counted, windows, records.settings.grossMargin);
  const context: ModelContext = {
    records,
    asOf,
    metrics,
    fullHistory360: windows.hasHistory(360, counted.oldest),
    workingDays: new WorkingDays(records.calendar),
    contacts: groupByAccount(records.contacts),
    interactions: groupByAccount(records.interactions),
    actions: groupByAccount(records.actions),
    watchlist: groupByAccount(records.watchlist),
    valueClasses: classesOf(metrics, ({ revenue12 }) => revenue12),
    frequencyClasses: classesOf(metrics, ({ purchaseDays12 }) => purchaseDays12),
  };
  const figures = new Map<string, AccountFigures>();
  for (const account of accounts.values()) figures.set(account.id, accountFigures(account, context));
  return {
    asOf,
    settings: records.settings,
    accounts: figures,
    order: [...accounts.keys()],
    leftOut: counted.leftOut,
    oldestPurchase: counted.oldest,
    newestPurchase: counted.newest,
    totalRevenue12: [...metrics.values()].reduce((total, { revenue12 }) => total + revenue12, 0),
    byRevenue: profitIsScarce(counted, windows, records.settings.grossMargin),
  };
}

function uniqueAccounts(accounts: readonly Account[]): Map<string, Account> {
  const unique = new Map<string, Account>();
  for (const account of accounts) if (!unique.has(account.id)) unique.set(account.id, account);
  return unique;
}

function metricsByAccount(
  accounts: ReadonlyMap<string, Account>,
  counted: CountedPurchases,
  windows: Windows,
  grossMargin: number | null,
): Map<string, PurchaseMetrics> {
  const context = { windows, grossMargin, breadthOf: counted.breadthOf, oldestPurchase: counted.oldest };
  const metrics = new Map<string, PurchaseMetrics>();
  for (const id of accounts.keys()) {
    metrics.set(id, purchaseMetrics(counted.byAccount.get(id) ?? [], context));
  }
  return metrics;
}

function classesOf(
  metrics: ReadonlyMap<string, PurchaseMetrics>,
  valueOf: (metrics: PurchaseMetrics) => number,
) {
  return classesByThirds(
    [...metrics].map(([account, values]) => ({
      account,
      value: valueOf(values),
      bought: values.purchaseDays12 > 0,
    })),
  );
}

/** Profit is missing for more than half of the revenue of 12 months. */
function profitIsScarce(counted: CountedPurchases, windows: Windows, grossMargin: number | null): boolean {
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
