import type { CellFormat, EdgeStyle, RuleFormat, Validation } from "../workbook/sheet-plan";

const weights: Readonly<Record<EdgeStyle["style"], "Thin" | "Medium" | "Thick">> = {
  thin: "Thin",
  medium: "Medium",
  thick: "Thick",
};

const edges = [
  ["top", "EdgeTop"],
  ["bottom", "EdgeBottom"],
  ["left", "EdgeLeft"],
  ["right", "EdgeRight"],
  ["insideHorizontal", "InsideHorizontal"],
  ["insideVertical", "InsideVertical"],
] as const;

function formatEdges(range: Excel.Range, format: CellFormat): void {
  for (const [key, index] of edges) {
    const edge = format[key];
    if (!edge) continue;
    const border = range.format.borders.getItem(index);
    border.style = "Continuous";
    border.weight = weights[edge.style];
    border.color = edge.color;
  }
}

function formatText(range: Excel.Range, format: CellFormat): void {
  const { font } = range.format;
  if (format.size !== undefined) font.size = format.size;
  if (format.bold !== undefined) font.bold = format.bold;
  if (format.color !== undefined) font.color = format.color;
}

const horizontals = { left: "Left", center: "Center", right: "Right" } as const;
const verticals = { top: "Top", center: "Center", bottom: "Bottom" } as const;

function formatPlacing(range: Excel.Range, format: CellFormat): void {
  const target = range.format;
  if (format.horizontal) target.horizontalAlignment = horizontals[format.horizontal];
  if (format.vertical) target.verticalAlignment = verticals[format.vertical];
  if (format.wrap !== undefined) target.wrapText = format.wrap;
  if (format.shrink !== undefined) target.shrinkToFit = format.shrink;
  // Excel resets the indent when the alignment changes, so it comes last.
  if (format.indent !== undefined) target.indentLevel = format.indent;
}

/** One call per property for the whole range, never per cell. No font name: cells keep the theme's. */
export function formatRange(range: Excel.Range, format: CellFormat): void {
  formatText(range, format);
  formatPlacing(range, format);
  if (format.fill !== undefined) range.format.fill.color = format.fill;
  // One text for the whole range: Excel takes it, the type asks for a matrix of the range's size.
  if (format.numberFormat !== undefined) Object.assign(range, { numberFormat: format.numberFormat });
  if (format.locked !== undefined) range.format.protection.locked = format.locked;
  formatEdges(range, format);
}

/** Format of a conditional rule. */
export function formatRule(target: Excel.ConditionalRangeFormat, format: RuleFormat): void {
  if (format.color !== undefined) target.font.color = format.color;
  if (format.bold !== undefined) target.font.bold = format.bold;
  if (format.fill !== undefined) target.fill.color = format.fill;
  if (format.numberFormat !== undefined) target.numberFormat = format.numberFormat;
  const sides = format.border ? (["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const) : [];
  for (const side of sides) ruleEdge(target, side, format.border ?? "");
  if (format.topBorder) ruleEdge(target, "EdgeTop", format.topBorder);
}

function ruleEdge(
  target: Excel.ConditionalRangeFormat,
  side: "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight",
  color: string,
): void {
  const border = target.borders.getItem(side);
  border.style = "Continuous";
  border.color = color;
}

const isoDay = (serial: number): string =>
  new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);

/** Excel takes a list as text with commas; `list` entries therefore hold none. */
export function validateRange(range: Excel.Range, validation: Validation): void {
  const target = range.dataValidation;
  if (validation.list) target.rule = { list: { inCellDropDown: true, source: validation.list.join(",") } };
  if (validation.dateFrom !== undefined)
    target.rule = { date: { formula1: isoDay(validation.dateFrom), operator: "GreaterThanOrEqualTo" } };
  if (validation.prompt) target.prompt = { ...validation.prompt, showPrompt: true };
  if (validation.error) target.errorAlert = { ...validation.error, showAlert: true, style: "Stop" };
}
