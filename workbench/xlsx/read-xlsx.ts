import { Workbook, type Worksheet } from "@cj-tech-master/excelts";
import type { CellStyle, ConditionalFormatRecord, PageLayout } from "../book/book";
import { defaultPageLayout } from "../book/page-layout";
import type {
  BookSnapshot,
  CellSnapshot,
  NameSnapshot,
  SheetSnapshot,
  TableSnapshot,
} from "../book/book-snapshot";
import { hex, styleFromFile } from "./cell-style";
import { valueFromFile } from "./cell-value";
import { ruleFromFile } from "./conditional-format";
import { rectFromAddress, widthFromFile } from "./file-sizes";
import { formulaFromFile } from "./formula-names";
import { chartNames } from "./chart-names";
import { chartFromFile } from "./charts";
import { prepareForReading, type ReadPackage } from "./package-patch";
import { pageFromFile } from "./page-setup";
import { validationFromFile } from "./validation";

const states = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

/** An .xlsx file as a workbook; what it holds beyond values, formats, tables, rules, names and print set-up is left out. */
export async function readXlsx(bytes: Uint8Array): Promise<BookSnapshot> {
  const prepared = prepareForReading(bytes);
  const workbook = new Workbook();
  await workbook.xlsx.load(prepared.bytes);
  const names = chartNames(prepared.bytes);
  const date1904 = Boolean(workbook.properties.date1904);
  return {
    sheets: workbook.worksheets.map((worksheet) =>
      readSheet(worksheet, prepared, date1904, names.get(worksheet.id) ?? []),
    ),
    activeSheet: workbook.views[0]?.activeTab ?? 0,
    names: readNames(workbook),
    settings: {},
    properties: { author: workbook.creator ?? "", title: workbook.title ?? "" },
    date1904,
  };
}

function readSheet(
  worksheet: Worksheet,
  prepared: ReadPackage,
  date1904: boolean,
  names: readonly string[],
): SheetSnapshot {
  const view = worksheet.views[0];
  const frozen = view?.state === "frozen" ? view : undefined;
  const { cells, styles, merges } = readCells(worksheet, date1904);
  const tables = readTables(worksheet, prepared);
  const filter = readFilter(worksheet, prepared);
  return {
    id: "",
    name: worksheet.name,
    visibility: states[worksheet.state],
    tabColor: hex(worksheet.properties.tabColor) ?? "",
    showGridlines: view?.showGridLines ?? true,
    showHeadings: view?.showRowColHeaders ?? true,
    frozen: { rows: frozen?.ySplit ?? 0, columns: frozen?.xSplit ?? 0 },
    cells,
    styles,
    columnStyles: {},
    rowStyles: {},
    ...withoutFiltered(readSizes(worksheet), tables, filter),
    merges,
    tables,
    ...filter,
    conditionalFormats: readRules(worksheet, prepared),
    validations: readValidations(worksheet),
    charts: worksheet
      .getCharts()
      .flatMap((chart, index) => chartFromFile(chart, names[index] ?? `Chart ${index + 1}`) ?? []),
    page: { ...defaultPageLayout(), ...readPage(worksheet) },
    protection: worksheet.sheetProtection
      ? { options: { ...worksheet.sheetProtection }, password: null }
      : null,
    customProperties: {},
  };
}

const readPage = (worksheet: Worksheet): Partial<PageLayout> => ({
  ...pageFromFile(worksheet.pageSetup, worksheet.headerFooter),
  rowBreaks: worksheet.rowBreaks.map(({ id }) => id),
});

function readCells(worksheet: Worksheet, date1904: boolean) {
  const cells: Record<string, CellSnapshot> = {};
  const styles: CellStyle[] = [];
  const known = new Map<string, number>();
  const styleIndex = (style: CellStyle): number | undefined => {
    const key = JSON.stringify(style);
    if (key === "{}") return undefined;
    let index = known.get(key);
    if (index === undefined) {
      index = styles.push(style) - 1;
      known.set(key, index);
    }
    return index;
  };
  worksheet.eachRow({ includeEmpty: false }, (row, rowNumber) => {
    row.eachCell({ includeEmpty: true }, (cell, columnNumber) => {
      const style = styleIndex(styleFromFile(cell.style));
      const covered = cell.isMerged && cell.master.address !== cell.address;
      const value = covered ? { value: null } : valueFromFile(cell, date1904);
      if (value.value === null && value.formula === undefined && style === undefined) return;
      cells[`${rowNumber - 1},${columnNumber - 1}`] = style === undefined ? value : { ...value, style };
    });
  });
  markSpilled(cells);
  const merges = (worksheet.model.mergeCells ?? []).map(rectFromAddress);
  return { cells, styles, merges };
}

/** What a dynamic array covers is stored as plain values; the anchor's formula gives them again. */
function markSpilled(cells: Record<string, CellSnapshot>): void {
  for (const [key, { spill }] of Object.entries(cells)) {
    if (!spill) continue;
    const [top = 0, left = 0] = key.split(",").map(Number);
    for (let row = top; row < top + spill.rows; row += 1)
      for (let column = left; column < left + spill.columns; column += 1) {
        const covered = cells[`${row},${column}`];
        if (covered && covered.formula === undefined)
          cells[`${row},${column}`] = { ...covered, spilled: true };
      }
  }
}

