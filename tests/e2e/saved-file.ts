import type { CellContent } from "../../workbench/book/book";
import type { SheetSnapshot } from "../../workbench/book/book-snapshot";
import { readXlsx } from "../../workbench/xlsx/read-xlsx";
import type { Row } from "./page-models/workbook";

/** An .xlsx file as it was saved, read back. */
export class SavedFile {
  private constructor(private readonly sheets: readonly SheetSnapshot[]) {}

  static async read(bytes: Uint8Array): Promise<SavedFile> {
    return new SavedFile((await readXlsx(bytes)).sheets);
  }

  sheet(name: RegExp): SheetSnapshot {
    const found = this.sheets.find((sheet) => name.test(sheet.name));
    if (!found) throw new Error(`The file has no sheet ${name}; it has ${this.names().join(", ")}.`);
    return found;
  }

  names(): string[] {
    return this.sheets.map(({ name }) => name);
  }

  /** Rows of a table by header. */
  rows(table: string): Row[] {
    const { sheet, rect, columns } = this.place(table);
    const value = (row: number, column: number): CellContent =>
      sheet.cells[`${row},${column}`]?.value ?? null;
    return Array.from({ length: rect.rows - 1 }, (_, index) =>
      Object.fromEntries(
        columns.map(({ name }, column) => [name, value(rect.row + 1 + index, rect.column + column)]),
      ),
    );
  }

  /** Distinct formulas on the sheet of a table. */
  formulas(table: string): string[] {
    const cells = Object.values(this.place(table).sheet.cells);
    return [...new Set(cells.flatMap(({ formula }) => formula ?? []))];
  }

  private place(table: string) {
    for (const sheet of this.sheets) {
      const found = sheet.tables.find(({ name }) => name === table);
      if (found) return { sheet, rect: found.rect, columns: found.columns };
    }
    throw new Error(`The file has no table ${table}.`);
  }
}
