import type { AuditEntry } from "../audit/audit-chain";
import { auditReads, auditWrites, isAudited, type AuditWrites } from "../audit/audit-writes";
import { tableRows, type Row, type TableResult } from "../codec/table-rows";
import type { Desk } from "../desk";
import { headerIn, tableIn, type OpenBook } from "../open-book";
import type { Issue, Outcome } from "../outcome";
import { columnOf } from "../codec/row-cells";
import { WorkbookError } from "../workbook-error";
import { deleteById } from "./delete-by-id";
import { done, failed, issueOf, refusable } from "./failure";
import { removeHalfMadeSheet } from "./half-made-sheet";
import { differences, type Logged } from "./log-interaction";
import { trailHolds } from "./trail-rows";

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
    const { sheet, filtered } = table.facts;
    if (table.facts.protected) throw new WorkbookError("protected", sheet);
    if (filtered) return failed("filteredUndo", { sheet });
    const rows = tableRows("interactions", table, book.dialect).rows;
    const standing = rows.filter(({ values }) => logged.ids.includes(values.id));
    const changed = standing.map((row) => changedSince(book, row, logged)).find((issue) => issue !== null);
    if (changed) return { ok: false, issue: changed };
    const entries = logged.ids
      .filter((id) => !isAudited(book, audit, id, "undo"))
      .map((row): AuditEntry => ({ table: sheet, row, column: "", before: "", after: "", source: "undo" }));
    const trail = entries.length > 0 ? auditWrites(book, audit, entries, desk) : null;
    return deleteRows(desk, book, { table, trail, ids: new Set(standing.map(({ values }) => values.id)) });
  });
}

function changedSince(book: OpenBook, row: Row<"interactions">, logged: Logged): Issue | null {
  const written = logged.written.find(({ id }) => id === row.values.id);
  const changed = written ? differences(written, row.values) : [];
  if (changed.length === 0) return null;
  const columns = changed.map((id) => columnOf("interactions", id).header[book.language]);
  const { sheet } = tableIn(book, "interactions").facts;
  return { code: "changedSince", values: { sheet, row: row.sheetRow, columns: columns.join(", ") } };
}

async function deleteRows(
  desk: Desk,
  book: OpenBook,
  plan: { table: TableResult; trail: AuditWrites | null; ids: ReadonlySet<string> },
): Promise<Outcome<{ rows: number }>> {
  const { table, trail, ids } = plan;
  const { sheet } = table.facts;
  const idIndex = table.headers.indexOf(headerIn(tableIn(book, "interactions"), "id"));
  try {
    const { gone, verified } = await deleteById(desk, table, idIndex, ids, {
      writes: trail?.writes ?? [],
      verify: trail ? [trail.verify] : [],
    });
    if (!gone) return failed("notUndone", { sheet });
    if (trail && !(await trailHolds(desk, trail, verified[0])))
      return failed("undoneWithoutAudit", { sheet: trail.sheet });
    return done({ rows: ids.size });
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    if (trail && !book.tables.has("audit")) await removeHalfMadeSheet(desk, trail.sheet, trail.verify);
    return failed("undoUnfinished", issueOf(error, "action", sheet).values);
  }
}
