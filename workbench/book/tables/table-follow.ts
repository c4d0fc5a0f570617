import type { Rect } from "../book";
import { reaches, removedLines, type Shift } from "../structure/shift";
import { nextColumnId, uniqueColumnName, type TableColumn, type TableRecord } from "./table-record";

/** The table after the change; null when it is gone, the same object when nothing touched it. */
export function followShift(record: TableRecord, shift: Shift): TableRecord | null {
  if (!reaches(shift, record.rect)) return record;
  return shift.axis === "rows" ? followRows(record, shift) : followColumns(record, shift);
}

function followRows(record: TableRecord, shift: Shift): TableRecord | null {
  const { rect, showHeaders, showTotals } = record;
  if (shift.kind === "insert") {
    if (shift.start <= rect.row) return moved(record, { row: rect.row + shift.count });
    if (shift.start >= rect.row + rect.rows) return record;
    return moved(record, { rows: rect.rows + shift.count });
  }
  const { before, inside } = removedLines(shift, rect.row, rect.rows);
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
  const { before, inside } = removedLines(shift, rect.column, rect.columns);
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

const moved = (record: TableRecord, change: Partial<Rect>): TableRecord => ({
  ...record,
  rect: { ...record.rect, ...change },
});
