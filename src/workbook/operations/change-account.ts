import type { AuditEntry } from "../audit/audit-chain";
import { auditReads, auditWrites, newestAfter, type AuditWrites } from "../audit/audit-writes";
import { encodeCell } from "../codec/cell";
import { columnOf } from "../codec/row-cells";
import { storableText } from "../codec/storable-text";
import type { TableResult } from "../codec/table-rows";
import type { AccountChange, AccountIdentity, ChangedAccount } from "../daily-verbs";
import type { Desk } from "../desk";
import { tableIn, type OpenBook } from "../open-book";
import type { Issue, Outcome } from "../outcome";
import { CellWork } from "../repair/cell-work";
import { childTables } from "../schema/account-tables";
import type { TableId } from "../schema/schema";
import { WorkbookError } from "../workbook-error";
import type { CellInput, CellValue, Read, ReadResult } from "../workbook-gateway";
import { done, failed, failedEdit } from "./failure";
import { removeHalfMadeSheet } from "./half-made-sheet";
import { trailHolds } from "./trail-rows";

/** The last one only looks whether the one before held. */
const attempts = 5;

interface Touched {
  readonly id: TableId;
  readonly result: TableResult;
}

/** Cells of one table that change: column → body row → cell. */
type Cells = ReadonlyMap<string, ReadonlyMap<number, CellInput>>;

interface Work {
  readonly id: TableId;
  readonly result: TableResult;
  readonly cells: Cells;
  readonly rows: number;
}

/**
 * Gives an account another id or name (TP8): its row and the rows of every table that name it change in one batch with
 * their lines in the trail, and are read back. One trip to read, one to write. What stands in the way is said before
 * anything is written: another account of that id, rows that name it already, an open review whose sheets hold the old one.
 */
export async function changeAccount(
  desk: Desk,
  book: OpenBook,
  change: AccountChange,
): Promise<Outcome<ChangedAccount>> {
  if (book.survey.readOnly) throw new WorkbookError("read-only", null);
  const to = { id: storableText(change.to.id).trim(), name: storableText(change.to.name).trim() };
  const tables = [
    "accounts" as const,
    ...(to.id === change.from.id ? [] : [...childTables, "cycles" as const]),
  ].filter((id) => book.tables.has(id));
  const reads = tables.map((id): Read => ({ kind: "table", table: tableIn(book, id).facts.name }));
  const results = await desk.gateway.read([...reads, ...auditReads(book)]);
  const locked = results.find((result) => result.kind === "table" && result.facts.protected);
  if (locked?.kind === "table") throw new WorkbookError("protected", locked.facts.sheet);
  const touched = tables.map((id, index): Touched => ({ id, result: tableOf(results[index]) }));
  const obstacle = obstacleTo(book, touched, change.from, to);
  if (obstacle) return { ok: false, issue: obstacle };
  const works = touched.flatMap((table) => workOn(desk, book, table, change.from, to));
  const audit = results.slice(tables.length);
  // Of a try that got as far as the account's row some lines may be there; else any like them are of another time.
  const begun = works.every(({ id }) => id !== "accounts");
  const entries = entriesOf(book, touched, change.from, to).filter(
    (entry) => !begun || newestAfter(book, audit, entry) !== entry.after,
  );
  const trail = entries.length > 0 ? auditWrites(book, audit, entries, desk) : null;
  const sheet = tableIn(book, "accounts").facts.sheet;
  try {
    const ended = await writeUntilHeld(desk, works, trail);
    if (ended !== "held")
      return ended === "unfinished"
        ? failed("editUnfinished", { sheet })
        : failed("editTrailNotTaken", { sheet: trail?.sheet ?? "" });
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    if (trail && !book.tables.has("audit")) await removeHalfMadeSheet(desk, trail.sheet, trail.verify);
    return failedEdit(error, sheet);
  }
  const rows = works.reduce((sum, work) => sum + (work.id === "accounts" ? 0 : work.rows), 0);
  return done({ from: change.from, to, rows });
}

function tableOf(result: ReadResult | undefined): TableResult {
  if (result?.kind !== "table") throw new WorkbookError("not-found", null);
  return result;
}

const written = (cell: CellValue | undefined): string => String(cell ?? "").trim();

function columnIn(book: OpenBook, { id, result }: Touched, column: string): readonly string[] {
  const header = book.tables.get(id)?.headers.get(column);
  const index = header === undefined ? -1 : result.headers.indexOf(header);
  return index < 0 ? [] : result.rows.map((row) => written(row[index]));
}

