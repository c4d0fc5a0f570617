import { chainAudit, type AuditEntry, type AuditRow } from "../audit/audit-chain";
import { auditRowWrites, auditStart, type AuditWrites } from "../audit/audit-writes";
import { columnOf } from "../codec/row-cells";
import type { Desk } from "../desk";
import type { OpenBook } from "../open-book";
import type { ImportGround } from "./import-ground";
import type { ImportTable } from "./import-job";
import { breathe } from "./import-source";
import type { PlannedChange } from "./import-draft";
import { shownText } from "./shown-text";

/** Hashing these takes some ten milliseconds. */
const slice = 100;

/** One line for all rows that a table got or lost: the rows carry their stamps themselves. */
export const rowsEntry = (
  sheet: string,
  said: { readonly before: string; readonly after: string },
  source: AuditEntry["source"],
): AuditEntry => ({ table: sheet, row: "*", column: "", ...said, source });

/** One line per changed cell; of confidential columns only that they changed (S132). */
export function cellEntries(
  book: OpenBook,
  table: ImportTable,
  changes: readonly PlannedChange[],
  source: AuditEntry["source"],
): readonly AuditEntry[] {
  const { dialect } = book;
  const sheet = book.tables.get(table)?.facts.sheet ?? table;
  return changes.flatMap(({ id, cells }) =>
    cells.map(({ column, before, meaning }): AuditEntry => {
      const definition = columnOf(table, column);
      const header = definition.header[dialect.labels.language];
      const entry = { table: sheet, row: id, column: header, source };
      if (definition.sensitive) return { ...entry, before: "", after: "changed" };
      return {
        ...entry,
        before: shownText(definition, before, dialect.labels, dialect),
        after: shownText(definition, meaning, dialect.labels),
      };
    }),
  );
}

/** The entries as writes that go on with this writer's chain, hashed in slices. */
export async function importTrail(
  desk: Desk,
  book: OpenBook,
  audit: ImportGround["audit"],
  entries: readonly AuditEntry[],
): Promise<AuditWrites | null> {
  if (entries.length === 0) return null;
  const { tail, stamp } = auditStart(book, audit, desk);
  const rows: AuditRow[] = [];
  for (let from = 0; from < entries.length; from += slice) {
    if (from > 0) await breathe();
    rows.push(...chainAudit(rows.at(-1)?.hash ?? tail, entries.slice(from, from + slice), stamp));
  }
  return auditRowWrites(book, audit, rows);
}
