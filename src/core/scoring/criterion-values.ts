import type { PurchaseMetrics } from "../figures";
import type { Account, StrategicRatings } from "../records";

/** What an account has of a metric; null is missing. */
export type ReadCriterion = (account: Account, metrics: PurchaseMetrics) => number | null;

const purchaseMetrics = {
  revenue12: ({ revenue12 }) => revenue12,
  purchaseDays12: ({ purchaseDays12 }) => purchaseDays12,
  daysSinceLast: ({ daysSinceLast }) => daysSinceLast,
  months12: ({ months12 }) => months12,
  breadth12: ({ breadth12 }) => breadth12,
  growth180: ({ growth180 }) => growth180,
  profit12: ({ profit12 }) => profit12,
} as const satisfies Readonly<Record<string, (metrics: PurchaseMetrics) => number | null>>;

const ratings: Readonly<Record<keyof StrategicRatings, (ratings: StrategicRatings) => number | null>> = {
  marketPosition: ({ marketPosition }) => marketPosition,
  influence: ({ influence }) => influence,
  reputation: ({ reputation }) => reputation,
  potential: ({ potential }) => potential,
  fit: ({ fit }) => fit,
  complexity: ({ complexity }) => complexity,
};

/** Metric ids that Criteria may name, beside the strategic ratings and the user's own Accounts columns. */
export const purchaseMetricIds = keysOf(purchaseMetrics);
export const ratingIds = keysOf(ratings);

/**
 * How a metric of Criteria is read. An account that never bought has none of the purchase metrics: its revenue is
 * unknown to the score, not zero. A name nothing answers to is missing as well.
 */
export function criterionReader(metric: string): ReadCriterion {
  if (isOneOf(purchaseMetricIds, metric)) {
    const read = purchaseMetrics[metric];
    return (_, metrics) => (metrics.lastPurchase === null ? null : read(metrics));
  }
  if (isOneOf(ratingIds, metric)) {
    const read = ratings[metric];
    return (account) => read(account.ratings);
  }
  return ({ numbers }) => (Object.hasOwn(numbers, metric) ? (numbers[metric] ?? null) : null);
}

function isOneOf<Id extends string>(ids: readonly Id[], id: string): id is Id {
  return ids.some((known) => known === id);
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(table) as Key[];
}
