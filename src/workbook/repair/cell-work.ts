import type { TableResult } from "../codec/table-rows";
import { sameCell } from "../figure-cells";
import type { CellFormat } from "../sheet-plan";
import type { CellInput, CellValue, Read, Write } from "../workbook-gateway";
import type { CellChange } from "./repair-act";

/** More runs than this are formatted as one. */
const fewRuns = 200;

/** Cells of one column on their way. */
interface ColumnWork {
  readonly header: string;
  readonly cells: readonly CellChange[];
  /** Text format would turn a number back into text, so it goes first. */
  readonly format: CellFormat | null;
}

/**
 * Cells of one table on the way to what they shall hold. Excel writes by position: should somebody have sorted between
 * reading and writing, the next plan puts every row right, those hit by mistake included. Rows are told apart by their
 * first column, and by all their other cells where that is blank or doubled.
 */
export class CellWork {
  private readonly wanted = new Map<string, ReadonlyMap<string, CellInput>>();
  private formatted = false;

  constructor(
    private readonly before: TableResult,
    readonly again: Read,
    private readonly columns: readonly ColumnWork[],
  ) {
    const changes = columns.map(({ header, cells }) => ({
      header,
      cells: new Map(cells.map(({ body, value }) => [body, value])),
    }));
    this.keys(before).forEach((key, body) => {
      const index = (header: string) => before.headers.indexOf(header);
      const row = changes.map(({ header, cells }): [string, CellInput] => [
        header,
        cells.get(body) ?? before.rows[body]?.[index(header)] ?? "",
      ]);
      this.wanted.set(key, new Map(row));
    });
  }

  get sheet(): string {
    return this.before.facts.sheet;
  }

  /** What leads from a state of the table to the wanted one; nothing where it holds everything. */
  writes(now: TableResult): readonly Write[] {
    const keys = this.keys(now);
    const writes = this.columns.flatMap((column) => this.columnWrites(column, keys, now));
    if (writes.length === 0) return [];
    const { name, filters } = now.facts;
    this.formatted = true;
    if (!filters) return writes;
    return [
      { kind: "clear-filter", table: name },
      ...writes,
      { kind: "apply-filters", table: name, filters },
    ];
  }

  private columnWrites({ header, format }: ColumnWork, keys: readonly string[], now: TableResult): Write[] {
    const index = now.headers.indexOf(header);
    if (index < 0) return [];
    const cells = keys.map((key, row): CellInput | null => {
      const value = this.wanted.get(key)?.get(header);
      return value === undefined || sameCell(value, now.rows[row]?.[index] ?? "") ? null : value;
    });
    const changed = cells.flatMap((cell, row) => (cell === null ? [] : [row]));
    const [first] = changed;
    const last = changed.at(-1);
    if (first === undefined || last === undefined) return [];
    const { name: table } = now.facts;
    const runs = format && !this.formatted ? runsOf(changed) : [];
    const formats = runs.map((run): Write => ({
      kind: "format-cells",
      table,
      header,
      ...run,
      format: format ?? {},
    }));
    const values = cells.slice(first, last + 1);
    return [...formats, { kind: "write-column", table, header, fromRow: first, values }];
  }

  private keys({ headers, rows }: TableResult): readonly string[] {
    const changing = new Set(this.columns.map(({ header }) => header));
    const others = headers.flatMap((header, index) => (changing.has(header) ? [] : [index]));
    const ids = new Map<CellValue, number>();
    for (const row of rows) ids.set(row[0] ?? "", (ids.get(row[0] ?? "") ?? 0) + 1);
    const seen = new Map<string, number>();
    return rows.map((row) => {
      const id = row[0] ?? "";
      const unique = id !== "" && ids.get(id) === 1 && others.includes(0);
      const key = unique ? `id ${String(id)}` : JSON.stringify(others.map((index) => row[index]));
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      return `${key} ${count}`;
    });
  }
}

function runsOf(rows: readonly number[]): readonly { readonly fromRow: number; readonly rows: number }[] {
  const runs: { fromRow: number; rows: number }[] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && last.fromRow + last.rows === row) last.rows += 1;
    else runs.push({ fromRow: row, rows: 1 });
  }
  const [first] = runs;
  if (runs.length <= fewRuns || !first) return runs;
  return [{ fromRow: first.fromRow, rows: (rows.at(-1) ?? 0) - first.fromRow + 1 }];
}
