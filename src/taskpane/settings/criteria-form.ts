import type { Rules } from "../../core/judge-account";
import type { CardRecords, CardSettings, Criterion } from "../../core/records";
import { ruleSettings, type RuleSetting, type RuleVersion, type ShownRules } from "../../workbook/rule-verbs";

/** Figures as typed, so that a half-typed one is neither lost nor taken for zero. */
export interface CriterionText {
  readonly low: string;
  readonly high: string;
  readonly weight: string;
}

export const figureColumns = ["low", "high", "weight"] as const;

export const limits = ruleSettings;
export type Limit = RuleSetting;

export interface CriteriaForm {
  readonly criteria: Readonly<Record<string, CriterionText>>;
  readonly limits: Readonly<Record<Limit, string>>;
  /** Criteria of the person's own that are not saved yet (S46). */
  readonly added: readonly Criterion[];
}

export type CriteriaProblem = "number" | "weight" | "bounds" | "cut" | "band" | "positive";

/** null for what is no number. */
export function numberOf(text: string): number | null {
  if (text.trim() === "") return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

const textOf = (value: number | null): string => (value === null ? "" : String(value));

const figuresOf = ({ low, high, weight }: Criterion): CriterionText => ({
  low: textOf(low),
  high: textOf(high),
  weight: textOf(weight),
});

const textsOf = (criteria: readonly Criterion[]): CriteriaForm["criteria"] =>
  Object.fromEntries(criteria.map((criterion) => [criterion.id, figuresOf(criterion)]));

const limitTexts = (settings: Readonly<Record<Limit, number | null>>): CriteriaForm["limits"] => ({
  tierCut: textOf(settings.tierCut),
  tierBand: textOf(settings.tierBand),
  strategicCut: textOf(settings.strategicCut),
  watchMinimum: textOf(settings.watchMinimum),
  growingRatio: textOf(settings.growingRatio),
});

export const criteriaForm = ({ criteria, settings }: ShownRules): CriteriaForm => ({
  criteria: textsOf(criteria),
  limits: limitTexts(settings),
  added: [],
});

/** The form with the figures of an earlier version; what is not saved yet stays, but counts for nothing. */
export const formOfVersion = (form: CriteriaForm, { criteria, settings }: RuleVersion): CriteriaForm => ({
  criteria: {
    ...form.criteria,
    ...textsOf(criteria),
    ...textsOf(form.added.map((criterion) => ({ ...criterion, weight: 0 }))),
  },
  limits: limitTexts(settings),
  added: form.added,
});

export function withAdded(form: CriteriaForm, criterion: Criterion): CriteriaForm {
  return {
    ...form,
    criteria: { ...form.criteria, [criterion.id]: figuresOf(criterion) },
    added: [...form.added, criterion],
  };
}

export function withoutAdded(form: CriteriaForm, id: string): CriteriaForm {
  const criteria = Object.fromEntries(Object.entries(form.criteria).filter(([one]) => one !== id));
  return { ...form, criteria, added: form.added.filter((criterion) => criterion.id !== id) };
}

export function criterionProblem(text: CriterionText): CriteriaProblem | null {
  const low = numberOf(text.low);
  const high = numberOf(text.high);
  const weight = numberOf(text.weight);
  if (low === null || high === null || weight === null) return "number";
  if (weight < 0) return "weight";
  return low === high ? "bounds" : null;
}

export function limitProblem(limit: Limit, text: string): CriteriaProblem | null {
  const value = numberOf(text);
  // A blank strategic cut switches that door off.
  if (value === null) return limit === "strategicCut" && text.trim() === "" ? null : "number";
  if (limit === "tierBand") return value < 0 || value > 50 ? "band" : null;
  if (limit === "tierCut" || limit === "strategicCut") return value < 0 || value > 100 ? "cut" : null;
  if (limit === "growingRatio") return value <= 0 ? "positive" : null;
  return value < 0 ? "positive" : null;
}

/** Σ of the weights of these criteria; what is no number counts nothing. */
export const weightSum = (form: CriteriaForm, criteria: readonly Criterion[]): number =>
  criteria.reduce((sum, { id }) => sum + (numberOf(form.criteria[id]?.weight ?? "") ?? 0), 0);

export function hasProblem(form: CriteriaForm): boolean {
  return (
    Object.values(form.criteria).some((text) => criterionProblem(text) !== null) ||
    limits.some((limit) => limitProblem(limit, form.limits[limit]) !== null)
  );
}

export interface CriteriaChange {
  readonly criteria: readonly Criterion[];
  readonly settings: Partial<CardSettings>;
}

/** Saved criteria and those that are not saved yet, as they were before anything was typed. */
export const criteriaIn = (form: CriteriaForm, shown: ShownRules): readonly Criterion[] => [
  ...shown.criteria,
  ...form.added,
];

/** What the form says; a figure that cannot be read yet counts as it was. */
export function changeOf(form: CriteriaForm, shown: ShownRules): CriteriaChange {
  const limit = (name: Exclude<Limit, "strategicCut">): number =>
    limitProblem(name, form.limits[name]) === null
      ? (numberOf(form.limits[name]) ?? shown.settings[name])
      : shown.settings[name];
  const strategic = limitProblem("strategicCut", form.limits.strategicCut) === null;
  return {
    criteria: criteriaIn(form, shown).map((criterion) => {
      const text = form.criteria[criterion.id];
      const weight = numberOf(text?.weight ?? "");
      return {
        ...criterion,
        low: numberOf(text?.low ?? "") ?? criterion.low,
        high: numberOf(text?.high ?? "") ?? criterion.high,
        weight: weight === null || weight < 0 ? criterion.weight : weight,
      };
    }),
    settings: {
      tierCut: limit("tierCut"),
      tierBand: limit("tierBand"),
      strategicCut: strategic ? numberOf(form.limits.strategicCut) : shown.settings.strategicCut,
      watchMinimum: limit("watchMinimum"),
      growingRatio: limit("growingRatio"),
    },
  };
}

/** The rules to try: those of the form over the records. */
export function rulesOf(form: CriteriaForm, shown: ShownRules, records: CardRecords): Rules {
  const { criteria, settings } = wholeOf(form, shown);
  return { criteria, cadence: records.cadence, settings };
}

/** All rules as the form says them. */
export function wholeOf(form: CriteriaForm, shown: ShownRules): ShownRules {
  const { criteria, settings } = changeOf(form, shown);
  return { criteria, settings: { ...shown.settings, ...settings } };
}
