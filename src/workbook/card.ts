/**
 * The card as pane, ribbon and functions see it: one live state and one verb per thing a person can do.
 * `live-card.ts` implements it over a `Desk`; components and functions get it from outside and never
 * meet the host.
 */
import type {
  CardRecords,
  CardSettings,
  CadenceRule,
  Channel,
  Criterion,
  InteractionKind,
} from "../core/records";
import type { CardModel } from "../core/figures";
import type { Day, Language, Tier } from "../core/units";
import type { DailyVerbs } from "./daily-verbs";
import type { Outcome, Issue } from "./outcome";
import type { Progress } from "./desk";
import type { ImportVerbs } from "./import/import-verbs";
import type { RuleVerbs, ShownRules } from "./rule-verbs";
import type { CopyVerbs } from "./values-copy/copy-verbs";
import type { UpkeepVerbs } from "./upkeep-verbs";
import type { Selection } from "./workbook-gateway";

export type CardState =
  | { readonly kind: "loading" }
  /** The person stopped the first reading: nothing is shown, read or written before `readWorkbook`. */
  | { readonly kind: "unread" }
  /** The workbook holds no card; `otherSheets` counts sheets with content that set-up will leave alone. */
  | {
      readonly kind: "none";
      readonly otherSheets: number;
      readonly readOnly: boolean;
      /** Left out for a blank workbook. */
      readonly found?: WorkbookFound;
    }
  /** Tables or columns are missing (WB6): what still can be read is in `model`. */
  | { readonly kind: "damaged"; readonly issues: readonly Issue[]; readonly model: CardModel | null }
  | ReadyCard;

/** What stands in a workbook before set-up. */
export interface WorkbookFound {
  /** Names of the sheets that can be seen. */
  readonly sheets: readonly string[];
  /** Hidden and very hidden sheets. */
  readonly hidden: number;
  readonly tables: number;
  /** No sheet can be added until the protection of the workbook is lifted. */
  readonly structureLocked: boolean;
  /** Names that are taken, and what the card's sheets will be called instead. */
  readonly renamed: Readonly<Record<Language, readonly { readonly wanted: string; readonly name: string }[]>>;
}

export interface ReadyCard {
  readonly kind: "ready";
  readonly language: Language;
  readonly model: CardModel;
  readonly records: CardRecords;
  readonly rowCounts: Readonly<Record<string, number>>;
  /** Interactions or accounts of the sample are still in the workbook. */
  readonly hasSample: boolean;
  /** Accounts of the person's own among those of the sample: figures mix both (TP6). */
  readonly ownAmongSample: number;
  /** Computed columns in the sheets are older than the tables (WB11). */
  readonly stale: boolean;
  /** Rows that could not be read, by table, with a sentence each. */
  readonly unreadable: readonly Issue[];
  readonly review: ReviewState;
}

export interface LogDraft {
  /** Drawn when the form opens; a second save of the same draft finds its row instead of adding one. */
  readonly ids: readonly string[];
  /** Several accounts at one visit: one row each, same order as `ids`. */
  readonly accounts: readonly string[];
  readonly contacts: string;
  readonly kind: InteractionKind;
  readonly channel: Channel | null;
  readonly date: Day;
  readonly content: string;
  readonly result: string;
  readonly usage: string;
  readonly newNeeds: string;
  readonly productsIntroduced: string;
  readonly nextAction: string;
  readonly nextDate: Day | null;
  /** It has not taken place, whatever its date says. */
  readonly planned?: boolean;
}

export interface LogReceipt {
  readonly ids: readonly string[];
  readonly sheet: string;
  /** One-based rows on that sheet. */
  readonly rows: readonly number[];
  readonly nextVisit: Day | null;
}

export const decisions = ["keep", "promote", "demote", "watch", "release", "exit"] as const;
export type Decision = (typeof decisions)[number];

export interface DecisionRow {
  readonly account: string;
  readonly name: string;
  readonly sheet: string;
  /** One-based. */
  readonly row: number;
  readonly listedAs: Tier;
  readonly tierBefore: Tier;
  readonly tierAfter: Tier;
  readonly decision: Decision;
  readonly reason: string;
}

