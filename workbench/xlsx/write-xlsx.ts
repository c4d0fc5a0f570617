import { Workbook, type Style, type Worksheet } from "@cj-tech-master/excelts";
import type { BookSnapshot, SheetSnapshot, TableSnapshot } from "../book/book-snapshot";
import { argb, baseFont, styleToFile } from "./cell-style";
import { valueToFile } from "./cell-value";
import { ruleToFile } from "./conditional-format";
import { nameCharts } from "./chart-names";
import { writeChart } from "./charts";
import { rectAddress, rectFromAddress, widthToFile, type FileRect } from "./file-sizes";
import { formulaToFile, rowReferencesToFile } from "./formula-names";
import { patchAfterWriting } from "./package-patch";
import { pageToFile } from "./page-setup";
import { validationToFile } from "./validation";

const states = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;

/**
 * The workbook as an .xlsx file. `namespaces` are those of add-in functions, which a file spells in a way of its
 * own. Always a fresh file: loading and saving with the library loses what it does not know.
 */
export async function writeXlsx(
  snapshot: BookSnapshot,
  namespaces: readonly string[] = [],
): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.properties.date1904 = snapshot.date1904;
  workbook.creator = snapshot.properties["author"] ?? "";
  workbook.title = snapshot.properties["title"] ?? "";
  workbook.views = [
    {
      x: 0,
      y: 0,
      width: 24_000,
      height: 14_000,
      firstSheet: 0,
      activeTab: snapshot.activeSheet,
      visibility: "visible",
    },
  ];
  const stopping = new Map<number, Set<number>>();
  for (const sheet of snapshot.sheets) {
    const worksheet = addSheet(workbook, sheet);
    writeTables(worksheet, sheet, namespaces);
    writeCells(worksheet, sheet, namespaces);
    writeSizes(worksheet, sheet);
    writeRules(worksheet, sheet);
    const priorities = sheet.conditionalFormats.filter((record) => record.stopIfTrue);
    stopping.set(worksheet.id, new Set(priorities.map((record) => record.priority + 1)));
  }
  writeNames(workbook, snapshot);
  const names = writeCharts(workbook, snapshot);
  const bytes = await workbook.xlsx.writeBuffer({ validate: false });
  const patched = patchAfterWriting(new Uint8Array(bytes), stopping, {
    sheets: workbook.worksheets.map(({ id }, index) => [
      id,
      snapshot.sheets[index]?.autoFilterCriteria ?? [],
    ]),
    tables: snapshot.sheets.flatMap(({ tables }) => tables),
  });
  return nameCharts(patched, names);
}

/** Once all cells are there. Names by the sheet's number. */
function writeCharts(workbook: Workbook, snapshot: BookSnapshot): Map<number, string[]> {
  const names = new Map<number, string[]>();
  for (const [index, sheet] of snapshot.sheets.entries()) {
    const worksheet = workbook.worksheets[index];
    if (!worksheet) continue;
    const charts = sheet.charts.filter(({ series }) => series.length > 0);
    for (const chart of charts) writeChart(worksheet, chart, (reference) => textAt(snapshot, reference));
    names.set(
      worksheet.id,
      charts.map(({ name }) => name),
    );
  }
  return names;
}

/** The value of the cell a reference names, `'Sheet 1'!$A$1`. */
function textAt(snapshot: BookSnapshot, reference: string): string {
  const name = reference.slice(0, reference.lastIndexOf("!")).replace(/^'|'$/g, "").replaceAll("''", "'");
  const { row, column } = rectFromAddress(reference);
  const value = snapshot.sheets.find((sheet) => sheet.name === name)?.cells[`${row},${column}`]?.value;
  return value === null || value === undefined || typeof value === "object" ? "" : String(value);
}

function addSheet(workbook: Workbook, sheet: SheetSnapshot): Worksheet {
  const { rows, columns } = sheet.frozen;
  const common = { showGridLines: sheet.showGridlines, showRowColHeaders: sheet.showHeadings };
  const frozen = rows > 0 || columns > 0;
  const worksheet = workbook.addWorksheet(sheet.name, {
    state: states[sheet.visibility],
    ...(sheet.tabColor ? { properties: { tabColor: argb(sheet.tabColor) } } : {}),
    views: [frozen ? { ...common, state: "frozen", xSplit: columns, ySplit: rows } : common],
    ...pageToFile(sheet.page),
  });
  for (const row of sheet.page.rowBreaks) worksheet.getRow(row).addPageBreak();
  if (sheet.autoFilter) worksheet.autoFilter = rectAddress(sheet.autoFilter);
  if (sheet.protection)
    worksheet.sheetProtection = { sheet: true, ...sheet.protection.options } as Worksheet["sheetProtection"];
  return worksheet;
}

