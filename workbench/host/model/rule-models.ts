/** What each kind of conditional format is made of. */
import { booleanValue, oneOf, textValue } from "./cell-format";
import { colorValue } from "./colors";
import { defineModel, hostObject } from "./host-object";
import { invalidArgument } from "./host-errors";
import { fromR1C1, toR1C1 } from "./r1c1";
import { iconCriteria, isIconSet } from "./icon-sets";
import { isBag, readPart, writePart, type Bag, type RuleTarget } from "./rule-parts";

const sheetOf = ({ sheet }: RuleTarget) => sheet;
const format = (target: RuleTarget) => hostObject("ConditionalRangeFormat", target);

/** A rule as one object; `needs` are the keys it can't do without. */
const rule =
  (...needs: string[]) =>
  (value: unknown): Bag => {
    if (!isBag(value) || needs.some((key) => value[key] === undefined || value[key] === null))
      throw invalidArgument();
    return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null));
  };

const ruled = (className: string, ...needs: string[]) =>
  defineModel<RuleTarget>({
    className,
    sheetOf,
    navigate: { Format: format },
    read: { Rule: readPart([], "rule", {}) },
    write: { Rule: writePart([], "rule", rule(...needs)) },
  });

ruled("CellValueConditionalFormat", "formula1", "operator");
ruled("TextConditionalFormat", "operator", "text");
ruled("TopBottomConditionalFormat", "rank", "type");
ruled("PresetCriteriaConditionalFormat", "criterion");

defineModel<RuleTarget>({
  className: "CustomConditionalFormat",
  sheetOf,
  navigate: { Format: format, Rule: (target) => hostObject("ConditionalFormatRule", target) },
});

const formula = (value: unknown) => {
  const text = textValue(value);
  return text.startsWith("=") || text === "" ? text : `=${text}`;
};
/** Relative places count from the first cell of the first area. */
const corner = ({ record }: RuleTarget) => record.areas[0] ?? { row: 0, column: 0 };
const writeFormula = writePart(["rule"], "formula", formula);
const readFormula = readPart(["rule"], "formula", "");

defineModel<RuleTarget>({
  className: "ConditionalFormatRule",
  sheetOf,
  read: {
    Formula: readFormula,
    FormulaLocal: readFormula,
    FormulaR1C1: (target) => toR1C1(String(readFormula(target)), corner(target).row, corner(target).column),
  },
  write: {
    Formula: writeFormula,
    FormulaLocal: writeFormula,
    FormulaR1C1: (target, value, context) =>
      writeFormula(target, fromR1C1(textValue(value), corner(target).row, corner(target).column), context),
  },
});

const optionalColor = (value: unknown) => (value === "" ? "" : colorValue(value));

defineModel<RuleTarget>({
  className: "DataBarConditionalFormat",
  sheetOf,
  navigate: {
    PositiveFormat: (target) => hostObject("ConditionalDataBarPositiveFormat", target),
    NegativeFormat: (target) => hostObject("ConditionalDataBarNegativeFormat", target),
  },
  read: {
    ShowDataBarOnly: readPart([], "showDataBarOnly", false),
    BarDirection: readPart([], "barDirection", "Context"),
    AxisFormat: readPart([], "axisFormat", "Automatic"),
    AxisColor: readPart([], "axisColor", "#000000"),
    LowerBoundRule: readPart([], "lowerBoundRule", { type: "Automatic" }),
    UpperBoundRule: readPart([], "upperBoundRule", { type: "Automatic" }),
  },
  write: {
    ShowDataBarOnly: writePart([], "showDataBarOnly", booleanValue),
    BarDirection: writePart([], "barDirection", oneOf(["Context", "LeftToRight", "RightToLeft"])),
    AxisFormat: writePart([], "axisFormat", oneOf(["Automatic", "None", "CellMidPoint"])),
    AxisColor: writePart([], "axisColor", optionalColor),
    LowerBoundRule: writePart([], "lowerBoundRule", rule("type")),
    UpperBoundRule: writePart([], "upperBoundRule", rule("type")),
  },
});

const positive = ["positiveFormat"];
const negative = ["negativeFormat"];

defineModel<RuleTarget>({
  className: "ConditionalDataBarPositiveFormat",
  sheetOf,
  read: {
    FillColor: readPart(positive, "fillColor", "#638EC6"),
    GradientFill: readPart(positive, "gradientFill", true),
    BorderColor: readPart(positive, "borderColor", ""),
  },
  write: {
    FillColor: writePart(positive, "fillColor", colorValue),
    GradientFill: writePart(positive, "gradientFill", booleanValue),
    BorderColor: writePart(positive, "borderColor", optionalColor),
  },
});

defineModel<RuleTarget>({
  className: "ConditionalDataBarNegativeFormat",
  sheetOf,
  read: {
    FillColor: readPart(negative, "fillColor", "#FF0000"),
    MatchPositiveFillColor: readPart(negative, "matchPositiveFillColor", false),
    BorderColor: readPart(negative, "borderColor", ""),
    MatchPositiveBorderColor: readPart(negative, "matchPositiveBorderColor", true),
  },
  write: {
    FillColor: writePart(negative, "fillColor", colorValue),
    MatchPositiveFillColor: writePart(negative, "matchPositiveFillColor", booleanValue),
    BorderColor: writePart(negative, "borderColor", optionalColor),
    MatchPositiveBorderColor: writePart(negative, "matchPositiveBorderColor", booleanValue),
  },
});

function scaleCriteria(value: unknown): Bag {
  const criteria = rule("minimum", "maximum")(value);
  for (const part of Object.values(criteria))
    if (!isBag(part) || typeof part.type !== "string") throw invalidArgument();
  return criteria;
}

defineModel<RuleTarget>({
  className: "ColorScaleConditionalFormat",
  sheetOf,
  read: {
    Criteria: readPart([], "criteria", {}),
    ThreeColorScale: (target) => isBag((readPart([], "criteria", {})(target) as Bag).midpoint),
  },
  write: { Criteria: writePart([], "criteria", scaleCriteria) },
});

const iconStyle = (target: RuleTarget) => String(readPart([], "style", "ThreeTrafficLights1")(target));

defineModel<RuleTarget>({
  className: "IconSetConditionalFormat",
  sheetOf,
  read: {
    Style: iconStyle,
    ReverseIconOrder: readPart([], "reverseIconOrder", false),
    ShowIconOnly: readPart([], "showIconOnly", false),
    Criteria: (target) => readPart([], "criteria", null)(target) ?? iconCriteria(iconStyle(target)),
  },
  write: {
    /** Another set has other steps: its own criteria take the place of the old ones. */
    Style: (target, value, context) => {
      if (!isIconSet(value)) throw invalidArgument();
      writePart([], "criteria", () => iconCriteria(value))(target, null, context);
      writePart([], "style", () => value)(target, null, context);
    },
    ReverseIconOrder: writePart([], "reverseIconOrder", booleanValue),
    ShowIconOnly: writePart([], "showIconOnly", booleanValue),
    Criteria: (target, value, context) => {
      if (!Array.isArray(value) || value.length !== iconCriteria(iconStyle(target)).length)
        throw invalidArgument();
      writePart([], "criteria", () => value)(target, null, context);
    },
  },
});
