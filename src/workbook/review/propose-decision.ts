import type { AccountFigures } from "../../core/figures";
import type { Decision } from "../card";

/**
 * What the figures suggest. Exit is never proposed: it takes a person's reason and a second person's consent
 * (S49, S50). A special account whose rules newly fired is proposed to be kept: keeping opens the rows.
 */
export function proposedDecision(figures: AccountFigures): Decision {
  const { tierInForce: now, proposedTier: next, fired, openWatch } = figures;
  if (now === "important" && next !== "important") return "demote";
  if (now !== "important" && next === "important") return "promote";
  if (now === "special" && next === "general") return "release";
  if (now === "general" && next === "special") return "watch";
  const open = new Set(openWatch.map((entry) => entry.kind));
  return now === "important" && fired.some((rule) => !open.has(rule.kind)) ? "watch" : "keep";
}
