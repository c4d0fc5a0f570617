import type { CadenceRule } from "../../core/records";
import type { Tier } from "../../core/units";
import { numberOf } from "./criteria-form";

/** Items the card works with; the others keep what the sheet says. */
export const cadenceItems = ["visit", "call", "review"] as const;
export type ShownItem = (typeof cadenceItems)[number];

export interface CadenceText {
  readonly target: string;
  readonly maximum: string;
}

export type CadenceForm = Readonly<Record<string, CadenceText>>;

export const cadenceKey = (item: ShownItem, tier: Tier): string => `${item} ${tier}`;

const isShown = (item: CadenceRule["item"]): item is ShownItem => cadenceItems.some((one) => one === item);

export function cadenceForm(rules: readonly CadenceRule[]): CadenceForm {
  const entries = rules.flatMap(({ item, tier, target, maximum }) =>
    isShown(item) && tier !== null
      ? [[cadenceKey(item, tier), { target: String(target ?? ""), maximum: String(maximum ?? "") }] as const]
      : [],
  );
  return Object.fromEntries(entries);
}

export type CadenceProblem = "whole" | "order";

const isWhole = (value: number | null): value is number =>
  value !== null && Number.isInteger(value) && value >= 1;

/** Reviews are counted in months and have no maximum. */
export function cadenceProblem(item: ShownItem, text: CadenceText): CadenceProblem | null {
  const target = numberOf(text.target);
  if (!isWhole(target)) return "whole";
  if (item === "review") return null;
  const maximum = numberOf(text.maximum);
  if (!isWhole(maximum)) return "whole";
  return maximum < target ? "order" : null;
}

export function cadenceHasProblem(form: CadenceForm): boolean {
  return Object.entries(form).some(([key, text]) => {
    const item = cadenceItems.find((one) => key.startsWith(`${one} `));
    return item !== undefined && cadenceProblem(item, text) !== null;
  });
}

/** The rules with the typed figures; rules that are not on show stay as they are. */
export function cadenceRules(form: CadenceForm, rules: readonly CadenceRule[]): readonly CadenceRule[] {
  return rules.map((rule) => {
    if (!isShown(rule.item) || rule.tier === null) return rule;
    const text = form[cadenceKey(rule.item, rule.tier)];
    if (!text) return rule;
    const maximum = rule.item === "review" ? rule.maximum : numberOf(text.maximum);
    return { ...rule, target: numberOf(text.target), maximum };
  });
}
