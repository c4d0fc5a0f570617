import type { Area, ConditionalRule, PageSetup, SheetPlan } from "../workbook/sheet-plan";
import { cellEntry } from "./cell-text";
import { paintChart } from "./paint-chart";
import { formatRange, formatRule, validateRange } from "./range-format";

const areaOf = (sheet: Excel.Worksheet, area: Area): Excel.Range =>
  sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);

/** Draws a planned sheet as a new worksheet at the end: one host call per entry of the plan. */
export function paintSheet(context: Excel.RequestContext, plan: SheetPlan): void {
  const sheet = context.workbook.worksheets.add(plan.name);
  sheet.tabColor = plan.tabColor;
  sheet.showGridlines = false;
  paintCells(sheet, plan);
  paintSizes(sheet, plan);
  for (const { area, rule } of plan.conditionalFormats) paintRule(areaOf(sheet, area), rule);
  for (const { area, validation } of plan.validations) validateRange(areaOf(sheet, area), validation);
  if (plan.freeze) freeze(sheet, plan.freeze);
  if (plan.autoFilter) sheet.autoFilter.apply(areaOf(sheet, plan.autoFilter));
  for (const name of plan.names) {
    if ("area" in name) sheet.names.add(name.name, areaOf(sheet, name.area));
    else sheet.names.add(name.name, `="${name.constant.replaceAll('"', '""')}"`);
  }
  paintPage(sheet, plan.page);
  // Last, so that charts lie over cells that have their size.
  for (const chart of plan.charts ?? []) paintChart(sheet, chart);
}

function paintCells(sheet: Excel.Worksheet, plan: SheetPlan): void {
  for (const block of plan.cells) {
    const columns = block.values[0]?.length ?? 0;
    if (columns === 0) continue;
    const range = sheet.getRangeByIndexes(block.row, block.column, block.values.length, columns);
    range.values = block.values.map((row) => row.map(cellEntry));
  }
  for (const area of plan.merges ?? []) areaOf(sheet, area).merge();
  for (const { area, format } of plan.formats) formatRange(areaOf(sheet, area), format);
}

function paintSizes(sheet: Excel.Worksheet, plan: SheetPlan): void {
  plan.columns.forEach(({ width, hidden }, column) => {
    const range = sheet.getRangeByIndexes(0, column, 1, 1);
    range.format.columnWidth = width;
    if (hidden) range.columnHidden = true;
  });
  for (const { row, rows, height } of plan.rowHeights)
    sheet.getRangeByIndexes(row, 0, rows, 1).format.rowHeight = height;
}

/** `freezeAt` takes the range that stays in view, from A1. */
function freeze(sheet: Excel.Worksheet, { rows, columns }: { rows: number; columns: number }): void {
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

function paintRule(range: Excel.Range, rule: ConditionalRule): void {
  if (rule.kind === "bar") {
    paintBar(range.conditionalFormats.add("DataBar").dataBar, rule);
    return;
  }
  if (rule.kind === "equals") {
    const added = range.conditionalFormats.add("CellValue");
    added.cellValue.rule = { formula1: `="${rule.text.replaceAll('"', '""')}"`, operator: "EqualTo" };
    formatRule(added.cellValue.format, rule.format);
    added.stopIfTrue = rule.stop;
    return;
  }
  const added = range.conditionalFormats.add("Custom");
  added.custom.rule.formula = rule.formula;
  formatRule(added.custom.format, rule.format);
  added.stopIfTrue = rule.stop;
}

/**
 * Solid bars from zero. The axis is automatic and white, not switched off: without an axis Excel turns
 * negative bars round, so that the smallest loss gets the longest bar.
 */
function paintBar(
  bar: Excel.DataBarConditionalFormat,
  rule: Extract<ConditionalRule, { kind: "bar" }>,
): void {
  bar.positiveFormat.fillColor = rule.color;
  bar.positiveFormat.gradientFill = false;
  bar.positiveFormat.borderColor = "";
  bar.negativeFormat.matchPositiveFillColor = false;
  bar.negativeFormat.fillColor = rule.negativeColor;
  bar.axisFormat = "Automatic";
  bar.axisColor = "#FFFFFF";
  bar.barDirection = "LeftToRight";
  bar.lowerBoundRule = { type: "Number", formula: "0" };
  bar.upperBoundRule =
    rule.maximum === "highest" ? { type: "HighestValue" } : { type: "Number", formula: String(rule.maximum) };
}

function paintPage(sheet: Excel.Worksheet, page: PageSetup): void {
  const layout = sheet.pageLayout;
  layout.orientation = page.orientation === "landscape" ? "Landscape" : "Portrait";
  layout.paperSize = "A4";
  layout.leftMargin = page.margins.left;
  layout.rightMargin = page.margins.right;
  layout.topMargin = page.margins.top;
  layout.bottomMargin = page.margins.bottom;
  layout.footerMargin = page.margins.footer;
  layout.centerHorizontally = page.centerHorizontally;
  layout.blackAndWhite = false;
  layout.printErrors = "Blank";
  layout.printOrder = "DownThenOver";
  layout.printGridlines = false;
  if (page.fitWide !== null)
    layout.zoom = {
      horizontalFitToPages: page.fitWide,
      ...(page.fitTall === undefined ? {} : { verticalFitToPages: page.fitTall }),
    };
  layout.setPrintArea(areaOf(sheet, page.printArea));
  if (page.titleRows) layout.setPrintTitleRows(`$${page.titleRows.from + 1}:$${page.titleRows.to + 1}`);
  layout.headersFooters.defaultForAllPages.leftFooter = page.footerLeft;
  layout.headersFooters.defaultForAllPages.rightFooter = page.footerRight;
}
