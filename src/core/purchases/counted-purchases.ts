import type { LeftOutReason } from "../figures";
import type { Purchase } from "../records";
import { finish, type Steps } from "../steps";
import type { Day, Money } from "../units";
import { orderByAccount } from "./account-order";

/**
 * Purchases that count, as columns in order of accounts and, within an account, of days, oldest first: dated on or before
 * the as-of day, with an amount, of an account of the card.
 */
export interface CountedPurchases {
  /** Rows of the account at `place` stand from `starts[place]` up to before `starts[place + 1]`. */
  readonly starts: Uint32Array;
  readonly days: Int32Array;
  readonly amounts: Float64Array;
  /** NaN without a cost. */
  readonly costs: Float64Array;
  /** The category (or product) by number, from 1; 0 = blank. */
  readonly kinds: Int32Array;
  readonly leftOut: Readonly<Record<LeftOutReason, number>>;
  readonly oldest: Day | null;
  readonly newest: Day | null;
  /** Distinct categories of all counted purchases; without a single one, distinct products. */
  readonly breadth: number;
}

/** Rows per step: some milliseconds of work. */
const rowsPerStep = 20_000;

/** Sorts out what cannot count and puts the rest in order by account, which `places` says the place of. */
export const countPurchases = (
  purchases: readonly Purchase[],
  places: ReadonlyMap<string, number>,
  asOf: Day,
): CountedPurchases => finish(countPurchaseSteps(purchases, places, asOf));

/** The same in steps. */
export function* countPurchaseSteps(
  purchases: readonly Purchase[],
  places: ReadonlyMap<string, number>,
  asOf: Day,
): Steps<CountedPurchases> {
  const count = new Count(purchases, places, asOf);
  for (let row = 0; row < purchases.length; row += rowsPerStep) {
    count.read(row, Math.min(row + rowsPerStep, purchases.length));
    yield;
  }
  return count.result();
}

/** One pass over the rows. */
class Count {
  private readonly purchases: readonly Purchase[];
  private readonly accounts: ReadonlyMap<string, number>;
  private readonly asOf: Day;
  private readonly places: Int32Array;
  private readonly days: Int32Array;
  private readonly amounts: Float64Array;
  private readonly costs: Float64Array;
  private readonly kinds: Int32Array;
  private readonly categories = new NumberedNames();
  private readonly leftOut = { "no-date": 0, "no-amount": 0, "unknown-account": 0, "after-as-of": 0 };
  private oldest: Day = Infinity;
  private newest: Day = -Infinity;

  constructor(purchases: readonly Purchase[], accounts: ReadonlyMap<string, number>, asOf: Day) {
    const { length } = purchases;
    this.purchases = purchases;
    this.accounts = accounts;
    this.asOf = asOf;
    this.places = new Int32Array(length).fill(-1);
    this.days = new Int32Array(length);
    this.amounts = new Float64Array(length);
    this.costs = new Float64Array(length);
    this.kinds = new Int32Array(length);
  }

  read(from: number, to: number): void {
    for (let row = from; row < to; row += 1) {
      const purchase = this.purchases[row];
      if (!purchase) continue;
      const { date, amount } = purchase;
      const place = this.accounts.get(purchase.account);
      if (place === undefined) this.leftOut["unknown-account"] += 1;
      else if (date === null || !Number.isFinite(date)) this.leftOut["no-date"] += 1;
      else if (amount === null || !Number.isFinite(amount)) this.leftOut["no-amount"] += 1;
      else if (date > this.asOf) this.leftOut["after-as-of"] += 1;
      else this.take(row, place, date, amount, purchase);
    }
  }

  private take(row: number, place: number, date: Day, amount: Money, { cost, category }: Purchase): void {
    this.places[row] = place;
    this.days[row] = date;
    this.amounts[row] = amount;
    this.costs[row] = cost ?? Number.NaN;
    this.kinds[row] = this.categories.numberOf(category);
    if (date < this.oldest) this.oldest = date;
    if (date > this.newest) this.newest = date;
  }

  result(): CountedPurchases {
    const any = this.newest >= this.oldest;
    const breadth = this.categories.count || this.countProducts();
    const { rows, starts } = orderByAccount(this.places, this.days, this.accounts.size);
    return {
      starts,
      days: inOrder(rows, this.days, new Int32Array(rows.length)),
      amounts: inOrder(rows, this.amounts, new Float64Array(rows.length)),
      costs: inOrder(rows, this.costs, new Float64Array(rows.length)),
      kinds: inOrder(rows, this.kinds, new Int32Array(rows.length)),
      leftOut: this.leftOut,
      oldest: any ? this.oldest : null,
      newest: any ? this.newest : null,
      breadth,
    };
  }

  /** Without a single category in the workbook, products take their place. */
  private countProducts(): number {
    const products = new NumberedNames();
    for (const [row, { product }] of this.purchases.entries()) {
      if (this.places[row] !== -1) this.kinds[row] = products.numberOf(product);
    }
    return products.count;
  }
}

/** Fills `sorted` with a column's rows in an order. Once here instead of at every look at a row. */
function inOrder<Column extends Int32Array | Float64Array>(
  rows: Uint32Array,
  column: Column,
  sorted: Column,
): Column {
  for (let at = 0; at < rows.length; at += 1) sorted[at] = column[rows[at] ?? 0] ?? 0;
  return sorted;
}

/** Names as numbers from 1, in the order in which they first appear; 0 for a blank one. */
class NumberedNames {
  private readonly numbers = new Map([["", 0]]);

  numberOf(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.numbers.size);
    return this.numbers.size - 1;
  }

  get count(): number {
    return this.numbers.size - 1;
  }
}
