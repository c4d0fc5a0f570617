import { expectedSpend, fitGammaGamma } from "../../core/lifetime/gamma-gamma";
import { pure, pureRow } from "../declare/declare";
import { cells, number, numbers, type Reading } from "../declare/parameters";
import { eachRow, inColumn, rowsOf, type Cell } from "../declare/rows";
import { badInput, cellError, messageText, notAvailable, Problem } from "../problem";
import { gammaGammaIn } from "./fit-parameters";

export const ggFit = pureRow(
  "GGFIT",
  { x: numbers, spend: numbers, penalty: number(0, { from: 0 }) },
  ["p", "q", "gamma", "logLikelihood", "correlation", "n", "state", "message"],
  ({ x, spend, penalty }) => {
    const histories = rowsOf({ x, spend }).map((row, index) => {
      if (row instanceof Problem) throw inColumn(row, "x", index);
      return { x: row.x ?? 0, spend: row.spend ?? 0 };
    });
    const { parameters, logLikelihood, correlation, customers, state, remarks } = fitGammaGamma(
      histories,
      penalty,
    );
    const missing = cellError(notAvailable("fitFailed"));
    return [
      ...(parameters ? [parameters.p, parameters.q, parameters.gamma] : new Array<Cell>(3).fill(missing)),
      logLikelihood ?? missing,
      correlation ?? cellError(notAvailable("noCorrelation")),
      customers,
      state,
      messageText(
        remarks.length === 0
          ? ["converged"]
          : remarks.map((remark) => (remark === "tooFew" ? "tooFewRepeat" : remark)),
        { customers },
      ),
    ];
  },
);

export const ggSpend = pure(
  "GGSPEND",
  { params: cells, x: numbers, spend: numbers },
  ({ params, x, spend }) => {
    const parameters = gammaGammaIn(params, "params");
    return eachRow(rowsOf({ x, spend }), (row) => spendOf(parameters, row));
  },
);

/** Expected spend of a row as BTYD gives it; a customer without repeat purchases has no spend of its own. */
export function spendOf(
  parameters: Parameters<typeof expectedSpend>[0],
  { x, spend }: { readonly x: Reading<number>; readonly spend: Reading<number> },
): number | Problem {
  if (x === null || x instanceof Problem) return x ?? notAvailable("missingInRow");
  if (spend instanceof Problem) return spend;
  if (x < 0 || (spend ?? 0) < 0 || (x > 0 && spend === null)) return badInput("badSpend");
  return expectedSpend(parameters, { x, spend: x === 0 ? 0 : (spend ?? 0) }) ?? notAvailable("noMeanSpend");
}
