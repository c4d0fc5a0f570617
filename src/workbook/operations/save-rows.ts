import type { AuditEntry } from "../audit/audit-chain";
import { auditReads, auditWrites, newestAfter, type AuditWrites } from "../audit/audit-writes";
import type { TableResult } from "../codec/table-rows";
import type { Desk } from "../desk";
import type { OpenBook } from "../open-book";
import type { Issue, Outcome } from "../outcome";
import { WorkbookError } from "../workbook-error";
import type { Read, ReadResult, Write } from "../workbook-gateway";
import { done, failed, issueOf } from "./failure";
import { removeHalfMadeSheet } from "./half-made-sheet";
import { RowTarget, wholeTable, type RowChanges } from "./row-target";
import { trailHolds } from "./trail-rows";

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
  const locked = results.find((result) => result.kind === "table" && result.facts.protected);
  if (locked?.kind === "table") throw new WorkbookError("protected", locked.facts.sheet);
  const targets = tables.map((changes, index) => new RowTarget(changes, tableOf(results[index]), book));
  const obstacle = targets.map(obstacleOf).find((issue) => issue !== null);
  if (obstacle) return { ok: false, issue: obstacle };
  const audit = results.slice(tables.length);
  const entries = targets
    .flatMap((target) => entriesOf(target, source))
    .filter((entry) => newestAfter(book, audit, entry) !== entry.after);
  const trail = entries.length > 0 ? auditWrites(book, audit, entries, desk) : null;
  try {
    return await writeUntilHeld(desk, targets, reads, trail);
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    if (trail && !book.tables.has("audit")) await removeHalfMadeSheet(desk, trail.sheet, trail.verify);
    const { code, values } = issueOf(error, "form", targets[0]?.sheet ?? "");
    return failed(code === "hostFailed" ? "changeUnfinished" : code, values);
  }
}

async function writeUntilHeld(
  desk: Desk,
  targets: readonly RowTarget[],
  reads: readonly Read[],
  trail: AuditWrites | null,
): Promise<Outcome<void>> {
  const unfinished = failed<void>("changeUnfinished", { sheet: targets[0]?.sheet ?? "" });
  let now = targets.map((target) => target.read);
  const plan = (): readonly Write[] =>
    targets.flatMap((target, index) => target.writes(now[index] ?? target.read));
  let writes: readonly Write[] = [...plan(), ...(trail?.writes ?? [])];
  for (let attempt = 0; attempt < attempts && writes.length > 0; attempt += 1) {
    const first = attempt === 0 && trail !== null;
    const after = await desk.gateway.write(writes, first ? [...reads, trail.verify] : reads);
    now = targets.map((_, index) => tableOf(after[index]));
    if (first && !(await trailHolds(desk, trail, after[targets.length])))
      return putBack(desk, targets, now, trail);
    writes = plan();
  }
  return writes.length > 0 ? unfinished : done(undefined);
}

/** No change without its line in the trail: the rows get back what they held. */
async function putBack(
  desk: Desk,
  targets: readonly RowTarget[],
  now: readonly TableResult[],
  trail: AuditWrites,
): Promise<Outcome<void>> {
  const writes = targets.flatMap((target, index) => target.writesBack(now[index] ?? target.read));
  if (writes.length > 0) await desk.gateway.write(writes, []);
  return failed("trailNotTaken", { sheet: trail.sheet });
}

function obstacleOf(target: RowTarget): Issue | null {
  const values = { sheet: target.sheet };
  if (target.read.facts.filtered) return { code: "filteredForm", values };
  return target.changedMeanwhile() ? { code: "changedMeanwhile", values } : null;
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
    before,
    after,
    source,
  }));
