import { BooleanNumber, type IStyleBase } from "@univerjs/core";
import {
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
  CFTimePeriodOperator,
  CFValueType,
  type IConditionalFormattingRuleConfig,
  type IValueConfig,
} from "@univerjs/sheets-conditional-formatting";
import type { ConditionalFormatRecord, Rect } from "../book";
import { a1, cellRect, columnLetters } from "../rects";
import { iconSet } from "./icon-sets";

type Bag = Readonly<Record<string, unknown>>;
const bag = (value: unknown): Bag => (typeof value === "object" && value !== null ? (value as Bag) : {});
const text = (value: unknown): string => (value === undefined || value === null ? "" : String(value));
const bare = (formula: unknown): string => text(formula).replace(/^=/, "");

/** Office's format of a rule as Univer's style. */
function ruleStyle(format: unknown): IStyleBase {
  const { font, fill, numberFormat } = bag(format);
  const { color, bold, italic, strikethrough, underline } = bag(font);
  const style: IStyleBase = {};
  if (bag(fill).color) style.bg = { rgb: text(bag(fill).color) };
  if (color) style.cl = { rgb: text(color) };
  if (typeof bold === "boolean") style.bl = Number(bold);
  if (typeof italic === "boolean") style.it = Number(italic);
  if (strikethrough) style.st = { s: BooleanNumber.TRUE };
  if (underline && underline !== "None") style.ul = { s: BooleanNumber.TRUE };
  if (typeof numberFormat === "string") style.n = { pattern: numberFormat };
  return style;
}

/** The rule the grid draws. A kind it cannot draw becomes a rule that never applies, so that its areas live on. */
export function ruleToUniver(record: ConditionalFormatRecord): IConditionalFormattingRuleConfig {
  const definition: Bag = record.definition;
  const first = record.areas[0] ?? cellRect(0, 0);
  const kind = Object.keys(definition)[0] ?? "";
  const { rule, format } = bag(definition[kind]);
  const style = ruleStyle(format);
  switch (kind) {
    case "cellValue":
      return cellValue(bag(rule), style, first);
    case "custom":
      return highlight(style, {
        subType: CFSubRuleType.formula,
        value: `=${bare(bag(rule).formula) || "FALSE"}`,
      });
    case "dataBar":
      return dataBar(bag(definition.dataBar), record.areas);
    case "colorScale":
      return colorScale(bag(bag(definition.colorScale).criteria));
    case "iconSet":
      return iconSet(bag(definition.iconSet)) ?? never(style);
    case "textComparison":
      return textRule(bag(rule), style);
    case "topBottom":
      return highlight(style, {
        subType: CFSubRuleType.rank,
        isBottom: text(bag(rule).type).startsWith("Bottom"),
        isPercent: text(bag(rule).type).endsWith("Percent"),
        value: Number(bag(rule).rank ?? 10),
      });
    case "preset":
      return preset(text(bag(rule).criterion), style);
    default:
      return never(style);
  }
}

const highlight = (style: IStyleBase, rest: object): IConditionalFormattingRuleConfig =>
  ({ type: CFRuleType.highlightCell, style, ...rest }) as IConditionalFormattingRuleConfig;

const never = (style: IStyleBase): IConditionalFormattingRuleConfig =>
  highlight(style, { subType: CFSubRuleType.formula, value: "=FALSE" });

const operators: Readonly<Record<string, [CFNumberOperator, string]>> = {
  Between: [CFNumberOperator.between, ""],
  NotBetween: [CFNumberOperator.notBetween, ""],
  EqualTo: [CFNumberOperator.equal, "="],
  NotEqualTo: [CFNumberOperator.notEqual, "<>"],
  GreaterThan: [CFNumberOperator.greaterThan, ">"],
  GreaterThanOrEqual: [CFNumberOperator.greaterThanOrEqual, ">="],
  LessThan: [CFNumberOperator.lessThan, "<"],
  LessThanOrEqual: [CFNumberOperator.lessThanOrEqual, "<="],
};

/** Numbers by Univer's own comparison; text and references by a formula over the first cell. */
function cellValue(rule: Bag, style: IStyleBase, first: Rect): IConditionalFormattingRuleConfig {
  const [operator, sign] = operators[text(rule.operator)] ?? [CFNumberOperator.equal, "="];
  const [low, high] = [bare(rule.formula1), bare(rule.formula2)];
  const numeric = (operand: string) => operand !== "" && Number.isFinite(Number(operand));
  if (sign === "") {
    if (numeric(low) && numeric(high)) {
      return highlight(style, {
        subType: CFSubRuleType.number,
        operator,
        value: [Number(low), Number(high)],
      });
    }
    const cell = a1(cellRect(first.row, first.column));
    const inside = `AND(${cell}>=${low || "0"},${cell}<=${high || "0"})`;
    const value = operator === CFNumberOperator.between ? `=${inside}` : `=NOT(${inside})`;
    return highlight(style, { subType: CFSubRuleType.formula, value });
  }
  if (numeric(low)) return highlight(style, { subType: CFSubRuleType.number, operator, value: Number(low) });
  const cell = a1(cellRect(first.row, first.column));
  return highlight(style, { subType: CFSubRuleType.formula, value: `=${cell}${sign}${low || '""'}` });
}