/** Why nothing can be written; null where nothing stands in the way. */
function obstacleTo(
  book: OpenBook,
  touched: readonly Touched[],
  from: AccountIdentity,
  to: AccountIdentity,
): Issue | null {
  const [accounts] = touched;
  const values = { sheet: tableIn(book, "accounts").facts.sheet, row: from.id, id: to.id };
  if (!accounts || to.id === "" || to.name === "") return { code: "accountBlank", values };
  const ids = columnIn(book, accounts, "id");
  const at = ids.indexOf(from.id);
  const names = columnIn(book, accounts, "name");
  const ours = (body: number): boolean => names[body] === from.name || names[body] === to.name;
  // Another try of what was written, though its answer got lost.
  if (at < 0) return ours(ids.indexOf(to.id)) ? null : { code: "rowGone", values };
  if (ids.lastIndexOf(from.id) !== at || !ours(at)) return { code: "rowChanged", values };
  if (to.id === from.id) return to.name === from.name ? { code: "accountSame", values } : null;
  if (ids.includes(to.id)) return { code: "accountIdTaken", values };
  const open = touched.some(
    (table) =>
      table.id === "cycles" &&
      columnIn(book, table, "state").some(
        (state) => book.dialect.labels.codeOf("cycleState", state) === "open",
      ),
  );
  if (open) return { code: "accountInReview", values };
  const named = touched.find((table) => columnIn(book, table, "account").includes(to.id));
  return named ? { code: "accountIdNamed", values: { ...values, sheet: named.result.facts.sheet } } : null;
}

/** Where the account stands, under its new id where an earlier try got as far. */
function ownRow(book: OpenBook, accounts: Touched, from: AccountIdentity, to: AccountIdentity): number {
  const ids = columnIn(book, accounts, "id");
  return ids.includes(from.id) ? ids.indexOf(from.id) : ids.indexOf(to.id);
}

/** The cells of a table that name the account, with the stamps of their rows. */
function workOn(
  desk: Desk,
  book: OpenBook,
  table: Touched,
  from: AccountIdentity,
  to: AccountIdentity,
): readonly Work[] {
  const cells = new Map<string, Map<number, CellInput>>();
  const rows = new Set<number>();
  const put = (column: string, body: number, value: CellInput): void => {
    const header = book.tables.get(table.id)?.headers.get(column);
    if (header === undefined) return;
    cells.set(header, (cells.get(header) ?? new Map<number, CellInput>()).set(body, value));
    rows.add(body);
  };
  const replace = (column: string): void =>
    columnIn(book, table, column).forEach((id, body) => {
      if (id === from.id) put(column, body, to.id);
    });
  if (table.id === "accounts") {
    const own = ownRow(book, table, from, to);
    if (columnIn(book, table, "name")[own] !== to.name) put("name", own, to.name);
    if (to.id !== from.id) ["id", "parent"].forEach(replace);
  } else if (table.id !== "cycles") replace("account");
  const count = rows.size;
  const stamps = { changedBy: desk.author(), changedAt: desk.now() };
  for (const body of [...rows])
    for (const [column, value] of Object.entries(stamps))
      put(column, body, encodeCell(columnOf(table.id, column), value, book.dialect));
  return count > 0 ? [{ ...table, cells, rows: count }] : [];
}

/** A line for each cell of the account, and one for all rows of a table that name it. */
function entriesOf(
  book: OpenBook,
  touched: readonly Touched[],
  from: AccountIdentity,
  to: AccountIdentity,
): readonly AuditEntry[] {
  const source = "account" as const;
  const header = (table: TableId, column: string) => columnOf(table, column).header[book.language];
  const names = (table: Touched, column: string): boolean =>
    to.id !== from.id && columnIn(book, table, column).some((id) => id === from.id || id === to.id);
  return touched.flatMap((one): readonly AuditEntry[] => {
    const table = one.result.facts.sheet;
    const moved = { table, row: "*", before: from.id, after: to.id, source };
    if (one.id === "cycles") return [];
    if (one.id !== "accounts")
      return names(one, "account") ? [{ ...moved, column: header(one.id, "account") }] : [];
    const own = (column: "id" | "name"): readonly AuditEntry[] => {
      const said = { before: from[column], after: to[column], source };
      return from[column] === to[column]
        ? []
        : [{ table, row: to.id, column: header("accounts", column), ...said }];
    };
    const parents = names(one, "parent") ? [{ ...moved, column: header("accounts", "parent") }] : [];
    return [...own("id"), ...own("name"), ...parents];
  });
}

const workFor = ({ result, cells }: Work, changed: boolean): CellWork =>
  new CellWork(
    result,
    { kind: "table", table: result.facts.name },
    [...cells].map(([column, values]) => ({
      header: column,
      cells: changed ? [...values].map(([body, value]) => ({ body, value })) : [],
      format: null,
    })),
  );

/** `without-trail`: the trail did not take its lines in, and the cells hold again what they held. */
async function writeUntilHeld(
  desk: Desk,
  works: readonly Work[],
  trail: AuditWrites | null,
): Promise<"held" | "unfinished" | "without-trail"> {
  const there = works.map((work) => workFor(work, true));
  let now = works.map(({ result }) => result);
  const planned = (all: readonly CellWork[]) =>
    all.flatMap((work, index) => work.writes(now[index] ?? tableOf(undefined)));
  const reads = there.map(({ again }) => again);
  let writes = planned(there);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const first = attempt === 0 && trail !== null;
    if (writes.length === 0 && !first) break;
    const after = await desk.gateway.write(
      [...writes, ...(first ? trail.writes : [])],
      first ? [...reads, trail.verify] : reads,
    );
    now = works.map((_, index) => tableOf(after[index]));
    if (first && !(await trailHolds(desk, trail, after[works.length]))) {
      const back = planned(works.map((work) => workFor(work, false)));
      if (back.length > 0) await desk.gateway.write(back, []);
      return "without-trail";
    }
    writes = planned(there);
  }
  return writes.length > 0 ? "unfinished" : "held";
}
