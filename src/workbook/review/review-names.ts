/**
 * Sheet-scoped names mark a review sheet and its columns. They follow cells that are moved, sorted with
 * their rows, inserted or deleted, and stay when the sheet is renamed (RV3).
 */
import { tiers, type Tier } from "../../core/units";
import type { NamedColumn } from "./review-column";

/** Constant: `1998-05|important|3` = cycle, tier, rule version. */
export const markName = "KAM_Review";
/** Hidden: account ids; an id behind `goneMark` is no longer on the sheet. */
export const idsName = "KAM_ReviewAccounts";
/** Hidden: the account's name as generated; where it differs from the shown one the rows were mixed up. */
export const keysName = "KAM_ReviewKeys";
/** Beside the table: why a row was stopped. */
export const checksName = "KAM_ReviewChecks";

export const columnNames: Readonly<Record<NamedColumn, string>> = {
  name: "KAM_ReviewNames",
  decision: "KAM_ReviewDecisions",
  reason: "KAM_ReviewReasons",
  approver: "KAM_ReviewApprovers",
  nextStep: "KAM_ReviewNextSteps",
  nextCheck: "KAM_ReviewNextChecks",
};

export const goneMark = "gone|";

export interface ReviewMark {
  readonly cycle: string;
  readonly tier: Tier;
  readonly ruleVersion: number;
}

export const markText = ({ cycle, tier, ruleVersion }: ReviewMark): string =>
  `${cycle}|${tier}|${ruleVersion}`;

/** The mark in a name's formula, `="1998-05|important|3"`; null if it is none. */
export function parseMark(formula: string): ReviewMark | null {
  const match = /^="?(\d{4}-\d{2}(?:-\d+)?)\|(\w+)\|(\d+)"?$/.exec(formula);
  const tier = tiers.find((one) => one === match?.[2]);
  if (!match?.[1] || !tier) return null;
  return { cycle: match[1], tier, ruleVersion: Number(match[3]) };
}
