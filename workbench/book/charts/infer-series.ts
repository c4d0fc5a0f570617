import type { BookSheet, CellContent, Rect } from "../book";
import type { ChartSeries, ChartRef } from "./chart-record";

/** No number: a label, if it stands at the edge of the data. */
const isLabel = (content: CellContent | undefined): boolean =>
  content === null || content === undefined || typeof content === "string";

const turned = <T>(matrix: readonly (readonly T[])[]): T[][] =>
  (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column]!));

/**
 * What Excel makes of a block of cells: labels at its left are categories, those on top names. Without `by` the
 * longer side holds the points. A corner that is blank or text makes labels of numbers beside it as well.
 */
export function inferSeries(
  sheet: BookSheet,
  rect: Rect,
  by: "Auto" | "Columns" | "Rows",
  firstId: number,
): ChartSeries[] {
  const inColumns = by === "Auto" ? rect.rows >= rect.columns : by === "Columns";
  const content = inColumns ? sheet.content(rect) : turned(sheet.content(rect));
  const [points, lists] = inColumns ? [rect.rows, rect.columns] : [rect.columns, rect.rows];
  const corner = content[0]?.[0];
  const named = points > 1 && (content[0]?.slice(lists > 1 ? 1 : 0).every(isLabel) ?? false);
  const body = named ? content.slice(1) : content;
  const labelled = lists > 1 && (body.every((row) => isLabel(row[0])) || (named && corner === null));
  const ref = (list: number, from: number, count: number): ChartRef => ({
    sheet: sheet.id,
    rect: inColumns
      ? { row: rect.row + from, column: rect.column + list, rows: count, columns: 1 }
      : { row: rect.row + list, column: rect.column + from, rows: 1, columns: count },
  });
  const start = named ? 1 : 0;
  const indexes = Array.from({ length: lists }, (_, list) => list).slice(labelled ? 1 : 0);
  return indexes.map((list, index) => ({
    id: firstId + index,
    name: null,
    nameRef: named ? ref(list, 0, 1) : null,
    values: ref(list, start, points - start),
    categories: labelled ? ref(0, start, points - start) : null,
    chartType: null,
    axisGroup: "Primary",
  }));
}
