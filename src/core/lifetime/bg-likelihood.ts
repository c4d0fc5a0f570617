import { digamma, logGamma } from "../statistics/special-functions";
import type { HistoryGroups } from "./history-groups";

/** One customer as BTYD sums it up; times in any one unit. */
export interface BuyingHistory {
  /** Repeat purchases. */
  readonly x: number;
  /** First to last purchase. */
  readonly tx: number;
  /** First purchase to the as-of day. */
  readonly T: number;
}

export interface BgParameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/**
 * Log-likelihood of BG/NBD (Fader, Hardie & Lee 2005) and its gradient by r, α, a, b. Sums of powers are taken in
 * logarithms, so that long histories neither vanish nor overflow.
 */
export function bgLikelihood(groups: HistoryGroups, parameters: BgParameters) {
  const { r, alpha, a, b } = parameters;
  let value = 0;
  const gradient: [number, number, number, number] = [0, 0, 0, 0];
  const [logR, psiR, psiAB, psiB] = [logGamma(r), digamma(r), digamma(a + b), digamma(b)];
  const logAB = logGamma(a + b) - logGamma(b);
  const logAlpha = Math.log(alpha);
  const times = timesBeyond(groups, alpha);
  groups.xs.forEach((x, at) => {
    const sums = sumsOf(groups, at, x, parameters, times);
    const level = logGamma(r + x) - logR + r * logAlpha + logAB + logGamma(b + x) - logGamma(a + b + x);
    const psiABX = digamma(a + b + x);
    value += sums.customers * level + sums.value;
    gradient[0] += sums.customers * (digamma(r + x) - psiR + logAlpha) - sums.logs;
    gradient[1] += (sums.customers * r) / alpha - (r + x) * sums.inverses;
    gradient[2] += sums.customers * (psiAB - psiABX) + sums.left / a;
    if (x > 0)
      gradient[3] += sums.customers * (psiAB + digamma(b + x) - psiB - psiABX) - sums.left / (b + x - 1);
  });
  return { value, gradient };
}

/** ln (α + time) and 1 ⁄ (α + time) of each time there is. */
function timesBeyond({ txs, Ts }: HistoryGroups, alpha: number) {
  return {
    logTxs: txs.map((tx) => Math.log(alpha + tx)),
    inverseTxs: txs.map((tx) => 1 / (alpha + tx)),
    logTs: Ts.map((T) => Math.log(alpha + T)),
    inverseTs: Ts.map((T) => 1 / (alpha + T)),
  };
}

/**
 * Sums over the customers with `x` purchases: of the logarithm of stayed or left, of how likely they left, and of ln and
 * 1 ⁄ of the time beyond α, each case as likely as it is.
 */
function sumsOf(
  { starts, txPlaces, TPlaces, counts }: HistoryGroups,
  at: number,
  x: number,
  { r, a, b }: BgParameters,
  { logTxs, inverseTxs, logTs, inverseTs }: ReturnType<typeof timesBeyond>,
) {
  const sums = { customers: 0, value: 0, logs: 0, inverses: 0, left: 0 };
  const leaving = x > 0 ? Math.log(a) - Math.log(b + x - 1) : -Infinity;
  const end = starts[at + 1] ?? 0;
  for (let group = starts[at] ?? 0; group < end; group += 1) {
    const [tx, T, count] = [txPlaces[group] ?? 0, TPlaces[group] ?? 0, counts[group] ?? 0];
    const [logT, logTx] = [logTs[T] ?? 0, logTxs[tx] ?? 0];
    const stayed = -(r + x) * logT;
    // How much likelier it is that the customer left, as a logarithm.
    const lead = leaving - (r + x) * (logTx - logT);
    const odds = Math.exp(-Math.abs(lead));
    const left = (lead > 0 ? 1 : odds) / (1 + odds);
    sums.customers += count;
    sums.value += count * (stayed + Math.max(0, lead) + Math.log1p(odds));
    sums.logs += count * (logT + left * (logTx - logT));
    sums.inverses += count * ((1 - left) * (inverseTs[T] ?? 0) + left * (inverseTxs[tx] ?? 0));
    sums.left += count * left;
  }
  return sums;
}
