import type { FiredRule, PurchaseMetrics, WatchRule } from "../figures";
import type { CardSettings } from "../records";
import type { Day } from "../units";

/** What the facts of all accounts are relative to. */
export interface WatchDay {
  readonly asOf: Day;
  /** The workbook's purchases reach back 360 days or more. */
  readonly fullHistory360: boolean;
}

/** Contact with an account. */
export interface Contacted {
  /** Days since the last completed contact. */
  readonly silence: number;
  /** Days without contact the account's cadence allows. */
  readonly limit: number;
}

type WatchSettings = Pick<CardSettings, "watchMinimum" | "growingRatio">;

/** A fall of 30 % or more is a sign; compared with a tolerance, as 0.7 is not exact in binary. */
const fall = 0.3;
const tolerance = 1e-9;

/** In the order of their table in section 8. */
const rules: readonly WatchRule[] = ["lost", "churn", "decline", "growing", "silence"];
const bitOf = { lost: 1, churn: 2, decline: 4, growing: 8, silence: 16 } as const;

/** The automatic rules of section 8 that fire for an account, as bits; `firedRules` tells them with their evidence. */
export function firing(
  metrics: PurchaseMetrics,
  tooSilent: boolean,
  day: WatchDay,
  settings: WatchSettings,
): number {
  const silent = tooSilent ? bitOf.silence : 0;
  if (Math.max(metrics.revenue12, metrics.revenueBefore) < settings.watchMinimum) return silent;
  const gone = isLost(metrics) ? bitOf.lost : isChurning(metrics) ? bitOf.churn : 0;
  const declining = isDeclining(metrics, settings) ? bitOf.decline : 0;
  const growing = isGrowing(metrics, day, settings) ? bitOf.growing : 0;
  return gone | declining | growing | silent;
}

/** The rules that fire with what their sentences need. */
export function firedRules(
  bits: number,
  metrics: PurchaseMetrics,
  contacted: Contacted,
  settings: WatchSettings,
): readonly FiredRule[] {
  return rules
    .filter((rule) => bits & bitOf[rule])
    .map((rule) => ({ rule, kind: kindOf[rule], evidence: evidenceOf(rule, metrics, contacted, settings) }));
}

const kindOf = {
  lost: "lost",
  churn: "churn-sign",
  decline: "churn-sign",
  growing: "growing",
  silence: "abnormal",
} as const satisfies Record<WatchRule, FiredRule["kind"]>;

const lostAfter = (medianInterval: number): number => Math.max(90, 3 * medianInterval);

function isLost({ purchaseDays24, daysSinceLast, medianInterval }: PurchaseMetrics): boolean {
  if (purchaseDays24 < 3 || daysSinceLast === null || medianInterval === null) return false;
  return daysSinceLast > lostAfter(medianInterval);
}

function isChurning(metrics: PurchaseMetrics): boolean {
  const { daysSinceLast, medianInterval, days90, days90Before, amount90, amount90Before } = metrics;
  if (daysSinceLast === null || medianInterval === null || daysSinceLast < 2 * medianInterval) return false;
  const fewerDays = days90Before >= 2 && change(days90, days90Before) <= -fall + tolerance;
  return fewerDays || (amount90Before > 0 && change(amount90, amount90Before) <= -fall + tolerance);
}

function isDeclining(
  { revenue12, revenueBefore }: PurchaseMetrics,
  { watchMinimum }: WatchSettings,
): boolean {
  return revenueBefore >= watchMinimum && revenueBefore > 0 && revenue12 <= revenueBefore / 2;
}

function isGrowing(
  { amount180: now, amount180Before: before, firstPurchase }: PurchaseMetrics,
  { asOf, fullHistory360 }: WatchDay,
  { watchMinimum, growingRatio }: WatchSettings,
): boolean {
  if (!fullHistory360 || firstPurchase === null || asOf - firstPurchase < 360) return false;
  // Nothing in the half-year before has no ratio, but is growth all the same.
  return now >= watchMinimum && (before <= 0 || now / before >= growingRatio);
}

function evidenceOf(
  rule: WatchRule,
  metrics: PurchaseMetrics,
  { silence, limit }: Contacted,
  { growingRatio }: WatchSettings,
): FiredRule["evidence"] {
  const days = metrics.daysSinceLast ?? 0;
  const usual = metrics.medianInterval ?? 0;
  switch (rule) {
    case "lost":
      return { days, limit: lostAfter(usual), usual };
    case "churn": {
      const { amount90: now, amount90Before: before, days90: daysNow, days90Before: daysBefore } = metrics;
      return { days, usual, now, before, daysNow, daysBefore };
    }
    case "decline": {
      const { revenue12: now, revenueBefore: before } = metrics;
      return { now, before, ratio: now / before };
    }
    case "growing": {
      const { amount180: now, amount180Before: before } = metrics;
      return { now, before, ...(before > 0 ? { ratio: now / before } : {}), limit: growingRatio };
    }
    case "silence":
      return { days: silence, limit };
  }
}

function change(now: number, before: number): number {
  return now / before - 1;
}
