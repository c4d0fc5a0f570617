import { WorkbookError } from "../../src/workbook/workbook-error";
import type { CellInput, Write } from "../../src/workbook/workbook-gateway";
import type { SheetPlan } from "../../src/workbook/sheet-plan";
import { InMemorySheet, InMemoryTable } from "./in-memory-sheet";

/** Sheets and tables of the in-memory workbook. */
export interface InMemoryBook {
  readonly sheets: InMemorySheet[];
  readonly tables: InMemoryTable[];
  active: string;
  selected: { sheet: string; row: number; column: number };
  tableDoesNotGrow: boolean;
  nextSheetId: number;
  names: { name: string; formula: string }[];
}

export function sheetOf(book: InMemoryBook, name: string): InMemorySheet {
  const sheet = book.sheets.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!sheet) throw new WorkbookError("not-found", name);
  return sheet;
}

export function tableOf(book: InMemoryBook, name: string): InMemoryTable {
  const table = book.tables.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!table) throw new WorkbookError("not-found", name);
  return table;
}

/** Which sheet a write touches; null for those that make one. */
export function touched(book: InMemoryBook, write: Write): InMemorySheet | null {
  if ("table" in write) return tableOf(book, write.table).sheet;
  return "sheet" in write ? sheetOf(book, write.sheet) : null;
}

function addSheet(book: InMemoryBook, name: string): InMemorySheet {
  if (book.sheets.some((one) => one.name.toLowerCase() === name.toLowerCase())) {
    throw new WorkbookError("host", name, { message: `a sheet named ${name} exists` });
  }
  if (name.length === 0 || name.length > 31 || /[:\\/?*[\]]/.test(name)) {
    throw new WorkbookError("host", name, { message: `no sheet can be named ${name}` });
  }
  const sheet = new InMemorySheet(`sheet-${book.nextSheetId++}`, name);
  book.sheets.push(sheet);
  return sheet;
}

function addTable(book: InMemoryBook, write: Extract<Write, { kind: "add-table" }>): void {
  assertTableNameFree(book, write.name);
  const sheet = sheetOf(book, write.sheet);
  write.columns.forEach((column, index) => {
    sheet.put(write.row, write.column + index, column.header);
    sheet.columns.set(write.column + index, column);
  });
  write.rows.forEach((cells, row) =>
    cells.forEach((cell, column) => sheet.put(write.row + 1 + row, write.column + column, cell)),
  );
  const height = Math.max(1, write.rows.length);
  book.tables.push(
    new InMemoryTable(write.name, sheet, write.row, write.column, write.columns.length, height),
  );
  if (write.freezeHeader) sheet.frozenRows = write.row + 1;
}

function makeTable(book: InMemoryBook, { sheet, area, name }: Extract<Write, { kind: "make-table" }>): void {
  assertTableNameFree(book, name);
  const { row, column, columns, rows } = area;
  book.tables.push(new InMemoryTable(name, sheetOf(book, sheet), row, column, columns, rows - 1));
}

function addColumn(book: InMemoryBook, write: Extract<Write, { kind: "add-column" }>): void {
  const table = tableOf(book, write.table);
  const column = table.column + write.index;
  const taken = new Set(table.headers.map((header) => header.toLowerCase()));
  if (taken.has(write.column.header.toLowerCase())) throw new WorkbookError("host", write.table);
  table.sheet.insertCells({ row: table.row, column, rows: table.bodyRows + 1, columns: 1 });
  table.sheet.put(table.row, column, write.column.header);
  table.width += 1;
  table.sheet.columns.set(column, write.column);
}

function renameHeader(book: InMemoryBook, write: Extract<Write, { kind: "rename-header" }>): void {
  const table = tableOf(book, write.table);
  const index = table.headers.indexOf(write.header);
  if (index < 0) throw new WorkbookError("not-found", `${write.table}[${write.header}]`);
  table.sheet.put(table.row, table.column + index, write.to);
}

