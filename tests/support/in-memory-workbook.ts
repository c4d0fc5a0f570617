import { WorkbookError, type WorkbookErrorCode } from "../../src/workbook/workbook-error";
import type {
  CellInput,
  CellValue,
  Read,
  ReadResult,
  SelectedCells,
  Selection,
  SheetFacts,
  WorkbookChange,
  WorkbookGateway,
  WorkbookSurvey,
  Write,
} from "../../src/workbook/workbook-gateway";
import { InMemorySheet } from "./in-memory-sheet";
import { carryOut, columnLetters, sheetOf, tableOf, touched, type InMemoryBook } from "./in-memory-writes";

/** What can go wrong on purpose. */
export interface Faults {
  /** Every call fails with this code: a cell is being edited, the file is read-only … */
  refuse: WorkbookErrorCode | null;
  /** The n-th action (write, then verify read) of the next writing batch fails; earlier ones stand. */
  failAt: number | null;
  /** AutoCorrect's "include new rows" is off. */
  tableDoesNotGrow: boolean;
  /** Writes are accepted and forgotten. */
  swallowWrites: boolean;
  /** Somebody else's edit, right before the call of this number (counted from 1) is answered. */
  beforeTrip: ((trip: number) => void) | null;
}

export type Trip = "survey" | "read" | "write" | "selection" | "reenter";

/** An honest workbook in memory: keeps what it is told, in Excel's shapes, and fails when asked to. */
export class InMemoryWorkbook implements WorkbookGateway {
  readonly faults: Faults = {
    refuse: null,
    failAt: null,
    tableDoesNotGrow: false,
    swallowWrites: false,
    beforeTrip: null,
  };
  readonly book: InMemoryBook = {
    sheets: [new InMemorySheet("sheet-0", "Sheet1")],
    tables: [],
    active: "Sheet1",
    selected: { sheet: "Sheet1", row: 0, column: 0 },
    tableDoesNotGrow: false,
    nextSheetId: 1,
    names: [],
  };
  structureLocked = false;
  date1904 = false;
  readonly trips: Trip[] = [];
  /** Actions of the last writing batch, verify reads included. */
  lastActions = 0;
  private readonly listeners = new Set<(change: WorkbookChange) => void>();

  async survey(): Promise<WorkbookSurvey> {
    this.travel("survey");
    return {
      sheets: this.book.sheets.map(sheetFacts),
      tables: this.book.tables.map((table) => table.facts()),
      names: this.book.names.map(({ name }) => name),
      namedCells: this.book.names,
      structureLocked: this.structureLocked,
      date1904: this.date1904,
      readOnly: this.faults.refuse === "read-only",
    };
  }

  async read(reads: readonly Read[]): Promise<ReadResult[]> {
    this.travel("read");
    return reads.map((read) => this.answer(read));
  }

  async write(writes: readonly Write[], verify: readonly Read[]): Promise<ReadResult[]> {
    this.travel("write");
    this.book.tableDoesNotGrow = this.faults.tableDoesNotGrow;
    const failAt = this.faults.failAt;
    this.faults.failAt = null;
    this.lastActions = writes.length + verify.length;
    writes.forEach((write, index) => {
      if (index === failAt) throw new WorkbookError("host", null);
      this.carryOutGuarded(write);
    });
    return verify.map((read, index) => {
      if (writes.length + index === failAt) throw new WorkbookError("host", null);
      return this.answer(read);
    });
  }

  async selection(): Promise<Selection> {
    this.travel("selection");
    const { sheet: name, row, column } = this.book.selected;
    const sheet = sheetOf(this.book, name);
    const table = this.book.tables.find(
      (one) =>
        one.sheet === sheet &&
        row > one.row &&
        row <= one.row + one.bodyRows &&
        column >= one.column &&
        column < one.column + one.width,
    );
    const used = sheet.used();
    return {
      sheet: name,
      address: `R${row + 1}C${column + 1}`,
      row,
      column,
      table: table
        ? {
            name: table.name,
            bodyRow: row - table.row - 1,
            cells: Object.fromEntries(
              table.headers.map((header, index) => [header, sheet.value(row, table.column + index)]),
            ),
          }
        : null,
      rowValues: sheet.block({ row, column: used.column, rows: 1, columns: used.columns })[0] ?? [],
    };
  }

  /** Nothing is selected here but the active cell: its table, or the filled cells around it. */
  async selectedCells(): Promise<SelectedCells> {
    this.travel("selection");
    const { sheet: name, row, column } = this.book.selected;
    const sheet = sheetOf(this.book, name);
    const table = this.book.tables.find(
      (one) =>
        one.sheet === sheet &&
        row >= one.row &&
        row <= one.row + one.bodyRows &&
        column >= one.column &&
        column < one.column + one.width,
    );
    const area = table
      ? { row: table.row, column: table.column, rows: table.bodyRows + 1, columns: table.width }
      : sheet.region(row, column);
    const corner = (down: number, right: number) => `${columnLetters(right)}${down + 1}`;
    const address = `${name}!${corner(area.row, area.column)}:${corner(area.row + area.rows - 1, area.column + area.columns - 1)}`;
    return { name: table?.name ?? address, sheet: name, row: area.row, values: sheet.block(area) };
  }

