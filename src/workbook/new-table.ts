import type { Dialect } from "./codec/cell";
import { rowCells } from "./codec/row-cells";
import type { FreeNames } from "./free-names";
import type { Column } from "./schema/column";
import { schema, type Schema, type TableId } from "./schema/schema";
import type { RowOf } from "./schema/table";
import type { CellInput, NewColumn, Write } from "./workbook-gateway";

/** Excel refuses a list typed into a validation rule beyond this length. */
const longestList = 255;

/** A column as it is made in this workbook: header, width, format, drop-down. */
export function newColumn(column: Column, dialect: Dialect): NewColumn {
  const offered = column.type === "list" && column.list ? dialect.labels.offered(column.list) : null;
  const yesNo = column.type === "bool" ? dialect.labels.offered("yesNo") : null;
  const choices = offered ?? yesNo;
  return {
    header: column.header[dialect.labels.language],
    width: column.width,
    ...(column.hidden ? { hidden: true } : {}),
    ...(column.format ? { format: { numberFormat: column.format } } : {}),
    ...(choices && choices.join(",").length <= longestList ? { validation: { list: choices } } : {}),
  };
}

export interface NewTable {
  readonly id: TableId;
  readonly sheet: string;
  readonly table: string;
  readonly rowCount: number;
  readonly writes: readonly Write[];
}

/** A sheet with one table of the card, header frozen, in the workbook's language (WB2, WB10). */
export function newTable<Id extends TableId>(
  id: Id,
  rows: readonly Partial<RowOf<Schema[Id]>>[],
  dialect: Dialect,
  names: FreeNames,
): NewTable {
  const definition = schema[id];
  const columns: readonly Column[] = definition.columns;
  const ids = columns.map((column) => column.id);
  const cells = rows.map((row) => rowCells(id, ids, row, dialect));
  return newTableOfCells(id, cells, dialect, names);
}

/** The same from cells that are encoded already, in the order of the schema's columns. */
export function newTableOfCells(
  id: TableId,
  rows: readonly (readonly CellInput[])[],
  dialect: Dialect,
  names: FreeNames,
): NewTable {
  const definition = schema[id];
  const sheet = names.sheet(definition.sheet[dialect.labels.language]);
  const table = names.table(definition.name);
  const columns: readonly Column[] = definition.columns;
  return {
    id,
    sheet,
    table,
    rowCount: rows.length,
    writes: [
      { kind: "add-sheet", name: sheet },
      {
        kind: "add-table",
        sheet,
        row: 0,
        column: 0,
        name: table,
        columns: columns.map((column) => newColumn(column, dialect)),
        rows,
        freezeHeader: true,
      },
    ],
  };
}
