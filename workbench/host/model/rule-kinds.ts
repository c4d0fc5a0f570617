/** The kinds of conditional formats: names on the wire, and what a new one looks like before it is set. */
export interface RuleKind {
  /** `ConditionalFormatType`. */
  readonly type: string;
  readonly nav: string;
  readonly className: string;
  /** Key in the record's definition. */
  readonly key: string;
}

const kind = (type: string, nav: string, className: string): RuleKind => ({
  type,
  nav,
  className,
  key: nav.charAt(0).toLowerCase() + nav.slice(1),
});

export const ruleKinds: Readonly<Record<string, RuleKind>> = {
  CellValue: kind("CellValue", "CellValue", "CellValueConditionalFormat"),
  Custom: kind("Custom", "Custom", "CustomConditionalFormat"),
  DataBar: kind("DataBar", "DataBar", "DataBarConditionalFormat"),
  ColorScale: kind("ColorScale", "ColorScale", "ColorScaleConditionalFormat"),
  IconSet: kind("IconSet", "IconSet", "IconSetConditionalFormat"),
  ContainsText: kind("ContainsText", "TextComparison", "TextConditionalFormat"),
  TopBottom: kind("TopBottom", "TopBottom", "TopBottomConditionalFormat"),
  PresetCriteria: kind("PresetCriteria", "Preset", "PresetCriteriaConditionalFormat"),
};

export const isRuleKind = (type: unknown): type is string =>
  typeof type === "string" && Object.hasOwn(ruleKinds, type);

/** Excel's looks of a rule that was added and not yet set. */
const defaults: Readonly<Record<string, () => Record<string, unknown>>> = {
  CellValue: () => ({ format: {} }),
  Custom: () => ({ rule: { formula: "" }, format: {} }),
  ContainsText: () => ({ format: {} }),
  TopBottom: () => ({ rule: { type: "TopItems", rank: 10 }, format: {} }),
  PresetCriteria: () => ({ format: {} }),
  DataBar: () => ({
    showDataBarOnly: false,
    barDirection: "Context",
    axisFormat: "Automatic",
    axisColor: "#000000",
    lowerBoundRule: { type: "Automatic" },
    upperBoundRule: { type: "Automatic" },
    positiveFormat: { fillColor: "#638EC6", gradientFill: true, borderColor: "" },
    negativeFormat: {
      fillColor: "#FF0000",
      matchPositiveFillColor: false,
      borderColor: "",
      matchPositiveBorderColor: true,
    },
  }),
  ColorScale: () => ({
    criteria: {
      minimum: { type: "LowestValue", color: "#F8696B" },
      midpoint: { type: "Percentile", formula: "50", color: "#FFEB84" },
      maximum: { type: "HighestValue", color: "#63BE7B" },
    },
  }),
  IconSet: () => ({
    style: "ThreeTrafficLights1",
    reverseIconOrder: false,
    showIconOnly: false,
    criteria: null,
  }),
};

export const newDefinition = (type: string): Record<string, unknown> => ({
  [ruleKinds[type]!.key]: defaults[type]!(),
});
