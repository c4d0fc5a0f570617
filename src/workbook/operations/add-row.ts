import type { AuditEntry } from "../audit/audit-chain";
import { auditReads, auditWrites, isAudited, type AuditWrites } from "../audit/audit-writes";
import type { Meaning } from "../codec/cell";
import { columnOf, rowCells } from "../codec/row-cells";
import { tableRows, type TableResult } from "../codec/table-rows";
import type { Desk } from "../desk";
import { FreeNames } from "../free-names";
import { newTable } from "../new-table";
import { headerIn, readOf, tableIn, type OpenBook } from "../open-book";
import type { Outcome } from "../outcome";
import type { Schema, TableId } from "../schema/schema";
import type { RowOf } from "../schema/table";
import { WorkbookError } from "../workbook-error";
import type { Read, ReadResult, Write } from "../workbook-gateway";
import { deleteById } from "./delete-by-id";
import { done, failed, failedEdit } from "./failure";
import { removeHalfMadeSheet, removeSheets } from "./half-made-sheet";
import { absentIds, clearStrayRows } from "./stray-rows";
import { takeBackTrail, trailHolds } from "./trail-rows";

/** A row that was added, as written; to be compared before it is taken back (TP5). */
export interface AddedRow {
  readonly table: TableId;
  readonly id: string;
  readonly written: Readonly<Record<string, Meaning>>;
}

interface RowPlan {
  readonly writes: readonly Write[];
  readonly verify: Read;
  readonly sheet: string;
  readonly isNew: boolean;
}

/**
 * Adds one row to a table of the card, making the table when it is first used (WB10), with its line in the trail: one
 * trip to read, one to write and look whether the row arrived. A failure leaves nothing behind or says what is there. A
 * row whose id is there already is not written twice: only its line is added, if that is missing.
 */
export async function addRow(
  desk: Desk,
  book: OpenBook,
  id: "actions",
  row: Partial<RowOf<Schema["actions"]>> & { readonly id: string },
  source: AuditEntry["source"],
): Promise<Outcome<AddedRow>> {
  if (book.survey.readOnly) throw new WorkbookError("read-only", null);
  const found = book.tables.get(id);
  const results = await desk.gateway.read([...(found ? [readOf(found, ["id"])] : []), ...auditReads(book)]);
  const locked = results.find((result) => result.kind === "table" && result.facts.protected);
  if (locked?.kind === "table") throw new WorkbookError("protected", locked.facts.sheet);
  const [table] = found ? results : [];
  const stamped = { ...row, createdBy: desk.author(), createdAt: desk.now() };
  const plan = planRow(book, id, stamped, table?.kind === "table" ? table : null);
  const entry = { table: plan.sheet, row: row.id, column: "", before: "", after: row.text ?? "", source };
  const audit = results.slice(found ? 1 : 0);
  const told = isAudited(book, audit, row.id, source);
  const added = { table: id, id: row.id, written: row };
  if (told && plan.writes.length === 0) return done(added);
  return write(desk, book, plan, told ? null : auditWrites(book, audit, [entry], desk), added);
}

function planRow(
  book: OpenBook,
  id: "actions",
  row: Partial<RowOf<Schema["actions"]>> & { readonly id: string },
  read: TableResult | null,
): RowPlan {
  if (!read) {
    const made = newTable(id, [row], book.dialect, new FreeNames(book.survey));
    const header = columnOf(id, "id").header[book.dialect.labels.language];
    const verify = { kind: "table", table: made.table, columns: [header] } as const;
    return { writes: made.writes, verify, sheet: made.sheet, isNew: true };
  }
  const found = tableIn(book, id);
  const columns = Object.keys(row).filter((column) => found.headers.has(column));
  const append: Write = {
    kind: "append-rows",
    table: found.facts.name,
    at: read.facts,
    headers: columns.map((column) => headerIn(found, column)),
    rows: [rowCells(id, columns, row, book.dialect)],
  };
  const stands = read.rows.some(([known]) => String(known) === row.id);
  return {
    writes: stands ? [] : [append],
    verify: readOf(found, ["id"]),
    sheet: found.facts.sheet,
    isNew: false,
  };
}

