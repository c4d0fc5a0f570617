import { countTolerance } from "../statistics/shares";
import { midRankBins } from "../statistics/order-statistics";
import type { Money, Ratio } from "../units";

export type ProfitSegment = "CORE" | "KEEP" | "EXIT";

/**
 * 20/60/20: the ⌈top·n⌉ best are CORE, the ⌊bottom·n⌋ worst EXIT, the others KEEP. Ties go to the better class and CORE
 * wins. With `rule` loss, only those of the bottom that lose money are EXIT.
 */
export function profitSegments(
  profits: readonly Money[],
  top: Ratio,
  bottom: Ratio,
  rule: "count" | "loss",
): ProfitSegment[] {
  const sorted = [...profits].sort((a, b) => b - a);
  const best = Math.ceil(top * profits.length - countTolerance);
  const worst = Math.floor(bottom * profits.length + countTolerance);
  const coreFrom = best > 0 ? (sorted[best - 1] ?? Infinity) : Infinity;
  // The first value that is still kept: whoever equals it is kept as well.
  const keptFrom = worst > 0 ? (sorted[sorted.length - worst - 1] ?? Infinity) : -Infinity;
  return profits.map((profit) => {
    if (profit >= coreFrom) return "CORE";
    return profit < keptFrom && (rule === "count" || profit < 0) ? "EXIT" : "KEEP";
  });
}

export type Level = "HIGH" | "MEDIUM" | "LOW";

const levels = ["LOW", "MEDIUM", "HIGH"] as const;

/** HIGH, MEDIUM, LOW by two cuts (≥ is the higher class), without cuts by thirds of the mid-ranks. */
export function classifyValues(values: readonly number[], cuts: readonly [number, number] | null): Level[] {
  if (cuts === null) return midRankBins(values, 3).map((bin) => levels[bin - 1] ?? "LOW");
  const [low, high] = [Math.min(...cuts), Math.max(...cuts)];
  return values.map((value) => (value >= high ? "HIGH" : value >= low ? "MEDIUM" : "LOW"));
}
