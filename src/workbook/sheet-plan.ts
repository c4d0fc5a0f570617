/**
 * A generated sheet as plain data, before any host is asked: cells, formats, rules, print set-up.
 * Rows and columns count from zero; sizes are points; colours `#RRGGBB`. One entry = one host call, so a
 * plan for 5,000 rows has as many entries as one for 50.
 */
import type { CellInput } from "./workbook-gateway";

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface EdgeStyle {
  readonly style: "thin" | "medium" | "thick";
  readonly color: string;
}

export interface CellFormat {
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly numberFormat?: string;
  readonly horizontal?: "left" | "center" | "right";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  readonly shrink?: boolean;
  readonly indent?: number;
  readonly top?: EdgeStyle;
  readonly bottom?: EdgeStyle;
  readonly left?: EdgeStyle;
  readonly right?: EdgeStyle;
  readonly insideHorizontal?: EdgeStyle;
  readonly insideVertical?: EdgeStyle;
  readonly locked?: boolean;
}

export interface RuleFormat {
  readonly color?: string;
  readonly bold?: boolean;
  readonly fill?: string;
  readonly border?: string;
  readonly topBorder?: string;
  readonly numberFormat?: string;
}

export type ConditionalRule =
  | { readonly kind: "equals"; readonly text: string; readonly format: RuleFormat; readonly stop: boolean }
  | {
      readonly kind: "formula";
      readonly formula: string;
      readonly format: RuleFormat;
      readonly stop: boolean;
    }
  | {
      readonly kind: "bar";
      readonly color: string;
      readonly negativeColor: string;
      readonly maximum: number | "highest";
    };

export interface Validation {
  readonly list?: readonly string[];
  /** A date not before this day (serial). */
  readonly dateFrom?: number;
  readonly prompt?: { readonly title: string; readonly message: string };
  readonly error?: { readonly title: string; readonly message: string };
}

export interface PageSetup {
  readonly orientation: "portrait" | "landscape";
  readonly margins: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
    readonly footer: number;
  };
  readonly fitWide: number | null;
  /** Pages high; left out: as many as it takes. */
  readonly fitTall?: number;
  readonly titleRows: { readonly from: number; readonly to: number } | null;
  readonly printArea: Area;
  readonly footerLeft: string;
  readonly footerRight: string;
  readonly centerHorizontally: boolean;
}

export interface ChartSeriesPlan {
  readonly name: string;
  readonly values: Area;
  readonly kind: "column" | "line";
  readonly color: string;
  /** Points, of lines. */
  readonly weight?: number;
  readonly dashed?: boolean;
  /** Measured on the axis at the right. */
  readonly secondary?: boolean;
  /** Number format of the figures at its points; left out: none. */
  readonly labels?: string;
}

/** A value axis from zero. */
export interface ChartAxisPlan {
  readonly numberFormat: string;
  readonly maximum?: number;
  readonly step?: number;
  readonly gridlines: boolean;
}

/** A native chart over plain cells, without title and legend: those are cells, too. */
export interface ChartPlan {
  readonly name: string;
  /** The cells it covers. */
  readonly area: Area;
  readonly categories: Area;
  /** The first one is of columns. */
  readonly series: readonly ChartSeriesPlan[];
  /** Between columns, in percent of their width; `overlap` 100 lays them over each other. */
  readonly gap: number;
  readonly overlap: number;
  readonly primary: ChartAxisPlan;
  readonly secondary?: ChartAxisPlan;
  readonly textSize: number;
  readonly textColor: string;
  readonly axisColor: string;
  readonly gridColor: string;
}

export interface SheetPlan {
  readonly name: string;
  readonly tabColor: string;
  readonly columns: readonly { readonly width: number; readonly hidden?: boolean }[];
  readonly rowHeights: readonly { readonly row: number; readonly rows: number; readonly height: number }[];
  readonly cells: readonly {
    readonly row: number;
    readonly column: number;
    readonly values: readonly (readonly CellInput[])[];
  }[];
  readonly formats: readonly { readonly area: Area; readonly format: CellFormat }[];
  readonly conditionalFormats: readonly { readonly area: Area; readonly rule: ConditionalRule }[];
  readonly validations: readonly { readonly area: Area; readonly validation: Validation }[];
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  readonly autoFilter: Area | null;
  readonly merges?: readonly Area[];
  readonly charts?: readonly ChartPlan[];
  /** Sheet-scoped names: they follow moved, inserted and deleted cells, so Apply finds its columns by them (RV3). */
  readonly names: readonly ({ readonly name: string } & (
    { readonly area: Area } | { readonly constant: string }
  ))[];
  readonly page: PageSetup;
  readonly select: { readonly row: number; readonly column: number };
}
