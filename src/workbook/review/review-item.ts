/**
 * One applied decision with everything needed to finish it or to take it back: what stood before, what shall
 * stand after, which Watchlist rows it opens and closes. It travels in the Reviews row itself ("frozen figures"),
 * so that a pending Apply can be finished in another session and on another machine.
 */
import type { AccountFigures } from "../../core/figures";
import type { WatchKind } from "../../core/records";
import type { Day, Tier } from "../../core/units";
import type { Decision } from "../card";
import type { Schema } from "../schema/schema";
import type { RowOf } from "../schema/table";

export type ReviewRowValues = RowOf<Schema["reviews"]>;

export interface AccountCells {
  readonly tier: Tier | "";
  readonly lastReview: Day | null;
  readonly strategy: RowOf<Schema["accounts"]>["strategy"];
  readonly changedBy: string;
  readonly changedAt: number | null;
}

export interface OpenedWatch {
  readonly id: string;
  readonly kind: WatchKind;
  readonly cause: string;
  readonly detail: string;
  readonly measure: string;
  readonly owner: string;
  readonly nextCheck: Day | null;
  readonly valueAtStake: number;
}

/** What stood in a Watchlist row before it was closed. */
export interface ClosedWatch {
  readonly id: string;
  /** A day ahead, or null. */
  readonly closed: Day | null;
  readonly lesson: string;
  readonly changedBy: string;
  readonly changedAt: number | null;
}

export interface ReviewItem {
  readonly id: string;
  readonly account: string;
  readonly cycle: string;
  readonly at: number;
  readonly reviewer: string;
  readonly asOf: Day;
  readonly decision: Decision;
  readonly reason: string;
  readonly before: AccountCells;
  readonly after: AccountCells;
  readonly opens: readonly OpenedWatch[];
  readonly closes: readonly ClosedWatch[];
  /** Ids of its rows in the audit trail. */
  readonly audit: readonly string[];
  /** Tables this Apply made because they were not there: taking it back removes them again. */
  readonly made: readonly ("reviews" | "watchlist" | "audit")[];
}

/** Figures of the day, kept with the decision (S33). */
interface FrozenFigures {
  readonly score: number | null;
  readonly revenue12: number;
  readonly revenueBefore: number;
  readonly purchaseDays12: number;
  readonly daysSinceLast: number | null;
  readonly rules: readonly string[];
  readonly nextStep: string;
}

export function frozenFigures(figures: AccountFigures, nextStep: string): FrozenFigures {
  const { metrics, economic, fired } = figures;
  const cents = (amount: number) => Math.round(amount * 100) / 100;
  return {
    score: economic.score === null ? null : cents(economic.score),
    revenue12: cents(metrics.revenue12),
    revenueBefore: cents(metrics.revenueBefore),
    purchaseDays12: metrics.purchaseDays12,
    daysSinceLast: metrics.daysSinceLast,
    rules: fired.map(({ rule }) => rule),
    nextStep,
  };
}

type Plan = Pick<ReviewItem, "asOf" | "before" | "after" | "opens" | "closes" | "audit" | "made">;

export const frozenText = (
  figures: FrozenFigures,
  { asOf, before, after, opens, closes, audit, made }: Plan,
): string => JSON.stringify({ ...figures, apply: { asOf, before, after, opens, closes, audit, made } });

function isPlan(value: unknown): value is Plan {
  return (
    typeof value === "object" &&
    value !== null &&
    "asOf" in value &&
    "before" in value &&
    "after" in value &&
    "opens" in value &&
    Array.isArray(value.opens) &&
    "closes" in value &&
    Array.isArray(value.closes) &&
    "audit" in value &&
    Array.isArray(value.audit) &&
    "made" in value &&
    Array.isArray(value.made)
  );
}

function planIn(text: string): Plan | null {
  try {
    const parsed: unknown = JSON.parse(text);
    const plan = typeof parsed === "object" && parsed !== null && "apply" in parsed ? parsed.apply : null;
    return isPlan(plan) ? plan : null;
  } catch (error) {
    // Cut or edited by hand: the row is reported as one that nobody can finish.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The item a Reviews row stands for; null where the row was half written or edited. */
export function itemOf(row: ReviewRowValues): ReviewItem | null {
  const plan = planIn(row.frozen);
  if (!plan || row.id === "" || row.decision === "") return null;
  return {
    ...plan,
    id: row.id,
    account: row.account,
    cycle: row.cycle,
    at: row.reviewedAt ?? 0,
    reviewer: row.reviewer,
    decision: row.decision,
    reason: row.reason,
  };
}
