import type { Rect } from "../book";
import { nextColumnId, uniqueColumnName, type TableColumn, type TableRecord } from "./table-record";

/** A structural change as the tables see it: lines that come or go, for the lines of `across` only. */
export interface Shift {
  readonly axis: "rows" | "columns";
  readonly kind: "insert" | "remove";
  readonly start: number;
  readonly count: number;
  /** The other axis; null = whole rows or columns. */
  readonly across: { readonly start: number; readonly count: number } | null;
}

/** The table after the change; null when it is gone, the same object when nothing touched it. */
export function followShift(record: TableRecord, shift: Shift): TableRecord | null {
  const { rect } = record;
  const span = shift.axis === "rows" ? [rect.column, rect.columns] : [rect.row, rect.rows];
  if (shift.across && !covers(shift.across, span[0] ?? 0, span[1] ?? 0)) return record;
  return shift.axis === "rows" ? followRows(record, shift) : followColumns(record, shift);
}

const covers = (across: { start: number; count: number }, start: number, count: number): boolean =>
  across.start <= start && across.start + across.count >= start + count;

function followRows(record: TableRecord, shift: Shift): TableRecord | null {
  const { rect, showHeaders, showTotals } = record;
  if (shift.kind === "insert") {
    if (shift.start <= rect.row) return moved(record, { row: rect.row + shift.count });
    if (shift.start >= rect.row + rect.rows) return record;
    return moved(record, { rows: rect.rows + shift.count });
  }
  const { before, inside } = removed(shift, rect.row, rect.rows);
  if (before === 0 && inside === 0) return record;
  const headGone = shift.start <= rect.row && shift.start + shift.count > rect.row;
  if (inside === rect.rows || (headGone && showHeaders)) return null;
  const last = rect.row + rect.rows - 1;
  const totalsGone = showTotals && shift.start <= last && shift.start + shift.count > last;
  const next = { ...record, showTotals: showTotals && !totalsGone };
  return moved(next, { row: rect.row - before, rows: rect.rows - inside });
}

function followColumns(record: TableRecord, shift: Shift): TableRecord | null {
  const { rect } = record;
  if (shift.kind === "insert") {
    if (shift.start <= rect.column) return moved(record, { column: rect.column + shift.count });
    if (shift.start >= rect.column + rect.columns) return record;
    const next = withNewColumns(record, shift.start - rect.column, shift.count);
    return moved(next, { columns: rect.columns + shift.count });
  }
  const { before, inside } = removed(shift, rect.column, rect.columns);
  if (before === 0 && inside === 0) return record;
  if (inside === rect.columns) return null;
  const kept = (_: unknown, index: number) => {
    const column = rect.column + index;
    return column < shift.start || column >= shift.start + shift.count;
  };
  const next = { ...record, columns: record.columns.filter(kept), filters: record.filters.filter(kept) };
  return moved(next, { column: rect.column - before, columns: rect.columns - inside });
}

/** Blank columns named as Excel names them. */
export function withNewColumns(record: TableRecord, index: number, count: number, name = ""): TableRecord {
  const taken = new Set(record.columns.map((column) => column.name.toLowerCase()));
  const first = nextColumnId(record.columns);
  const added: TableColumn[] = Array.from({ length: count }, (_, offset) => {
    const unique = uniqueColumnName(name, taken);
    taken.add(unique.toLowerCase());
    return { id: first + offset, name: unique, calculated: false };
  });
  return {
    ...record,
    columns: [...record.columns.slice(0, index), ...added, ...record.columns.slice(index)],
    filters: [...record.filters.slice(0, index), ...added.map(() => null), ...record.filters.slice(index)],
  };
}

/** How many of the removed lines lie before the span and how many inside. */
function removed(shift: Shift, start: number, count: number): { before: number; inside: number } {
  const end = shift.start + shift.count;
  return {
    before: Math.max(0, Math.min(end, start) - shift.start),
    inside: Math.max(0, Math.min(end, start + count) - Math.max(shift.start, start)),
  };
}

const moved = (record: TableRecord, change: Partial<Rect>): TableRecord => ({
  ...record,
  rect: { ...record.rect, ...change },
});
