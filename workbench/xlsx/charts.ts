import type { Worksheet } from "@cj-tech-master/excelts";
import {
  fillChartCaches,
  installChartSupport,
  type Chart,
  type ChartAxis as FileAxis,
  type ChartModel,
  type ChartTypeGroup,
} from "@cj-tech-master/excelts/chart";
import type { AxisKey, ChartCorner, ChartType } from "../book/charts/chart-record";
import { hasLegend } from "../book/charts/chart-data";
import type { ChartSnapshot } from "../book/charts/chart-snapshot";
import { axisFromFile, axisIds, axisToFile, titleFromFile, titleToFile } from "./chart-axes";
import { fontFromFile, fontToFile, lookOf, shapeFromFile, shapeToFile } from "./chart-looks";
import { seriesFromFile, seriesToFile, type SnapshotSeries } from "./chart-series";

// Without it the library neither writes charts nor loads a file that has some.
installChartSupport();

const emuPerPoint = 12_700;
const blanks = { NotPlotted: "gap", Zero: "zero", Interpolated: "span" } as const;
const legendPlaces = { Top: "t", Bottom: "b", Left: "l", Right: "r", Corner: "tr" } as const;

const typeOf = (chart: ChartSnapshot, series: SnapshotSeries): ChartType =>
  series.chartType ?? chart.chartType;

const groupingOf = (type: ChartType) =>
  type.endsWith("100")
    ? ("percentStacked" as const)
    : type.includes("Stacked")
      ? ("stacked" as const)
      : ("standard" as const);

type NumberedSeries = readonly [series: SnapshotSeries, at: number];

/** Series that a file draws together: of one kind and one pair of axes. */
function groupsOf(chart: ChartSnapshot): NumberedSeries[][] {
  const groups = new Map<string, NumberedSeries[]>();
  chart.series.forEach((series, at) => {
    const type = typeOf(chart, series).replace("LineMarkers", "Line");
    const key = `${type} ${series.axisGroup}`;
    groups.set(key, [...(groups.get(key) ?? []), [series, at]]);
  });
  return [...groups.values()];
}

function groupToFile(chart: ChartSnapshot, members: readonly NumberedSeries[]): ChartTypeGroup {
  const [first] = members[0]!;
  const type = typeOf(chart, first);
  const keys: AxisKey[] =
    first.axisGroup === "Secondary" ? ["secondaryCategory", "secondaryValue"] : ["category", "value"];
  const ids = keys.map((key) => axisIds[key]);
  const series = members.map(([one, at]) => seriesToFile(one, at, typeOf(chart, one)));
  const grouping = groupingOf(type);
  if (type === "Pie") return { type: "pie", varyColors: true, series };
  if (type === "Doughnut")
    return { type: "doughnut", varyColors: true, holeSize: first.doughnutHoleSize ?? 75, series };
  if (type.startsWith("Line"))
    return { type: "line", grouping, varyColors: false, marker: true, series, axisIds: ids };
  if (type.startsWith("Area")) return { type: "area", grouping, varyColors: false, series, axisIds: ids };
  return {
    type: "bar",
    barDir: type.startsWith("Bar") ? "bar" : "col",
    grouping: grouping === "standard" ? "clustered" : grouping,
    varyColors: false,
    series,
    gapWidth: first.gapWidth ?? 219,
    overlap: first.overlap ?? (grouping === "standard" ? -27 : 100),
    axisIds: ids,
  };
}

function axesToFile(chart: ChartSnapshot): FileAxis[] {
  const types = chart.series.map((series) => typeOf(chart, series));
  if (types.every((type) => /^(Pie|Doughnut)$/.test(type))) return [];
  const lying = types.some((type) => type.startsWith("Bar"));
  const second = chart.series.some((series) => series.axisGroup === "Secondary");
  const keys: AxisKey[] = [
    "category",
    "value",
    ...(second ? (["secondaryCategory", "secondaryValue"] as const) : []),
  ];
  return keys.map((key) => axisToFile(chart.axes[key] ?? {}, { key, lying }));
}

function modelOf(chart: ChartSnapshot, title: string, legend: boolean): ChartModel {
  const area = shapeToFile(chart.format);
  const font = fontToFile(chart.format?.font);
  const plot = shapeToFile(chart.plotArea?.format);
  const legendFont = fontToFile(chart.legend?.format?.font);
  const position = legendPlaces[chart.legend?.position as keyof typeof legendPlaces];
  const dispBlanksAs = blanks[chart.displayBlanksAs as keyof typeof blanks];
  return {
    chart: {
      ...(title === "" ? {} : { title: titleToFile(chart.title ?? {}, title) }),
      autoTitleDeleted: title === "",
      plotArea: {
        chartTypes: groupsOf(chart).map((members) => groupToFile(chart, members)),
        axes: axesToFile(chart),
        ...(plot ? { spPr: plot } : {}),
      },
      ...(legend
        ? {
            legend: {
              legendPos: position ?? "b",
              overlay: chart.legend?.overlay ?? false,
              ...(legendFont ? { txPr: legendFont } : {}),
            },
          }
        : {}),
      plotVisOnly: chart.plotVisibleOnly ?? true,
      dispBlanksAs: dispBlanksAs ?? "gap",
    },
    roundedCorners: false,
    ...(area ? { spPr: area } : {}),
    ...(font ? { txPr: font } : {}),
  };
}

