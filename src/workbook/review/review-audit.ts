/** Audit entries of applied decisions (S132): one per cell of Accounts that changes and per Watchlist row. */
import { isoText } from "../../core/calendar/days";
import { chainAudit, chainTail, type AuditEntry, type AuditRow } from "../audit/audit-chain";
import type { Desk } from "../desk";
import { drawId } from "../row-ids";
import { schema, type TableId } from "../schema/schema";
import type { Column } from "../schema/column";
import type { ReviewItem } from "./review-item";
import type { HeldReviews } from "./review-state";

const dayText = (day: number | null) => (day === null ? "" : isoText(day));

function headerOf({ book }: HeldReviews, table: TableId, column: string): string {
  const columns: readonly Column[] = schema[table].columns;
  const own = book.tables.get(table)?.headers.get(column);
  return own ?? columns.find((one) => one.id === column)?.header[book.language] ?? column;
}

const sheetOf = ({ book }: HeldReviews, table: TableId) =>
  book.tables.get(table)?.facts.sheet ?? schema[table].sheet[book.language];

export function auditEntries(held: HeldReviews, item: Omit<ReviewItem, "audit">): AuditEntry[] {
  const { labels } = held.book.dialect;
  const { before, after } = item;
  const cell = (column: string, was: string, is: string): AuditEntry[] =>
    was === is
      ? []
      : [
          {
            table: sheetOf(held, "accounts"),
            row: item.account,
            column: headerOf(held, "accounts", column),
            before: was,
            after: is,
            source: "apply",
          },
        ];
  const watch = (row: string, column: string, is: string): AuditEntry => ({
    table: sheetOf(held, "watchlist"),
    row,
    column: column && headerOf(held, "watchlist", column),
    before: "",
    after: is,
    source: "apply",
  });
  return [
    ...cell("tier", labels.labelOf("tier", before.tier), labels.labelOf("tier", after.tier)),
    ...cell("lastReview", dayText(before.lastReview), dayText(after.lastReview)),
    ...cell(
      "strategy",
      labels.labelOf("strategy", before.strategy),
      labels.labelOf("strategy", after.strategy),
    ),
    ...item.opens.map(({ id, kind }) =>
      watch(id, "", `${item.account}: ${labels.labelOf("watchKind", kind)}`),
    ),
    ...item.closes.map(({ id }) => watch(id, "closed", dayText(item.asOf))),
  ];
}

/** Rows still missing from the trail, under the ids planned for them, chained to what this writer wrote last. */
export function missingAudit(desk: Desk, held: HeldReviews, items: readonly ReviewItem[]): AuditRow[] {
  const known = held.audit.rows.map((row) => row.values);
  const present = new Set(known.map((row) => row.id));
  const missing = items.flatMap((item) =>
    auditEntries(held, item).flatMap((entry, index) => {
      const id = item.audit[index];
      return id === undefined || present.has(id) ? [] : [{ id, entry }];
    }),
  );
  const ids = missing.map(({ id }) => id);
  return chainAudit(
    chainTail(known, desk.writer),
    missing.map(({ entry }) => entry),
    {
      by: desk.author(),
      writer: desk.writer,
      at: desk.now(),
      nextId: () => ids.shift() ?? "",
    },
  );
}

/** What taking back does to the trail: rows to delete, or entries that say so where later rows build on them. */
export function undoneAudit(
  desk: Desk,
  held: HeldReviews,
  items: readonly ReviewItem[],
): { readonly remove: readonly number[]; readonly append: readonly AuditRow[] } {
  const ids = new Set(items.flatMap((item) => item.audit));
  const own = held.audit.rows.filter((row) => ids.has(row.values.id));
  const hashes = new Set(own.map((row) => row.values.hash));
  const builtOn = held.audit.rows.some(
    (row) =>
      !hashes.has(row.values.hash) && row.values.previousHash !== "" && hashes.has(row.values.previousHash),
  );
  if (!builtOn) return { remove: own.map((row) => row.body), append: [] };
  const known = held.audit.rows.map((row) => row.values);
  const taken = new Set(known.map((row) => row.id));
  const entries = own.map(({ values }) => ({
    table: values.table,
    row: values.row,
    column: values.column,
    before: values.after,
    after: values.before,
    source: "take-back" as const,
  }));
  const stamp = {
    by: desk.author(),
    writer: desk.writer,
    at: desk.now(),
    nextId: () => drawId("AUD", desk.today(), () => desk.chance(), taken),
  };
  return { remove: [], append: chainAudit(chainTail(known, desk.writer), entries, stamp) };
}
