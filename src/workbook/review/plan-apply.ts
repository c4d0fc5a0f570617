/** From planned decisions to items and their Reviews rows: everything drawn and fixed before the first write. */
import type { WatchKind } from "../../core/records";
import { watchKinds } from "../../core/records";
import type { Desk } from "../desk";
import { drawId } from "../row-ids";
import { textsFor } from "../../locales/texts";
import type { CardModel } from "../../core/figures";
import { auditEntries } from "./review-audit";
import { ruleWords } from "./cause-words";
import type { PlannedDecision } from "./plan-decisions";
import {
  frozenFigures,
  frozenText,
  type AccountCells,
  type ClosedWatch,
  type OpenedWatch,
  type ReviewItem,
  type ReviewRowValues,
} from "./review-item";
import type { HeldReviews } from "./review-state";
import type { SheetContext } from "./sheet-context";

export interface PlannedApply {
  readonly items: readonly ReviewItem[];
  readonly rows: readonly ReviewRowValues[];
}

interface Draft {
  readonly desk: Desk;
  readonly held: HeldReviews;
  readonly model: CardModel;
  readonly cycle: string;
  /** As-of date of the cycle: what "last review" becomes. */
  readonly asOf: number;
  readonly made: ReviewItem["made"];
  readonly words: Pick<SheetContext, "texts" | "labels">;
  readonly takenWatch: Set<string>;
  readonly takenReviews: Set<string>;
  readonly takenAudit: Set<string>;
}

/** A kind named at the beginning of the reason ("dispute: late delivery"), else "abnormal". */
function kindInReason(reason: string, { words }: Draft): WatchKind {
  const start = reason.trim().toLowerCase();
  const named = watchKinds.find((kind) =>
    start.startsWith(words.labels.labelOf("watchKind", kind).toLowerCase()),
  );
  return named ?? "abnormal";
}

/** Kinds to open with their details: what fires, and what a person wants watched; one row per kind while open. */
function openedWatch(planned: PlannedDecision, draft: Draft): OpenedWatch[] {
  const { figures, effect, typed } = planned;
  const open = new Set(figures.openWatch.map((entry) => entry.kind));
  const details = new Map<WatchKind, string[]>();
  for (const rule of effect.opensRules || effect.opensWatch ? figures.fired : []) {
    if (!open.has(rule.kind))
      details.set(rule.kind, [...(details.get(rule.kind) ?? []), ruleWords(rule, draft.words)]);
  }
  if (effect.opensWatch && details.size === 0) {
    const kind = kindInReason(typed.reason, draft);
    if (!open.has(kind)) details.set(kind, []);
  }
  return [...details].map(([kind, words]): OpenedWatch => {
    const detail = words.join(draft.words.texts("sheets:review.between"));
    return {
      id: drawId("WAT", draft.desk.today(), () => draft.desk.chance(), draft.takenWatch),
      kind,
      cause: effect.opensWatch ? typed.reason : detail,
      detail,
      measure: typed.nextStep,
      owner: figures.account.owner,
      nextCheck: typeof typed.nextCheck === "number" ? typed.nextCheck : null,
      valueAtStake: Math.round(figures.metrics.revenue12 * 100) / 100,
    };
  });
}

function closedWatch(planned: PlannedDecision, { held, asOf }: Draft): ClosedWatch[] {
  if (!planned.effect.closesWatch) return [];
  const { id } = planned.figures.account;
  return held.watchlist.rows
    .map((row) => row.values)
    .filter(
      (row) =>
        row.account === id && (row.since ?? asOf) <= asOf && (row.closed === null || row.closed > asOf),
    )
    .map(({ id: watch, closed, lesson, changedBy, changedAt }) => ({
      id: watch,
      closed,
      lesson,
      changedBy,
      changedAt,
    }));
}

function itemFor(planned: PlannedDecision, before: AccountCells, draft: Draft): ReviewItem {
  const { desk, cycle, asOf, made } = draft;
  const { figures, effect, decision, typed } = planned;
  const item = {
    id: drawId("REV", desk.today(), () => desk.chance(), draft.takenReviews),
    account: figures.account.id,
    cycle,
    at: desk.now(),
    reviewer: desk.author(),
    asOf,
    decision,
    reason: typed.reason,
    before,
    after: {
      tier: effect.tier,
      lastReview: asOf,
      strategy: effect.exits ? ("exit" as const) : before.strategy,
      changedBy: desk.author(),
      changedAt: desk.now(),
    },
    opens: openedWatch(planned, draft),
    closes: closedWatch(planned, draft),
    made,
  };
  const audit = auditEntries(draft.held, item).map(() =>
    drawId("AUD", desk.today(), () => desk.chance(), draft.takenAudit),
  );
  return { ...item, audit };
}

function rowFor(item: ReviewItem, { figures, typed, tierAfter }: PlannedDecision): ReviewRowValues {
  return {
    id: item.id,
    account: item.account,
    cycle: item.cycle,
    reviewedAt: item.at,
    reviewer: item.reviewer,
    informationChecked: null,
    recordsChecked: null,
    strategyChecked: null,
    tierBefore: figures.tierInForce,
    proposed: figures.proposedTier,
    decision: item.decision,
    tierAfter,
    reason: typed.reason,
    approver: typed.approver,
    state: "pending",
    frozen: frozenText(frozenFigures(figures, typed.nextStep), item),
    createdBy: item.reviewer,
    createdAt: item.at,
    changedBy: "",
    changedAt: null,
  };
}

/** Items and rows in the order of the sheets; accounts without a row in the table any more are left out. */
export function planApply(
  desk: Desk,
  held: HeldReviews,
  model: CardModel,
  cycle: { readonly id: string; readonly asOf: number },
  decisions: readonly PlannedDecision[],
  made: ReviewItem["made"],
): PlannedApply {
  const draft: Draft = {
    desk,
    held,
    model,
    cycle: cycle.id,
    asOf: cycle.asOf,
    made,
    words: { texts: textsFor(held.book.language), labels: held.book.dialect.labels },
    takenWatch: new Set(held.watchlist.rows.map((row) => row.values.id)),
    takenAudit: new Set(held.audit.rows.map((row) => row.values.id)),
    takenReviews: new Set(held.reviews.rows.map((row) => row.values.id)),
  };
  const stored = new Map(held.accounts.rows.map((row) => [row.values.id, row.values]));
  const items: ReviewItem[] = [];
  const rows: ReviewRowValues[] = [];
  for (const planned of decisions) {
    const account = stored.get(planned.figures.account.id);
    if (!account) continue;
    const { tier, lastReview, strategy, changedBy, changedAt } = account;
    const item = itemFor(planned, { tier, lastReview, strategy, changedBy, changedAt }, draft);
    items.push(item);
    rows.push(rowFor(item, planned));
  }
  return { items, rows };
}
