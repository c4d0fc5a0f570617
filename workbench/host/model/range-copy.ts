/** Copying and moving cells. A larger destination is filled by repeating the source. */
import type { BookSheet, CellEntry, CellStyle, Rect } from "../../book/book";
import type { ClassModel, HostContext, RangeTarget } from "../class-model";
import { formatAddress } from "./addresses";
import { notImplemented, invalidArgument } from "./host-errors";
import { bounding, intersect, isOnGrid, isUnbounded } from "./rect-algebra";
import { rangeArgument } from "./resolve-address";
import { cutRules } from "./rule-areas";
import { reentries } from "./wire-values";
import { assertCellsWritable } from "./write-guard";

type Calls = NonNullable<ClassModel<RangeTarget>["call"]>;
type CopyType = "All" | "Formulas" | "Values" | "Formats" | "Link";

interface CopyPlan {
  readonly from: RangeTarget;
  readonly sheet: BookSheet;
  readonly places: readonly Rect[];
  readonly what: CopyType;
  readonly skipBlanks: boolean;
  readonly transpose: boolean;
}

/** Whole multiples of the source are tiled; any other size takes one copy at the top left. */
function placesFor(source: Rect, destination: Rect): Rect[] {
  const fits =
    destination.rows % source.rows === 0 &&
    destination.columns % source.columns === 0 &&
    !isUnbounded(destination);
  const down = fits ? destination.rows / source.rows : 1;
  const across = fits ? destination.columns / source.columns : 1;
  const places: Rect[] = [];
  for (let i = 0; i < down; i++)
    for (let j = 0; j < across; j++)
      places.push({
        ...source,
        row: destination.row + i * source.rows,
        column: destination.column + j * source.columns,
      });
  if (!places.every(isOnGrid)) throw invalidArgument();
  return places;
}

const turned = (area: Rect): Rect => ({ ...area, rows: area.columns, columns: area.rows });

function planOf(target: RangeTarget, args: unknown[], context: HostContext): CopyPlan {
  const [source, copyType, skipBlanks, transpose] = args;
  const what = (copyType ?? "All") as CopyType;
  if (!["All", "Formulas", "Values", "Formats", "Link"].includes(what)) throw invalidArgument();
  let from = rangeArgument(source, target.sheet, context);
  if (isUnbounded(from.rect) && !isUnbounded(target.rect)) from = { ...from, rect: usedPart(from) };
  const shape = transpose === true ? turned(from.rect) : from.rect;
  const places = placesFor(shape, target.rect);
  return {
    from,
    sheet: target.sheet,
    places,
    what,
    skipBlanks: skipBlanks === true,
    transpose: transpose === true,
  };
}

function usedPart({ sheet, rect }: RangeTarget): Rect {
  const used = sheet.usedRect(false);
  return (used && intersect(used, rect)) ?? { ...rect, rows: 1, columns: 1 };
}

function copy(target: RangeTarget, args: unknown[], context: HostContext): void {
  const plan = planOf(target, args, context);
  assertCellsWritable(plan.sheet, plan.places, context);
  const { places, what } = plan;
  if (plan.skipBlanks || plan.transpose || what === "Link") places.forEach((place) => copyCells(plan, place));
  else plan.sheet.copy(plan.from, bounding(places[0]!, places.at(-1)!), what);
}

/** Cell by cell, for what a plain copy cannot say. Formulas are not turned. */
function copyCells(plan: CopyPlan, place: Rect): void {
  const { from, what } = plan;
  const turn = <T>(matrix: T[][]): T[][] =>
    plan.transpose ? matrix[0]!.map((_cell, j) => matrix.map((line) => line[j]!)) : matrix;
  if (what === "Formulas" && plan.transpose) throw notImplemented("copying transposed formulas");
  if (what !== "Formats") {
    const entries = turn(what === "Link" ? linksTo(from) : contentEntries(from, what !== "Values"));
    const blankAs = plan.skipBlanks ? null : "";
    const kept = entries.map((line) => line.map((entry) => (entry === "" ? blankAs : entry)));
    plan.sheet.enter(place, kept);
  }
  if (what === "All" || what === "Formats") styleEach(plan.sheet, place, turn(from.sheet.styles(from.rect)));
}

function styleEach(sheet: BookSheet, place: Rect, styles: readonly (readonly CellStyle[])[]): void {
  styles.forEach((line, i) =>
    line.forEach((style, j) =>
      sheet.style({ row: place.row + i, column: place.column + j, rows: 1, columns: 1 }, style),
    ),
  );
}

const linksTo = ({ sheet, rect }: RangeTarget): CellEntry[][] =>
  sheet.content(rect).map((line, i) =>
    line.map((_content, j) => {
      const cell = { row: rect.row + i, column: rect.column + j, rows: 1, columns: 1 };
      return `=${formatAddress(sheet.name, cell)}`;
    }),
  );

function contentEntries({ sheet, rect }: RangeTarget, withFormulas: boolean): CellEntry[][] {
  const entries = reentries(sheet, rect);
  if (withFormulas) return entries;
  const contents = sheet.content(rect);
  return entries.map((line, i) =>
    line.map((entry, j) => {
      const content = contents[i]![j]!;
      const isFormula = typeof entry === "string" && entry.startsWith("=");
      if (!isFormula) return entry;
      return content === null ? "" : typeof content === "object" ? content.error : content;
    }),
  );
}

/** Formulas keep their text, formats go along, the old cells become blank. */
function move(from: RangeTarget, destination: unknown, context: HostContext): void {
  const to = rangeArgument(destination, from.sheet, context);
  const place: Rect = { ...from.rect, row: to.rect.row, column: to.rect.column };
  if (!isOnGrid(place) || isUnbounded(place)) throw invalidArgument();
  assertCellsWritable(from.sheet, [from.rect], context);
  assertCellsWritable(to.sheet, [place], context);
  const entries = reentries(from.sheet, from.rect);
  const styles = from.sheet.styles(from.rect);
  from.sheet.clear(from.rect, "All");
  cutRules(from.sheet, from.rect);
  to.sheet.enter(place, entries);
  styleEach(to.sheet, place, styles);
  context.book.chartsFollow({ sheet: from.sheet.id, rect: from.rect }, { sheet: to.sheet.id, rect: place });
}

export const rangeCopies: Calls = {
  CopyFrom: (target, args, context) => copy(target, args, context),
  MoveTo: (target, [destination], context) => move(target, destination, context),
};
