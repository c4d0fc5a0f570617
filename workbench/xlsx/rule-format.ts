import type { Style } from "@cj-tech-master/excelts";
import { argb, hex } from "./cell-style";

/** The format of a conditional rule as Office.js spells it. */
export interface RuleFormat {
  font?: { bold?: boolean; italic?: boolean; color?: string };
  fill?: { color?: string };
  numberFormat?: string;
  borders?: Record<string, { style?: string; color?: string }>;
}

/** Named alike in Office.js (`format.borders.top`) and in the file. */
const sides = ["top", "bottom", "left", "right"] as const;

export function ruleFormatToFile(format: RuleFormat): Partial<Style> {
  const style: Partial<Style> = {};
  const { font, fill, numberFormat, borders } = format;
  if (font && (font.bold || font.italic || font.color))
    style.font = {
      ...(font.bold ? { bold: true } : {}),
      ...(font.italic ? { italic: true } : {}),
      ...(font.color ? { color: argb(font.color) } : {}),
    };
  // A rule's fill is its background; without a pattern the library writes an invalid one.
  if (fill?.color)
    style.fill = { type: "pattern", pattern: "solid", fgColor: argb(fill.color), bgColor: argb(fill.color) };
  if (numberFormat) style.numFmt = numberFormat;
  const border: NonNullable<Style["border"]> = {};
  for (const side of sides) {
    const line = borders?.[side];
    if (line?.color && line.style !== "None") border[side] = { style: "thin", color: argb(line.color) };
  }
  if (Object.keys(border).length > 0) style.border = border;
  return style;
}

export function ruleFormatFromFile(style: Partial<Style> | undefined): RuleFormat {
  const format: RuleFormat = {};
  const color = hex(style?.font?.color);
  if (style?.font)
    format.font = {
      ...(style.font.bold ? { bold: true } : {}),
      ...(style.font.italic ? { italic: true } : {}),
      ...(color ? { color } : {}),
    };
  const fill = style?.fill?.type === "pattern" ? (hex(style.fill.bgColor) ?? hex(style.fill.fgColor)) : null;
  if (fill) format.fill = { color: fill };
  const code = typeof style?.numFmt === "string" ? style.numFmt : style?.numFmt?.formatCode;
  if (code) format.numberFormat = code;
  const borders: NonNullable<RuleFormat["borders"]> = {};
  for (const side of sides) {
    const line = style?.border?.[side];
    if (line) borders[side] = { style: "Continuous", color: hex(line.color) ?? "#000000" };
  }
  if (Object.keys(borders).length > 0) format.borders = borders;
  return format;
}
