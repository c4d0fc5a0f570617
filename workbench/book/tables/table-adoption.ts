import type { ICommandInfo } from "@univerjs/core";
import {
  AddSheetTableMutation,
  DeleteSheetTableMutation,
  SetSheetTableFilterMutation,
  SetSheetTableMutation,
  TableManager,
  type ITableFilterItem,
} from "@univerjs/sheets-table";
import { criteriaOf } from "../filters/typed-filter";
import { fromRange } from "../rects";
import { withNewColumns } from "./table-follow";
import { bodyOf, dataOf, newTable, type TableRecord } from "./table-record";
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
    const place = { id: tableId, name: table.getDisplayName(), sheetId: subUnitId, rect };
    tables.adopt(tableId, newTable(place, names));
  } else if (command.id === SetSheetTableMutation.id) {
    tables.adopt(tableId, resized({ ...known, name: table.getDisplayName() }, rect));
  }
}

/** A person filtered a column with the button in its header, or took that back. */
export function adoptFilter(tables: Tables, command: Readonly<ICommandInfo>): void {
  if (command.id !== SetSheetTableFilterMutation.id) return;
  const { tableId, column, tableFilter } = command.params as {
    tableId: string;
    column: number;
    tableFilter?: ITableFilterItem;
  };
  const record = tables.record(tableId);
  if (!record) return;
  const body = bodyOf(record);
  const { reader, worksheet } = tables.book.sheetParts(record.sheetId);
  const shown = () =>
    Array.from({ length: body.rows }, (_, offset) => body.row + offset)
      .filter((row) => !worksheet.isRowFiltered(row))
      .map((row) => reader.text(row, body.column + column));
  const criteria = criteriaOf(tableFilter, shown);
  tables.noteFilters(
    tableId,
    record.filters.map((old, index) => (index === column ? criteria : old)),
  );
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
