/** A chart on a sheet, and the collection of a sheet's charts. */
import type { BookSheet } from "../../book/book";
import { boxOf, placeOf, type ChartBox } from "../../book/charts/chart-place";
import type { ChartRecord } from "../../book/charts/chart-record";
import { inferSeries } from "../../book/charts/infer-series";
import type { HostContext, HostObject } from "../class-model";
import { booleanValue, numberValue, oneOf, textValue } from "./cell-format";
import { formatOf } from "./chart-looks";
import { below, changeChart, partMembers, recordOf, sheetOfPart, type ChartPart } from "./chart-parts";
import { chartType, nextSeriesId } from "./chart-series";
import { defineModel, hostObject, sheetObject } from "./host-object";
import { invalidArgument, itemNotFound } from "./host-errors";
import { bottomOf, rightOf } from "./rect-algebra";
import { rangeArgument } from "./resolve-address";
import { offsetLeft } from "./sheet-sizes";
import { assertAllowed } from "./write-guard";

/** Points: Excel's size of a new chart. */
const newChart = { width: 360, height: 216, gap: 12 };

export const chartObject = (sheet: BookSheet, id: string): HostObject =>
  hostObject<ChartPart>("Chart", { sheet, id, path: [] });

/** "Chart 1", "Chart 2": the first number that is free on the sheet. */
function freeName(charts: readonly ChartRecord[]): string {
  for (let number = 1; ; number++) {
    const name = `Chart ${number}`;
    if (!charts.some((chart) => chart.name === name)) return name;
  }
}

const seriesBy = oneOf(["Auto", "Columns", "Rows"] as const);

function add(sheet: BookSheet, [type, source, by]: unknown[], context: HostContext): HostObject {
  assertAllowed(sheet, context, "allowEditObjects");
  const kind = chartType(type);
  const data = rangeArgument(source, sheet, context);
  const left = offsetLeft(sheet, rightOf(data.rect) + 1) + newChart.gap;
  const record = sheet.addChart({
    name: freeName(sheet.charts()),
    chartType: kind,
    place: placeOf(sheet, { ...newChart, top: newChart.gap, left }),
    series: inferSeries(data.sheet, data.rect, seriesBy(by ?? "Auto"), 1),
    axes: {},
  });
  return chartObject(sheet, record.id);
}

/** By id, or by name in any case. */
function chartIn(sheet: BookSheet, key: unknown): HostObject {
  const wanted = String(key).toLowerCase();
  const charts = sheet.charts();
  const found =
    charts.find(({ id }) => id === key) ?? charts.find(({ name }) => name.toLowerCase() === wanted);
  if (!found) throw itemNotFound();
  return chartObject(sheet, found.id);
}

defineModel<BookSheet>({
  className: "ChartCollection",
  sheetOf: (sheet) => sheet,
  read: { Count: (sheet) => sheet.charts().length },
  item: chartIn,
  items: (sheet) => sheet.charts().map(({ id }) => chartObject(sheet, id)),
  call: { Add: add, GetItem: (sheet, [key]) => chartIn(sheet, key) },
  differs: {
    Add: "Thirteen types: columns, bars, lines, areas, pies and doughnuts; others are NotImplemented.",
  },
});

const boxOfPart = (part: ChartPart): ChartBox => boxOf(part.sheet, recordOf(part).place);

const measure =
  (key: keyof ChartBox) =>
  (part: ChartPart, value: unknown, context: HostContext): void => {
    const points = numberValue(value);
    if (points < 0) throw invalidArgument();
    changeChart(part, context, (_bag, record) => {
      record.place = placeOf(part.sheet, { ...boxOf(part.sheet, record.place), [key]: points });
    });
  };

/** From the first cell's top left to the last one's bottom right; of one cell only the corner counts. */
function setPosition(part: ChartPart, [start, end]: unknown[], context: HostContext): void {
  const first = rangeArgument(start, part.sheet, context).rect;
  const from = { row: first.row, column: first.column, down: 0, right: 0 };
  changeChart(part, context, (_bag, record) => {
    if (end === null || end === undefined) {
      const { width, height } = boxOf(part.sheet, record.place);
      const { top, left } = boxOf(part.sheet, { from, to: from });
      record.place = placeOf(part.sheet, { top, left, width, height });
      return;
    }
    const last = rangeArgument(end, part.sheet, context).rect;
    const to = { row: bottomOf(last) + 1, column: rightOf(last) + 1, down: 0, right: 0 };
    if (to.row <= from.row || to.column <= from.column) throw invalidArgument();
    record.place = { from, to };
  });
}

/** The looks stay, series are made anew. */
function setData(part: ChartPart, [source, by]: unknown[], context: HostContext): void {
  const data = rangeArgument(source, part.sheet, context);
  const first = nextSeriesId(part);
  changeChart(part, context, (_bag, record) => {
    record.series = inferSeries(data.sheet, data.rect, seriesBy(by ?? "Auto"), first);
  });
}

const members = partMembers({
  DisplayBlanksAs: { unset: "NotPlotted", check: oneOf(["NotPlotted", "Zero", "Interpolated"]) },
  PlotVisibleOnly: { unset: true, check: booleanValue },
});

const part =
  (className: string, ...path: string[]) =>
  (chart: ChartPart) =>
    hostObject<ChartPart>(className, below(chart, ...path));

defineModel<ChartPart>({
  className: "Chart",
  sheetOf: sheetOfPart,
  identity: ({ id }) => ({ Id: id }),
  navigate: {
    Axes: (chart) => hostObject<ChartPart>("ChartAxes", chart),
    DataLabels: part("ChartDataLabels", "dataLabels"),
    Format: formatOf("ChartAreaFormat"),
    Legend: part("ChartLegend", "legend"),
    PlotArea: part("ChartPlotArea", "plotArea"),
    Series: (chart) => hostObject<ChartPart>("ChartSeriesCollection", chart),
    Title: part("ChartTitle", "title"),
    Worksheet: ({ sheet }) => sheetObject(sheet),
  },
  read: {
    ...members.read,
    Id: ({ id }) => id,
    Name: (chart) => recordOf(chart).name,
    ChartType: (chart) => recordOf(chart).chartType,
    Top: (chart) => boxOfPart(chart).top,
    Left: (chart) => boxOfPart(chart).left,
    Width: (chart) => boxOfPart(chart).width,
    Height: (chart) => boxOfPart(chart).height,
  },
  write: {
    ...members.write,
    Name: (chart, value, context) =>
      changeChart(chart, context, (_bag, record) => {
        record.name = textValue(value);
      }),
    ChartType: (chart, value, context) =>
      changeChart(chart, context, (_bag, record) => {
        record.chartType = chartType(value);
        for (const series of record.series) series.chartType = null;
      }),
    Top: measure("top"),
    Left: measure("left"),
    Width: measure("width"),
    Height: measure("height"),
  },
  call: {
    Activate: ({ sheet, id }, _args, context) => {
      context.book.activeSheet = sheet;
      context.book.activeChart = id;
    },
    Delete: (chart, _args, context) => {
      assertAllowed(chart.sheet, context, "allowEditObjects");
      chart.sheet.removeChart(recordOf(chart).id);
    },
    SetData: setData,
    SetPosition: setPosition,
  },
});
