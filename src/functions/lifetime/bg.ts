import { fitBg } from "../../core/lifetime/bg-fit";
import { expectedPurchases, probabilityAlive } from "../../core/lifetime/bg-forecast";
import { buyingHistories } from "../../core/lifetime/buying-histories";
import { pure, pureRow, pureTable } from "../declare/declare";
import { cells, choice, date, dates, labels, number, numbers, type Reading } from "../declare/parameters";
import { readPurchases } from "../declare/purchases";
import { eachRow, inColumn, rowsOf, type Cell } from "../declare/rows";
import { badInput, cellError, messageText, notAvailable, Problem } from "../problem";
import { bgParametersIn } from "./fit-parameters";

export const btyd = pureTable(
  "BTYD",
  { ids: labels, dates, amounts: numbers, asOf: date, unit: choice("unit", ["week", "day", "month"]) },
  ["id", "x", "tx", "T", "spend"],
  ({ ids, dates: days, amounts, asOf, unit }) => {
    const { purchases, bad } = readPurchases(ids, days, amounts);
    const rows = buyingHistories(purchases, asOf, unit).map((row): Cell[] => [
      row.id,
      row.x,
      row.tx,
      row.T,
      row.spend ?? "",
    ]);
    for (const [id, problem] of bad) rows.push([id, ...new Array<Cell>(4).fill(cellError(problem))]);
    if (rows.length === 0) throw notAvailable("noPurchases");
    return rows;
  },
);

const fitColumns = ["r", "alpha", "a", "b", "logLikelihood", "n", "state", "message"];

export const bgFit = pureRow(
  "BGFIT",
  { x: numbers, tx: numbers, T: numbers, penalty: number(0, { from: 0 }) },
  fitColumns,
  ({ x, tx, T, penalty }) => {
    const histories = historiesIn(x, tx, T).map((history, index) => {
      if (history instanceof Problem)
        throw history.sentence === "badHistory" ? history : inColumn(history, "x", index);
      return history;
    });
    const known = histories.filter((history) => history !== null);
    if (known.length === 0) throw notAvailable("noData");
    const { parameters, logLikelihood, customers, state, remarks } = fitBg(known, penalty);
    const missing = cellError(notAvailable("fitFailed"));
    return [
      ...(parameters
        ? [parameters.r, parameters.alpha, parameters.a, parameters.b]
        : new Array<Cell>(4).fill(missing)),
      logLikelihood ?? missing,
      customers,
      state,
      messageText(remarks.length === 0 ? ["converged"] : remarks, { customers }),
    ];
  },
);

/** Rows of x, tx and T; null for a blank row, a problem for what no customer can have. */
export function historiesIn(x: Reading<number>[], tx: Reading<number>[], T: Reading<number>[]) {
  return rowsOf({ x, tx, T }).map((row, index) => {
    if (row instanceof Problem) return row;
    if (row.x === null && row.tx === null && row.T === null) return null;
    const history = { x: row.x ?? 0, tx: row.tx ?? 0, T: row.T ?? 0 };
    const possible =
      Number.isInteger(history.x) && history.x >= 0 && history.tx >= 0 && history.tx <= history.T;
    const consistent = history.x > 0 || history.tx === 0;
    return possible && consistent ? history : badInput("badHistory", { row: index + 1 });
  });
}

export const pAlive = pure(
  "PALIVE",
  { params: cells, x: numbers, tx: numbers, T: numbers },
  ({ params, x, tx, T }) => {
    const parameters = bgParametersIn(params, "params");
    return eachRow(historiesIn(x, tx, T), (history) =>
      history === null ? notAvailable("missingInRow") : probabilityAlive(parameters, history),
    );
  },
);

export const expected = pure(
  "EXPECTED",
  { params: cells, t: number(null, { from: 0 }), x: numbers, tx: numbers, T: numbers },
  ({ params, t, x, tx, T }) => {
    const parameters = bgParametersIn(params, "params");
    return eachRow(historiesIn(x, tx, T), (history) =>
      history === null ? notAvailable("missingInRow") : expectedPurchases(parameters, t, history),
    );
  },
);
