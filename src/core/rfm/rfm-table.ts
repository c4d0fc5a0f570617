import { edate } from "../calendar/days";
import { purchaseDaysByAccount, type PurchaseColumns, type PurchaseDays } from "../purchases/purchase-groups";
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
    .map((row, index) => scored(row, r[index] ?? 1, f[index] ?? 1, m[index] ?? 1, bins))
    .sort((a, b) => b.monetary - a.monetary || (a.id < b.id ? -1 : 1));
}

type Figures = Pick<RfmRow, "id" | "recency" | "frequency" | "monetary">;

function figuresOf({ id, days, nets }: PurchaseDays, asOf: Day): Figures | null {
  let last: Day | null = null;
  let frequency = 0;
  let monetary = 0;
  for (let at = 0; at < days.length; at += 1) {
    const net = nets[at] ?? 0;
    monetary += net;
    if (net <= 0) continue;
    frequency += 1;
    last = days[at] ?? last;
  }
  return last === null ? null : { id, recency: asOf - last, frequency, monetary };
}

function scored(
  { id, recency, frequency, monetary }: Figures,
  r: number,
  f: number,
  m: number,
  bins: number,
): RfmRow {
  const code = bins > 9 ? `${r}-${f}-${m}` : `${r}${f}${m}`;
  return { id, recency, frequency, monetary, r, f, m, code, segment: rfmSegment(r, f, bins) };
}
