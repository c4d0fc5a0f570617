/**
 * What the card's tables hold, typed. `null` is missing, never zero (FN4). Rows that cannot be read
 * are not here: the codec counts them apart and the pane names them.
 */
import type { Day, Language, Money, Ratio, Tier } from "./units";

export interface CardSettings {
  /** A fixed as-of day; null = today (WB12). */
  readonly asOf: Day | null;
  readonly language: Language;
  readonly currency: string;
  readonly grossMargin: Ratio | null;
  readonly reviewMonths: number;
  readonly tierCut: number;
  readonly tierBand: number;
  /** null switches the strategic door off. */
  readonly strategicCut: number | null;
  readonly watchMinimum: Money;
  readonly growingRatio: number;
  readonly ruleVersion: number;
  readonly schemaVersion: number;
  /** Silence beyond the maximum makes an account watched, too (product default: false). */
  readonly silenceWatches: boolean;
  /** The accounts of a group all have the economic score of the group's purchases (product default: false). */
  readonly scoreGroups: boolean;
}

export type Axis = "economic" | "strategic";

export interface Criterion {
  readonly id: string;
  readonly label: string;
  readonly axis: Axis;
  /** A metric id of the model (`revenue12`, …) or the id of a numeric Accounts column. */
  readonly metric: string;
  /** low > high means that less is better. */
  readonly low: number;
  readonly high: number;
  readonly weight: number;
}

export type CadenceItem = "review" | "visit" | "call" | "survey" | "report" | "backup" | "drill";

export interface CadenceRule {
  readonly tier: Tier | null;
  readonly item: CadenceItem;
  /** Days; for `review` months. */
  readonly target: number | null;
  readonly maximum: number | null;
  readonly jitter: number;
}

export interface CalendarDay {
  readonly date: Day;
  readonly kind: "holiday" | "workday";
}

export interface StrategicRatings {
  readonly marketPosition: number | null;
  readonly influence: number | null;
  readonly reputation: number | null;
  readonly potential: number | null;
  readonly fit: number | null;
  readonly complexity: number | null;
}

/** 1 (worst) to 5; null = not rated. */
export interface CreditRatings {
  readonly state: number | null;
  readonly ability: number | null;
  readonly history: number | null;
  readonly reputation: number | null;
}

export interface Account {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly entityType: "organisation" | "person" | null;
  readonly taxId: string;
  readonly parent: string;
  readonly industry: string;
  readonly region: string;
  readonly city: string;
  readonly address: string;
  readonly website: string;
  readonly size: string;
  readonly products: string;
  readonly owner: string;
  readonly since: Day | null;
  readonly status: string;
  readonly strategy: string;
  readonly ratings: StrategicRatings;
  readonly creditRatings: CreditRatings;
  /** The tier as stored; null = none decided yet (section 7). */
  readonly tier: Tier | null;
  readonly lastReview: Day | null;
  /** Numeric columns of the user's own that Criteria may name (S46), by column id. */
  readonly numbers: Readonly<Record<string, number | null>>;
}

export interface Contact {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly title: string;
  readonly buyingRole: string;
  readonly phone: string;
  readonly email: string;
  readonly leftOn: Day | null;
}

export interface Purchase {
  readonly id: string;
  readonly account: string;
  readonly date: Day | null;
  readonly product: string;
  readonly category: string;
  readonly amount: Money | null;
  readonly cost: Money | null;
}

export type InteractionKind =
  "visit" | "call" | "revisit" | "meeting" | "mail" | "message" | "care" | "event" | "web";

export type Channel = "in-person" | "phone" | "video" | "wechat" | "email" | "other";

export interface Interaction {
  readonly id: string;
  readonly account: string;
  readonly contacts: string;
  readonly at: Day;
  readonly kind: InteractionKind;
  readonly channel: Channel | null;
  readonly content: string;
  readonly usage: string;
  readonly newNeeds: string;
  readonly productsIntroduced: string;
  readonly result: string;
  readonly completed: boolean;
  readonly nextAction: string;
  readonly nextDate: Day | null;
  readonly author: string;
  readonly source: string;
}

export const watchKinds = [
  "growing",
  "lost",
  "poor-business",
  "arrears",
  "reputation",
  "bankruptcy",
  "restructuring",
  "churn-sign",
  "dependence",
  "dispute",
  "abnormal",
] as const;
export type WatchKind = (typeof watchKinds)[number];

export interface WatchEntry {
  readonly id: string;
  readonly account: string;
  readonly kind: WatchKind;
  readonly since: Day;
  readonly cause: string;
  readonly detail: string;
  readonly measure: string;
  readonly nextCheck: Day | null;
  /** Who took note of it; "" = nobody yet (S97). */
  readonly acknowledged: string;
  readonly closed: Day | null;
}

export const actionStatuses = ["open", "done", "dropped"] as const;
type ActionStatus = (typeof actionStatuses)[number];

export interface Action {
  readonly id: string;
  readonly account: string;
  readonly text: string;
  /** Where it comes from; a noted warning is told by it (`acknowledged:lost`). */
  readonly source: string;
  readonly owner: string;
  readonly due: Day | null;
  readonly doneOn: Day | null;
  readonly promise: boolean;
  readonly status: ActionStatus;
}

/** Everything the model reads. */
export interface CardRecords {
  readonly settings: CardSettings;
  readonly criteria: readonly Criterion[];
  readonly cadence: readonly CadenceRule[];
  readonly calendar: readonly CalendarDay[];
  readonly accounts: readonly Account[];
  readonly contacts: readonly Contact[];
  readonly purchases: readonly Purchase[];
  readonly interactions: readonly Interaction[];
  readonly actions: readonly Action[];
  readonly watchlist: readonly WatchEntry[];
}
