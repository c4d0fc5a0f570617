import { isoText } from "../../core/calendar/days";
import type { AuditEntry } from "../audit/audit-chain";
import { auditReads, auditWrites, isAudited, type AuditWrites } from "../audit/audit-writes";
import type { LogDraft } from "../card";
import { rowCells } from "../codec/row-cells";
import { tableRows } from "../codec/table-rows";
import type { Desk } from "../desk";
import { headerIn, readOf, tableIn, type OpenBook } from "../open-book";
import type { Outcome } from "../outcome";
import type { Schema } from "../schema/schema";
import type { RowOf } from "../schema/table";
import { WorkbookError } from "../workbook-error";
import type { ReadResult, TableFacts, Write } from "../workbook-gateway";
import { done, failed, issueOfNothing, refusable } from "./failure";
import { removeHalfMadeSheet } from "./half-made-sheet";
import { absentIds, clearStrayRows, removeUnfilledRows } from "./stray-rows";
import { takeBackTrail, trailHolds } from "./trail-rows";

type InteractionRow = RowOf<Schema["interactions"]>;
type TableRead = Extract<ReadResult, { kind: "table" }>;

/** Where the entry stands now. */
export interface Logged {
  readonly ids: readonly string[];
  readonly sheet: string;
  /** One-based rows on that sheet, in the order of `ids`. */
  readonly rows: readonly number[];
  /** The audit table, where this entry made it. */
  readonly made: TableFacts | null;
  /** The rows as written, to be compared before an undo (TP5). */
  readonly written: readonly Partial<InteractionRow>[];
}

/** The draft as rows, one per account, without the stamps. */
function draftRows(draft: LogDraft, author: string, asOf: number): readonly Partial<InteractionRow>[] {
  return draft.accounts.map((account, index) => ({
    id: draft.ids[index] ?? "",
    account,
    contacts: draft.contacts,
    at: draft.date,
    kind: draft.kind,
    channel: draft.channel ?? "",
    content: draft.content.trim(),
    usage: draft.usage,
    newNeeds: draft.newNeeds,
    productsIntroduced: draft.productsIntroduced,
    result: draft.result,
    // A date ahead is a plan, not something that took place.
    completed: draft.planned !== true && draft.date <= asOf,
    nextAction: draft.nextAction,
    nextDate: draft.nextDate,
    author,
  }));
}

/**
 * Writes one interaction per account and its audit entry, verified in the same batch: two trips. The ids were
 * drawn with the draft, so a second save finds what the first one wrote and only completes what is missing.
 */
export function logInteraction(
  desk: Desk,
  book: OpenBook,
  draft: LogDraft,
  asOf: number,
): Promise<Outcome<Logged>> {
  return refusable("form", async () => {
    if (draft.accounts.length === 0 || draft.ids.length < draft.accounts.length)
      return failed("logWithoutAccount");
    if (draft.content.trim() === "") return failed("logWithoutContent");
    if (book.survey.readOnly) throw new WorkbookError("read-only", null);
    const found = tableIn(book, "interactions");
    const [table, ...audit] = await desk.gateway.read([readOf(found, ["id"]), ...auditReads(book)]);
    if (table?.kind !== "table") throw new WorkbookError("not-found", found.facts.sheet);
    const locked = [table, ...audit].find((read) => read.kind === "table" && read.facts.protected);
    if (locked?.kind === "table") throw new WorkbookError("protected", locked.facts.sheet);
    const rows = draftRows(draft, desk.author(), asOf);
    const plan = planLog(desk, book, { rows, table, audit });
    if (rows.length > plan.missing) await updateKnownRows(desk, book, rows);
    return write(desk, book, { table, rows, ...plan });
  });
}

interface LogPlan {
  readonly missing: number;
  readonly writes: readonly Write[];
  readonly audit: AuditWrites | null;
}

function planLog(
  desk: Desk,
  book: OpenBook,
  read: { rows: readonly Partial<InteractionRow>[]; table: TableRead; audit: readonly ReadResult[] },
): LogPlan {
  const found = tableIn(book, "interactions");
  const ids = read.rows.map((row) => row.id ?? "");
  const absent = new Set(absentIds(read.table, ids));
  const missing = read.rows.filter((row) => absent.has(row.id ?? ""));
  const stamped = missing.map((row) => ({ ...row, createdBy: desk.author(), createdAt: desk.now() }));
  const columns = Object.keys(stamped[0] ?? {}).filter((id) => found.headers.has(id));
  const entries = read.rows
    .filter((row) => !isAudited(book, read.audit, row.id ?? "", "log"))
    .map((row) => entryOf(row, book));
  const audit = entries.length > 0 ? auditWrites(book, read.audit, entries, desk) : null;
  const append: Write[] = [
    {
      kind: "append-rows",
      table: found.facts.name,
      at: read.table.facts,
      headers: columns.map((id) => headerIn(found, id)),
      rows: stamped.map((row) => rowCells("interactions", columns, row, book.dialect)),
    },
  ];
  return {
    missing: missing.length,
    writes: [...(missing.length > 0 ? append : []), ...(audit?.writes ?? [])],
    audit,
  };
}