const anchor = ({ row, column, down, right }: ChartCorner) => ({
  nativeRow: row,
  nativeCol: column,
  nativeRowOff: Math.round(down * emuPerPoint),
  nativeColOff: Math.round(right * emuPerPoint),
});

/** The title that is shown; "" for none. A single series named by a cell lends that cell's text. */
function titleOf(chart: ChartSnapshot, textAt: (reference: string) => string): string {
  if (chart.title?.visible === false) return "";
  if (chart.title?.text !== undefined) return chart.title.text;
  const [only, second] = chart.series;
  if (!only || second) return "Chart Title";
  return only.name ?? ((only.nameRef && textAt(only.nameRef)) || "Series1");
}

/**
 * Titles and legends as they are shown, since a file knows no automatic ones. All cells must be written before:
 * a file keeps the values its charts show.
 */
export function writeChart(
  worksheet: Worksheet,
  chart: ChartSnapshot,
  textAt: (reference: string) => string,
): void {
  const { from, to } = chart.place;
  // The library's own options reach neither lines nor axes of all kinds: its model is put in their place.
  const seed = { series: [{ values: "A1" }] };
  worksheet.addColumnChart(seed, { tl: { col: 0, row: 0 }, br: { col: 1, row: 1 } });
  const written = worksheet.getCharts().at(-1);
  if (!written) throw new Error("The library took no chart");
  written.mutate((model) => {
    for (const key of Object.keys(model)) Reflect.deleteProperty(model, key);
    Object.assign(model, modelOf(chart, titleOf(chart, textAt), hasLegend(chart)));
    fillChartCaches(model, worksheet.workbook, worksheet);
  });
  Object.assign(written.range.tl, { model: anchor(from) });
  if (written.range.br) Object.assign(written.range.br, { model: anchor(to) });
  written.range.editAs = "twoCell";
}

const corner = (model: { row: number; col: number; down: number; right: number }): ChartCorner => ({
  row: model.row,
  column: model.col,
  down: model.down / emuPerPoint,
  right: model.right / emuPerPoint,
});

/** null for charts whose kind or place the workbench does not have. */
export function chartFromFile(file: Chart, name: string): ChartSnapshot | null {
  const model = file.chartModel;
  const { tl, br } = file.range;
  if (!model || !br) return null;
  const primary = new Set(file.chartTypes[0]?.axisIds ?? []);
  const found = file.chartTypes
    .flatMap((group) => seriesFromFile(group, primary))
    .sort((a, b) => a.order - b.order);
  const [first] = found;
  if (!first) return null;
  const place = (one: typeof tl) =>
    corner({ row: one.nativeRow, col: one.nativeCol, down: one.nativeRowOff, right: one.nativeColOff });
  return {
    name,
    chartType: first.type,
    place: { from: place(tl), to: place(br) },
    series: found.map(({ type, series }) => ({
      ...series,
      chartType: type === first.type ? null : type,
    })),
    axes: axesFromFile(file, primary),
    ...partsFromFile(model),
  };
}

function axesFromFile(file: Chart, primary: ReadonlySet<number>): ChartSnapshot["axes"] {
  const axes: ChartSnapshot["axes"] = {};
  for (const axis of file.axes) {
    const own = primary.has(axis.axId);
    if (axis.axisType === "val") axes[own ? "value" : "secondaryValue"] = axisFromFile(axis);
    else axes[own ? "category" : "secondaryCategory"] = axisFromFile(axis);
  }
  return axes;
}

function partsFromFile(model: ChartModel): Partial<ChartSnapshot> {
  const { title, legend, dispBlanksAs, plotVisOnly, plotArea } = model.chart;
  const font = fontFromFile(model.txPr);
  const legendFont = fontFromFile(legend?.txPr);
  const position = (Object.keys(legendPlaces) as (keyof typeof legendPlaces)[]).find(
    (name) => legendPlaces[name] === legend?.legendPos,
  );
  const shown = (Object.keys(blanks) as (keyof typeof blanks)[]).find(
    (name) => blanks[name] === dispBlanksAs,
  );
  const plot = lookOf(shapeFromFile(plotArea.spPr, "border"));
  return {
    title: titleFromFile(title) ?? { visible: false },
    legend: {
      visible: legend !== undefined,
      ...(position ? { position } : {}),
      ...lookOf(legendFont ? { font: legendFont } : {}),
    },
    ...lookOf({ ...shapeFromFile(model.spPr, "border"), ...(font ? { font } : {}) }),
    ...(plot.format ? { plotArea: plot } : {}),
    ...(shown ? { displayBlanksAs: shown } : {}),
    ...(plotVisOnly === false ? { plotVisibleOnly: false } : {}),
  };
}
