import {
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderStyleData,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import type { BorderStyle, CellStyle } from "../book";

/** What Univer's style cannot say; kept in the cell's `custom`, which moves and copies with the cell. */
export interface ExtraStyle {
  horizontal?: CellStyle["horizontal"];
  vertical?: CellStyle["vertical"];
  shrink?: boolean;
  indent?: number;
  locked?: boolean;
  quotePrefix?: boolean;
}

export const DEFAULT_STYLE: Required<CellStyle> = {
  bold: false,
  italic: false,
  underline: false,
  strikethrough: false,
  size: 11,
  name: "Calibri",
  color: "#000000",
  fill: null,
  numberFormat: "General",
  horizontal: "General",
  vertical: "Bottom",
  wrap: false,
  shrink: false,
  indent: 0,
  locked: true,
  quotePrefix: false,
  borders: {},
};

const horizontals: Record<NonNullable<CellStyle["horizontal"]>, HorizontalAlign> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
  Fill: HorizontalAlign.LEFT,
  Justify: HorizontalAlign.JUSTIFIED,
  CenterAcrossSelection: HorizontalAlign.CENTER,
  Distributed: HorizontalAlign.DISTRIBUTED,
};
const verticals: Record<NonNullable<CellStyle["vertical"]>, VerticalAlign> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
  Justify: VerticalAlign.TOP,
  Distributed: VerticalAlign.MIDDLE,
};
const borderStyles: Record<BorderStyle["style"], BorderStyleTypes> = {
  thin: BorderStyleTypes.THIN,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  dashed: BorderStyleTypes.DASHED,
  dotted: BorderStyleTypes.DOTTED,
  double: BorderStyleTypes.DOUBLE,
  hair: BorderStyleTypes.HAIR,
};
const sides = { top: "t", bottom: "b", left: "l", right: "r" } as const;
type Side = keyof typeof sides;
/** Univer draws 1 indent as left padding of this many pixels. */
const INDENT_PX = 9;

const keyOf = <K extends string, V>(table: Record<K, V>, value: V, otherwise: K): K =>
  (Object.keys(table) as K[]).find((key) => table[key] === value) ?? otherwise;

/** `#rgb`, `rgb(1,2,3)`, `#RRGGBB` → `#RRGGBB`; others stay. */
function hexColor(color: string): string {
  const parts = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(color);
  if (parts) {
    return `#${parts
      .slice(1, 4)
      .map((part) => Number(part).toString(16).padStart(2, "0"))
      .join("")}`.toUpperCase();
  }
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color);
  if (short)
    return `#${short
      .slice(1, 4)
      .map((digit) => digit + digit)
      .join("")}`.toUpperCase();
  return color.startsWith("#") ? color.toUpperCase() : color;
}

export function readStyle(style: Nullable<IStyleData>, extra: ExtraStyle): CellStyle {
  const data = style ?? {};
  return {
    bold: data.bl === BooleanNumber.TRUE,
    italic: data.it === BooleanNumber.TRUE,
    underline: data.ul?.s === BooleanNumber.TRUE,
    strikethrough: data.st?.s === BooleanNumber.TRUE,
    size: data.fs ?? DEFAULT_STYLE.size,
    name: data.ff ?? DEFAULT_STYLE.name,
    color: data.cl?.rgb ? hexColor(data.cl.rgb) : DEFAULT_STYLE.color,
    fill: data.bg?.rgb ? hexColor(data.bg.rgb) : null,
    numberFormat: readFormat(data.n?.pattern),
    horizontal: extra.horizontal ?? keyOf(horizontals, data.ht ?? HorizontalAlign.UNSPECIFIED, "General"),
    vertical: extra.vertical ?? keyOf(verticals, data.vt ?? VerticalAlign.BOTTOM, "Bottom"),
    wrap: data.tb === WrapStrategy.WRAP,
    shrink: extra.shrink ?? false,
    indent: extra.indent ?? 0,
    locked: extra.locked ?? true,
    quotePrefix: extra.quotePrefix ?? false,
    borders: readBorders(data),
  };
}

