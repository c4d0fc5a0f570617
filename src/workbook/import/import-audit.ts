import type { AuditEntry } from "../audit/audit-chain";
import { columnOf } from "../codec/row-cells";
import type { OpenBook } from "../open-book";
import type { ImportTable } from "./import-job";
import type { PlannedChange } from "./import-draft";
import { shownText } from "./shown-text";

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
