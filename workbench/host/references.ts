/** Objects kept with `_KeepReference`, and how ranges follow the cells they stand for. */
import type { Rect } from "../book/book";
import type { BookEvent } from "../book/events/book-event";
import type { HostObject } from "./class-model";

type CellsEvent = Extract<BookEvent, { kind: "cells" }>;

interface RangeLike {
  readonly sheet: { readonly id: string };
  readonly rect?: Rect;
  readonly rects?: readonly Rect[];
}

const isRangeLike = (target: unknown): target is RangeLike =>
  typeof target === "object" &&
  target !== null &&
  "sheet" in target &&
  ("rect" in target || "rects" in target) &&
  !("columns" in target);

/** Where [start, start + length) goes when `count` places open (or close, negative) at `at`. */
function slide(start: number, length: number, at: number, count: number): [number, number] {
  if (count > 0) {
    if (at <= start) return [start + count, length];
    return at < start + length ? [start, length + count] : [start, length];
  }
  const end = at - count;
  const before = Math.max(0, Math.min(start + length, at) - start);
  const after = Math.max(0, start + length - Math.max(start, end));
  return [start < at ? start : Math.max(at, start + count), before + after];
}

const within = (inner: number, innerLength: number, outer: number, outerLength: number) =>
  inner >= outer && inner + innerLength <= outer + outerLength;

/** The rect after the event; null when all its cells were deleted. */
export function follow(rect: Rect, event: CellsEvent): Rect | null {
  const hit = event.rect;
  const { change } = event;
  const sign = change.endsWith("Inserted") ? 1 : change.endsWith("Deleted") ? -1 : 0;
  if (sign === 0) return rect;
  const sideways = change.startsWith("Column") || event.shift === "Right" || event.shift === "Left";
  const whole = !change.startsWith("Cell");
  if (sideways) {
    if (!whole && !within(rect.row, rect.rows, hit.row, hit.rows)) return rect;
    const [column, columns] = slide(rect.column, rect.columns, hit.column, sign * hit.columns);
    return columns > 0 ? { ...rect, column, columns } : null;
  }
  if (!whole && !within(rect.column, rect.columns, hit.column, hit.columns)) return rect;
  const [row, rows] = slide(rect.row, rect.rows, hit.row, sign * hit.rows);
  return rows > 0 ? { ...rect, row, rows } : null;
}

/** The same object on its moved cells; null when nothing is left of it. */
export function moved(object: HostObject, event: CellsEvent): HostObject | null {
  const target = object.target;
  if (!isRangeLike(target) || target.sheet.id !== event.sheet) return object;
  if (target.rect) {
    const rect = follow(target.rect, event);
    if (rect === target.rect) return object;
    return rect && { model: object.model, target: { ...target, rect } };
  }
  const rects = (target.rects ?? []).flatMap((each) => follow(each, event) ?? []);
  return rects.length > 0 ? { model: object.model, target: { ...target, rects } } : null;
}

export class References {
  private readonly kept = new Map<string, HostObject | null>();
  private last = 0;

  keep(object: HostObject): string {
    const id = `ref${++this.last}`;
    this.kept.set(id, object);
    return id;
  }

  /** null = its cells are gone; undefined = never handed out, or released. */
  get(id: string): HostObject | null | undefined {
    return this.kept.get(id);
  }

  release(id: string): void {
    this.kept.delete(id);
  }

  releaseAll(): void {
    this.kept.clear();
  }

  get count(): number {
    return this.kept.size;
  }

  move(event: CellsEvent): void {
    for (const [id, object] of this.kept) if (object) this.kept.set(id, moved(object, event));
  }
}
