import { churnOf, growthRate, repeatShare } from "../../core/portfolio/retention";
import { pure, pureCell, pureRow } from "../declare/declare";
import { date, dates, labels, number, numbers, optional, type Reading } from "../declare/parameters";
import { readPurchases } from "../declare/purchases";
import { eachRow, present, rowsOf } from "../declare/rows";
import { notAvailable } from "../problem";

const months = number(12, { from: 1, to: 1_200, whole: true });

/** An answer about all accounts: one row that cannot be read fails it, and says which account it is of. */
function allPurchases(ids: Reading<string>[], days: Reading<number>[], amounts: Reading<number>[] | null) {
  present(days, "dates");
  if (amounts !== null) present(amounts, "amounts");
  return readPurchases(ids, days, amounts).purchases;
}

export const churn = pureRow(
  "CHURN",
  { ids: labels, dates, asOf: date, months, amounts: optional(numbers) },
  ["rate", "lostAccounts", "base", "amountLost"],
  ({ ids, dates: days, asOf, months: period, amounts }) => {
    const { lost, base, amount } = churnOf(allPurchases(ids, days, amounts), asOf, period);
    if (base === 0) throw notAvailable("noBase");
    return [lost / base, lost, base, amounts === null ? "" : amount];
  },
);

export const repeat = pureCell("REPEAT", { ids: labels, dates, asOf: date, months }, (given) => {
  const share = repeatShare(allPurchases(given.ids, given.dates, null), given.asOf, given.months);
  if (share === null) throw notAvailable("noPurchases");
  return share;
});

export const retention = pure(
  "RETENTION",
  { start: numbers, end: numbers, new: optional(numbers) },
  ({ start, end, new: won }) =>
    eachRow(rowsOf({ start, end, won }, "spread"), (row) => {
      if (row.end === null || row.start === null) return notAvailable("missingInRow");
      return row.start > 0 ? (row.end - (row.won ?? 0)) / row.start : notAvailable("noBase");
    }),
);

export const renewal = pureCell("RENEWAL", { due: numbers, renewed: numbers }, ({ due, renewed }) => {
  rowsOf({ due, renewed });
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const base = sum(present(due, "due"));
  if (base <= 0) throw notAvailable("noBase");
  return sum(present(renewed, "renewed")) / base;
});

export const growth = pure(
  "GROWTH",
  { now: numbers, before: numbers, periods: number(1, { from: 0, above: true }) },
  ({ now, before, periods }) =>
    eachRow(rowsOf({ now, before }), (row) => {
      if (row.now === null || row.before === null) return notAvailable("missingInRow");
      return growthRate(row.now, row.before, periods) ?? notAvailable("noBase");
    }),
);

export const averageProfit = pureRow("AVGPROFIT", { profit: numbers }, ["mean", "n"], ({ profit }) => {
  const values = present(profit, "profit");
  if (values.length === 0) throw notAvailable("noData");
  return [values.reduce((sum, value) => sum + value, 0) / values.length, values.length];
});
