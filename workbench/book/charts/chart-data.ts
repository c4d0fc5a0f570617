import type { Book, BookSheet, CellContent, Rect } from "../book";
import type { ChartRecord, ChartRef, ChartSeries, ChartType } from "./chart-record";

type Sheets = Pick<Book, "sheet">;

/** Longest series that is looked at: a whole column's tail is blank anyway. */
const longest = 32_000;

const clipped = (rect: Rect): Rect =>
  rect.rows * rect.columns <= longest ? rect : { ...rect, rows: Math.floor(longest / rect.columns) };

function cellsOf(book: Sheets, ref: ChartRef | null, visibleOnly: boolean) {
  const sheet = ref && book.sheet(ref.sheet);
  if (!sheet) return { contents: [], texts: [] };
  const rect = clipped(ref.rect);
  const shown = shownCells(sheet, rect, visibleOnly);
  const pick = <T>(matrix: T[][]): T[] => matrix.flat().filter((_, index) => shown[index]);
  return { contents: pick(sheet.content(rect)), texts: pick(sheet.texts(rect)) };
}

/** Cells of hidden rows and columns are left out, as Excel does by default. */
function shownCells(sheet: BookSheet, rect: Rect, visibleOnly: boolean): boolean[] {
  const rows = Array.from(
    { length: rect.rows },
    (_, row) => !visibleOnly || !sheet.rowHidden(rect.row + row),
  );
  const columns = Array.from(
    { length: rect.columns },
    (_, column) => !visibleOnly || !sheet.columnHidden(rect.column + column),
  );
  return rows.flatMap((row) => columns.map((column) => row && column));
}

/** Text and booleans count 0, as in Excel; a blank cell or an error is no point. */
function numberOf(content: CellContent): number | null {
  if (typeof content === "number") return content;
  return content === null || content === "" || typeof content === "object" ? null : 0;
}

export const numbersOf = (book: Sheets, chart: ChartRecord, ref: ChartRef | null): (number | null)[] =>
  cellsOf(book, ref, chart.plotVisibleOnly ?? true).contents.map(numberOf);

export const contentsOf = (book: Sheets, chart: ChartRecord, ref: ChartRef | null): CellContent[] =>
  cellsOf(book, ref, chart.plotVisibleOnly ?? true).contents;

/** As the cells show them. */
export const labelsOf = (book: Sheets, chart: ChartRecord, ref: ChartRef | null): string[] =>
  cellsOf(book, ref, chart.plotVisibleOnly ?? true).texts;

/** What stands in the legend: the given name, the text of its cell, or its number. */
export function seriesName(book: Sheets, chart: ChartRecord, series: ChartSeries): string {
  if (series.name !== null) return series.name;
  const [text = ""] = labelsOf(book, chart, series.nameRef);
  return text === "" ? `Series${chart.series.indexOf(series) + 1}` : text;
}

export const typeOf = (chart: ChartRecord, series: ChartSeries): ChartType =>
  series.chartType ?? chart.chartType;

/** Categories are the first series' that has some: every series is drawn over the same ones. */
export function categoriesOf(book: Sheets, chart: ChartRecord): string[] {
  const first = chart.series.find((series) => series.categories !== null);
  return first ? labelsOf(book, chart, first.categories) : [];
}

/** The title that is shown: one series lends its name, several say "Chart Title", as in Excel. "" = none. */
export function titleOf(book: Sheets, chart: ChartRecord): string {
  if (chart.title?.visible === false) return "";
  if (chart.title?.text !== undefined) return chart.title.text;
  const [only, second] = chart.series;
  return only && !second ? seriesName(book, chart, only) : "Chart Title";
}

/** A chart of one series has no legend of its own accord, but for the parts of a whole. */
export const hasLegend = (
  chart: Pick<ChartRecord, "legend" | "chartType"> & { readonly series: readonly unknown[] },
): boolean => chart.legend?.visible ?? (chart.series.length > 1 || /^(Pie|Doughnut)$/.test(chart.chartType));
