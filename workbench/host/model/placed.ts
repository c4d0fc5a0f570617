/** Notes on cells kept in `BookExtras`: setting one replaces what lay there, neighbours keep theirs. */
import type { BookSheet, Rect } from "../../book/book";
import type { Placed } from "./book-extras";
import { containsRect, subtract } from "./rect-algebra";

export const placedAt = <T>(places: readonly Placed<T>[], sheet: BookSheet, area: Rect): T | null =>
  places.find((place) => place.sheet === sheet.id && containsRect(place.rect, area))?.value ?? null;

export function placedWith<T>(
  places: Placed<T>[],
  sheet: BookSheet,
  area: Rect,
  value: T | null,
): Placed<T>[] {
  const others = places.flatMap((place) =>
    place.sheet === sheet.id ? subtract(place.rect, area).map((rect) => ({ ...place, rect })) : [place],
  );
  return value === null ? others : [...others, { sheet: sheet.id, rect: area, value }];
}
