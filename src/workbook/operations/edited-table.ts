import { decodeCell, encodeCell, unreadable, type Meaning } from "../codec/cell";
import { columnOf } from "../codec/row-cells";
import type { TableResult } from "../codec/table-rows";
import { sameCell } from "../figure-cells";
import { headerIn, tableIn, type OpenBook } from "../open-book";
import type { Issue } from "../outcome";
import type { FoundTable } from "../schema/find-tables";
import { columnIndexes } from "../schema/headers";
import { schema, type TableId } from "../schema/schema";
import { WorkbookError } from "../workbook-error";
import type { CellInput, CellValue, Read, ReadResult, Write } from "../workbook-gateway";

/** Cells of one row that shall hold something else. */
export interface CellEdit {
  readonly table: TableId;
  /** What identifies the row, the id first; a row typed by hand has none and is told by its words. Never changed. */
  readonly where: Readonly<Record<string, Meaning>>;
  /** What was shown of the cells to be changed (WB15). */
  readonly shown: Readonly<Record<string, Meaning>>;
  /** Column id → cell. Columns this workbook does not have are passed over unless they were shown. */
  readonly wanted: Readonly<Record<string, CellInput>>;
}

/** An edit with the row it was found in, as it was read. */
export interface PlacedEdit {
  readonly edit: CellEdit;
  readonly table: EditedTable;
  readonly issue: Issue | null;
  /** Cells that change, as they were. */
  readonly before: Readonly<Record<string, CellValue>>;
  /** What they mean once they are changed. */
  readonly meant: Readonly<Record<string, Meaning>>;
}

interface Stamp {
  readonly changedBy: string;
  readonly changedAt: number;
}

/** A cell on its way, with the row it is meant for. */
export interface SentCell {
  readonly write: Extract<Write, { kind: "write-column" }>;
  readonly body: number;
  readonly column: string;
  readonly value: CellInput;
  readonly key: string;
}

const keyOf = (cells: readonly Meaning[]): string =>
  JSON.stringify(cells.map((cell) => String(cell ?? "").trim()));

/** One table of an edit: finds rows by what identifies them in any state of it that is read. */
export class EditedTable {
  private read: TableResult | null = null;
  private before: TableResult | null = null;
  private indexes: ReadonlyMap<string, number> = new Map();
  /** Bodies of the last reading by what identifies their rows. */
  private rows: ReadonlyMap<string, readonly number[]> = new Map();
  private readonly found: FoundTable;
  /** Bodies of the first reading by edit. */
  private readonly bodies = new Map<CellEdit, number>();

  private constructor(
    private readonly book: OpenBook,
    private readonly id: TableId,
    private readonly edits: readonly CellEdit[],
  ) {
    this.found = tableIn(book, id);
    for (const column of edits.flatMap(({ shown }) => Object.keys(shown))) headerIn(this.found, column);
  }

  static of(book: OpenBook, edits: readonly CellEdit[]): EditedTable[] {
    const ids = [...new Set(edits.map(({ table }) => table))];
    return ids.map(
      (id) =>
        new EditedTable(
          book,
          id,
          edits.filter(({ table }) => table === id),
        ),
    );
  }

  get sheet(): string {
    return this.found.facts.sheet;
  }

  /** Columns that identify rows and columns that change. */
  get wholeRead(): Read {
    const wanted = this.edits.flatMap(({ where, wanted: cells }) => [
      ...Object.keys(where),
      ...Object.keys(cells),
    ]);
    const columns = [...new Set([...wanted, "changedBy", "changedAt"])];
    const headers = columns.flatMap((column) => this.found.headers.get(column) ?? []);
    return { kind: "table", table: this.found.facts.name, columns: headers };
  }

  take(result: ReadResult | undefined): void {
    if (result?.kind !== "table") throw new WorkbookError("not-found", this.sheet);
    this.read = result;
    this.before ??= result;
    this.indexes = columnIndexes(schema[this.id].columns, result.headers);
    const rows = new Map<string, number[]>();
    result.rows.forEach((_, body) => {
      const key = this.keyAt(body, result);
      const known = rows.get(key);
      if (known) known.push(body);
      else rows.set(key, [body]);
    });
    this.rows = rows;
  }

  place(): PlacedEdit[] {
    return this.edits.map((edit) => this.placeOne(edit));
  }

  private placeOne(edit: CellEdit): PlacedEdit {
    const named = this.named(edit);
    const body = named.find((one) => this.holds(edit.shown, one)) ?? -1;
    const values = { sheet: this.sheet, row: String(Object.values(edit.where)[0] ?? "") };
    const issue: Issue | null =
      body >= 0 ? null : { code: named.length > 0 ? "rowChanged" : "rowGone", values };
    this.bodies.set(edit, body);
    const columns = Object.keys(edit.wanted).filter((column) => this.indexOf(column) >= 0);
    const before = columns
      .map((column) => [column, this.cell(body, column)] as const)
      .filter(([column, cell]) => !sameCell(edit.wanted[column] ?? "", cell));
    return {
      edit,
      table: this,
      issue,
      before: Object.fromEntries(before),
      meant: Object.fromEntries(
        before.map(([column]) => [column, this.meaningOf(column, edit.wanted[column] ?? "")]),
      ),
    };
  }

