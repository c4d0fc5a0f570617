import type { PurchaseColumns } from "../../core/purchases/purchase-groups";
import { badInput, Problem } from "../problem";
import type { Reading } from "./parameters";

export interface ReadPurchases {
  readonly purchases: PurchaseColumns;
  /** Accounts with a row that cannot be read: their figures cannot be known, those of all others can. */
  readonly bad: ReadonlyMap<string, Problem>;
}

/**
 * Rows of purchases; those without an account, a date or an amount do not count. Without `amounts` every row counts as
 * one purchase. Throws unless the columns are equally long.
 */
export function readPurchases(
  ids: readonly Reading<string>[],
  dates: readonly Reading<number>[],
  amounts: readonly Reading<number>[] | null,
): ReadPurchases {
  mustMatch("dates", dates, ids.length);
  if (amounts !== null) mustMatch("amounts", amounts, ids.length);
  const purchases = { ids: [] as string[], days: [] as number[], amounts: [] as number[] };
  const bad = new Map<string, Problem>();
  ids.forEach((id, row) => {
    if (id instanceof Problem) throw badInput("errorInColumn", { argument: "ids", row: row + 1 });
    const day = dates[row] ?? null;
    const amount = amounts === null ? 1 : (amounts[row] ?? null);
    if (id === null) return;
    if (day instanceof Problem) bad.set(id, day);
    else if (amount instanceof Problem) bad.set(id, amount);
    else if (day !== null && amount !== null) {
      purchases.ids.push(id);
      purchases.days.push(day);
      purchases.amounts.push(amount);
    }
  });
  return bad.size === 0 ? { purchases, bad } : { purchases: without(purchases, bad), bad };
}

export function mustMatch(argument: string, column: readonly unknown[], count: number): void {
  if (column.length !== count) throw badInput("notThatMany", { argument, count });
}

function without(
  { ids, days, amounts }: PurchaseColumns,
  bad: ReadonlyMap<string, Problem>,
): PurchaseColumns {
  const keep = ids.map((id) => !bad.has(id));
  return {
    ids: ids.filter((_, row) => keep[row]),
    days: days.filter((_, row) => keep[row]),
    amounts: amounts.filter((_, row) => keep[row]),
  };
}
