import { minimise } from "../statistics/minimise";
import type { Money } from "../units";
import { enoughCustomers, type FitState } from "./bg-fit";
import {
  spendGroups,
  spendLikelihood,
  type GammaGamma,
  type SpendGroups,
  type SpendHistory,
} from "./spend-likelihood";

type GammaGammaRemark = "tooFew" | "noConvergence" | "sameSpend" | "noMean" | "correlated" | "fewCustomers";

export interface GammaGammaFit {
  readonly parameters: GammaGamma | null;
  readonly logLikelihood: number | null;
  /** Of number and value of purchases; the model takes them for independent. null where one of them does not vary. */
  readonly correlation: number | null;
  readonly customers: number;
  readonly state: FitState;
  readonly remarks: readonly GammaGammaRemark[];
}

const bound = Math.log(1e5);
const far = 1e3;
const mostCorrelation = 0.3;

const starts: readonly (readonly number[])[] = [
  [6, 4, 0.5],
  [1, 2, 1],
  [20, 20, 1],
];

/** Maximum likelihood of Gamma-Gamma (Fader & Hardie 2013) over customers with x ≥ 1 and spend > 0. */
export function fitGammaGamma(all: readonly SpendHistory[], penalty = 0): GammaGammaFit {
  const histories = all.filter(({ x, spend }) => x >= 1 && spend > 0);
  const customers = histories.length;
  const correlation = correlationOf(histories);
  const failed = (remark: GammaGammaRemark): GammaGammaFit => ({
    ...{ parameters: null, logLikelihood: null, correlation, customers, state: "FAILED", remarks: [remark] },
  });
  if (customers < 3) return failed("tooFew");
  const unit = histories.reduce((sum, { spend }) => sum + spend, 0) / customers;
  const scaled = spendGroups(histories, unit);
  const minima = starts
    .map((start) => minimise((at) => objective(scaled, at, penalty, unit), start.map(Math.log), bound))
    .sort((one, other) => one.value - other.value);
  const best = minima[0];
  const [p = 1, q = 1, gamma = 1] = best?.at.map(Math.exp) ?? [];
  const parameters = { p, q, gamma: gamma * unit };
  const boundary = remarksOn({ p, q, gamma });
  // On the way to infinity the valley never ends; anywhere else it must.
  if (!best?.converged && !boundary.includes("sameSpend")) return failed("noConvergence");
  const warnings: GammaGammaRemark[] = [];
  if (correlation !== null && Math.abs(correlation) > mostCorrelation) warnings.push("correlated");
  if (customers < enoughCustomers) warnings.push("fewCustomers");
  return {
    parameters,
    logLikelihood: spendLikelihood(spendGroups(histories), parameters).value,
    correlation,
    customers,
    state: boundary.length > 0 ? "BOUNDARY" : "OK",
    remarks: [...boundary, ...warnings],
  };
}

/**
 * Expected spend per purchase: the customer's own mean drawn towards that of all, the more the fewer the purchases.
 * null where no mean exists (a new customer with q ≤ 1).
 */
export function expectedSpend({ p, q, gamma }: GammaGamma, { x, spend }: SpendHistory): Money | null {
  const shape = p * x + q - 1;
  return shape > 0 ? (p * (gamma + x * spend)) / shape : null;
}

function objective(groups: SpendGroups, at: readonly number[], penalty: number, unit: number) {
  const [p = 1, q = 1, gamma = 1] = at.map(Math.exp);
  const { value, gradient } = spendLikelihood(groups, { p, q, gamma });
  const shrunk = [p, q, gamma * unit];
  return {
    value: -value / groups.customers + penalty * shrunk.reduce((sum, each) => sum + each * each, 0),
    gradient: [p, q, gamma].map(
      (each, index) =>
        -((gradient[index] ?? 0) * each) / groups.customers + 2 * penalty * (shrunk[index] ?? 0) ** 2,
    ),
  };
}

function remarksOn({ p, q, gamma }: GammaGamma): GammaGammaRemark[] {
  if (q > far || p > far || gamma > far) return ["sameSpend"];
  return q <= 1 ? ["noMean"] : [];
}

/** Pearson's correlation; null where one side does not vary. */
function correlationOf(histories: readonly SpendHistory[]): number | null {
  const n = histories.length;
  const meanX = histories.reduce((sum, { x }) => sum + x, 0) / n;
  const meanSpend = histories.reduce((sum, { spend }) => sum + spend, 0) / n;
  let [xx, ss, xs] = [0, 0, 0];
  for (const { x, spend } of histories) {
    xx += (x - meanX) ** 2;
    ss += (spend - meanSpend) ** 2;
    xs += (x - meanX) * (spend - meanSpend);
  }
  return xx > 0 && ss > 0 ? xs / Math.sqrt(xx * ss) : null;
}
