import type { AuditEntry } from "../audit/audit-chain";
import { auditReads, auditWrites, isAudited } from "../audit/audit-writes";
import { tableRows, type Row } from "../codec/table-rows";
import type { Desk } from "../desk";
import { headerIn, tableIn, type OpenBook } from "../open-book";
import type { Outcome } from "../outcome";
import { columnOf } from "../codec/row-cells";
import { WorkbookError } from "../workbook-error";
import { deleteById } from "./delete-by-id";
import { done, failed, issueOf, refusable } from "./failure";
import { removeHalfMadeSheet } from "./half-made-sheet";
import { differences, type Logged } from "./log-interaction";
import { absentIds } from "./stray-rows";

/**
 * Takes the last entry back (TP5): only rows that still hold what was written; otherwise `changedSince` names the
 * row and the columns and nothing is deleted. The trail keeps the entry and gets a second one for the undo.
 */
export function undoLog(desk: Desk, book: OpenBook, logged: Logged): Promise<Outcome<{ rows: number }>> {
  return refusable("action", async () => {
    const found = tableIn(book, "interactions");
    const [table, ...audit] = await desk.gateway.read([
      { kind: "table", table: found.facts.name },
      ...auditReads(book),
    ]);
    if (table?.kind !== "table") throw new WorkbookError("not-found", found.facts.sheet);
    const { facts } = table;
    if (facts.protected) throw new WorkbookError("protected", facts.sheet);
    if (facts.filtered) return failed("filteredUndo", { sheet: facts.sheet });
    const rows = tableRows("interactions", table, book.dialect).rows;
    const standing = logged.written.flatMap((written) => {
      const row = rows.find(({ values }) => values.id === written.id);
      return row ? [{ written, row }] : [];
    });
    for (const { written, row } of standing) {
      const changed = differences(written, row.values);
      if (changed.length > 0) return changedSince(book, row, changed);
    }
    const entries = logged.ids
      .filter((id) => !isAudited(book, audit, id, "undo"))
      .map((row): AuditEntry => ({
        table: facts.sheet,
        row,
        column: "",
        before: "",
        after: "",
        source: "undo",
      }));
    const trail = entries.length > 0 ? auditWrites(book, audit, entries, desk) : null;
    const ids = new Set(standing.map(({ row }) => row.values.id));
    const idIndex = table.headers.indexOf(headerIn(found, "id"));
    try {
      const { gone, verified } = await deleteById(desk, table, idIndex, ids, {
        writes: trail?.writes ?? [],
        verify: trail ? [trail.verify] : [],
      });
      if (!gone) return failed("notUndone", { sheet: facts.sheet });
      const unaudited = trail
        ? absentIds(
            verified[0],
            trail.rows.map((row) => row.id),
          )
        : [];
      if (unaudited.length > 0) return failed("undoneWithoutAudit", { sheet: trail?.sheet ?? "" });
      return done({ rows: ids.size });
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      if (trail && !book.tables.has("audit")) await removeHalfMadeSheet(desk, trail.sheet);
      return { ok: false, issue: { ...issueOf(error, "action", facts.sheet), code: "undoUnfinished" } };
    }
  });
}

function changedSince(
  book: OpenBook,
  row: Row<"interactions">,
  changed: readonly string[],
): Outcome<{ rows: number }> {
  const columns = changed.map((id) => columnOf("interactions", id).header[book.language]);
  const { sheet } = tableIn(book, "interactions").facts;
  return failed("changedSince", { sheet, row: row.sheetRow, columns: columns.join(", ") });
}
