import type { ConditionalFormattingRule, DataBarRuleType } from "@cj-tech-master/excelts";
import type { ConditionalFormatRecord } from "../book/book";
import { argb, hex } from "./cell-style";
import type { DataBarExtension } from "./package-patch";
import { ruleFormatFromFile, ruleFormatToFile, type RuleFormat } from "./rule-format";

interface Definition {
  cellValue?: { rule?: { formula1?: string; formula2?: string; operator?: string }; format?: RuleFormat };
  custom?: { rule?: { formula?: string }; format?: RuleFormat };
  dataBar?: DataBar;
}

interface DataBar {
  positiveFormat?: { fillColor?: string; gradientFill?: boolean; borderColor?: string };
  negativeFormat?: { fillColor?: string; matchPositiveFillColor?: boolean };
  axisFormat?: string;
  axisColor?: string;
  barDirection?: string;
  lowerBoundRule?: BoundRule;
  upperBoundRule?: BoundRule;
}

interface BoundRule {
  type?: string;
  formula?: string;
}

const operators: Readonly<Record<string, string>> = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqual: "greaterThanOrEqual",
  LessThanOrEqual: "lessThanOrEqual",
};

const bare = (formula: string | undefined): string => (formula ?? "").replace(/^=/, "");

const barBlue = "#638EC6";

function bound(
  rule: BoundRule | undefined,
  side: "min" | "max",
): NonNullable<DataBarRuleType["cfvo"]>[number] {
  if (rule?.type === "Number") return { type: "num", value: Number(bare(rule.formula)) };
  if (rule?.type === "Percent") return { type: "percent", value: Number(bare(rule.formula)) };
  if (rule?.type === "Percentile") return { type: "percentile", value: Number(bare(rule.formula)) };
  if (rule?.type === "LowestValue" || rule?.type === "HighestValue") return { type: side };
  return { type: side === "min" ? "autoMin" : "autoMax" };
}

const axisPositions: Readonly<Record<string, DataBarRuleType["axisPosition"]>> = {
  Automatic: "auto",
  CellMidPoint: "middle",
  None: "none",
};

/** The id ties the bar to its part in the extension list; a fixed one keeps files equal from save to save. */
const barId = (priority: number): string => `{00000000-0000-4000-8000-${String(priority).padStart(12, "0")}}`;

function barToFile(bar: DataBar, priority: number): ConditionalFormattingRule {
  const color = argb(bar.positiveFormat?.fillColor || barBlue);
  const negative = bar.negativeFormat?.matchPositiveFillColor
    ? color
    : argb(bar.negativeFormat?.fillColor || "#FF0000");
  const rule: DataBarRuleType & { x14Id: string } = {
    type: "dataBar",
    priority,
    x14Id: barId(priority),
    gradient: bar.positiveFormat?.gradientFill ?? true,
    border: Boolean(bar.positiveFormat?.borderColor),
    minLength: 0,
    maxLength: 100,
    axisPosition: axisPositions[bar.axisFormat ?? "Automatic"] ?? "auto",
    direction: bar.barDirection === "RightToLeft" ? "rightToLeft" : "leftToRight",
    cfvo: [bound(bar.lowerBoundRule, "min"), bound(bar.upperBoundRule, "max")],
    color,
    // The schema's default is false, the library's is true: stated always.
    negativeBarColorSameAsPositive: false,
    negativeFillColor: negative,
    axisColor: argb(bar.axisColor || "#000000"),
  };
  if (bar.positiveFormat?.borderColor) rule.borderColor = argb(bar.positiveFormat.borderColor);
  return rule;
}

/** null for kinds a file written here cannot hold; HOST-FIDELITY names them. */
export function ruleToFile(record: ConditionalFormatRecord): ConditionalFormattingRule | null {
  const definition = record.definition as Definition;
  const priority = record.priority + 1;
  if (definition.cellValue) {
    const { rule, format } = definition.cellValue;
    const formulae = [rule?.formula1, rule?.formula2]
      .filter((text) => text !== undefined && text !== "")
      .map(bare);
    const operator = (operators[rule?.operator ?? ""] ?? "equal") as "equal";
    return { type: "cellIs", operator, formulae, priority, style: ruleFormatToFile(format ?? {}) };
  }
  if (definition.custom) {
    const { rule, format } = definition.custom;
    return {
      type: "expression",
      formulae: [bare(rule?.formula)],
      priority,
      style: ruleFormatToFile(format ?? {}),
    };
  }
  return definition.dataBar ? barToFile(definition.dataBar, priority) : null;
}

const boundFromFile = (type: string | undefined, value: unknown, side: "Lowest" | "Highest"): BoundRule => {
  if (type === "num") return { type: "Number", formula: String(value) };
  if (type === "percent") return { type: "Percent", formula: String(value) };
  if (type === "percentile") return { type: "Percentile", formula: String(value) };
  return { type: type === "min" || type === "max" ? `${side}Value` : "Automatic" };
};

function barFromFile(rule: DataBarRuleType, extension: DataBarExtension | undefined): DataBar {
  const { attributes = {}, colors = {} } = extension ?? {};
  const [low, high] = rule.cfvo ?? [];
  const axis = Object.keys(axisPositions).find(
    (name) => axisPositions[name] === (attributes["axisPosition"] ?? "auto"),
  );
  return {
    positiveFormat: {
      fillColor: hex(rule.color) ?? barBlue,
      gradientFill: attributes["gradient"] !== "0",
      borderColor: colors["borderColor"] ?? "",
    },
    negativeFormat: {
      fillColor: colors["negativeFillColor"] ?? "#FF0000",
      matchPositiveFillColor: attributes["negativeBarColorSameAsPositive"] === "1",
    },
    axisFormat: axis ?? "Automatic",
    axisColor: colors["axisColor"] ?? "#000000",
    barDirection: attributes["direction"] === "rightToLeft" ? "RightToLeft" : "LeftToRight",
    lowerBoundRule: boundFromFile(low?.type, low?.value, "Lowest"),
    upperBoundRule: boundFromFile(high?.type, high?.value, "Highest"),
  };
}

export interface RuleFromFile {
  readonly type: string;
  readonly definition: Record<string, unknown>;
}

export function ruleFromFile(
  rule: ConditionalFormattingRule,
  extension: DataBarExtension | undefined,
): RuleFromFile | null {
  if (rule.type === "cellIs") {
    const operator = Object.keys(operators).find((name) => operators[name] === rule.operator) ?? "EqualTo";
    const [formula1, formula2] = (rule.formulae ?? []).map((formula) => `=${formula}`);
    const values = { operator, formula1, ...(formula2 === undefined ? {} : { formula2 }) };
    return {
      type: "CellValue",
      definition: { cellValue: { rule: values, format: ruleFormatFromFile(rule.style) } },
    };
  }
  if (rule.type === "expression") {
    const formula = `=${String(rule.formulae?.[0] ?? "")}`;
    return {
      type: "Custom",
      definition: { custom: { rule: { formula }, format: ruleFormatFromFile(rule.style) } },
    };
  }
  if (rule.type === "dataBar")
    return { type: "DataBar", definition: { dataBar: barFromFile(rule, extension) } };
  return null;
}
