import type { Alignment, Borders, Style } from "@cj-tech-master/excelts";
import type { BorderStyle, CellStyle } from "../book/book";

/**
 * Marks the number format of a cell whose text starts with an apostrophe. The library knows no quotePrefix:
 * package-patch.ts turns the mark into the attribute when writing, and the attribute into the mark before reading.
 */
export const quoteMark = '"\u2060q"';

/** The reader cuts font sizes to whole points, so package-patch.ts hands them over in hundredths. */
export const sizeScale = 100;

/** The workbook's base font; the scheme makes it the theme's body font on every host. */
export const baseFont = { name: "Calibri", family: 2, scheme: "minor" as const, size: 11 };

const argb = (hex: string): { argb: string } => ({ argb: `FF${hex.replace("#", "").toUpperCase()}` });
const hex = (color: { argb?: string } | undefined): string | null =>
  color?.argb ? `#${color.argb.slice(-6).toUpperCase()}` : null;

const horizontals: Readonly<Record<string, Alignment["horizontal"]>> = {
  Left: "left",
  Center: "center",
  Right: "right",
  Fill: "fill",
  Justify: "justify",
  CenterAcrossSelection: "centerContinuous",
  Distributed: "distributed",
};
const verticals: Readonly<Record<string, Alignment["vertical"]>> = {
  Top: "top",
  Center: "middle",
  Justify: "justify",
  Distributed: "distributed",
};
const sides = ["top", "bottom", "left", "right"] as const;

const nameOf = (
  table: Readonly<Record<string, string | undefined>>,
  value: string | undefined,
): string | undefined => Object.keys(table).find((key) => table[key] === value);

function alignmentToFile(style: CellStyle): Partial<Alignment> {
  const alignment: Partial<Alignment> = {};
  const horizontal = horizontals[style.horizontal ?? ""];
  const vertical = verticals[style.vertical ?? ""];
  if (horizontal) alignment.horizontal = horizontal;
  if (vertical) alignment.vertical = vertical;
  if (style.wrap) alignment.wrapText = true;
  if (style.shrink) alignment.shrinkToFit = true;
  if (style.indent) alignment.indent = style.indent;
  return alignment;
}

function bordersToFile(borders: NonNullable<CellStyle["borders"]>): Partial<Borders> {
  const result: Partial<Borders> = {};
  for (const side of sides) {
    const edge = borders[side];
    if (edge) result[side] = { style: edge.style, color: argb(edge.color) };
  }
  return result;
}

function fontToFile(style: CellStyle): Style["font"] {
  const named = style.name && style.name !== baseFont.name ? { name: style.name } : baseFont;
  return {
    ...named,
    size: style.size ?? baseFont.size,
    ...(style.bold ? { bold: true } : {}),
    ...(style.italic ? { italic: true } : {}),
    ...(style.underline ? { underline: true } : {}),
    ...(style.strikethrough ? { strike: true } : {}),
    ...(style.color ? { color: argb(style.color) } : {}),
  };
}

export function styleToFile(style: CellStyle): Partial<Style> {
  const format = style.numberFormat ?? "General";
  const result: Partial<Style> = { font: fontToFile(style), alignment: alignmentToFile(style) };
  if (style.fill) result.fill = { type: "pattern", pattern: "solid", fgColor: argb(style.fill) };
  if (style.borders) result.border = bordersToFile(style.borders);
  if (style.locked === false) result.protection = { locked: false };
  if (style.quotePrefix) result.numFmt = `${quoteMark}${format}`;
  else if (format !== "General") result.numFmt = format;
  return result;
}

function bordersFromFile(border: Partial<Borders>): CellStyle["borders"] {
  const borders: NonNullable<CellStyle["borders"]> = {};
  for (const side of sides) {
    const edge = border[side];
    if (edge?.style) borders[side] = { style: edgeStyle(edge.style), color: hex(edge.color) ?? "#000000" };
  }
  return Object.keys(borders).length > 0 ? borders : undefined;
}

const known = new Set<string>(["thin", "medium", "thick", "dashed", "dotted", "double", "hair"]);
const edgeStyle = (style: string): BorderStyle["style"] =>
  (known.has(style) ? style : style.startsWith("medium") ? "medium" : "dashed") as BorderStyle["style"];

function alignmentFromFile(alignment: Partial<Alignment> | undefined): CellStyle {
  const result: CellStyle = {};
  const horizontal = nameOf(horizontals, alignment?.horizontal) as CellStyle["horizontal"];
  const vertical = nameOf(verticals, alignment?.vertical) as CellStyle["vertical"];
  if (horizontal) result.horizontal = horizontal;
  if (vertical) result.vertical = vertical;
  if (alignment?.wrapText) result.wrap = true;
  if (alignment?.shrinkToFit) result.shrink = true;
  if (alignment?.indent) result.indent = alignment.indent;
  return result;
}

function fontFromFile(font: Partial<Style["font"]> | undefined): CellStyle {
  const result: CellStyle = {};
  if (font?.bold) result.bold = true;
  if (font?.italic) result.italic = true;
  if (font?.underline) result.underline = true;
  if (font?.strike) result.strikethrough = true;
  if (font?.size) result.size = font.size / sizeScale;
  if (font?.name && font.scheme !== "minor" && font.name !== baseFont.name) result.name = font.name;
  const color = hex(font?.color);
  if (color && color !== "#000000") result.color = color;
  return result;
}

const codeOf = (format: Style["numFmt"] | undefined): string =>
  typeof format === "string" ? format : (format?.formatCode ?? "General");

/** Only what differs from a plain cell. */
export function styleFromFile(style: Partial<Style>): CellStyle {
  const result: CellStyle = { ...fontFromFile(style.font), ...alignmentFromFile(style.alignment) };
  if (result.size === baseFont.size) delete result.size;
  const code = codeOf(style.numFmt);
  if (code.startsWith(quoteMark)) result.quotePrefix = true;
  const format = code.replace(quoteMark, "");
  if (format && format !== "General") result.numberFormat = format;
  const fill =
    style.fill?.type === "pattern" && style.fill.pattern === "solid" ? hex(style.fill.fgColor) : null;
  if (fill) result.fill = fill;
  const borders = style.border && bordersFromFile(style.border);
  if (borders) result.borders = borders;
  if (style.protection?.locked === false) result.locked = false;
  return result;
}

export { argb, hex };
