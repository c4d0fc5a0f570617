import { isOpen } from "./actions/open-actions";
import { promisesKept } from "./actions/promises-kept";
import type { TierRhythm } from "./cadence/cadence-rules";
import { isContact } from "./cadence/contact-kinds";
import { nextTouch } from "./cadence/next-touch";
import { edate } from "./calendar/days";
import type { WorkingDays } from "./calendar/working-days";
import { completenessOf } from "./completeness/completeness";
import type { AccountFigures, AxisScore, FiredRule, FrequencyClass } from "./figures";
import type { Completeness, GroupBasis, PurchaseMetrics, Touch, WatchRule } from "./figures";
import type { JudgedFacts, Judgements } from "./judge-account";
import type { Account, Action, Contact, Interaction, WatchEntry } from "./records";
import type { RowsByPlace } from "./records-by-account";
import type { Steps } from "./steps";
import type { Day, Tier } from "./units";
import { acknowledgedRules } from "./watch/acknowledged";

/** What the figures of all accounts are made from; lists are by place. */
export interface ModelContext {
  readonly asOf: Day;
  readonly facts: JudgedFacts;
  readonly judged: Judgements;
  readonly rhythms: Readonly<Record<Tier, TierRhythm>>;
  readonly workingDays: WorkingDays;
  /** By account id; null unless groups are scored. */
  readonly groups: ReadonlyMap<string, GroupBasis> | null;
  readonly contacts: RowsByPlace<Contact>;
  readonly interactions: RowsByPlace<Interaction>;
  readonly actions: RowsByPlace<Action>;
  readonly valueClasses: readonly FrequencyClass[];
  readonly frequencyClasses: readonly FrequencyClass[];
}

/** An account as the columns have it; what follows from its own few rows is worked out when it is asked for. */
export class AccountAt implements AccountFigures {
  readonly account: Account;
  private readonly place: number;
  private readonly context: ModelContext;

  constructor(account: Account, place: number, context: ModelContext) {
    this.account = account;
    this.place = place;
    this.context = context;
  }

  get metrics(): PurchaseMetrics {
    return this.context.facts.metrics[this.place] as PurchaseMetrics;
  }
  get group(): GroupBasis | null {
    return this.context.groups?.get(this.account.id) ?? null;
  }
  get silence(): number | null {
    const silence = this.context.facts.silence[this.place] ?? Number.NaN;
    return Number.isNaN(silence) ? null : silence;
  }
  get openWatch(): readonly WatchEntry[] {
    return this.context.facts.openWatch[this.place] ?? [];
  }
  get economic(): AxisScore {
    return this.context.judged.economic.at(this.place);
  }
  get strategic(): AxisScore {
    return this.context.judged.strategic.at(this.place);
  }
  get fired(): readonly FiredRule[] {
    return this.context.judged.firedAt(this.place);
  }
  get watched(): boolean {
    return this.context.judged.watchedAt(this.place);
  }
  get proposedTier(): Tier {
    return this.context.judged.proposedTiers[this.place] ?? "general";
  }
  get tierInForce(): Tier {
    return this.context.judged.tiersInForce[this.place] ?? "general";
  }
  get valueClass(): FrequencyClass {
    return this.context.valueClasses[this.place] ?? "LOW";
  }
  get frequencyClass(): FrequencyClass {
    return this.context.frequencyClasses[this.place] ?? "LOW";
  }
  get lastContact(): Day | null {
    return this.silence === null ? null : this.context.asOf - this.silence;
  }
  get contacts(): readonly Contact[] {
    return this.ofRows.contacts;
  }
  get interactions(): readonly Interaction[] {
    return this.ofRows.interactions;
  }
  get visit(): Touch {
    return this.ofRows.visit;
  }
  get call(): Touch {
    return this.ofRows.call;
  }
  get nextReview(): Day {
    return this.ofRows.nextReview;
  }
  get completeness(): Completeness {
    return this.ofRows.completeness;
  }
  get openActions(): readonly Action[] {
    return this.ofRows.openActions;
  }
  get promisesKept(): AccountFigures["promisesKept"] {
    return this.ofRows.promisesKept;
  }
  get acknowledged(): readonly WatchRule[] {
    return this.ofRows.acknowledged;
  }

