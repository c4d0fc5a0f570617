import { digamma, logGamma } from "../statistics/special-functions";
import type { Money } from "../units";

/** Repeat purchases of a customer and what one of them is worth on average. */
export interface SpendHistory {
  readonly x: number;
  readonly spend: Money;
}

export interface GammaGamma {
  readonly p: number;
  readonly q: number;
  readonly gamma: number;
}

/** Customers with as many purchases. */
interface SameCount {
  readonly x: number;
  readonly customers: number;
  /** What they spent in all: each total there is, and of how many of them it is the total. */
  readonly totals: Float64Array;
  readonly counts: Float64Array;
  readonly logSpends: number;
}

export interface SpendGroups {
  readonly customers: number;
  readonly groups: readonly SameCount[];
}

/** Customers by their number of purchases, spends in a `unit` of money. All that takes long depends on that number. */
export function spendGroups(histories: readonly SpendHistory[], unit: Money = 1): SpendGroups {
  const byCount = new Map<number, number[]>();
  for (const { x, spend } of histories) {
    const known = byCount.get(x);
    if (known) known.push(spend / unit);
    else byCount.set(x, [spend / unit]);
  }
  const groups = Array.from(byCount, ([x, spends]): SameCount => ({
    x,
    customers: spends.length,
    ...counted(Float64Array.from(spends, (spend) => x * spend).sort()),
    logSpends: spends.reduce((sum, spend) => sum + Math.log(spend), 0),
  }));
  return { customers: histories.length, groups };
}

function counted(sorted: Float64Array) {
  const totals = sorted.filter((total, at) => total !== sorted[at - 1]);
  const counts = new Float64Array(totals.length);
  let place = -1;
  for (const total of sorted) {
    if (total !== totals[place]) place += 1;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return { totals, counts };
}

/** Log-likelihood of Gamma-Gamma (Fader & Hardie 2013) and its gradient by p, q, γ. */
export function spendLikelihood({ groups }: SpendGroups, { p, q, gamma }: GammaGamma) {
  const gradient: [number, number, number] = [0, 0, 0];
  let value = 0;
  const [logQ, psiQ, logGammaValue] = [logGamma(q), digamma(q), Math.log(gamma)];
  for (const group of groups) {
    const { x, customers: count, logSpends } = group;
    const [shape, logX] = [p * x, Math.log(x)];
    const { logs, inverses } = sumsAbove(group, gamma);
    value += count * (logGamma(shape + q) - logGamma(shape) - logQ + q * logGammaValue + shape * logX);
    value += (shape - 1) * logSpends - (shape + q) * logs;
    const psiSum = digamma(shape + q);
    gradient[0] += x * (count * (psiSum - digamma(shape) + logX) + logSpends - logs);
    gradient[1] += count * (psiSum - psiQ + logGammaValue) - logs;
    gradient[2] += (count * q) / gamma - (shape + q) * inverses;
  }
  return { value, gradient };
}

/** Σ ln (total + γ) and Σ 1 ⁄ (total + γ). */
function sumsAbove({ totals, counts }: SameCount, gamma: number) {
  let logs = 0;
  let inverses = 0;
  for (let row = 0; row < totals.length; row += 1) {
    const above = (totals[row] ?? 0) + gamma;
    const count = counts[row] ?? 0;
    logs += count * Math.log(above);
    inverses += count / above;
  }
  return { logs, inverses };
}
