import type { Rect } from "../book";

type Cells = Record<string, Record<string, object | null | undefined> | undefined>;

const contentKeys = ["v", "f", "p", "si"] as const;

/** The smallest rect around the cells whose content was set; null when only formats were. */
export function editedRect(cellValue: unknown): Rect | null {
  return around(cellValue, isContent);
}

/** Whether the content of any cell was set. */
export function isEdit(cellValue: unknown): boolean {
  for (const columns of Object.values((cellValue ?? {}) as Cells)) {
    for (const cell of Object.values(columns ?? {})) if (isContent(cell ?? null)) return true;
  }
  return false;
}

/** null takes the cell away. */
export const isContent = (cell: object | null): boolean =>
  cell === null || contentKeys.some((key) => key in cell);

/** The smallest rect around all cells named. */
export function styledRect(cellValue: unknown): Rect | null {
  return around(cellValue, () => true);
}

function around(cellValue: unknown, counts: (cell: object | null) => boolean): Rect | null {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  for (const [row, columns] of Object.entries((cellValue ?? {}) as Cells)) {
    for (const [column, cell] of Object.entries(columns ?? {})) {
      if (!counts(cell ?? null)) continue;
      top = Math.min(top, Number(row));
      bottom = Math.max(bottom, Number(row));
      left = Math.min(left, Number(column));
      right = Math.max(right, Number(column));
    }
  }
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
