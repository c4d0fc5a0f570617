/**
 * The port between the card and a workbook. Two implementations: `office/excel-workbook` over Office.js
 * and the in-memory one of the tests; `tests/contract` holds both to the same suite.
 *
 * Each method is one round trip, whatever the number of rows; only a block estimated above 2 MB is read or
 * written in pieces. All of them throw `WorkbookError` and nothing else.
 */
import type { Area, CellFormat, SheetPlan, Validation } from "./sheet-plan";

/** What a cell holds: "" is blank; an error is its text, `#N/A`. Dates are serials of the workbook's date system. */
export type CellValue = string | number | boolean;

/** What is written: text always stays text (WB8); a formula must be asked for by name. */
export type CellInput = CellValue | { readonly formula: string };

export interface TableFacts {
  readonly name: string;
  readonly sheet: string;
  readonly headers: readonly string[];
  /** Body rows; 0 for the one blank row that Excel leaves in an empty table (reads then return no rows). */
  readonly rowCount: number;
  readonly totals: boolean;
  readonly filtered: boolean;
  /** Header and body on its sheet, zero-based, without a totals row. */
  readonly area: Area;
  /** Blank rows between the table and what stands below it: more rows first push that down. Left out where nothing does. */
  readonly freeBelow?: number;
  /** What is filtered now; left out where nothing is. */
  readonly filters?: readonly ColumnFilter[];
}

/** One column's filter as the host describes it (Excel.FilterCriteria): read, kept and put back, never interpreted. */
export interface ColumnFilter {
  readonly header: string;
  readonly criteria: Readonly<Record<string, unknown>>;
}

export interface SheetFacts {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly protected: boolean;
  /** Sheet-scoped names with what they refer to, e.g. `='Review'!$Q$7:$Q$34` or `="1998-05"`. */
  readonly names: readonly { readonly name: string; readonly formula: string }[];
}

export interface WorkbookSurvey {
  readonly sheets: readonly SheetFacts[];
  readonly tables: readonly TableFacts[];
  readonly names: readonly string[];
  /** The workbook's own names with what they refer to; sheet-scoped ones stand with their sheet. */
  readonly namedCells?: readonly { readonly name: string; readonly formula: string }[];
  /** Sheets can be neither added nor deleted (Review > Protect Workbook). */
  readonly structureLocked?: boolean;
  readonly date1904: boolean;
  readonly readOnly: boolean;
}

export type Read =
  /** Header row and body; with `columns`, just those (a missing one is left out of `headers`). */
  | { readonly kind: "table"; readonly table: string; readonly columns?: readonly string[] }
  /**
   * The used range of a sheet, with the names of that sheet; with `rows`, only what stands in the sheet's first rows;
   * with `formats`, number formats by cell.
   */
  | { readonly kind: "sheet"; readonly sheet: string; readonly rows?: number; readonly formats?: true }
  /** The block of filled cells around a cell, as Ctrl+A would select it. */
  | { readonly kind: "region"; readonly sheet: string; readonly row: number; readonly column: number }
  /** What a sheet holds, without its values: the area of its filled cells, and how many objects stand on it. */
  | { readonly kind: "extent"; readonly sheet: string };

export type ReadResult =
  | {
      readonly kind: "table";
      readonly facts: TableFacts & { readonly protected: boolean };
      readonly headers: readonly string[];
      readonly rows: readonly (readonly CellValue[])[];
    }
  | {
      readonly kind: "sheet";
      readonly facts: SheetFacts;
      readonly origin: { readonly row: number; readonly column: number };
      readonly values: readonly (readonly CellValue[])[];
      readonly formats?: readonly (readonly string[])[];
    }
  | { readonly kind: "region"; readonly area: Area }
  /** `objects` are charts, shapes, pivot tables and comments; `used` is null on a blank sheet. */
  | { readonly kind: "extent"; readonly used: Area | null; readonly objects: number }
  | { readonly kind: "missing" };

export interface NewColumn {
  readonly header: string;
  readonly width: number;
  readonly hidden?: boolean;
  readonly format?: CellFormat;
  readonly validation?: Validation;
}

