import {
  type ICellData,
  type IObjectMatrixPrimitiveType,
  type Nullable,
  type Worksheet,
} from "@univerjs/core";
import {
  SetRangeValuesMutation,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
  type ISetRangeValuesMutationParams,
} from "@univerjs/sheets";
import type { Rect } from "../book";
import type { Engine, Step } from "../engine";
import { MAX_COLUMNS, MAX_ROWS } from "../rects";
import { undoCells } from "./cell-undo";
import type { ParsedEntry } from "./entry";
import { writeExtra, writeStyle, type ExtraStyle } from "./style-map";

export type CellMatrix = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

/** Contents off, style kept. */
export const blankCell = (): ICellData => ({ v: null, f: null, si: null, p: null, t: null });

/** Grows Univer's sheet so that the rect lies on it; Excel's sheet is always full size. */
export function ensureSize(engine: Engine, worksheet: Worksheet, rect: Rect): void {
  const rows = Math.min(rect.row + rect.rows, MAX_ROWS);
  const columns = Math.min(rect.column + rect.columns, MAX_COLUMNS);
  const unit = { unitId: engine.unitId, subUnitId: worksheet.getSheetId() };
  if (rows > worksheet.getRowCount()) {
    engine.run([{ id: SetWorksheetRowCountMutation.id, params: { ...unit, rowCount: rows + 100 } }]);
  }
  if (columns > worksheet.getColumnCount()) {
    engine.run([{ id: SetWorksheetColumnCountMutation.id, params: { ...unit, columnCount: columns + 10 } }]);
  }
}

/** One set-range-values mutation with its undo. The undo stack keeps the cells: whoever made them lets go of them. */
export function cellStep(engine: Engine, worksheet: Worksheet, cellValue: CellMatrix): Step {
  const params: ISetRangeValuesMutationParams = {
    unitId: engine.unitId,
    subUnitId: worksheet.getSheetId(),
    cellValue,
  };
  const before = undoCells(worksheet, engine.workbook.getStyles(), cellValue);
  const undo: ISetRangeValuesMutationParams = { ...params, cellValue: before };
  return {
    redo: [{ id: SetRangeValuesMutation.id, params }],
    undo: [{ id: SetRangeValuesMutation.id, params: undo }],
  };
}

/** What a parsed entry puts into a cell. */
export function cellOf(parsed: ParsedEntry, extra: ExtraStyle): ICellData {
  const quoted = parsed.kind === "value" && parsed.quotePrefix === true;
  const custom =
    quoted || extra.quotePrefix ? { custom: writeExtra({ quotePrefix: quoted }, extra) ?? null } : {};
  if (parsed.kind === "blank") return { ...blankCell(), ...custom };
  if (parsed.kind === "formula") return { ...blankCell(), f: parsed.formula, ...custom };
  const style = parsed.format ? { s: writeStyle({ numberFormat: parsed.format }) } : {};
  return { v: parsed.value, t: parsed.type, f: null, si: null, p: null, ...style, ...custom };
}
