import type { Area, SheetPlan } from "../../../src/workbook/sheet-plan";
import type { CellInput } from "../../../src/workbook/workbook-gateway";

/** Cell of a plan as it was written; "" where nothing is. Later blocks lie over earlier ones. */
export function cellOf(plan: SheetPlan, row: number, column: number): CellInput {
  let value: CellInput = "";
  for (const block of plan.cells) {
    const cell = block.values[row - block.row]?.[column - block.column];
    if (cell !== undefined) value = cell;
  }
  return value;
}

export const rowCount = (plan: SheetPlan): number => plan.page.printArea.rows;

const shown = (value: CellInput): string => {
  if (typeof value === "number") return String(Math.round(value * 100) / 100);
  return typeof value === "object" ? value.formula : String(value).replaceAll("\n", " / ");
};

/** A plan as lines of text, cells parted by " | ", blank ones left out at the end. */
export function gridOf(plan: SheetPlan, rows?: { from: number; to: number }): string[] {
  const columns = plan.columns.length;
  const from = rows?.from ?? 0;
  const to = rows?.to ?? rowCount(plan) - 1;
  return Array.from({ length: to - from + 1 }, (_, index) =>
    Array.from({ length: columns }, (_unused, column) => shown(cellOf(plan, from + index, column)))
      .join(" | ")
      .replace(/[ |]+$/, ""),
  );
}

/** Zero-based column whose heading reads so. */
export function columnOf(plan: SheetPlan, heading: string): number {
  const found = plan.columns.findIndex((_, column) => cellOf(plan, 5, column) === heading);
  if (found < 0) throw new Error(`no heading ${heading}`);
  return found;
}

export const covers = (area: Area, row: number, column: number): boolean =>
  row >= area.row &&
  row < area.row + area.rows &&
  column >= area.column &&
  column < area.column + area.columns;

export const printedWidth = (plan: SheetPlan): number =>
  plan.columns.slice(0, plan.page.printArea.columns).reduce((sum, column) => sum + column.width, 0);
