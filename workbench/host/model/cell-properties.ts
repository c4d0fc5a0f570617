/** get/setCellProperties and their kin for rows and columns: many formats in one call. */
import type { Rect } from "../../book/book";
import type { ClassModel, HostContext, HostObject, RangeTarget } from "../class-model";
import { formatAddress } from "./addresses";
import { rangeObject } from "./host-object";
import { invalidArgument, sizeMismatch } from "./host-errors";
import { isReadable } from "./wire-values";

type Calls = NonNullable<ClassModel<RangeTarget>["call"]>;
type Bag = Record<string, unknown>;

const wireName = (key: string) => key.charAt(0).toUpperCase() + key.slice(1);

/** Borders are asked for by side (`borders: { bottom: … }`), which Excel's own classes call EdgeBottom. */
const sideOf = (key: string) => `Edge${wireName(key)}`;

function below(object: HostObject, key: string, context: HostContext): HostObject | null {
  if (object.model.className === "RangeBorderCollection")
    return object.model.item!(object.target, sideOf(key), context);
  return object.model.navigate?.[wireName(key)]?.(object.target, context) ?? null;
}

/** Sets what a bag says, nested bags on the objects they name. */
function applyBag(object: HostObject, bag: Bag, context: HostContext): void {
  for (const [key, value] of Object.entries(bag)) {
    if (value === null || value === undefined) continue;
    const next = typeof value === "object" ? below(object, key, context) : null;
    if (next) {
      applyBag(next, value as Bag, context);
      continue;
    }
    const write = object.model.write?.[wireName(key)];
    if (!write) throw invalidArgument(`${object.model.className}.${key} can't be set.`);
    write(object.target, value, context);
  }
}

/** Reads what a bag asks for with true. */
function readBag(object: HostObject, asked: Bag, context: HostContext): Bag {
  const result: Bag = {};
  for (const [key, value] of Object.entries(asked)) {
    if (!value) continue;
    const next = typeof value === "object" ? below(object, key, context) : null;
    if (next) result[key] = readBag(next, value as Bag, context);
    else if (key === "address" || key === "addressLocal")
      result[key] = addressOf(object.target as RangeTarget);
    else {
      const read = object.model.read?.[wireName(key)];
      if (!read) throw invalidArgument(`${object.model.className}.${key} can't be read.`);
      result[key] = read(object.target, context);
    }
  }
  return result;
}

const addressOf = ({ sheet, rect }: RangeTarget) => formatAddress(sheet.name, rect);

type Split = "cells" | "rows" | "columns";

function partsOf({ rect }: RangeTarget, split: Split): Rect[][] {
  if (split !== "columns" && !isReadable({ ...rect, columns: split === "rows" ? 1 : rect.columns }))
    throw invalidArgument();
  const lines = split === "columns" ? 1 : rect.rows;
  const cells = split === "rows" ? 1 : rect.columns;
  return Array.from({ length: lines }, (_row, i) =>
    Array.from({ length: cells }, (_column, j) => ({
      row: rect.row + i,
      column: rect.column + j,
      rows: split === "columns" ? rect.rows : 1,
      columns: split === "rows" ? rect.columns : 1,
    })),
  );
}

const getting =
  (split: Split) =>
  (target: RangeTarget, [asked]: unknown[], context: HostContext) => {
    const results = partsOf(target, split).map((line) =>
      line.map((part) => readBag(rangeObject(target.sheet, part), (asked ?? {}) as Bag, context)),
    );
    if (split === "cells") return results;
    return split === "rows" ? results.map((line) => line[0]) : results[0];
  };

/** Bags as a matrix of cells, or as a list of rows or columns. */
const setting =
  (split: Split) =>
  (target: RangeTarget, [data]: unknown[], context: HostContext): void => {
    const parts = partsOf(target, split);
    if (!Array.isArray(data)) throw invalidArgument();
    const bags = (split === "cells" ? data : split === "rows" ? data.map((bag) => [bag]) : [data]) as Bag[][];
    if (bags.length !== parts.length || bags.some((line, i) => line.length !== parts[i]!.length))
      throw sizeMismatch();
    parts.forEach((line, i) =>
      line.forEach((part, j) => applyBag(rangeObject(target.sheet, part), bags[i]![j] ?? {}, context)),
    );
  };

export const cellProperties: Calls = {
  GetCellProperties: getting("cells"),
  GetRowProperties: getting("rows"),
  GetColumnProperties: getting("columns"),
  SetCellProperties: setting("cells"),
  SetRowProperties: setting("rows"),
  SetColumnProperties: setting("columns"),
};
