import type { PurchaseMetrics } from "../figures";
import type { Purchase } from "../records";
import type { Steps } from "../steps";
import type { Day, Ratio } from "../units";
import { countPurchaseSteps, type CountedPurchases } from "./counted-purchases";
import { MetricColumns } from "./metric-columns";
import { PurchaseMeter } from "./purchase-meter";
import { Windows } from "./windows";

export interface PurchaseFigures {
  readonly asOf: Day;
  readonly grossMargin: Ratio | null;
  readonly accounts: ReadonlyMap<string, number>;
  readonly windows: Windows;
  readonly counted: Pick<CountedPurchases, "leftOut" | "oldest" | "newest">;
  readonly columns: MetricColumns;
  /** One for every account asked for, by place. */
  readonly metrics: readonly PurchaseMetrics[];
  /** Profit is missing for more than half of the revenue of 12 months. */
  readonly byRevenue: boolean;
}

/** Accounts per step: some milliseconds of work. */
const accountsPerStep = 1_000;

/** A visit logged or a tier changed leaves the purchases as they are, and with them most of the work. */
export type KnownFigures = WeakMap<readonly Purchase[], PurchaseFigures>;
const knownOfAccounts: KnownFigures = new WeakMap();

/**
 * Everything that purchases alone decide, by place; `accounts` are ids with their places, several ids at one place are
 * taken for one account. Computed once for the same rows, accounts and day, as far as `known` remembers.
 */
export function* purchaseFigureSteps(
  purchases: readonly Purchase[],
  accounts: ReadonlyMap<string, number>,
  asOf: Day,
  grossMargin: Ratio | null,
  known = knownOfAccounts,
): Steps<PurchaseFigures> {
  const before = known.get(purchases);
  if (before?.asOf === asOf && before.grossMargin === grossMargin && sameAccounts(before.accounts, accounts))
    return before;
  const windows = new Windows(asOf);
  const counted = yield* countPurchaseSteps(purchases, accounts, asOf);
  const meter = new PurchaseMeter(counted, windows, grossMargin);
  const columns = new MetricColumns(accounts.size);
  const metrics = new Array<PurchaseMetrics>(accounts.size);
  for (let place = 0; place < accounts.size; place += 1) {
    meter.measure(place, columns);
    metrics[place] = columns.at(place);
    if (place % accountsPerStep === 0) yield;
  }
  const { leftOut, oldest, newest } = counted;
  const figures: PurchaseFigures = {
    ...{ asOf, grossMargin, accounts, windows, columns, metrics },
    counted: { leftOut, oldest, newest },
    byRevenue: meter.byRevenue,
  };
  known.set(purchases, figures);
  return figures;
}

function sameAccounts(some: ReadonlyMap<string, number>, others: ReadonlyMap<string, number>): boolean {
  if (some.size !== others.size) return false;
  const ids = others.keys();
  const places = others.values();
  for (const id of some.keys()) if (ids.next().value !== id) return false;
  for (const place of some.values()) if (places.next().value !== place) return false;
  return true;
}
