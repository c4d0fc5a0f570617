/** Range.format.fill, .font and .protection. */
import { applyFormat, booleanValue, numberValue, reads, sharedStyle, textValue, writes } from "./cell-format";
import { sheetOfCells, type CellsTarget } from "./cells";
import { colorValue } from "./colors";
import { defineModel } from "./host-object";
import { invalidArgument } from "./host-errors";

const plainOnly = (member: string, expected: unknown) => (_target: CellsTarget, value: unknown) => {
  if (value !== null && value !== expected) throw invalidArgument(`${member} other than ${String(expected)}`);
};

defineModel<CellsTarget>({
  className: "RangeFill",
  sheetOf: sheetOfCells,
  read: {
    /** No fill reads as white, differing fills as "". */
    Color: (target) => {
      const fill = sharedStyle(target, "fill");
      return fill === undefined ? "" : (fill ?? "#FFFFFF");
    },
    Pattern: (target) => {
      const fill = sharedStyle(target, "fill");
      return fill === undefined ? null : fill ? "Solid" : "None";
    },
    PatternColor: () => "#000000",
    TintAndShade: () => 0,
    PatternTintAndShade: () => 0,
  },
  write: {
    Color: writes("fill", (value) => (value === "" ? null : colorValue(value))),
    Pattern: (target, value, context) => {
      if (value === "None") applyFormat(target, { fill: null }, context);
      else if (value !== "Solid" && value !== null) throw invalidArgument("Only solid fills are drawn.");
    },
    PatternColor: plainOnly("patternColor", "#000000"),
    TintAndShade: plainOnly("tintAndShade", 0),
    PatternTintAndShade: plainOnly("patternTintAndShade", 0),
  },
  call: { Clear: (target, _args, context) => applyFormat(target, { fill: null }, context) },
  differs: {
    Pattern: "Solid or None: other patterns are refused.",
    TintAndShade: "Always 0: other values are refused.",
  },
});

/** Double and accounting lines are drawn single. */
const underlined = (value: unknown): boolean => {
  const kinds = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"];
  if (typeof value !== "string" || !kinds.includes(value)) throw invalidArgument();
  return value !== "None";
};

function fontSize(value: unknown): number {
  const size = numberValue(value);
  if (size < 1 || size > 409) throw invalidArgument();
  return size;
}

defineModel<CellsTarget>({
  className: "RangeFont",
  sheetOf: sheetOfCells,
  read: {
    Name: reads("name"),
    Size: reads("size"),
    Bold: reads("bold"),
    Italic: reads("italic"),
    Strikethrough: reads("strikethrough"),
    Underline: (target) => {
      const line = sharedStyle(target, "underline");
      return line === undefined ? null : line ? "Single" : "None";
    },
    Color: (target) => {
      const color = sharedStyle(target, "color");
      return color === undefined ? "" : (color ?? "#000000");
    },
    Subscript: () => false,
    Superscript: () => false,
    TintAndShade: () => 0,
  },
  write: {
    Name: writes("name", textValue),
    Size: writes("size", fontSize),
    Bold: writes("bold", booleanValue),
    Italic: writes("italic", booleanValue),
    Strikethrough: writes("strikethrough", booleanValue),
    Underline: writes("underline", underlined),
    Color: writes("color", colorValue),
    Subscript: plainOnly("subscript", false),
    Superscript: plainOnly("superscript", false),
    TintAndShade: plainOnly("tintAndShade", 0),
  },
  differs: {
    Underline: "Double and accounting lines become Single.",
    Subscript: "Always false: true is refused.",
    Superscript: "Always false: true is refused.",
    TintAndShade: "Always 0: other values are refused.",
  },
});

defineModel<CellsTarget>({
  className: "FormatProtection",
  sheetOf: sheetOfCells,
  read: { Locked: reads("locked"), FormulaHidden: () => false },
  write: {
    Locked: writes("locked", booleanValue),
    FormulaHidden: plainOnly("formulaHidden", false),
  },
  differs: { FormulaHidden: "Always false: true is refused." },
});
