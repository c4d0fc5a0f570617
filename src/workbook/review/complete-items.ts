/** Looks whether all of an Apply arrived and writes what did not: for a first try and for finishing. */
import type { Desk } from "../desk";
import { failed } from "../operations/failure";
import { clearStrayRows } from "../operations/stray-rows";
import type { Outcome } from "../outcome";
import type { TableId } from "../schema/schema";
import type { Write } from "../workbook-gateway";
import { missingWrites, withoutFilters } from "./apply-writes";
import { rereadReviews } from "./made-tables";
import { restoreMisplaced } from "./misplaced-cells";
import type { ReviewItem } from "./review-item";
import type { HeldReviews } from "./review-state";
import { writeCellsOf } from "./table-writes";

/** The last one only looks whether the one before held. */
const attempts = 4;

type Completed =
  | { readonly kind: "complete" }
  /** `arrived` said no: nothing more was written. */
  | { readonly kind: "lost"; readonly now: HeldReviews }
  /** Tables did not take rows in, or keep changing: the reviews are pending. */
  | { readonly kind: "pending"; readonly now: HeldReviews; readonly outcome: Outcome<never> };

/**
 * Reads back what was written, puts right what a co-author's sort misplaced and writes again what is missing. Where a
 * table does not take its rows in the reviews are marked pending, so that they can be finished or taken back.
 */
export async function completeItems(
  desk: Desk,
  held: HeldReviews,
  items: readonly ReviewItem[],
  arrived: (now: HeldReviews) => boolean = () => true,
): Promise<Completed> {
  let before = held;
  for (let attempt = 1; ; attempt += 1) {
    const now = await rereadReviews(desk, held, null);
    if (!arrived(now)) return { kind: "lost", now };
    const restored = restoreMisplaced(before, now, items);
    const { writes } = missingWrites(desk, restored.held, items, []);
    const all = [...restored.writes, ...writes];
    if (all.length === 0) return { kind: "complete" };
    await clearLost(desk, now, items);
    if (attempt === attempts) return leavePending(desk, now, items);
    before = restored.held;
    await desk.gateway.write(withoutFilters(now, all), []);
  }
}

/** Ids of rows that this Apply adds, by their table. */
const addedIds = (items: readonly ReviewItem[]) =>
  ({
    audit: items.flatMap((item) => item.audit),
    watchlist: items.flatMap((item) => item.opens.map(({ id }) => id)),
    reviews: items.map(({ id }) => id),
  }) as const;

const addedTables = ["audit", "watchlist", "reviews"] as const;

function lostIds(held: HeldReviews, items: readonly ReviewItem[], table: (typeof addedTables)[number]) {
  const there = new Set(held[table].rows.map(({ values }) => values.id));
  return addedIds(items)[table].filter((id) => !there.has(id));
}

/** Clears rows again that stand below a table which did not take them in: a further try finds their place free. */
export async function clearLost(desk: Desk, held: HeldReviews, items: readonly ReviewItem[]): Promise<void> {
  for (const table of addedTables) {
    const { facts } = held[table];
    const header = held.book.tables.get(table)?.headers.get("id");
    const lost = lostIds(held, items, table);
    if (facts && header !== undefined && lost.length > 0)
      await clearStrayRows(desk.gateway, facts, header, lost);
  }
}

async function leavePending(desk: Desk, now: HeldReviews, items: readonly ReviewItem[]): Promise<Completed> {
  const ids = new Set(items.map(({ id }) => id));
  const own = now.reviews.rows.filter(({ values }) => ids.has(values.id));
  const cells = new Map(own.map(({ body }) => [body, "pending"]));
  const writes: Write[] = writeCellsOf(now.book, "reviews", "state", cells);
  if (writes.length > 0) await desk.gateway.write(withoutFilters(now, writes), []);
  const short = addedTables.find((table) => lostIds(now, items, table).length > 0);
  const count = own.length;
  const outcome = short
    ? failed<never>("review.rowsNotTaken", { sheet: sheetOf(now, short), count })
    : failed<never>("review.pending", { count });
  return { kind: "pending", now, outcome };
}

const sheetOf = (held: HeldReviews, table: TableId): string => held.book.tables.get(table)?.facts.sheet ?? "";
