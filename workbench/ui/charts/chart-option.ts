import { scaleOf } from "../../book/charts/axis-scale";
import { categoriesOf, hasLegend, numbersOf, titleOf, typeOf } from "../../book/charts/chart-data";
import type { AxisKey, ChartAxis, ChartRecord, ChartTextLook } from "../../book/charts/chart-record";
import {
  fontOption,
  formatter,
  labelOption,
  lineOption,
  palette,
  pixels,
  seriesOption,
  type Option,
  type Sheets,
} from "./series-option";

const edge = 8;
const gridGrey = "#D9D9D9";

const titleHeight = (title: ChartTextLook | undefined): number =>
  pixels(title?.format?.font?.size ?? 14) * 1.4 + edge;

function titleOption(text: string, chart: ChartRecord): Option {
  return {
    show: text !== "",
    text,
    left: "center",
    top: edge,
    textStyle: fontOption(chart.title?.format?.font, 14),
  };
}

const sides = { Top: "top", Bottom: "bottom", Left: "left", Right: "right", Corner: "right" } as const;
const sideOf = (chart: ChartRecord) => sides[chart.legend?.position as keyof typeof sides] ?? "bottom";

function legendOption(chart: ChartRecord, top: number): Option {
  const side = sideOf(chart);
  const upright = side === "left" || side === "right";
  return {
    show: hasLegend(chart),
    orient: upright ? "vertical" : "horizontal",
    ...(upright ? { [side]: edge, top: "middle" } : { left: "center", [side]: side === "top" ? top : edge }),
    itemWidth: 14,
    itemHeight: 8,
    textStyle: fontOption(chart.legend?.format?.font, 9),
  };
}

function room(chart: ChartRecord, titled: boolean): Option {
  const legend = hasLegend(chart);
  const side = sideOf(chart);
  const place = { top: edge, bottom: edge, left: edge, right: edge };
  if (titled && !chart.title?.overlay) place.top += titleHeight(chart.title) - edge;
  if (legend && !chart.legend?.overlay) place[side] += side === "top" || side === "bottom" ? 24 : 96;
  return { ...place, outerBoundsMode: "same", outerBoundsContain: "axisLabel" };
}

function commonAxis(axis: ChartAxis, lineOfItsOwn: boolean): Option {
  const line = axis.format?.line;
  const tick = axis.majorTickMark ?? "None";
  return {
    show: axis.visible ?? true,
    inverse: axis.reversePlotOrder ?? false,
    axisLine: {
      show: line ? line.lineStyle !== "None" : lineOfItsOwn,
      lineStyle: lineOption(line, gridGrey, 0.75),
    },
    axisTick: { show: tick !== "None", inside: tick === "Inside" },
    ...(axis.title?.visible
      ? {
          name: axis.title.text ?? "",
          nameLocation: "middle",
          nameTextStyle: fontOption(axis.title.format?.font, 10),
        }
      : {}),
  };
}

function categoryAxis(book: Sheets, chart: ChartRecord): Option {
  const axis = chart.axes.category ?? {};
  const count = Math.max(0, ...chart.series.map(({ values }) => numbersOf(book, chart, values).length));
  const names = categoriesOf(book, chart);
  const spacing = axis.tickLabelSpacing;
  return {
    ...commonAxis(axis, true),
    type: "category",
    data: Array.from({ length: count }, (_, index) =>
      names.length > 0 ? (names[index] ?? "") : String(index + 1),
    ),
    splitLine: { show: axis.majorGridlines?.visible ?? false },
    axisLabel: {
      show: axis.tickLabelPosition !== "None",
      interval: spacing === undefined ? "auto" : spacing - 1,
      hideOverlap: spacing === undefined,
      ...fontOption(axis.format?.font, 9),
    },
  };
}

function valueAxis(book: Sheets, chart: ChartRecord, key: AxisKey): Option {
  const axis = chart.axes[key] ?? {};
  const second = key === "secondaryValue";
  const scale = scaleOf(book, chart, second ? "Secondary" : "Primary");
  const share = chart.series.some((series) => typeOf(chart, series).endsWith("100"));
  const lines = axis.majorGridlines;
  return {
    ...commonAxis(axis, false),
    type: "value",
    position: second ? "right" : "left",
    min: scale.minimum,
    max: scale.maximum,
    interval: scale.majorUnit,
    splitLine: {
      show: lines?.visible ?? !second,
      lineStyle: lineOption(lines?.format?.line, gridGrey, 0.75),
    },
    axisLabel: {
      show: axis.tickLabelPosition !== "None",
      formatter: formatter(axis.numberFormat ?? (share ? "0%" : undefined)),
      ...fontOption(axis.format?.font, 9),
    },
  };
}

function pieOption(book: Sheets, chart: ChartRecord): Option {
  const names = categoriesOf(book, chart);
  const hole = chart.chartType === "Doughnut" ? (chart.series[0]?.doughnutHoleSize ?? 75) : 0;
  const [series] = chart.series;
  if (!series) return {};
  const data = numbersOf(book, chart, series.values).map((value, index) => ({
    name: names[index] ?? String(index + 1),
    value: Math.abs(value ?? 0),
    itemStyle: { color: palette[index % palette.length], borderColor: "#FFFFFF", borderWidth: 1 },
  }));
  const label = { ...labelOption(series, false), position: hole > 0 ? "inside" : "outside" };
  return {
    series: [{ type: "pie", radius: [`${hole * 0.7}%`, "70%"], center: ["50%", "52%"], data, label }],
  };
}

/** The chart as the drawing library wants it, for a picture of its own size in pixels. */
export function chartOption(book: Sheets, chart: ChartRecord): Option {
  const title = titleOf(book, chart);
  const area = chart.format?.fill?.color;
  const common: Option = {
    animation: false,
    backgroundColor: area === "" ? "transparent" : (area ?? "#FFFFFF"),
    title: titleOption(title, chart),
    legend: legendOption(chart, title === "" ? edge : titleHeight(chart.title)),
  };
  if (/^(Pie|Doughnut)$/.test(chart.chartType)) return { ...common, ...pieOption(book, chart) };
  const lying = chart.series.some((series) => typeOf(chart, series).startsWith("Bar"));
  const categories = categoryAxis(book, chart);
  const second = chart.series.some((series) => series.axisGroup === "Secondary");
  const values = [
    valueAxis(book, chart, "value"),
    ...(second ? [valueAxis(book, chart, "secondaryValue")] : []),
  ].map((axis, index) => (lying ? { ...axis, position: index === 0 ? "bottom" : "top" } : axis));
  return {
    ...common,
    grid: room(chart, title !== ""),
    xAxis: lying ? values : categories,
    yAxis: lying ? categories : values,
    series: chart.series.map((series) => seriesOption(book, chart, series, lying)),
  };
}
