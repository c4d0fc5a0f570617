/** Targets made of cells: one rectangle (Range) or several (RangeAreas). Formats, rules and clearing serve both. */
import type { BookSheet, Rect } from "../../book/book";
import type { RangeTarget } from "../class-model";

export interface AreasTarget {
  readonly sheet: BookSheet;
  readonly rects: readonly Rect[];
}

export type CellsTarget = RangeTarget | AreasTarget;

export const rectsOf = (target: CellsTarget): readonly Rect[] =>
  "rect" in target ? [target.rect] : target.rects;

export const sheetOfCells = (target: CellsTarget): BookSheet => target.sheet;
