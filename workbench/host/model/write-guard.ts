/** What a protected sheet or a read-only workbook refuses. A protected sheet takes content in unlocked cells. */
import type { BookSheet, Rect } from "../../book/book";
import type { HostContext } from "../class-model";
import { accessDenied } from "./host-errors";

/** An option of WorksheetProtection that permits an act on a protected sheet. */
export type ProtectionOption =
  | "allowFormatCells"
  | "allowFormatColumns"
  | "allowFormatRows"
  | "allowInsertColumns"
  | "allowInsertRows"
  | "allowInsertHyperlinks"
  | "allowDeleteColumns"
  | "allowDeleteRows"
  | "allowSort"
  | "allowAutoFilter"
  | "allowEditObjects";

export function assertWorkbookWritable(context: HostContext): void {
  if (context.readOnly) throw accessDenied("The workbook is read-only.");
}

/** Acts that only an option can permit; without an option nothing does. */
export function assertAllowed(sheet: BookSheet, context: HostContext, option?: ProtectionOption): void {
  assertWorkbookWritable(context);
  if (sheet.protection && !(option && sheet.protection.options[option] === true))
    throw accessDenied(`The sheet "${sheet.name}" is protected.`);
}

/** Content of cells: refused if one of them is locked. */
export function assertCellsWritable(sheet: BookSheet, rects: readonly Rect[], context: HostContext): void {
  assertWorkbookWritable(context);
  if (!sheet.protection) return;
  if (rects.some((area) => sheet.commonStyle(area).locked !== false))
    throw accessDenied(`The sheet "${sheet.name}" is protected.`);
}
