/** Frozen panes and protection of a worksheet. */
import type { BookSheet, Rect } from "../../book/book";
import { integer } from "./range-parts";
import { defineModel, rangeObject } from "./host-object";
import { accessDenied, invalidArgument, invalidOperation, itemNotFound } from "./host-errors";
import { isWholeColumns, isWholeRows, maxColumns, maxRows, rect } from "./rect-algebra";
import { rangeArgument } from "./resolve-address";
import { assertWorkbookWritable } from "./write-guard";

function frozenRect(sheet: BookSheet): Rect | null {
  const { rows, columns } = sheet.frozen;
  if (rows === 0 && columns === 0) return null;
  return rect(0, 0, rows === 0 ? maxRows : rows, columns === 0 ? maxColumns : columns);
}

function count(value: unknown): number {
  const number = integer(value, 1);
  if (number < 0) throw invalidArgument();
  return number;
}

defineModel<BookSheet>({
  className: "WorksheetFreezePanes",
  sheetOf: (sheet) => sheet,
  call: {
    FreezeAt: (sheet, [range], context) => {
      const { rect: area } = rangeArgument(range, sheet, context);
      sheet.frozen = {
        rows: isWholeColumns(area) ? 0 : area.row + area.rows,
        columns: isWholeRows(area) ? 0 : area.column + area.columns,
      };
    },
    FreezeRows: (sheet, [rows]) => {
      sheet.frozen = { rows: count(rows), columns: 0 };
    },
    FreezeColumns: (sheet, [columns]) => {
      sheet.frozen = { rows: 0, columns: count(columns) };
    },
    Unfreeze: (sheet) => {
      sheet.frozen = { rows: 0, columns: 0 };
    },
    GetLocation: (sheet) => {
      const area = frozenRect(sheet);
      if (!area) throw itemNotFound();
      return rangeObject(sheet, area);
    },
    GetLocationOrNullObject: (sheet) => {
      const area = frozenRect(sheet);
      return area && rangeObject(sheet, area);
    },
  },
});

const defaultOptions = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
};

/** A missing password is the empty one. */
export const samePassword = (set: string | null, given: unknown): boolean => (set ?? "") === (given ?? "");

defineModel<BookSheet>({
  className: "WorksheetProtection",
  sheetOf: () => null,
  read: {
    Protected: (sheet) => sheet.protection !== null,
    Options: (sheet) => ({ ...defaultOptions, ...sheet.protection?.options }),
  },
  call: {
    Protect: (sheet, [options, password], context) => {
      assertWorkbookWritable(context);
      if (sheet.protection) throw invalidOperation("The sheet is protected already.");
      const given = (options ?? {}) as Record<string, unknown>;
      if (Object.keys(given).some((key) => !(key in defaultOptions))) throw invalidArgument();
      sheet.protection = {
        options: { ...defaultOptions, ...given },
        password: typeof password === "string" && password !== "" ? password : null,
      };
    },
    Unprotect: (sheet, [password], context) => {
      assertWorkbookWritable(context);
      if (!sheet.protection) return;
      if (!samePassword(sheet.protection.password, password)) throw accessDenied("The password is wrong.");
      sheet.protection = null;
    },
  },
  differs: { Options: "selectionMode is kept; selecting is never refused." },
});
