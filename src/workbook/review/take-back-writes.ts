/** Undoes what an Apply wrote, as far as nobody built on it since. */
import type { Desk } from "../desk";
import type { Write } from "../workbook-gateway";
import {
  accountWrites,
  closedCells,
  closeFields,
  moveFields,
  writesOf,
  type ColumnCells,
} from "./apply-writes";
import { undoneAudit } from "./review-audit";
import type { ReviewItem } from "./review-item";
import type { HeldReviews } from "./review-state";
import { appendTo, deleteRowsOf } from "./table-writes";

/** Rows that Excel had put in above a totals row before it broke off. */
export const unfilled = (held: HeldReviews, table: "watchlist" | "audit" | "reviews"): readonly number[] =>
  held[table].facts?.totals ? held[table].blank : [];

function watchWrites(held: HeldReviews, items: readonly ReviewItem[]): Write[] {
  const rows = new Map(held.watchlist.rows.map((row) => [row.values.id, row]));
  const cells: ColumnCells = new Map();
  for (const item of items) {
    for (const watch of item.closes) {
      const row = rows.get(watch.id);
      if (row) moveFields(cells, closeFields, row, closedCells(item), watch);
    }
  }
  const ids = new Set(items.flatMap((item) => item.opens.map((watch) => watch.id)));
  const gone = held.watchlist.rows.filter((row) => ids.has(row.values.id)).map((row) => row.body);
  const rowsGone = [...gone, ...unfilled(held, "watchlist")];
  return [...writesOf(held, "watchlist", cells), ...deleteRowsOf(held.book, "watchlist", rowsGone)];
}

/**
 * Accounts and Watchlist first, then the trail, the Reviews rows last: until those are gone, taking back can be
 * tried again. `broken` are Reviews rows that never were written in full.
 */
export function takeBackWrites(
  desk: Desk,
  held: HeldReviews,
  items: readonly ReviewItem[],
  broken: readonly number[],
): Write[] {
  const audit = undoneAudit(desk, held, items);
  const ids = new Set(items.map((item) => item.id));
  const reviews = held.reviews.rows.filter((row) => ids.has(row.values.id)).map((row) => row.body);
  return [
    ...accountWrites(held, items, "before"),
    ...watchWrites(held, items),
    ...deleteRowsOf(held.book, "audit", [...audit.remove, ...unfilled(held, "audit")]),
    ...(held.audit.facts ? appendTo(held.book, "audit", held.audit.facts, audit.append) : []),
    ...deleteRowsOf(held.book, "reviews", [...new Set([...reviews, ...broken])]),
  ];
}
