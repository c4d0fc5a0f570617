import type { LeftOutReason } from "../figures";
import type { Purchase } from "../records";
import type { Day, Money } from "../units";

/** A purchase that counts: dated on or before the as-of day, with an amount, of an account of the card. */
export interface CountedPurchase extends Purchase {
  readonly date: Day;
  readonly amount: Money;
}

export interface CountedPurchases {
  /** Purchases by account, in the order of the rows; only accounts that have any. */
  readonly byAccount: ReadonlyMap<string, readonly CountedPurchase[]>;
  readonly leftOut: Readonly<Record<LeftOutReason, number>>;
  readonly oldest: Day | null;
  readonly newest: Day | null;
  /** Without a single category in the workbook, breadth counts products. */
  readonly breadthOf: "category" | "product";
  /** Distinct categories (or products) of all counted purchases. */
  readonly breadth: number;
}

/** One pass over the rows: sorts out what cannot count and groups the rest by account. */
export function countPurchases(
  purchases: readonly Purchase[],
  accounts: ReadonlySet<string>,
  asOf: Day,
): CountedPurchases {
  // A list per account from the start: each row then looks its account up once.
  const lists = new Map<string, CountedPurchase[]>();
  for (const account of accounts) lists.set(account, []);
  const leftOut = { "no-date": 0, "no-amount": 0, "unknown-account": 0, "after-as-of": 0 };
  let oldest: Day | null = null;
  let newest: Day | null = null;
  for (const purchase of purchases) {
    const list = lists.get(purchase.account);
    const reason = list ? reasonToLeaveOut(purchase, asOf) : "unknown-account";
    if (!list || reason !== null) {
      leftOut[reason ?? "unknown-account"] += 1;
      continue;
    }
    const counted = purchase as CountedPurchase;
    list.push(counted);
    if (oldest === null || counted.date < oldest) oldest = counted.date;
    if (newest === null || counted.date > newest) newest = counted.date;
  }
  const byAccount = new Map([...lists].filter(([, rows]) => rows.length > 0));
  return { byAccount, leftOut, oldest, newest, ...breadthOf(byAccount) };
}

/** Distinct categories of everything that counts; without a single one, distinct products. */
function breadthOf(
  byAccount: ReadonlyMap<string, readonly CountedPurchase[]>,
): Pick<CountedPurchases, "breadth" | "breadthOf"> {
  const categories = distinct(byAccount, "category");
  if (categories > 0) return { breadthOf: "category", breadth: categories };
  return { breadthOf: "product", breadth: distinct(byAccount, "product") };
}

function distinct(
  byAccount: ReadonlyMap<string, readonly CountedPurchase[]>,
  field: "category" | "product",
): number {
  const names = new Set<string>();
  for (const purchases of byAccount.values()) for (const purchase of purchases) names.add(purchase[field]);
  names.delete("");
  return names.size;
}

function reasonToLeaveOut({ date, amount }: Purchase, asOf: Day): LeftOutReason | null {
  if (date === null || !Number.isFinite(date)) return "no-date";
  if (amount === null || !Number.isFinite(amount)) return "no-amount";
  return date > asOf ? "after-as-of" : null;
}
