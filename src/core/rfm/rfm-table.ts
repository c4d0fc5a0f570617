import { edate } from "../calendar/days";
import { purchaseDaysByAccount, type PurchaseColumns, type PurchaseDays } from "../purchases/purchase-groups";
import { descendingOrder } from "../statistics/descending-order";
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
export function rfmTable(purchases: PurchaseColumns, asOf: Day, options: RfmOptions): RfmRow[] {
  const { bins, months } = options;
  const from = months === 0 ? -Infinity : edate(asOf, -months);
  const { ids, recency, frequency, monetary } = figuresOf(purchaseDaysByAccount(purchases, asOf, from), asOf);
  const r = recencyScores(recency, options);
  const f = scoresOf(frequency, options);
  const m = scoresOf(monetary, options);
  const codes = new Codes(bins);
  return Array.from(descendingOrder(monetary, ids).rows, (row): RfmRow => {
    const scores = { r: r[row] ?? 1, f: f[row] ?? 1, m: m[row] ?? 1 };
    return {
      id: ids[row] ?? "",
      recency: recency[row] ?? 0,
      frequency: frequency[row] ?? 0,
      monetary: monetary[row] ?? 0,
      ...scores,
      code: codes.of(scores),
      segment: rfmSegment(scores.r, scores.f, bins),
    };
  });
}

/** Columns with a row for each account that bought at all. */
function figuresOf({ places, starts, days, nets }: PurchaseDays, asOf: Day) {
  const ids: string[] = [];
  const recency = new Int32Array(places.size);
  const frequency = new Int32Array(places.size);
  const monetary = new Float64Array(places.size);
  for (const [id, place] of places) {
    const end = starts[place + 1] ?? 0;
    let last: Day | null = null;
    let bought = 0;
    let money = 0;
    for (let at = starts[place] ?? 0; at < end; at += 1) {
      const net = nets[at] ?? 0;
      money += net;
      if (net <= 0) continue;
      bought += 1;
      last = days[at] ?? 0;
    }
    if (last === null) continue;
    recency[ids.length] = asOf - last;
    frequency[ids.length] = bought;
    monetary[ids.length] = money;
    ids.push(id);
  }
  const count = ids.length;
  return {
    ids,
    recency: recency.subarray(0, count),
    frequency: frequency.subarray(0, count),
    monetary: monetary.subarray(0, count),
  };
}

const scoresOf = (values: ArrayLike<number>, { bins, ties }: RfmOptions): number[] =>
  ties === "mid" ? midRankBins(values, bins) : percentileBins(values, bins);

/** The fewer days ago the higher. */
function recencyScores(recency: Int32Array, options: RfmOptions): number[] {
  if (options.ties === "mid")
    return scoresOf(
      recency.map((days) => -days),
      options,
    );
  return scoresOf(recency, options).map((bin) => options.bins + 1 - bin);
}

/** The three scores as one text, written once for each combination. */
class Codes {
  private readonly known = new Map<number, string>();

  constructor(private readonly bins: number) {}

  of({ r, f, m }: Pick<RfmRow, "r" | "f" | "m">): string {
    const key = (r * (this.bins + 1) + f) * (this.bins + 1) + m;
    const code = this.known.get(key) ?? (this.bins > 9 ? `${r}-${f}-${m}` : `${r}${f}${m}`);
    this.known.set(key, code);
    return code;
  }
}