/** Before the cells: the library fills a table's cells itself, and these are written over it. */
function writeTables(worksheet: Worksheet, sheet: SheetSnapshot, namespaces: readonly string[]): void {
  for (const table of sheet.tables) {
    const bodyRows = table.rect.rows - (table.showHeaders ? 1 : 0) - (table.showTotals ? 1 : 0);
    worksheet.addTable({
      name: table.name,
      ref: rectAddress({ ...table.rect, rows: 1, columns: 1 }),
      headerRow: table.showHeaders,
      totalsRow: table.showTotals,
      style: {
        theme: (table.style || undefined) as string,
        showRowStripes: table.showBandedRows,
        showColumnStripes: table.showBandedColumns,
        showFirstColumn: table.highlightFirstColumn,
        showLastColumn: table.highlightLastColumn,
      },
      columns: table.columns.map((column) => columnToFile(table, column, namespaces)),
      rows: Array.from({ length: bodyRows }, () => table.columns.map(() => null)),
    });
  }
}

type TableColumn = TableSnapshot["columns"][number];
type FileColumn = Parameters<Worksheet["addTable"]>[0]["columns"][number];

function columnToFile(table: TableSnapshot, column: TableColumn, namespaces: readonly string[]): FileColumn {
  const result: FileColumn = { name: column.name, filterButton: table.showFilterButton };
  if (column.formula)
    result.calculatedColumnFormula = rowReferencesToFile(
      formulaToFile(column.formula, namespaces),
      table.name,
    );
  if (column.totalsLabel) result.totalsRowLabel = column.totalsLabel;
  if (column.totalsFunction)
    result.totalsRowFunction = column.totalsFunction as FileColumn["totalsRowFunction"];
  return result;
}

const contains = (rect: FileRect, row: number, column: number): boolean =>
  row >= rect.row &&
  row < rect.row + rect.rows &&
  column >= rect.column &&
  column < rect.column + rect.columns;

const place = (key: string): [number, number] => {
  const [row = 0, column = 0] = key.split(",").map(Number);
  return [row, column];
};

function writeCells(worksheet: Worksheet, sheet: SheetSnapshot, namespaces: readonly string[]): void {
  const styles = sheet.styles.map(styleToFile);
  const base: Partial<Style> = { font: baseFont };
  for (const [key, cell] of Object.entries(sheet.cells)) {
    const [row, column] = place(key);
    const table = sheet.tables.find(({ rect }) => contains(rect, row, column))?.name ?? null;
    const target = worksheet.getCell(row + 1, column + 1);
    const value = valueToFile(cell, { row, column, namespaces, table });
    if (value !== null) target.value = value;
    target.style = (cell.style === undefined ? base : styles[cell.style]) ?? base;
  }
  for (const rect of sheet.merges) worksheet.mergeCells(rectAddress(rect));
}

function writeSizes(worksheet: Worksheet, sheet: SheetSnapshot): void {
  for (const [column, width] of Object.entries(sheet.columnWidths))
    worksheet.getColumn(Number(column) + 1).width = widthToFile(width);
  for (const column of sheet.hiddenColumns) worksheet.getColumn(column + 1).hidden = true;
  for (const [column, style] of Object.entries(sheet.columnStyles)) {
    const target = sheet.styles[style];
    if (target) worksheet.getColumn(Number(column) + 1).style = styleToFile(target);
  }
  for (const [row, height] of Object.entries(sheet.rowHeights))
    worksheet.getRow(Number(row) + 1).height = height;
  for (const row of [...sheet.hiddenRows, ...sheet.filteredRows]) {
    const target = worksheet.getRow(row + 1);
    target.hidden = true;
    // The library leaves out rows without cells.
    if (target.cellCount === 0) target.getCell(1).style = { font: baseFont };
  }
}

function writeRules(worksheet: Worksheet, sheet: SheetSnapshot): void {
  for (const record of sheet.conditionalFormats) {
    const rule = ruleToFile(record);
    if (rule)
      worksheet.addConditionalFormatting({ ref: record.areas.map(rectAddress).join(" "), rules: [rule] });
  }
  for (const { areas, validation } of sheet.validations) {
    const rule = validationToFile(validation);
    if (rule) for (const area of areas) worksheet.dataValidations.add(rectAddress(area), rule);
  }
}

function writeNames(workbook: Workbook, snapshot: BookSnapshot): void {
  workbook.definedNames.model = snapshot.names.map(({ name, sheet, formula, visible }) => ({
    name,
    ranges: [],
    rawText: formulaToFile(formula, []),
    ...(sheet === null ? {} : { localSheetId: sheet }),
    ...(visible ? {} : { hidden: true }),
  }));
}
