import type { GroupBasis, PurchaseMetrics } from "../figures";
import { purchaseFigureSteps, type KnownFigures } from "../purchases/metrics-of-all";
import type { Account, CardRecords } from "../records";
import type { ScoreBasis } from "../scoring/criterion-values";
import type { Steps } from "../steps";
import type { Day } from "../units";
import { AccountGroups } from "./account-groups";

const knownOfGroups: KnownFigures = new WeakMap();

export interface GroupBases {
  /** Single accounts are not among them. */
  readonly byAccount: ReadonlyMap<string, GroupBasis>;
  /** The same as columns, single accounts among them; null = there is no group. */
  readonly basis: ScoreBasis | null;
}

/**
 * What the accounts of groups are scored by. Every figure is counted from the merged purchases, as if the group were one
 * account: two members buying on one day make one purchase day.
 */
export function* groupBasisSteps(
  { purchases, settings }: CardRecords,
  accounts: readonly Account[],
  places: ReadonlyMap<string, number>,
  asOf: Day,
): Steps<GroupBases> {
  const groups = new AccountGroups(accounts);
  if (!groups.any) return { byAccount: new Map(), basis: null };
  const tops = accounts.map((account) => groups.topOf(account));
  const topPlaces = Int32Array.from(tops, ({ id }, at) => places.get(id) ?? at);
  // Single accounts stay among them: what counts as the breadth and the age of the workbook's data stays the same.
  const merged = new Map(accounts.map(({ id }, at) => [id, topPlaces[at] ?? at]));
  const { metrics, columns } = yield* purchaseFigureSteps(
    purchases,
    merged,
    asOf,
    settings.grossMargin,
    knownOfGroups,
  );
  return {
    byAccount: basisByAccount(tops, accounts, (top) => metrics[places.get(top.id) ?? -1]),
    basis: { accounts: tops, columns, places: topPlaces },
  };
}

function basisByAccount(
  tops: readonly Account[],
  accounts: readonly Account[],
  metricsOf: (top: Account) => PurchaseMetrics | undefined,
): ReadonlyMap<string, GroupBasis> {
  const sizes = new Map<Account, number>();
  for (const top of tops) sizes.set(top, (sizes.get(top) ?? 0) + 1);
  const bases = new Map<Account, GroupBasis>();
  for (const [top, members] of sizes) {
    const metrics = metricsOf(top);
    if (members > 1 && metrics) bases.set(top, { top, members, metrics });
  }
  const found = new Map<string, GroupBasis>();
  for (const [at, { id }] of accounts.entries()) {
    const basis = bases.get(tops[at] as Account);
    if (basis) found.set(id, basis);
  }
  return found;
}
