/** The decisions table: what may be decided for whom, what it needs and what it does. */
import type { Tier } from "../../core/units";
import type { Decision } from "../card";

export interface DecisionFacts {
  readonly decision: Decision;
  /** Tier in force before the decision. */
  readonly tier: Tier;
  /** An open Watchlist row or a rule that fires. */
  readonly watched: boolean;
  readonly reason: string;
  readonly approver: string;
  readonly reviewer: string;
}

export interface Effect {
  /** What Apply stores in the Accounts table. */
  readonly tier: Tier;
  readonly exits: boolean;
  readonly closesWatch: boolean;
  /** Opens a Watchlist row by hand, the reason being its cause. */
  readonly opensWatch: boolean;
  /** Automatic rules that fire become Watchlist rows; after a release or an exit they would undo the decision. */
  readonly opensRules: boolean;
}

type StopCode = "notAllowed" | "noReason" | "noApprover" | "noReviewer" | "approverIsReviewer";

type Verdict =
  { readonly ok: true; readonly effect: Effect } | { readonly ok: false; readonly code: StopCode };

/** A special account counts as watched even where its row was closed by hand: release is its way back. */
const allowed: Readonly<Record<Decision, (facts: DecisionFacts) => boolean>> = {
  keep: () => true,
  promote: ({ tier }) => tier !== "important",
  demote: ({ tier }) => tier === "important",
  watch: () => true,
  release: ({ tier, watched }) => watched || tier === "special",
  exit: ({ tier }) => tier !== "important",
};

function tierAfter({ decision, tier }: DecisionFacts): Tier {
  switch (decision) {
    case "promote":
      return "important";
    case "demote":
    case "exit":
      return "general";
    case "watch":
      return tier === "general" ? "special" : tier;
    case "release":
      return tier === "special" ? "general" : tier;
    case "keep":
      return tier;
  }
}

const person = (name: string) => name.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();

function missingConsent({ approver, reviewer }: DecisionFacts): StopCode | null {
  if (person(approver) === "") return "noApprover";
  if (person(reviewer) === "") return "noReviewer";
  return person(approver) === person(reviewer) ? "approverIsReviewer" : null;
}

/** The effect of a decision, or why it cannot be applied. */
export function decide(facts: DecisionFacts): Verdict {
  const { decision } = facts;
  if (!allowed[decision](facts)) return { ok: false, code: "notAllowed" };
  if (decision !== "keep" && facts.reason.trim() === "") return { ok: false, code: "noReason" };
  const consent = decision === "exit" ? missingConsent(facts) : null;
  if (consent) return { ok: false, code: consent };
  return {
    ok: true,
    effect: {
      tier: tierAfter(facts),
      exits: decision === "exit",
      closesWatch: decision === "release",
      opensWatch: decision === "watch",
      opensRules: decision !== "release" && decision !== "exit",
    },
  };
}
