/**
 * What Excel keeps in a workbook and the book does not: held beside it as long as the book lives, and not
 * written into a saved file.
 */
import type { Book, CellStyle, Rect } from "../../book/book";
import { follow } from "../references";

export interface Hyperlink {
  address?: string;
  documentReference?: string;
  screenTip?: string;
  textToDisplay?: string;
}
export interface Placed<T> {
  readonly sheet: string;
  rect: Rect;
  readonly value: T;
}

export interface BookExtras {
  calculationMode: "Automatic" | "AutomaticExceptTables" | "Manual";
  iterative: { enabled: boolean; maxIteration: number; maxChange: number };
  protection: { password: string | null } | null;
  readonly xmlParts: Map<string, string>;
  nextXmlPart: number;
  readonly documentProperties: Map<string, unknown>;
  readonly styles: Map<string, CellStyle>;
  defaultTableStyle: string;
  changed: boolean;
  links: Placed<Hyperlink>[];
  styleNames: Placed<string>[];
  readonly headerState: Map<string, Record<string, unknown>>;
  readonly standardWidths: Map<string, number>;
  readonly calculatedSheets: Map<string, boolean>;
  readonly comments: Map<string, unknown>;
}

const all = new WeakMap<Book, BookExtras>();

export function extrasOf(book: Book): BookExtras {
  const known = all.get(book);
  if (known) return known;
  const extras: BookExtras = {
    calculationMode: "Automatic",
    iterative: { enabled: false, maxIteration: 100, maxChange: 0.001 },
    protection: null,
    xmlParts: new Map(),
    nextXmlPart: 1,
    documentProperties: new Map(),
    styles: new Map(),
    defaultTableStyle: "TableStyleMedium2",
    changed: false,
    links: [],
    styleNames: [],
    headerState: new Map(),
    standardWidths: new Map(),
    calculatedSheets: new Map(),
    comments: new Map(),
  };
  all.set(book, extras);
  keepPlaces(book, extras);
  return extras;
}

/** Links and style names move with their cells. */
function keepPlaces(book: Book, extras: BookExtras): void {
  const moved = <T>(places: Placed<T>[], event: Parameters<typeof follow>[1]) =>
    places.flatMap((place) => {
      if (place.sheet !== event.sheet) return place;
      const rect = follow(place.rect, event);
      return rect ? { ...place, rect } : [];
    });
  book.on((event) => {
    if (event.kind !== "selection" && event.kind !== "calculated") extras.changed = true;
    if (event.kind !== "cells") return;
    extras.links = moved(extras.links, event);
    extras.styleNames = moved(extras.styleNames, event);
  });
}
