import type { AccountFigures, CardModel } from "../figures";
import { judgeSteps, type JudgedFacts, type Judgement, type Rules } from "../judge-account";
import type { Account } from "../records";
import type { ScoreBasis } from "../scoring/criterion-values";
import { finish } from "../steps";
import type { Money, Ratio, Score, Tier } from "../units";
import { tiers } from "../units";

/** Figures of Accounts columns that the criteria in force do not name yet: column → account id → number. */
export type ColumnFigures = ReadonlyMap<string, ReadonlyMap<string, number | null>>;

/** An account whose proposed tier is another one under the rules tried. */
export interface Mover {
  readonly account: Account;
  readonly from: Tier;
  readonly to: Tier;
  /** Economic scores. */
  readonly before: Score | null;
  readonly after: Score | null;
  /** No tier is stored, so the tier in force moves with the proposal; otherwise only a decision moves it. */
  readonly atOnce: boolean;
}

export interface TierTotal {
  readonly tier: Tier;
  readonly accounts: number;
  readonly revenue12: Money;
  /** Of the revenue of all accounts; null where there is none. */
  readonly share: Ratio | null;
}

export interface WhatIf {
  /** By account id, in the order of the Accounts table: what the model would hold under these rules (FN8). */
  readonly judged: ReadonlyMap<string, Judgement>;
  /** Those that become important first, then by revenue. */
  readonly movers: readonly Mover[];
  /** By proposed tier, in the order of the tiers. */
  readonly now: readonly TierTotal[];
  readonly then: readonly TierTotal[];
}

/**
 * The tiers of all accounts under other rules (J7). Works from the metrics the model holds, never from purchases: the
 * settings that shape metrics (as-of day, gross margin) are not among the rules. Nothing is written anywhere.
 */
export function tryRules(model: CardModel, rules: Rules, columns: ColumnFigures = new Map()): WhatIf {
  const judgements = finish(judgeSteps(rules, withColumnsIn(model.facts, columns)));
  const judged = new Map<string, Judgement>();
  const movers: Ranked[] = [];
  const all = [...model.accounts.values()];
  for (const [place, figures] of all.entries()) {
    const then = judgements.at(place);
    judged.set(figures.account.id, then);
    if (then.proposedTier !== figures.proposedTier) movers.push(moverOf(figures, then));
  }
  return {
    judged,
    movers: movers.sort(mostImportantFirst),
    now: totalsOf(model, (id) => model.accounts.get(id)?.proposedTier, all),
    then: totalsOf(model, (id) => judged.get(id)?.proposedTier, all),
  };
}

function withColumnsIn(facts: JudgedFacts, columns: ColumnFigures): JudgedFacts {
  if (columns.size === 0) return facts;
  const read = (basis: ScoreBasis): ScoreBasis => ({
    ...basis,
    accounts: basis.accounts.map((account) => withColumns(account, columns)),
  });
  return { ...facts, economic: read(facts.economic), strategic: read(facts.strategic) };
}

function withColumns(account: Account, columns: ColumnFigures): Account {
  const more = [...columns].map(([column, figures]) => [column, figures.get(account.id) ?? null] as const);
  return { ...account, numbers: { ...Object.fromEntries(more), ...account.numbers } };
}

type Ranked = Mover & { readonly revenue12: Money };

const moverOf = ({ account, proposedTier, economic, metrics }: AccountFigures, then: Judgement): Ranked => ({
  account,
  from: proposedTier,
  to: then.proposedTier,
  before: economic.score,
  after: then.economic.score,
  atOnce: account.tier === null,
  revenue12: metrics.revenue12,
});

function mostImportantFirst(a: Ranked, b: Ranked): number {
  return (
    tiers.indexOf(a.to) - tiers.indexOf(b.to) ||
    tiers.indexOf(a.from) - tiers.indexOf(b.from) ||
    b.revenue12 - a.revenue12
  );
}

function totalsOf(
  { totalRevenue12 }: CardModel,
  tierOf: (id: string) => Tier | undefined,
  accounts: readonly AccountFigures[],
): TierTotal[] {
  return tiers.map((tier) => {
    const members = accounts.filter(({ account }) => tierOf(account.id) === tier);
    const revenue12 = members.reduce((sum, { metrics }) => sum + metrics.revenue12, 0);
    const share = totalRevenue12 > 0 ? revenue12 / totalRevenue12 : null;
    return { tier, accounts: members.length, revenue12, share };
  });
}