  /** What follows from the account's own rows, worked out and kept. */
  workOut(): RowFigures {
    const found = rowFigures(this.account, this.tierInForce, this.place, this.context);
    asked.set(this, found);
    return found;
  }

  private get ofRows(): RowFigures {
    return asked.get(this) ?? this.workOut();
  }
}

/** Works out what accounts tell of their own rows before anybody asks. */
export function* workOutSteps(accounts: Iterable<AccountFigures>): Steps<void> {
  let done = 0;
  for (const account of accounts) {
    if (account instanceof AccountAt) account.workOut();
    done += 1;
    if (done % 64 === 0) yield;
  }
}

/** Beside the accounts, so that one that was asked still equals one that was not. */
const asked = new WeakMap<AccountFigures, RowFigures>();

/** What follows from an account's own contacts, interactions and actions, given its tier. */
type RowFigures = Pick<
  AccountFigures,
  | "contacts"
  | "interactions"
  | "visit"
  | "call"
  | "nextReview"
  | "completeness"
  | "openActions"
  | "acknowledged"
  | "promisesKept"
>;

function rowFigures(account: Account, tier: Tier, place: number, context: ModelContext): RowFigures {
  const { asOf, workingDays } = context;
  const rhythm = context.rhythms[tier];
  const contacts = context.contacts.of(place).filter(({ leftOn }) => leftOn === null || leftOn > asOf);
  const interactions = [...context.interactions.of(place)].sort(newestFirst);
  const actions = context.actions.of(place);
  const touch = { account, interactions, workingDays, asOf };
  return {
    contacts,
    interactions,
    visit: nextTouch({ ...touch, item: "visit", rhythm: rhythm.visit }),
    call: nextTouch({ ...touch, item: "call", rhythm: rhythm.call }),
    nextReview: nextReview(account, rhythm, asOf),
    completeness: completenessOf(account, contacts),
    openActions: openActions(actions, asOf),
    promisesKept: promisesKept(actions, asOf),
    acknowledged: acknowledgedRules(actions, asOf, rhythm.reviewMonths),
  };
}

/** By place, the days since the newest contact that has taken place; NaN without one. */
export function silences(
  interactions: readonly Interaction[],
  placeOf: Int32Array,
  places: number,
  asOf: Day,
): Float64Array {
  const found = new Float64Array(places).fill(Number.NaN);
  for (let row = 0; row < interactions.length; row += 1) {
    const entry = interactions[row] as Interaction;
    const place = placeOf[row] ?? -1;
    const silence = asOf - entry.at;
    if (place < 0 || silence < 0 || silence >= (found[place] ?? 0) || !isContact(entry)) continue;
    found[place] = silence;
  }
  return found;
}

/** NEXTREVIEW: months after the last review, end-of-month safe; never reviewed is due at once. */
function nextReview({ lastReview }: Account, { reviewMonths }: TierRhythm, asOf: Day): Day {
  return lastReview === null ? asOf : edate(lastReview, reviewMonths);
}

/** Actions without a due day come last. */
const never = Number.MAX_SAFE_INTEGER;

function openActions(actions: readonly Action[], asOf: Day): readonly Action[] {
  const byDue = (a: Action, b: Action): number =>
    (a.due ?? never) - (b.due ?? never) || compareText(a.id, b.id);
  return actions.filter((action) => isOpen(action, asOf)).sort(byDue);
}

function newestFirst(a: Interaction, b: Interaction): number {
  return b.at - a.at || Number(b.completed) - Number(a.completed) || compareText(b.id, a.id);
}

/** By code unit, so that the order is the same in every language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
