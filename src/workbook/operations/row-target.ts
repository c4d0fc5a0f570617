import { sameCell } from "../figure-cells";
import { isErrorText } from "../codec/cell";
import { storableText } from "../codec/storable-text";
import type { TableResult } from "../codec/table-rows";
import { columnOf } from "../codec/row-cells";
import { tableIn, type OpenBook } from "../open-book";
import { columnIndexes } from "../schema/headers";
import { schema, type TableId } from "../schema/schema";
import type { CellInput, CellValue, Write } from "../workbook-gateway";

export interface RowChange {
  readonly key: string;
  /** Column id → cell. A row that is not there is appended with these. */
  readonly cells: Readonly<Record<string, CellInput>>;
  /** What the form showed (WB15): only these columns are changed in a row that is there. */
  readonly shown: Readonly<Record<string, CellInput>>;
  /** How the trail writes a cell of this row, where the number alone says little (a date). */
  readonly inWords?: (cell: CellInput) => string;
}

/** What rows of a settings table are to hold, found by key, never by position. */
export interface RowChanges {
  readonly table: TableId;
  /** Columns that make the key. */
  readonly key: readonly string[];
  /** Cells of the key as one comparable text: a label counts as its code. */
  keyOf(cells: readonly CellValue[]): string;
  readonly changes: readonly RowChange[];
  /** Keys of rows to delete. */
  readonly removed: readonly string[];
}

/** One changed cell, for the audit trail. */
export interface CellChange {
  readonly key: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** A cell as a form shows it: without blanks around it, and blank where it spells an error. */
const asRead = <Cell extends CellInput>(cell: Cell): Cell | string => {
  if (typeof cell !== "string") return cell;
  return isErrorText(cell) ? "" : storableText(cell).trim();
};

/** A table on the way to what its rows shall hold: plans from any state of it that is read, as often as needed. */
export class RowTarget {
  /** Rows as they were before anything was written. */
  private readonly originals: ReadonlyMap<string, readonly CellValue[]>;
  private readonly removed: ReadonlySet<string>;

  constructor(
    readonly changes: RowChanges,
    readonly read: TableResult,
    private readonly book: OpenBook,
  ) {
    this.originals = this.rowsByKey(read);
    this.removed = new Set(changes.removed);
  }

  get sheet(): string {
    return this.read.facts.sheet;
  }

  /** A cell to be changed holds neither what the form showed nor the new value. */
  changedMeanwhile(): boolean {
    return this.changes.changes.some(({ key, cells, shown }) => {
      const row = this.originals.get(key);
      return (
        row !== undefined &&
        Object.keys(shown).some((column) => {
          const now = asRead(row[this.indexOf(column, this.read)] ?? "");
          const known = [shown[column] ?? "", cells[column] ?? ""].map(asRead);
          return now !== "" && !known.some((one) => sameCell(one, now));
        })
      );
    });
  }

  /** What leads from a state of the table to the wanted one; nothing where it holds everything. */
  writes(now: TableResult): readonly Write[] {
    const rows = now.rows.map((cells) => this.keyIn(cells, now));
    const cells = rows.flatMap((key, body) => this.cellWrites(key, body, now));
    const doomed = rows.flatMap((key, body) => (this.removed.has(key) ? [body] : []));
    const { name } = now.facts;
    const deletion: Write[] = doomed.length > 0 ? [{ kind: "delete-rows", table: name, rows: doomed }] : [];
    return [...cells, ...deletion, ...this.appends(new Set(rows), now)];
  }

  /** What leads back to the table as it was read. */
  writesBack(now: TableResult): readonly Write[] {
    const rows = now.rows.map((cells) => this.keyIn(cells, now));
    const fresh = new Set(this.changes.changes.flatMap(({ key }) => (this.originals.has(key) ? [] : [key])));
    const added = rows.flatMap((key, body) => (fresh.has(key) ? [body] : []));
    const { name } = now.facts;
    const cells = rows.flatMap((key, body) =>
      this.touched().flatMap((column): Write[] => {
        const index = this.indexOf(column, now);
        const own = this.originals.get(key)?.[this.indexOf(column, this.read)];
        if (own === undefined || index < 0 || sameCell(own, now.rows[body]?.[index] ?? "")) return [];
        const header = now.headers[index] ?? "";
        return [{ kind: "write-column", table: name, header, fromRow: body, values: [own] }];
      }),
    );
    const deletion: Write[] = added.length > 0 ? [{ kind: "delete-rows", table: name, rows: added }] : [];
    const gone = [...this.originals].flatMap(([key, row]) => (rows.includes(key) ? [] : [row]));
    const headers = this.read.headers;
    const again: Write[] =
      gone.length > 0 ? [{ kind: "append-rows", table: name, at: now.facts, headers, rows: gone }] : [];
    return [...cells, ...deletion, ...again];
  }

