import { minimise, type Minimum } from "../statistics/minimise";
import { bgLikelihood, type BgParameters, type BuyingHistory } from "./bg-likelihood";
import { historyGroups, inUnits, type HistoryGroups } from "./history-groups";

export type FitState = "OK" | "BOUNDARY" | "FAILED";

/** Why a fit says less than its figures seem to. */
type BgRemark = "noRepeat" | "noConvergence" | "noDropOut" | "sameDropOut" | "sameRates" | "fewCustomers";

export interface BgFit {
  /** null where nothing could be fitted. With `noDropOut` a is 0 and b says nothing. */
  readonly parameters: BgParameters | null;
  readonly logLikelihood: number | null;
  readonly customers: number;
  readonly state: FitState;
  readonly remarks: readonly BgRemark[];
}

/** ln of what a parameter may at most be, and of its inverse; time is in mean customer lives here. */
const bound = Math.log(1e5);
/** Beyond it a parameter is on its way to infinity: the likelihood no longer tells 1,000 from 10,000. */
const far = 1e3;
/** A gain of log-likelihood below this is none. */
const noGain = 0.01;
/** Under it a fit says more about chance than about customers. */
export const enoughCustomers = 50;

const starts: readonly (readonly [r: number, a: number, b: number])[] = [
  [0.5, 0.5, 2],
  [2, 0.1, 5],
  [10, 1, 1],
];

/**
 * Maximum likelihood of BG/NBD from several starts. Key accounts often end on the boundary: no visible drop-out, one
 * drop-out probability for all, or one rate for all. The remarks say which. `penalty` shrinks the parameters (per
 * customer, on their squares), as the `lifetimes` package does it.
 */
export function fitBg(histories: readonly BuyingHistory[], penalty = 0): BgFit {
  const customers = histories.length;
  const failed = (remark: BgRemark): BgFit => ({
    ...{ parameters: null, logLikelihood: null, customers, state: "FAILED", remarks: [remark] },
  });
  const purchases = histories.reduce((sum, { x }) => sum + x, 0);
  const unit = histories.reduce((sum, { T }) => sum + T, 0) / customers;
  if (purchases === 0 || !(unit > 0)) return failed("noRepeat");
  const asGiven = historyGroups(histories);
  const groups = inUnits(asGiven, unit);
  const rate = purchases / customers;
  const climb = (start: readonly number[], freed: number): Minimum =>
    minimise((at) => objective(groups, customers, at, freed, penalty, unit), start, bound);
  const full = starts.map(([r, a, b]) => climb([r, r / rate, a, b].map(Math.log), 4));
  const [best] = full.sort((one, other) => one.value - other.value);
  if (!best || !Number.isFinite(best.value)) return failed("noConvergence");
  const stays = climb([Math.log(1), Math.log(1 / rate), -Infinity, 0], 2);
  const noDropOut = stays.value - best.value <= noGain / customers;
  const chosen = noDropOut ? stays : best;
  const parameters = parametersAt(chosen.at, unit, noDropOut);
  const remarks = remarksOn(parameters, noDropOut);
  // On the way to infinity the valley never ends; anywhere else it must.
  if (!chosen.converged && remarks.length === 0) return failed("noConvergence");
  const { value } = bgLikelihood(asGiven, noDropOut ? { ...parameters, a: 1e-12, b: 1 } : parameters);
  return {
    parameters,
    logLikelihood: value,
    customers,
    state: remarks.length > 0 ? "BOUNDARY" : "OK",
    remarks: customers < enoughCustomers ? [...remarks, "fewCustomers"] : remarks,
  };
}

/** −log-likelihood per customer over the logarithms of the parameters; only the first `freed` of them move. */
function objective(
  groups: HistoryGroups,
  customers: number,
  at: readonly number[],
  freed: number,
  penalty: number,
  unit: number,
) {
  const [r = 1, alpha = 1, a = 1, b = 1] = at.map(Math.exp);
  const { value, gradient } = bgLikelihood(
    groups,
    freed === 4 ? { r, alpha, a, b } : { r, alpha, a: 1e-12, b: 1 },
  );
  const shrunk = [r, alpha * unit, a, b].slice(0, freed);
  return {
    value: -value / customers + penalty * shrunk.reduce((sum, each) => sum + each * each, 0),
    gradient: [r, alpha, a, b].map((each, index) => {
      if (index >= freed) return 0;
      return -((gradient[index] ?? 0) * each) / customers + 2 * penalty * (shrunk[index] ?? 0) ** 2;
    }),
  };
}

function parametersAt(at: readonly number[], unit: number, noDropOut: boolean): BgParameters {
  const [r = 1, alpha = 1, a = 1, b = 1] = at.map(Math.exp);
  return { r, alpha: alpha * unit, a: noDropOut ? 0 : a, b: noDropOut ? 1 : b };
}

function remarksOn({ r, a, b }: BgParameters, noDropOut: boolean): BgRemark[] {
  const remarks: BgRemark[] = [];
  if (noDropOut) remarks.push("noDropOut");
  // Both beyond, or both next to nothing: everybody shares one probability, or it is all or nothing for each.
  else if (b > far || a > far || a < 1 / far || b < 1 / far) remarks.push("sameDropOut");
  if (r > far) remarks.push("sameRates");
  return remarks;
}

/** Whether parameters tell anything about leaving. */
export function showsDropOut({ a, b }: BgParameters): boolean {
  return a > 0 && a / (a + b) > 1e-6;
}
