import { isOpen } from "./actions/open-actions";
import { promisesKept } from "./actions/promises-kept";
import type { TierRhythm } from "./cadence/cadence-rules";
import { isContact } from "./cadence/contact-kinds";
import { nextTouch } from "./cadence/next-touch";
import { edate } from "./calendar/days";
import type { WorkingDays } from "./calendar/working-days";
import { completenessOf } from "./completeness/completeness";
import type { AccountFigures, FrequencyClass, GroupBasis, PurchaseMetrics, Touch } from "./figures";
import type { Judge } from "./judge-account";
import type { Account, Action, Contact, Interaction, WatchEntry } from "./records";
import { openWatchEntries } from "./tier/propose-tier";
import type { Day, Tier } from "./units";
import { acknowledgedRules } from "./watch/acknowledged";

/** What the figures of one account are made from, prepared once for all accounts; lists of them are by place. */
export interface ModelContext {
  readonly asOf: Day;
  readonly judge: Judge;
  readonly rhythms: Readonly<Record<Tier, TierRhythm>>;
  readonly workingDays: WorkingDays;
  readonly metrics: readonly PurchaseMetrics[];
  /** By account id; null unless groups are scored. */
  readonly groups: ReadonlyMap<string, GroupBasis> | null;
  readonly contacts: readonly (readonly Contact[])[];
  /** Put in order where they stand. */
  readonly interactions: readonly Interaction[][];
  readonly actions: readonly (readonly Action[])[];
  readonly watchlist: readonly (readonly WatchEntry[])[];
  readonly valueClasses: readonly FrequencyClass[];
  readonly frequencyClasses: readonly FrequencyClass[];
}

const none: readonly never[] = [];

/** All figures of the account at `place`. Throws if the context was not prepared for it. */
export function accountFigures(account: Account, place: number, context: ModelContext): AccountFigures {
  const { asOf, rhythms } = context;
  const metrics = context.metrics[place];
  if (!metrics) throw new RangeError(`No metrics were prepared for account ${account.id}`);
  const contacts = presentContacts(context.contacts[place] ?? none, asOf);
  const interactions = newestFirst(context.interactions[place] ?? []);
  const lastContact = lastContactIn(interactions, asOf);
  const silence = lastContact === null ? null : asOf - lastContact;
  const openWatch = openWatchEntries(context.watchlist[place] ?? none, asOf);
  const group = context.groups?.get(account.id) ?? null;
  const judged = context.judge({ account, metrics, group, silence, openWatch });
  const rhythm = rhythms[judged.tierInForce];
  const actions = context.actions[place] ?? none;
  return {
    account,
    metrics,
    group,
    openWatch,
    economic: judged.economic,
    strategic: judged.strategic,
    fired: judged.fired,
    watched: judged.watched,
    proposedTier: judged.proposedTier,
    tierInForce: judged.tierInForce,
    valueClass: context.valueClasses[place] ?? "LOW",
    frequencyClass: context.frequencyClasses[place] ?? "LOW",
    contacts,
    interactions,
    lastContact,
    silence,
    visit: touchOf("visit", account, interactions, rhythm, context),
    call: touchOf("call", account, interactions, rhythm, context),
    nextReview: nextReview(account, rhythm, asOf),
    completeness: completenessOf(account, contacts),
    openActions: openActions(actions, asOf),
    promisesKept: promisesKept(actions, asOf),
    acknowledged: acknowledgedRules(actions, asOf, rhythm.reviewMonths),
  };
}

/** Who is there to talk to. */
function presentContacts(contacts: readonly Contact[], asOf: Day): readonly Contact[] {
  for (const contact of contacts) {
    if (!isThere(contact, asOf)) return contacts.filter((each) => isThere(each, asOf));
  }
  return contacts;
}

const isThere = ({ leftOn }: Contact, asOf: Day): boolean => leftOn === null || leftOn > asOf;

function lastContactIn(interactions: readonly Interaction[], asOf: Day): Day | null {
  for (const entry of interactions) if (isContact(entry) && entry.at <= asOf) return entry.at;
  return null;
}

function touchOf(
  item: "visit" | "call",
  account: Account,
  interactions: readonly Interaction[],
  rhythm: TierRhythm,
  { asOf, workingDays }: ModelContext,
): Touch {
  return nextTouch({ item, account, interactions, rhythm: rhythm[item], workingDays, asOf });
}

/** NEXTREVIEW: months after the last review, end-of-month safe; never reviewed is due at once. */
function nextReview({ lastReview }: Account, { reviewMonths }: TierRhythm, asOf: Day): Day {
  return lastReview === null ? asOf : edate(lastReview, reviewMonths);
}

/** Actions without a due day come last. */
const never = Number.MAX_SAFE_INTEGER;

function openActions(actions: readonly Action[], asOf: Day): readonly Action[] {
  if (actions.length === 0) return none;
  const byDue = (a: Action, b: Action): number =>
    (a.due ?? never) - (b.due ?? never) || compareText(a.id, b.id);
  return actions.filter((action) => isOpen(action, asOf)).sort(byDue);
}

/** Puts the list itself in order: it was made for this account. */
const newestFirst = (interactions: Interaction[]): readonly Interaction[] => interactions.sort(byAge);

function byAge(a: Interaction, b: Interaction): number {
  return b.at - a.at || Number(b.completed) - Number(a.completed) || compareText(b.id, a.id);
}

/** By code unit, so that the order is the same in every language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