  /** The cells of all edits, with the stamps of their rows. */
  first(stamp: Stamp): readonly SentCell[] {
    return this.edits.flatMap((edit) => this.cellsOf(edit, this.bodies.get(edit) ?? -1, stamp));
  }

  /** What is left to write once it was read what the table holds now; nothing where every row holds its cells. */
  next(result: ReadResult | undefined, sent: readonly SentCell[], stamp: Stamp): readonly SentCell[] {
    this.take(result);
    const repairs = sent.flatMap((cell) => this.repairOf(cell));
    const open = this.edits.flatMap((edit) => {
      const named = this.named(edit);
      const holding = named.some((body) =>
        this.wantedColumns(edit).every((id) => sameCell(edit.wanted[id] ?? "", this.cell(body, id))),
      );
      if (holding || named.length === 0) return [];
      return this.cellsOf(edit, named.find((body) => this.holds(edit.shown, body)) ?? named[0] ?? -1, stamp);
    });
    return [...repairs, ...open];
  }

  /** What leads back to the cells as they were before any was sent. */
  back(result: ReadResult | undefined, sent: readonly SentCell[]): readonly SentCell[] {
    this.take(result);
    return sent.flatMap((cell) => {
      if (this.keyAt(cell.body, this.now) !== cell.key) return this.repairOf(cell);
      const own = this.before?.rows[cell.body]?.[this.indexOf(cell.column)] ?? "";
      const stands = this.cell(cell.body, cell.column);
      if (!sameCell(cell.value, stands) || sameCell(own, stands)) return [];
      return [this.sentTo(cell.body, cell.column, own)];
    });
  }

  private get now(): TableResult {
    if (!this.read) throw new WorkbookError("not-found", this.sheet);
    return this.read;
  }

  private wantedColumns(edit: CellEdit): readonly string[] {
    return Object.keys(edit.wanted).filter((column) => this.indexOf(column) >= 0);
  }

  private cellsOf(edit: CellEdit, body: number, stamp: Stamp): SentCell[] {
    if (body < 0) return [];
    const stamps = Object.entries<Meaning>({ ...stamp }).map(
      ([column, meaning]) =>
        [column, encodeCell(columnOf(this.id, column), meaning, this.book.dialect)] as const,
    );
    const cells = [...Object.entries(edit.wanted), ...stamps];
    return cells.flatMap(([column, value]) => {
      if (this.indexOf(column) < 0 || sameCell(value, this.cell(body, column))) return [];
      return [this.sentTo(body, column, value)];
    });
  }

  /** A cell that another row got, because the rows were sorted meanwhile, gets back what it held. */
  private repairOf({ body, column, value, key }: SentCell): SentCell[] {
    const hit = this.keyAt(body, this.now);
    if (hit === key || !sameCell(value, this.cell(body, column))) return [];
    const original = this.before?.rows.findIndex((_, index) => this.keyAt(index, this.before) === hit) ?? -1;
    const own = original < 0 ? undefined : this.before?.rows[original]?.[this.indexOf(column)];
    return own === undefined || sameCell(value, own) ? [] : [this.sentTo(body, column, own)];
  }

  private sentTo(body: number, column: string, value: CellInput): SentCell {
    const header = this.now.headers[this.indexOf(column)] ?? "";
    const write = {
      kind: "write-column",
      table: this.now.facts.name,
      header,
      fromRow: body,
      values: [value],
    } as const;
    return { write, body, column, value, key: this.keyAt(body, this.now) };
  }

  private keyAt(body: number, table: TableResult | null): string {
    const columns = Object.keys(this.edits[0]?.where ?? {});
    return keyOf(columns.map((column) => table?.rows[body]?.[this.indexOf(column)] ?? ""));
  }

  private named({ where }: CellEdit): readonly number[] {
    return this.rows.get(keyOf(Object.values(where))) ?? [];
  }

  private holds(meanings: Readonly<Record<string, Meaning>>, body: number): boolean {
    return Object.entries(meanings).every(([column, meaning]) => {
      const now = this.meaningOf(column, this.cell(body, column));
      const moment = columnOf(this.id, column).type === "datetime" && typeof now === "number";
      return (
        (moment ? Math.floor(now) : (now ?? "")) === (moment ? Math.floor(Number(meaning)) : (meaning ?? ""))
      );
    });
  }

  private meaningOf(column: string, cell: CellInput): Meaning {
    if (typeof cell === "object") return null;
    const meaning = decodeCell(columnOf(this.id, column), cell, this.book.dialect);
    return meaning === unreadable ? String(cell) : meaning;
  }

  private cell(body: number, column: string): CellValue {
    return this.now.rows[body]?.[this.indexOf(column)] ?? "";
  }

  private indexOf(column: string): number {
    return this.indexes.get(column) ?? -1;
  }
}