export interface StoppedRow {
  readonly account: string;
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly issue: Issue;
}

export interface ReviewPreview {
  readonly cycle: string;
  /** Decisions not yet in the tables. */
  readonly toApply: readonly DecisionRow[];
  readonly stopped: readonly StoppedRow[];
  readonly undecided: number;
  readonly alreadyApplied: number;
}

export interface TierProgress {
  readonly tier: Tier;
  readonly sheet: string | null;
  readonly listed: number;
  readonly decided: number;
  /** Decision cell of the first account without one, counted from one. */
  readonly nextOpen?: { readonly row: number; readonly column: number };
}

export type ReviewState =
  | { readonly kind: "none" }
  | {
      readonly kind: "open" | "applied";
      readonly cycle: string;
      readonly asOf: Day;
      readonly tiers: readonly TierProgress[];
      /** Rows a failed Apply left pending: finish or take back first. */
      readonly pending: number;
    };

export interface ApplyReport {
  readonly cycle: string;
  readonly applied: number;
  readonly moved: readonly { readonly account: string; readonly from: Tier; readonly to: Tier }[];
  readonly reviewRows: number;
  readonly auditRows: number;
  readonly stopped: readonly StoppedRow[];
  readonly undecided: number;
}

export interface Card {
  readonly state: CardState;
  readonly imports: ImportVerbs;
  /** Rules beside saving them. */
  readonly rules: RuleVerbs;
  /** What is done with a line of Today or with an account. */
  readonly daily: DailyVerbs;
  subscribe(listener: (state: CardState) => void): () => void;
  /** Reads what changed since; cheap when nothing did. */
  wake(): Promise<void>;
  /** Starts the first reading again after it was stopped. */
  readWorkbook(): Promise<void>;
  /** The account of the selected row, or null; the pane follows it. */
  selectedAccount(selection: Selection): string | null;
  onSelection(listener: (account: string | null) => void): () => void;

  readonly copies: CopyVerbs;
  readonly upkeep: UpkeepVerbs;
  setUp(choice: { language: Language; sample: boolean }): Promise<Outcome<{ sheets: readonly string[] }>>;
  removeSample(): Promise<Outcome<{ rows: number }>>;
  /** Writes computed columns (WB11); `askedToClearFilter` once the person agreed (WB14). */
  refresh(options?: { clearFilters?: boolean }): Promise<Outcome<{ accounts: number }>>;
  newLogDraft(account: string | null): LogDraft;
  proposeNext(account: string, item: "visit" | "call"): { date: Day; target: number; tier: Tier } | null;
  log(draft: LogDraft): Promise<Outcome<LogReceipt>>;
  undoLog(ids: readonly string[]): Promise<Outcome<{ rows: number }>>;
  changeSettings(change: Partial<CardSettings>): Promise<Outcome<void>>;
  /** `shown` is what the form was made from (WB15); without it the rules as they were read last. */
  changeCriteria(
    change: { criteria: readonly Criterion[]; settings: Partial<CardSettings> },
    shown?: ShownRules,
  ): Promise<Outcome<void>>;
  changeCadence(rules: readonly CadenceRule[]): Promise<Outcome<void>>;

  generateReview(): Promise<Outcome<{ cycle: string; sheets: readonly string[]; kept: number }>>;
  previewReview(): Promise<Outcome<ReviewPreview>>;
  applyReview(): Promise<Outcome<ApplyReport>>;
  finishPending(): Promise<Outcome<ApplyReport>>;
  takeBackPending(): Promise<Outcome<{ rows: number }>>;
  goTo(place: { sheet: string; row: number; column?: number }): Promise<Outcome<void>>;
  showAccountRow(account: string): Promise<Outcome<void>>;

  onProgress(listener: (progress: Progress | null) => void): () => void;
  /** Stops the running operation at its next safe place; the first reading at once. */
  cancel(): void;
}
