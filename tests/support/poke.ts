import type { Area } from "../../src/workbook/sheet-plan";
import type { CellInput, CellValue, WorkbookGateway } from "../../src/workbook/workbook-gateway";

/** A chart as it stands: what it is drawn from, and where. */
interface PokedChart {
  readonly name: string;
  readonly area: Area;
  readonly series: readonly {
    readonly name: string;
    readonly kind: "column" | "line";
    readonly secondary: boolean;
    readonly values: Area;
    readonly categories: Area;
  }[];
}

/** What a person or a co-author does to a workbook beside the gateway. Rows and columns count from zero. */
export interface Poke {
  type(sheet: string, row: number, column: number, value: CellInput): Promise<void>;
  cell(sheet: string, row: number, column: number): Promise<CellValue>;
  /** The formula of a cell; null where it holds a value. */
  formula(sheet: string, row: number, column: number): Promise<string | null>;
  sort(table: string, header: string): Promise<void>;
  /** Shows only the rows whose cell has one of these texts. */
  filter(table: string, header: string, keep: readonly string[]): Promise<void>;
  /** Body rows that can be seen. */
  visibleRows(table: string): Promise<number[]>;
  totals(table: string, shown: boolean): Promise<void>;
  protect(sheet: string, on: boolean): Promise<void>;
  /** A column of the person's own inside the table, before column `index`. */
  insertColumn(table: string, index: number, header: string): Promise<void>;
  /** A row a co-author types below the table, which takes it in. */
  appendRow(table: string, cells: readonly CellInput[]): Promise<void>;
  charts(sheet: string): Promise<PokedChart[]>;
  select(sheet: string, row: number, column: number): Promise<void>;
}

/** A gateway over an empty workbook with one sheet, `Sheet1`, and somebody else's hands on it. */
export interface PokedWorkbook {
  readonly gateway: WorkbookGateway;
  readonly poke: Poke;
  /** Lets events that are on their way arrive. */
  settle(): Promise<void>;
  close(): Promise<void>;
}
