import type { ICommandInfo, IRange } from "@univerjs/core";
import {
  InsertColMutation,
  InsertRowMutation,
  MoveRangeMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  ReorderRangeMutation,
} from "@univerjs/sheets";
import { cellKey, placeOf } from "./call-book";

interface Params {
  readonly subUnitId: string;
  readonly range: IRange;
  readonly order?: Record<number, number>;
  readonly fromRange?: IRange;
  readonly toRange?: IRange;
  readonly from?: { subUnitId: string };
  readonly to?: { subUnitId: string };
}

type Move = (cell: string) => string | null;

const within = (range: IRange, row: number, column: number): boolean =>
  row >= range.startRow && row <= range.endRow && column >= range.startColumn && column <= range.endColumn;

/** Where a mutation carries formula cells; null for mutations that move none. */
export function moveOf(command: Readonly<ICommandInfo>): Move | null {
  const params = command.params as Params | undefined;
  if (!params) return null;
  const { range, subUnitId } = params;
  switch (command.id) {
    case InsertRowMutation.id:
      return lines(subUnitId, "row", range.startRow, range.endRow - range.startRow + 1);
    case RemoveRowMutation.id:
      return lines(subUnitId, "row", range.startRow, -(range.endRow - range.startRow + 1));
    case InsertColMutation.id:
      return lines(subUnitId, "column", range.startColumn, range.endColumn - range.startColumn + 1);
    case RemoveColMutation.id:
      return lines(subUnitId, "column", range.startColumn, -(range.endColumn - range.startColumn + 1));
    case RemoveSheetMutation.id:
      return (cell) => (placeOf(cell).sheetId === subUnitId ? null : cell);
    case ReorderRangeMutation.id:
      return reordered(params);
    case MoveRangeMutation.id:
      return block(params);
    default:
      return null;
  }
}

function lines(sheetId: string, axis: "row" | "column", start: number, count: number): Move {
  return (cell) => {
    const place = placeOf(cell);
    if (place.sheetId !== sheetId || place[axis] < start) return cell;
    if (count < 0 && place[axis] < start - count) return null;
    const moved = { ...place, [axis]: place[axis] + count };
    return cellKey(moved.sheetId, moved.row, moved.column);
  };
}

/** `order` says which old row each new one shows. */
function reordered({ subUnitId, range, order = {} }: Params): Move {
  const target = new Map(Object.entries(order).map(([place, row]) => [Number(row), Number(place)]));
  return (cell) => {
    const { sheetId, row, column } = placeOf(cell);
    if (sheetId !== subUnitId || !within(range, row, column)) return cell;
    return cellKey(sheetId, target.get(row) ?? row, column);
  };
}

function block({ fromRange, toRange, from, to }: Params): Move | null {
  if (!fromRange || !toRange || !from || !to) return null;
  const rows = toRange.startRow - fromRange.startRow;
  const columns = toRange.startColumn - fromRange.startColumn;
  return (cell) => {
    const { sheetId, row, column } = placeOf(cell);
    if (sheetId === from.subUnitId && within(fromRange, row, column)) {
      return cellKey(to.subUnitId, row + rows, column + columns);
    }
    return sheetId === to.subUnitId && within(toRange, row, column) ? null : cell;
  };
}
