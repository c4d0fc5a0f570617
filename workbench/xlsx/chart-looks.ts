import {
  parseSpPr,
  parseTxPr,
  type ChartFill as FileFill,
  type ChartLine as FileLine,
  type ChartRichText,
  type ChartTextProperties,
  type ShapeProperties,
} from "@cj-tech-master/excelts/chart";
import type { ChartAreaLook, ChartFill, ChartFont, ChartLine } from "../book/charts/chart-record";

const emuPerPoint = 12_700;

const toHex = (color: string): string => color.replace("#", "");
const fromHex = (srgb: string | undefined): string | null => (srgb ? `#${srgb.toUpperCase()}` : null);

const dashes: Readonly<Record<string, NonNullable<FileLine["dash"]>>> = {
  Continuous: "solid",
  Dash: "dash",
  DashDot: "dashDot",
  DashDotDot: "lgDashDotDot",
  Dot: "sysDash",
  RoundDot: "sysDot",
};

function lineToFile(line: ChartLine): FileLine {
  if (line.lineStyle === "None") return { noFill: true };
  const dash = dashes[line.lineStyle ?? ""];
  return {
    ...(line.weight === undefined ? {} : { width: Math.round(line.weight * emuPerPoint) }),
    ...(line.color ? { color: { srgb: toHex(line.color) } } : {}),
    ...(dash ? { dash } : {}),
  };
}

function lineFromFile(line: FileLine): ChartLine {
  if (line.noFill) return { lineStyle: "None" };
  const color = fromHex(line.color?.srgb);
  const style = Object.keys(dashes).find((name) => dashes[name] === line.dash);
  return {
    ...(color ? { color } : {}),
    ...(style ? { lineStyle: style } : {}),
    ...(line.width === undefined ? {} : { weight: line.width / emuPerPoint }),
  };
}

const fillToFile = (fill: ChartFill): FileFill | null =>
  fill.color === "" ? { noFill: true } : fill.color ? { solid: { srgb: toHex(fill.color) } } : null;

function fillFromFile(fill: FileFill): ChartFill | null {
  if (fill.noFill) return { color: "" };
  const color = fromHex(fill.solid?.srgb);
  return color ? { color } : null;
}

/** undefined where nothing was set: the file's reader chooses. Areas have borders, series and axes lines. */
export function shapeToFile(look: ChartAreaLook | undefined): ShapeProperties | undefined {
  const line = look?.border ?? look?.line;
  const fill = look?.fill && fillToFile(look.fill);
  if (!line && !fill) return undefined;
  return { ...(fill ? { fill } : {}), ...(line ? { line: lineToFile(line) } : {}) };
}

/** The library keeps looks it read as XML until they are asked for. */
export function shapeFromFile(held: ShapeProperties | undefined, edge: "border" | "line"): ChartAreaLook {
  const shape = held && parseSpPr(held);
  const fill = shape?.fill && fillFromFile(shape.fill);
  const line = shape?.line && lineFromFile(shape.line);
  return {
    ...(fill ? { fill } : {}),
    ...(line && Object.keys(line).length > 0 ? { [edge]: line } : {}),
  };
}

/** Tick labels: Excel's "automatic" turn; the library's own 0 makes LibreOffice break words instead. */
const automaticRotation = -60_000_000;

export function fontToFile(font: ChartFont | undefined, rotated = false): ChartTextProperties | undefined {
  if (!font) return undefined;
  return {
    ...(font.size === undefined ? {} : { size: Math.round(font.size * 100) }),
    ...(font.bold === undefined ? {} : { bold: font.bold }),
    ...(font.italic === undefined ? {} : { italic: font.italic }),
    ...(font.color ? { color: { srgb: toHex(font.color) } } : {}),
    ...(font.name ? { fontFamily: font.name } : {}),
    ...(rotated ? { rotation: automaticRotation } : {}),
  };
}

export function fontFromFile(held: ChartTextProperties | undefined): ChartFont | null {
  if (!held) return null;
  const text = parseTxPr(held);
  const color = fromHex(text.color?.srgb);
  const font: ChartFont = {
    ...(text.bold === undefined ? {} : { bold: text.bold }),
    ...(text.italic === undefined ? {} : { italic: text.italic }),
    ...(color ? { color } : {}),
    ...(text.fontFamily ? { name: text.fontFamily } : {}),
    ...(text.size === undefined ? {} : { size: text.size / 100 }),
  };
  return Object.keys(font).length > 0 ? font : null;
}

export const richText = (text: string, font: ChartFont | undefined): ChartRichText => ({
  paragraphs: [{ runs: [{ text, ...(font ? { properties: fontToFile(font) ?? {} } : {}) }] }],
});

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** Text and font of a title that was read: the library leaves it as XML. */
export function textFromFile(xml: string): { text: string; font: ChartFont | null } {
  const runs = [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, run = ""]) => run);
  const text = runs.join("").replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
  const held: ChartTextProperties = {};
  Object.assign(held, { _rawXml: xml });
  return { text, font: fontFromFile(held) };
}

/** Leaves out what is empty, so that an unset look stays unset. */
export const lookOf = (look: ChartAreaLook): { format?: ChartAreaLook } =>
  Object.keys(look).length > 0 ? { format: look } : {};
