/** Several areas of one sheet taken together. */
import type { BookSheet, Rect } from "../../book/book";
import type { ClassModel, HostContext } from "../class-model";
import { formatRect, quoteSheetName } from "./addresses";
import type { AreasTarget } from "./cells";
import { sheetOfCells } from "./cells";
import { usedWithin } from "./filled-cells";
import { areasObject, defineModel, hostObject, rangeObject, sheetObject } from "./host-object";
import { invalidArgument, itemNotFound } from "./host-errors";
import { applyStyle, styleNameOf } from "./named-styles";
import { clearCells, recalculateCells } from "./range-edit";
import { integer } from "./range-parts";
import {
  cellCount,
  containsRect,
  intersect,
  isOnGrid,
  isWholeColumns,
  isWholeRows,
  maxColumns,
  maxRows,
  overlaps,
} from "./rect-algebra";
import { areasArgument } from "./resolve-address";
import { specialCells } from "./special-cells";
import { assertAllowed } from "./write-guard";

const addressOf = ({ sheet, rects }: AreasTarget) =>
  rects.map((area) => `${quoteSheetName(sheet.name)}!${formatRect(area)}`).join(",");

const areas = (sheet: BookSheet, rects: readonly Rect[]) => {
  if (!rects.every(isOnGrid)) throw invalidArgument();
  return areasObject(sheet, rects);
};

const orNull = (sheet: BookSheet, rects: readonly Rect[]) =>
  rects.length > 0 ? areasObject(sheet, rects) : null;

const orNotFound = (sheet: BookSheet, rects: readonly Rect[]) => {
  if (rects.length === 0) throw itemNotFound();
  return areasObject(sheet, rects);
};

function shared(target: AreasTarget, other: unknown, context: HostContext): Rect[] {
  const others = areasArgument(other, target.sheet, context);
  if (others.sheet.id !== target.sheet.id) throw invalidArgument();
  return target.rects.flatMap((a) => others.rects.flatMap((b) => intersect(a, b) ?? []));
}

const used = ({ sheet, rects }: AreasTarget, valuesOnly: unknown) =>
  rects.flatMap((area) => usedWithin(sheet, area, valuesOnly === true) ?? []);

const special = ({ sheet, rects }: AreasTarget, [type, valueType]: unknown[]) =>
  rects.flatMap((area) => specialCells(sheet, area, type, valueType));

const recalculate = async ({ sheet, rects }: AreasTarget, _args: unknown[], context: HostContext) => {
  for (const area of rects) await recalculateCells(sheet, area, context);
};

function tablesIn({ sheet, rects }: AreasTarget, fully: unknown) {
  const fits = fully === true ? containsRect : overlaps;
  const tables = sheet.tables().filter((table) => rects.some((area) => fits(area, table.rect)));
  return hostObject("TableScopedCollection", { sheet, tables });
}

const calls: ClassModel<AreasTarget>["call"] = {
  Clear: ({ sheet, rects }, [applyTo], context) => {
    for (const area of rects) clearCells(sheet, area, applyTo, context);
  },
  Calculate: recalculate,
  SetDirty: recalculate,
  GetEntireColumn: ({ sheet, rects }) =>
    areasObject(
      sheet,
      rects.map((area) => ({ ...area, row: 0, rows: maxRows })),
    ),
  GetEntireRow: ({ sheet, rects }) =>
    areasObject(
      sheet,
      rects.map((area) => ({ ...area, column: 0, columns: maxColumns })),
    ),
  GetOffsetRangeAreas: ({ sheet, rects }, [rows, columns]) =>
    areas(
      sheet,
      rects.map((area) => ({
        ...area,
        row: area.row + integer(rows),
        column: area.column + integer(columns),
      })),
    ),
  GetIntersection: (target, [other], context) => orNotFound(target.sheet, shared(target, other, context)),
  GetIntersectionOrNullObject: (target, [other], context) =>
    orNull(target.sheet, shared(target, other, context)),
  GetUsedRangeAreas: (target, [valuesOnly]) => orNotFound(target.sheet, used(target, valuesOnly)),
  GetUsedRangeAreasOrNullObject: (target, [valuesOnly]) => orNull(target.sheet, used(target, valuesOnly)),
  GetSpecialCells: (target, args) => orNotFound(target.sheet, special(target, args)),
  GetSpecialCellsOrNullObject: (target, args) => orNull(target.sheet, special(target, args)),
  GetTables: (target, [fully]) => tablesIn(target, fully),
};

defineModel<AreasTarget>({
  className: "RangeAreas",
  sheetOf: sheetOfCells,
  navigate: {
    Worksheet: ({ sheet }) => sheetObject(sheet),
    Areas: (target) => hostObject("RangeCollection", target),
    Format: (target) => hostObject("RangeFormat", target),
    ConditionalFormats: (target) => hostObject("ConditionalFormatCollection", target),
    DataValidation: (target) => hostObject("DataValidation", target),
  },
  read: {
    Address: addressOf,
    AddressLocal: addressOf,
    AreaCount: ({ rects }) => rects.length,
    CellCount: ({ rects }) => {
      const count = rects.reduce((sum, area) => sum + cellCount(area), 0);
      return count > 2 ** 31 - 1 ? -1 : count;
    },
    IsEntireColumn: ({ rects }) => rects.every(isWholeColumns),
    IsEntireRow: ({ rects }) => rects.every(isWholeRows),
    Style: ({ sheet, rects }, context) => {
      const names = new Set(rects.map((area) => styleNameOf(context.book, sheet, area)));
      return names.size === 1 ? [...names][0] : null;
    },
  },
  write: {
    Style: ({ sheet, rects }, value, context) => {
      assertAllowed(sheet, context, "allowFormatCells");
      for (const area of rects) applyStyle(context.book, sheet, area, value);
    },
  },
  call: calls,
});

defineModel<AreasTarget>({
  className: "RangeCollection",
  sheetOf: sheetOfCells,
  items: ({ sheet, rects }) => rects.map((area) => rangeObject(sheet, area)),
});
