import { edate } from "../calendar/days";
import {
  buyingDays,
  purchaseDaysByAccount,
  type PurchaseColumns,
  type PurchaseDays,
} from "../purchases/purchase-groups";
import { midRankBins, percentileBins } from "../statistics/order-statistics";
import type { Day, Money } from "../units";
import { rfmSegment, type RfmSegment } from "./rfm-segments";

export interface RfmRow {
  readonly id: string;
  /** Days since the last day with a positive net amount. */
  readonly recency: number;
  /** Days with a positive net amount. */
  readonly frequency: number;
  /** Net amount, refunds taken off. */
  readonly monetary: Money;
  /** 1 … bins; 5 of 5 bought last, most often, most. */
  readonly r: number;
  readonly f: number;
  readonly m: number;
  readonly code: string;
  readonly segment: RfmSegment;
}

export interface RfmOptions {
  readonly bins: number;
  /** 0 = all history. */
  readonly months: number;
  readonly ties: "mid" | "cut";
}

/**
 * Recency, frequency and money of every account with a purchase in the window, scored against each other; by money
 * descending, then id. Equal figures get equal scores whatever the order of the rows. An account of refunds alone is
 * left out: it has no day of purchase.
 */
export function rfmTable(
  purchases: PurchaseColumns,
  asOf: Day,
  { bins, months, ties }: RfmOptions,
): RfmRow[] {
  const from = months === 0 ? -Infinity : edate(asOf, -months);
  const figures = purchaseDaysByAccount(purchases, asOf, from)
    .map((account) => figuresOf(account, asOf))
    .filter((row) => row !== null);
  const scoresOf = (values: readonly number[]): number[] =>
    ties === "mid" ? midRankBins(values, bins) : percentileBins(values, bins);
  const recency = figures.map((row) => row.recency);
  const r =
    ties === "mid" ? scoresOf(recency.map((days) => -days)) : scoresOf(recency).map((bin) => bins + 1 - bin);
  const f = scoresOf(figures.map((row) => row.frequency));
  const m = scoresOf(figures.map((row) => row.monetary));
  return figures
    .map((row, index) => scored(row, [r[index] ?? 1, f[index] ?? 1, m[index] ?? 1], bins))
    .sort((a, b) => b.monetary - a.monetary || (a.id < b.id ? -1 : 1));
}

type Figures = Pick<RfmRow, "id" | "recency" | "frequency" | "monetary">;

function figuresOf(account: PurchaseDays, asOf: Day): Figures | null {
  const bought = buyingDays(account);
  const last = bought.at(-1);
  if (last === undefined) return null;
  const monetary = account.nets.reduce((total, net) => total + net, 0);
  return { id: account.id, recency: asOf - last, frequency: bought.length, monetary };
}

function scored(row: Figures, [r, f, m]: readonly [number, number, number], bins: number): RfmRow {
  return { ...row, r, f, m, code: [r, f, m].join(bins > 9 ? "-" : ""), segment: rfmSegment(r, f, bins) };
}
