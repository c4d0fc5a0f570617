import { flagIn } from "../cells";
import { pure } from "../declare/declare";
import { anything, labels, numbers } from "../declare/parameters";
import { eachRow, rowsOf } from "../declare/rows";
import { notAvailable, Problem } from "../problem";

interface Revenue {
  promotion: number;
  total: number;
  problem: Problem | null;
}

/** Promotion revenue ÷ revenue, per account. */
export const promoDependence = pure(
  "PROMODEP",
  { ids: labels, amounts: numbers, promo: anything, accounts: labels },
  ({ ids, amounts, promo, accounts }) => {
    const revenues = new Map<string, Revenue>();
    rowsOf({ id: ids, cells: amounts.map((amount) => ({ amount })), promo }).forEach((row) => {
      if (row instanceof Problem || row.id === null) return;
      const revenue = revenues.get(row.id) ?? { promotion: 0, total: 0, problem: null };
      revenues.set(row.id, revenue);
      const { amount } = row.cells;
      const promoted = flagIn(row.promo);
      if (amount instanceof Problem) revenue.problem = amount;
      else if (promoted instanceof Problem) revenue.problem = promoted;
      else {
        revenue.total += amount ?? 0;
        if (promoted) revenue.promotion += amount ?? 0;
      }
    });
    return eachRow(accounts, (account) => {
      const revenue = revenues.get(account ?? "");
      if (revenue?.problem) return revenue.problem;
      if (!revenue || revenue.total <= 0) return notAvailable("noRevenue");
      return revenue.promotion / revenue.total;
    });
  },
);
