/** What the cells of a range hold and how it is displayed: reading. */
import type { BookSheet, Rect } from "../../book/book";
import type { ClassModel, RangeTarget } from "../class-model";
import { formatAddress } from "./addresses";
import { readLink } from "./hyperlinks";
import { hostObject } from "./host-object";
import { formulaToLocal, numberFormatToLocal } from "./local-texts";
import { formatCategory, readNumberFormats } from "./number-formats";
import { toR1C1 } from "./r1c1";
import { cellCount, isWholeColumns, isWholeRows } from "./rect-algebra";
import { heightOf, lookedAtRows, offsetLeft, offsetTop, sharedFlag, widthOf } from "./sheet-sizes";
import { hasSpill } from "./spills";
import { styleNameOf } from "./named-styles";
import { filledMatrix, isReadable, mapMatrix, valuesOf, wireValueType } from "./wire-values";

type Reads = NonNullable<ClassModel<RangeTarget>["read"]>;

/** null for areas Excel does not answer cell by cell. */
const cellwise =
  <T>(read: (sheet: BookSheet, area: Rect) => T) =>
  ({ sheet, rect }: RangeTarget): T | null =>
    isReadable(rect) ? read(sheet, rect) : null;

const formulas = cellwise((sheet, area) => sheet.formulas(area));

const localEntry = <T>(entry: T, culture: string) =>
  typeof entry === "string" && entry.startsWith("=") ? formulaToLocal(entry, culture) : entry;

const formulasR1C1 = cellwise((sheet, area) =>
  sheet
    .formulas(area)
    .map((line, i) =>
      line.map((formula, j) =>
        typeof formula === "string" && formula.startsWith("=")
          ? toR1C1(formula, area.row + i, area.column + j)
          : formula,
      ),
    ),
);

const rowsHidden = ({ sheet, rect }: RangeTarget) =>
  sharedFlag(rect.row, lookedAtRows(sheet, rect), (row) => sheet.rowHidden(row));
const columnsHidden = ({ sheet, rect }: RangeTarget) =>
  sharedFlag(rect.column, rect.columns, (column) => sheet.columnHidden(column));

/** More cells than a 32-bit number counts are -1, as documented. */
const countCells = (area: Rect) => (cellCount(area) > 2 ** 31 - 1 ? -1 : cellCount(area));

export const rangeReads: Reads = {
  Address: ({ sheet, rect }) => formatAddress(sheet.name, rect),
  AddressLocal: ({ sheet, rect }) => formatAddress(sheet.name, rect),
  RowIndex: ({ rect }) => rect.row,
  ColumnIndex: ({ rect }) => rect.column,
  RowCount: ({ rect }) => rect.rows,
  ColumnCount: ({ rect }) => rect.columns,
  CellCount: ({ rect }) => countCells(rect),
  IsEntireColumn: ({ rect }) => isWholeColumns(rect),
  IsEntireRow: ({ rect }) => isWholeRows(rect),
  Values: cellwise(valuesOf),
  ValueTypes: cellwise((sheet, area) => mapMatrix(sheet.content(area), wireValueType)),
  Text: cellwise((sheet, area) => sheet.texts(area)),
  Formulas: formulas,
  FormulasLocal: (target, { culture }) => {
    const english = formulas(target);
    return english && mapMatrix(english, (entry) => localEntry(entry, culture));
  },
  FormulasR1C1: formulasR1C1,
  NumberFormat: ({ sheet, rect }) => readNumberFormats(sheet, rect),
  NumberFormatLocal: ({ sheet, rect }, { culture }) => {
    const codes = readNumberFormats(sheet, rect);
    return codes && mapMatrix(codes, (code) => numberFormatToLocal(code, culture));
  },
  NumberFormatCategories: ({ sheet, rect }) => {
    const codes = readNumberFormats(sheet, rect);
    return codes && mapMatrix(codes, formatCategory);
  },
  LinkedDataTypeState: cellwise((_sheet, area) => filledMatrix(area, "None")),
  RowHidden: rowsHidden,
  ColumnHidden: columnsHidden,
  Hidden: (target) => {
    const flags = [rowsHidden(target), columnsHidden(target)];
    return flags.includes(true) ? true : flags.includes(null) ? null : false;
  },
  HasSpill: ({ sheet, rect }) => hasSpill(sheet, rect),
  SavedAsArray: ({ sheet, rect }) => hasSpill(sheet, rect),
  Hyperlink: (target, context) => readLink(target, context.book),
  Style: ({ sheet, rect }, context) => styleNameOf(context.book, sheet, rect),
  Top: ({ sheet, rect }) => offsetTop(sheet, rect.row),
  Left: ({ sheet, rect }) => offsetLeft(sheet, rect.column),
  Height: ({ sheet, rect }) => heightOf(sheet, rect),
  Width: ({ sheet, rect }) => widthOf(sheet, rect),
};

export const rangeNavigations: NonNullable<ClassModel<RangeTarget>["navigate"]> = {
  Worksheet: ({ sheet }) => hostObject("Worksheet", sheet),
  Format: (target) => hostObject("RangeFormat", target),
  ConditionalFormats: (target) => hostObject("ConditionalFormatCollection", target),
  DataValidation: (target) => hostObject("DataValidation", target),
  Sort: (target) => hostObject("RangeSort", target),
};
