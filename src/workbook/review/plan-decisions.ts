/** From what stands on the sheets to what is to be applied: pure, nothing is written here. */
import type { AccountFigures, CardModel } from "../../core/figures";
import type { Tier } from "../../core/units";
import type { Decision, DecisionRow, StoppedRow } from "../card";
import type { Labels } from "../codec/labels";
import type { Issue } from "../outcome";
import { decide, type Effect } from "./decide";
import { decisionOf } from "./decision-word";
import type { ReadRow, ReadSheet } from "./read-review-sheet";
import type { TypedRow } from "./review-row";

/** A decision that can be applied. */
export interface PlannedDecision {
  readonly figures: AccountFigures;
  readonly typed: TypedRow;
  readonly decision: Decision;
  readonly effect: Effect;
  readonly listedAs: Tier;
  /** Tier in force afterwards: a general account with an open row counts as special (section 7). */
  readonly tierAfter: Tier;
  readonly sheet: string;
  readonly row: number;
}

export interface DecisionPlan {
  readonly toApply: readonly PlannedDecision[];
  readonly stopped: readonly StoppedRow[];
  /** Listed accounts without a decision, now or earlier in this cycle. */
  readonly undecided: number;
  readonly alreadyApplied: number;
}

interface DecisionSources {
  readonly sheets: readonly ReadSheet[];
  readonly model: CardModel;
  readonly labels: Labels;
  readonly reviewer: string;
  /** Account → decision of its newest applied review of this cycle. */
  readonly applied: ReadonlyMap<string, Decision>;
}

interface Entry {
  readonly sheet: ReadSheet;
  readonly row: ReadRow;
}

function entriesByAccount(sheets: readonly ReadSheet[]): Map<string, Entry[]> {
  const entries = new Map<string, Entry[]>();
  for (const sheet of sheets) {
    for (const row of sheet.rows) {
      if (row.gone) continue;
      const { account } = row.typed;
      entries.set(account, [...(entries.get(account) ?? []), { sheet, row }]);
    }
  }
  return entries;
}

/** What stops a row before its decision is even looked at. */
function faultOf({ row }: Entry, all: readonly Entry[], sources: DecisionSources): Issue | null {
  const { typed } = row;
  if (row.mixed) return { code: "review.mixedRow", values: { name: typed.name } };
  if (!sources.model.accounts.has(typed.account)) {
    return { code: "review.unknownAccount", values: { account: typed.account } };
  }
  if (decisionOf(typed.decision, sources.labels) === null) {
    return { code: "review.unknownWord", values: { word: typed.decision } };
  }
  const meanings = new Set(all.map((one) => decisionOf(one.row.typed.decision, sources.labels)));
  if (meanings.size > 1) {
    const sheets = [...new Set(all.map((one) => one.sheet.sheet))].join(", ");
    return { code: "review.twoDecisions", values: { sheets } };
  }
  if (typeof typed.nextCheck === "string")
    return { code: "review.badDate", values: { text: typed.nextCheck } };
  return null;
}

const shown = (name: string, figures: AccountFigures | undefined) => figures?.account.name || name;

function stopped({ sheet, row }: Entry, issue: Issue, sources: DecisionSources): StoppedRow {
  const figures = sources.model.accounts.get(row.typed.account);
  return {
    account: row.typed.account,
    name: shown(row.typed.name, figures),
    sheet: sheet.sheet,
    row: row.row + 1,
    issue,
  };
}

function tierAfterwards(figures: AccountFigures, effect: Effect): Tier {
  const opens = effect.opensWatch || (effect.opensRules && figures.fired.length > 0);
  const watched = opens || (!effect.closesWatch && figures.openWatch.length > 0);
  return effect.tier === "general" && watched ? "special" : effect.tier;
}

/** Rows of one account that hold a decision: two sheets may list it. */
function planAccount(entries: readonly Entry[], sources: DecisionSources): PlannedDecision | StoppedRow[] {
  const faults = entries.flatMap((entry) => {
    const fault = faultOf(entry, entries, sources);
    return fault ? [stopped(entry, fault, sources)] : [];
  });
  if (faults.length > 0) return faults;
  // Of two equal decisions the one with a reason speaks.
  const [entry] = [...entries].sort((a, b) => b.row.typed.reason.length - a.row.typed.reason.length);
  const figures = entry && sources.model.accounts.get(entry.row.typed.account);
  const decision = entry && decisionOf(entry.row.typed.decision, sources.labels);
  if (!entry || !figures || !decision) return [];
  const { typed } = entry.row;
  const verdict = decide({
    decision,
    tier: figures.tierInForce,
    watched: figures.watched,
    reason: typed.reason,
    approver: typed.approver,
    reviewer: sources.reviewer,
  });
  if (!verdict.ok) {
    const values = {
      decision: sources.labels.labelOf("decision", decision),
      tier: sources.labels.labelOf("tier", figures.tierInForce),
    };
    return entries.map((one) => stopped(one, { code: `review.${verdict.code}`, values }, sources));
  }
  const { effect } = verdict;
  const tierAfter = tierAfterwards(figures, effect);
  return {
    figures,
    typed,
    decision,
    effect,
    listedAs: entry.sheet.mark.tier,
    tierAfter,
    sheet: entry.sheet.sheet,
    row: entry.row.row,
  };
}

/** Reads every row of the sheets of one cycle; a row that cannot be applied stops alone. */
export function planDecisions(sources: DecisionSources): DecisionPlan {
  const toApply: PlannedDecision[] = [];
  const stops: StoppedRow[] = [];
  let undecided = 0;
  let alreadyApplied = 0;
  for (const [account, entries] of entriesByAccount(sources.sheets)) {
    const decided = entries.filter((entry) => entry.row.typed.decision !== "");
    const before = sources.applied.get(account);
    if (decided.length === 0) {
      if (before) alreadyApplied += 1;
      else undecided += 1;
      continue;
    }
    // A second click changes nothing: the same decision is known.
    if (before && decided.every((one) => decisionOf(one.row.typed.decision, sources.labels) === before)) {
      alreadyApplied += 1;
      continue;
    }
    const planned = planAccount(decided, sources);
    if (Array.isArray(planned)) stops.push(...planned);
    else toApply.push(planned);
  }
  return { toApply, stopped: stops, undecided, alreadyApplied };
}

export const decisionRow = ({
  figures,
  typed,
  decision,
  listedAs,
  tierAfter,
  sheet,
  row,
}: PlannedDecision): DecisionRow => ({
  account: figures.account.id,
  name: figures.account.name,
  sheet,
  row: row + 1,
  listedAs,
  tierBefore: figures.tierInForce,
  tierAfter,
  decision,
  reason: typed.reason,
});
