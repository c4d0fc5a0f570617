/** Series of a chart. Those of a path keep their series when others are deleted before them. */
import { contentsOf, labelsOf, numbersOf, seriesName, typeOf } from "../../book/charts/chart-data";
import { chartTypes, type ChartRef, type ChartType } from "../../book/charts/chart-record";
import type { HostContext, HostObject } from "../class-model";
import { booleanValue, numberValue, oneOf, textValue } from "./cell-format";
import { formatOf } from "./chart-looks";
import {
  below,
  changeChart,
  partMembers,
  recordOf,
  seriesOf,
  sheetOfPart,
  type ChartPart,
} from "./chart-parts";
import { colorValue } from "./colors";
import { defineModel, hostObject } from "./host-object";
import { invalidArgument, notImplemented } from "./host-errors";
import { resolveFormula, rangeArgument } from "./resolve-address";
import { wireValue } from "./wire-values";

export function chartType(value: unknown): ChartType {
  const found = chartTypes.find((each) => each === value);
  if (found) return found;
  throw typeof value === "string" ? notImplemented(`charts of type ${value}`) : invalidArgument();
}

const seriesObject = (part: ChartPart, id: number): HostObject =>
  hostObject<ChartPart>("ChartSeries", { ...part, path: ["series", id] });

export const nextSeriesId = (part: ChartPart): number =>
  Math.max(0, ...recordOf(part).series.map(({ id }) => id)) + 1;

function add(part: ChartPart, name: unknown, index: unknown, context: HostContext): HostObject {
  const id = nextSeriesId(part);
  changeChart(part, context, (_bag, record) => {
    const at = index === null || index === undefined ? record.series.length : numberValue(index);
    if (!Number.isInteger(at) || at < 0 || at > record.series.length) throw invalidArgument();
    record.series.splice(at, 0, {
      id,
      name: name === null || name === undefined ? null : textValue(name),
      nameRef: null,
      values: null,
      categories: null,
      chartType: null,
      axisGroup: "Primary",
    });
  });
  return seriesObject(part, id);
}

defineModel<ChartPart>({
  className: "ChartSeriesCollection",
  sheetOf: sheetOfPart,
  read: { Count: (part) => recordOf(part).series.length },
  items: (part) => recordOf(part).series.map(({ id }) => seriesObject(part, id)),
  call: { Add: (part, [name, index], context) => add(part, name, index, context) },
});

/** `=Sheet1!$A$1` makes the name follow a cell. */
function rename(part: ChartPart, value: unknown, context: HostContext): void {
  const text = textValue(value);
  const cell = text.startsWith("=") ? resolveFormula(context.book, part.sheet, text) : null;
  changeChart(part, context, (_bag, record) => {
    const series = seriesOf(part, record);
    series.name = cell ? null : text;
    series.nameRef = cell ? { sheet: cell.sheet.id, rect: cell.rect } : null;
  });
}

function refOf(part: ChartPart, source: unknown, context: HostContext): ChartRef {
  const { sheet, rect } = rangeArgument(source, part.sheet, context);
  return { sheet: sheet.id, rect };
}

const within = (low: number, high: number) => (value: unknown) => {
  const number = numberValue(value);
  if (number < low || number > high) throw invalidArgument();
  return number;
};

const isColumns = (part: ChartPart): boolean => /^(Column|Bar)/.test(typeOf(recordOf(part), seriesOf(part)));
const isStacked = (part: ChartPart): boolean => typeOf(recordOf(part), seriesOf(part)).includes("Stacked");

const markers = [
  "Automatic",
  "None",
  "Square",
  "Diamond",
  "Triangle",
  "X",
  "Star",
  "Dot",
  "Dash",
  "Circle",
  "Plus",
];

const members = partMembers({
  AxisGroup: { unset: "Primary", check: oneOf(["Primary", "Secondary"]) },
  GapWidth: { unset: (part: ChartPart) => (isColumns(part) ? 219 : null), check: within(0, 500) },
  Overlap: { unset: (part: ChartPart) => (isStacked(part) ? 100 : -27), check: within(-100, 100) },
  Smooth: { unset: false, check: booleanValue },
  DoughnutHoleSize: { unset: 75, check: within(10, 90) },
  HasDataLabels: { unset: false, check: booleanValue },
  MarkerStyle: { unset: "Automatic", check: oneOf(markers) },
  MarkerSize: { unset: 5, check: within(2, 72) },
  MarkerBackgroundColor: { unset: "", check: colorValue },
  MarkerForegroundColor: { unset: "", check: colorValue },
});

const dimensions = (part: ChartPart, dimension: unknown, { book }: HostContext): unknown[] => {
  const record = recordOf(part);
  const series = seriesOf(part, record);
  if (dimension === "Values" || dimension === "YValues")
    return contentsOf(book, record, series.values).map(wireValue);
  if (dimension === "Categories" || dimension === "XValues") return labelsOf(book, record, series.categories);
  throw invalidArgument();
};

defineModel<ChartPart>({
  className: "ChartSeries",
  sheetOf: sheetOfPart,
  navigate: {
    Format: formatOf("ChartSeriesFormat"),
    DataLabels: (part) => hostObject<ChartPart>("ChartDataLabels", below(part, "dataLabels")),
    Points: (part) => hostObject<ChartPart>("ChartPointsCollection", part),
  },
  read: {
    ...members.read,
    Name: (part, { book }) => {
      const record = recordOf(part);
      return seriesName(book, record, seriesOf(part, record));
    },
    ChartType: (part) => typeOf(recordOf(part), seriesOf(part)),
    PlotOrder: (part) => recordOf(part).series.findIndex(({ id }) => id === part.path[1]),
  },
  write: {
    ...members.write,
    Name: rename,
    ChartType: (part, value, context) =>
      changeChart(part, context, (bag) => {
        bag["chartType"] = chartType(value);
      }),
  },
  call: {
    Delete: (part, _args, context) =>
      changeChart(part, context, (_bag, record) => {
        record.series = record.series.filter(({ id }) => id !== part.path[1]);
      }),
    SetValues: (part, [source], context) =>
      changeChart(part, context, (bag) => {
        bag["values"] = refOf(part, source, context);
      }),
    SetXAxisValues: (part, [source], context) =>
      changeChart(part, context, (bag) => {
        bag["categories"] = refOf(part, source, context);
      }),
    GetDimensionValues: (part, [dimension], context) => dimensions(part, dimension, context),
  },
  differs: {
    MarkerStyle: "X, star, dot, dash and plus are drawn as circles.",
    GapWidth: "One gap for all columns of an axis: the first series'.",
  },
});

interface PointTarget {
  readonly part: ChartPart;
  readonly index: number;
}

const valuesOf = (part: ChartPart, { book }: HostContext) =>
  numbersOf(book, recordOf(part), seriesOf(part).values);

defineModel<ChartPart>({
  className: "ChartPointsCollection",
  sheetOf: sheetOfPart,
  read: { Count: (part, context) => valuesOf(part, context).length },
  items: (part, context) =>
    valuesOf(part, context).map((_, index) => hostObject<PointTarget>("ChartPoint", { part, index })),
});

defineModel<PointTarget>({
  className: "ChartPoint",
  sheetOf: ({ part }) => part.sheet,
  read: { Value: ({ part, index }, context) => valuesOf(part, context)[index] ?? "" },
});