export type Write =
  | {
      readonly kind: "add-sheet";
      readonly name: string;
      readonly tabColor?: string;
      readonly hidden?: boolean;
    }
  | { readonly kind: "delete-sheet"; readonly sheet: string }
  | { readonly kind: "rename-sheet"; readonly sheet: string; readonly to: string }
  | { readonly kind: "activate-sheet"; readonly sheet: string }
  /** A table with its rows on an existing sheet; zero rows leave Excel's one blank body row. */
  | {
      readonly kind: "add-table";
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly name: string;
      readonly columns: readonly NewColumn[];
      readonly rows: readonly (readonly CellInput[])[];
      readonly freezeHeader?: boolean;
    }
  /** A table over cells that stand there, header first; their values and formats stay. */
  | { readonly kind: "make-table"; readonly sheet: string; readonly area: Area; readonly name: string }
  /** The cells stay, the table goes. */
  | { readonly kind: "unmake-table"; readonly table: string }
  | { readonly kind: "rename-table"; readonly table: string; readonly to: string }
  /** A blank column with format and validation, at this place among the table's columns. */
  | {
      readonly kind: "add-column";
      readonly table: string;
      readonly index: number;
      readonly column: NewColumn;
    }
  | { readonly kind: "rename-header"; readonly table: string; readonly header: string; readonly to: string }
  /** A name of the workbook for the cell that holds this header; it follows the cell. */
  | {
      readonly kind: "name-header";
      readonly table: string;
      readonly header: string;
      readonly name: string;
    }
  | { readonly kind: "delete-name"; readonly name: string }
  /** Below the last body row, or into the one blank row of a new table; cells by header, others stay as the table fills them. */
  | {
      readonly kind: "append-rows";
      readonly table: string;
      readonly at: TableFacts;
      readonly headers: readonly string[];
      readonly rows: readonly (readonly CellInput[])[];
    }
  /** Body cells of one column from body row `fromRow` on; `null` leaves a cell alone. */
  | {
      readonly kind: "write-column";
      readonly table: string;
      readonly header: string;
      readonly fromRow: number;
      readonly values: readonly (CellInput | null)[];
    }
  /** Body rows by index, highest first. */
  | { readonly kind: "delete-rows"; readonly table: string; readonly rows: readonly number[] }
  | {
      readonly kind: "write-cells";
      readonly sheet: string;
      readonly row: number;
      readonly column: number;
      readonly values: readonly (readonly (CellInput | null)[])[];
    }
  | { readonly kind: "clear-filter"; readonly table: string }
  /** Puts back filters read before a clear-filter (WB14); a header that is gone is skipped. */
  | { readonly kind: "apply-filters"; readonly table: string; readonly filters: readonly ColumnFilter[] }
  /** Format of some body cells of one column, where it differs from the column's (a date among settings). */
  | {
      readonly kind: "format-cells";
      readonly table: string;
      readonly header: string;
      readonly fromRow: number;
      readonly rows: number;
      readonly format: CellFormat;
    }
  | { readonly kind: "paint-sheet"; readonly plan: SheetPlan }
  | { readonly kind: "select"; readonly sheet: string; readonly row: number; readonly column: number };

export interface WorkbookChange {
  readonly kind: "cells" | "structure" | "calculated" | "selection" | "sheets";
  /** Sheet id. */
  readonly sheet: string | null;
  readonly address: string | null;
  readonly source: "us" | "user" | "co-author";
}

export interface Selection {
  readonly sheet: string;
  readonly address: string;
  readonly row: number;
  readonly column: number;
  /** The table under the active cell, and that body row by header; null outside a table's body. */
  readonly table: {
    readonly name: string;
    readonly bodyRow: number;
    readonly cells: Readonly<Record<string, CellValue>>;
  } | null;
  /** Values of the active row on a sheet without a table under it, from the used range; [] if none. */
  readonly rowValues: readonly CellValue[];
}

/** A block of cells the person selected; its first row holds headers. */
export interface SelectedCells {
  /** Name of the table, or the address with its sheet. */
  readonly name: string;
  readonly sheet: string;
  /** Zero-based row of the first of `values`. */
  readonly row: number;
  readonly values: readonly (readonly CellValue[])[];
}

export interface WorkbookGateway {
  survey(): Promise<WorkbookSurvey>;
  /** `onRows` is told how many rows came with each piece; what it throws ends the reading. */
  read(reads: readonly Read[], onRows?: (rows: number) => void): Promise<ReadResult[]>;
  /**
   * One batch, in order, then the reads in the same batch: what they return is what the workbook holds
   * after the writes, so the caller verifies without another trip. On failure earlier writes may stand. What needs
   * more than one request goes in pieces: `onSent` is told after each but the last which share of the cells (0 to 1)
   * has gone; what it throws stops there.
   */
  write(
    writes: readonly Write[],
    verify: readonly Read[],
    onSent?: (share: number) => void,
  ): Promise<ReadResult[]>;
  selection(): Promise<Selection>;
  /**
   * What is selected, as a block with a header row: inside a table that table without its totals, from a single cell
   * the filled cells around it, else the selected cells as far as the sheet is used. Formulas come as their values.
   */
  selectedCells(): Promise<SelectedCells>;
  /** Calls back after own, the user's and co-authors' changes; resolves to a way to stop. */
  watch(listener: (change: WorkbookChange) => void): Promise<() => void>;
  /** Cells of all sheets (`'My sheet'!B2`) whose formula matches, e.g. live functions called without an account. */
  formulaCells(pattern: RegExp): Promise<readonly string[]>;
  /** Enters formulas of these cells (`Sheet1!B2`) anew, so that each bare live function asks for its row again (FN2). */
  reenterFormulas(cells: readonly string[]): Promise<number>;
  /** Opens a new workbook made of this .xlsx file, beside the one at hand, which stays as it is. */
  openNew(file: Uint8Array): Promise<void>;
}
