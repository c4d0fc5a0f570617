import { columnOf } from "../codec/row-cells";
import type { TrailDebt } from "../audit/trail-debt";
import type { Desk } from "../desk";
import { readOf, type OpenBook } from "../open-book";
import { changeCriteria } from "../operations/change-criteria";
import { done, failed } from "../operations/failure";
import type { Issue, Outcome } from "../outcome";
import { WorkbookError } from "../workbook-error";
import type { Read, ReadResult } from "../workbook-gateway";
import { readGround, obstacleOf, type ImportGround } from "./import-ground";
import { importKinds, type ImportTable, type UndoReceipt } from "./import-job";
import type { PlannedRow } from "./import-draft";
import { ImportTrail } from "./import-trail";
import type { ImportUndo } from "./run-import";
import type { TableUndo } from "./table-undo";
import { UndoRun } from "./undo-run";

/** Tables whose rows may name an account that the import made. */
const naming = ["contacts", "purchases", "interactions", "actions", "watchlist", "reviews"] as const;

/**
 * Takes a whole import back: rows it added are deleted, cells it changed get what they held. A row that was changed
 * since, or an account that other rows name by now, is left alone and named. The trail keeps the import and gets the undo.
 */
export async function undoImport(
  desk: Desk,
  book: OpenBook,
  undo: ImportUndo,
  debt: TrailDebt,
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
  const obstacle = obstacleOf(ground);
  if (obstacle?.code === "import.filtered") return failed("import.filteredUndo", obstacle.values);
  const named = accountsNamed(
    names.map(({ id }) => id),
    ground.beside,
    undo,
  );
  const plans = tables.map((table) => planOf(book, table, ground, undo, named));
  const trail = new ImportTrail(desk, book, ground.audit, debt);
  const gone = await new UndoRun(desk, book, plans, trail, undo.source).run();
  if (!gone.ok) return gone;
  return done({
    deleted: plans.reduce((sum, { doomed }) => sum + doomed.size, 0),
    restored: plans.reduce((sum, { restored }) => sum + restored.length, 0),
    kept: plans.flatMap((plan) => plan.kept),
    issue: gone.value.told ? null : { code: "import.undoNotAudited", values: {} },
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
