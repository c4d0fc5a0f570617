/** Finding, replacing, removing doubles, and cells of a kind. */
import type { BookSheet, CellEntry, Rect } from "../../book/book";
import type { ClassModel, HostContext, RangeTarget } from "../class-model";
import { usedWithin } from "./filled-cells";
import { areasObject, hostObject, rangeObject } from "./host-object";
import { invalidArgument, itemNotFound } from "./host-errors";
import { rect, rectsOfMask } from "./rect-algebra";
import { specialCells } from "./special-cells";
import { reentries, wireValue } from "./wire-values";
import { assertCellsWritable } from "./write-guard";

type Calls = NonNullable<ClassModel<RangeTarget>["call"]>;

interface SearchCriteria {
  completeMatch?: boolean;
  matchCase?: boolean;
  searchDirection?: "Forward" | "Backwards";
}

function matcher(text: unknown, criteria: SearchCriteria): (cell: string) => boolean {
  if (typeof text !== "string" || text === "") throw invalidArgument();
  const fold = (s: string) => (criteria.matchCase ? s : s.toLowerCase());
  const wanted = fold(text);
  return criteria.completeMatch ? (cell) => fold(cell) === wanted : (cell) => fold(cell).includes(wanted);
}

/** Cells whose displayed text matches, row by row. */
function findCells(sheet: BookSheet, area: Rect, text: unknown, criteria: unknown): Rect[] {
  const matches = matcher(text, (criteria ?? {}) as SearchCriteria);
  const used = usedWithin(sheet, area, true);
  if (!used) return [];
  return sheet
    .texts(used)
    .flatMap((line, i) =>
      line.flatMap((cell, j) => (matches(cell) ? [rect(used.row + i, used.column + j)] : [])),
    );
}

/** The same cells joined into rectangles. */
export function findAreas(sheet: BookSheet, area: Rect, text: unknown, criteria: unknown): Rect[] {
  const matches = matcher(text, (criteria ?? {}) as SearchCriteria);
  const used = usedWithin(sheet, area, true);
  return used
    ? rectsOfMask(
        sheet.texts(used).map((line) => line.map(matches)),
        used,
      )
    : [];
}

function find(target: RangeTarget, text: unknown, criteria: unknown) {
  const cells = findCells(target.sheet, target.rect, text, criteria);
  const backwards = (criteria as SearchCriteria | null)?.searchDirection === "Backwards";
  const cell = backwards ? cells.at(-1) : cells[0];
  return cell ? rangeObject(target.sheet, cell) : null;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** How many replacements were made; formulas are searched as written. */
export function replaceAll(sheet: BookSheet, area: Rect, args: unknown[], context: HostContext): number {
  const [text, replacement, criteria] = args;
  if (typeof text !== "string" || text === "" || typeof replacement !== "string") throw invalidArgument();
  const options = (criteria ?? {}) as SearchCriteria;
  const used = usedWithin(sheet, area, true);
  if (!used) return 0;
  const body = escaped(text);
  const pattern = new RegExp(options.completeMatch ? `^${body}$` : body, options.matchCase ? "g" : "gi");
  let count = 0;
  const entries: CellEntry[][] = sheet.formulas(used).map((line) =>
    line.map((cell) => {
      const now = String(cell);
      const found = cell === "" ? 0 : (now.match(pattern)?.length ?? 0);
      count += found;
      return found === 0 ? null : now.replace(pattern, () => replacement);
    }),
  );
  if (count === 0) return 0;
  assertCellsWritable(sheet, [used], context);
  sheet.enter(used, entries);
  return count;
}

/** Later rows with the same values in `columns` go; the rows below move up within the range. */
function removeDuplicates({ sheet, rect: area }: RangeTarget, args: unknown[], context: HostContext) {
  const [columns, includesHeader] = args;
  if (!Array.isArray(columns) || columns.some((c) => !Number.isInteger(c) || c < 0 || c >= area.columns))
    throw invalidArgument();
  assertCellsWritable(sheet, [area], context);
  const entries = reentries(sheet, area);
  const first = includesHeader === true ? 1 : 0;
  const seen = new Set<string>();
  const kept: CellEntry[][] = entries.slice(0, first);
  sheet.content(area).forEach((line, i) => {
    if (i < first) return;
    const key = JSON.stringify((columns as number[]).map((c) => String(wireValue(line[c]!)).toLowerCase()));
    if (!seen.has(key)) kept.push(entries[i]!);
    seen.add(key);
  });
  const removed = entries.length - kept.length;
  const blank = Array.from({ length: area.columns }, (): CellEntry => "");
  if (removed > 0) sheet.enter(area, [...kept, ...Array.from({ length: removed }, () => blank)]);
  return hostObject("RemoveDuplicatesResult", { removed, uniqueRemaining: seen.size });
}

export const rangeSearches: Calls = {
  Find: (target, [text, criteria]) => {
    const found = find(target, text, criteria);
    if (!found) throw itemNotFound();
    return found;
  },
  FindOrNullObject: (target, [text, criteria]) => find(target, text, criteria),
  ReplaceAll: ({ sheet, rect: area }, args, context) => replaceAll(sheet, area, args, context),
  RemoveDuplicates: (target, args, context) => removeDuplicates(target, args, context),
  GetSpecialCells: ({ sheet, rect: area }, [cellType, valueType]) => {
    const rects = specialCells(sheet, area, cellType, valueType);
    if (rects.length === 0) throw itemNotFound();
    return areasObject(sheet, rects);
  },
  GetSpecialCellsOrNullObject: ({ sheet, rect: area }, [cellType, valueType]) => {
    const rects = specialCells(sheet, area, cellType, valueType);
    return rects.length === 0 ? null : areasObject(sheet, rects);
  },
};
