import type { CadenceRule } from "../records";
import type { Tier } from "../units";
import { defaultCadence } from "../defaults";

export interface TouchRhythm {
  /** Days. */
  readonly target: number;
  readonly maximum: number;
  readonly jitter: number;
}

/** Everything the cadence asks for accounts of a tier. */
export interface TierRhythm {
  readonly visit: TouchRhythm;
  readonly call: TouchRhythm;
  readonly reviewMonths: number;
}

/** What the cadence table says of each tier; `reviewSetting` is the setting for months between two reviews. */
export function tierRhythms(
  rules: readonly CadenceRule[],
  reviewSetting: number,
): Readonly<Record<Tier, TierRhythm>> {
  const ofTier = (tier: Tier): TierRhythm => ({
    visit: touchRhythm(rules, tier, "visit"),
    call: touchRhythm(rules, tier, "call"),
    reviewMonths: ruleFor(rules, tier, "review")?.target ?? reviewSetting,
  });
  return { important: ofTier("important"), special: ofTier("special"), general: ofTier("general") };
}

/** The rhythm of visits or calls of a tier; what the table leaves blank comes from the defaults. */
export function touchRhythm(rules: readonly CadenceRule[], tier: Tier, item: "visit" | "call"): TouchRhythm {
  const rule = ruleFor(rules, tier, item);
  const fallback = ruleFor(defaultCadence, tier, item);
  const target = rule?.target ?? fallback?.target ?? 0;
  const maximum =
    rule?.maximum ?? (rule === undefined || rule.target === null ? fallback?.maximum : null) ?? target;
  return { target, maximum: Math.max(target, maximum), jitter: rule?.jitter ?? fallback?.jitter ?? 0 };
}

/** Days without any contact before silence is worth a warning: the call maximum, the tightest rhythm there is. */
export function silenceLimit(rules: readonly CadenceRule[], tier: Tier): number {
  return touchRhythm(rules, tier, "call").maximum;
}

/** A row for the tier wins over one that names no tier and so counts for all. */
function ruleFor(
  rules: readonly CadenceRule[],
  tier: Tier,
  item: CadenceRule["item"],
): CadenceRule | undefined {
  const ofItem = rules.filter((rule) => rule.item === item);
  return ofItem.find((rule) => rule.tier === tier) ?? ofItem.find((rule) => rule.tier === null);
}
