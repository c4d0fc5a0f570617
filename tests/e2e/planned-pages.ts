import type { SheetSnapshot } from "../../workbench/book/book-snapshot";

/** A4 landscape, points. */
const paper = { width: 841.9, height: 595.3 };
const defaultSize = { row: 15, column: 48 };

function range(text: string): { from: number[]; to: number[] } {
  const corner = (part: string): number[] => {
    const [, letters = "", row = ""] = /\$?([A-Z]*)\$?(\d*)/.exec(part) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    return [Number(row) - 1, column - 1];
  };
  const [first = "", last = first] = text.slice(text.lastIndexOf("!") + 1).split(":");
  return { from: corner(first), to: corner(last) };
}

/**
 * Files count column widths in characters of the default font: where that font is missing, another one makes all
 * columns wider, the fit to one page wide smaller, and more rows go on a page.
 */
export const widestFont = 1.5;

/**
 * How many pages the sheet's own sizes, margins, fit to one page wide and title rows come to: what was planned, to be
 * compared with what another program prints.
 */
export function plannedPages(sheet: SheetSnapshot, wider = 1): number {
  const { page } = sheet;
  const area = range(page.printArea ?? "");
  const titles = range(page.titleRows ?? "");
  const sum = (from: number, to: number, size: (index: number) => number) =>
    Array.from({ length: to - from + 1 }, (_, index) => size(from + index)).reduce((a, b) => a + b, 0);
  const height = (row: number) =>
    sheet.hiddenRows.includes(row) ? 0 : (sheet.rowHeights[row] ?? defaultSize.row);
  const width = sum(area.from[1]!, area.to[1]!, (column) =>
    sheet.hiddenColumns.includes(column) ? 0 : (sheet.columnWidths[column] ?? defaultSize.column),
  );
  const scale = Math.min(1, (paper.width - page.margins.left - page.margins.right) / (width * wider));
  const room = (paper.height - page.margins.top - page.margins.bottom) / scale;
  const repeated = sum(titles.from[0]!, titles.to[0]!, height);
  let pages = 1;
  let used = 0;
  for (let row = area.from[0]!; row <= area.to[0]!; row += 1) {
    if (used + height(row) > room) {
      pages += 1;
      used = repeated;
    }
    used += height(row);
  }
  return pages;
}
