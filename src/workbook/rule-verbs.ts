/** What Settings can do with the rules beside saving them. */
import type { CardSettings, Criterion } from "../core/records";
import type { Outcome } from "./outcome";

/** A column of Accounts that a criterion of the person's own may name (S46). */
export interface NumberColumn {
  /** Its header, which is what the criterion names. */
  readonly metric: string;
  /** By account id; null is missing. */
  readonly figures: ReadonlyMap<string, number | null>;
}

/** The rules as a form shows them. */
export interface ShownRules {
  readonly criteria: readonly Criterion[];
  readonly settings: CardSettings;
}

/** Settings that a rule version holds beside the criteria. */
export const ruleSettings = ["tierCut", "tierBand", "strategicCut", "watchMinimum", "growingRatio"] as const;
export type RuleSetting = (typeof ruleSettings)[number];

/** One figure that a rule version changed. */
export interface RuleChange {
  /** Id of the criterion, null for a setting. */
  readonly criterion: string | null;
  readonly column: "low" | "high" | "weight" | RuleSetting;
  readonly before: number | null;
  readonly after: number | null;
}

/** The rules as they were, as far as the audit trail knows: what was typed into the sheets by hand is not in it. */
export interface RuleVersion {
  readonly version: number;
  /** When it was saved, local date and time; null for the version the trail begins with. */
  readonly at: number | null;
  readonly by: string;
  /** Against the version before. */
  readonly changes: readonly RuleChange[];
  /** A criterion that was added later has weight 0 here. */
  readonly criteria: readonly Criterion[];
  readonly settings: Readonly<Pick<CardSettings, RuleSetting>>;
}

export interface RuleVerbs {
  /** For a criterion that is about to be added. */
  newCriterionId(): string;
  /** Accounts columns with numbers, as they were read last, beside the metrics of the model itself. */
  numberColumns(): readonly NumberColumn[];
  /** Newest first; the first is the one in force. */
  versions(): Promise<Outcome<readonly RuleVersion[]>>;
}
