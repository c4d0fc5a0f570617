import { logBeta } from "../statistics/special-functions";
import type { BgParameters, BuyingHistory } from "./bg-likelihood";

/** Probability that a customer is still one. 1 for whoever never bought again: BG/NBD lets nobody leave before that. */
export function probabilityAlive({ r, alpha, a, b }: BgParameters, { x, tx, T }: BuyingHistory): number {
  if (x === 0) return 1;
  const odds = Math.log(a) - Math.log(b + x - 1) + (r + x) * Math.log1p((T - tx) / (alpha + tx));
  return 1 / (1 + Math.exp(odds));
}

/** Purchases expected of a customer in the next `t` units of the fit. With x = 0 and T = 0: of a new one. */
export function expectedPurchases(parameters: BgParameters, t: number, history: BuyingHistory): number {
  if (t === 0) return 0;
  return probabilityAlive(parameters, history) * expectedWhileAlive(parameters, t, history);
}

/** Beyond it the series of 2F1 crawls, and the integral is quicker. */
const seriesLimit = 0.9;
/** Larger a and b make terms that cancel each other. */
const smallParameters = 50;

/**
 * E[Y(t)] of a customer who is still one. By the hypergeometric series in Euler's form, whose parameters stay small;
 * for long horizons and around a = 1, where the published form divides nought by nought, by the integral it came from.
 */
export function expectedWhileAlive(
  { r, alpha, a, b }: BgParameters,
  t: number,
  { x, T }: BuyingHistory,
): number {
  const z = t / (alpha + T + t);
  if (z > seriesLimit || a + b > smallParameters || Math.abs(a - 1) < 1e-3)
    return byIntegral(r + x, t / (alpha + T), a, b + x);
  const series = hypergeometric(a + b - 1 - r, a - 1, a + b + x - 1, z);
  if (series === null) return byIntegral(r + x, t / (alpha + T), a, b + x);
  return ((a + b + x - 1) / (a - 1)) * (1 - Math.exp((a - 1) * Math.log1p(-z)) * series);
}

/** 2F1(a, b; c; z) by its series; null where c is a pole or it does not settle. */
function hypergeometric(a: number, b: number, c: number, z: number): number | null {
  if (c <= 1e-9) return null;
  let term = 1;
  let sum = 1;
  for (let n = 0; n < 2_000; n += 1) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) < 1e-16 * Math.abs(sum)) return sum;
  }
  return null;
}

/** A point of the integral on 0 … 1: ln p, ln (1 − p) and ln of its weight. */
interface Node {
  readonly logP: number;
  readonly logQ: number;
  readonly logWeight: number;
}

/** At s on the logistic scale, where the whole line is the interval 0 … 1; `stretch` is ds per step. */
function nodeAt(s: number, stretch: number): Node {
  const [logP, logQ] = [-softPlus(-s), -softPlus(s)];
  return { logP, logQ, logWeight: Math.log(stretch) + logP + logQ };
}

/** ln (1 + e^s) without overflow. */
function softPlus(s: number): number {
  return Math.max(0, s) + Math.log1p(Math.exp(-Math.abs(s)));
}

const reach = 7.3;
const step = 1 / 16;

/** The double-exponential rule: it stands the poles at both ends that a or b below 1 make. */
const doubleExponential: readonly Node[] = Array.from(
  { length: Math.round((2 * reach) / step) + 1 },
  (_, index) => {
    const u = -reach + index * step;
    return nodeAt(Math.PI * Math.sinh(u), step * Math.PI * Math.cosh(u));
  },
);

/** Even steps around the peak, for a and b so large that the rule above would step over it. */
function aroundPeak(a: number, b: number): Node[] {
  const spread = Math.sqrt(1 / a + 1 / b);
  const width = spread / 8;
  return Array.from({ length: 241 }, (_, index) => nodeAt(Math.log(a / b) + (index - 120) * width, width));
}

/** ∫ (1 − (1 + pτ)^−s) ⁄ p · Beta(p; a, b) dp: purchases at rate Gamma(s), stopped with probability p at each. */
function byIntegral(s: number, tau: number, a: number, b: number): number {
  const scale = logBeta(a, b);
  let sum = 0;
  for (const { logP, logQ, logWeight } of Math.min(a, b) > 4 ? aroundPeak(a, b) : doubleExponential) {
    const bought = -Math.expm1(-s * Math.log1p(Math.exp(logP) * tau));
    if (bought > 0) sum += Math.exp(Math.log(bought) + logWeight + (a - 2) * logP + (b - 1) * logQ - scale);
  }
  return sum;
}
