import { storableText } from "../../src/workbook/codec/storable-text";
import type { Area, CellFormat, SheetPlan } from "../../src/workbook/sheet-plan";
import type {
  CellInput,
  CellValue,
  ColumnFilter,
  NewColumn,
  TableFacts,
} from "../../src/workbook/workbook-gateway";

/** What a cell of the in-memory workbook holds: a formula keeps no value, nothing calculates here. */
type Held = CellValue | { readonly formula: string };

export class InMemorySheet {
  hidden = false;
  protected = false;
  tabColor: string | undefined;
  frozenRows = 0;
  plan: SheetPlan | undefined;
  names: { name: string; formula: string }[] = [];
  /** Charts, shapes and pivot tables, of which only the number matters here. */
  objects = 0;
  readonly formats: { readonly area: Area; readonly format: CellFormat }[] = [];
  readonly columns = new Map<number, NewColumn>();
  private readonly rows: Held[][] = [];

  constructor(
    readonly id: string,
    public name: string,
  ) {}

  value(row: number, column: number): CellValue {
    const held = this.rows[row]?.[column] ?? "";
    return typeof held === "object" ? "" : held;
  }

  formula(row: number, column: number): string | null {
    const held = this.rows[row]?.[column];
    return typeof held === "object" ? held.formula : null;
  }

  put(row: number, column: number, input: CellInput): void {
    const cells = (this.rows[row] ??= []);
    for (let index = cells.length; index < column; index++) cells[index] = "";
    cells[column] = typeof input === "string" ? storableText(input) : input;
  }

  block(area: Area): CellValue[][] {
    return Array.from({ length: area.rows }, (_, row) =>
      Array.from({ length: area.columns }, (_, column) => this.value(area.row + row, area.column + column)),
    );
  }

  /** Rows down to the last one that was ever written. */
  get depth(): number {
    return this.rows.length;
  }

  used(): Area {
    let top = -1;
    let bottom = -1;
    let left = Infinity;
    let right = -1;
    this.rows.forEach((cells, row) => {
      cells.forEach((held, column) => {
        if (held === "") return;
        if (top < 0) top = row;
        bottom = row;
        left = Math.min(left, column);
        right = Math.max(right, column);
      });
    });
    if (top < 0) return { row: 0, column: 0, rows: 0, columns: 0 };
    return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  /** The block of filled cells around a cell, up to a blank row and column, as Ctrl+* selects it. */
  region(row: number, column: number): Area {
    let area: Area = { row, column, rows: 1, columns: 1 };
    for (;;) {
      const grown = this.filledAround(area);
      if (grown.rows === area.rows && grown.columns === area.columns) return area;
      area = grown;
    }
  }

  private filledAround({ row, column, rows, columns }: Area): Area {
    const filled = (down: number, right: number) =>
      down >= 0 && right >= 0 && (this.value(down, right) !== "" || this.formula(down, right) !== null);
    const across = Array.from({ length: columns + 2 }, (_, index) => column - 1 + index);
    const along = Array.from({ length: rows + 2 }, (_, index) => row - 1 + index);
    const top = across.some((at) => filled(row - 1, at)) ? 1 : 0;
    const bottom = across.some((at) => filled(row + rows, at)) ? 1 : 0;
    const left = along.some((at) => filled(at, column - 1)) ? 1 : 0;
    const right = along.some((at) => filled(at, column + columns)) ? 1 : 0;
    return {
      row: row - top,
      column: column - left,
      rows: rows + top + bottom,
      columns: columns + left + right,
    };
  }

  /** Shifts the cells of some columns up or down from a row on. */
  shift(area: Area, by: number): void {
    const last = Math.max(this.rows.length, area.row + 1) - 1;
    const columns = Array.from({ length: area.columns }, (_, index) => area.column + index);
    const step = by > 0 ? -1 : 1;
    const from = by > 0 ? last : area.row - by;
    for (let row = from; by > 0 ? row >= area.row : row <= last; row += step) {
      for (const column of columns) this.put(row + by, column, this.rows[row]?.[column] ?? "");
    }
    const blankFrom = by > 0 ? area.row : last + by + 1;
    for (let row = blankFrom; row < blankFrom + Math.abs(by); row++) {
      for (const column of columns) this.put(row, column, "");
    }
  }

  /** Takes rows out of some columns; what stands below moves up. */
  remove(rows: ReadonlySet<number>, column: number, columns: number): void {
    let to = Math.min(...rows);
    for (let from = to; from < this.rows.length; from++) {
      if (rows.has(from)) continue;
      for (let at = column; at < column + columns; at++) this.put(to, at, this.rows[from]?.[at] ?? "");
      to += 1;
    }
    for (let row = to; row < this.rows.length; row++) {
      for (let at = column; at < column + columns; at++) this.put(row, at, "");
    }
  }

  /** Makes room for a column within some rows; what stands to the right moves on. */
  insertCells(area: Area): void {
    for (let row = area.row; row < area.row + area.rows; row++) {
      const cells = this.rows[row];
      if (!cells || cells.length <= area.column) continue;
      cells.splice(area.column, 0, "");
    }
  }

  formulaCells(): { row: number; column: number; formula: string }[] {
    return this.rows.flatMap((cells, row) =>
      cells.flatMap((held, column) =>
        typeof held === "object" ? [{ row, column, formula: held.formula }] : [],
      ),
    );
  }
}

export class InMemoryTable {
  totals = false;
  filters: ColumnFilter[] = [];

  constructor(
    public name: string,
    readonly sheet: InMemorySheet,
    readonly row: number,
    readonly column: number,
    public width: number,
    /** As the table stands, the one blank row that Excel keeps included. */
    public bodyRows: number,
  ) {}

  get headers(): string[] {
    return Array.from({ length: this.width }, (_, index) =>
      String(this.sheet.value(this.row, this.column + index)),
    );
  }

  get blank(): boolean {
    return this.bodyRows === 1 && this.cells().every((row) => row.every((cell) => cell === ""));
  }

  get rowCount(): number {
    return this.blank ? 0 : this.bodyRows;
  }

  /** Blank rows between the table and what stands below it; nothing where nothing does. */
  get freeBelow(): { freeBelow?: number } {
    if (this.totals) return {};
    const row = this.row + 1 + this.bodyRows;
    const rows = Math.max(1, this.sheet.depth - row);
    const area = { row, column: this.column, rows, columns: this.width };
    const first = this.sheet.block(area).findIndex((cells) => cells.some((cell) => cell !== ""));
    return first < 0 ? {} : { freeBelow: first };
  }

  facts(): TableFacts {
    return {
      name: this.name,
      sheet: this.sheet.name,
      headers: this.headers,
      rowCount: this.rowCount,
      totals: this.totals,
      filtered: this.filters.length > 0,
      area: { row: this.row, column: this.column, rows: this.bodyRows + 1, columns: this.width },
      ...this.freeBelow,
      ...(this.filters.length > 0 ? { filters: this.filters } : {}),
    };
  }

  cells(): CellValue[][] {
    return this.sheet.block({
      row: this.row + 1,
      column: this.column,
      rows: this.bodyRows,
      columns: this.width,
    });
  }

  /** Body rows the filter lets through. */
  visible(): number[] {
    const headers = this.headers;
    return this.cells().flatMap((cells, index) =>
      this.filters.every((filter) => {
        const kept = filter.criteria.values;
        return !Array.isArray(kept) || kept.includes(String(cells[headers.indexOf(filter.header)]));
      })
        ? [index]
        : [],
    );
  }
}
