/** What set-up writes into a new workbook: section 8 as data. Every number is editable afterwards. */
import type { CadenceItem, CadenceRule, CardSettings, Criterion } from "./records";
import type { Language, Tier } from "./units";

/** Criteria without their labels, which come from the locales (`labels:criterion.<id>`). */
export type DefaultCriterion = Omit<Criterion, "label">;

/**
 * The high bounds of REV, FRQ, BRD and PRF are starting values for a workbook without purchases; with the sample, or
 * after the first import, they are replaced by those proposed from the portfolio.
 */
export const defaultCriteria: readonly DefaultCriterion[] = [
  economic("REV", "revenue12", 0, 100_000, 35),
  economic("FRQ", "purchaseDays12", 0, 12, 20),
  economic("RCY", "daysSinceLast", 180, 0, 15),
  economic("REG", "months12", 0, 12, 10),
  economic("BRD", "breadth12", 0, 8, 10),
  economic("GRW", "growth180", -0.5, 0.5, 10),
  economic("PRF", "profit12", 0, 20_000, 0),
  strategic("POS", "marketPosition", 25),
  strategic("INF", "influence", 20),
  strategic("REP", "reputation", 15),
  strategic("POT", "potential", 20),
  strategic("FIT", "fit", 15),
  strategic("CPX", "complexity", 5),
];

export const defaultCadence: readonly CadenceRule[] = [
  ...forTiers("review", [2, null, 0], [2, null, 0], [2, null, 0]),
  ...forTiers("visit", [30, 45, 0], [30, 45, 7], [180, 365, 0]),
  ...forTiers("call", [14, 30, 0], [14, 21, 0], [60, 90, 0]),
  ...forTiers("survey", [180, null, 0], [180, null, 0], [365, null, 0]),
  ...forTiers("report", [30, null, 0], [30, null, 0], [null, null, 0]),
  ...forTiers("drill", [365, null, 0], [365, null, 0], [null, null, 0]),
  { tier: null, item: "backup", target: 7, maximum: null, jitter: 0 },
];

/** Settings of a new workbook; watch minimum and growing ratio are proposed anew once there are purchases. */
export function defaultSettings(language: Language): CardSettings {
  return {
    asOf: null,
    language,
    currency: language === "zh-CN" ? "CNY" : "USD",
    grossMargin: null,
    reviewMonths: 2,
    tierCut: 65,
    tierBand: 3,
    strategicCut: 80,
    watchMinimum: 5_000,
    growingRatio: 2,
    ruleVersion: 1,
    schemaVersion: 1,
    silenceWatches: false,
    scoreGroups: false,
  };
}

function economic(id: string, metric: string, low: number, high: number, weight: number): DefaultCriterion {
  return { id, axis: "economic", metric, low, high, weight };
}

function strategic(id: string, metric: string, weight: number): DefaultCriterion {
  return { id, axis: "strategic", metric, low: 1, high: 5, weight };
}

type Rhythm = readonly [target: number | null, maximum: number | null, jitter: number];

function forTiers(item: CadenceItem, important: Rhythm, special: Rhythm, general: Rhythm): CadenceRule[] {
  const row = (tier: Tier, [target, maximum, jitter]: Rhythm): CadenceRule => ({
    tier,
    item,
    target,
    maximum,
    jitter,
  });
  return [row("important", important), row("special", special), row("general", general)];
}
