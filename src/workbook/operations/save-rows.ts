import type { AuditEntry } from "../audit/audit-chain";
import { auditReads, auditWrites, newestAfter } from "../audit/audit-writes";
import type { TableResult } from "../codec/table-rows";
import type { Desk } from "../desk";
import type { OpenBook } from "../open-book";
import type { Outcome } from "../outcome";
import { WorkbookError } from "../workbook-error";
import type { ReadResult, Write } from "../workbook-gateway";
import { done, failed, issueOf } from "./failure";
import { removeHalfMadeSheet } from "./half-made-sheet";
import { RowTarget, wholeTable, type RowChanges } from "./row-target";
import { absentIds } from "./stray-rows";

/** The last one only looks whether the one before held. */
const attempts = 5;

/**
 * Saves changes to settings tables in one batch with their audit entries: one trip to read, one to write and read back.
 * Where a sort moved rows in between it is planned and written again, until every row holds what it should. A cell that
 * no longer holds what the form showed stops everything before anything is written (`changedMeanwhile`, WB15).
 */
export async function saveRows(
  desk: Desk,
  book: OpenBook,
  tables: readonly RowChanges[],
  source: AuditEntry["source"],
): Promise<Outcome<void>> {
  if (book.survey.readOnly) throw new WorkbookError("read-only", null);
  const reads = tables.map(({ table }) => wholeTable(book, table));
  const results = await desk.gateway.read([...reads, ...auditReads(book)]);
  const targets = tables.map((changes, index) => new RowTarget(changes, tableOf(results[index]), book));
  const audit = results.slice(tables.length);
  const locked = results.find((result) => result.kind === "table" && result.facts.protected);
  if (locked?.kind === "table") throw new WorkbookError("protected", locked.facts.sheet);
  for (const target of targets) {
    if (target.read.facts.filtered) return failed("filteredForm", { sheet: target.sheet });
    if (target.changedMeanwhile()) return failed("changedMeanwhile", { sheet: target.sheet });
  }
  const entries = targets
    .flatMap((target) => entriesOf(target, source))
    .filter((entry) => newestAfter(book, audit, entry) !== entry.after);
  const trail = entries.length > 0 ? auditWrites(book, audit, entries, desk) : null;
  try {
    let now = targets.map((target) => target.read);
    let more: readonly Write[] = trail?.writes ?? [];
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const writes = targets.flatMap((target, index) => target.writes(now[index] ?? target.read));
      if (writes.length + more.length === 0) return done(undefined);
      const verify = [...reads, ...(attempt === 0 && trail ? [trail.verify] : [])];
      const after = await desk.gateway.write([...writes, ...more], verify);
      now = targets.map((_, index) => tableOf(after[index]));
      const unaudited =
        attempt === 0 && trail
          ? absentIds(
              after[targets.length],
              trail.rows.map(({ id }) => id),
            )
          : [];
      if (unaudited.length > 0) return failed("changeUnfinished", { sheet: trail?.sheet ?? "" });
      more = [];
    }
    return failed("changeUnfinished", { sheet: targets[0]?.sheet ?? "" });
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    if (trail && !book.tables.has("audit")) await removeHalfMadeSheet(desk, trail.sheet);
    const { code, values } = issueOf(error, "form", targets[0]?.sheet ?? "");
    return failed(code === "hostFailed" ? "changeUnfinished" : code, values);
  }
}

function tableOf(result: ReadResult | undefined): TableResult {
  if (result?.kind !== "table") throw new WorkbookError("not-found", null);
  return result;
}

const entriesOf = (target: RowTarget, source: AuditEntry["source"]): readonly AuditEntry[] =>
  target.cellChanges().map(({ key, column, before, after }) => ({
    table: target.sheet,
    row: key,
    column,
    before: String(before),
    after: String(after),
    source,
  }));