const valueTypes: Readonly<Record<string, CFValueType>> = {
  Number: CFValueType.num,
  Percent: CFValueType.percent,
  Percentile: CFValueType.percentile,
  Formula: CFValueType.formula,
  LowestValue: CFValueType.min,
  HighestValue: CFValueType.max,
};

function bound(rule: Bag, automatic: IValueConfig): IValueConfig {
  const type = valueTypes[text(rule.type)];
  if (type === undefined) return automatic;
  if (type === CFValueType.min || type === CFValueType.max) return { type };
  const operand = bare(rule.formula);
  return type === CFValueType.formula ? { type, value: `=${operand}` } : { type, value: Number(operand) };
}

function dataBar(bar: Bag, areas: readonly Rect[]): IConditionalFormattingRuleConfig {
  const positive = bag(bar.positiveFormat);
  const negative = bag(bar.negativeFormat);
  const positiveColor = text(positive.fillColor) || "#638EC6";
  // Excel's automatic lower bound is 0 unless something is negative.
  const ranges = areas.map(
    ({ row, column, rows, columns }) =>
      `$${columnLetters(column)}$${row + 1}:$${columnLetters(column + columns - 1)}$${row + rows}`,
  );
  const lowest: IValueConfig = { type: CFValueType.formula, value: `=MIN(0,${ranges.join(",")})` };
  return {
    type: CFRuleType.dataBar,
    isShowValue: bar.showDataBarOnly !== true,
    config: {
      min: bound(bag(bar.lowerBoundRule), lowest),
      max: bound(bag(bar.upperBoundRule), { type: CFValueType.max }),
      isGradient: positive.gradientFill !== false,
      positiveColor,
      nativeColor: negative.matchPositiveFillColor ? positiveColor : text(negative.fillColor) || "#FF0000",
    },
  };
}

function colorScale(criteria: Bag): IConditionalFormattingRuleConfig {
  const points = [bag(criteria.minimum), bag(criteria.midpoint), bag(criteria.maximum)];
  const used = points.filter((point) => point.color !== undefined);
  return {
    type: CFRuleType.colorScale,
    config: used.map((point, index) => ({
      index,
      color: text(point.color),
      value: bound(point, { type: index === 0 ? CFValueType.min : CFValueType.max }),
    })),
  };
}

const textOperators: Readonly<Record<string, CFTextOperator>> = {
  Contains: CFTextOperator.containsText,
  NotContains: CFTextOperator.notContainsText,
  BeginsWith: CFTextOperator.beginsWith,
  EndsWith: CFTextOperator.endsWith,
};

const textRule = (rule: Bag, style: IStyleBase): IConditionalFormattingRuleConfig =>
  highlight(style, {
    subType: CFSubRuleType.text,
    operator: textOperators[text(rule.operator)] ?? CFTextOperator.containsText,
    value: text(rule.text),
  });

const presetTexts: Readonly<Record<string, CFTextOperator>> = {
  Blanks: CFTextOperator.containsBlanks,
  NonBlanks: CFTextOperator.notContainsBlanks,
  Errors: CFTextOperator.containsErrors,
  NonErrors: CFTextOperator.notContainsErrors,
};

const presetPeriods: Readonly<Record<string, CFTimePeriodOperator>> = {
  Today: CFTimePeriodOperator.today,
  Yesterday: CFTimePeriodOperator.yesterday,
  Tomorrow: CFTimePeriodOperator.tomorrow,
  LastSevenDays: CFTimePeriodOperator.last7Days,
  LastWeek: CFTimePeriodOperator.lastWeek,
  ThisWeek: CFTimePeriodOperator.thisWeek,
  NextWeek: CFTimePeriodOperator.nextWeek,
  LastMonth: CFTimePeriodOperator.lastMonth,
  ThisMonth: CFTimePeriodOperator.thisMonth,
  NextMonth: CFTimePeriodOperator.nextMonth,
};

const averages: Readonly<Record<string, CFNumberOperator>> = {
  AboveAverage: CFNumberOperator.greaterThan,
  BelowAverage: CFNumberOperator.lessThan,
  EqualOrAboveAverage: CFNumberOperator.greaterThanOrEqual,
  EqualOrBelowAverage: CFNumberOperator.lessThanOrEqual,
};

function preset(criterion: string, style: IStyleBase): IConditionalFormattingRuleConfig {
  const textOperator = presetTexts[criterion];
  if (textOperator) return highlight(style, { subType: CFSubRuleType.text, operator: textOperator });
  const period = presetPeriods[criterion];
  if (period) return highlight(style, { subType: CFSubRuleType.timePeriod, operator: period });
  const average = averages[criterion];
  if (average) return highlight(style, { subType: CFSubRuleType.average, operator: average });
  if (criterion === "DuplicateValues") return highlight(style, { subType: CFSubRuleType.duplicateValues });
  if (criterion === "UniqueValues") return highlight(style, { subType: CFSubRuleType.uniqueValues });
  return never(style);
}
