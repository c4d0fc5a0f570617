import { AccountAt, silences, workOutSteps, type ModelContext } from "./account-figures";
import { tierRhythms } from "./cadence/cadence-rules";
import { WorkingDays } from "./calendar/working-days";
import { classesByThirds } from "./classes/frequency-class";
import type { CardModel } from "./figures";
import { groupBasisSteps } from "./groups/group-basis";
import { judgeSteps, type JudgedFacts } from "./judge-account";
import type { MetricColumns } from "./purchases/metric-columns";
import { purchaseFigureSteps } from "./purchases/metrics-of-all";
import { placesOf, RowsByPlace } from "./records-by-account";
import type { Account, CardRecords, WatchEntry } from "./records";
import type { ScoreBasis } from "./scoring/criterion-values";
import { finish, type Steps } from "./steps";
import { openWatchEntries } from "./tier/propose-tier";
import type { Day } from "./units";
import { ValuesById } from "./values-by-id";

/**
 * Every figure of every account, from the records alone: the one set that pane, formulas and sheets read (FN8).
 * `today` counts only while the settings fix no as-of day. The records are left as they are. Of two accounts with the
 * same id the first is taken.
 */
export const buildCardModel = (records: CardRecords, today: Day): CardModel =>
  finish(cardModelSteps(records, today));

/** The same in steps, with what accounts tell of their own rows worked out ahead: a list of them all has it at hand. */
export function* figuresAtHandSteps(records: CardRecords, today: Day): Steps<CardModel> {
  const model = yield* cardModelSteps(records, today);
  yield* workOutSteps(model.accounts.values());
  return model;
}

/** The model alone, in steps. */
export function* cardModelSteps(records: CardRecords, today: Day): Steps<CardModel> {
  const { settings } = records;
  const asOf = settings.asOf ?? today;
  const { accounts, places } = placedAccounts(records.accounts);
  const bought = yield* purchaseFigureSteps(records.purchases, places, asOf, settings.grossMargin);
  const { counted, columns, metrics, windows, byRevenue } = bought;
  const groups = settings.scoreGroups ? yield* groupBasisSteps(records, accounts, places, asOf) : null;
  yield;
  const interactions = placesOf(records.interactions, places);
  const day = { asOf, fullHistory360: windows.hasHistory(360, counted.oldest) };
  const basis: ScoreBasis = { accounts, columns, places: null };
  const facts: JudgedFacts = {
    day,
    metrics,
    economic: groups?.basis ?? basis,
    strategic: basis,
    silence: silences(records.interactions, interactions, places.size, asOf),
    openWatch: openWatchOf(records, places, asOf),
  };
  yield;
  const context: ModelContext = {
    asOf,
    facts,
    judged: yield* judgeSteps(records, facts),
    groups: groups?.byAccount ?? null,
    rhythms: tierRhythms(records.cadence, settings.reviewMonths),
    workingDays: new WorkingDays(records.calendar),
    contacts: byPlace(records.contacts, places),
    interactions: new RowsByPlace(records.interactions, interactions, places.size),
    actions: byPlace(records.actions, places),
    ...classesOf(columns),
  };
  yield;
  const { leftOut, oldest: oldestPurchase, newest: newestPurchase } = counted;
  return {
    ...{ asOf, settings, facts, byRevenue, leftOut, oldestPurchase, newestPurchase },
    accounts: new ValuesById(
      places,
      accounts.map((account, place) => new AccountAt(account, place, context)),
    ),
    order: [...places.keys()],
    totalRevenue12: sumOf(columns.revenue12),
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

const byPlace = <Row extends { readonly account: string }>(
  rows: readonly Row[],
  places: ReadonlyMap<string, number>,
): RowsByPlace<Row> => new RowsByPlace(rows, placesOf(rows, places), places.size);

function sumOf(values: Float64Array): number {
  let total = 0;
  for (let place = 0; place < values.length; place += 1) total += values[place] ?? 0;
  return total;
}

function openWatchOf(
  { watchlist }: CardRecords,
  places: ReadonlyMap<string, number>,
  asOf: Day,
): (readonly WatchEntry[])[] {
  const entries = byPlace(watchlist, places);
  return Array.from(places.values(), (place) => openWatchEntries(entries.of(place), asOf));
}

const classesOf = (columns: MetricColumns): Pick<ModelContext, "valueClasses" | "frequencyClasses"> => ({
  valueClasses: classesByThirds(ofBuyers(columns.revenue12, columns)),
  frequencyClasses: classesByThirds(ofBuyers(columns.purchaseDays12, columns)),
});

/** NaN for accounts that bought nothing in the last 12 months. */
function ofBuyers(values: Float64Array, { purchaseDays12 }: MetricColumns): Float64Array {
  const found = new Float64Array(values.length).fill(Number.NaN);
  for (let place = 0; place < found.length; place += 1)
    if ((purchaseDays12[place] ?? 0) > 0) found[place] = values[place] ?? 0;
  return found;
}
