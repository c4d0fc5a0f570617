import { withBounds, type BoundsProposal } from "../../core/bounds/propose-bounds";
import type { RuleChange, ShownRules } from "../../workbook/rule-verbs";
import { criteriaForm, type CriteriaForm } from "./criteria-form";
import { ruleChanges } from "./rule-figures";

/** The form with the proposed bounds and limits filled in, and what that changes. `now` is what the form says. */
export function proposedForm(
  form: CriteriaForm,
  now: ShownRules,
  proposal: BoundsProposal,
): { readonly form: CriteriaForm; readonly changes: readonly RuleChange[] } {
  const proposed = withBounds(proposal, now.criteria, now.settings);
  const { criteria, limits } = criteriaForm(proposed);
  const texts = Object.entries(form.criteria).map(
    ([id, text]) => [id, { ...text, high: criteria[id]?.high ?? text.high }] as const,
  );
  return {
    form: {
      ...form,
      criteria: Object.fromEntries(texts),
      limits: { ...form.limits, watchMinimum: limits.watchMinimum, growingRatio: limits.growingRatio },
    },
    changes: ruleChanges(now, proposed),
  };
}
