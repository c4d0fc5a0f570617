import { digamma, logGamma } from "../statistics/special-functions";

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

interface Group extends BuyingHistory {
  readonly count: number;
}

/** Customers with the same history share their likelihood. */
export function grouped(histories: readonly BuyingHistory[]): Group[] {
  const groups = new Map<string, { x: number; tx: number; T: number; count: number }>();
  for (const { x, tx, T } of histories) {
    const key = `${x}|${tx}|${T}`;
    const known = groups.get(key);
    if (known) known.count += 1;
    else groups.set(key, { x, tx, T, count: 1 });
  }
  return [...groups.values()].sort((one, other) => one.x - other.x);
}

/**
 * Log-likelihood of BG/NBD (Fader, Hardie & Lee 2005) and its gradient by r, α, a, b. Sums of powers are taken in
 * logarithms, so that long histories neither vanish nor overflow. `groups` are sorted by x.
 */
export function bgLikelihood(groups: readonly Group[], { r, alpha, a, b }: BgParameters) {
  let value = 0;
  const gradient = [0, 0, 0, 0] as [number, number, number, number];
  const constant = r * Math.log(alpha);
  const [logR, psiR, psiAB, psiB] = [logGamma(r), digamma(r), digamma(a + b), digamma(b)];
  const logAB = logGamma(a + b) - logGamma(b);
  let lastX = -1;
  let ofX = { level: 0, r: 0, a: 0, b: 0 };
  for (const { x, tx, T, count } of groups) {
    if (x !== lastX) {
      lastX = x;
      ofX = {
        level: logGamma(r + x) - logR + constant + logAB + logGamma(b + x) - logGamma(a + b + x),
        r: digamma(r + x) - psiR + Math.log(alpha),
        a: psiAB - digamma(a + b + x),
        b: psiAB + digamma(b + x) - psiB - digamma(a + b + x),
      };
    }
    const [logT, logTx] = [Math.log(alpha + T), Math.log(alpha + tx)];
    const stayed = -(r + x) * logT;
    const left = x > 0 ? Math.log(a) - Math.log(b + x - 1) - (r + x) * logTx : -Infinity;
    const larger = Math.max(stayed, left);
    const sum = larger + Math.log(Math.exp(stayed - larger) + Math.exp(left - larger));
    const [wStayed, wLeft] = [Math.exp(stayed - sum), Math.exp(left - sum)];
    value += count * (ofX.level + sum);
    gradient[0] += count * (ofX.r - wStayed * logT - wLeft * logTx);
    gradient[1] += count * (r / alpha - (r + x) * (wStayed / (alpha + T) + wLeft / (alpha + tx)));
    gradient[2] += count * (ofX.a + wLeft / a);
    if (x > 0) gradient[3] += count * (ofX.b - wLeft / (b + x - 1));
  }
  return { value, gradient };
}
