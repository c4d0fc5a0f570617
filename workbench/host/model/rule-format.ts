/** The format a conditional format puts on cells. */
import { booleanValue, oneOf, textValue } from "./cell-format";
import { colorValue } from "./colors";
import { defineModel, hostObject } from "./host-object";
import { itemNotFound } from "./host-errors";
import type { HostContext } from "../class-model";
import { bagAt, readPart, ruleChanged, writePart, type RuleTarget } from "./rule-parts";

const sheetOf = ({ sheet }: RuleTarget) => sheet;
const font = ["format", "font"];
const fill = ["format", "fill"];

/** Takes a part of the format away. */
const clearing =
  (part: string) =>
  (target: RuleTarget, _args: unknown[], context: HostContext): void => {
    delete bagAt(target, ["format"])[part];
    ruleChanged(target, context);
  };

defineModel<RuleTarget>({
  className: "ConditionalRangeFormat",
  sheetOf,
  navigate: {
    Font: (target) => hostObject("ConditionalRangeFont", target),
    Fill: (target) => hostObject("ConditionalRangeFill", target),
    Borders: (target) => hostObject("ConditionalRangeBorderCollection", target),
  },
  read: { NumberFormat: readPart(["format"], "numberFormat", null) },
  write: { NumberFormat: writePart(["format"], "numberFormat", textValue) },
});

defineModel<RuleTarget>({
  className: "ConditionalRangeFont",
  sheetOf,
  read: {
    Color: readPart(font, "color", ""),
    Bold: readPart(font, "bold", null),
    Italic: readPart(font, "italic", null),
    Strikethrough: readPart(font, "strikethrough", null),
    Underline: readPart(font, "underline", null),
  },
  write: {
    Color: writePart(font, "color", colorValue),
    Bold: writePart(font, "bold", booleanValue),
    Italic: writePart(font, "italic", booleanValue),
    Strikethrough: writePart(font, "strikethrough", booleanValue),
    Underline: writePart(font, "underline", oneOf(["None", "Single", "Double"])),
  },
  call: { Clear: clearing("font") },
});

defineModel<RuleTarget>({
  className: "ConditionalRangeFill",
  sheetOf,
  read: { Color: readPart(fill, "color", "") },
  write: { Color: writePart(fill, "color", colorValue) },
  call: { Clear: clearing("fill") },
});

const sides = { EdgeTop: "top", EdgeBottom: "bottom", EdgeLeft: "left", EdgeRight: "right" } as const;
type SideIndex = keyof typeof sides;
type BorderTarget = RuleTarget & { readonly side: SideIndex };

const pathOf = ({ side }: BorderTarget) => ["format", "borders", sides[side]];
const styles = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot"];

defineModel<BorderTarget>({
  className: "ConditionalRangeBorder",
  sheetOf,
  read: {
    SideIndex: ({ side }) => side,
    Style: (target) => readPart(pathOf(target), "style", "None")(target),
    Color: (target) => readPart(pathOf(target), "color", "#000000")(target),
  },
  write: {
    Style: (target, value, context) =>
      writePart(pathOf(target), "style", oneOf(styles))(target, value, context),
    Color: (target, value, context) => writePart(pathOf(target), "color", colorValue)(target, value, context),
  },
});

const border = (target: RuleTarget, side: SideIndex) =>
  hostObject<BorderTarget>("ConditionalRangeBorder", { sheet: target.sheet, record: target.record, side });
const sideIndexes = Object.keys(sides) as SideIndex[];

defineModel<RuleTarget>({
  className: "ConditionalRangeBorderCollection",
  sheetOf,
  navigate: {
    Top: (target) => border(target, "EdgeTop"),
    Bottom: (target) => border(target, "EdgeBottom"),
    Left: (target) => border(target, "EdgeLeft"),
    Right: (target) => border(target, "EdgeRight"),
  },
  read: { Count: () => sideIndexes.length },
  item: (target, key) => {
    const side = sideIndexes.find((each) => each === key);
    if (!side) throw itemNotFound();
    return border(target, side);
  },
  items: (target) => sideIndexes.map((side) => border(target, side)),
});
