import type {
  ChartMarker,
  ChartTypeGroup,
  DataLabels,
  LineSeries,
  SeriesBase,
} from "@cj-tech-master/excelts/chart";
import type { ChartLabels, ChartType } from "../book/charts/chart-record";
import type { ChartSnapshot } from "../book/charts/chart-snapshot";
import { fontFromFile, fontToFile, lookOf, shapeFromFile, shapeToFile } from "./chart-looks";

export type SnapshotSeries = ChartSnapshot["series"][number];

const labelPlaces = {
  Center: "ctr",
  InsideEnd: "inEnd",
  InsideBase: "inBase",
  OutsideEnd: "outEnd",
  Left: "l",
  Right: "r",
  Top: "t",
  Bottom: "b",
  BestFit: "bestFit",
} as const;

function labelsToFile(labels: ChartLabels | undefined): DataLabels {
  const font = fontToFile(labels?.format?.font);
  const shown = [labels?.showCategoryName, labels?.showSeriesName, labels?.showPercentage].some(Boolean);
  const place = labelPlaces[labels?.position as keyof typeof labelPlaces];
  return {
    showLegendKey: false,
    showVal: labels?.showValue ?? !shown,
    showCatName: labels?.showCategoryName ?? false,
    showSerName: labels?.showSeriesName ?? false,
    showPercent: labels?.showPercentage ?? false,
    showBubbleSize: false,
    ...(place ? { position: place } : {}),
    ...(labels?.numberFormat ? { numFmt: { formatCode: labels.numberFormat, sourceLinked: false } } : {}),
    ...(font ? { txPr: font } : {}),
  };
}

function labelsFromFile(labels: DataLabels): ChartLabels {
  const font = fontFromFile(labels.txPr);
  const position = (Object.keys(labelPlaces) as (keyof typeof labelPlaces)[]).find(
    (name) => labelPlaces[name] === labels.position,
  );
  return {
    showValue: labels.showVal ?? false,
    ...(labels.showCatName ? { showCategoryName: true } : {}),
    ...(labels.showSerName ? { showSeriesName: true } : {}),
    ...(labels.showPercent ? { showPercentage: true } : {}),
    ...(position ? { position } : {}),
    ...(labels.numFmt ? { numberFormat: labels.numFmt.formatCode } : {}),
    ...lookOf(font ? { font } : {}),
  };
}

const symbols: Readonly<Record<string, NonNullable<ChartMarker["symbol"]>>> = {
  None: "none",
  Square: "square",
  Diamond: "diamond",
  Triangle: "triangle",
  X: "x",
  Star: "star",
  Dot: "dot",
  Dash: "dash",
  Circle: "circle",
  Plus: "plus",
};

function markerToFile(series: SnapshotSeries, type: ChartType): ChartMarker {
  const symbol = symbols[series.markerStyle ?? ""] ?? (type === "LineMarkers" ? "circle" : "none");
  if (symbol === "none") return { symbol };
  const shape = shapeToFile({
    ...(series.markerBackgroundColor ? { fill: { color: series.markerBackgroundColor } } : {}),
    ...(series.markerForegroundColor ? { line: { color: series.markerForegroundColor } } : {}),
  });
  return { symbol, size: series.markerSize ?? 5, ...(shape ? { spPr: shape } : {}) };
}

/** What all series of a file have; `at` is the place in the chart. */
export function seriesToFile(series: SnapshotSeries, at: number, type: ChartType) {
  const shape = shapeToFile(series.format);
  const name =
    series.name !== null
      ? { tx: { value: series.name } }
      : series.nameRef
        ? { tx: { strRef: { formula: series.nameRef } } }
        : {};
  return {
    index: at,
    order: at,
    ...name,
    ...(shape ? { spPr: shape } : {}),
    ...(series.hasDataLabels ? { dataLabels: labelsToFile(series.dataLabels) } : {}),
    ...(series.categories ? { cat: { strRef: { formula: series.categories } } } : {}),
    ...(series.values ? { val: { numRef: { formula: series.values } } } : {}),
    ...(/^(Column|Bar)/.test(type) ? { invertIfNegative: false } : {}),
    ...(type.startsWith("Line")
      ? { marker: markerToFile(series, type), smooth: series.smooth ?? false }
      : {}),
  };
}

type FileSeries = SeriesBase &
  Pick<LineSeries, "cat" | "val" | "marker" | "smooth" | "dataLabels"> & { dataLabels?: DataLabels };

const styleOf = (marker: ChartMarker | undefined): string | undefined =>
  marker?.symbol ? Object.keys(symbols).find((name) => symbols[name] === marker.symbol) : undefined;

function typeFromFile(group: ChartTypeGroup): ChartType | null {
  const grouping = "grouping" in group ? group.grouping : "";
  const stacked = grouping === "stacked" ? "Stacked" : grouping === "percentStacked" ? "Stacked100" : "";
  switch (group.type) {
    case "bar":
      return `${group.barDir === "bar" ? "Bar" : "Column"}${stacked || "Clustered"}` as ChartType;
    case "line":
      return stacked ? "LineStacked" : "Line";
    case "area":
      return stacked ? "AreaStacked" : "Area";
    case "pie":
      return "Pie";
    case "doughnut":
      return "Doughnut";
    default:
      return null;
  }
}

/** The series of one group of a file; none for kinds that are not drawn here. */
export function seriesFromFile(
  group: ChartTypeGroup,
  primary: ReadonlySet<number>,
): { type: ChartType; order: number; series: SnapshotSeries }[] {
  const type = typeFromFile(group);
  if (!type) return [];
  const secondary = (group.axisIds ?? []).some((id) => !primary.has(id));
  return (group.series as FileSeries[]).map((one) => {
    const look = shapeFromFile(one.spPr, "line");
    const marker = styleOf(one.marker);
    return {
      type: type === "Line" && one.marker?.symbol && one.marker.symbol !== "none" ? "LineMarkers" : type,
      order: one.order,
      series: {
        id: one.order + 1,
        name: one.tx?.value ?? null,
        nameRef: one.tx?.strRef?.formula ?? null,
        values: one.val?.numRef?.formula ?? null,
        categories: one.cat?.strRef?.formula ?? one.cat?.numRef?.formula ?? null,
        chartType: null,
        axisGroup: secondary ? "Secondary" : "Primary",
        ...(group.type === "bar" && group.gapWidth !== undefined ? { gapWidth: group.gapWidth } : {}),
        ...(group.type === "bar" && group.overlap !== undefined ? { overlap: group.overlap } : {}),
        ...(group.type === "doughnut" && group.holeSize !== undefined
          ? { doughnutHoleSize: group.holeSize }
          : {}),
        ...(marker && marker !== "None" ? { markerStyle: marker } : {}),
        ...(marker && marker !== "None" && one.marker?.size !== undefined
          ? { markerSize: one.marker.size }
          : {}),
        ...(one.smooth ? { smooth: true } : {}),
        ...(one.dataLabels && !one.dataLabels.delete
          ? { hasDataLabels: true, dataLabels: labelsFromFile(one.dataLabels) }
          : {}),
        ...lookOf(look),
      },
    };
  });
}
