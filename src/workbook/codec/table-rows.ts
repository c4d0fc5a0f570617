import { finish, type Steps } from "../../core/steps";
import type { Issue } from "../outcome";
import type { CellValue, ReadResult } from "../workbook-gateway";
import { columnIndexes } from "../schema/headers";
import { schema, type Schema, type TableId } from "../schema/schema";
import type { Column } from "../schema/column";
import type { RowOf } from "../schema/table";
import { blankOf, decodeCell, unreadable, type Dialect, type Meaning } from "./cell";

export type TableResult = Extract<ReadResult, { kind: "table" }>;

/** A row of a table of the card. */
export interface Row<Id extends TableId> {
  /** Index among the body rows, as write-column and delete-rows count. */
  readonly body: number;
  /** One-based row of the sheet. */
  readonly sheetRow: number;
  readonly values: RowOf<Schema[Id]>;
}

export interface TableRows<Id extends TableId> {
  readonly rows: readonly Row<Id>[];
  readonly issues: readonly Issue[];
}

/** Enough to find the fault; a damaged column would name 100,000 cells. */
const namedPerColumn = 5;

/** Rows per step: some milliseconds of work. */
const rowsPerStep = 500;

interface ReadColumn {
  readonly column: Column;
  readonly index: number | undefined;
  readonly header: string;
}

const isBlank = (row: readonly CellValue[]) => row.every((cell) => cell === "");

/**
 * Typed rows of a read table. Wholly blank rows are skipped; a cell that cannot be read counts as missing
 * and is named in `issues` (`unreadableCell`: sheet, table, row, column, value); the row stays.
 */
export const tableRows = <Id extends TableId>(id: Id, result: TableResult, dialect: Dialect): TableRows<Id> =>
  finish(tableRowSteps(id, result, dialect));

/** The same in steps. */
export function* tableRowSteps<Id extends TableId>(
  id: Id,
  result: TableResult,
  dialect: Dialect,
): Steps<TableRows<Id>> {
  const indexes = columnIndexes(schema[id].columns, result.headers);
  const columns: ReadColumn[] = schema[id].columns.map((column) => {
    const index = indexes.get(column.id);
    return { column, index, header: index === undefined ? "" : (result.headers[index] ?? "") };
  });
  const faults = new Map<string, number>();
  const issues: Issue[] = [];
  const rows: Row<Id>[] = [];
  for (const [body, cells] of result.rows.entries()) {
    if (body % rowsPerStep === 0) yield;
    if (isBlank(cells)) continue;
    const sheetRow = result.facts.area.row + body + 2;
    const values: Record<string, Meaning> = {};
    for (const { column, index, header } of columns) {
      const cell = index === undefined ? "" : (cells[index] ?? "");
      const meaning = decodeCell(column, cell, dialect);
      if (meaning !== unreadable) {
        values[column.id] = meaning;
        continue;
      }
      values[column.id] = blankOf(column);
      const known = faults.get(header) ?? 0;
      faults.set(header, known + 1);
      if (known < namedPerColumn) issues.push(unreadableCell(id, result, sheetRow, header, cell));
    }
    rows.push({ body, sheetRow, values: values as RowOf<Schema[Id]> });
  }
  for (const [header, count] of faults) {
    if (count > namedPerColumn) issues.push(moreUnreadable(result, header, count - namedPerColumn));
  }
  return { rows, issues };
}

function unreadableCell(
  id: TableId,
  result: TableResult,
  row: number,
  column: string,
  value: CellValue,
): Issue {
  const shown = String(value).slice(0, 60);
  return {
    code: "unreadableCell",
    values: { sheet: result.facts.sheet, table: id, row, column, value: shown },
  };
}

const moreUnreadable = (result: TableResult, column: string, count: number): Issue => ({
  code: "moreUnreadableCells",
  values: { sheet: result.facts.sheet, column, count },
});
