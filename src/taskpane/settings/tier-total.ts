import type { Tier } from "../../core/units";
import type { TierTotal } from "../../core/what-if/try-rules";

export const totalOf = (totals: readonly TierTotal[], tier: Tier): TierTotal =>
  totals.find((total) => total.tier === tier) ?? { tier, accounts: 0, revenue12: 0, share: null };
