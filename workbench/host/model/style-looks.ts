/** Fill, font and borders of a cell style. On the wire they are the range's classes; only their targets differ. */
import type { CellStyle } from "../../book/book";
import { lineOfStyle, styleOfLine } from "./border-lines";
import { booleanValue, numberValue, textValue } from "./cell-format";
import { colorValue } from "./colors";
import { defineModel, hostObject } from "./host-object";
import { itemNotFound } from "./host-errors";
import { changeStyle, lookOf, styleReads, styleWrites, type NamedStyle } from "./style-store";

type Side = keyof NonNullable<CellStyle["borders"]>;

defineModel<NamedStyle>(
  {
    className: "RangeFill",
    sheetOf: () => null,
    read: { Color: (target) => lookOf(target).fill ?? "#FFFFFF" },
    write: { Color: styleWrites("fill", (value) => (value === "" ? null : colorValue(value))) },
    call: { Clear: (target, _args, context) => changeStyle(target, { fill: null }, context) },
  },
  "StyleFill",
);

defineModel<NamedStyle>(
  {
    className: "RangeFont",
    sheetOf: () => null,
    read: {
      Name: styleReads("name"),
      Size: styleReads("size"),
      Color: styleReads("color"),
      Bold: styleReads("bold"),
      Italic: styleReads("italic"),
      Strikethrough: styleReads("strikethrough"),
      Underline: (target) => (lookOf(target).underline ? "Single" : "None"),
    },
    write: {
      Name: styleWrites("name", textValue),
      Size: styleWrites("size", numberValue),
      Color: styleWrites("color", colorValue),
      Bold: styleWrites("bold", booleanValue),
      Italic: styleWrites("italic", booleanValue),
      Strikethrough: styleWrites("strikethrough", booleanValue),
      Underline: styleWrites("underline", (value) => value !== "None"),
    },
  },
  "StyleFont",
);

const sides: Record<string, Side> = {
  EdgeTop: "top",
  EdgeBottom: "bottom",
  EdgeLeft: "left",
  EdgeRight: "right",
};

defineModel<NamedStyle>(
  {
    className: "RangeBorderCollection",
    sheetOf: () => null,
    read: { Count: () => 4 },
    item: (target, key) => {
      const side = sides[String(key)];
      if (!side) throw itemNotFound();
      return hostObject("StyleBorder", { ...target, side });
    },
    items: (target) => Object.values(sides).map((side) => hostObject("StyleBorder", { ...target, side })),
  },
  "StyleBorderCollection",
);

const lineOf = (target: NamedStyle & { side: Side }) => lookOf(target).borders?.[target.side] ?? null;

defineModel<NamedStyle & { side: Side }>(
  {
    className: "RangeBorder",
    sheetOf: () => null,
    read: {
      SideIndex: ({ side }) => Object.keys(sides).find((key) => sides[key] === side),
      Style: (target) => {
        const line = lineOf(target);
        return line ? styleOfLine(line.style) : "None";
      },
      Color: (target) => lineOf(target)?.color ?? "#000000",
    },
    write: {
      Style: (target, value, context) => {
        const style = lineOfStyle(value, lineOf(target)?.style ?? null);
        const line = style && { style, color: lineOf(target)?.color ?? "#000000" };
        changeStyle(target, { borders: { ...lookOf(target).borders, [target.side]: line } }, context);
      },
      Color: (target, value, context) => {
        const line = { style: lineOf(target)?.style ?? ("thin" as const), color: colorValue(value) };
        changeStyle(target, { borders: { ...lookOf(target).borders, [target.side]: line } }, context);
      },
    },
  },
  "StyleBorder",
);
