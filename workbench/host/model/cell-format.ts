/** Reading and writing one format over all cells of a target. Mixed values read as null. */
import type { CellStyle, Rect } from "../../book/book";
import type { HostContext } from "../class-model";
import { rectsOf, type CellsTarget } from "./cells";
import { invalidArgument } from "./host-errors";
import { usedWithin } from "./filled-cells";
import { isUnbounded } from "./rect-algebra";
import { assertAllowed } from "./write-guard";

type Key = keyof CellStyle;

/** undefined when the cells differ. */
export function sharedStyle<K extends Key>(target: CellsTarget, key: K): CellStyle[K] | undefined {
  const values = rectsOf(target).map((area) => target.sheet.commonStyle(area)[key]);
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}

/** A getter: what all share, null when they differ. */
export const reads =
  <K extends Key>(key: K) =>
  (target: CellsTarget) =>
    sharedStyle(target, key) ?? null;

export function applyFormat(target: CellsTarget, style: CellStyle, context: HostContext): void {
  assertAllowed(target.sheet, context, "allowFormatCells");
  for (const area of rectsOf(target)) target.sheet.style(area, style);
}

/** A setter for one key; `check` makes the value of what came over the wire. Null leaves things as they are. */
export const writes =
  <K extends Key>(key: K, check: (value: unknown) => CellStyle[K]) =>
  (target: CellsTarget, value: unknown, context: HostContext): void => {
    if (value === null || value === undefined) return;
    applyFormat(target, { [key]: check(value) }, context);
  };

export function booleanValue(value: unknown): boolean {
  if (typeof value !== "boolean") throw invalidArgument();
  return value;
}

export function numberValue(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw invalidArgument();
  return value;
}

export function textValue(value: unknown): string {
  if (typeof value !== "string") throw invalidArgument();
  return value;
}

export const oneOf =
  <T extends string>(allowed: readonly T[]) =>
  (value: unknown): T => {
    const found = allowed.find((each) => each === value);
    if (found === undefined) throw invalidArgument();
    return found;
  };

/** The cells of an area whose formats can be told one by one; of whole columns only those in use. */
export function lookedAt(target: CellsTarget, area: Rect): Rect {
  if (!isUnbounded(area)) return area;
  return usedWithin(target.sheet, area, false) ?? { ...area, rows: 1, columns: 1 };
}
