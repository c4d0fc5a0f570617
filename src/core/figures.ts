/** What the model computes of each account: the one set of figures that pane, formulas and sheets read (FN8). */
import type {
  Account,
  Axis,
  CardSettings,
  Contact,
  Criterion,
  Interaction,
  Action,
  WatchEntry,
  WatchKind,
} from "./records";
import type { JudgedFacts } from "./judge-account";
import type { Day, Money, Ratio, Score, Tier } from "./units";

export type FrequencyClass = "HIGH" | "MEDIUM" | "LOW";

/** Purchase metrics of section 8; windows are relative to the as-of day. */
export interface PurchaseMetrics {
  readonly revenue12: Money;
  /** Amount of the 12 months before the last 12. */
  readonly revenueBefore: Money;
  /** null where the profit of any part cannot be known. */
  readonly profit12: Money | null;
  readonly purchaseDays12: number;
  readonly purchaseDays24: number;
  readonly months12: number;
  readonly breadth12: number;
  readonly firstPurchase: Day | null;
  readonly lastPurchase: Day | null;
  readonly daysSinceLast: number | null;
  readonly amount180: Money;
  readonly amount180Before: Money;
  readonly growth180: Ratio | null;
  readonly amount90: Money;
  readonly amount90Before: Money;
  readonly days90: number;
  readonly days90Before: number;
  readonly medianInterval: number | null;
  /** Amounts of calendar-anchored months 1…24 back from the as-of day, newest first. */
  readonly monthly: readonly Money[];
}

/** What the accounts of a group are scored by on the economic axis, where the setting says so. */
export interface GroupBasis {
  /** Columns of the user's own are read from here. */
  readonly top: Account;
  /** Accounts of the group, the top one among them; 2 or more. */
  readonly members: number;
  /** Of the purchases of all of them together. */
  readonly metrics: PurchaseMetrics;
}

export interface CriterionPoints {
  readonly criterion: Criterion;
  /** null = missing: its weight is shared out over the others. */
  readonly value: number | null;
  /** 0–1. */
  readonly scaled: Ratio | null;
  /** Weight as a share of the present weights; Σ = 1. */
  readonly share: Ratio;
  readonly points: number;
  readonly maximum: number;
}

export interface AxisScore {
  readonly axis: Axis;
  /** null: less than half of the weight is present, or never bought (economic). */
  readonly score: Score | null;
  readonly parts: readonly CriterionPoints[];
  readonly totalWeight: number;
}

export type WatchRule = "lost" | "churn" | "decline" | "growing" | "silence";

export interface FiredRule {
  readonly rule: WatchRule;
  readonly kind: WatchKind;
  /** The figures the sentence needs: `days`, `limit`, `usual`, `before`, `now`, `ratio`. */
  readonly evidence: Readonly<Record<string, number>>;
}

/** Section 8 "Next visit, next call". */
export interface Touch {
  readonly item: "visit" | "call";
  readonly last: Day | null;
  readonly base: Day;
  readonly due: Day;
  readonly latest: Day;
  /** Never in the past. */
  readonly plan: Day;
  /** as-of − due, ≥ 0. */
  readonly overdue: number;
  readonly target: number;
  readonly maximum: number;
  /** The interaction whose agreed next date, or which itself as planned, replaced the computed due day. */
  readonly agreedIn: string | null;
}

export interface Completeness {
  readonly share: Ratio;
  /** Ids of the missing fields (`industry`, `contactReachable`, `contactRole`, …). */
  readonly missing: readonly string[];
}

/** Figures of an account, to be read one by one: they stand in columns of all accounts, so that a spread copies none. */
export interface AccountFigures {
  readonly account: Account;
  readonly metrics: PurchaseMetrics;
  /** null: scored by its own purchases. */
  readonly group: GroupBasis | null;
  readonly economic: AxisScore;
  readonly strategic: AxisScore;
  readonly fired: readonly FiredRule[];
  readonly openWatch: readonly WatchEntry[];
  /** Fired rules that somebody has taken note of since; they still count, but warn no more for a while (S97). */
  readonly acknowledged: readonly WatchRule[];
  readonly watched: boolean;
  readonly proposedTier: Tier;
  readonly tierInForce: Tier;
  readonly valueClass: FrequencyClass;
  readonly frequencyClass: FrequencyClass;
  readonly lastContact: Day | null;
  /** Days since the last completed contact of any kind; null if never. */
  readonly silence: number | null;
  readonly visit: Touch;
  readonly call: Touch;
  readonly nextReview: Day;
  readonly completeness: Completeness;
  readonly contacts: readonly Contact[];
  /** Newest first. */
  readonly interactions: readonly Interaction[];
  readonly openActions: readonly Action[];
  /** Of the promises due within 12 months, those kept by their day; null without any. */
  readonly promisesKept: Ratio | null;
}

export type LeftOutReason = "no-date" | "no-amount" | "unknown-account" | "after-as-of";

export interface CardModel {
  readonly asOf: Day;
  readonly settings: CardSettings;
  readonly accounts: ReadonlyMap<string, AccountFigures>;
  /** Account ids in the order of the Accounts table. */
  readonly order: readonly string[];
  readonly leftOut: Readonly<Record<LeftOutReason, number>>;
  readonly oldestPurchase: Day | null;
  readonly newestPurchase: Day | null;
  readonly totalRevenue12: Money;
  /** More than half of the revenue has no profit: headings say "by revenue". */
  readonly byRevenue: boolean;
  /** For trying other rules. */
  readonly facts: JudgedFacts;
}
