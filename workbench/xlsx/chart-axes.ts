import type {
  CategoryAxis,
  ChartAxis as FileAxis,
  ChartTitle,
  TickMark,
  ValueAxis,
} from "@cj-tech-master/excelts/chart";
import type { AxisKey, ChartAxis, ChartGridlines, ChartTextLook } from "../book/charts/chart-record";
import {
  fontFromFile,
  fontToFile,
  lookOf,
  richText,
  shapeFromFile,
  shapeToFile,
  textFromFile,
} from "./chart-looks";

/** Numbers of the axes within a chart part. */
export const axisIds: Readonly<Record<AxisKey, number>> = {
  category: 111_111_111,
  value: 111_111_112,
  secondaryCategory: 111_111_113,
  secondaryValue: 111_111_114,
};

const ticks: Readonly<Record<string, TickMark>> = {
  None: "none",
  Cross: "cross",
  Inside: "inside",
  Outside: "outside",
};

export function titleToFile(title: ChartTextLook, text: string): ChartTitle {
  const shape = shapeToFile(title.format);
  return {
    text: richText(text, title.format?.font),
    overlay: title.overlay ?? false,
    ...(shape ? { spPr: shape } : {}),
  };
}

export function titleFromFile(title: ChartTitle | undefined): ChartTextLook | null {
  if (!title?.rawTx) return null;
  const { text, font } = textFromFile(title.rawTx);
  return {
    text,
    visible: true,
    ...lookOf({ ...shapeFromFile(title.spPr, "border"), ...(font ? { font } : {}) }),
  };
}

const linesToFile = (lines: ChartGridlines | undefined) =>
  shapeToFile({ line: lines?.format?.line ?? {} }) ?? {};

interface AxisPlace {
  readonly key: AxisKey;
  /** Bars lie: categories go down the left side. */
  readonly lying: boolean;
}

function positionOf({ key, lying }: AxisPlace): FileAxis["axPos"] {
  const places = { category: "b", value: "l", secondaryCategory: "t", secondaryValue: "r" } as const;
  const turned = { category: "l", value: "b", secondaryCategory: "r", secondaryValue: "t" } as const;
  return (lying ? turned : places)[key];
}

const partners: Readonly<Record<AxisKey, AxisKey>> = {
  category: "value",
  value: "category",
  secondaryCategory: "secondaryValue",
  secondaryValue: "secondaryCategory",
};

function commonToFile(axis: ChartAxis, place: AxisPlace) {
  const { key } = place;
  const gridlines = axis.majorGridlines?.visible ?? key === "value";
  const shape = shapeToFile(axis.format);
  const font = fontToFile(axis.format?.font, true);
  const title = axis.title?.visible ? titleToFile(axis.title, axis.title.text ?? "") : null;
  return {
    axId: axisIds[key],
    axPos: positionOf(place),
    crossAx: axisIds[partners[key]],
    crosses: key === "secondaryValue" ? ("max" as const) : ("autoZero" as const),
    delete: !(axis.visible ?? key !== "secondaryCategory"),
    scaling: {
      orientation: axis.reversePlotOrder ? ("maxMin" as const) : ("minMax" as const),
      ...(axis.minimum === undefined ? {} : { min: axis.minimum }),
      ...(axis.maximum === undefined ? {} : { max: axis.maximum }),
    },
    ...(gridlines ? { majorGridlines: linesToFile(axis.majorGridlines) } : {}),
    ...(title ? { title } : {}),
    numFmt: { formatCode: axis.numberFormat ?? "General", sourceLinked: axis.numberFormat === undefined },
    majorTickMark: ticks[axis.majorTickMark ?? "None"] ?? "none",
    minorTickMark: ticks[axis.minorTickMark ?? "None"] ?? "none",
    tickLblPos: axis.tickLabelPosition === "None" ? ("none" as const) : ("nextTo" as const),
    ...(shape ? { spPr: shape } : {}),
    ...(font ? { txPr: font } : {}),
  };
}

export function axisToFile(axis: ChartAxis, place: AxisPlace): CategoryAxis | ValueAxis {
  const common = commonToFile(axis, place);
  if (/value$/i.test(place.key))
    return {
      ...common,
      axisType: "val",
      crossBetween: "between",
      ...(axis.majorUnit === undefined ? {} : { majorUnit: axis.majorUnit }),
    };
  return {
    ...common,
    axisType: "cat",
    auto: true,
    lblAlgn: "ctr",
    lblOffset: 100,
    noMultiLvlLbl: false,
    ...(axis.tickLabelSpacing === undefined ? {} : { tickLblSkip: axis.tickLabelSpacing }),
  };
}

const tickName = (mark: TickMark | undefined): string | undefined =>
  Object.keys(ticks).find((name) => ticks[name] === mark);

function lookFromFile(axis: FileAxis): Pick<ChartAxis, "format" | "title" | "majorGridlines"> {
  const font = fontFromFile(axis.txPr);
  const title = titleFromFile(axis.title);
  return {
    ...lookOf({ ...shapeFromFile(axis.spPr, "line"), ...(font ? { font } : {}) }),
    ...(title ? { title } : {}),
    majorGridlines: {
      visible: axis.majorGridlines !== undefined,
      ...lookOf(shapeFromFile(axis.majorGridlines, "line")),
    },
  };
}

export function axisFromFile(axis: FileAxis): ChartAxis {
  const { scaling, numFmt } = axis;
  const major = tickName(axis.majorTickMark);
  return {
    visible: axis.delete !== true,
    ...(scaling?.min === undefined ? {} : { minimum: scaling.min }),
    ...(scaling?.max === undefined ? {} : { maximum: scaling.max }),
    ...(axis.axisType === "val" && axis.majorUnit !== undefined ? { majorUnit: axis.majorUnit } : {}),
    ...(numFmt && !numFmt.sourceLinked ? { numberFormat: numFmt.formatCode } : {}),
    ...(scaling?.orientation === "maxMin" ? { reversePlotOrder: true } : {}),
    ...(major ? { majorTickMark: major } : {}),
    ...(axis.tickLblPos === "none" ? { tickLabelPosition: "None" } : {}),
    ...(axis.axisType === "cat" && axis.tickLblSkip !== undefined
      ? { tickLabelSpacing: axis.tickLblSkip }
      : {}),
    ...lookFromFile(axis),
  };
}
