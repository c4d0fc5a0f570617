import { pure } from "../declare/declare";
import { flag, labels, numbers, optional } from "../declare/parameters";
import { inColumn, present, rowsOf, type Cell } from "../declare/rows";
import { Problem } from "../problem";

/** What each account bought of each product; blank where it never did: the white space. */
export const whiteSpace = pure(
  "WHITESPACE",
  {
    accounts: labels,
    products: labels,
    boughtAccounts: labels,
    boughtProducts: labels,
    amounts: optional(numbers),
    headers: flag(true),
  },
  ({ accounts, products, boughtAccounts, boughtProducts, amounts, headers }) => {
    const bought = new Map<string, Map<string, number>>();
    rowsOf({ account: boughtAccounts, product: boughtProducts, amounts }).forEach((row, index) => {
      if (row instanceof Problem) throw inColumn(row, "boughtAccounts", index);
      const amount = amounts === null ? 1 : row.amounts;
      if (row.account === null || row.product === null || amount === null) return;
      const ofAccount = bought.get(row.account) ?? new Map<string, number>();
      bought.set(row.account, ofAccount.set(row.product, (ofAccount.get(row.product) ?? 0) + amount));
    });
    const names = present(products, "products");
    const body = present(accounts, "accounts").map((account): Cell[] => {
      const cells = names.map((product) => bought.get(account)?.get(product) ?? "");
      return headers ? [account, ...cells] : cells;
    });
    return headers ? [["", ...names], ...body] : body;
  },
);
