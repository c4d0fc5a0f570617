import type { Write } from "../workbook/workbook-gateway";
import { cellEntry } from "./cell-text";
import { paintSheet } from "./paint-sheet";
import { addColumn, makeTable, nameHeader, renameHeader } from "./change-table";
import { addTable, appendRows, applyFilters, deleteRows, formatCells, writeColumn } from "./write-table";

type Writers = {
  [K in Write["kind"]]: (context: Excel.RequestContext, write: Extract<Write, { kind: K }>) => void;
};

const writers: Writers = {
  "add-sheet": (context, write) => {
    const sheet = context.workbook.worksheets.add(write.name);
    if (write.tabColor) sheet.tabColor = write.tabColor;
    if (write.hidden) sheet.visibility = "Hidden";
  },
  "delete-sheet": (context, write) => context.workbook.worksheets.getItem(write.sheet).delete(),
  "rename-sheet": (context, write) => {
    context.workbook.worksheets.getItem(write.sheet).name = write.to;
  },
  "activate-sheet": (context, write) => context.workbook.worksheets.getItem(write.sheet).activate(),
  "add-table": addTable,
  "make-table": makeTable,
  "unmake-table": (context, write) => void context.workbook.tables.getItem(write.table).convertToRange(),
  "rename-table": (context, write) => {
    context.workbook.tables.getItem(write.table).name = write.to;
  },
  "add-column": addColumn,
  "rename-header": renameHeader,
  "name-header": nameHeader,
  "delete-name": (context, write) => context.workbook.names.getItem(write.name).delete(),
  "append-rows": appendRows,
  "write-column": writeColumn,
  "delete-rows": deleteRows,
  "write-cells": (context, write) => {
    const columns = write.values[0]?.length ?? 0;
    if (columns === 0) return;
    const sheet = context.workbook.worksheets.getItem(write.sheet);
    const range = sheet.getRangeByIndexes(write.row, write.column, write.values.length, columns);
    range.values = write.values.map((row) => row.map((value) => (value === null ? null : cellEntry(value))));
  },
  "clear-filter": (context, write) => context.workbook.tables.getItem(write.table).clearFilters(),
  "apply-filters": applyFilters,
  "format-cells": formatCells,
  "paint-sheet": (context, write) => paintSheet(context, write.plan),
  select: (context, write) => {
    const sheet = context.workbook.worksheets.getItem(write.sheet);
    sheet.activate();
    sheet.getRangeByIndexes(write.row, write.column, 1, 1).select();
  },
};

/** Puts one write on order in the batch that is being built. */
export function orderWrite<K extends Write["kind"]>(
  context: Excel.RequestContext,
  write: Extract<Write, { kind: K }>,
): void {
  const writer = writers[write.kind as K];
  writer(context, write);
}
