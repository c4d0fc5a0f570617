/** Cell styles by name: the usual built-in ones and those an add-in makes. Applying one sets its formats. */
import type { Book, BookSheet, CellStyle, Rect } from "../../book/book";
import { extrasOf } from "./book-extras";
import { itemNotFound } from "./host-errors";
import { placedAt, placedWith } from "./placed";
import { overlaps } from "./rect-algebra";

/** Excel's defaults for a new workbook. */
export const normalStyle: CellStyle = {
  name: "Calibri",
  size: 11,
  color: "#000000",
  bold: false,
  italic: false,
  underline: false,
  strikethrough: false,
  fill: null,
  numberFormat: "General",
  horizontal: "General",
  vertical: "Bottom",
  wrap: false,
  shrink: false,
  indent: 0,
  locked: true,
  borders: { top: null, bottom: null, left: null, right: null },
};

const line = (style: "thin" | "medium" | "thick" | "double", color: string) => ({ style, color });
const box = (color: string) => {
  const side = line("thin", color);
  return { top: side, bottom: side, left: side, right: side };
};

/** Colours of the Office theme. */
const builtIn: Record<string, CellStyle> = {
  Normal: normalStyle,
  Good: { fill: "#C6EFCE", color: "#006100" },
  Bad: { fill: "#FFC7CE", color: "#9C0006" },
  Neutral: { fill: "#FFEB9C", color: "#9C5700" },
  Input: { fill: "#FFCC99", color: "#3F3F76", borders: box("#7F7F7F") },
  Output: { fill: "#F2F2F2", color: "#3F3F3F", bold: true, borders: box("#3F3F3F") },
  Calculation: { fill: "#F2F2F2", color: "#FA7D00", bold: true, borders: box("#7F7F7F") },
  Note: { fill: "#FFFFCC", borders: box("#B2B2B2") },
  "Warning Text": { color: "#FF0000" },
  "Explanatory Text": { color: "#7F7F7F", italic: true },
  Title: { size: 18, color: "#44546A", name: "Calibri Light" },
  "Heading 1": { size: 15, bold: true, color: "#44546A", borders: { bottom: line("thick", "#4472C4") } },
  "Heading 2": { size: 13, bold: true, color: "#44546A", borders: { bottom: line("thick", "#A1B8E1") } },
  "Heading 3": { bold: true, color: "#44546A", borders: { bottom: line("medium", "#8EA9DB") } },
  "Heading 4": { bold: true, color: "#44546A" },
  Total: { bold: true, borders: { top: line("thin", "#4472C4"), bottom: line("double", "#4472C4") } },
  Hyperlink: { color: "#0563C1", underline: true },
  Comma: { numberFormat: '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)' },
  Currency: { numberFormat: '_($* #,##0.00_);_($* \\(#,##0.00\\);_($* "-"??_);_(@_)' },
  Percent: { numberFormat: "0%" },
};

const builtInStyleNames = Object.keys(builtIn);

export const isBuiltInStyle = (name: string): boolean =>
  builtInStyleNames.some((each) => each.toLowerCase() === name.toLowerCase());

export const styleNames = (book: Book): string[] => [...builtInStyleNames, ...extrasOf(book).styles.keys()];

/** The style's full spelling, or null. Names compare without case. */
export const styleNamed = (book: Book, name: unknown): string | null =>
  styleNames(book).find((each) => each.toLowerCase() === String(name).toLowerCase()) ?? null;

export const styleFormats = (book: Book, name: string): CellStyle =>
  extrasOf(book).styles.get(name) ?? builtIn[name] ?? {};

export const styleNameOf = (book: Book, sheet: BookSheet, area: Rect): string | null =>
  placedAt(extrasOf(book).styleNames, sheet, area) ??
  (extrasOf(book).styleNames.some((place) => place.sheet === sheet.id && overlaps(place.rect, area))
    ? null
    : "Normal");

export function applyStyle(book: Book, sheet: BookSheet, area: Rect, name: unknown): void {
  const known = styleNamed(book, name);
  if (!known) throw itemNotFound(`There is no cell style "${String(name)}".`);
  sheet.style(area, { ...normalStyle, ...styleFormats(book, known) });
  const extras = extrasOf(book);
  extras.styleNames = placedWith(extras.styleNames, sheet, area, known === "Normal" ? null : known);
}

export function forgetStyleNames(book: Book, sheet: BookSheet, area: Rect): void {
  const extras = extrasOf(book);
  extras.styleNames = placedWith(extras.styleNames, sheet, area, null);
}
