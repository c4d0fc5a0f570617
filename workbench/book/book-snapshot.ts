/**
 * A whole workbook as plain JSON: what is saved to a file, read from one, and compared cell by cell.
 * Rows and columns count from zero; sizes in points; colours `#RRGGBB`. Sparse maps are keyed `row,column`,
 * `row` or `column`; keys are written in reading order, so equal workbooks give equal text.
 */
import type {
  CellContent,
  CellStyle,
  ConditionalFormatRecord,
  PageLayout,
  Rect,
  ValidationRecord,
} from "./book";

import type { ChartSnapshot } from "./charts/chart-snapshot";

export interface BookSnapshot {
  readonly sheets: SheetSnapshot[];
  /** Index into `sheets`. */
  readonly activeSheet: number;
  readonly names: NameSnapshot[];
  readonly settings: Record<string, unknown>;
  readonly properties: Record<string, string>;
  readonly date1904: boolean;
}

export interface CellSnapshot {
  /** The calculated value where there is a formula. null: blank, only styled. */
  readonly value: CellContent;
  /** en-US text with `=`; spilled cells have none, `spill` of the anchor tells them. */
  readonly formula?: string;
  /** Rows and columns a dynamic array covers, on its anchor only. */
  readonly spill?: { readonly rows: number; readonly columns: number };
  /** Part of another cell's dynamic array: `value` is calculated and is not restored. */
  readonly spilled?: true;
  /** Index into the sheet's `styles`; absent: default style. */
  readonly style?: number;
}

export interface SheetSnapshot {
  readonly id: string;
  readonly name: string;
  readonly visibility: "Visible" | "Hidden" | "VeryHidden";
  readonly tabColor: string;
  readonly showGridlines: boolean;
  readonly showHeadings: boolean;
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly cells: Record<string, CellSnapshot>;
  /** Distinct styles of the sheet, only keys that differ from the default style. */
  readonly styles: CellStyle[];
  /** Style of whole rows and columns, as index into `styles`. */
  readonly columnStyles: Record<string, number>;
  readonly rowStyles: Record<string, number>;
  readonly columnWidths: Record<string, number>;
  readonly rowHeights: Record<string, number>;
  readonly hiddenColumns: number[];
  /** Hidden by hand; rows a filter hides follow from the filters. */
  readonly hiddenRows: number[];
  /** What filters hide, for files: derived from the filters, not restored. */
  readonly filteredRows: number[];
  readonly merges: Rect[];
  readonly tables: TableSnapshot[];
  readonly autoFilter: Rect | null;
  /** Per column of `autoFilter`, spelled as a table's. */
  readonly autoFilterCriteria: (Record<string, unknown> | null)[];
  readonly conditionalFormats: ConditionalFormatRecord[];
  readonly validations: { readonly areas: Rect[]; readonly validation: ValidationRecord }[];
  readonly charts: ChartSnapshot[];
  readonly page: PageLayout;
  readonly protection: { readonly options: Record<string, unknown>; readonly password: string | null } | null;
  readonly customProperties: Record<string, string>;
}

export interface TableSnapshot {
  readonly name: string;
  /** Header, body and totals row. */
  readonly rect: Rect;
  readonly columns: readonly {
    readonly name: string;
    /** Formula of a calculated column as entered in its cells. */
    readonly formula?: string;
    readonly totalsLabel?: string;
    /** sum, average, count, countNums, max, min, stdDev, var, custom (the cell's own formula) or none. */
    readonly totalsFunction?: string;
  }[];
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly showFilterButton: boolean;
  readonly showBandedRows: boolean;
  readonly showBandedColumns: boolean;
  readonly highlightFirstColumn: boolean;
  readonly highlightLastColumn: boolean;
  readonly style: string;
  /** Per column, as Office.js spells it (`{ filterOn: "Values", values: [...] }`). */
  readonly filters: (Record<string, unknown> | null)[];
}

export interface NameSnapshot {
  readonly name: string;
  /** Index into `sheets`; null = workbook scope. */
  readonly sheet: number | null;
  /** With `=`. */
  readonly formula: string;
  readonly visible: boolean;
  readonly comment: string;
}
