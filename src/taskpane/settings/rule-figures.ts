import type { Criterion } from "../../core/records";
import type { Texts } from "../../locales/texts";
import { ruleSettings, type RuleChange, type ShownRules } from "../../workbook/rule-verbs";
import type { Formats } from "../formats";
import { criterionName } from "../names";
import { figureColumns } from "./criteria-form";

/** Figures in which two sets of rules differ, criteria first; a criterion of only one of them counts for nothing in the other. */
export function ruleChanges(from: ShownRules, to: ShownRules): readonly RuleChange[] {
  const before = new Map(from.criteria.map((criterion) => [criterion.id, criterion]));
  const after = new Map(to.criteria.map((criterion) => [criterion.id, criterion]));
  const criteria = [...new Set([...before.keys(), ...after.keys()])].flatMap((id) =>
    figureColumns.map((column): RuleChange => {
      const figure = (criterion: Criterion | undefined) => criterion?.[column] ?? null;
      return { criterion: id, column, before: figure(before.get(id)), after: figure(after.get(id)) };
    }),
  );
  const settings = ruleSettings.map((column): RuleChange => ({
    criterion: null,
    column,
    before: from.settings[column],
    after: to.settings[column],
  }));
  return [...criteria, ...settings].filter((change) => change.before !== change.after);
}

/** "Weight, Revenue 35 → 30"; a figure that is not there is a dash. */
export function changeText(
  { texts, formats }: { readonly texts: Texts; readonly formats: Formats },
  { criterion, column, before, after }: RuleChange,
  criteria: readonly Criterion[],
): string {
  const known = criteria.find(({ id }) => id === criterion);
  const name =
    criterion === null
      ? texts(`criteria.limit.${column}`)
      : [
          texts(`criteria.column.${column}`),
          criterionName(texts, known ?? { id: criterion, label: criterion }),
        ].join(texts("comma"));
  const figure = (value: number | null): string =>
    value === null ? "–" : formats.number(value, Number.isInteger(value) ? 0 : 2);
  return texts("criteria.change", { name, before: figure(before), after: figure(after) });
}
