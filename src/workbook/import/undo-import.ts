import type { AuditEntry } from "../audit/audit-chain";
import { decodeCell, unreadable, type Dialect } from "../codec/cell";
import type { TableResult } from "../codec/table-rows";
import { columnOf } from "../codec/row-cells";
import type { Desk } from "../desk";
import { headerIn, readOf, tableIn, type OpenBook } from "../open-book";
import { changeCriteria } from "../operations/change-criteria";
import { deleteById } from "../operations/delete-by-id";
import { done, failed } from "../operations/failure";
import type { Issue, Outcome } from "../outcome";
import { WorkbookError } from "../workbook-error";
import type { CellInput, Read, ReadResult } from "../workbook-gateway";
import { CellTarget } from "./cell-target";
import { cellEntries, importTrail, rowsEntry } from "./import-audit";
import { readGround, obstacleOf, type ImportGround } from "./import-ground";
import { importKinds, type ImportTable, type UndoReceipt } from "./import-job";
import type { PlannedChange, PlannedRow } from "./import-draft";
import type { ImportUndo } from "./run-import";
import type { StandingTable } from "./standing-table";

/** Tables whose rows may name an account that the import made. */
const naming = ["contacts", "purchases", "interactions", "actions", "watchlist", "reviews"] as const;

interface TableUndo {
  readonly table: ImportTable;
  readonly standing: StandingTable;
  /** Ids of rows that still are what the import wrote. */
  readonly doomed: ReadonlySet<string>;
  readonly restored: readonly PlannedChange[];
  readonly kept: readonly Issue[];
}

const attempts = 5;

/**
 * Takes a whole import back: rows it added are deleted, cells it changed get what they held. A row that was changed
 * since, or an account that other rows name by now, is left alone and named. The trail keeps the import and gets the undo.
 */
export async function undoImport(
  desk: Desk,
  book: OpenBook,
  undo: ImportUndo,
): Promise<Outcome<UndoReceipt>> {
  if (book.survey.readOnly) throw new WorkbookError("read-only", null);
  const tables = importKinds.filter(
    (table) => table === "accounts" || undo.added[table].length > 0 || undo.changed[table].length > 0,
  );
  const names = naming.flatMap((id) => {
    const found = book.tables.get(id);
    return found?.headers.has("account") && found.headers.has("id") ? [{ id, found }] : [];
  });
  const besides = names.map(({ found }): Read => readOf(found, ["id", "account"]));
  const ground = await readGround(desk, book, tables, besides);
  const obstacle = obstacleOf(ground, 0);
  if (obstacle?.code === "import.filtered") return failed("import.filteredUndo", obstacle.values);
  const named = accountsNamed(
    names.map(({ id }) => id),
    ground.beside,
    undo,
  );
  const plans = tables.map((table) => planOf(book, table, ground, undo, named));
  const gone = await restoreAndDelete(desk, book, plans);
  if (!gone.ok) return gone;
  await writeTrail(desk, book, ground, plans, undo.source);
  return done({
    deleted: plans.reduce((sum, { doomed }) => sum + doomed.size, 0),
    restored: plans.reduce((sum, { restored }) => sum + restored.length, 0),
    kept: plans.flatMap((plan) => plan.kept),
  });
}

/** Accounts that rows beside the import's own name. */
function accountsNamed(
  tables: readonly string[],
  results: readonly ReadResult[],
  undo: ImportUndo,
): ReadonlySet<string> {
  const named = new Set<string>();
  tables.forEach((table, index) => {
    const result = results[index];
    const importTable = importKinds.find((kind) => kind === table);
    const own = new Set(importTable ? undo.added[importTable].map(({ id }) => id) : []);
    if (result?.kind !== "table") return;
    for (const [id, account] of result.rows) {
      if (!own.has(String(id))) named.add(String(account).trim());
    }
  });
  return named;
}

function planOf(
  book: OpenBook,
  table: ImportTable,
  ground: ImportGround,
  undo: ImportUndo,
  named: ReadonlySet<string>,
): TableUndo {
  const standing = ground.standing[table];
  const { sheet } = standing.result.facts;
  const kept: Issue[] = [];
  const mayGo = ({ id, values }: PlannedRow): boolean => {
    const changes = standing.changes(id, values);
    if (changes === null) return false;
    if (changes.length > 0) {
      kept.push({
        code: "import.keptChanged",
        values: { sheet, id, columns: headersOf(book, table, changes) },
      });
      return false;
    }
    if (table !== "accounts" || !named.has(id)) return true;
    kept.push({ code: "import.keptInUse", values: { sheet, id } });
    return false;
  };
  const doomed = new Set(undo.added[table].filter(mayGo).map(({ id }) => id));
  const restored = undo.changed[table].flatMap(({ id, cells }) => {
    const since = standing.changes(id, new Map(cells.map(({ column, meaning }) => [column, meaning])));
    if (since === null || since.length > 0) {
      const columns = headersOf(book, table, since ?? cells);
      kept.push({ code: "import.keptChanged", values: { sheet, id, columns } });
    }
    const other = new Set(since?.map(({ column }) => column) ?? cells.map(({ column }) => column));
    const back = cells.filter(({ column }) => !other.has(column));
    return back.length > 0 ? [{ id, cells: back }] : [];
  });
  return { table, standing, doomed, restored, kept };
}

