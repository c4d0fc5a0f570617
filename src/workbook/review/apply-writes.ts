/** What is still missing of an Apply, given what the workbook holds: the same for a first try and for finishing. */
import type { Meaning } from "../codec/cell";
import type { Desk } from "../desk";
import type { Write } from "../workbook-gateway";
import { missingAudit } from "./review-audit";
import type { ReviewItem, ReviewRowValues } from "./review-item";
import type { HeldReviews } from "./review-state";
import { appendTo, unfiltered, writeCellsOf } from "./table-writes";

export const accountFields = ["tier", "lastReview", "strategy", "changedBy", "changedAt"] as const;

/** Cells to set per column, by body row. */
export type ColumnCells = Map<string, Map<number, Meaning>>;

export function setCell(cells: ColumnCells, column: string, row: number, value: Meaning): void {
  const rows = cells.get(column) ?? new Map<number, Meaning>();
  rows.set(row, value);
  cells.set(column, rows);
}

type Fields<K extends string> = Readonly<Record<K, Meaning>>;

/** Moves fields of a row from one state to another; a field somebody changed meanwhile stays theirs. */
export function moveFields<K extends string>(
  cells: ColumnCells,
  fields: readonly K[],
  row: { readonly body: number; readonly values: Fields<K> },
  from: Fields<K>,
  to: Fields<K>,
): void {
  for (const field of fields) {
    if (row.values[field] === from[field] && from[field] !== to[field]) {
      setCell(cells, field, row.body, to[field]);
    }
  }
}

export const closeFields = ["closed", "lesson", "changedBy", "changedAt"] as const;

/** What a closed Watchlist row shall hold: the reason is its lesson. */
export const closedCells = (item: ReviewItem) => ({
  closed: item.asOf,
  lesson: item.reason,
  changedBy: item.reviewer,
  changedAt: item.at,
});

export const writesOf = (held: HeldReviews, table: "accounts" | "watchlist", cells: ColumnCells): Write[] =>
  [...cells].flatMap(([column, values]) => writeCellsOf(held.book, table, column, values));

/** Fields of the accounts from before to after the review, or back. */
export function accountWrites(
  held: HeldReviews,
  items: readonly ReviewItem[],
  way: "after" | "before",
): Write[] {
  const rows = new Map(held.accounts.rows.map((row) => [row.values.id, row]));
  const cells: ColumnCells = new Map();
  for (const item of items) {
    const row = rows.get(item.account);
    const from = way === "after" ? item.before : item.after;
    if (row) moveFields(cells, accountFields, row, from, item[way]);
  }
  return writesOf(held, "accounts", cells);
}

const opened = (item: ReviewItem, watch: ReviewItem["opens"][number]) => ({
  id: watch.id,
  account: item.account,
  kind: watch.kind,
  since: item.asOf,
  cause: watch.cause,
  detail: watch.detail,
  measure: watch.measure,
  owner: watch.owner,
  nextCheck: watch.nextCheck,
  valueAtStake: watch.valueAtStake,
  createdBy: item.reviewer,
  createdAt: item.at,
});

function watchWrites(held: HeldReviews, items: readonly ReviewItem[]): Write[] {
  const rows = new Map(held.watchlist.rows.map((row) => [row.values.id, row]));
  const cells: ColumnCells = new Map();
  for (const item of items) {
    for (const watch of item.closes) {
      const row = rows.get(watch.id);
      if (row) moveFields(cells, closeFields, row, watch, closedCells(item));
    }
  }
  const opens = items.flatMap((item) =>
    item.opens.filter(({ id }) => !rows.has(id)).map((watch) => opened(item, watch)),
  );
  const { facts } = held.watchlist;
  return [
    ...(facts ? appendTo(held.book, "watchlist", facts, opens) : []),
    ...writesOf(held, "watchlist", cells),
  ];
}

/** State of the items' rows in Reviews; `added` rows stand below the last one once they are appended. */
function stateWrites(held: HeldReviews, items: readonly ReviewItem[], added: number): Write[] {
  const ids = new Set(items.map((item) => item.id));
  const cells = new Map<number, Meaning>();
  for (const row of held.reviews.rows) {
    if (ids.has(row.values.id) && row.values.state !== "applied") cells.set(row.body, "applied");
  }
  const first = held.reviews.facts?.rowCount ?? 0;
  for (let index = 0; index < added; index += 1) cells.set(first + index, "applied");
  return writeCellsOf(held.book, "reviews", "state", cells);
}

/**
 * The writes of an Apply in their order: Reviews rows pending with the values before, Accounts, Watchlist,
 * Audit, then state applied. `rows` are those not yet in the table. Empty if nothing is missing.
 */
export function missingWrites(
  desk: Desk,
  held: HeldReviews,
  items: readonly ReviewItem[],
  rows: readonly ReviewRowValues[],
): { readonly writes: readonly Write[]; readonly auditRows: number } {
  const { reviews, audit } = held;
  const auditRows = missingAudit(desk, held, items);
  const writes = [
    ...(reviews.facts ? appendTo(held.book, "reviews", reviews.facts, rows) : []),
    ...accountWrites(held, items, "after"),
    ...watchWrites(held, items),
    ...(audit.facts ? appendTo(held.book, "audit", audit.facts, auditRows) : []),
    ...stateWrites(held, items, rows.length),
  ];
  return { writes, auditRows: auditRows.length };
}

/** Around these writes every table they touch is unfiltered. */
export const withoutFilters = (held: HeldReviews, writes: readonly Write[]): Write[] =>
  writes.length === 0
    ? []
    : unfiltered(
        [held.accounts.facts, held.watchlist.facts, held.reviews.facts, held.cycles.facts, held.audit.facts],
        writes,
      );

/** Puts filters back that a batch lifted before it broke off. */
export function refiltered(before: HeldReviews, now: HeldReviews): Write[] {
  return (["accounts", "watchlist", "reviews", "cycles", "audit"] as const).flatMap((id): Write[] => {
    const [was, is] = [before[id].facts, now[id].facts];
    if (!was?.filters || !is || is.filtered) return [];
    return [{ kind: "apply-filters", table: is.name, filters: was.filters }];
  });
}
