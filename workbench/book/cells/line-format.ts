import type { IColumnData, IMutationInfo, Worksheet } from "@univerjs/core";
import { SetColDataMutation, SetRowDataMutation } from "@univerjs/sheets";
import type { CellStyle, Rect } from "../book";
import type { Engine, Step } from "../engine";
import { MAX_COLUMNS, MAX_ROWS } from "../rects";
import type { LineStyles } from "./line-styles";
import { writeExtra, writeStyle } from "./style-map";

type LineData = Readonly<Record<number, Partial<Pick<IColumnData, "s" | "custom">>>>;

/** Style of whole rows or columns; null takes it off. Nothing to do for a rect that has neither. */
export function lineFormatStep(
  engine: Engine,
  worksheet: Worksheet,
  styles: Pick<LineStyles, "merged">,
  rect: Rect,
  style: CellStyle | null,
): Step | null {
  const byColumn = rect.rows >= MAX_ROWS;
  if (!byColumn && rect.columns < MAX_COLUMNS) return null;
  const { columnData, rowData } = worksheet.getConfig();
  const key = byColumn ? "columnData" : "rowData";
  const lines: LineData = byColumn ? columnData : rowData;
  const start = byColumn ? rect.column : rect.row;
  const count = byColumn ? rect.columns : rect.rows;
  const after: Record<number, object> = {};
  const before: Record<number, object> = {};
  for (let line = start; line < start + Math.min(count, MAX_COLUMNS); line++) {
    const old = lines[line];
    before[line] = { s: old?.s ?? null, custom: old?.custom ?? null };
    const custom = style ? (writeExtra(style, old?.custom ?? {}) ?? null) : null;
    after[line] = { s: style ? styles.merged(old?.s, writeStyle(style)) : null, custom };
  }
  const mutation = (data: object): IMutationInfo => ({
    id: byColumn ? SetColDataMutation.id : SetRowDataMutation.id,
    params: { unitId: engine.unitId, subUnitId: worksheet.getSheetId(), [key]: data },
  });
  return { redo: [mutation(after)], undo: [mutation(before)] };
}
