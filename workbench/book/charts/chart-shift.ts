import { shiftRect, type Shift } from "../structure/shift";
import type { ChartCorner, ChartPlace, ChartRecord, ChartRef } from "./chart-record";

const cell = ({ row, column }: ChartCorner) => ({ row, column, rows: 1, columns: 1 });

/** A corner moves with its cell; where that cell goes, the corner stays at its place's beginning. */
function shiftCorner(corner: ChartCorner, shift: Shift): ChartCorner {
  const moved = shiftRect(cell(corner), shift);
  if (moved) return { ...corner, row: moved.row, column: moved.column };
  return shift.axis === "rows"
    ? { ...corner, row: shift.start, down: 0 }
    : { ...corner, column: shift.start, right: 0 };
}

/** Whole rows and columns carry charts along; a block of cells that moves leaves them where they are. */
function shiftPlace(place: ChartPlace, shift: Shift): ChartPlace {
  if (shift.across) return place;
  return { from: shiftCorner(place.from, shift), to: shiftCorner(place.to, shift) };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The chart after cells of a sheet came or went; the same object when nothing of it changed. */
export function shiftChart(chart: ChartRecord, sheet: string, shift: Shift): ChartRecord {
  const follow = (ref: ChartRef | null): ChartRef | null => {
    if (ref?.sheet !== sheet) return ref;
    const rect = shiftRect(ref.rect, shift);
    return rect && { ...ref, rect };
  };
  const after: ChartRecord = {
    ...chart,
    place: chart.sheet === sheet ? shiftPlace(chart.place, shift) : chart.place,
    series: chart.series.map((series) => ({
      ...series,
      nameRef: follow(series.nameRef),
      values: follow(series.values),
      categories: follow(series.categories),
    })),
  };
  return same(after, chart) ? chart : after;
}
