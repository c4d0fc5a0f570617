import type { ICommandInfo } from "@univerjs/core";
import {
  AddSheetTableMutation,
  DeleteSheetTableMutation,
  SetSheetTableMutation,
  TableManager,
} from "@univerjs/sheets-table";
import { fromRange } from "../rects";
import { withNewColumns } from "./table-follow";
import { dataOf, type TableRecord } from "./table-record";
import type { Tables } from "./tables";

const ids = new Set([AddSheetTableMutation.id, DeleteSheetTableMutation.id, SetSheetTableMutation.id]);

export const isTableMutation = (command: Readonly<ICommandInfo>): boolean => ids.has(command.id);

/**
 * A table a person made, resized, renamed or removed with Univer's own controls. Its undo is Univer's; taking it
 * back comes through here again.
 */
export function adoptTable(tables: Tables, command: Readonly<ICommandInfo>): void {
  const { tableId, subUnitId } = command.params as { tableId: string; subUnitId: string };
  const known = tables.record(tableId);
  if (command.id === DeleteSheetTableMutation.id) {
    if (known) tables.adopt(tableId, null);
    return;
  }
  const table = tables.engine.injector.get(TableManager).getTable(tables.engine.unitId, tableId);
  if (!table) return;
  const rect = fromRange(table.getRange());
  if (!known) {
    const names = table.getTableInfo().columns.map((column) => column.displayName);
    tables.adopt(tableId, newRecord(tableId, table.getDisplayName(), subUnitId, rect, names));
  } else if (command.id === SetSheetTableMutation.id) {
    tables.adopt(tableId, resized({ ...known, name: table.getDisplayName() }, rect));
  }
}

function newRecord(
  id: string,
  name: string,
  sheetId: string,
  rect: TableRecord["rect"],
  names: string[],
): TableRecord {
  return {
    id,
    name,
    sheetId,
    rect,
    columns: names.map((column, index) => ({ id: index + 1, name: column, calculated: false })),
    showHeaders: true,
    showTotals: false,
    showFilterButton: true,
    showBandedRows: true,
    showBandedColumns: false,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    style: "TableStyleMedium2",
    filters: names.map(() => null),
  };
}

/** A new data rect for the table; columns are kept by place. */
export function resized(record: TableRecord, data: TableRecord["rect"]): TableRecord {
  const rect = { ...data, rows: data.rows + (record.showTotals ? 1 : 0) };
  const before = dataOf(record);
  const shift = data.column - before.column;
  const kept = record.columns.slice(Math.max(0, shift), Math.max(0, shift) + data.columns);
  const filters = record.filters.slice(Math.max(0, shift), Math.max(0, shift) + data.columns);
  let next: TableRecord = { ...record, rect, columns: kept, filters };
  if (shift < 0) next = withNewColumns(next, 0, Math.min(-shift, data.columns - kept.length));
  const missing = data.columns - next.columns.length;
  return missing > 0 ? withNewColumns(next, next.columns.length, missing) : next;
}
