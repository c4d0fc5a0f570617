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
  const byAccount = new Map<string, CountedPurchase[]>();
  const leftOut = { "no-date": 0, "no-amount": 0, "unknown-account": 0, "after-as-of": 0 };
  const categories = new Set<string>();
  const products = new Set<string>();
  let oldest: Day | null = null;
  let newest: Day | null = null;
  for (const purchase of purchases) {
    const reason = reasonToLeaveOut(purchase, accounts, asOf);
    if (reason !== null) {
      leftOut[reason] += 1;
      continue;
    }
    const counted = purchase as CountedPurchase;
    const rows = byAccount.get(counted.account);
    if (rows) rows.push(counted);
    else byAccount.set(counted.account, [counted]);
    if (oldest === null || counted.date < oldest) oldest = counted.date;
    if (newest === null || counted.date > newest) newest = counted.date;
    if (counted.category !== "") categories.add(counted.category);
    if (counted.product !== "") products.add(counted.product);
  }
  const breadthOf = categories.size > 0 ? "category" : "product";
  const breadth = breadthOf === "category" ? categories.size : products.size;
  return { byAccount, leftOut, oldest, newest, breadthOf, breadth };
}

function reasonToLeaveOut(
  { account, date, amount }: Purchase,
  accounts: ReadonlySet<string>,
  asOf: Day,
): LeftOutReason | null {
  if (!accounts.has(account)) return "unknown-account";
  if (date === null || !Number.isFinite(date)) return "no-date";
  if (amount === null || !Number.isFinite(amount)) return "no-amount";
  return date > asOf ? "after-as-of" : null;
}
