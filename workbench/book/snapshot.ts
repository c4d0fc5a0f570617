import {
  BooleanNumber,
  type ICellData,
  type IColumnData,
  type IRowData,
  type Nullable,
} from "@univerjs/core";
import type { Book, CellContent, CellStyle } from "./book";
import type { BookSnapshot, CellSnapshot, NameSnapshot, SheetSnapshot, TableSnapshot } from "./book-snapshot";
import { DEFAULT_STYLE, readStyle, type ExtraStyle } from "./cells/style-map";
import { chartSnapshot } from "./charts/chart-snapshot";
import { POINTS_PER_PIXEL } from "./structure/sizes";
import { bodyOf, type TableRecord } from "./tables/table-record";
import { totalsOf } from "./tables/table-totals";
import { UniverBook } from "./univer-book";
import type { UniverSheet } from "./univer-sheet";

/** The store behind a Book; there is one kind only. */
export function storeOf(book: Book): UniverBook {
  if (book instanceof UniverBook) return book;
  throw new Error("Not a book of this store");
}

/** Everything in the book, calculated values as they stand: `await book.settled()` first for fresh ones. */
export function bookSnapshot(book: Book): BookSnapshot {
  const store = storeOf(book);
  store.engine.flush();
  const sheets = store.sheets();
  return {
    sheets: sheets.map((sheet) => sheetSnapshot(store, store.sheetOf(sheet))),
    activeSheet: sheets.findIndex((sheet) => sheet.id === store.activeSheet.id),
    names: store.names().map((name): NameSnapshot => {
      const { formula, visible, comment } = name;
      const sheet = name.sheet ? sheets.findIndex(({ id }) => id === name.sheet?.id) : null;
      return { name: name.name, sheet, formula, visible, comment };
    }),
    settings: Object.fromEntries(store.settings),
    properties: { ...store.properties },
    date1904: store.date1904,
  };
}

/** Distinct styles by their text. */
class StylePool {
  readonly styles: CellStyle[] = [];
  private readonly places = new Map<string, number>();

  /** undefined: the default style. */
  place(style: CellStyle): number | undefined {
    const entries = Object.entries(style).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(DEFAULT_STYLE[key as keyof CellStyle]),
    );
    if (entries.length === 0) return undefined;
    const own = Object.fromEntries(entries) as CellStyle;
    const text = JSON.stringify(own);
    const known = this.places.get(text);
    if (known !== undefined) return known;
    this.places.set(text, this.styles.length);
    return this.styles.push(own) - 1;
  }
}

function sheetSnapshot(store: UniverBook, sheet: UniverSheet): SheetSnapshot {
  const pool = new StylePool();
  const { state } = sheet;
  const cells = cellsOf(store, sheet, pool);
  return {
    id: sheet.id,
    name: sheet.name,
    visibility: sheet.visibility,
    tabColor: sheet.tabColor,
    showGridlines: sheet.showGridlines,
    showHeadings: sheet.showHeadings,
    frozen: sheet.frozen,
    cells,
    ...linesOf(store, sheet, pool),
    styles: pool.styles,
    merges: sheet.merges(),
    tables: store.tables
      .allRecords()
      .filter(({ sheetId }) => sheetId === sheet.sheetId)
      .map((record) => tableSnapshot(store, record)),
    autoFilter: sheet.autoFilter(),
    autoFilterCriteria: sheet.autoFilterCriteria(),
    filteredRows: filteredRows(store, sheet),
    conditionalFormats: structuredClone(sheet.conditionalFormats()),
    validations: structuredClone(
      store.validations.entries(sheet.sheetId).map(({ areas, validation }) => ({ areas, validation })),
    ),
    charts: sheet.charts().map((chart) => chartSnapshot(chart, store.sheets())),
    page: structuredClone(state.page),
    protection: structuredClone(state.protection),
    customProperties: Object.fromEntries(state.customProperties),
  };
}

/** Place of a cell's style in the pool; cells share the styles they name, so most are looked at once. */
function stylePlaces(store: UniverBook, pool: StylePool): (cell: Nullable<ICellData>) => number | undefined {
  const styles = store.engine.workbook.getStyles();
  const known = new Map<string, number | undefined>();
  return (cell) => {
    const custom = (cell?.custom ?? {}) as ExtraStyle;
    const read = () => pool.place(readStyle(styles.getStyleByCell(cell), custom));
    if (typeof cell?.s === "object" && cell.s !== null) return read();
    const key = `${cell?.s ?? ""} ${JSON.stringify(custom)}`;
    if (!known.has(key)) known.set(key, read());
    return known.get(key);
  };
}

