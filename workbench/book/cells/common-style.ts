import type { CellStyle, Rect } from "../book";
import { intersect } from "../rects";
import type { SheetParts } from "../sheet-parts";

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Keys all cells of the rect agree on. Big rects are compared where something is, plus one blank cell. */
export function commonStyleOf(parts: SheetParts, rect: Rect, usedRect: () => Rect | null): CellStyle {
  const common: CellStyle = { ...parts.reader.style(rect.row, rect.column) };
  const join = (row: number, column: number) => {
    const style = parts.reader.style(row, column);
    for (const key of Object.keys(common) as (keyof CellStyle)[]) {
      if (!same(common[key], style[key])) delete common[key];
    }
  };
  const used = rect.rows * rect.columns > 20_000 ? usedRect() : rect;
  const area = used && intersect(rect, used);
  for (let row = area?.row ?? 0; area && row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      join(row, column);
      if (Object.keys(common).length === 0) return common;
    }
  }
  join(rect.row + rect.rows - 1, rect.column + rect.columns - 1);
  return common;
}
