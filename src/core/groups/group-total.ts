import type { AccountFigures } from "../figures";
import { withoutDust } from "../purchases/without-dust";
import type { Money } from "../units";

/** What the accounts of a group come to together. */
export interface GroupTotal {
  readonly accounts: number;
  readonly revenue12: Money;
  /** null where the profit of any of them cannot be known. */
  readonly profit12: Money | null;
}

/** Sums of 12 months, in the currency of the workbook. */
export function groupTotal(members: readonly AccountFigures[]): GroupTotal {
  let revenue12 = 0;
  let profit12: Money | null = 0;
  for (const { metrics } of members) {
    revenue12 += metrics.revenue12;
    profit12 = profit12 === null || metrics.profit12 === null ? null : profit12 + metrics.profit12;
  }
  return {
    accounts: members.length,
    revenue12: withoutDust(revenue12),
    profit12: profit12 === null ? null : withoutDust(profit12),
  };
}
