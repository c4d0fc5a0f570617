import type { Account, StrategicRatings } from "../records";
import type { MetricColumns } from "../purchases/metric-columns";

/** What an axis is scored by: accounts, and the purchase figures that stand for each of them. */
export interface ScoreBasis {
  /** Ratings and the user's own columns are read from here, by place. */
  readonly accounts: readonly Account[];
  readonly columns: MetricColumns;
  /** Where in `columns` each account finds its figures; null = at its own place. */
  readonly places: Int32Array | null;
}

/** Metric ids that Criteria may name, beside the strategic ratings and the user's own Accounts columns. */
export const purchaseMetricIds = [
  "revenue12",
  "purchaseDays12",
  "daysSinceLast",
  "months12",
  "breadth12",
  "growth180",
  "profit12",
] as const satisfies readonly (keyof MetricColumns)[];

export const ratingIds = [
  "marketPosition",
  "influence",
  "reputation",
  "potential",
  "fit",
  "complexity",
] as const satisfies readonly (keyof StrategicRatings)[];

/**
 * What an account has of a metric; NaN is missing. One that never bought has none of the purchase metrics: its revenue
 * is unknown to the score, not zero. A name nothing answers to is missing as well.
 */
export function criterionValue(metric: string, basis: ScoreBasis, place: number): number {
  if (isOneOf(purchaseMetricIds, metric)) return figureOfBuyer(basis.columns[metric], basis, place);
  return factReader(metric)(basis.accounts[place]) ?? Number.NaN;
}

/** The same of all accounts, by place. */
export function criterionValues(metric: string, basis: ScoreBasis): Float64Array {
  const found = new Float64Array(basis.accounts.length);
  if (isOneOf(purchaseMetricIds, metric)) {
    const column = basis.columns[metric];
    for (let place = 0; place < found.length; place += 1) found[place] = figureOfBuyer(column, basis, place);
  } else {
    const read = factReader(metric);
    for (let place = 0; place < found.length; place += 1)
      found[place] = read(basis.accounts[place]) ?? Number.NaN;
  }
  return found;
}

function figureOfBuyer(column: Float64Array, { columns, places }: ScoreBasis, place: number): number {
  const at = places?.[place] ?? place;
  return Number.isNaN(columns.lastPurchase[at]) ? Number.NaN : (column[at] ?? Number.NaN);
}

/** How a rating or a column of the user's own is read. */
function factReader(metric: string): (account: Account | undefined) => number | null | undefined {
  if (isOneOf(ratingIds, metric)) return (account) => account?.ratings[metric];
  return (account) => (account && Object.hasOwn(account.numbers, metric) ? account.numbers[metric] : null);
}

function isOneOf<Id extends string>(ids: readonly Id[], id: string): id is Id {
  return (ids as readonly string[]).includes(id);
}