  /** Cells that change, as the form saw them. */
  cellChanges(): readonly CellChange[] {
    const edits = this.changes.changes.flatMap(({ key, cells, shown, inWords = String }) =>
      (this.originals.has(key) ? Object.keys(shown) : Object.keys(cells)).map((column) => ({
        key,
        column: columnOf(this.changes.table, column).header[this.book.language],
        before: inWords(shown[column] ?? ""),
        after: inWords(cells[column] ?? ""),
      })),
    );
    const gone = this.changes.removed.map((key) => ({ key, column: "", before: key, after: "" }));
    return [...edits, ...gone];
  }

  private cellWrites(key: string, body: number, now: TableResult): readonly Write[] {
    const change = this.changes.changes.find((one) => one.key === key);
    const original = this.originals.get(key);
    if (this.removed.has(key) || !original) return [];
    return this.touched().flatMap((column): Write[] => {
      const index = this.indexOf(column, now);
      const own = original[this.indexOf(column, this.read)] ?? "";
      const wanted = change && column in change.shown ? (change.cells[column] ?? "") : own;
      if (index < 0 || sameCell(wanted, now.rows[body]?.[index] ?? "")) return [];
      const header = now.headers[index] ?? "";
      return [{ kind: "write-column", table: now.facts.name, header, fromRow: body, values: [wanted] }];
    });
  }

  /** Rows that shall be there and are not: new ones, and any that a deletion by position took by mistake. */
  private appends(present: ReadonlySet<string>, now: TableResult): readonly Write[] {
    const fresh = this.changes.changes.filter(({ key }) => !present.has(key) && !this.originals.has(key));
    const lost = [...this.originals.keys()].filter((key) => !present.has(key) && !this.removed.has(key));
    const writes: Write[] = fresh.map(({ cells }) => {
      const columns = Object.keys(cells).filter((column) => this.indexOf(column, now) >= 0);
      return {
        kind: "append-rows",
        table: now.facts.name,
        at: now.facts,
        headers: columns.map((column) => now.headers[this.indexOf(column, now)] ?? ""),
        rows: [columns.map((column) => cells[column] ?? "")],
      };
    });
    const restored: Write[] = lost.map((key) => ({
      kind: "append-rows",
      table: now.facts.name,
      at: now.facts,
      headers: this.read.headers,
      rows: [this.originals.get(key) ?? []],
    }));
    return [...writes, ...restored];
  }

  /** Columns that some change touches: a cell of these that moved with a sort is put right. */
  private touched(): readonly string[] {
    return [...new Set(this.changes.changes.flatMap(({ shown }) => Object.keys(shown)))];
  }

  private rowsByKey(table: TableResult): ReadonlyMap<string, readonly CellValue[]> {
    const rows = new Map<string, readonly CellValue[]>();
    for (const cells of table.rows) {
      const key = this.keyIn(cells, table);
      if (!rows.has(key)) rows.set(key, cells);
    }
    return rows;
  }

  private keyIn(cells: readonly CellValue[], table: TableResult): string {
    return this.changes.keyOf(this.changes.key.map((column) => cells[this.indexOf(column, table)] ?? ""));
  }

  private indexOf(column: string, table: TableResult): number {
    return columnIndexes(schema[this.changes.table].columns, table.headers).get(column) ?? -1;
  }
}

/** How the table is read: whole, since any of its rows may have to be put right. */
export const wholeTable = (book: OpenBook, id: TableId) =>
  ({ kind: "table", table: tableIn(book, id).facts.name }) as const;