function cellsOf(store: UniverBook, sheet: UniverSheet, pool: StylePool): Record<string, CellSnapshot> {
  const { reader, worksheet } = store.sheetParts(sheet.sheetId);
  const found: [number, number, CellSnapshot][] = [];
  const styleOf = stylePlaces(store, pool);
  const add = (row: number, column: number, cell: Nullable<ICellData>, spilled: boolean) => {
    const style = styleOf(cell);
    const value = reader.content(row, column);
    const formula = reader.formula(row, column);
    if (value === null && formula === null && style === undefined) return;
    const spill = formula === null ? null : sheet.spill(row, column);
    found.push([
      row,
      column,
      {
        value: valueOf(value),
        ...(formula === null ? {} : { formula }),
        ...(spill ? { spill: { rows: spill.rows, columns: spill.columns } } : {}),
        ...(spilled ? { spilled: true as const } : {}),
        ...(style === undefined ? {} : { style }),
      },
    ]);
  };
  const seen = new Set<string>();
  worksheet.getCellMatrix().forValue((row, column, cell) => {
    if (!cell) return;
    seen.add(`${row},${column}`);
    const own = (cell.v ?? null) !== null || cell.f || cell.si || cell.p;
    add(row, column, cell, !own && Boolean(reader.spilled(row, column)));
  });
  const arrays = store.engine.formulas.getArrayFormulaCellData()[store.engine.unitId]?.[sheet.sheetId];
  for (const [row, columns] of Object.entries(arrays ?? {})) {
    for (const column of Object.keys(columns ?? {})) {
      if (!seen.has(`${row},${column}`)) add(Number(row), Number(column), null, true);
    }
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return Object.fromEntries(found.map(([row, column, cell]) => [`${row},${column}`, cell]));
}

/** The sentence of an error belongs to the call, not to the cell. */
const valueOf = (value: CellContent): CellContent =>
  value !== null && typeof value === "object" ? { error: value.error } : value;

type Lines = Pick<
  SheetSnapshot,
  "columnStyles" | "rowStyles" | "columnWidths" | "rowHeights" | "hiddenColumns" | "hiddenRows"
>;

function linesOf(store: UniverBook, sheet: UniverSheet, pool: StylePool): Lines {
  const lines: Lines = {
    columnStyles: {},
    rowStyles: {},
    columnWidths: {},
    rowHeights: {},
    hiddenColumns: [],
    hiddenRows: [],
  };
  const { columnData, rowData } = sheet.worksheet.getConfig();
  const styleAt = (s: unknown, custom: unknown) =>
    s || custom ? pool.place(readStyle(store.styles.merged(s, {}), (custom ?? {}) as ExtraStyle)) : undefined;
  for (const [key, data] of Object.entries<Partial<IColumnData>>({ ...columnData })) {
    const style = styleAt(data.s, data.custom);
    if (style !== undefined) lines.columnStyles[key] = style;
    if (data.w !== undefined) lines.columnWidths[key] = data.w * POINTS_PER_PIXEL;
    if (data.hd === BooleanNumber.TRUE) lines.hiddenColumns.push(Number(key));
  }
  for (const [key, data] of Object.entries<Partial<IRowData>>({ ...rowData })) {
    const style = styleAt(data.s, data.custom);
    if (style !== undefined) lines.rowStyles[key] = style;
    if (data.h !== undefined) lines.rowHeights[key] = data.h * POINTS_PER_PIXEL;
    if (data.hd === BooleanNumber.TRUE) lines.hiddenRows.push(Number(key));
  }
  return lines;
}

/** Looks only where a filter has criteria. */
function filteredRows(store: UniverBook, sheet: UniverSheet): number[] {
  const filtered = store.tables
    .allRecords()
    .filter(({ sheetId, filters }) => sheetId === sheet.sheetId && filters.some(Boolean))
    .map(bodyOf);
  const own = sheet.autoFilterCriteria().some(Boolean) ? sheet.autoFilter() : null;
  const rows = new Set<number>();
  for (const rect of own ? [...filtered, own] : filtered)
    for (let row = rect.row; row < rect.row + rect.rows; row++)
      if (sheet.worksheet.isRowFiltered(row)) rows.add(row);
  return [...rows].sort((a, b) => a - b);
}

function tableSnapshot(store: UniverBook, record: TableRecord): TableSnapshot {
  const { id, sheetId, columns, ...rest } = record;
  const { reader } = store.sheetParts(sheetId);
  const first = record.rect.row + (record.showHeaders ? 1 : 0);
  return structuredClone({
    ...rest,
    filters: [...rest.filters],
    columns: columns.map(({ name, calculated }, index) => {
      const formula = calculated ? reader.formula(first, record.rect.column + index) : null;
      return { name, ...(formula ? { formula } : {}), ...totalsOf(store.tables, id, index) };
    }),
  });
}
