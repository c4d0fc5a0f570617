import type { CardModel, PurchaseMetrics } from "../figures";
import type { CardRecords, CardSettings, Criterion, Purchase } from "../records";
import type { Day } from "../units";
import { buildCardModel } from "../card-model";
import { countPurchases } from "../purchases/counted-purchases";
import { median, percentileInclusive, toSignificantDigits } from "../statistics/order-statistics";

/** Metrics whose high bound is the 95th percentile of the accounts, or groups, that are scored and have any. */
type PercentileMetric = "revenue12" | "purchaseDays12" | "profit12";

const mostCategories = 10;

/** Bounds as the portfolio itself suggests them; null where it holds too little to say. Money to two digits. */
export interface BoundsProposal {
  /** New high bound by metric id. */
  readonly highs: Readonly<Record<PercentileMetric | "breadth12", number | null>>;
  /** Median 12-month revenue of the accounts with any; watch rules look at each account, also in a group. */
  readonly watchMinimum: number | null;
  /** Twice the portfolio's own half-year ratio. */
  readonly growingRatio: number | null;
}

/** Never applied silently: set-up with the sample writes it, otherwise a person is shown old and new first. */
export const proposeBounds = (records: CardRecords, today: Day): BoundsProposal =>
  boundsOfModel(buildCardModel(records, today), records.purchases);

/** The same from figures that are there already, and the purchases they were made from. */
export function boundsOfModel(model: CardModel, purchases: readonly Purchase[]): BoundsProposal {
  const places = new Map(model.order.map((id, place) => [id, place]));
  const { breadth } = countPurchases(purchases, places, model.asOf);
  const all = [...model.accounts.values()];
  const own = all.map(({ metrics }) => metrics);
  // A group that is scored as one counts once, by the purchases it is scored by.
  const scored = new Map(
    all.map(
      ({ account, group, metrics }) => [group?.top.id ?? account.id, group?.metrics ?? metrics] as const,
    ),
  );
  const percentile = (metric: PercentileMetric): number | null =>
    twoDigits(
      percentileInclusive(
        positive([...scored.values()], (metrics) => metrics[metric] ?? 0),
        0.95,
      ),
    );
  return {
    highs: {
      revenue12: percentile("revenue12"),
      purchaseDays12: percentile("purchaseDays12"),
      profit12: percentile("profit12"),
      breadth12: breadth === 0 ? null : Math.min(mostCategories, breadth),
    },
    watchMinimum: twoDigits(median(positive(own, ({ revenue12 }) => revenue12))),
    growingRatio: portfolioRatio(model),
  };
}

/** Criteria and settings with the proposed bounds in place; whatever has no proposal keeps its value. */
export function withBounds(
  proposal: BoundsProposal,
  criteria: readonly Criterion[],
  settings: CardSettings,
): { criteria: Criterion[]; settings: CardSettings } {
  const highs = new Map<string, number | null>(Object.entries(proposal.highs));
  return {
    criteria: criteria.map((criterion) => ({
      ...criterion,
      high: highs.get(criterion.metric) ?? criterion.high,
    })),
    settings: {
      ...settings,
      watchMinimum: proposal.watchMinimum ?? settings.watchMinimum,
      growingRatio: proposal.growingRatio ?? settings.growingRatio,
    },
  };
}

const positive = (
  all: readonly PurchaseMetrics[],
  valueOf: (metrics: PurchaseMetrics) => number,
): readonly number[] => all.map(valueOf).filter((value) => value > 0);

function portfolioRatio(model: CardModel): number | null {
  let now = 0;
  let before = 0;
  for (const { metrics } of model.accounts.values()) {
    now += metrics.amount180;
    before += metrics.amount180Before;
  }
  return now > 0 && before > 0 ? toSignificantDigits((2 * now) / before, 2) : null;
}

function twoDigits(value: number | null): number | null {
  return value === null ? null : toSignificantDigits(value, 2);
}
