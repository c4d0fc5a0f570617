import type { CadenceRule } from "../records";
import type { Tier } from "../units";
import { defaultCadence } from "../defaults";

export interface TouchRhythm {
  /** Days. */
  readonly target: number;
  readonly maximum: number;
  readonly jitter: number;
}

/** The rhythm of visits or calls of a tier; what the table leaves blank comes from the defaults. */
export function touchRhythm(rules: readonly CadenceRule[], tier: Tier, item: "visit" | "call"): TouchRhythm {
  const known = rhythms.get(rules) ?? new Map<string, TouchRhythm>();
  rhythms.set(rules, known);
  const place = `${tier} ${item}`;
  const rhythm = known.get(place) ?? findRhythm(rules, tier, item);
  known.set(place, rhythm);
  return rhythm;
}

/** Asked three times for every account, with the same six answers. */
const rhythms = new WeakMap<readonly CadenceRule[], Map<string, TouchRhythm>>();

function findRhythm(rules: readonly CadenceRule[], tier: Tier, item: "visit" | "call"): TouchRhythm {
  const rule = ruleFor(rules, tier, item);
  const fallback = ruleFor(defaultCadence, tier, item);
  const target = rule?.target ?? fallback?.target ?? 0;
  const maximum =
    rule?.maximum ?? (rule === undefined || rule.target === null ? fallback?.maximum : null) ?? target;
  return { target, maximum: Math.max(target, maximum), jitter: rule?.jitter ?? fallback?.jitter ?? 0 };
}

/** Months between two reviews of a tier: its Cadence row, else the setting. */
export function reviewMonths(rules: readonly CadenceRule[], tier: Tier, setting: number): number {
  return ruleFor(rules, tier, "review")?.target ?? setting;
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
