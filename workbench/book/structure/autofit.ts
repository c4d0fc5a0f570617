import type { SheetParts } from "../sheet-parts";
import { POINTS_PER_PIXEL } from "./sizes";

/** Calibri 11: 7 pixels a digit, wide characters twice that, 5 pixels of padding. null: the column is empty. */
export function autofitWidth(parts: SheetParts, column: number): number | null {
  const used = parts.usedRect(true);
  if (!used || column < used.column || column >= used.column + used.columns) return null;
  let widest = 0;
  for (let row = used.row; row < used.row + used.rows; row++) {
    const merged = parts.worksheet
      .getMergeData()
      .some((m) => m.startRow <= row && m.endRow >= row && m.startColumn <= column && m.endColumn >= column);
    if (merged) continue;
    const text = parts.reader.text(row, column);
    if (text === "") continue;
    const size = parts.reader.style(row, column).size ?? 11;
    widest = Math.max(widest, ...text.split("\n").map((line) => (units(line) * size) / 11));
  }
  return widest === 0 ? null : (widest * 7 + 5) * POINTS_PER_PIXEL;
}

function units(line: string): number {
  let sum = 0;
  for (const character of line)
    sum += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(character)
      ? 2
      : 1;
  return sum;
}