function readSizes(worksheet: Worksheet) {
  const columnWidths: Record<string, number> = {};
  const hiddenColumns: number[] = [];
  for (const [index, column] of (worksheet.columns ?? []).entries()) {
    if (column.width !== undefined) columnWidths[index] = widthFromFile(column.width);
    if (column.hidden) hiddenColumns.push(index);
  }
  const rowHeights: Record<string, number> = {};
  const hiddenRows: number[] = [];
  worksheet.eachRow({ includeEmpty: true }, (row, rowNumber) => {
    if (row.height) rowHeights[rowNumber - 1] = row.height;
    if (row.hidden) hiddenRows.push(rowNumber - 1);
  });
  return { columnWidths, hiddenColumns, rowHeights, hiddenRows };
}

type Filter = Pick<SheetSnapshot, "autoFilter" | "autoFilterCriteria">;

function readFilter(worksheet: Worksheet, prepared: ReadPackage): Filter {
  const area = worksheet.autoFilter;
  if (typeof area !== "string") return { autoFilter: null, autoFilterCriteria: [] };
  const rect = rectFromAddress(area);
  const criteria = prepared.filters.get(worksheet.id);
  const known = (index: number) => {
    const found = criteria?.get(index);
    return found?.filterOn === "Values" || found?.filterOn === "Custom" ? found : null;
  };
  return { autoFilter: rect, autoFilterCriteria: Array.from({ length: rect.columns }, (_, i) => known(i)) };
}

/** Rows that a filter hides are hidden by it again; the others were hidden by hand. */
function withoutFiltered(
  sizes: ReturnType<typeof readSizes>,
  tables: readonly TableSnapshot[],
  { autoFilter, autoFilterCriteria }: Filter,
) {
  const areas = tables.filter(({ filters }) => filters.some(Boolean)).map(({ rect }) => rect);
  if (autoFilter && autoFilterCriteria.some(Boolean)) areas.push(autoFilter);
  const isFiltered = (row: number) => areas.some((rect) => row > rect.row && row < rect.row + rect.rows);
  const hiddenRows = sizes.hiddenRows.filter((row) => !isFiltered(row));
  const filteredRows = sizes.hiddenRows.filter(isFiltered);
  return { ...sizes, hiddenRows, filteredRows };
}

function readTables(worksheet: Worksheet, prepared: ReadPackage): TableSnapshot[] {
  return worksheet.getTables().map(({ table }) => {
    const totals = prepared.totals.get(table.name);
    const rect = rectFromAddress(table.tableRef ?? table.ref);
    return {
      name: table.name,
      rect: totals ? { ...rect, rows: rect.rows + 1 } : rect,
      columns: table.columns.map(({ name, calculatedColumnFormula }) => ({
        name,
        ...(calculatedColumnFormula ? { formula: formulaFromFile(calculatedColumnFormula) } : {}),
        ...(totals?.labels[name] ? { totalsLabel: totals.labels[name] } : {}),
        ...(totals?.functions[name] ? { totalsFunction: totals.functions[name] } : {}),
      })),
      showHeaders: table.headerRow ?? true,
      showTotals: totals !== undefined,
      showFilterButton: table.columns.every(({ filterButton }) => filterButton !== false),
      showBandedRows: table.style?.showRowStripes ?? false,
      showBandedColumns: table.style?.showColumnStripes ?? false,
      highlightFirstColumn: table.style?.showFirstColumn ?? false,
      highlightLastColumn: table.style?.showLastColumn ?? false,
      style: table.style?.theme ?? "",
      filters: table.columns.map((_, index) => prepared.filters.get(table.name)?.get(index) ?? null),
    };
  });
}

function readRules(worksheet: Worksheet, prepared: ReadPackage): ConditionalFormatRecord[] {
  const stopping = prepared.stopping.get(worksheet.id);
  const bars = prepared.bars.get(worksheet.id);
  const records: ConditionalFormatRecord[] = [];
  for (const { ref, rules } of worksheet.conditionalFormattings ?? [])
    for (const rule of rules) {
      const read = ruleFromFile(rule, bars?.get(ref));
      if (!read) continue;
      records.push({
        id: "",
        type: read.type,
        definition: read.definition,
        areas: ref.split(" ").map(rectFromAddress),
        priority: (rule.priority ?? 1) - 1,
        stopIfTrue: stopping?.has(rule.priority ?? 0) ?? false,
      });
    }
  return records.sort((left, right) => left.priority - right.priority);
}

function readValidations(worksheet: Worksheet): SheetSnapshot["validations"] {
  return Object.entries(worksheet.dataValidations.model).flatMap(([address, validation]) => {
    const read = validation && validationFromFile(validation);
    const areas = address
      .replace(/^range:/, "")
      .split(" ")
      .map(rectFromAddress);
    return read ? [{ areas, validation: read }] : [];
  });
}

function readNames(workbook: Workbook): NameSnapshot[] {
  return workbook.definedNames.model
    .filter(({ name }) => !name.startsWith("_xlnm.") && !name.startsWith("_xlchart."))
    .map((entry) => ({
      name: entry.name,
      sheet: entry.localSheetId ?? null,
      formula: formulaFromFile(entry.rawText ?? entry.formulaExpression ?? entry.ranges.join(",")),
      visible: !entry.hidden,
      comment: "",
    }));
}
