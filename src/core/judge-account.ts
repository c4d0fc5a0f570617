import { silenceLimit } from "./cadence/cadence-rules";
import type { AxisScore, FiredRule, PurchaseMetrics } from "./figures";
import type { Account, Axis, CadenceRule, CardSettings, Criterion, WatchEntry } from "./records";
import { axisScore } from "./scoring/axis-score";
import { criterionValue } from "./scoring/criterion-values";
import { proposeTier, tierInForce } from "./tier/propose-tier";
import type { Day, Tier } from "./units";
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
export interface JudgedFacts {
  readonly account: Account;
  readonly metrics: PurchaseMetrics;
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

/** Scores, fired rules and tiers of one account: the one place where rules meet facts, for the model and for what-if. */
export function judgeAccount(facts: JudgedFacts, rules: Rules, day: JudgedDay): Judgement {
  const { account, openWatch } = facts;
  const economic = scoreOn("economic", facts, rules.criteria);
  const strategic = scoreOn("strategic", facts, rules.criteria);
  const scores = { economic: economic.score, strategic: strategic.score };
  const propose = (watched: boolean): Tier => proposeTier(scores, watched, account.tier, rules.settings);
  // The silence limit needs a tier, which silence may move: it is the one the account has without that rule.
  const tierBefore = tierInForce(account.tier, propose(openWatch.length > 0), openWatch);
  const fired = rulesOf(facts, tierBefore, rules, day);
  const watched = openWatch.length > 0 || fired.length > 0;
  const proposedTier = propose(watched);
  return {
    economic,
    strategic,
    fired,
    watched,
    proposedTier,
    tierInForce: tierInForce(account.tier, proposedTier, openWatch),
  };
}

function scoreOn(axis: Axis, { account, metrics }: JudgedFacts, criteria: readonly Criterion[]): AxisScore {
  const score = axisScore(axis, criteria, ({ metric }) => criterionValue(account, metrics, metric));
  // Columns of the user's own alone make no economic value of an account that never bought.
  return axis === "economic" && metrics.lastPurchase === null ? { ...score, score: null } : score;
}

function rulesOf(
  { metrics, silence }: JudgedFacts,
  tier: Tier,
  { cadence, settings }: Rules,
  { asOf, fullHistory360 }: JudgedDay,
): FiredRule[] {
  const customerFor = metrics.firstPurchase === null ? null : asOf - metrics.firstPurchase;
  const facts = {
    metrics,
    silence,
    silenceLimit: silenceLimit(cadence, tier),
    fullHistory360,
    customerFor,
  };
  return firedRules(facts, settings);
}
