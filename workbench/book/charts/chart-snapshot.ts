import type { Rect } from "../book";
import { columnLetters, columnOf, quoteSheet } from "../rects";
import type { ChartRecord, ChartRef, ChartSeries, NewChart } from "./chart-record";

/** Cells as text, `'Sheet 1'!$A$1:$B$2`. */
interface SeriesSnapshot extends Omit<ChartSeries, "values" | "categories" | "nameRef"> {
  readonly values: string | null;
  readonly categories: string | null;
  readonly nameRef: string | null;
}

export interface ChartSnapshot extends Omit<ChartRecord, "id" | "sheet" | "series"> {
  readonly series: SeriesSnapshot[];
}

interface NamedSheet {
  readonly id: string;
  readonly name: string;
}

function refText(ref: ChartRef | null, sheets: readonly NamedSheet[]): string | null {
  const sheet = sheets.find(({ id }) => id === ref?.sheet);
  if (!ref || !sheet) return null;
  const { row, column, rows, columns } = ref.rect;
  const corner = (r: number, c: number) => `$${columnLetters(c)}$${r + 1}`;
  const end = rows * columns > 1 ? `:${corner(row + rows - 1, column + columns - 1)}` : "";
  return `${quoteSheet(sheet.name)}!${corner(row, column)}${end}`;
}

const reference = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/;

/** null for what is no plain block of cells of a sheet that is there. */
function refOf(text: string | null, sheets: readonly NamedSheet[]): ChartRef | null {
  const match = reference.exec(text ?? "");
  if (!match) return null;
  const [, quoted, bare, left = "A", top = "1", right = left, bottom = top] = match;
  const name = quoted?.replaceAll("''", "'") ?? bare;
  const sheet = sheets.find((each) => each.name === name);
  if (!sheet) return null;
  const [row, column] = [Number(top) - 1, columnOf(left)];
  const rect: Rect = { row, column, rows: Number(bottom) - row, columns: columnOf(right) - column + 1 };
  return { sheet: sheet.id, rect };
}

export function chartSnapshot(chart: ChartRecord, sheets: readonly NamedSheet[]): ChartSnapshot {
  const copy: NewChart & { id?: string; sheet?: string } = structuredClone(chart);
  delete copy.id;
  delete copy.sheet;
  return {
    ...copy,
    series: copy.series.map((one) => ({
      ...one,
      values: refText(one.values, sheets),
      categories: refText(one.categories, sheets),
      nameRef: refText(one.nameRef, sheets),
    })),
  };
}

export function chartFromSnapshot(chart: ChartSnapshot, sheets: readonly NamedSheet[]): NewChart {
  const { series, ...rest } = structuredClone(chart);
  return {
    ...rest,
    series: series.map((one) => ({
      ...one,
      values: refOf(one.values, sheets),
      categories: refOf(one.categories, sheets),
      nameRef: refOf(one.nameRef, sheets),
    })),
  };
}
