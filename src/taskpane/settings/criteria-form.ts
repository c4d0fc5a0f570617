import type { CardSettings, Criterion } from "../../core/records";

/** Figures as typed, so that a half-typed one is neither lost nor taken for zero. */
export interface CriterionText {
  readonly low: string;
  readonly high: string;
  readonly weight: string;
}

export const limits = ["tierCut", "tierBand", "strategicCut", "watchMinimum", "growingRatio"] as const;
export type Limit = (typeof limits)[number];

export interface CriteriaForm {
  readonly criteria: Readonly<Record<string, CriterionText>>;
  readonly limits: Readonly<Record<Limit, string>>;
}

export type CriteriaProblem = "number" | "weight" | "bounds" | "cut" | "band" | "positive";

/** null for what is no number. */
export function numberOf(text: string): number | null {
  if (text.trim() === "") return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

const textOf = (value: number | null): string => (value === null ? "" : String(value));

export function criteriaForm(criteria: readonly Criterion[], settings: CardSettings): CriteriaForm {
  return {
    criteria: Object.fromEntries(
      criteria.map(({ id, low, high, weight }) => [
        id,
        { low: textOf(low), high: textOf(high), weight: textOf(weight) },
      ]),
    ),
    limits: {
      tierCut: textOf(settings.tierCut),
      tierBand: textOf(settings.tierBand),
      strategicCut: textOf(settings.strategicCut),
      watchMinimum: textOf(settings.watchMinimum),
      growingRatio: textOf(settings.growingRatio),
    },
  };
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

/** What to write; only for a form without a problem. */
export function changeOf(form: CriteriaForm, criteria: readonly Criterion[]): CriteriaChange {
  const figure = (limit: Exclude<Limit, "strategicCut">): number => numberOf(form.limits[limit]) ?? 0;
  return {
    criteria: criteria.map((criterion) => {
      const text = form.criteria[criterion.id];
      return {
        ...criterion,
        low: numberOf(text?.low ?? "") ?? criterion.low,
        high: numberOf(text?.high ?? "") ?? criterion.high,
        weight: numberOf(text?.weight ?? "") ?? criterion.weight,
      };
    }),
    settings: {
      tierCut: figure("tierCut"),
      tierBand: figure("tierBand"),
      strategicCut: numberOf(form.limits.strategicCut),
      watchMinimum: figure("watchMinimum"),
      growingRatio: figure("growingRatio"),
    },
  };
}
