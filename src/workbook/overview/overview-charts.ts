/** Pareto and tiers as native charts over the sheet's own cells. */
import { moneyScale } from "../review/column-formats";
import { accent, grey, grid, hairline, ink, mid, muted, smallSize } from "../review/palette";
import { moneyUnit } from "../review/value-columns";
import type { Area, ChartPlan } from "../sheet-plan";
import type { ParetoData } from "./chart-data";
import type { OverviewContext } from "./overview-context";
import { at, dataColumn, half, paretoArea, tierChartArea, tierRows } from "./overview-layout";

/** First row of the chart data, below its heading. */
export const dataRow = at.pareto;

const look = { textSize: smallSize, textColor: muted, axisColor: hairline, gridColor: grid } as const;

/** From here on the axis counts thousands. */
const roomOnAxis = 10_000;

const axisScale = (highest: number) => moneyScale(highest, roomOnAxis);

/** "$ thousand: dark A, …": the key of the chart, in a cell. */
export function paretoKey(context: OverviewContext, { step, highest }: ParetoData): string {
  const unit = moneyUnit(context, axisScale(highest));
  const name = step === 1 ? "sheets:overview.paretoKey" : "sheets:overview.paretoKeyGroups";
  return context.texts(name, { unit, step });
}

export function paretoChart(context: OverviewContext, { rows, highest }: ParetoData): ChartPlan {
  const { texts } = context;
  const column = (index: number): Area => ({
    row: dataRow,
    column: dataColumn + index,
    rows: rows.length,
    columns: 1,
  });
  const classes = [
    ["A", accent],
    ["B", mid],
    ["C", grey],
  ] as const;
  return {
    name: "Pareto",
    area: paretoArea,
    categories: column(0),
    series: [
      ...classes.map(([name, color], index) => ({
        name,
        values: column(3 + index),
        kind: "column" as const,
        color,
      })),
      {
        name: texts("sheets:overview.heading.cumulative"),
        values: column(6),
        kind: "line",
        color: ink,
        weight: 1.25,
        secondary: true,
      },
      {
        name: "80%",
        values: column(7),
        kind: "line",
        color: muted,
        weight: 0.75,
        dashed: true,
        secondary: true,
      },
    ],
    gap: 20,
    overlap: 100,
    primary: { numberFormat: axisScale(highest).format, gridlines: false },
    secondary: { numberFormat: "0%", maximum: 1, step: 0.2, gridlines: true },
    ...look,
  };
}

export function tierChart(context: OverviewContext): ChartPlan {
  const { texts } = context;
  const column = (index: number): Area => ({
    row: at.tierBody,
    column: half.right + index,
    rows: tierRows,
    columns: 1,
  });
  return {
    name: "Tiers",
    area: tierChartArea,
    categories: column(0),
    series: [
      {
        name: texts("sheets:overview.series.accounts"),
        values: column(2),
        kind: "column",
        color: grey,
        labels: "0%",
      },
      {
        name: texts("sheets:overview.series.purchases"),
        values: column(4),
        kind: "column",
        color: accent,
        labels: "0%",
      },
    ],
    gap: 60,
    overlap: -5,
    primary: { numberFormat: "0%", maximum: 1, step: 0.25, gridlines: true },
    ...look,
  };
}
