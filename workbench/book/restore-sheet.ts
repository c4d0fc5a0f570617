/** One sheet of a snapshot put into a new, empty sheet of the book; `restore-book.ts` says in which order. */
import { BooleanNumber, CellValueType, type ICellData, type IMutationInfo } from "@univerjs/core";
import { SetColDataMutation, SetRowDataMutation } from "@univerjs/sheets";
import type { CellContent, CellStyle } from "./book";
import type { CellSnapshot, SheetSnapshot, TableSnapshot } from "./book-snapshot";
import { ensureSize, type CellMatrix } from "./cells/cell-writer";
import { writeExtra, writeStyle } from "./cells/style-map";
import { POINTS_PER_PIXEL } from "./structure/sizes";
import type { UniverBook } from "./univer-book";
import type { UniverSheet } from "./univer-sheet";

const styleOf = (part: SheetSnapshot, index: number | undefined): CellStyle | undefined =>
  index === undefined ? undefined : part.styles[index];

function styled(style: CellStyle | undefined): ICellData {
  if (!style) return {};
  const custom = writeExtra(style, {});
  return { s: writeStyle(style), ...(custom ? { custom } : {}) };
}

function forEachCell(
  part: SheetSnapshot,
  visit: (row: number, column: number, cell: CellSnapshot) => void,
): void {
  for (const [key, cell] of Object.entries(part.cells)) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    visit(row, column, cell);
  }
}

/** Values and styles; formulas come when the tables and names they speak of are there. */
export function restoreCells(store: UniverBook, sheet: UniverSheet, part: SheetSnapshot): void {
  const cells: CellMatrix = {};
  let [rows, columns] = [1, 1];
  forEachCell(part, (row, column, cell) => {
    const value = cell.formula === undefined && !cell.spilled ? valueCell(cell.value) : {};
    (cells[row] ??= {})[column] = { ...value, ...styled(styleOf(part, cell.style)) };
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  });
  ensureSize(store.engine, sheet.worksheet, { row: 0, column: 0, rows, columns });
  store.writeDerived(sheet.sheetId, cells);
  for (const merged of part.merges) sheet.merge(merged, false);
  restoreLines(store, sheet, part);
}

function valueCell(value: CellContent): ICellData {
  if (value === null) return {};
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: Number(value), t: CellValueType.BOOLEAN };
  if (typeof value === "object") return { v: value.error, t: CellValueType.STRING };
  return { v: value, t: value.startsWith("#") ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

export function restoreFormulas(store: UniverBook, sheet: UniverSheet, part: SheetSnapshot): void {
  const cells: CellMatrix = {};
  forEachCell(part, (row, column, { formula }) => {
    if (formula === undefined) return;
    const f = store.translate(formula, { sheetId: sheet.sheetId, row, column });
    (cells[row] ??= {})[column] = { f, v: null, t: null };
  });
  if (Object.keys(cells).length > 0) store.writeDerived(sheet.sheetId, cells);
}

function restoreLines(store: UniverBook, sheet: UniverSheet, part: SheetSnapshot): void {
  const unit = { unitId: store.engine.unitId, subUnitId: sheet.sheetId };
  const columnData = lineData(part, part.columnStyles, part.columnWidths, part.hiddenColumns, "w");
  const rowData = lineData(part, part.rowStyles, part.rowHeights, part.hiddenRows, "h");
  const mutations: IMutationInfo[] = [
    { id: SetColDataMutation.id, params: { ...unit, columnData } },
    { id: SetRowDataMutation.id, params: { ...unit, rowData } },
  ];
  const last = Math.max(0, ...Object.keys(columnData).map(Number));
  const lastRow = Math.max(0, ...Object.keys(rowData).map(Number));
  ensureSize(store.engine, sheet.worksheet, { row: lastRow, column: last, rows: 1, columns: 1 });
  store.engine.run(mutations);
}

function lineData(
  part: SheetSnapshot,
  styles: Readonly<Record<string, number>>,
  sizes: Readonly<Record<string, number>>,
  hidden: readonly number[],
  size: "w" | "h",
): Record<string, object> {
  const data: Record<string, object> = {};
  const add = (line: string, change: object) => (data[line] = { ...data[line], ...change });
  for (const [line, points] of Object.entries(sizes)) add(line, { [size]: points / POINTS_PER_PIXEL });
  for (const [line, style] of Object.entries(styles)) add(line, styled(styleOf(part, style)));
  for (const line of hidden) add(String(line), { hd: BooleanNumber.TRUE });
  return data;
}

export function restoreTable(store: UniverBook, sheet: UniverSheet, table: TableSnapshot): void {
  const { columns, filters, ...rest } = table;
  store.tables.restore({
    ...rest,
    sheetId: sheet.sheetId,
    columns: columns.map(({ name, formula }, index) => ({
      id: index + 1,
      name,
      calculated: formula !== undefined,
    })),
    filters: columns.map((_, index) => filters[index] ?? null),
  });
}

export function restoreRules(store: UniverBook, sheet: UniverSheet, part: SheetSnapshot): void {
  store.conditionalFormats.restore(sheet.sheetId, part.conditionalFormats);
  for (const { areas, validation } of part.validations) {
    for (const area of areas) sheet.setValidation(area, validation);
  }
}

export function restoreView(sheet: UniverSheet, part: SheetSnapshot): void {
  const { state } = sheet;
  if (part.tabColor) sheet.tabColor = part.tabColor;
  if (!part.showGridlines) sheet.showGridlines = false;
  sheet.showHeadings = part.showHeadings;
  if (part.frozen.rows > 0 || part.frozen.columns > 0) sheet.frozen = part.frozen;
  Object.assign(state.page, structuredClone(part.page));
  state.protection = structuredClone(part.protection);
  Object.entries(part.customProperties).forEach(([key, value]) => state.customProperties.set(key, value));
  sheet.setAutoFilter(part.autoFilter);
  part.autoFilterCriteria.forEach((criteria, column) => criteria && sheet.filterBy(column, criteria));
  if (part.visibility !== "Visible") sheet.visibility = part.visibility;
}
