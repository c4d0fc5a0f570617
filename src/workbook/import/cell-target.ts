import type { TableResult } from "../codec/table-rows";
import { sameCell } from "../figure-cells";
import { columnIndexes } from "../schema/headers";
import { schema } from "../schema/schema";
import type { CellInput, CellValue, Write } from "../workbook-gateway";
import type { ImportTable } from "./import-job";

/** Id → column id → what its cell shall hold. */
export type WantedCells = ReadonlyMap<string, Readonly<Record<string, CellInput>>>;

/**
 * Cells of many rows on the way to what they shall hold, found by id. Excel writes by position: should somebody have
 * sorted between reading and writing, the next plan from what is read then puts every touched cell right, the cells
 * of rows that were hit by mistake included.
 */
export class CellTarget {
  private readonly columns: readonly string[];
  private readonly originals = new Map<string, readonly CellValue[]>();

  constructor(
    readonly table: ImportTable,
    private readonly read: TableResult,
    private readonly wanted: WantedCells,
  ) {
    this.columns = [...new Set([...wanted.values()].flatMap((cells) => Object.keys(cells)))];
    const index = this.indexIn(read);
    for (const cells of read.rows) {
      const id = idOf(cells, index);
      if (id !== "" && !this.originals.has(id)) this.originals.set(id, cells);
    }
  }

  get name(): string {
    return this.read.facts.name;
  }

  /** What leads from a state of the table to the wanted one; nothing where it holds everything. */
  writes(now: TableResult): readonly Write[] {
    const ids = rowIds(now.rows, this.indexIn(now));
    return this.columns.flatMap((column) => this.columnWrites(column, ids, now));
  }

  private columnWrites(column: string, ids: readonly string[], now: TableResult): readonly Write[] {
    const index = this.indexIn(now).get(column);
    const before = this.indexIn(this.read).get(column);
    if (index === undefined || before === undefined) return [];
    const cells = ids.map((id, row): CellInput | null => {
      const wanted = this.wanted.get(id)?.[column] ?? this.originals.get(id)?.[before];
      return wanted === undefined || sameCell(wanted, now.rows[row]?.[index] ?? "") ? null : wanted;
    });
    const first = cells.findIndex((cell) => cell !== null);
    if (first < 0) return [];
    let last = cells.length - 1;
    while (cells[last] === null) last -= 1;
    const values = cells.slice(first, last + 1);
    return [
      { kind: "write-column", table: this.name, header: now.headers[index] ?? "", fromRow: first, values },
    ];
  }

  private indexIn(result: TableResult): ReadonlyMap<string, number> {
    return columnIndexes(schema[this.table].columns, result.headers);
  }
}

const idOf = (cells: readonly CellValue[], indexes: ReadonlyMap<string, number>): string =>
  String(cells[indexes.get("id") ?? -1] ?? "").trim();

/** Id of each row; "" for a row whose id stood above already, which is left alone. */
function rowIds(
  rows: readonly (readonly CellValue[])[],
  indexes: ReadonlyMap<string, number>,
): readonly string[] {
  const seen = new Set<string>();
  return rows.map((cells) => {
    const id = idOf(cells, indexes);
    if (seen.has(id)) return "";
    seen.add(id);
    return id;
  });
}
