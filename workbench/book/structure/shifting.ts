import {
  Dimension,
  RANGE_TYPE,
  Tools,
  type ICellData,
  type IMutationInfo,
  type IObjectMatrixPrimitiveType,
  type IRange,
  type Nullable,
  type Worksheet,
} from "@univerjs/core";
import {
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  InsertRowCommand,
  InsertColCommand,
  InsertRowMutation,
  InsertColMutation,
  RemoveRowMutation,
  RemoveColMutation,
  RemoveRowCommand,
  RemoveColCommand,
  SetRangeValuesMutation,
  SheetInterceptorService,
  getInsertRangeMutations,
  getRemoveRangeMutations,
} from "@univerjs/sheets";
import type { Rect } from "../book";
import { ensureSize } from "../cells/cell-writer";
import { officeId, type Engine } from "../engine";
import { fromRange, MAX_COLUMNS, MAX_ROWS, toRange } from "../rects";

/** Inserts whole rows, whole columns or a block; formulas, names, tables and rules follow. */
export function insertCells(engine: Engine, worksheet: Worksheet, rect: Rect, shift: "Down" | "Right"): void {
  if (rect.columns >= MAX_COLUMNS) insertRows(engine, worksheet, rect.row, rect.rows);
  else if (rect.rows >= MAX_ROWS) insertColumns(engine, worksheet, rect.column, rect.columns);
  else insertBlock(engine, worksheet, rect, shift);
}

export function removeCells(engine: Engine, worksheet: Worksheet, rect: Rect, shift: "Up" | "Left"): void {
  if (rect.columns >= MAX_COLUMNS) removeRows(engine, worksheet, rect.row, rect.rows);
  else if (rect.rows >= MAX_ROWS) removeColumns(engine, worksheet, rect.column, rect.columns);
  else removeBlock(engine, worksheet, rect, shift);
}

/** New rows look like the row above them, as in Excel. */
function insertRows(engine: Engine, worksheet: Worksheet, row: number, rows: number): void {
  ensureSize(engine, worksheet, { row, column: 0, rows: 1, columns: 1 });
  const columns = worksheet.getColumnCount();
  const cellValue: IObjectMatrixPrimitiveType<ICellData> = {};
  for (let column = 0; row > 0 && column < columns; column++) {
    const style = worksheet.getCellMatrix().getValue(row - 1, column)?.s;
    if (!style) continue;
    for (let r = row; r < row + rows; r++) (cellValue[r] ??= {})[column] = { s: style };
  }
  const height = worksheet.getConfig().rowData[row - 1]?.h;
  const rowInfo =
    height === undefined ? undefined : Array.from({ length: rows }, () => ({ h: height, hd: 0 }));
  const range = { ...toRange({ row, column: 0, rows, columns }), rangeType: RANGE_TYPE.ROW };
  const unit = { unitId: engine.unitId, subUnitId: worksheet.getSheetId() };
  runShift(engine, worksheet, {
    commandId: InsertRowCommand.id,
    range,
    redo: [
      { id: InsertRowMutation.id, params: { ...unit, range, rowInfo } },
      ...(Object.keys(cellValue).length > 0
        ? [{ id: SetRangeValuesMutation.id, params: { ...unit, cellValue } }]
        : []),
    ],
    undo: [{ id: RemoveRowMutation.id, params: { ...unit, range } }],
  });
}

function insertColumns(engine: Engine, worksheet: Worksheet, column: number, columns: number): void {
  ensureSize(engine, worksheet, { row: 0, column, rows: 1, columns: 1 });
  const rows = worksheet.getRowCount();
  const cellValue: IObjectMatrixPrimitiveType<ICellData> = {};
  for (let row = 0; column > 0 && row < rows; row++) {
    const style = worksheet.getCellMatrix().getValue(row, column - 1)?.s;
    if (!style) continue;
    for (let c = column; c < column + columns; c++) (cellValue[row] ??= {})[c] = { s: style };
  }
  const width = worksheet.getConfig().columnData[column - 1]?.w;
  const colInfo =
    width === undefined ? undefined : Array.from({ length: columns }, () => ({ w: width, hd: 0 }));
  const range = { ...toRange({ row: 0, column, rows, columns }), rangeType: RANGE_TYPE.COLUMN };
  const unit = { unitId: engine.unitId, subUnitId: worksheet.getSheetId() };
  runShift(engine, worksheet, {
    commandId: InsertColCommand.id,
    range,
    redo: [
      { id: InsertColMutation.id, params: { ...unit, range, colInfo } },
      ...(Object.keys(cellValue).length > 0
        ? [{ id: SetRangeValuesMutation.id, params: { ...unit, cellValue } }]
        : []),
    ],
    undo: [{ id: RemoveColMutation.id, params: { ...unit, range } }],
  });
}

/** Blocks have no mutation of their own that says what happened. */
export const blockChanges: ReadonlyMap<string, "CellInserted" | "CellDeleted"> = new Map([
  [InsertRangeMoveDownCommand.id, "CellInserted"],
  [InsertRangeMoveRightCommand.id, "CellInserted"],
  [DeleteRangeMoveUpCommand.id, "CellDeleted"],
  [DeleteRangeMoveLeftCommand.id, "CellDeleted"],
]);

interface Shift {
  readonly commandId: string;
  readonly range: IRange;
  readonly redo: IMutationInfo[];
  readonly undo: IMutationInfo[];
}

