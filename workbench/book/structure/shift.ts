import type { IRange } from "@univerjs/core";
import {
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertColCommand,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  InsertRowCommand,
  RemoveColCommand,
  RemoveRowCommand,
} from "@univerjs/sheets";
import type { Rect } from "../book";
import { fromRange } from "../rects";

/** Lines that come or go, for the lines of `across` only. */
export interface Shift {
  readonly axis: "rows" | "columns";
  readonly kind: "insert" | "remove";
  readonly start: number;
  readonly count: number;
  /** The other axis; null = whole rows or columns. */
  readonly across: { readonly start: number; readonly count: number } | null;
}

/** Which change a structural command of Univer makes; null for other commands. */
export function shiftOf(commandId: string, range: IRange): Shift | null {
  const rect = fromRange(range);
  const rows = { axis: "rows", start: rect.row, count: rect.rows } as const;
  const columns = { axis: "columns", start: rect.column, count: rect.columns } as const;
  const overColumns = { across: { start: rect.column, count: rect.columns } };
  const overRows = { across: { start: rect.row, count: rect.rows } };
  switch (commandId) {
    case InsertRowCommand.id:
      return { ...rows, kind: "insert", across: null };
    case RemoveRowCommand.id:
      return { ...rows, kind: "remove", across: null };
    case InsertColCommand.id:
      return { ...columns, kind: "insert", across: null };
    case RemoveColCommand.id:
      return { ...columns, kind: "remove", across: null };
    case InsertRangeMoveDownCommand.id:
      return { ...rows, kind: "insert", ...overColumns };
    case DeleteRangeMoveUpCommand.id:
      return { ...rows, kind: "remove", ...overColumns };
    case InsertRangeMoveRightCommand.id:
      return { ...columns, kind: "insert", ...overRows };
    case DeleteRangeMoveLeftCommand.id:
      return { ...columns, kind: "remove", ...overRows };
    default:
      return null;
  }
}

/** Whether a rect lies wholly within the lines a block change moves. */
export function reaches({ across, axis }: Shift, rect: Rect): boolean {
  if (!across) return true;
  const [start, count] = axis === "rows" ? [rect.column, rect.columns] : [rect.row, rect.rows];
  return across.start <= start && across.start + across.count >= start + count;
}

/** The removed lines before a span, and those inside it. */
export function removedLines(shift: Shift, start: number, count: number): { before: number; inside: number } {
  const end = shift.start + shift.count;
  return {
    before: Math.max(0, Math.min(end, start) - shift.start),
    inside: Math.max(0, Math.min(end, start + count) - Math.max(shift.start, start)),
  };
}

/** A rect carried along: it moves, grows by lines inserted inside, shrinks; null when all of it went. */
export function shiftRect(rect: Rect, shift: Shift): Rect | null {
  if (!reaches(shift, rect)) return rect;
  const [first, size] = shift.axis === "rows" ? (["row", "rows"] as const) : (["column", "columns"] as const);
  const { [first]: start, [size]: count } = rect;
  if (shift.kind === "insert") {
    if (shift.start <= start) return { ...rect, [first]: start + shift.count };
    return shift.start < start + count ? { ...rect, [size]: count + shift.count } : rect;
  }
  const { before, inside } = removedLines(shift, start, count);
  if (before === 0 && inside === 0) return rect;
  return inside === count ? null : { ...rect, [first]: start - before, [size]: count - inside };
}