const headersOf = (
  book: OpenBook,
  table: ImportTable,
  cells: readonly { readonly column: string }[],
): string => cells.map(({ column }) => columnOf(table, column).header[book.language]).join(", ");

/** Cells first, while rows stand where they were read; then rows, those that name accounts before the accounts. */
async function restoreAndDelete(
  desk: Desk,
  book: OpenBook,
  plans: readonly TableUndo[],
): Promise<Outcome<void>> {
  const total = plans.reduce((sum, { doomed }) => sum + doomed.size, 0);
  let rows = 0;
  for (const plan of [...plans].reverse()) {
    const { table, standing, doomed } = plan;
    const { sheet } = standing.result.facts;
    const now = await restore(desk, plan);
    if (!now) return failed("import.undoUnfinished", { sheet });
    if (doomed.size === 0) continue;
    desk.progress({ step: table, done: rows, total });
    const index = now.headers.indexOf(headerIn(tableIn(book, table), "id"));
    const { gone } = await deleteById(desk, now, index, doomed, { writes: [], verify: [] });
    if (!gone) return failed("import.undoUnfinished", { sheet });
    rows += doomed.size;
    desk.progress({ step: table, done: rows, total });
  }
  return done(undefined);
}

/** Puts changed cells back; the table as it stands afterwards, or null where it keeps changing. */
async function restore(desk: Desk, { table, standing, restored }: TableUndo): Promise<TableResult | null> {
  let now = standing.result;
  if (restored.length === 0) return now;
  const wanted = new Map(
    restored.map(({ id, cells }): [string, Record<string, CellInput>] => [
      id,
      Object.fromEntries(cells.map(({ column, before }) => [column, before])),
    ]),
  );
  const target = new CellTarget(table, now, wanted);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const writes = target.writes(now);
    if (writes.length === 0) return now;
    const [after] = await desk.gateway.write(writes, [{ kind: "table", table: target.name }]);
    if (after?.kind !== "table") return null;
    now = after;
  }
  return target.writes(now).length === 0 ? now : null;
}

/** Bounds the import wrote go back unless somebody changed them since; then they are named. */
export async function undoBounds(
  desk: Desk,
  book: OpenBook,
  { bounds }: ImportUndo,
): Promise<readonly Issue[]> {
  if (!bounds) return [];
  const { criteria, settings } = bounds.before;
  const { watchMinimum, growingRatio } = settings;
  const outcome = await changeCriteria(
    desk,
    book,
    { criteria, settings: { watchMinimum, growingRatio } },
    bounds.after,
  );
  return outcome.ok ? [] : [{ code: "import.keptBounds", values: {} }];
}

/** The rows are gone by now: a trail that is refused is no reason to say that the undo failed. */
async function writeTrail(
  desk: Desk,
  book: OpenBook,
  ground: ImportGround,
  plans: readonly TableUndo[],
  source: string,
): Promise<void> {
  const entries = plans.flatMap(({ table, standing, doomed, restored }): readonly AuditEntry[] => {
    const said = { before: `${doomed.size} · ${source}`, after: "" };
    const rows = doomed.size > 0 ? [rowsEntry(standing.result.facts.sheet, said, "undo")] : [];
    return [...rows, ...cellEntries(book, table, turned(table, restored, book.dialect), "undo")];
  });
  try {
    const trail = await importTrail(desk, book, ground.audit, entries);
    if (trail) await desk.gateway.write(trail.writes, []);
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
  }
}

/** The changes the other way round, for the trail. */
function turned(
  table: ImportTable,
  changes: readonly PlannedChange[],
  dialect: Dialect,
): readonly PlannedChange[] {
  return changes.map(({ id, cells }) => ({
    id,
    cells: cells.map(({ column, before, after }) => {
      const meant = decodeCell(columnOf(table, column), before, dialect);
      const meaning = meant === unreadable ? String(before) : meant;
      return { column, before: typeof after === "object" ? "" : after, after: before, meaning };
    }),
  }));
}
