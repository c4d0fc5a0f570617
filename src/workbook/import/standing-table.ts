import { decodeCell, encodeCell, unreadable, type Dialect, type Meaning } from "../codec/cell";
import { columnOf } from "../codec/row-cells";
import type { TableResult } from "../codec/table-rows";
import { sameCell } from "../figure-cells";
import { columnIndexes } from "../schema/headers";
import { schema } from "../schema/schema";
import type { CellInput, CellValue } from "../workbook-gateway";
import type { ImportTable } from "./import-job";

/** A cell of the card's as an import wants it. */
export interface CellChange {
  readonly column: string;
  readonly before: CellValue;
  readonly after: CellInput;
  readonly meaning: Meaning;
}

/** A table as it stands in the workbook, found row by row by id. */
export class StandingTable {
  private readonly indexes: ReadonlyMap<string, number>;
  private readonly rows = new Map<string, readonly CellValue[]>();

  constructor(
    readonly table: ImportTable,
    readonly result: TableResult,
    private readonly dialect: Dialect,
  ) {
    this.indexes = columnIndexes(schema[table].columns, result.headers);
    for (const cells of result.rows) {
      const id = this.text(cells, "id");
      // Of two rows with one id the first counts, as in the model.
      if (id !== "" && !this.rows.has(id)) this.rows.set(id, cells);
    }
  }

  get size(): number {
    return this.result.rows.length;
  }

  has(id: string): boolean {
    return this.rows.has(id);
  }

  hasColumn(column: string): boolean {
    return this.indexes.has(column);
  }

  /** Ids with the text of another column. */
  *texts(column: string): Iterable<readonly [id: string, text: string]> {
    for (const [id, cells] of this.rows) yield [id, this.text(cells, column)];
  }

  /** Cells of a row that say something else than the import; null where there is no such row. */
  changes(id: string, values: ReadonlyMap<string, Meaning>): readonly CellChange[] | null {
    const cells = this.rows.get(id);
    if (!cells) return null;
    const changed: CellChange[] = [];
    for (const [column, meaning] of values) {
      const index = this.indexes.get(column);
      if (index === undefined || column === "id") continue;
      const before = cells[index] ?? "";
      const after = encodeCell(columnOf(this.table, column), meaning, this.dialect);
      if (!this.same(column, before, after, meaning)) changed.push({ column, before, after, meaning });
    }
    return changed;
  }

  private same(column: string, before: CellValue, after: CellInput, meaning: Meaning): boolean {
    if (sameCell(after, before)) return true;
    const stands = decodeCell(columnOf(this.table, column), before, this.dialect);
    if (stands === unreadable) return false;
    return typeof meaning === "string" ? stands === meaning.trim() : stands === meaning;
  }

  private text(cells: readonly CellValue[], column: string): string {
    const index = this.indexes.get(column);
    return index === undefined ? "" : String(cells[index] ?? "").trim();
  }
}
