import type { FiredRule, PurchaseMetrics } from "../figures";
import type { CardSettings } from "../records";

export interface WatchFacts {
  readonly metrics: PurchaseMetrics;
  /** Days since the last completed contact; null if never. */
  readonly silence: number | null;
  /** Days without contact the account's cadence allows. */
  readonly silenceLimit: number;
  /** The workbook's purchases reach back 360 days or more. */
  readonly fullHistory360: boolean;
  /** Days since the account's first purchase day; null if it never bought. */
  readonly customerFor: number | null;
}

type WatchSettings = Pick<CardSettings, "watchMinimum" | "growingRatio" | "silenceWatches">;

/** A fall of 30 % or more is a sign; compared with a tolerance, as 0.7 is not exact in binary. */
const fall = 0.3;
const tolerance = 1e-9;

/** The automatic rules of section 8 that fire for an account, in the order of their table. */
export function firedRules(facts: WatchFacts, settings: WatchSettings): readonly FiredRule[] {
  const { metrics } = facts;
  const counts = Math.max(metrics.revenue12, metrics.revenueBefore) >= settings.watchMinimum;
  const lost = counts ? lostRule(metrics) : null;
  const churn = counts && lost === null ? churnRule(metrics) : null;
  const decline = counts ? declineRule(metrics, settings) : null;
  const growing = counts ? growingRule(facts, settings) : null;
  const silent = settings.silenceWatches ? silenceRule(facts) : null;
  if (!lost && !churn && !decline && !growing && !silent) return none;
  return [lost, churn, decline, growing, silent].filter((rule) => rule !== null);
}

/** What most accounts have. */
const none: readonly FiredRule[] = [];

function lostRule({ purchaseDays24, daysSinceLast, medianInterval }: PurchaseMetrics): FiredRule | null {
  if (purchaseDays24 < 3 || daysSinceLast === null || medianInterval === null) return null;
  const limit = Math.max(90, 3 * medianInterval);
  if (daysSinceLast <= limit) return null;
  return { rule: "lost", kind: "lost", evidence: { days: daysSinceLast, limit, usual: medianInterval } };
}

function churnRule(metrics: PurchaseMetrics): FiredRule | null {
  const { daysSinceLast, medianInterval, days90, days90Before, amount90, amount90Before } = metrics;
  if (daysSinceLast === null || medianInterval === null || daysSinceLast < 2 * medianInterval) return null;
  const fewerDays = days90Before >= 2 && change(days90, days90Before) <= -fall + tolerance;
  const lessMoney = amount90Before > 0 && change(amount90, amount90Before) <= -fall + tolerance;
  if (!fewerDays && !lessMoney) return null;
  const evidence = {
    days: daysSinceLast,
    usual: medianInterval,
    now: amount90,
    before: amount90Before,
    daysNow: days90,
    daysBefore: days90Before,
  };
  return { rule: "churn", kind: "churn-sign", evidence };
}

function declineRule(
  { revenue12, revenueBefore }: PurchaseMetrics,
  { watchMinimum }: WatchSettings,
): FiredRule | null {
  if (revenueBefore < watchMinimum || revenueBefore <= 0 || revenue12 > revenueBefore / 2) return null;
  const evidence = { now: revenue12, before: revenueBefore, ratio: revenue12 / revenueBefore };
  return { rule: "decline", kind: "churn-sign", evidence };
}

function growingRule(facts: WatchFacts, { watchMinimum, growingRatio }: WatchSettings): FiredRule | null {
  const { amount180: now, amount180Before: before } = facts.metrics;
  if (!facts.fullHistory360 || facts.customerFor === null || facts.customerFor < 360) return null;
  if (now < watchMinimum) return null;
  // Nothing in the half-year before has no ratio, but is growth all the same.
  if (before <= 0)
    return { rule: "growing", kind: "growing", evidence: { now, before, limit: growingRatio } };
  if (now / before < growingRatio) return null;
  const evidence = { now, before, ratio: now / before, limit: growingRatio };
  return { rule: "growing", kind: "growing", evidence };
}

function silenceRule({ silence, silenceLimit }: WatchFacts): FiredRule | null {
  if (silence === null || silence <= silenceLimit) return null;
  return { rule: "silence", kind: "abnormal", evidence: { days: silence, limit: silenceLimit } };
}

function change(now: number, before: number): number {
  return now / before - 1;
}
