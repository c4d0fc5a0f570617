import { isoText } from "../../core/calendar/days";
import { newestAfter, auditReads, auditWrites, type AuditWrites } from "../audit/audit-writes";
import type { AuditEntry } from "../audit/audit-chain";
import { columnOf } from "../codec/row-cells";
import { dayOfSerial } from "../../core/calendar/serial-day";
import type { Desk } from "../desk";
import type { OpenBook } from "../open-book";
import type { Outcome } from "../outcome";
import { WorkbookError } from "../workbook-error";
import type { CellInput, ReadResult, Write } from "../workbook-gateway";
import { EditedTable, type CellEdit, type PlacedEdit, type SentCell } from "./edited-table";
import { done, failed, failedEdit } from "./failure";
import { removeHalfMadeSheet } from "./half-made-sheet";
import { trailHolds } from "./trail-rows";

/** What leads back: the same rows with the values they had. */
export interface Edited {
  readonly back: readonly CellEdit[];
}

export interface EditOptions {
  readonly source: AuditEntry["source"];
  /** Further lines of the trail, written with those of the cells: a reason. */
  readonly notes?: readonly AuditEntry[];
}

/** The last one only looks whether the one before held. */
const attempts = 5;

/**
 * Changes single cells of rows that are found by what identifies them, in one or several tables: one trip to read and
 * compare (WB15), one to write, stamp, audit and read back. Where a sort moved rows in between, the cells hit by mistake
 * get their values back and the right ones are written. `rowGone` and `rowChanged` mean that nothing was written.
 */
export async function editCells(
  desk: Desk,
  book: OpenBook,
  edits: readonly CellEdit[],
  options: EditOptions,
): Promise<Outcome<Edited>> {
  if (book.survey.readOnly) throw new WorkbookError("read-only", null);
  const tables = EditedTable.of(book, edits);
  const audit = await readTables(desk, book, tables);
  const placed = tables.flatMap((table) => table.place());
  const obstacle = placed.find(({ issue }) => issue !== null)?.issue;
  if (obstacle) return { ok: false, issue: obstacle };
  const entries = [
    ...placed.flatMap((edit) => entriesOf(edit, book, options.source)),
    ...(options.notes ?? []),
  ].filter((entry) => newestAfter(book, audit, entry) !== entry.after);
  const trail = entries.length > 0 ? auditWrites(book, audit, entries, desk) : null;
  try {
    const ended = await writeUntilHeld(desk, tables, trail);
    if (ended === "held") return done({ back: placed.map((edit) => backOf(edit)) });
    return ended === "without-trail"
      ? failed("editTrailNotTaken", { sheet: trail?.sheet ?? "" })
      : failed("editUnfinished", { sheet: sheetOf(tables) });
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    if (trail && !book.tables.has("audit")) await removeHalfMadeSheet(desk, trail.sheet, trail.verify);
    return failedEdit(error, sheetOf(tables));
  }
}

/** Gives the tables their rows and answers what the trail holds; refuses where one of them is protected. */
async function readTables(
  desk: Desk,
  book: OpenBook,
  tables: readonly EditedTable[],
): Promise<readonly ReadResult[]> {
  const results = await desk.gateway.read([...tables.map(({ wholeRead }) => wholeRead), ...auditReads(book)]);
  tables.forEach((table, index) => table.take(results[index]));
  const locked = results.find((result) => result.kind === "table" && result.facts.protected);
  if (locked?.kind === "table") throw new WorkbookError("protected", locked.facts.sheet);
  return results.slice(tables.length);
}

const sheetOf = (tables: readonly EditedTable[]): string => tables[0]?.sheet ?? "";

/** `without-trail`: the trail did not take its lines in, and the cells hold again what they held. */
type Ended = "held" | "unfinished" | "without-trail";

async function writeUntilHeld(
  desk: Desk,
  tables: readonly EditedTable[],
  trail: AuditWrites | null,
): Promise<Ended> {
  const stamp = { changedBy: desk.author(), changedAt: desk.now() };
  let sent: readonly (readonly SentCell[])[] = tables.map((table) => table.first(stamp));
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const first = attempt === 0 && trail !== null;
    const cells = sent.flatMap((cellsOfTable) => cellsOfTable.map(({ write }): Write => write));
    if (cells.length === 0 && !first) return "held";
    const reads = tables.map(({ wholeRead }) => wholeRead);
    const after = await desk.gateway.write(
      [...cells, ...(first ? trail.writes : [])],
      first ? [...reads, trail.verify] : reads,
    );
    if (first && !(await trailHolds(desk, trail, after[tables.length])))
      return (await putBack(desk, tables, after, sent)) ? "without-trail" : "unfinished";
    sent = tables.map((table, index) => table.next(after[index], sent[index] ?? [], stamp));
  }
  return sent.every((cells) => cells.length === 0) ? "held" : "unfinished";
}

/** No change without its line in the trail. `false` where rows were moved so often that some cells are still changed. */
async function putBack(
  desk: Desk,
  tables: readonly EditedTable[],
  after: readonly ReadResult[],
  sent: readonly (readonly SentCell[])[],
): Promise<boolean> {
  const reads = tables.map(({ wholeRead }) => wholeRead);
  let now = after;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const back = tables.flatMap((table, index) => table.back(now[index], sent[index] ?? []));
    if (back.length === 0) return true;
    now = await desk.gateway.write(
      back.map(({ write }) => write),
      reads,
    );
  }
  return false;
}

/** One line per changed cell; dates as words, confidential columns as "changed" (S132). */
function entriesOf(
  { edit, before, table }: PlacedEdit,
  book: OpenBook,
  source: AuditEntry["source"],
): AuditEntry[] {
  return Object.entries(before).map(([id, value]) => {
    const column = columnOf(edit.table, id);
    const words = (cell: CellInput): string => {
      const day =
        column.type === "day" && typeof cell === "number" ? dayOfSerial(cell, book.dialect.date1904) : null;
      return day === null ? String(cell) : isoText(day);
    };
    const wanted = edit.wanted[id] ?? "";
    return {
      table: table.sheet,
      row: rowName(edit),
      column: column.header[book.language],
      before: column.sensitive ? "" : words(value),
      after: column.sensitive ? "changed" : words(wanted),
      source,
    };
  });
}

/** A row typed by hand may have no id: then its words name it. */
function rowName({ where }: CellEdit): string {
  const [id, ...others] = Object.values(where).map(String);
  return id || others.filter(Boolean).join(" · ");
}

const backOf = ({ edit, before, meant }: PlacedEdit): CellEdit => ({
  table: edit.table,
  where: edit.where,
  shown: meant,
  wanted: before,
});