  async watch(listener: (change: WorkbookChange) => void): Promise<() => void> {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  async formulaCells(pattern: RegExp): Promise<readonly string[]> {
    this.travel("reenter");
    return this.book.sheets.flatMap((sheet) =>
      sheet
        .formulaCells()
        .filter(({ formula }) => new RegExp(pattern.source, pattern.flags).test(formula))
        .map(({ row, column }) => `'${sheet.name.replaceAll("'", "''")}'!${columnLetters(column)}${row + 1}`),
    );
  }

  async reenterFormulas(cells: readonly string[]): Promise<number> {
    this.travel("reenter");
    const addresses = this.book.sheets.flatMap((sheet) =>
      sheet.formulaCells().map(({ row, column }) => `${sheet.name}!${columnLetters(column)}${row + 1}`),
    );
    return cells.filter((cell) => addresses.includes(cell.replaceAll("$", "").replaceAll("'", ""))).length;
  }

  /** Files opened as new workbooks. */
  readonly opened: Uint8Array[] = [];

  async openNew(file: Uint8Array): Promise<void> {
    this.travel("read");
    this.opened.push(file);
  }

  /** Tells the listeners of a change; the poke of the tests and own writes both come here. */
  announce(
    sheet: InMemorySheet | null,
    kind: WorkbookChange["kind"],
    source: WorkbookChange["source"],
  ): void {
    const change: WorkbookChange = { kind, sheet: sheet?.id ?? null, address: null, source };
    for (const listener of this.listeners) queueMicrotask(() => listener(change));
  }

  /** Every cell of every sheet as text, to compare two workbooks cell by cell. */
  dump(): Readonly<Record<string, readonly (readonly CellValue[])[]>> {
    return Object.fromEntries(
      this.book.sheets.map((sheet) => {
        const used = sheet.used();
        return [
          sheet.name,
          sheet.block({ row: 0, column: 0, rows: used.row + used.rows, columns: used.column + used.columns }),
        ];
      }),
    );
  }

  /** A person's or a co-author's value in a cell. */
  type(
    sheet: string,
    row: number,
    column: number,
    value: CellInput,
    by: "user" | "co-author" = "user",
  ): void {
    const target = sheetOf(this.book, sheet);
    target.put(row, column, value);
    this.announce(target, "cells", by);
  }

  private travel(trip: Trip): void {
    this.trips.push(trip);
    this.faults.beforeTrip?.(this.trips.length);
    const { refuse } = this.faults;
    if (refuse === null) return;
    if (refuse === "read-only" && trip !== "write") return;
    throw new WorkbookError(refuse, null);
  }

  private carryOutGuarded(write: Write): void {
    if (this.faults.swallowWrites) return;
    const sheet = touched(this.book, write);
    const views = write.kind === "activate-sheet" || write.kind === "select";
    const structural = write.kind === "add-sheet" || write.kind === "delete-sheet";
    if (structural && this.structureLocked) throw new WorkbookError("protected", null);
    if (sheet?.protected && !views) throw new WorkbookError("protected", sheet.name);
    carryOut(this.book, write);
    if (views) this.announce(sheet, "selection", "us");
    else this.announce(sheet, sheet ? "cells" : "sheets", "us");
  }

  private answer(read: Read): ReadResult {
    if (read.kind !== "table") {
      const sheet = this.book.sheets.find((one) => one.name.toLowerCase() === read.sheet.toLowerCase());
      if (!sheet) return { kind: "missing" };
      if (read.kind === "extent") {
        const used = sheet.used();
        return { kind: "extent", used: used.rows === 0 ? null : used, objects: sheet.objects };
      }
      if (read.kind === "region") return { kind: "region", area: sheet.region(read.row, read.column) };
      const whole = sheet.used();
      const rows = Math.max(0, Math.min(whole.rows, (read.rows ?? Infinity) - whole.row));
      const used = { ...whole, rows };
      const origin = { row: used.row, column: used.column };
      return { kind: "sheet", facts: sheetFacts(sheet), origin, values: sheet.block(used) };
    }
    if (!this.book.tables.some((one) => one.name.toLowerCase() === read.table.toLowerCase())) {
      return { kind: "missing" };
    }
    const table = tableOf(this.book, read.table);
    const all = table.headers;
    const headers = (read.columns ?? all).filter((header) => all.includes(header));
    const indexes = headers.map((header) => all.indexOf(header));
    const rows =
      table.rowCount === 0 ? [] : table.cells().map((cells) => indexes.map((at) => cells[at] ?? ""));
    return { kind: "table", facts: { ...table.facts(), protected: table.sheet.protected }, headers, rows };
  }
}

const sheetFacts = (sheet: InMemorySheet): SheetFacts => ({
  id: sheet.id,
  name: sheet.name,
  hidden: sheet.hidden,
  protected: sheet.protected,
  names: sheet.names,
});
