import { accountFigures, type ModelContext } from "./account-figures";
import { tierRhythms } from "./cadence/cadence-rules";
import { WorkingDays } from "./calendar/working-days";
import { classesByThirds } from "./classes/frequency-class";
import type { AccountFigures, CardModel, PurchaseMetrics } from "./figures";
import { groupBasisSteps } from "./groups/group-basis";
import { judgeBy } from "./judge-account";
import { purchaseFigureSteps } from "./purchases/metrics-of-all";
import { groupByPlace } from "./records-by-account";
import type { Account, CardRecords } from "./records";
import { finish, type Steps } from "./steps";
import type { Day } from "./units";

/** Accounts per step: some milliseconds of work. */
const accountsPerStep = 250;

/**
 * Every figure of every account, from the records alone: the one set that pane, formulas and sheets read (FN8).
 * `today` counts only while the settings fix no as-of day. The records are left as they are. Of two accounts with the
 * same id the first is taken.
 */
export const buildCardModel = (records: CardRecords, today: Day): CardModel =>
  finish(cardModelSteps(records, today));

/** The same in steps. */
export function* cardModelSteps(records: CardRecords, today: Day): Steps<CardModel> {
  const { settings } = records;
  const asOf = settings.asOf ?? today;
  const { accounts, places } = placedAccounts(records.accounts);
  const bought = yield* purchaseFigureSteps(records.purchases, places, asOf, settings.grossMargin);
  const { counted, metrics, windows, byRevenue } = bought;
  const groups = settings.scoreGroups ? yield* groupBasisSteps(records, accounts, places, asOf) : null;
  yield;
  const fullHistory360 = windows.hasHistory(360, counted.oldest);
  const context: ModelContext = {
    asOf,
    metrics,
    groups,
    judge: judgeBy(records, { asOf, fullHistory360 }),
    rhythms: tierRhythms(records.cadence, settings.reviewMonths),
    workingDays: new WorkingDays(records.calendar),
    contacts: groupByPlace(records.contacts, places),
    interactions: groupByPlace(records.interactions, places),
    actions: groupByPlace(records.actions, places),
    watchlist: groupByPlace(records.watchlist, places),
    valueClasses: classesByThirds(metrics.map((one) => (hasBought(one) ? one.revenue12 : null))),
    frequencyClasses: classesByThirds(metrics.map((one) => (hasBought(one) ? one.purchaseDays12 : null))),
  };
  yield;
  const figures = new Map<string, AccountFigures>();
  let totalRevenue12 = 0;
  for (const [place, account] of accounts.entries()) {
    const ofAccount = accountFigures(account, place, context);
    figures.set(account.id, ofAccount);
    totalRevenue12 += ofAccount.metrics.revenue12;
    if (figures.size % accountsPerStep === 0) yield;
  }
  return {
    asOf,
    settings,
    accounts: figures,
    order: [...places.keys()],
    leftOut: counted.leftOut,
    oldestPurchase: counted.oldest,
    newestPurchase: counted.newest,
    totalRevenue12,
    byRevenue,
  };
}

/** The accounts that count, and the place of each id among them. */
function placedAccounts(rows: readonly Account[]) {
  const accounts: Account[] = [];
  const places = new Map<string, number>();
  for (const account of rows) {
    if (places.has(account.id)) continue;
    places.set(account.id, accounts.length);
    accounts.push(account);
  }
  return { accounts, places };
}

/** Bought in the last 12 months. */
const hasBought = ({ purchaseDays12 }: PurchaseMetrics): boolean => purchaseDays12 > 0;
