import { accountFigures, type ModelContext } from "./account-figures";
import { WorkingDays } from "./calendar/working-days";
import { classesByThirds } from "./classes/frequency-class";
import type { AccountFigures, CardModel, PurchaseMetrics } from "./figures";
import { purchaseFigureSteps } from "./purchases/metrics-of-all";
import { groupByAccount } from "./records-by-account";
import type { Account, CardRecords } from "./records";
import { finish, type Steps } from "./steps";
import type { Day } from "./units";

/** Accounts per step: some milliseconds of work. */
const accountsPerStep = 100;

/**
 * Every figure of every account, from the records alone: the one set that pane, formulas and sheets read (FN8).
 * `today` counts only while the settings fix no as-of day. The records are left as they are. Of two accounts with the
 * same id the first is taken.
 */
export const buildCardModel = (records: CardRecords, today: Day): CardModel =>
  finish(cardModelSteps(records, today));

/** The same in steps. */
export function* cardModelSteps(records: CardRecords, today: Day): Steps<CardModel> {
  const asOf = records.settings.asOf ?? today;
  const accounts = uniqueAccounts(records.accounts);
  const { grossMargin } = records.settings;
  const bought = yield* purchaseFigureSteps(records.purchases, new Set(accounts.keys()), asOf, grossMargin);
  const { counted, metrics, windows, byRevenue } = bought;
  yield;
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
  for (const account of accounts.values()) {
    figures.set(account.id, accountFigures(account, context));
    if (figures.size % accountsPerStep === 0) yield;
  }
  return {
    asOf,
    settings: records.settings,
    accounts: figures,
    order: [...accounts.keys()],
    leftOut: counted.leftOut,
    oldestPurchase: counted.oldest,
    newestPurchase: counted.newest,
    totalRevenue12: [...metrics.values()].reduce((total, { revenue12 }) => total + revenue12, 0),
    byRevenue,
  };
}

function uniqueAccounts(accounts: readonly Account[]): Map<string, Account> {
  const unique = new Map<string, Account>();
  for (const account of accounts) if (!unique.has(account.id)) unique.set(account.id, account);
  return unique;
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