/** The name holds where the cell stands now; nothing here moves it on. */
function nameHeader(book: InMemoryBook, write: Extract<Write, { kind: "name-header" }>): void {
  const table = tableOf(book, write.table);
  const index = table.headers.indexOf(write.header);
  if (index < 0) throw new WorkbookError("not-found", `${write.table}[${write.header}]`);
  const area = { row: table.row, column: table.column + index, rows: 1, columns: 1 };
  const [formula] = reference(table.sheet.name, area).split(":");
  book.names.push({ name: write.name, formula: formula ?? "" });
}

function assertTableNameFree(book: InMemoryBook, name: string): void {
  const taken = [...book.tables, ...book.names].some((one) => one.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new WorkbookError("host", name, { message: `a table named ${name} exists` });
}

function appendRows(book: InMemoryBook, write: Extract<Write, { kind: "append-rows" }>): void {
  const table = tableOf(book, write.table);
  const columns = write.headers.map((header) => {
    const index = table.headers.indexOf(header);
    if (index < 0) throw new WorkbookError("not-found", `${write.table}[${header}]`);
    return table.column + index;
  });
  const start = table.rowCount;
  const grown = Math.max(table.bodyRows, start + write.rows.length);
  const { freeBelow } = table.freeBelow;
  if (table.totals || (freeBelow !== undefined && grown - table.bodyRows > freeBelow)) {
    const below = {
      row: table.row + 1 + table.bodyRows,
      column: table.column,
      rows: 1,
      columns: table.width,
    };
    table.sheet.shift(below, grown - table.bodyRows);
  }
  write.rows.forEach((cells, row) =>
    cells.forEach((cell, index) => table.sheet.put(table.row + 1 + start + row, columns[index] ?? 0, cell)),
  );
  if (!book.tableDoesNotGrow) table.bodyRows = grown;
}

function writeColumn(book: InMemoryBook, write: Extract<Write, { kind: "write-column" }>): void {
  const table = tableOf(book, write.table);
  const index = table.headers.indexOf(write.header);
  if (index < 0) throw new WorkbookError("not-found", `${write.table}[${write.header}]`);
  if (write.fromRow + write.values.length > table.bodyRows) {
    throw new WorkbookError("host", write.table, { message: "more cells than rows" });
  }
  // Excel writes a block over a filtered table into its visible rows only, one after the other.
  const rows = table.filters.length > 0 ? table.visible() : null;
  write.values.forEach((value, offset) => {
    const row = rows ? rows[write.fromRow + offset] : write.fromRow + offset;
    if (value !== null && row !== undefined) {
      table.sheet.put(table.row + 1 + row, table.column + index, value);
    }
  });
}

function deleteRows(book: InMemoryBook, name: string, rows: readonly number[]): void {
  const table = tableOf(book, name);
  if (table.filters.length > 0) throw new WorkbookError("host", name, { message: "rows are filtered" });
  if (rows.length === 0) return;
  if (rows.some((row) => row < 0 || row >= table.bodyRows)) throw new WorkbookError("not-found", name);
  const doomed = new Set(rows.map((row) => table.row + 1 + row));
  if (doomed.size === table.bodyRows) {
    // Excel keeps one blank body row.
    const blank = Array.from({ length: table.width }, () => "");
    writeCells(table.sheet, table.row + 1, table.column, [blank]);
    doomed.delete(table.row + 1);
  }
  if (doomed.size === 0) return;
  table.sheet.remove(doomed, table.column, table.width);
  table.bodyRows -= doomed.size;
}

function writeCells(
  sheet: InMemorySheet,
  row: number,
  column: number,
  values: readonly (readonly (CellInput | null)[])[],
): void {
  values.forEach((cells, down) =>
    cells.forEach((cell, right) => {
      if (cell !== null) sheet.put(row + down, column + right, cell);
    }),
  );
}

export const columnLetters = (index: number): string =>
  index < 0 ? "" : columnLetters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));