/**
 * What Univer's structural commands do, for any sheet: their own handlers are asynchronous or know the active
 * sheet only, and leave rows standing that a filter hides, and some move the person's selection.
 */
function runShift(engine: Engine, worksheet: Worksheet, { commandId, range, redo, undo }: Shift): void {
  const unit = { unitId: engine.unitId, subUnitId: worksheet.getSheetId() };
  const blockChange = blockChanges.get(commandId);
  engine.shift(() =>
    engine.onSheet(worksheet, () => {
      const interceptors = engine.injector.get(SheetInterceptorService);
      const command = { id: commandId, params: { ...unit, range } };
      const around = interceptors.onCommandExecute(command);
      const redos = [...(around.preRedos ?? []), ...redo, ...around.redos];
      engine.run(redos);
      const after = interceptors.afterCommandExecute(command);
      engine.run(after.redos);
      engine.remember({
        redo: [...redos, ...after.redos],
        undo: [...(around.preUndos ?? []), ...undo, ...around.undos, ...after.undos],
      });
    }),
  );
  if (!blockChange) return;
  const sheet = officeId(worksheet.getSheetId());
  engine.act(() => engine.emit({ kind: "cells", sheet, rect: fromRange(range), change: blockChange }));
}

function removeRows(engine: Engine, worksheet: Worksheet, row: number, count: number): void {
  const rows = Math.min(count, worksheet.getRowCount() - row);
  if (rows <= 0) return;
  const range = toRange({ row, column: 0, rows, columns: worksheet.getColumnCount() });
  const unit = { unitId: engine.unitId, subUnitId: worksheet.getSheetId() };
  const rowInfo: Record<number, object> = {};
  for (let r = 0; r < rows; r++) {
    const info = worksheet.getRowManager().getRow(row + r);
    if (info) rowInfo[r] = Tools.deepClone(info);
  }
  runShift(engine, worksheet, {
    commandId: RemoveRowCommand.id,
    range,
    redo: [{ id: RemoveRowMutation.id, params: { ...unit, range } }],
    undo: [
      { id: InsertRowMutation.id, params: { ...unit, range, rowInfo } },
      { id: SetRangeValuesMutation.id, params: { ...unit, cellValue: slice(worksheet, range) } },
    ],
  });
}

function removeColumns(engine: Engine, worksheet: Worksheet, column: number, count: number): void {
  const columns = Math.min(count, worksheet.getColumnCount() - column);
  if (columns <= 0) return;
  const range = toRange({ row: 0, column, rows: worksheet.getRowCount(), columns });
  const unit = { unitId: engine.unitId, subUnitId: worksheet.getSheetId() };
  const colInfo: Record<number, object> = {};
  for (let c = 0; c < columns; c++) {
    const info = worksheet.getColumnManager().getColumn(column + c);
    if (info) colInfo[c] = Tools.deepClone(info);
  }
  runShift(engine, worksheet, {
    commandId: RemoveColCommand.id,
    range,
    redo: [{ id: RemoveColMutation.id, params: { ...unit, range } }],
    undo: [
      { id: InsertColMutation.id, params: { ...unit, range, colInfo } },
      { id: SetRangeValuesMutation.id, params: { ...unit, cellValue: slice(worksheet, range) } },
    ],
  });
}

function slice(worksheet: Worksheet, range: IRange): IObjectMatrixPrimitiveType<Nullable<ICellData>> {
  const { startRow, endRow, startColumn, endColumn } = range;
  return Tools.deepClone(
    worksheet.getCellMatrix().getSlice(startRow, endRow, startColumn, endColumn).getMatrix(),
  );
}

/** Cells of a block move; they may move past what Univer holds of the sheet. */
function insertBlock(engine: Engine, worksheet: Worksheet, rect: Rect, shift: "Down" | "Right"): void {
  const data = worksheet.getCellMatrix().getDataRange();
  ensureSize(engine, worksheet, {
    row: 0,
    column: 0,
    rows: Math.max(data.endRow, rect.row) + 1 + (shift === "Down" ? rect.rows : 0),
    columns: Math.max(data.endColumn, rect.column) + 1 + (shift === "Right" ? rect.columns : 0),
  });
  const down = shift === "Down";
  const range = toRange(rect);
  const { redo, undo } = engine.onSheet(worksheet, () =>
    getInsertRangeMutations(engine.injector, {
      unitId: engine.unitId,
      subUnitId: worksheet.getSheetId(),
      range,
      shiftDimension: down ? Dimension.ROWS : Dimension.COLUMNS,
      cellValue: {},
    }),
  );
  const commandId = down ? InsertRangeMoveDownCommand.id : InsertRangeMoveRightCommand.id;
  runShift(engine, worksheet, { commandId, range, redo, undo: [...undo].reverse() });
}

function removeBlock(engine: Engine, worksheet: Worksheet, rect: Rect, shift: "Up" | "Left"): void {
  const up = shift === "Up";
  const range = toRange(rect);
  const { redo, undo } = engine.onSheet(worksheet, () =>
    getRemoveRangeMutations(engine.injector, {
      unitId: engine.unitId,
      subUnitId: worksheet.getSheetId(),
      range,
      shiftDimension: up ? Dimension.ROWS : Dimension.COLUMNS,
    }),
  );
  const commandId = up ? DeleteRangeMoveUpCommand.id : DeleteRangeMoveLeftCommand.id;
  runShift(engine, worksheet, { commandId, range, redo, undo: [...undo].reverse() });
}
