import { silenceLimit } from "./cadence/cadence-rules";
import type { AxisScore, FiredRule, GroupBasis, PurchaseMetrics } from "./figures";
import type { Account, Axis, CadenceRule, CardSettings, Criterion, WatchEntry } from "./records";
import { axisScore, countingOn } from "./scoring/axis-score";
import { criterionReader, type ReadCriterion } from "./scoring/criterion-values";
import { proposeTier, tierInForce } from "./tier/propose-tier";
import { tiers, type Day, type Tier } from "./units";
import { firedRules } from "./watch/watch-rules";

/** Settings that decide scores, watch rules and tiers, beside the criteria. */
export type TierSettings = Pick<
  CardSettings,
  "tierCut" | "tierBand" | "strategicCut" | "watchMinimum" | "growingRatio" | "silenceWatches"
>;

/** The rules an account is judged by. */
export interface Rules {
  readonly criteria: readonly Criterion[];
  readonly cadence: readonly CadenceRule[];
  readonly settings: TierSettings;
}

/** What of an account the rules look at; none of it depends on them. */
interface JudgedFacts {
  readonly account: Account;
  readonly metrics: PurchaseMetrics;
  /** Takes the place of the account's own purchases in the economic score; watch rules stay each account's own. */
  readonly group: GroupBasis | null;
  /** Days since the last completed contact; null if never. */
  readonly silence: number | null;
  readonly openWatch: readonly WatchEntry[];
}

/** What the facts of all accounts are relative to. */
export interface JudgedDay {
  readonly asOf: Day;
  /** The workbook's purchases reach back 360 days or more. */
  readonly fullHistory360: boolean;
}

export interface Judgement {
  readonly economic: AxisScore;
  readonly strategic: AxisScore;
  readonly fired: readonly FiredRule[];
  readonly watched: boolean;
  readonly proposedTier: Tier;
  readonly tierInForce: Tier;
}

export type Judge = (facts: JudgedFacts) => Judgement;

/** What the rules come down to, worked out once for all accounts. */
interface Bench {
  readonly economic: AxisRules;
  readonly strategic: AxisRules;
  readonly silenceLimits: ReadonlyMap<Tier, number>;
  readonly settings: TierSettings;
  readonly day: JudgedDay;
}

/** Criteria of one axis that count, and how each is read. */
interface AxisRules {
  readonly axis: Axis;
  readonly criteria: readonly Criterion[];
  readonly readers: readonly ReadCriterion[];
}

/**
 * Scores, fired rules and tiers of accounts, one after the other: the one place where rules meet facts, for the model
 * and for what-if.
 */
export function judgeBy({ criteria, cadence, settings }: Rules, day: JudgedDay): Judge {
  const bench: Bench = {
    economic: rulesOn("economic", criteria),
    strategic: rulesOn("strategic", criteria),
    silenceLimits: new Map(tiers.map((tier) => [tier, silenceLimit(cadence, tier)])),
    settings,
    day,
  };
  return (facts) => judge(facts, bench);
}

function rulesOn(axis: Axis, all: readonly Criterion[]): AxisRules {
  const criteria = countingOn(axis, all);
  return { axis, criteria, readers: criteria.map(({ metric }) => criterionReader(metric)) };
}

function judge(facts: JudgedFacts, bench: Bench): Judgement {
  const { account, openWatch } = facts;
  const { group, metrics } = facts;
  const economic = group
    ? scoreOn(bench.economic, group.top, group.metrics)
    : scoreOn(bench.economic, account, metrics);
  const strategic = scoreOn(bench.strategic, account, metrics);
  const scores = { economic: economic.score, strategic: strategic.score };
  const proposed = proposeTier(scores, openWatch.length > 0, account.tier, bench.settings);
  // The silence limit needs a tier, which silence may move: it is the one the account has without that rule.
  const tierBefore = tierInForce(account.tier, proposed, openWatch);
  const fired = firedFor(facts, tierBefore, bench);
  const watched = openWatch.length > 0 || fired.length > 0;
  const proposedTier = proposeTier(scores, watched, account.tier, bench.settings);
  return {
    economic,
    strategic,
    fired,
    watched,
    proposedTier,
    tierInForce: tierInForce(account.tier, proposedTier, openWatch),
  };
}

function scoreOn(
  { axis, criteria, readers }: AxisRules,
  account: Account,
  metrics: PurchaseMetrics,
): AxisScore {
  const score = axisScore(axis, criteria, (_, index) => readers[index]?.(account, metrics) ?? null);
  // Columns of the user's own alone make no economic value of an account that never bought.
  return axis === "economic" && metrics.lastPurchase === null ? { ...score, score: null } : score;
}

function firedFor(
  { metrics, silence }: JudgedFacts,
  tier: Tier,
  { silenceLimits, settings, day: { asOf, fullHistory360 } }: Bench,
): readonly FiredRule[] {
  const customerFor = metrics.firstPurchase === null ? null : asOf - metrics.firstPurchase;
  const limit = silenceLimits.get(tier) ?? 0;
  return firedRules({ metrics, silence, silenceLimit: limit, fullHistory360, customerFor }, settings);
}
