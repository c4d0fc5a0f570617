import { reviewMonths, touchRhythm } from "./cadence/cadence-rules";
import { isContact } from "./cadence/contact-kinds";
import { nextTouch } from "./cadence/next-touch";
import { edate } from "./calendar/days";
import type { WorkingDays } from "./calendar/working-days";
import { completenessOf } from "./completeness/completeness";
import type { AccountFigures, FrequencyClass, PurchaseMetrics, Touch } from "./figures";
import { judgeAccount } from "./judge-account";
import type { Account, Action, CardRecords, Contact, Interaction, WatchEntry } from "./records";
import { openWatchEntries } from "./tier/propose-tier";
import type { Day, Tier } from "./units";
import { acknowledgedRules } from "./watch/acknowledged";

/** What the figures of one account are made from, prepared once for all accounts. */
export interface ModelContext {
  readonly records: CardRecords;
  readonly asOf: Day;
  readonly metrics: ReadonlyMap<string, PurchaseMetrics>;
  readonly fullHistory360: boolean;
  readonly workingDays: WorkingDays;
  readonly contacts: ReadonlyMap<string, readonly Contact[]>;
  readonly interactions: ReadonlyMap<string, readonly Interaction[]>;
  readonly actions: ReadonlyMap<string, readonly Action[]>;
  readonly watchlist: ReadonlyMap<string, readonly WatchEntry[]>;
  readonly valueClasses: ReadonlyMap<string, FrequencyClass>;
  readonly frequencyClasses: ReadonlyMap<string, FrequencyClass>;
}

/** All figures of one account. Throws if the context was not prepared for it. */
export function accountFigures(account: Account, context: ModelContext): AccountFigures {
  const { asOf, records } = context;
  const metrics = context.metrics.get(account.id);
  if (!metrics) throw new RangeError(`No metrics were prepared for account ${account.id}`);
  const touches = contactsOf(account, context);
  const openWatch = openWatchEntries(context.watchlist.get(account.id) ?? [], asOf);
  const judged = judgeAccount({ account, metrics, silence: touches.silence, openWatch }, records, context);
  const actions = context.actions.get(account.id) ?? [];
  return {
    account,
    metrics,
    openWatch,
    ...judged,
    valueClass: context.valueClasses.get(account.id) ?? "LOW",
    frequencyClass: context.frequencyClasses.get(account.id) ?? "LOW",
    ...touches,
    visit: touchOf("visit", account, touches.interactions, judged.tierInForce, context),
    call: touchOf("call", account, touches.interactions, judged.tierInForce, context),
    nextReview: nextReview(account, judged.tierInForce, context),
    completeness: completenessOf(account, touches.contacts),
    openActions: openActions(actions, asOf),
    acknowledged: acknowledgedRules(actions, asOf, reviewMonthsOf(judged.tierInForce, context)),
  };
}

/** Who is there to talk to, what was said (newest first), and how long ago. */
function contactsOf({ id }: Account, context: ModelContext) {
  const { asOf } = context;
  const contacts = (context.contacts.get(id) ?? []).filter(({ leftOn }) => leftOn === null || leftOn > asOf);
  const interactions = [...(context.interactions.get(id) ?? [])].sort(newestFirst);
  const lastContact = interactions.find((entry) => isContact(entry) && entry.at <= asOf)?.at ?? null;
  return { contacts, interactions, lastContact, silence: lastContact === null ? null : asOf - lastContact };
}

function touchOf(
  item: "visit" | "call",
  account: Account,
  interactions: readonly Interaction[],
  tier: Tier,
  { records, asOf, workingDays }: ModelContext,
): Touch {
  const rhythm = touchRhythm(records.cadence, tier, item);
  return nextTouch({ item, account, interactions, rhythm, workingDays, asOf });
}

/** NEXTREVIEW: months after the last review, end-of-month safe; never reviewed is due at once. */
function nextReview(account: Account, tier: Tier, context: ModelContext): Day {
  if (account.lastReview === null) return context.asOf;
  return edate(account.lastReview, reviewMonthsOf(tier, context));
}

const reviewMonthsOf = (tier: Tier, { records }: ModelContext): number =>
  reviewMonths(records.cadence, tier, records.settings.reviewMonths);

/** Actions without a due day come last. */
const never = Number.MAX_SAFE_INTEGER;

function openActions(actions: readonly Action[], asOf: Day): Action[] {
  const byDue = (a: Action, b: Action): number =>
    (a.due ?? never) - (b.due ?? never) || compareText(a.id, b.id);
  return actions.filter(({ doneOn }) => doneOn === null || doneOn > asOf).sort(byDue);
}

function newestFirst(a: Interaction, b: Interaction): number {
  return b.at - a.at || Number(b.completed) - Number(a.completed) || compareText(b.id, a.id);
}

/** By code unit, so that the order is the same in every language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
