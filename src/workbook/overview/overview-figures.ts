/** What the overview says of all accounts together. Amounts are purchases of the last 12 months. */
import type { AccountFigures, CardModel } from "../../core/figures";
import { paretoRows, type AbcClass, type ParetoRow } from "../../core/portfolio/pareto";
import { tiers, type Money, type Ratio, type Tier } from "../../core/units";

/** A brings this share of the purchases, A and B that. */
export const cutA = 0.8;
const cutB = 0.95;

export interface Part<Name extends string> {
  readonly name: Name;
  readonly accounts: number;
  readonly amount: Money;
  readonly accountShare: Ratio;
  readonly amountShare: Ratio;
  /** null where nobody is in it. */
  readonly mean: Money | null;
}

export interface RankedAccount {
  readonly figures: AccountFigures;
  readonly pareto: ParetoRow;
}

export interface OverviewFigures {
  readonly accounts: number;
  readonly buying: number;
  readonly total: Money;
  /** Of the 12 months before. */
  readonly before: Money;
  /** By purchases, then id. */
  readonly ranked: readonly RankedAccount[];
  readonly tiers: readonly Part<Tier>[];
  readonly classes: readonly Part<AbcClass>[];
  /** How many accounts of one size would be as concentrated: 1 ÷ HHI; null without purchases. */
  readonly effective: number | null;
}

function parts<Name extends string>(
  names: readonly Name[],
  ranked: readonly RankedAccount[],
  nameOf: (account: RankedAccount) => Name,
): Part<Name>[] {
  const total = amountOf(ranked);
  return names.map((name) => {
    const members = ranked.filter((account) => nameOf(account) === name);
    const amount = amountOf(members);
    return {
      name,
      accounts: members.length,
      amount,
      accountShare: ranked.length > 0 ? members.length / ranked.length : 0,
      amountShare: total > 0 ? amount / total : 0,
      mean: members.length > 0 ? amount / members.length : null,
    };
  });
}

const amountOf = (ranked: readonly RankedAccount[]): Money =>
  ranked.reduce((sum, { figures }) => sum + figures.metrics.revenue12, 0);

export function overviewFigures(model: CardModel): OverviewFigures {
  const all = model.order.flatMap((id) => model.accounts.get(id) ?? []);
  const amounts = all.map(({ metrics }) => metrics.revenue12);
  const rows = paretoRows(
    amounts,
    all.map(({ account }) => account.id),
    cutA,
    cutB,
  );
  const ranked = all
    .flatMap((figures, index) => {
      const pareto = rows[index];
      return pareto ? [{ figures, pareto }] : [];
    })
    .sort(
      (a, b) => b.pareto.value - a.pareto.value || (a.figures.account.id < b.figures.account.id ? -1 : 1),
    );
  const concentration = rows.reduce((sum, { share }) => sum + share * share, 0);
  return {
    accounts: all.length,
    buying: amounts.filter((amount) => amount > 0).length,
    total: amounts.reduce((sum, amount) => sum + amount, 0),
    before: all.reduce((sum, { metrics }) => sum + metrics.revenueBefore, 0),
    ranked,
    tiers: parts(tiers, ranked, ({ figures }) => figures.tierInForce),
    classes: parts(["A", "B", "C"] as const, ranked, ({ pareto }) => pareto.class),
    effective: concentration > 0 ? 1 / concentration : null,
  };
}
