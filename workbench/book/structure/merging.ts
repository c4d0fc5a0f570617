import { Rectangle, type IMutationInfo, type IRange, type Worksheet } from "@univerjs/core";
import { AddWorksheetMergeMutation, RemoveWorksheetMergeMutation } from "@univerjs/sheets";
import type { Rect } from "../book";
import { blankCell, cellStep, ensureSize, type CellMatrix } from "../cells/cell-writer";
import type { Engine } from "../engine";
import { cellsOf, toRange } from "../rects";

/** Merges the rect (or each of its rows); the top-left value stays, the others go, as in Excel. */
export function mergeCells(engine: Engine, worksheet: Worksheet, rect: Rect, across: boolean): void {
  ensureSize(engine, worksheet, rect);
  unmergeCells(engine, worksheet, rect);
  const parts = across
    ? Array.from({ length: rect.rows }, (_, r) => ({ ...rect, row: rect.row + r, rows: 1 }))
    : [rect];
  const ranges = parts.filter((part) => part.rows * part.columns > 1).map(toRange);
  if (ranges.length === 0) return;
  const cells: CellMatrix = {};
  for (const part of parts) {
    for (const [row, column] of cellsOf(part)) {
      const anchor = row === part.row && column === part.column;
      if (!anchor && worksheet.getCellMatrix().getValue(row, column)) {
        (cells[row] ??= {})[column] = blankCell();
      }
    }
  }
  if (Object.keys(cells).length > 0) engine.apply(cellStep(engine, worksheet, cells));
  engine.apply({
    redo: [mutation(engine, worksheet, AddWorksheetMergeMutation.id, ranges)],
    undo: [mutation(engine, worksheet, RemoveWorksheetMergeMutation.id, ranges)],
  });
}

/** Every merged area that touches the rect. */
export function unmergeCells(engine: Engine, worksheet: Worksheet, rect: Rect): void {
  const ranges = worksheet
    .getMergeData()
    .filter((merged) => Rectangle.intersects(merged, toRange(rect)))
    .map((merged) => ({ ...merged }));
  if (ranges.length === 0) return;
  engine.apply({
    redo: [mutation(engine, worksheet, RemoveWorksheetMergeMutation.id, ranges)],
    undo: [mutation(engine, worksheet, AddWorksheetMergeMutation.id, ranges)],
  });
}

function mutation(engine: Engine, worksheet: Worksheet, id: string, ranges: IRange[]): IMutationInfo {
  return { id, params: { unitId: engine.unitId, subUnitId: worksheet.getSheetId(), ranges } };
}
