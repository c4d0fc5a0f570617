import type { Book } from "../../book/book";
import { displayText } from "../../book/cells/display-text";
import { numbersOf, seriesName, typeOf } from "../../book/charts/chart-data";
import type {
  ChartFont,
  ChartLabels,
  ChartLine,
  ChartRecord,
  ChartSeries,
} from "../../book/charts/chart-record";

export type Sheets = Pick<Book, "sheet">;
export type Option = Record<string, unknown>;

/** As the grid draws cells. */
const english = { culture: "en-US", date1904: false };

/** Colours of the Office theme, in the order series take them. */
export const palette = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"] as const;

export const pixels = (points: number): number => points / 0.75;

export const fontOption = (font: ChartFont | undefined, size: number): Option => ({
  color: font?.color ?? "#595959",
  fontSize: pixels(font?.size ?? size),
  fontFamily: `${font?.name ?? "Calibri"}, Carlito, sans-serif`,
  fontWeight: font?.bold ? "bold" : "normal",
  fontStyle: font?.italic ? "italic" : "normal",
});

const dashes: Readonly<Record<string, string>> = {
  Dash: "dashed",
  DashDot: "dashed",
  DashDotDot: "dashed",
  Dot: "dotted",
  RoundDot: "dotted",
};

export const lineOption = (line: ChartLine | undefined, color: string, weight: number): Option => ({
  color: line?.color ?? color,
  width: line?.lineStyle === "None" ? 0 : pixels(line?.weight ?? weight),
  type: dashes[line?.lineStyle ?? ""] ?? "solid",
});

/** As cells show numbers; texts stay as they are. */
export const formatter =
  (pattern: string | undefined) =>
  (value: unknown): string =>
    typeof value === "number"
      ? displayText(Number(value.toPrecision(12)), pattern ?? "General", english)
      : String(value);

const places: Readonly<Record<string, string>> = {
  Center: "inside",
  InsideEnd: "insideTop",
  InsideBase: "insideBottom",
  Left: "left",
  Right: "right",
  Bottom: "bottom",
};

interface LabelParams {
  readonly value?: unknown;
  readonly name?: string;
  readonly seriesName?: string;
  readonly percent?: number;
}

export function labelOption(series: ChartSeries, lying: boolean): Option {
  if (!series.hasDataLabels) return { show: false };
  const labels: ChartLabels = series.dataLabels ?? {};
  const own = [labels.showCategoryName, labels.showSeriesName, labels.showPercentage].some(Boolean);
  const number = formatter(labels.numberFormat);
  const text = ({ value, name, seriesName: label, percent }: LabelParams): string =>
    [
      labels.showSeriesName ? label : null,
      labels.showCategoryName ? name : null,
      (labels.showValue ?? !own) ? number(Array.isArray(value) ? value.at(-1) : value) : null,
      labels.showPercentage && percent !== undefined
        ? displayText(percent / 100, labels.numberFormat ?? "0%", english)
        : null,
    ]
      .filter((part) => part !== null && part !== undefined)
      .join(labels.separator ?? ", ");
  return {
    show: true,
    position: places[labels.position ?? ""] ?? (lying ? "right" : "top"),
    formatter: text,
    ...fontOption(labels.format?.font, 9),
  };
}

/** Gap and overlap in percent of a column, as Office counts, into shares of a category. */
function gapsOf(chart: ChartRecord, series: ChartSeries): Option {
  const columns = chart.series.filter(
    (other) => /^(Column|Bar)/.test(typeOf(chart, other)) && other.axisGroup === series.axisGroup,
  );
  const [first = series] = columns;
  const stacked = typeOf(chart, first).includes("Stacked");
  const overlap = (first.overlap ?? (stacked ? 100 : -27)) / 100;
  const gap = (first.gapWidth ?? 219) / 100;
  const count = stacked ? 1 : columns.length;
  const width = count - (count - 1) * overlap;
  return { barGap: `${-overlap * 100}%`, barCategoryGap: `${(100 * gap) / (width + gap)}%` };
}

/** Values as shares of the sum over all series of the same stack. */
function shares(book: Sheets, chart: ChartRecord, series: ChartSeries): (number | null)[] {
  const stack = chart.series.filter((other) => other.axisGroup === series.axisGroup);
  const all = stack.map((other) => numbersOf(book, chart, other.values));
  return numbersOf(book, chart, series.values).map((value, index) => {
    const sum = all.reduce((total, values) => total + Math.abs(values[index] ?? 0), 0);
    return value === null || sum === 0 ? null : value / sum;
  });
}

const symbols: Readonly<Record<string, string>> = {
  Square: "rect",
  Diamond: "diamond",
  Triangle: "triangle",
  None: "none",
};

export function seriesOption(book: Sheets, chart: ChartRecord, series: ChartSeries, lying: boolean): Option {
  const type = typeOf(chart, series);
  const color = palette[chart.series.indexOf(series) % palette.length] ?? palette[0];
  const fill = series.format?.fill?.color;
  const values = type.endsWith("100") ? shares(book, chart, series) : numbersOf(book, chart, series.values);
  const blank = chart.displayBlanksAs === "Zero" ? 0 : null;
  const common: Option = {
    name: seriesName(book, chart, series),
    data: values.map((value) => value ?? blank),
    label: labelOption(series, lying),
    [lying ? "xAxisIndex" : "yAxisIndex"]: series.axisGroup === "Secondary" ? 1 : 0,
    ...(type.includes("Stacked") ? { stack: `${type} ${series.axisGroup}` } : {}),
  };
  if (/^(Column|Bar)/.test(type))
    return {
      ...common,
      ...gapsOf(chart, series),
      type: "bar",
      itemStyle: { color: fill === "" ? "transparent" : (fill ?? color) },
    };
  const line = lineOption(series.format?.line, color, 2.25);
  const symbol = symbols[series.markerStyle ?? ""] ?? (type === "LineMarkers" ? "circle" : "none");
  return {
    ...common,
    type: "line",
    smooth: series.smooth ?? false,
    connectNulls: chart.displayBlanksAs === "Interpolated",
    symbol,
    showSymbol: symbol !== "none",
    symbolSize: pixels(series.markerSize ?? 5),
    itemStyle: { color: series.markerBackgroundColor ?? line["color"] },
    lineStyle: type.startsWith("Area") ? { width: 0 } : line,
    ...(type.startsWith("Area") ? { areaStyle: { color: fill ?? color, opacity: 1 } } : {}),
  };
}
