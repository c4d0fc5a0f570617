import { cardRead } from "../card-records";
import type { TableResult } from "../codec/table-rows";
import type { Desk } from "../desk";
import { figureCells, type FigureColumn } from "../figure-cells";
import { figuresOf } from "../figures-of";
import { tableIn, type OpenBook } from "../open-book";
import type { Outcome } from "../outcome";
import { readTables, snapshotInSlices, type CardSnapshot } from "../read-card";
import { sameTable } from "../same-table";
import { columnIndexes } from "../schema/headers";
import { accounts } from "../schema/accounts";
import type { TableId } from "../schema/schema";
import { WorkbookError } from "../workbook-error";
import type { Write } from "../workbook-gateway";
import { done, failed, refusable } from "./failure";

/** The last one only looks whether the one before held. */
const attempts = 6;

export interface RefreshChoice {
  /** The person agreed that filters are taken off and put back (WB14). */
  readonly clearFilters: boolean;
  /** Tables to read anew; the others are taken as they were read last. */
  readonly reread: ReadonlySet<TableId>;
}

/**
 * Writes the computed columns (WB11) where they differ: one trip to read, one to write and to read back. The ids come
 * back in the batch that writes; if a co-author sorted in between, the figures are planned and written again until
 * every row has its own (WB14). Comes back with the number of accounts and what was read last.
 */
export function refreshFigures(
  desk: Desk,
  before: CardSnapshot,
  choice: RefreshChoice,
): Promise<Outcome<{ accounts: number; snapshot: CardSnapshot }>> {
  return refusable("action", async () => {
    if (before.book.survey.readOnly) throw new WorkbookError("read-only", null);
    const read = await readWatched(desk, before, choice.reread);
    if (!read) return failed("cancelled");
    let snapshot = await withRead(before, read);
    let lost = false;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const plan = await planFigures(desk, snapshot);
      const { facts } = plan.table;
      if (plan.columns.length === 0) return failed("noFigureColumns", { sheet: facts.sheet });
      const changed = plan.columns.filter((column) => column.differs);
      if (changed.length === 0) return done({ accounts: plan.accounts, snapshot });
      if (lost) return failed("figuresLost", { sheet: facts.sheet });
      if (facts.protected) throw new WorkbookError("protected", facts.sheet);
      if (facts.filtered && !choice.clearFilters) return failed("filtered", { sheet: facts.sheet });
      if (attempt === 0 && desk.signal?.aborted) return failed("cancelled");
      const after = await writeFigures(desk, snapshot.book, plan.table, changed).catch((error: unknown) =>
        rereadAfter(error, desk, snapshot.book, plan.table),
      );
      lost = sameIds(plan.table, after);
      snapshot = await snapshotInSlices(
        snapshot.book.survey,
        new Map([...snapshot.results, ["accounts", after]]),
        snapshot.book.language,
      );
    }
    return failed("keepsChanging", { sheet: tableIn(snapshot.book, "accounts").facts.sheet });
  });
}

/** Tells the rows that have come; null when it was cancelled between two pieces. */
async function readWatched(
  desk: Desk,
  { book, rowCounts }: CardSnapshot,
  reread: ReadonlySet<TableId>,
): Promise<ReadonlyMap<TableId, TableResult> | null> {
  const total = [...reread].reduce((sum, id) => sum + (rowCounts[id] ?? 0), 0);
  let rows = 0;
  const onRows = (count: number): void => {
    desk.signal?.throwIfAborted();
    rows = Math.min(total, rows + count);
    desk.progress({ step: "refresh", done: rows, total });
  };
  try {
    return await readTables(desk.gateway, book, reread, onRows);
  } catch (error) {
    if (desk.signal?.aborted && error === desk.signal.reason) return null;
    throw error;
  }
}

/** Tables that hold what they held stay as they were read, and with them all that was decoded and computed. */
async function withRead(
  before: CardSnapshot,
  read: ReadonlyMap<TableId, TableResult>,
): Promise<CardSnapshot> {
  const fresh = [...read].filter(([id, result]) => {
    const known = before.results.get(id);
    return !known || !sameTable(known, result);
  });
  if (fresh.length === 0) return before;
  const results = new Map([...before.results, ...fresh]);
  return snapshotInSlices(before.book.survey, results, before.book.language);
}

async function planFigures(
  desk: Desk,
  snapshot: CardSnapshot,
): Promise<{ table: TableResult; columns: readonly FigureColumn[]; accounts: number }> {
  const table = snapshot.results.get("accounts");
  if (!table) throw new WorkbookError("not-found", tableIn(snapshot.book, "accounts").facts.sheet);
  const model = await figuresOf(snapshot.records, desk.today());
  const columns = figureCells(model, table, snapshot.book.dialect);
  return { table, columns, accounts: model.order.length };
}

async function writeFigures(
  desk: Desk,
  book: OpenBook,
  table: TableResult,
  columns: readonly FigureColumn[],
): Promise<TableResult> {
  const { name, filters } = table.facts;
  const clear: Write[] = filters ? [{ kind: "clear-filter", table: name }] : [];
  const restore: Write[] = filters ? [{ kind: "apply-filters", table: name, filters }] : [];
  const writes = columns.map((column): Write => ({
    kind: "write-column",
    table: name,
    header: column.header,
    fromRow: 0,
    values: column.cells,
  }));
  try {
    const [after] = await desk.gateway.write(
      [...clear, ...writes, ...restore],
      [cardRead(tableIn(book, "accounts"))],
    );
    if (after?.kind !== "table") throw new WorkbookError("not-found", table.facts.sheet);
    return after;
  } catch (error) {
    // The filter was the person's: whatever failed, it comes back.
    if (restore.length > 0) await desk.gateway.write(restore, []);
    throw error;
  }
}

/** A row that went meanwhile makes the write too long, and the host refuses all of it: then the table is read again. */
async function rereadAfter(
  error: unknown,
  desk: Desk,
  book: OpenBook,
  before: TableResult,
): Promise<TableResult> {
  if (!(error instanceof WorkbookError) || error.code !== "host") throw error;
  const now = (await readTables(desk.gateway, book, new Set(["accounts"] as const))).get("accounts");
  if (!now || sameIds(before, now)) throw error;
  return now;
}

function sameIds(one: TableResult, other: TableResult): boolean {
  const ids = (table: TableResult): string[] => {
    const index = columnIndexes(accounts.columns, table.headers).get("id") ?? -1;
    return table.rows.map((row) => String(row[index] ?? ""));
  };
  const [before, after] = [ids(one), ids(other)];
  return before.length === after.length && before.every((id, index) => id === after[index]);
}
