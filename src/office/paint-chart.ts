import type { Area, ChartAxisPlan, ChartPlan, ChartSeriesPlan } from "../workbook/sheet-plan";

/** Points: no host draws a thinner line on paper. */
const hairline = 0.5;

/**
 * Draws a planned chart. Every series gets its cells by name: what Excel reads out of a block of cells depends on
 * what stands in it. ExcelApi 1.8 is enough.
 */
export function paintChart(sheet: Excel.Worksheet, plan: ChartPlan): void {
  const cells = ({ row, column, rows, columns }: Area) => sheet.getRangeByIndexes(row, column, rows, columns);
  const [first, ...others] = plan.series;
  if (!first) return;
  const chart = sheet.charts.add("ColumnClustered", cells(first.values), "Columns");
  chart.name = plan.name;
  chart.title.visible = false;
  chart.legend.visible = false;
  chart.format.fill.clear();
  chart.format.border.clear();
  chart.displayBlanksAs = "NotPlotted";
  const named: [Excel.ChartSeries, ChartSeriesPlan][] = [[chart.series.getItemAt(0), first]];
  for (const planned of others) named.push([chart.series.add(planned.name), planned]);
  for (const [series, planned] of named) {
    series.name = planned.name;
    series.setValues(cells(planned.values));
    series.setXAxisValues(cells(plan.categories));
    paintSeries(series, planned, plan);
  }
  paintAxes(chart, plan);
  const { row, column, rows, columns } = plan.area;
  chart.setPosition(
    sheet.getRangeByIndexes(row, column, 1, 1),
    sheet.getRangeByIndexes(row + rows - 1, column + columns - 1, 1, 1),
  );
}

function paintSeries(series: Excel.ChartSeries, planned: ChartSeriesPlan, plan: ChartPlan): void {
  if (planned.kind === "line") {
    series.chartType = "Line";
    series.markerStyle = "None";
    series.format.line.color = planned.color;
    series.format.line.weight = planned.weight ?? 1;
    series.format.line.lineStyle = planned.dashed ? "Dash" : "Continuous";
  } else series.format.fill.setSolidColor(planned.color);
  if (planned.secondary) series.axisGroup = "Secondary";
  if (planned.kind === "column") {
    series.gapWidth = plan.gap;
    series.overlap = plan.overlap;
  }
  if (planned.labels === undefined) return;
  series.hasDataLabels = true;
  series.dataLabels.showValue = true;
  series.dataLabels.position = "OutsideEnd";
  series.dataLabels.numberFormat = planned.labels;
  paintFont(series.dataLabels.format.font, plan);
}

function paintFont(font: Excel.ChartFont, plan: ChartPlan): void {
  font.size = plan.textSize;
  font.color = plan.textColor;
}

function paintAxes(chart: Excel.Chart, plan: ChartPlan): void {
  const { categoryAxis, valueAxis } = chart.axes;
  categoryAxis.majorGridlines.visible = false;
  categoryAxis.majorTickMark = "None";
  // Labels that are not wanted are blank cells: no host may leave out others.
  categoryAxis.tickLabelSpacing = 1;
  categoryAxis.format.line.color = plan.axisColor;
  categoryAxis.format.line.weight = hairline;
  paintFont(categoryAxis.format.font, plan);
  paintValues(valueAxis, plan.primary, plan);
  if (plan.secondary) paintValues(chart.axes.getItem("Value", "Secondary"), plan.secondary, plan);
}

function paintValues(axis: Excel.ChartAxis, planned: ChartAxisPlan, plan: ChartPlan): void {
  axis.minimum = 0;
  if (planned.maximum !== undefined) axis.maximum = planned.maximum;
  if (planned.step !== undefined) axis.majorUnit = planned.step;
  axis.numberFormat = planned.numberFormat;
  axis.majorTickMark = "None";
  axis.format.line.clear();
  axis.majorGridlines.visible = planned.gridlines;
  if (planned.gridlines) {
    axis.majorGridlines.format.line.color = plan.gridColor;
    axis.majorGridlines.format.line.weight = hairline;
  }
  paintFont(axis.format.font, plan);
}