const entryOf = (row: Partial<InteractionRow>, book: OpenBook): AuditEntry => ({
  table: tableIn(book, "interactions").facts.sheet,
  row: row.id ?? "",
  column: "",
  before: "",
  after: `${isoText(row.at ?? 0)} ${book.dialect.labels.labelOf("interactionKind", row.kind ?? "")}`,
  source: "log",
});

/** Rows that an earlier attempt wrote take what was changed in the form since, and the stamps it did not come to. */
async function updateKnownRows(
  desk: Desk,
  book: OpenBook,
  rows: readonly Partial<InteractionRow>[],
): Promise<void> {
  const found = tableIn(book, "interactions");
  const [read] = await desk.gateway.read([readOf(found)]);
  if (read?.kind !== "table") return;
  const known = tableRows("interactions", read, book.dialect).rows;
  const writes = rows.flatMap((row) => {
    const stands = known.find(({ values }) => values.id === row.id);
    if (!stands) return [];
    const stamps = { createdBy: desk.author(), createdAt: desk.now() };
    const whole = stands.values.createdAt === null ? { ...row, ...stamps } : row;
    const changed = differences(whole, stands.values).filter((id) => found.headers.has(id));
    const cells = rowCells("interactions", changed, whole, book.dialect);
    return changed.map((id, index): Write => ({
      kind: "write-column",
      table: found.facts.name,
      header: headerIn(found, id),
      fromRow: stands.body,
      values: [cells[index] ?? ""],
    }));
  });
  if (writes.length > 0) await desk.gateway.write(writes, []);
}

/** Columns in which a row no longer holds what was written. */
export function differences(written: Partial<InteractionRow>, stands: InteractionRow): readonly string[] {
  const now = new Map<string, unknown>(Object.entries(stands));
  return Object.entries(written).flatMap(([id, value]) => {
    const meant = typeof value === "string" ? value.trim().replace(/\r\n?/g, "\n") : value;
    return (meant ?? "") === (now.get(id) ?? "") ? [] : [id];
  });
}

async function write(
  desk: Desk,
  book: OpenBook,
  plan: LogPlan & { table: TableRead; rows: readonly Partial<InteractionRow>[] },
): Promise<Outcome<Logged>> {
  const found = tableIn(book, "interactions");
  const ids = plan.rows.map((row) => row.id ?? "");
  const reads = [readOf(found, ["id", "account"]), ...(plan.audit ? [plan.audit.verify] : [])];
  try {
    const [table, audit] = await desk.gateway.write(plan.writes, reads);
    const lost = absentIds(table, ids);
    if (lost.length > 0) return await notTakenIn(desk, book, plan, lost);
    if (plan.audit && !(await trailHolds(desk, plan.audit, audit)))
      return failed("savedWithoutAudit", { sheet: found.facts.sheet, audit: plan.audit.sheet });
    if (table?.kind !== "table") throw new WorkbookError("not-found", found.facts.sheet);
    const order = table.rows.map((row) => String(row[0]));
    const first = table.facts.area.row + 2;
    const rows = ids.map((id) => first + order.indexOf(id));
    const made = audit?.kind === "table" && !book.tables.has("audit") ? audit.facts : null;
    return done({ ids, sheet: table.facts.sheet, rows, made, written: plan.rows });
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return await afterFailure(desk, book, plan, ids, error);
  }
}

/** Excel said yes and the rows are not in the table: below it, or nowhere. Nothing of the entry is left behind. */
async function notTakenIn(
  desk: Desk,
  book: OpenBook,
  plan: LogPlan & { table: TableRead },
  lost: readonly string[],
): Promise<Outcome<Logged>> {
  const found = tableIn(book, "interactions");
  const { facts } = plan.table;
  const stray = await clearStrayRows(desk.gateway, facts, headerIn(found, "id"), lost);
  if (plan.audit) await takeBackTrail(desk, book, plan.audit);
  if (stray) return failed(facts.totals ? "totalsInTheWay" : "didNotGrow", { sheet: facts.sheet });
  return failed("swallowed", { sheet: facts.sheet });
}

/** Excel has no transactions: what of the batch took effect is read before anything is said (TP4). */
async function afterFailure(
  desk: Desk,
  book: OpenBook,
  plan: LogPlan & { table: TableRead },
  ids: readonly string[],
  error: WorkbookError,
): Promise<Outcome<Logged>> {
  const found = tableIn(book, "interactions");
  try {
    const [table] = await desk.gateway.read([readOf(found, ["id"])]);
    if (plan.audit && !book.tables.has("audit"))
      await removeHalfMadeSheet(desk, plan.audit.sheet, plan.audit.verify);
    await removeUnfilledRows(desk.gateway, plan.table.facts);
    if (plan.audit?.at) await removeUnfilledRows(desk.gateway, plan.audit.at);
    const absent = absentIds(table, ids).length;
    if (absent === ids.length) return { ok: false, issue: issueOfNothing(error, "form", found.facts.sheet) };
    return failed("savedPartly", { sheet: found.facts.sheet, saved: ids.length - absent, total: ids.length });
  } catch (again) {
    if (!(again instanceof WorkbookError)) throw again;
    return failed("savedUnknown", { sheet: found.facts.sheet });
  }
}
