import { churnSignals } from "../../core/signals/churn-signals";
import { trendOf } from "../../core/signals/trend";
import { purchaseDaysByAccount } from "../../core/purchases/purchase-groups";
import { pureTable } from "../declare/declare";
import { date, dates, labels, number, numbers, numberTable, optional } from "../declare/parameters";
import { readPurchases } from "../declare/purchases";
import { inRowOrder, rowsOf, type Cell } from "../declare/rows";
import { rowIn } from "../portfolio/screen";
import { badInput, messageText, notAvailable, Problem } from "../problem";

const columns = [
  "id",
  "frequencyChange",
  "amountChange",
  "gap",
  "satisfactionChange",
  "silence",
  "signals",
  "text",
];

export const signals = pureTable(
  "SIGNALS",
  {
    ids: labels,
    dates,
    amounts: numbers,
    accounts: labels,
    asOf: date,
    csatNow: optional(numbers),
    csatBefore: optional(numbers),
    window: number(90, { from: 1, whole: true }),
  },
  columns,
  ({ ids, dates: days, amounts, accounts, asOf, csatNow, csatBefore, window }) => {
    const { purchases, bad } = readPurchases(ids, days, amounts);
    const byAccount = new Map(purchaseDaysByAccount(purchases, asOf).map((account) => [account.id, account]));
    const rows = rowsOf({ account: accounts, csatNow, csatBefore }).map((row) => {
      if (row instanceof Problem) return row;
      return row.account === null
        ? notAvailable("missingInRow")
        : (bad.get(row.account) ?? { ...row, id: row.account });
    });
    return inRowOrder(rows, columns.length, (readable) =>
      readable.map(({ id, csatNow: now, csatBefore: before }): Cell[] => {
        const found = churnSignals(byAccount.get(id) ?? null, { now, before }, asOf, window);
        const figures = [found.frequency, found.amount, found.gap, found.satisfaction, found.silence];
        const said =
          found.silence === null ? ["neverBought"] : found.signals.map((signal) => `signal.${signal}`);
        return [id, ...figures.map((figure) => figure ?? ""), found.signals.length, messageText(said)];
      }),
    );
  },
);

/** One row of periods per account, at least four of them. */
export const trend = pureTable(
  "TREND",
  { amounts: numberTable },
  ["slope", "relativeSlope", "pValue"],
  ({ amounts }) => {
    if ((amounts[0]?.length ?? 0) < 4) throw badInput("fourPeriods");
    return inRowOrder(amounts.map(rowIn), 3, (readable) =>
      readable.map((row) => {
        const found = trendOf(row);
        return found === null ? notAvailable("fourFigures") : [found.slope, found.relative ?? "", found.p];
      }),
    );
  },
);
