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
  const bad = badAccounts(ids, dates, amounts);
  const known = {
    ids: [] as string[],
    days: new Int32Array(ids.length),
    amounts: new Float64Array(ids.length),
  };
  for (let row = 0; row < ids.length; row += 1) {
    const id = ids[row] ?? null;
    const day = dates[row] ?? null;
    const amount = amounts === null ? 1 : (amounts[row] ?? null);
    if (typeof id !== "string" || typeof day !== "number" || typeof amount !== "number") continue;
    if (bad.size > 0 && bad.has(id)) continue;
    known.days[known.ids.length] = day;
    known.amounts[known.ids.length] = amount;
    known.ids.push(id);
  }
  return { purchases: known, bad };
}

/** In a row that cannot be read, what is wrong with its date comes before what is wrong with its amount. */
function badAccounts(
  ids: readonly Reading<string>[],
  dates: readonly Reading<number>[],
  amounts: readonly Reading<number>[] | null,
): ReadonlyMap<string, Problem> {
  const bad = new Map<string, Problem>();
  for (let row = 0; row < ids.length; row += 1) {
    const id = ids[row] ?? null;
    if (id instanceof Problem) throw badInput("errorInColumn", { argument: "ids", row: row + 1 });
    if (id === null) continue;
    const day = dates[row];
    const amount = amounts?.[row];
    if (day instanceof Problem) bad.set(id, day);
    else if (amount instanceof Problem) bad.set(id, amount);
  }
  return bad;
}

export function mustMatch(argument: string, column: readonly unknown[], count: number): void {
  if (column.length !== count) throw badInput("notThatMany", { argument, count });
}
