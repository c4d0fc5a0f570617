import { silenceLimit } from "./cadence/cadence-rules";
import type { AccountFigures, FiredRule, PurchaseMetrics } from "./figures";
import type { CadenceRule, CardSettings, Criterion, WatchEntry } from "./records";
import { AxisScores } from "./scoring/axis-score";
import type { ScoreBasis } from "./scoring/criterion-values";
import type { Steps } from "./steps";
import { proposeTier, tierInForce } from "./tier/propose-tier";
import type { Tier } from "./units";
import { firedRules, firing, type WatchDay } from "./watch/watch-rules";

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

/** What of all accounts the rules look at, by place; none of it depends on them. */
export interface JudgedFacts {
  readonly day: WatchDay;
  readonly metrics: readonly PurchaseMetrics[];
  /** Where groups are scored, purchases of the group take the place of the account's own; watch rules stay its own. */
  readonly economic: ScoreBasis;
  readonly strategic: ScoreBasis;
  /** Days since the last completed contact; NaN if never. */
  readonly silence: Float64Array;
  readonly openWatch: readonly (readonly WatchEntry[])[];
}

export type Judgement = Pick<
  AccountFigures,
  "economic" | "strategic" | "fired" | "watched" | "proposedTier" | "tierInForce"
>;

/** Accounts per step: some milliseconds of work. */
const accountsPerStep = 2_000;

/**
 * Scores, fired rules and tiers of all accounts: the one place where rules meet facts, for the model and for what-if.
 */
export function* judgeSteps(rules: Rules, facts: JudgedFacts): Steps<Judgements> {
  const judgements = new Judgements(rules, facts);
  for (let place = 0; place < facts.metrics.length; place += 1) {
    judgements.judge(place);
    if (place % accountsPerStep === 0) yield;
  }
  return judgements;
}

/** Columns of what the rules say, by place. */
export class Judgements {
  readonly economic: AxisScores;
  readonly strategic: AxisScores;
  readonly proposedTiers: Tier[];
  readonly tiersInForce: Tier[];
  private readonly fires: Uint8Array;
  private readonly facts: JudgedFacts;
  private readonly settings: TierSettings;
  private readonly silenceLimits: Readonly<Record<Tier, number>>;

  constructor({ criteria, cadence, settings }: Rules, facts: JudgedFacts) {
    this.economic = new AxisScores("economic", criteria, facts.economic);
    this.strategic = new AxisScores("strategic", criteria, facts.strategic);
    this.proposedTiers = new Array<Tier>(facts.metrics.length);
    this.tiersInForce = new Array<Tier>(facts.metrics.length);
    this.fires = new Uint8Array(facts.metrics.length);
    this.facts = facts;
    this.settings = settings;
    this.silenceLimits = {
      important: silenceLimit(cadence, "important"),
      special: silenceLimit(cadence, "special"),
      general: silenceLimit(cadence, "general"),
    };
  }

  judge(place: number): void {
    const { day, metrics, openWatch } = this.facts;
    const entries = openWatch[place] ?? [];
    const tooSilent = this.settings.silenceWatches && this.isTooSilent(place);
    this.fires[place] = firing(metrics[place] as PurchaseMetrics, tooSilent, day, this.settings);
    const proposed = this.proposedAt(place, this.watchedAt(place));
    this.proposedTiers[place] = proposed;
    this.tiersInForce[place] = tierInForce(this.storedAt(place), proposed, entries);
  }

  at(place: number): Judgement {
    return {
      economic: this.economic.at(place),
      strategic: this.strategic.at(place),
      fired: this.firedAt(place),
      watched: this.watchedAt(place),
      proposedTier: this.proposedTiers[place] ?? "general",
      tierInForce: this.tiersInForce[place] ?? "general",
    };
  }

  firedAt(place: number): readonly FiredRule[] {
    const fires = this.fires[place] ?? 0;
    if (fires === 0) return none;
    const contacted = { silence: this.facts.silence[place] ?? 0, limit: this.silenceLimitAt(place) };
    return firedRules(fires, this.facts.metrics[place] as PurchaseMetrics, contacted, this.settings);
  }

  watchedAt(place: number): boolean {
    return this.hasOpenWatch(place) || (this.fires[place] ?? 0) > 0;
  }

  private storedAt(place: number): Tier | null {
    return this.facts.strategic.accounts[place]?.tier ?? null;
  }

  private hasOpenWatch(place: number): boolean {
    return (this.facts.openWatch[place]?.length ?? 0) > 0;
  }

  /** Never contacted is none. */
  private isTooSilent(place: number): boolean {
    return (this.facts.silence[place] ?? Number.NaN) > this.silenceLimitAt(place);
  }

  /** The limit needs a tier, which silence may move: it is the one the account has without that rule. */
  private silenceLimitAt(place: number): number {
    const before = this.proposedAt(place, this.hasOpenWatch(place));
    return this.silenceLimits[tierInForce(this.storedAt(place), before, this.facts.openWatch[place] ?? [])];
  }

  private proposedAt(place: number, watched: boolean): Tier {
    const scores = { economic: this.economic.scoreAt(place), strategic: this.strategic.scoreAt(place) };
    return proposeTier(scores, watched, this.storedAt(place), this.settings);
  }
}

const none: readonly FiredRule[] = [];
