import type { Money, Ratio } from "../units";

/**
 * Share of the total that strictly larger amounts make up, by amount; amounts of 0 or less count 0 and stand behind the
 * whole of it. Without any amount everybody stands behind the whole.
 */
export function sharesBefore(values: readonly Money[]): Map<Money, Ratio> {
  const amounts = values.map((value) => Math.max(0, value)).sort((a, b) => b - a);
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const shares = new Map<Money, Ratio>();
  let larger = 0;
  amounts.forEach((amount) => {
    if (!shares.has(amount)) shares.set(amount, total > 0 ? larger / total : 1);
    larger += amount;
  });
  // An amount of nothing stands behind the whole of it, whatever rounding says.
  shares.set(0, 1);
  return shares;
}

/** 1 + how many are strictly larger, by value. */
export function ranksOf(values: readonly number[]): Map<number, number> {
  const ranks = new Map<number, number>();
  [...values]
    .sort((a, b) => b - a)
    .forEach((value, place) => {
      if (!ranks.has(value)) ranks.set(value, place + 1);
    });
  return ranks;
}

/** Shares are compared with a tolerance of 1e-12, counts made from shares with 1e-9 (FN5). */
export const shareTolerance = 1e-12;
export const countTolerance = 1e-9;
