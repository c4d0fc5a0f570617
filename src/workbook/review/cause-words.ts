import type { AccountFigures, CriterionPoints, FiredRule } from "../../core/figures";
import { missing } from "./palette";
import { grouped, oneLine, type SheetContext } from "./sheet-context";

const ratio = (value: number) => value.toFixed(1);

/** A fired rule with its figures: "lost: 196 days, limit 90". */
export function ruleWords({ rule, evidence }: FiredRule, { texts }: Pick<SheetContext, "texts">): string {
  const of = (id: string) => evidence[id] ?? 0;
  switch (rule) {
    case "lost":
    case "silence":
      return texts(`sheets:review.rule.${rule}`, { days: of("days"), limit: Math.round(of("limit")) });
    case "churn": {
      const gap = of("usual") > 0 ? ratio(of("days") / of("usual")) : missing;
      return texts("sheets:review.rule.churn", {
        gap,
        before: grouped(of("before")),
        now: grouped(of("now")),
      });
    }
    default:
      return texts(`sheets:review.rule.${rule}`, { before: grouped(of("before")), now: grouped(of("now")) });
  }
}

/** Open entries with their cause, then every rule that fires now. "–" if there is neither. */
export function causeWords(figures: AccountFigures, context: SheetContext): string {
  const entries = figures.openWatch.map((entry) => {
    const kind = context.labels.labelOf("watchKind", entry.kind);
    const cause = oneLine(entry.cause);
    return cause ? context.texts("sheets:review.entry", { kind, cause }) : kind;
  });
  const rules = figures.fired.map((rule) => ruleWords(rule, context));
  return [...entries, ...rules].join(context.texts("sheets:review.between")) || missing;
}

/** Criteria of section 8 have a short name; a user's own shows its label. */
const shortNames = new Set(["REV", "FRQ", "RCY", "REG", "BRD", "GRW", "PRF"]);

/** The three parts that give most points: "revenue 35, recency 15, days 12". "–" without a score. */
export function partWords(figures: AccountFigures, { texts, tier }: SheetContext): string {
  if (figures.economic.score === null) return missing;
  // The special sheet has room for one part a line, the general one for a few letters, which its note explains.
  const joint = { important: texts("sheets:review.comma"), special: "\n", general: " " }[tier];
  const names = tier === "general" ? "partShort" : "part";
  const nameOf = ({ criterion }: CriterionPoints) =>
    shortNames.has(criterion.id) ? texts(`sheets:review.${names}.${criterion.id}`) : oneLine(criterion.label);
  return (
    figures.economic.parts
      .filter((part) => part.points >= 0.5)
      .map((part, order) => ({ part, order }))
      .sort((a, b) => b.part.points - a.part.points || a.order - b.order)
      .slice(0, 3)
      .map(({ part }) => `${nameOf(part)} ${Math.round(part.points)}`)
      .join(joint) || missing
  );
}