function reference(
  sheet: string,
  area: { row: number; column: number; rows: number; columns: number },
): string {
  const corner = (row: number, column: number) => `$${columnLetters(column)}$${row + 1}`;
  const end = corner(area.row + area.rows - 1, area.column + area.columns - 1);
  return `='${sheet.replaceAll("'", "''")}'!${corner(area.row, area.column)}:${end}`;
}

function paint(book: InMemoryBook, plan: SheetPlan): void {
  const known = book.sheets.find((one) => one.name.toLowerCase() === plan.name.toLowerCase());
  const sheet = known ?? addSheet(book, plan.name);
  if (known) {
    const used = known.used();
    const blank = Array.from({ length: used.rows }, () => Array.from({ length: used.columns }, () => ""));
    writeCells(known, used.row, used.column, blank);
  }
  sheet.plan = plan;
  sheet.tabColor = plan.tabColor;
  for (const block of plan.cells) writeCells(sheet, block.row, block.column, block.values);
  sheet.names = plan.names.map((entry) => ({
    name: entry.name,
    formula:
      "area" in entry ? reference(plan.name, entry.area) : `="${entry.constant.replaceAll('"', '""')}"`,
  }));
  sheet.frozenRows = plan.freeze?.rows ?? 0;
}

/** Carries out one write as Excel would, or throws as the host does. */
export function carryOut(book: InMemoryBook, write: Write): void {
  switch (write.kind) {
    case "add-sheet": {
      const sheet = addSheet(book, write.name);
      sheet.tabColor = write.tabColor;
      sheet.hidden = write.hidden ?? false;
      return;
    }
    case "delete-sheet": {
      const sheet = sheetOf(book, write.sheet);
      book.sheets.splice(book.sheets.indexOf(sheet), 1);
      const kept = book.tables.filter((table) => table.sheet !== sheet);
      book.tables.splice(0, book.tables.length, ...kept);
      return;
    }
    case "rename-sheet": {
      const sheet = sheetOf(book, write.sheet);
      const taken = book.sheets.some(
        (one) => one !== sheet && one.name.toLowerCase() === write.to.toLowerCase(),
      );
      if (taken) throw new WorkbookError("host", write.to, { message: `a sheet named ${write.to} exists` });
      if (book.active === sheet.name) book.active = write.to;
      sheet.name = write.to;
      return;
    }
    case "activate-sheet":
      book.active = sheetOf(book, write.sheet).name;
      return;
    case "add-table":
      return addTable(book, write);
    case "make-table":
      return makeTable(book, write);
    case "unmake-table":
      book.tables.splice(book.tables.indexOf(tableOf(book, write.table)), 1);
      return;
    case "rename-table":
      assertTableNameFree(book, write.to);
      tableOf(book, write.table).name = write.to;
      return;
    case "add-column":
      return addColumn(book, write);
    case "rename-header":
      return renameHeader(book, write);
    case "name-header":
      return nameHeader(book, write);
    case "delete-name":
      book.names = book.names.filter((one) => one.name !== write.name);
      return;
    case "append-rows":
      return appendRows(book, write);
    case "write-column":
      return writeColumn(book, write);
    case "delete-rows":
      return deleteRows(book, write.table, write.rows);
    case "write-cells":
      return writeCells(sheetOf(book, write.sheet), write.row, write.column, write.values);
    case "clear-filter":
      tableOf(book, write.table).filters = [];
      return;
    case "apply-filters":
      tableOf(book, write.table).filters = [...write.filters];
      return;
    case "format-cells": {
      const table = tableOf(book, write.table);
      const column = table.column + table.headers.indexOf(write.header);
      const area = { row: table.row + 1 + write.fromRow, column, rows: write.rows, columns: 1 };
      table.sheet.formats.push({ area, format: write.format });
      return;
    }
    case "paint-sheet":
      return paint(book, write.plan);
    case "select":
      book.selected = { sheet: write.sheet, row: write.row, column: write.column };
      book.active = sheetOf(book, write.sheet).name;
      return;
  }
}
