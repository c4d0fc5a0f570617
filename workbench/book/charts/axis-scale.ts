import type { Book } from "../book";
import { numbersOf, typeOf } from "./chart-data";
import type { ChartAxis, ChartRecord, ChartSeries } from "./chart-record";

export interface AxisScale {
  readonly minimum: number;
  readonly maximum: number;
  readonly majorUnit: number;
}

const isStacked = (type: string): boolean => type.includes("Stacked");
const isShare = (type: string): boolean => type.endsWith("100");

/** Lowest and highest point; stacked series count as their sums, from zero. */
function extent(book: Pick<Book, "sheet">, chart: ChartRecord, drawn: readonly ChartSeries[]) {
  const sums = { up: [] as number[], down: [] as number[] };
  const single: number[] = [];
  for (const series of drawn) {
    numbersOf(book, chart, series.values).forEach((value, index) => {
      if (value === null) return;
      if (!isStacked(typeOf(chart, series))) return single.push(value);
      const side = value < 0 ? sums.down : sums.up;
      return (side[index] = (side[index] ?? 0) + value);
    });
  }
  const all = [...single, ...Object.values(sums.up), ...Object.values(sums.down)];
  const bars = drawn.some((series) => /^(Column|Bar|Area)/.test(typeOf(chart, series)));
  return { low: Math.min(...all, ...(bars ? [0] : [])), high: Math.max(...all, ...(bars ? [0] : [])) };
}

/** 1, 2 or 5 of some power of ten: at most eight steps over the span. */
function niceUnit(span: number): number {
  const raw = span / 8;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].find((each) => each * power >= raw - power / 1e9) ?? 10;
  return step * power;
}

/** Free of what binary fractions leave: 0.30000000000000004 → 0.3. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/**
 * The numbers of a value axis: those that were set, the others as Excel chooses them: from zero unless all values
 * lie in the upper sixth, a twentieth of room above the highest.
 */
export function scaleOf(
  book: Pick<Book, "sheet">,
  chart: ChartRecord,
  group: ChartSeries["axisGroup"],
): AxisScale {
  const axis: ChartAxis = chart.axes[group === "Primary" ? "value" : "secondaryValue"] ?? {};
  const drawn = chart.series.filter((series) => series.axisGroup === group);
  const share = drawn.some((series) => isShare(typeOf(chart, series)));
  let { low, high } = share ? { low: 0, high: 1 } : extent(book, chart, drawn);
  if (!Number.isFinite(low) || !Number.isFinite(high)) [low, high] = [0, 1];
  if (low > 0 && (high - low) / high > 1 / 6) low = 0;
  if (high < 0) high = 0;
  if (low === high) high = low === 0 ? 1 : Math.max(low, 0) + Math.abs(low);
  const room = share ? 0 : (high - low) / 20;
  const bottom = axis.minimum ?? (low < 0 || low > 0 ? low - room : 0);
  const top = axis.maximum ?? (high > 0 ? high + room : 0);
  const majorUnit = axis.majorUnit ?? (share ? 0.1 : niceUnit(Math.max(top - bottom, Number.MIN_VALUE)));
  return {
    minimum: axis.minimum ?? tidy(Math.floor(bottom / majorUnit) * majorUnit),
    maximum: axis.maximum ?? tidy(Math.ceil(top / majorUnit) * majorUnit),
    majorUnit: tidy(majorUnit),
  };
}
