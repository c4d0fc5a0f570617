import type { DataValidation, DataValidationOperator } from "@cj-tech-master/excelts";
import type { ValidationRecord } from "../book/book";

/** Longest list a file holds as text; Excel repairs files with longer ones. */
const listLimit = 255;

const kinds = { wholeNumber: "whole", decimal: "decimal", date: "date", textLength: "textLength" } as const;
type Kind = keyof typeof kinds;

const operators: Readonly<Record<string, DataValidationOperator>> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
};

/** Days are ISO text in Office.js, serials in a file; formulas lose their sign. */
function operand(value: unknown): string | number {
  if (typeof value === "number") return value;
  const text = String(value ?? "");
  if (/^\d{4}-\d\d-\d\d/.test(text))
    return Date.parse(`${text.slice(0, 10)}T00:00:00Z`) / 86_400_000 + 25_569;
  return text.startsWith("=") ? text.slice(1) : text;
}

interface Comparison {
  readonly formula1?: unknown;
  readonly formula2?: unknown;
  readonly operator?: string;
}

function ruleToFile(rule: Record<string, unknown>): DataValidation | null {
  const list = rule["list"] as { source?: unknown } | undefined;
  if (list) {
    const source = String(list.source ?? "");
    if (source.startsWith("=")) return { type: "list", formulae: [source.slice(1)] };
    return source.length > listLimit
      ? null
      : { type: "list", formulae: [`"${source.replaceAll('"', '""')}"`] };
  }
  const custom = rule["custom"] as { formula?: unknown } | undefined;
  if (custom) return { type: "custom", formulae: [operand(custom.formula)] };
  for (const kind of Object.keys(kinds) as Kind[]) {
    const comparison = rule[kind] as Comparison | undefined;
    if (!comparison) continue;
    const formulae = [comparison.formula1, comparison.formula2].filter(
      (value) => value !== undefined && value !== null,
    );
    return {
      type: kinds[kind],
      operator: operators[comparison.operator ?? ""] ?? "between",
      formulae: formulae.map(operand),
    };
  }
  return null;
}

/** null where a file cannot hold the rule. */
export function validationToFile({
  rule,
  ignoreBlanks,
  prompt,
  errorAlert,
}: ValidationRecord): DataValidation | null {
  const result = ruleToFile(rule);
  if (!result) return null;
  return {
    ...result,
    allowBlank: ignoreBlanks,
    showInputMessage: Boolean(prompt?.showPrompt),
    showErrorMessage: errorAlert?.showAlert ?? true,
    ...(prompt?.showPrompt
      ? { promptTitle: prompt.title.slice(0, 32), prompt: prompt.message.slice(0, 255) }
      : {}),
    ...(errorAlert?.showAlert
      ? {
          errorTitle: errorAlert.title.slice(0, 32),
          error: errorAlert.message.slice(0, 255),
          errorStyle: errorAlert.style.toLowerCase(),
        }
      : {}),
  };
}

const operandFromFile = (value: string | number | Date | undefined): string | number | undefined =>
  value instanceof Date ? value.getTime() / 86_400_000 + 25_569 : value;

function ruleFromFile(validation: Exclude<DataValidation, { type: "any" }>): Record<string, unknown> {
  const [first, second] = validation.formulae.map(operandFromFile);
  if (validation.type === "list") {
    const text = String(first ?? "");
    const inline = /^"([\s\S]*)"$/.exec(text);
    return {
      list: { inCellDropDown: true, source: inline ? (inline[1] ?? "").replaceAll('""', '"') : `=${text}` },
    };
  }
  if (validation.type === "custom") return { custom: { formula: `=${String(first ?? "")}` } };
  const kind = (Object.keys(kinds) as Kind[]).find((name) => kinds[name] === validation.type) ?? "decimal";
  const operator =
    Object.keys(operators).find((name) => operators[name] === validation.operator) ?? "Between";
  return { [kind]: { operator, formula1: first, ...(second === undefined ? {} : { formula2: second }) } };
}

export function validationFromFile(validation: DataValidation): ValidationRecord | null {
  if (validation.type === "any") return null;
  const { prompt, promptTitle, error, errorTitle, errorStyle } = validation;
  const style = errorStyle ?? "stop";
  return {
    rule: ruleFromFile(validation),
    ignoreBlanks: validation.allowBlank ?? false,
    prompt:
      prompt || promptTitle ? { title: promptTitle ?? "", message: prompt ?? "", showPrompt: true } : null,
    errorAlert:
      error || errorTitle
        ? {
            title: errorTitle ?? "",
            message: error ?? "",
            showAlert: true,
            style: style.charAt(0).toUpperCase() + style.slice(1),
          }
        : null,
  };
}
