/** Ranges found by what the cells hold: used range, region, edges, spills, tables, visible cells. */
import type { Rect } from "../../book/book";
import type { ClassModel, HostContext, HostObject, RangeTarget } from "../class-model";
import { edgeFrom, regionAround, usedWithin, type Direction } from "./filled-cells";
import { hostObject, rangeObject } from "./host-object";
import { invalidArgument, itemNotFound } from "./host-errors";
import { bounding, containsRect, overlaps, rect } from "./rect-algebra";
import { rangeArgument } from "./resolve-address";
import { spillParent, spillRange } from "./spills";

type Calls = NonNullable<ClassModel<RangeTarget>["call"]>;

const orNotFound = (target: RangeTarget, area: Rect | null): HostObject => {
  if (!area) throw itemNotFound();
  return rangeObject(target.sheet, area);
};
const orNull = (target: RangeTarget, area: Rect | null): HostObject | null =>
  area && rangeObject(target.sheet, area);

const used = (target: RangeTarget, valuesOnly: unknown) =>
  usedWithin(target.sheet, target.rect, valuesOnly === true);

/** The cell Ctrl+Arrow starts from: given, or the first of the range. */
function startCell(target: RangeTarget, activeCell: unknown, context: HostContext): Rect {
  if (activeCell === null || activeCell === undefined) return rect(target.rect.row, target.rect.column);
  const cell = rangeArgument(activeCell, target.sheet, context);
  if (!containsRect(target.rect, cell.rect) || cell.rect.rows * cell.rect.columns !== 1)
    throw invalidArgument();
  return cell.rect;
}

function edge(target: RangeTarget, direction: unknown, activeCell: unknown, context: HostContext): Rect {
  if (!["Up", "Down", "Left", "Right"].includes(String(direction))) throw invalidArgument();
  const start = startCell(target, activeCell, context);
  return edgeFrom(target.sheet, start.row, start.column, direction as Direction);
}

function tablesIn(target: RangeTarget, fullyContained: unknown) {
  const fits = fullyContained === true ? containsRect : overlaps;
  const tables = target.sheet.tables().filter((table) => fits(target.rect, table.rect));
  return hostObject("TableScopedCollection", { sheet: target.sheet, tables });
}

function mergedAreas(target: RangeTarget) {
  const merges = target.sheet.merges().filter((merge) => overlaps(merge, target.rect));
  return merges.length > 0 ? hostObject("RangeAreas", { sheet: target.sheet, rects: merges }) : null;
}

export const rangeSurroundings: Calls = {
  GetUsedRange: (target, [valuesOnly]) => orNotFound(target, used(target, valuesOnly)),
  GetUsedRangeOrNullObject: (target, [valuesOnly]) => orNull(target, used(target, valuesOnly)),
  GetSurroundingRegion: (target) => rangeObject(target.sheet, regionAround(target.sheet, target.rect)),
  GetSurroundingDataRegion: (target) => rangeObject(target.sheet, regionAround(target.sheet, target.rect)),
  GetRangeEdge: (target, [direction, activeCell], context) =>
    rangeObject(target.sheet, edge(target, direction, activeCell, context)),
  GetExtendedRange: (target, [direction, activeCell], context) =>
    rangeObject(target.sheet, bounding(target.rect, edge(target, direction, activeCell, context))),
  GetSpillingToRange: (target) => orNotFound(target, spillRange(target.sheet, target.rect)),
  GetSpillingToRangeOrNullObject: (target) => orNull(target, spillRange(target.sheet, target.rect)),
  GetSpillParent: (target) => orNotFound(target, spillParent(target.sheet, target.rect)),
  GetSpillParentOrNullObject: (target) => orNull(target, spillParent(target.sheet, target.rect)),
  GetTables: (target, [fullyContained]) => tablesIn(target, fullyContained),
  GetMergedAreasOrNullObject: (target) => mergedAreas(target),
  GetVisibleView: (target) => hostObject("RangeView", { sheet: target.sheet, area: target.rect, row: null }),
};
