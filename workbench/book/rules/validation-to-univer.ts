import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationType,
  type IDataValidationRuleBase,
  type IDataValidationRuleOptions,
} from "@univerjs/core";
import type { ValidationRecord } from "../book";

const operators: Readonly<Record<string, DataValidationOperator>> = {
  Between: DataValidationOperator.BETWEEN,
  NotBetween: DataValidationOperator.NOT_BETWEEN,
  EqualTo: DataValidationOperator.EQUAL,
  NotEqualTo: DataValidationOperator.NOT_EQUAL,
  GreaterThan: DataValidationOperator.GREATER_THAN,
  LessThan: DataValidationOperator.LESS_THAN,
  GreaterThanOrEqualTo: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  LessThanOrEqualTo: DataValidationOperator.LESS_THAN_OR_EQUAL,
};

const types: Readonly<Record<string, DataValidationType>> = {
  wholeNumber: DataValidationType.WHOLE,
  decimal: DataValidationType.DECIMAL,
  textLength: DataValidationType.TEXT_LENGTH,
  date: DataValidationType.DATE,
  time: DataValidationType.TIME,
};

const styles: Readonly<Record<string, DataValidationErrorStyle>> = {
  Stop: DataValidationErrorStyle.STOP,
  Warning: DataValidationErrorStyle.WARNING,
  Information: DataValidationErrorStyle.INFO,
};

type UniverRule = IDataValidationRuleBase & IDataValidationRuleOptions;

export function validationToUniver({ rule, ignoreBlanks, prompt, errorAlert }: ValidationRecord): UniverRule {
  return {
    ...condition(rule),
    allowBlank: ignoreBlanks,
    showErrorMessage: errorAlert?.showAlert ?? true,
    errorStyle: styles[errorAlert?.style ?? "Stop"] ?? DataValidationErrorStyle.STOP,
    errorTitle: errorAlert?.title ?? "",
    error: errorAlert?.message ?? "",
    showInputMessage: prompt?.showPrompt ?? false,
    promptTitle: prompt?.title ?? "",
    prompt: prompt?.message ?? "",
  };
}

function condition(rule: Readonly<Record<string, unknown>>): UniverRule {
  const [kind = ""] = Object.keys(rule);
  const parts = (rule[kind] ?? {}) as Readonly<Record<string, unknown>>;
  if (kind === "list") {
    return {
      type: DataValidationType.LIST,
      formula1: operand(parts.source),
      showDropDown: parts.inCellDropDown !== false,
    };
  }
  if (kind === "custom")
    return { type: DataValidationType.CUSTOM, formula1: `=${operand(parts.formula).replace(/^=/, "")}` };
  const type = types[kind];
  if (!type) return { type: DataValidationType.ANY };
  return {
    type,
    operator: operators[String(parts.operator)] ?? DataValidationOperator.BETWEEN,
    formula1: operand(parts.formula1),
    ...(parts.formula2 === undefined || parts.formula2 === null ? {} : { formula2: operand(parts.formula2) }),
  };
}

/** The rule with its first operand rewritten. */
export function withFormula(record: ValidationRecord, formula: string): ValidationRecord {
  const [kind = ""] = Object.keys(record.rule);
  const parts = (record.rule[kind] ?? {}) as Readonly<Record<string, unknown>>;
  const key = kind === "list" ? "source" : kind === "custom" ? "formula" : "formula1";
  return { ...record, rule: { [kind]: { ...parts, [key]: formula } } };
}

const operand = (value: unknown): string => (value === undefined || value === null ? "" : String(value));
