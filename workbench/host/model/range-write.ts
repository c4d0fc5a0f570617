/** Writing into the cells of a range. Null leaves a cell alone, one value fills all, wrong sizes are refused. */
import type { Rect } from "../../book/book";
import type { ClassModel, HostContext, RangeTarget } from "../class-model";
import { writeLink } from "./hyperlinks";
import { invalidArgument, sizeMismatch } from "./host-errors";
import { formulaFromLocal } from "./local-texts";
import { applyStyle } from "./named-styles";
import { writeNumberFormats } from "./number-formats";
import { fromR1C1 } from "./r1c1";
import { entriesFor } from "./wire-values";
import { assertAllowed, assertCellsWritable } from "./write-guard";

type Writes = NonNullable<ClassModel<RangeTarget>["write"]>;

export function writeCells({ sheet, rect }: RangeTarget, value: unknown, context: HostContext): void {
  const entries = entriesFor(value, rect);
  assertCellsWritable(sheet, [rect], context);
  // No look at the sheet here: large writes come in parts, and a look would end the buffering of the book.
  sheet.enter(rect, entries);
}

function writeR1C1(target: RangeTarget, value: unknown, context: HostContext): void {
  const { rect } = target;
  const entries = entriesFor(value, rect).map((line, i) =>
    line.map((entry, j) =>
      typeof entry === "string" && entry.startsWith("=")
        ? fromR1C1(entry, rect.row + i, rect.column + j)
        : entry,
    ),
  );
  writeCells(target, entries, context);
}

function writeLocal(target: RangeTarget, value: unknown, context: HostContext): void {
  const entries = entriesFor(value, target.rect).map((line) =>
    line.map((entry) =>
      typeof entry === "string" && entry.startsWith("=") ? formulaFromLocal(entry, context.culture) : entry,
    ),
  );
  writeCells(target, entries, context);
}

function flag(value: unknown): boolean {
  if (typeof value !== "boolean") throw invalidArgument();
  return value;
}

function writeFormats({ sheet, rect }: RangeTarget, value: unknown, context: HostContext): void {
  assertAllowed(sheet, context, "allowFormatCells");
  writeNumberFormats(sheet, rect, value);
}

export const rangeWrites: Writes = {
  Values: writeCells,
  Formulas: writeCells,
  FormulasLocal: writeLocal,
  FormulasR1C1: writeR1C1,
  NumberFormat: writeFormats,
  NumberFormatLocal: writeFormats,
  RowHidden: ({ sheet, rect }, value, context) => {
    assertAllowed(sheet, context, "allowFormatRows");
    sheet.setRowHidden(rect.row, rect.rows, flag(value));
  },
  ColumnHidden: ({ sheet, rect }, value, context) => {
    assertAllowed(sheet, context, "allowFormatColumns");
    sheet.setColumnHidden(rect.column, rect.columns, flag(value));
  },
  Hyperlink: (target, value, context) => {
    assertAllowed(target.sheet, context, "allowInsertHyperlinks");
    writeLink(target, value, context.book);
  },
  Style: ({ sheet, rect }, value, context) => {
    assertAllowed(sheet, context, "allowFormatCells");
    applyStyle(context.book, sheet, rect, value);
  },
};

/** What office.js asks before it writes a large array in parts of 1,500 cells. */
export function validateArraySize(rect: Rect, rows: unknown, columns: unknown): void {
  if (rows !== rect.rows || columns !== rect.columns) throw sizeMismatch();
}
