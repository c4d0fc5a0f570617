import type { CellInput, CellValue } from "../../src/workbook/workbook-gateway";
import { ExcelWorkbook } from "../../src/office/excel-workbook";
import { createHeadlessBook } from "../../workbench/book/boot-headless";
import type { Book, BookSheet, BookTable, CellContent, CellEntry } from "../../workbench/book/book";
import type { FunctionMetadata } from "../../workbench/book/functions/function-runtime";
import { createHost } from "../../workbench/host/create-host";
import type { Host } from "../../workbench/host/host";
import { openOfficeFrame, type OfficeFrame } from "../../workbench/host/node-frame";
import type { Profile } from "../../workbench/host/profiles";
import type { Poke, PokedWorkbook } from "./poke";

/** An empty workbook in the workbench's host, with the real office.js in a page that this process acts as. */
export interface OfficeWorkbook extends PokedWorkbook {
  readonly gateway: ExcelWorkbook;
  readonly book: Book;
  readonly host: Host;
  /** The page: its globals are this process's from the start of the newest workbook on. */
  readonly page: OfficeFrame;
}

const entry = (value: CellInput): CellEntry =>
  typeof value === "object" ? value.formula : typeof value === "string" && value !== "" ? `'${value}` : value;

const plain = (content: CellContent): CellValue =>
  content === null ? "" : typeof content === "object" ? content.error : content;

function sheetOf(book: Book, name: string): BookSheet {
  const sheet = book.sheetByName(name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

function tableOf(book: Book, name: string): BookTable {
  const table = book.table(name);
  if (!table) throw new Error(`no table ${name}`);
  return table;
}

const cell = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });

function columnOf(table: BookTable, header: string): number {
  return table.columns.findIndex(({ name }) => name === header);
}

/** A person's and a co-author's hands, straight on the book. */
function pokeBook(book: Book): Poke {
  return {
    type: (sheet, row, column, value) =>
      book.batch("user", () => sheetOf(book, sheet).enter(cell(row, column), [[entry(value)]])),
    cell: async (sheet, row, column) => {
      await book.settled();
      return plain(sheetOf(book, sheet).content(cell(row, column))[0]?.[0] ?? null);
    },
    formula: async (sheet, row, column) => {
      const text = sheetOf(book, sheet).formulas(cell(row, column))[0]?.[0];
      const content = sheetOf(book, sheet).content(cell(row, column))[0]?.[0];
      return typeof text === "string" && text.startsWith("=") && text !== content ? text : null;
    },
    sort: (name, header) =>
      book.batch("user", () => {
        const table = tableOf(book, name);
        table.sort([{ key: columnOf(table, header), ascending: true }], false);
      }),
    filter: (name, header, keep) =>
      book.batch("user", () => {
        const table = tableOf(book, name);
        table.filter(columnOf(table, header), { filterOn: "Values", values: [...keep] });
      }),
    visibleRows: async (name) => {
      const { sheet, body } = tableOf(book, name);
      return Array.from({ length: body.rows }, (_, row) => row).filter(
        (row) => !sheet.rowHidden(body.row + row),
      );
    },
    totals: (name, shown) =>
      book.batch("user", () => {
        tableOf(book, name).showTotals = shown;
      }),
    protect: (sheet, on) =>
      book.batch("user", () => {
        sheetOf(book, sheet).protection = on ? { options: {}, password: null } : null;
      }),
    insertColumn: (name, index, header) =>
      book.batch("user", () => tableOf(book, name).addColumn(index, header, null)),
    appendRow: (name, cells) =>
      book.batch("co-author", () => {
        const { sheet, body } = tableOf(book, name);
        const area = { row: body.row + body.rows, column: body.column, rows: 1, columns: cells.length };
        sheet.enter(area, [cells.map(entry)]);
      }),
    charts: async (sheet) =>
      sheetOf(book, sheet)
        .charts()
        .map(({ name, place: { from, to }, chartType, series }) => ({
          name,
          area: {
            row: from.row,
            column: from.column,
            rows: to.row - from.row,
            columns: to.column - from.column,
          },
          series: series.map((one) => {
            if (!one.values || !one.categories) throw new Error(`${name} has a series without cells`);
            return {
              name: one.name ?? "",
              kind: (one.chartType ?? chartType) === "Line" ? ("line" as const) : ("column" as const),
              secondary: one.axisGroup === "Secondary",
              values: one.values.rect,
              categories: one.categories.rect,
            };
          }),
        })),
    select: (sheet, row, column) =>
      book.batch("user", () => {
        const target = sheetOf(book, sheet);
        book.activeSheet = target;
        book.select(target, [cell(row, column)]);
      }),
  };
}

/** With `functions`, cells may call the add-in's own; the page has to associate them. */
export async function pokedOfficeWorkbook(
  profile: Profile = {},
  functions: readonly FunctionMetadata[] = [],
): Promise<OfficeWorkbook> {
  const book = await createHeadlessBook({ date1904: profile.date1904 });
  const host = createHost({
    book,
    flavour: "win32",
    locale: "en-US",
    culture: profile.culture,
    requirementSets: profile.requirementSets,
    addIn: { id: "card", displayName: "Card", namespace: "KAM", functions, taskpaneUrl: "about:blank" },
  });
  host.faults.blanks = profile.blanks ?? null;
  const frame = await openOfficeFrame(host);
  // The layer under test speaks to these globals, as it does in a page; they are office.js's own.
  Object.assign(globalThis, {
    Excel: frame.Excel,
    Office: frame.Office,
    OfficeExtension: frame.OfficeExtension,
    CustomFunctions: frame.CustomFunctions,
  });
  return {
    gateway: new ExcelWorkbook(),
    book,
    host,
    page: frame,
    poke: pokeBook(book),
    settle: async () => {
      await book.settled();
      await new Promise((resolve) => setTimeout(resolve, 20));
    },
    close: async () => {
      frame.close();
      host.detach();
      book.dispose();
    },
  };
}
