/** Dynamic arrays: the cell that holds the formula and the cells it spills over. */
import type { BookSheet, Rect } from "../../book/book";
import { invalidArgument } from "./host-errors";
import { containsRect, intersect, rect } from "./rect-algebra";

const isCell = (area: Rect) => area.rows === 1 && area.columns === 1;

/** The cells the formula of one cell spills over, its own included; null if it spills nowhere. */
export function spillRange(sheet: BookSheet, cell: Rect): Rect | null {
  if (!isCell(cell)) throw invalidArgument();
  return sheet.spill(cell.row, cell.column);
}

/** The cell whose formula fills this cell; null outside spills. */
export function spillParent(sheet: BookSheet, cell: Rect): Rect | null {
  if (!isCell(cell)) throw invalidArgument();
  const spill = spills(sheet, cell).find((area) => containsRect(area, cell));
  return spill ? rect(spill.row, spill.column) : null;
}

/** Every spilled area that can reach into `area`: arrays grow down and to the right, so they start above or left. */
function spills(sheet: BookSheet, area: Rect): Rect[] {
  const reach = rect(0, 0, area.row + area.rows, area.column + area.columns);
  const all = sheet.usedRect(true);
  const used = all && intersect(all, reach);
  if (!used) return [];
  const found: Rect[] = [];
  sheet.formulas(used).forEach((line, i) =>
    line.forEach((formula, j) => {
      if (typeof formula !== "string" || !formula.startsWith("=")) return;
      const spill = sheet.spill(used.row + i, used.column + j);
      if (spill && spill.row === used.row + i && spill.column === used.column + j) found.push(spill);
    }),
  );
  return found;
}

/** true if all cells belong to spills, false if none does, null if some do. */
export function hasSpill(sheet: BookSheet, area: Rect): boolean | null {
  const areas = spills(sheet, area);
  let inside = 0;
  for (const spill of areas) {
    const rows = Math.min(area.row + area.rows, spill.row + spill.rows) - Math.max(area.row, spill.row);
    const columns =
      Math.min(area.column + area.columns, spill.column + spill.columns) -
      Math.max(area.column, spill.column);
    if (rows > 0 && columns > 0) inside += rows * columns;
  }
  if (inside === 0) return false;
  return inside === area.rows * area.columns ? true : null;
}
