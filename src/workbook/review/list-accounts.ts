/** Which accounts stand on which review sheet, and in which order. */
import type { AccountFigures, CardModel } from "../../core/figures";
import type { Tier } from "../../core/units";
import { proposedDecision } from "./propose-decision";
import type { ReviewRow, TypedRow } from "./review-row";

/** Applied reviews the listing depends on. */
export interface PastReviews {
  /** Account → tier before its review of this cycle: an account already reviewed keeps its place. */
  readonly thisCycle: ReadonlyMap<string, Tier>;
  /** Account → tier before its newest review of any earlier cycle. */
  readonly earlier: ReadonlyMap<string, Tier>;
}

export const noPastReviews: PastReviews = { thisCycle: new Map(), earlier: new Map() };

/** 0 lost · 1 churn sign and other risks · 2 growing · 3 on watch without a cause. */
export function watchGroup(figures: AccountFigures): 0 | 1 | 2 | 3 {
  const kinds = new Set([...figures.openWatch, ...figures.fired].map((entry) => entry.kind));
  if (kinds.has("lost")) return 0;
  if ([...kinds].some((kind) => kind !== "growing")) return 1;
  return kinds.has("growing") ? 2 : 3;
}

const byPurchases = (a: AccountFigures, b: AccountFigures) =>
  b.metrics.revenue12 - a.metrics.revenue12 || (a.account.id < b.account.id ? -1 : 1);

const byGroup = (a: AccountFigures, b: AccountFigures) => watchGroup(a) - watchGroup(b) || byPurchases(a, b);

/**
 * Accounts of a sheet: by the tier in force, or by the tier before if this cycle has reviewed the account
 * already, so that a decision never leaves its sheet within a cycle. A watched important account is listed
 * on the special sheet, too.
 */
function listedAccounts(model: CardModel, tier: Tier, past: PastReviews): AccountFigures[] {
  const listed: AccountFigures[] = [];
  for (const id of model.order) {
    const figures = model.accounts.get(id);
    if (!figures) continue;
    const place = past.thisCycle.get(id) ?? figures.tierInForce;
    if (place === tier || (tier === "special" && place === "important" && figures.watched))
      listed.push(figures);
  }
  return listed.sort(tier === "special" ? byGroup : byPurchases);
}

/** Rows of a sheet with what was typed into them before. */
export function reviewRows(
  model: CardModel,
  tier: Tier,
  past: PastReviews,
  typed: ReadonlyMap<string, TypedRow>,
): ReviewRow[] {
  return listedAccounts(model, tier, past).map((figures, index) => {
    const was = past.thisCycle.get(figures.account.id) ?? past.earlier.get(figures.account.id) ?? null;
    return {
      rank: index + 1,
      figures,
      was: was === figures.tierInForce ? null : was,
      proposed: proposedDecision(figures),
      typed: typed.get(figures.account.id) ?? null,
    };
  });
}
