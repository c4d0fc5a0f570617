import type { AccountFigures } from "../figures";
import type { CreditRatings } from "../records";
import type { Score } from "../units";
import { creditRating, type CreditRating } from "./credit-grade";

type CreditFactor = keyof CreditRatings;

/** Weights of section 8, in the order of the Accounts columns. */
const weights: readonly (readonly [CreditFactor, number])[] = [
  ["state", 25],
  ["ability", 25],
  ["history", 30],
  ["reputation", 20],
];

export interface AccountCredit extends CreditRating {
  readonly bankrupt: boolean;
  /** Where most points are lost; null where every rating is the best one. */
  readonly weakest: { readonly factor: CreditFactor; readonly rating: number } | null;
  readonly unrated: readonly CreditFactor[];
}

/**
 * Points and grade of an account from its ratings of 1 to 5; null with less than half of the weight rated. An open
 * bankruptcy is grade C. Days overdue hold nothing down, and history counts as rated only, as long as no table of
 * receivables is read.
 */
export function creditOf({ account, openWatch }: AccountFigures): AccountCredit | null {
  const factors = weights.map(([factor]) => pointsOf(account.creditRatings[factor]));
  const bankrupt = openWatch.some(({ kind }) => kind === "bankruptcy");
  const rating = creditRating(
    factors,
    weights.map(([, weight]) => weight),
    null,
    bankrupt,
  );
  if (rating === null) return null;
  return {
    ...rating,
    bankrupt,
    weakest: weakestOf(account.creditRatings),
    unrated: weights.map(([factor]) => factor).filter((factor) => account.creditRatings[factor] === null),
  };
}

/** A rating beyond the scale counts as its nearest end, as on the strategic axis. */
function pointsOf(rating: number | null): Score | null {
  return rating === null ? null : 100 * Math.min(1, Math.max(0, (rating - 1) / 4));
}

function weakestOf(ratings: CreditRatings): AccountCredit["weakest"] {
  let [weakest, most]: [AccountCredit["weakest"], number] = [null, 0];
  for (const [factor, weight] of weights) {
    const rating = ratings[factor];
    const lost = weight * (100 - (pointsOf(rating) ?? 100));
    if (rating !== null && lost > most) [weakest, most] = [{ factor, rating }, lost];
  }
  return weakest;
}