/** Univer writes the text format `@@@`. */
const readFormat = (pattern: string | undefined): string =>
  pattern === undefined ? "General" : pattern === "@@@" ? "@" : pattern;

function readBorders(data: IStyleData): NonNullable<CellStyle["borders"]> {
  const borders: NonNullable<CellStyle["borders"]> = {};
  for (const side of Object.keys(sides) as Side[]) {
    const border = data.bd?.[sides[side]];
    if (!border || border.s === BorderStyleTypes.NONE) continue;
    borders[side] = {
      style: keyOf(borderStyles, border.s, "thin"),
      color: hexColor(border.cl.rgb ?? "#000000"),
    };
  }
  return borders;
}

/** Only the keys present; null takes a key off. */
export function writeStyle(style: CellStyle): IStyleData {
  const data: IStyleData = {};
  const flag = (value: boolean) => (value ? BooleanNumber.TRUE : BooleanNumber.FALSE);
  if (style.bold !== undefined) data.bl = flag(style.bold);
  if (style.italic !== undefined) data.it = flag(style.italic);
  if (style.underline !== undefined) data.ul = { s: flag(style.underline) };
  if (style.strikethrough !== undefined) data.st = { s: flag(style.strikethrough) };
  if (style.size !== undefined) data.fs = style.size;
  if (style.name !== undefined) data.ff = style.name;
  if (style.color !== undefined) data.cl = style.color ? { rgb: hexColor(style.color) } : null;
  if (style.fill !== undefined) data.bg = style.fill ? { rgb: hexColor(style.fill) } : null;
  if (style.numberFormat !== undefined) {
    data.n = style.numberFormat === "General" ? null : { pattern: style.numberFormat };
  }
  if (style.horizontal !== undefined) {
    data.ht = style.horizontal === "General" ? null : horizontals[style.horizontal];
  }
  if (style.vertical !== undefined) data.vt = verticals[style.vertical];
  if (style.wrap !== undefined) data.tb = style.wrap ? WrapStrategy.WRAP : null;
  if (style.indent !== undefined) data.pd = style.indent > 0 ? { l: style.indent * INDENT_PX } : null;
  if (style.borders !== undefined) data.bd = writeBorders(style.borders);
  return data;
}

function writeBorders(borders: NonNullable<CellStyle["borders"]>): NonNullable<IStyleData["bd"]> {
  const data: Partial<Record<"t" | "b" | "l" | "r", IBorderStyleData | null>> = {};
  for (const [side, border] of Object.entries(borders) as [Side, BorderStyle | null][]) {
    data[sides[side]] = border
      ? { s: borderStyles[border.style], cl: { rgb: hexColor(border.color) } }
      : null;
  }
  return data;
}

/** The keys of `style` that need a place beside Univer's style; undefined when there are none. */
export function writeExtra(style: CellStyle, before: ExtraStyle): ExtraStyle | undefined {
  const extra: ExtraStyle = { ...before };
  if (style.horizontal !== undefined) {
    const lossy = style.horizontal === "Fill" || style.horizontal === "CenterAcrossSelection";
    if (lossy) extra.horizontal = style.horizontal;
    else delete extra.horizontal;
  }
  if (style.vertical !== undefined) {
    const lossy = style.vertical === "Justify" || style.vertical === "Distributed";
    if (lossy) extra.vertical = style.vertical;
    else delete extra.vertical;
  }
  for (const key of ["shrink", "locked", "quotePrefix", "indent"] as const) {
    if (style[key] === undefined) continue;
    if (style[key] === DEFAULT_STYLE[key]) delete extra[key];
    else Object.assign(extra, { [key]: style[key] });
  }
  return Object.keys(extra).length > 0 ? extra : undefined;
}
