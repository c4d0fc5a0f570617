import type { Rect } from "../book";

export interface TableColumn {
  /** Never reused within the table. */
  readonly id: number;
  readonly name: string;
  /** New rows get the formula of their neighbours. */
  readonly calculated: boolean;
}

/** Everything about a table; replaced as a whole by one undoable mutation. Plain JSON. */
export interface TableRecord {
  readonly id: string;
  readonly name: string;
  readonly sheetId: string;
  /** Header, body and totals row. */
  readonly rect: Rect;
  readonly columns: readonly TableColumn[];
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly showFilterButton: boolean;
  readonly showBandedRows: boolean;
  readonly showBandedColumns: boolean;
  readonly highlightFirstColumn: boolean;
  readonly highlightLastColumn: boolean;
  readonly style: string;
  readonly filters: readonly (Record<string, unknown> | null)[];
}

/** As Excel makes one: banded rows and filter buttons, no totals row. */
export function newTable(
  place: Pick<TableRecord, "id" | "name" | "sheetId" | "rect">,
  headers: readonly string[],
): TableRecord {
  return {
    ...place,
    columns: headers.map((name, index) => ({ id: index + 1, name, calculated: false })),
    showHeaders: true,
    showTotals: false,
    showFilterButton: true,
    showBandedRows: true,
    showBandedColumns: false,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    style: "TableStyleMedium2",
    filters: headers.map(() => null),
  };
}

export function bodyOf({ rect, showHeaders, showTotals }: TableRecord): Rect {
  const head = showHeaders ? 1 : 0;
  return { ...rect, row: rect.row + head, rows: rect.rows - head - (showTotals ? 1 : 0) };
}

/** Header and body: what Univer takes for the table; a totals row inside would be data to it. */
export function dataOf(record: TableRecord): Rect {
  return { ...record.rect, rows: record.rect.rows - (record.showTotals ? 1 : 0) };
}

export const totalsRowOf = ({ rect }: TableRecord): number => rect.row + rect.rows - 1;

export function columnIndex(record: TableRecord, name: string): number {
  const wanted = name.toLowerCase();
  return record.columns.findIndex((column) => column.name.toLowerCase() === wanted);
}

/** `Column1`, `Column2`, … and `Name2` for a name already taken, as Excel makes headers unique. */
export function uniqueColumnName(name: string, taken: ReadonlySet<string>): string {
  if (name !== "" && !taken.has(name.toLowerCase())) return name;
  const base = name === "" ? "Column" : name;
  for (let number = name === "" ? 1 : 2; ; number++) {
    const candidate = `${base}${number}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}

/** Headers made unique, from left to right. */
export function uniqueHeaders(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const unique = uniqueColumnName(name, taken);
    taken.add(unique.toLowerCase());
    return unique;
  });
}

export function nextColumnId(columns: readonly TableColumn[]): number {
  return Math.max(0, ...columns.map(({ id }) => id)) + 1;
}
