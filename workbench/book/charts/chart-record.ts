/**
 * A chart as Office.js spells it, plain JSON. What is absent is automatic. Sizes in points, colours `#RRGGBB`.
 * The looks are kept as far as they were set; which of them are drawn, HOST-FIDELITY says.
 */
import type { Rect } from "../book";

export const chartTypes = [
  "ColumnClustered",
  "ColumnStacked",
  "ColumnStacked100",
  "BarClustered",
  "BarStacked",
  "BarStacked100",
  "Line",
  "LineMarkers",
  "LineStacked",
  "Area",
  "AreaStacked",
  "Pie",
  "Doughnut",
] as const;
export type ChartType = (typeof chartTypes)[number];

/** Cells of a sheet, by its id. */
export interface ChartRef {
  readonly sheet: string;
  readonly rect: Rect;
}

/** A corner: so many points behind the corner of a cell. */
export interface ChartCorner {
  readonly row: number;
  readonly column: number;
  readonly down: number;
  readonly right: number;
}

/** Charts move and grow with the cells under them. */
export interface ChartPlace {
  readonly from: ChartCorner;
  readonly to: ChartCorner;
}

export interface ChartFont {
  bold?: boolean;
  italic?: boolean;
  color?: string;
  name?: string;
  size?: number;
  underline?: string;
}
export interface ChartLine {
  color?: string;
  /** "None" draws no line. */
  lineStyle?: string;
  weight?: number;
}
/** "" = no fill. */
export interface ChartFill {
  color?: string;
}
export interface ChartAreaLook {
  fill?: ChartFill;
  border?: ChartLine;
  line?: ChartLine;
  font?: ChartFont;
}
export interface ChartTextLook {
  text?: string;
  visible?: boolean;
  overlay?: boolean;
  position?: string;
  format?: ChartAreaLook;
}
export interface ChartGridlines {
  visible?: boolean;
  format?: ChartAreaLook;
}
export interface ChartLabels {
  showValue?: boolean;
  showSeriesName?: boolean;
  showCategoryName?: boolean;
  showPercentage?: boolean;
  position?: string;
  separator?: string;
  numberFormat?: string;
  format?: ChartAreaLook;
}
export interface ChartAxis {
  visible?: boolean;
  minimum?: number;
  maximum?: number;
  majorUnit?: number;
  numberFormat?: string;
  reversePlotOrder?: boolean;
  majorTickMark?: string;
  minorTickMark?: string;
  tickLabelPosition?: string;
  tickLabelSpacing?: number;
  majorGridlines?: ChartGridlines;
  minorGridlines?: ChartGridlines;
  title?: ChartTextLook;
  format?: ChartAreaLook;
}
export type AxisKey = "category" | "value" | "secondaryCategory" | "secondaryValue";

export interface ChartSeries {
  /** Never changes and is not given twice in a chart. */
  readonly id: number;
  /** null: its cell's text, or "Series" with its number. */
  name: string | null;
  nameRef: ChartRef | null;
  values: ChartRef | null;
  categories: ChartRef | null;
  /** null: the chart's. */
  chartType: ChartType | null;
  axisGroup: "Primary" | "Secondary";
  gapWidth?: number;
  overlap?: number;
  smooth?: boolean;
  doughnutHoleSize?: number;
  markerStyle?: string;
  markerSize?: number;
  markerBackgroundColor?: string;
  markerForegroundColor?: string;
  hasDataLabels?: boolean;
  dataLabels?: ChartLabels;
  format?: ChartAreaLook;
}

export interface ChartRecord {
  readonly id: string;
  /** Id of the sheet it lies on. */
  readonly sheet: string;
  name: string;
  chartType: ChartType;
  place: ChartPlace;
  series: ChartSeries[];
  axes: Partial<Record<AxisKey, ChartAxis>>;
  title?: ChartTextLook;
  legend?: ChartTextLook;
  dataLabels?: ChartLabels;
  format?: ChartAreaLook;
  plotArea?: { format?: ChartAreaLook };
  displayBlanksAs?: string;
  plotVisibleOnly?: boolean;
}

export type NewChart = Omit<ChartRecord, "id" | "sheet">;
