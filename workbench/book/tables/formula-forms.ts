import type { Rect } from "../book";
import { columnLetters, holds, quoteSheet } from "../rects";
import { replaceRefs, writeDisplayRef, writeEngineRef, type StructuredRef } from "./structured-refs";
import { bodyOf, columnIndex, dataOf, totalsRowOf, type TableRecord } from "./table-record";

export interface FormulaPlace {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** Translates formulas between what people read and what the engine reads. */
export class FormulaForms {
  constructor(
    private readonly records: () => Iterable<TableRecord>,
    private readonly sheetName: (sheetId: string) => string,
  ) {}

  byName(name: string): TableRecord | undefined {
    for (const record of this.records()) {
      if (record.name.toLowerCase() === name.toLowerCase()) return record;
    }
    return undefined;
  }

  tableAt({ sheetId, row, column }: FormulaPlace): TableRecord | undefined {
    for (const record of this.records()) {
      if (record.sheetId === sheetId && holds(record.rect, row, column)) return record;
    }
    return undefined;
  }

  toEngine(formula: string, place: FormulaPlace): string {
    return replaceRefs(formula, (ref) => {
      const table = ref.table === "" ? this.tableAt(place) : this.byName(ref.table);
      if (!table) return null;
      const columns = ref.columns?.map((name) => table.columns[columnIndex(table, name)]?.name);
      if (columns?.includes(undefined)) return this.known(ref, table);
      const exact = { ...ref, columns: columns as [string, string] | undefined } as StructuredRef;
      if (ref.items.includes("#Totals")) return this.totals(table, exact, place);
      return writeEngineRef(table.name, { items: ref.items, columns: exact.columns ?? null });
    });
  }

  /** A column already in the engine's spelling stays; an unknown one is left for the engine to refuse. */
  private known(ref: StructuredRef, table: TableRecord): string | null {
    return ref.table === "" ? `${table.name}[${ref.columns?.[0] ?? ""}]` : null;
  }

  private totals(table: TableRecord, { columns }: StructuredRef, place: FormulaPlace): string {
    if (!table.showTotals) return "#REF!";
    const first = columns ? columnIndex(table, columns[0]) : 0;
    const last = columns ? columnIndex(table, columns[1]) : table.columns.length - 1;
    const rect = {
      row: totalsRowOf(table),
      column: table.rect.column + first,
      rows: 1,
      columns: last - first + 1,
    };
    return this.sheetPrefix(table, place) + absolute(rect);
  }

  toDisplay(formula: string, place: FormulaPlace): string {
    return replaceRefs(formula, (ref) => {
      const table = this.byName(ref.table);
      if (!table) return null;
      const body = bodyOf(table);
      const inside = place.sheetId === table.sheetId && holds(body, place.row, place.column);
      return writeDisplayRef(
        { name: table.name, columns: table.columns.map(({ name }) => name) },
        ref,
        inside,
      );
    });
  }

  /** Structured references to one table as ranges, for convertToRange. */
  toRanges(formula: string, table: TableRecord, place: FormulaPlace): string {
    return replaceRefs(formula, (ref) => {
      if (ref.table.toLowerCase() !== table.name.toLowerCase()) return null;
      const names = ref.columns?.map((name) => this.engineIndex(table, name)) ?? [
        0,
        table.columns.length - 1,
      ];
      const [first = 0, last = 0] = names;
      if (first < 0 || last < 0) return "#REF!";
      const rows = this.rowsOf(table, ref.items, place.row);
      const rect = { ...rows, column: table.rect.column + first, columns: last - first + 1 };
      return this.sheetPrefix(table, place) + absolute(rect, ref.items.includes("#This Row"));
    });
  }

  private engineIndex(table: TableRecord, name: string): number {
    return table.columns.findIndex(
      (column) =>
        writeEngineRef("", { items: [], columns: [column.name, column.name] }) ===
        writeEngineRef("", { items: [], columns: [name, name] }),
    );
  }

  private rowsOf(table: TableRecord, items: readonly string[], row: number): Pick<Rect, "row" | "rows"> {
    const body = bodyOf(table);
    if (items.includes("#This Row")) return { row, rows: 1 };
    if (items.includes("#All")) return table.rect;
    if (items.includes("#Headers") && items.includes("#Data")) return dataOf(table);
    if (items.includes("#Headers")) return { row: table.rect.row, rows: 1 };
    return body;
  }

  private sheetPrefix(table: TableRecord, place: FormulaPlace): string {
    return table.sheetId === place.sheetId ? "" : `${quoteSheet(this.sheetName(table.sheetId))}!`;
  }
}

function absolute({ row, column, rows, columns }: Rect, relativeRow = false): string {
  const cell = (r: number, c: number) => `$${columnLetters(c)}${relativeRow ? "" : "$"}${r + 1}`;
  const start = cell(row, column);
  return rows === 1 && columns === 1 ? start : `${start}:${cell(row + rows - 1, column + columns - 1)}`;
}
