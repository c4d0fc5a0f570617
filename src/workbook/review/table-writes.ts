/** Writes to the tables a review touches, each by header (WB1). */
import { encodeCell, type Meaning } from "../codec/cell";
import { columnOf, rowCells } from "../codec/row-cells";
import type { OpenBook } from "../open-book";
import { schema, type Schema, type TableId } from "../schema/schema";
import type { Column } from "../schema/column";
import type { RowOf } from "../schema/table";
import type { CellInput, TableFacts, Write } from "../workbook-gateway";

/** Rows below the last one, under the columns this workbook has. */
export function appendTo<Id extends TableId>(
  book: OpenBook,
  id: Id,
  at: TableFacts,
  rows: readonly Partial<RowOf<Schema[Id]>>[],
): Write[] {
  const found = book.tables.get(id);
  if (!found || rows.length === 0) return [];
  const columns: readonly Column[] = schema[id].columns;
  const present = columns.map((column) => column.id).filter((column) => found.headers.has(column));
  return [
    {
      kind: "append-rows",
      table: found.facts.name,
      at,
      headers: present.map((column) => found.headers.get(column) ?? column),
      rows: rows.map((row) => rowCells(id, present, row, book.dialect)),
    },
  ];
}

/** Single cells of one column by body row; all others are left alone. Nothing where the column is not there. */
export function writeCellsOf(
  book: OpenBook,
  id: TableId,
  column: string,
  cells: ReadonlyMap<number, Meaning>,
): Write[] {
  const found = book.tables.get(id);
  const header = found?.headers.get(column);
  if (!found || header === undefined || cells.size === 0) return [];
  const rows = [...cells.keys()];
  const from = Math.min(...rows);
  const values = Array.from({ length: Math.max(...rows) - from + 1 }, (_, index): CellInput | null => {
    const meaning = cells.get(from + index);
    return meaning === undefined ? null : encodeCell(columnOf(id, column), meaning, book.dialect);
  });
  return [{ kind: "write-column", table: found.facts.name, header, fromRow: from, values }];
}

export function deleteRowsOf(book: OpenBook, id: TableId, rows: readonly number[]): Write[] {
  const found = book.tables.get(id);
  return found && rows.length > 0 ? [{ kind: "delete-rows", table: found.facts.name, rows }] : [];
}

/** Lifts the filters of these tables around some writes: Excel writes into visible rows only (WB14). */
export function unfiltered(tables: readonly (TableFacts | null)[], writes: readonly Write[]): Write[] {
  const filtered = tables.flatMap((facts) => (facts?.filtered ? [facts] : []));
  return [
    ...filtered.map((facts): Write => ({ kind: "clear-filter", table: facts.name })),
    ...writes,
    ...filtered.map((facts): Write => ({
      kind: "apply-filters",
      table: facts.name,
      filters: facts.filters ?? [],
    })),
  ];
}
