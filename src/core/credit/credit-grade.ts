import type { Money, Ratio, Score } from "../units";

type CreditGrade = "AAA" | "AA" | "A" | "BBB" | "BB" | "B" | "C";

/** What held a grade down. */
type CreditReason = "HARD" | "OVERDUE180" | "OVERDUE90";

/** Points are what the factors earn; what holds a grade down leaves them as they are. */
export interface CreditRating {
  readonly points: Score;
  readonly grade: CreditGrade;
  readonly reason: CreditReason | null;
}

const lowest: readonly (readonly [Score, CreditGrade])[] = [
  [90, "AAA"],
  [80, "AA"],
  [70, "A"],
  [60, "BBB"],
  [50, "BB"],
  [40, "B"],
];

/**
 * Weighted mean of factors of 0–100 and its grade; missing factors leave their weight to the others, null with less than
 * half of it present. More than 90 days overdue is at most B; more than 180, or a hard fact such as bankruptcy, C.
 */
export function creditRating(
  factors: readonly (number | null)[],
  weights: readonly number[],
  overdueDays: number | null,
  hard: boolean,
): CreditRating | null {
  let [present, points, total] = [0, 0, 0];
  weights.forEach((weight, index) => {
    total += weight;
    const factor = factors[index] ?? null;
    if (factor === null) return;
    present += weight;
    points += weight * factor;
  });
  if (present <= 0 || present < total / 2) return null;
  const mean = points / present;
  const earned = lowest.find(([from]) => mean >= from - 1e-9)?.[1] ?? "C";
  const overdue = overdueDays ?? 0;
  if (hard) return { points: mean, grade: "C", reason: earned === "C" ? null : "HARD" };
  if (overdue > 180) return { points: mean, grade: "C", reason: earned === "C" ? null : "OVERDUE180" };
  if (overdue > 90 && earned !== "C") {
    return { points: mean, grade: "B", reason: earned === "B" ? null : "OVERDUE90" };
  }
  return { points: mean, grade: earned, reason: null };
}

export type CreditState = "OK" | "NEAR" | "OVER";

/** Share of the credit limit in use; null without a limit. */
export function creditUse(limit: Money | null, used: Money): { fraction: Ratio; state: CreditState } | null {
  if (limit === null || limit <= 0) return null;
  const fraction = used / limit;
  return { fraction, state: fraction <= 0.8 + 1e-12 ? "OK" : fraction <= 1 + 1e-12 ? "NEAR" : "OVER" };
}

export type RiskLevel = "LOW" | "MEDIUM" | "HIGH" | "EXTREME";

/** Likelihood × impact, each 1–5; any flag makes it extreme. */
export function riskLevel(
  likelihood: number,
  impact: number,
  flagged: boolean,
): { value: number; level: RiskLevel } {
  const value = likelihood * impact;
  if (flagged || value >= 15) return { value, level: "EXTREME" };
  return { value, level: value >= 10 ? "HIGH" : value >= 5 ? "MEDIUM" : "LOW" };
}
