import { tiers, type Tier } from "../../../src/core/units";
import { decisions, type Decision } from "../../../src/workbook/card";
import { decide, type DecisionFacts } from "../../../src/workbook/review/decide";
import { decisionOf } from "../../../src/workbook/review/decision-word";
import { Labels } from "../../../src/workbook/codec/labels";

const facts = (decision: Decision, tier: Tier, given: Partial<DecisionFacts> = {}): DecisionFacts => ({
  decision,
  tier,
  watched: false,
  reason: "because",
  approver: "Bob",
  reviewer: "Ann",
  ...given,
});

/** Stored tier after each decision; – where it is not allowed. Watched accounts in capitals. */
const table: Record<Decision, Record<Tier, string>> = {
  keep: { important: "important", special: "special", general: "general" },
  promote: { important: "–", special: "important", general: "important" },
  demote: { important: "general", special: "–", general: "–" },
  watch: { important: "important", special: "special", general: "special" },
  release: { important: "–", special: "general", general: "–" },
  exit: { important: "–", special: "general", general: "general" },
};

describe("the decisions table", () => {
  it.each(decisions.flatMap((decision) => tiers.map((tier) => [decision, tier] as const)))(
    "[RV3] %s of a %s account",
    (decision, tier) => {
      const verdict = decide(facts(decision, tier));
      const expected = table[decision][tier];
      if (expected === "–") expect(verdict).toEqual({ ok: false, code: "notAllowed" });
      else
        expect(verdict).toMatchObject({ ok: true, effect: { tier: expected, exits: decision === "exit" } });
    },
  );

  it("[RV3] releases whatever is watched, an important account staying important", () => {
    expect(decide(facts("release", "important", { watched: true }))).toMatchObject({
      ok: true,
      effect: { tier: "important", closesWatch: true, opensRules: false },
    });
    expect(decide(facts("release", "general", { watched: true }))).toMatchObject({
      ok: true,
      effect: { tier: "general" },
    });
  });

  it.each(decisions)("[RV3] %s needs a reason unless it is keep", (decision) => {
    const tier: Tier = decision === "demote" ? "important" : "special";
    const verdict = decide(facts(decision, tier, { reason: "  " }));
    expect(verdict.ok).toBe(decision === "keep");
    if (!verdict.ok) expect(verdict.code).toBe("noReason");
  });

  it("[S50] an exit needs an approver who is not the reviewer", () => {
    const exit = (approver: string, reviewer = "Ann") =>
      decide(facts("exit", "general", { approver, reviewer }));
    expect(exit("")).toEqual({ ok: false, code: "noApprover" });
    expect(exit(" ann ")).toEqual({ ok: false, code: "approverIsReviewer" });
    expect(exit("Ａｎｎ")).toEqual({ ok: false, code: "approverIsReviewer" });
    expect(exit("Bob", "")).toEqual({ ok: false, code: "noReviewer" });
    expect(exit("Bob")).toMatchObject({ ok: true });
  });

  it("[RV3] opens watch rows by hand for watch, and by rule for all but release and exit", () => {
    const effects = decisions.map((decision) => {
      const verdict = decide(facts(decision, decision === "demote" ? "important" : "special"));
      return verdict.ok ? [decision, verdict.effect.opensWatch, verdict.effect.opensRules] : [decision];
    });
    expect(effects).toEqual([
      ["keep", false, true],
      ["promote", false, true],
      ["demote", false, true],
      ["watch", true, true],
      ["release", false, false],
      ["exit", false, false],
    ]);
  });

  it.each([
    ["keep", "KEEP"],
    ["keep", "保留"],
    ["promote", "升級"],
    ["watch", "列入观察"],
    ["release", "解除观察"],
    ["exit", " Exit "],
    ["demote", "ｄｅｍｏｔｅ"],
  ] as const)("[WB2] reads %s in %s", (decision, word) => {
    for (const language of ["en", "zh-CN"] as const)
      expect(decisionOf(word, new Labels(language))).toBe(decision);
  });

  it("[RV3] takes no unlisted word for a decision", () => {
    for (const word of ["maybe", "keep it", "1", "sheets:review.words.keep"]) {
      expect(decisionOf(word, new Labels("en"))).toBeNull();
    }
  });
});
