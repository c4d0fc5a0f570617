import type { CellInput } from "../workbook-gateway";
import { schema, type Schema, type TableId } from "../schema/schema";
import type { Column } from "../schema/column";
import type { RowOf } from "../schema/table";
import { blankOf, encodeCell, type Dialect, type Meaning } from "./cell";

/** Column of a table by id; an unknown id is a slip of the caller. */
export function columnOf(table: TableId, id: string): Column {
  const columns: readonly Column[] = schema[table].columns;
  const column = columns.find((one) => one.id === id);
  if (!column) throw new RangeError(`no column ${id} in ${table}`);
  return column;
}

/** Cells of a row under the named columns; what the row leaves out is blank. */
export function rowCells<Id extends TableId>(
  table: Id,
  columns: readonly string[],
  row: Partial<RowOf<Schema[Id]>>,
  dialect: Dialect,
): readonly CellInput[] {
  const values = new Map<string, Meaning | undefined>(Object.entries(row));
  return columns.map((id) => encodeCell(columnOf(table, id), values.get(id) ?? null, dialect));
}

/** A row with every column; what `row` leaves out is blank. */
export function fullRow<Id extends TableId>(table: Id, row: Partial<RowOf<Schema[Id]>>): RowOf<Schema[Id]> {
  const columns: readonly Column[] = schema[table].columns;
  const blank = Object.fromEntries(columns.map((column) => [column.id, blankOf(column)]));
  return { ...blank, ...row } as RowOf<Schema[Id]>;
}
