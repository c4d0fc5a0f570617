import type { PurchaseMetrics } from "../figures";
import type { Account, StrategicRatings } from "../records";

/** Metric ids that Criteria may name, beside the strategic ratings and the user's own Accounts columns. */
export const purchaseMetricIds = [
  "revenue12",
  "purchaseDays12",
  "daysSinceLast",
  "months12",
  "breadth12",
  "growth180",
  "profit12",
] as const;

export const ratingIds = [
  "marketPosition",
  "influence",
  "reputation",
  "potential",
  "fit",
  "complexity",
] as const satisfies readonly (keyof StrategicRatings)[];

/**
 * What an account has of a metric; null is missing. An account that never bought has none of the purchase metrics:
 * its revenue is unknown to the score, not zero. A name nothing answers to is missing as well.
 */
export function criterionValue(account: Account, metrics: PurchaseMetrics, metric: string): number | null {
  if (isOneOf(purchaseMetricIds, metric)) return metrics.lastPurchase === null ? null : metrics[metric];
  if (isOneOf(ratingIds, metric)) return account.ratings[metric];
  return account.numbers[metric] ?? null;
}

function isOneOf<Id extends string>(ids: readonly Id[], id: string): id is Id {
  return ids.some((known) => known === id);
}