async function write(
  desk: Desk,
  book: OpenBook,
  plan: RowPlan,
  trail: AuditWrites | null,
  added: AddedRow,
): Promise<Outcome<AddedRow>> {
  try {
    const [table, audit] = await desk.gateway.write(
      [...plan.writes, ...(trail?.writes ?? [])],
      [plan.verify, ...(trail ? [trail.verify] : [])],
    );
    if (absentIds(table, [added.id]).length > 0) return await notTaken(desk, book, plan, trail, added, table);
    return trail === null || (await trailHolds(desk, trail, audit))
      ? done(added)
      : await withoutTrail(desk, plan, added, trail.sheet);
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    if (plan.isNew) await removeHalfMadeSheet(desk, plan.sheet, plan.verify);
    if (trail && !book.tables.has("audit")) await removeHalfMadeSheet(desk, trail.sheet, trail.verify);
    return failedEdit(error, plan.sheet);
  }
}

/** The table did not take the row in: whatever stands below it goes, and so does the line in the trail. */
async function notTaken(
  desk: Desk,
  book: OpenBook,
  plan: RowPlan,
  trail: AuditWrites | null,
  added: AddedRow,
  table: ReadResult | undefined,
): Promise<Outcome<AddedRow>> {
  const header = book.tables.get(added.table)?.headers.get("id");
  if (table?.kind === "table" && header) await clearStrayRows(desk.gateway, table.facts, header, [added.id]);
  if (trail) await takeBackTrail(desk, book, trail);
  return failed("rowNotTaken", { sheet: plan.sheet });
}

/** No row without its line in the trail: it goes again. */
async function withoutTrail(
  desk: Desk,
  plan: RowPlan,
  { id }: AddedRow,
  sheet: string,
): Promise<Outcome<AddedRow>> {
  if (plan.isNew) await removeSheets(desk, [plan.sheet]);
  else if (plan.verify.kind === "table") {
    const { table: name, columns } = plan.verify;
    const [table] = await desk.gateway.read([{ kind: "table", table: name }]);
    if (table?.kind !== "table") throw new WorkbookError("not-found", plan.sheet);
    const none = { writes: [], verify: [] };
    const index = table.headers.indexOf(columns?.[0] ?? "");
    const { gone } = await deleteById(desk, table, index, new Set([id]), none);
    if (!gone) return failed("editUnfinished", { sheet: plan.sheet });
  }
  return failed("editTrailNotTaken", { sheet });
}

/** Takes a row back that still holds what was written; otherwise nothing is deleted (`rowChanged`). */
export async function takeBackRow(desk: Desk, book: OpenBook, added: AddedRow): Promise<Outcome<void>> {
  const found = tableIn(book, added.table);
  const { sheet } = found.facts;
  const whole = { kind: "table", table: found.facts.name } as const;
  const [table, ...audit] = await desk.gateway.read([whole, ...auditReads(book)]);
  if (table?.kind !== "table") throw new WorkbookError("not-found", sheet);
  if (table.facts.protected) throw new WorkbookError("protected", sheet);
  if (table.facts.filtered) return failed("filteredUndo", { sheet });
  const row = tableRows(added.table, table, book.dialect).rows.find(
    ({ values }) => rowId(values) === added.id,
  );
  const values = new Map<string, Meaning>(Object.entries(row?.values ?? {}));
  const changed = Object.entries(added.written).some(
    ([column, meaning]) => found.headers.has(column) && (values.get(column) ?? "") !== (meaning ?? ""),
  );
  if (row && changed) return failed("rowChanged", { sheet, row: added.id });
  const entry = { table: sheet, row: added.id, column: "", before: "", after: "", source: "undo" } as const;
  const trail = isAudited(book, audit, added.id, "undo") ? null : auditWrites(book, audit, [entry], desk);
  const { gone } = await deleteById(
    desk,
    table,
    table.headers.indexOf(headerIn(found, "id")),
    new Set([added.id]),
    {
      writes: trail?.writes ?? [],
      verify: trail ? [trail.verify] : [],
    },
  );
  return gone ? done(undefined) : failed("notUndone", { sheet });
}

const rowId = (values: Readonly<Record<string, Meaning>>): string => String(values["id"] ?? "");
