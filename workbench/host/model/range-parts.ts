/** Ranges made from ranges: by offset, size, edge, and what lies around. */
import type { Rect } from "../../book/book";
import type { ClassModel, HostObject, RangeTarget } from "../class-model";
import { rangeObject } from "./host-object";
import { invalidArgument, itemNotFound } from "./host-errors";
import { bottomOf, bounding, intersect, isOnGrid, maxColumns, maxRows, rect, rightOf } from "./rect-algebra";
import { rangeArgument } from "./resolve-address";

type Calls = NonNullable<ClassModel<RangeTarget>["call"]>;

function checkedRange(target: RangeTarget, area: Rect): HostObject {
  if (!isOnGrid(area)) throw invalidArgument();
  return rangeObject(target.sheet, area);
}

/** Counts as the wire brings them: absent is the default, anything but a whole number is an error. */
export function integer(value: unknown, whenAbsent = 0): number {
  if (value === null || value === undefined) return whenAbsent;
  if (typeof value !== "number" || !Number.isInteger(value)) throw invalidArgument();
  return value;
}

function resized(target: RangeTarget, rows: number, columns: number) {
  const { row, column } = target.rect;
  return checkedRange(target, rect(row, column, rows, columns));
}

/** Rows or columns beside a range; a negative count looks the other way, zero is not allowed. */
function beside(target: RangeTarget, count: number, side: "below" | "above" | "after" | "before") {
  if (count === 0) throw invalidArgument();
  if (count < 0) {
    const opposite = { below: "above", above: "below", after: "before", before: "after" } as const;
    return beside(target, -count, opposite[side]);
  }
  const { row, column, rows, columns } = target.rect;
  const places = {
    below: rect(row + rows, column, count, columns),
    above: rect(row - count, column, count, columns),
    after: rect(row, column + columns, rows, count),
    before: rect(row, column - count, rows, count),
  };
  return checkedRange(target, places[side]);
}

const shared = (target: RangeTarget, other: RangeTarget) =>
  target.sheet.id === other.sheet.id ? intersect(target.rect, other.rect) : null;

function offset(target: RangeTarget, rows: number, columns: number) {
  const { rect: area } = target;
  return checkedRange(target, { ...area, row: area.row + rows, column: area.column + columns });
}

export const rangeParts: Calls = {
  GetCell: (target, [row, column]) =>
    checkedRange(target, rect(target.rect.row + integer(row), target.rect.column + integer(column))),
  GetRow: (target, [row]) => {
    const index = integer(row);
    if (index < 0 || index >= target.rect.rows) throw invalidArgument();
    return checkedRange(target, { ...target.rect, row: target.rect.row + index, rows: 1 });
  },
  GetColumn: (target, [column]) => {
    const index = integer(column);
    if (index < 0 || index >= target.rect.columns) throw invalidArgument();
    return checkedRange(target, { ...target.rect, column: target.rect.column + index, columns: 1 });
  },
  GetOffsetRange: (target, [rows, columns]) => offset(target, integer(rows), integer(columns)),
  GetResizedRange: (target, [rows, columns]) =>
    resized(target, target.rect.rows + integer(rows), target.rect.columns + integer(columns)),
  GetAbsoluteResizedRange: (target, [rows, columns]) => resized(target, integer(rows), integer(columns)),
  GetRowsBelow: (target, [count]) => beside(target, integer(count, 1), "below"),
  GetRowsAbove: (target, [count]) => beside(target, integer(count, 1), "above"),
  GetColumnsAfter: (target, [count]) => beside(target, integer(count, 1), "after"),
  GetColumnsBefore: (target, [count]) => beside(target, integer(count, 1), "before"),
  GetEntireRow: (target) => checkedRange(target, rect(target.rect.row, 0, target.rect.rows, maxColumns)),
  GetEntireColumn: (target) =>
    checkedRange(target, rect(0, target.rect.column, maxRows, target.rect.columns)),
  GetLastCell: (target) => checkedRange(target, rect(bottomOf(target.rect), rightOf(target.rect))),
  GetLastRow: (target) => checkedRange(target, { ...target.rect, row: bottomOf(target.rect), rows: 1 }),
  GetLastColumn: (target) =>
    checkedRange(target, { ...target.rect, column: rightOf(target.rect), columns: 1 }),
  GetBoundingRect: (target, [other], context) => {
    const another = rangeArgument(other, target.sheet, context);
    if (another.sheet.id !== target.sheet.id) throw invalidArgument();
    return rangeObject(target.sheet, bounding(target.rect, another.rect));
  },
  GetIntersection: (target, [other], context) => {
    const area = shared(target, rangeArgument(other, target.sheet, context));
    if (!area) throw itemNotFound();
    return rangeObject(target.sheet, area);
  },
  GetIntersectionOrNullObject: (target, [other], context) => {
    const area = shared(target, rangeArgument(other, target.sheet, context));
    return area && rangeObject(target.sheet, area);
  },
};
