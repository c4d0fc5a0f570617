import { auditReads, auditWrites, type AuditWrites } from "../audit/audit-writes";
import type { Desk } from "../desk";
import { headerIn, openBook, readOf, type OpenBook } from "../open-book";
import type { RepairPlan } from "../repair/plan-repair";
import type { OwedLine, RepairDebt } from "../repair/repair-debt";
import type { RepairGround } from "../repair/repair-ground";
import { WorkbookError } from "../workbook-error";
import type { ReadResult, Write } from "../workbook-gateway";
import { absentIds, clearStrayRows } from "./stray-rows";
import { takeBackLines, trailHolds } from "./trail-rows";

/** Lines of what has been repaired. */
export function dueOf(debt: RepairDebt, { findings }: RepairPlan): readonly OwedLine[] {
  const still = new Set(findings.map(({ id }) => id));
  return debt.lines.filter(({ finding }) => !still.has(finding));
}

/** Writes of the lines that were not sent yet; none while there is no trail that could take them as it was read. */
export async function trailOf(
  desk: Desk,
  { book }: RepairGround,
  debt: RepairDebt,
  ofCells: boolean,
): Promise<readonly Write[]> {
  const owed = debt.lines.filter((line) => line.sent === null && line.ofCells === ofCells);
  const reads = auditReads(book);
  if (owed.length === 0 || reads.length === 0 || book.tables.get("audit")?.missing.length !== 0) return [];
  const trail = auditWrites(
    book,
    await desk.gateway.read(reads),
    owed.map(({ entry }) => entry),
    desk,
  );
  markSent(debt, owed, trail);
  return trail.writes;
}

/** Each line is known by the id it was sent under. */
function markSent(debt: RepairDebt, owed: readonly OwedLine[], { rows }: AuditWrites): void {
  const ids = new Map(owed.map((line, index) => [line, rows[index]?.id ?? null]));
  debt.lines = debt.lines.map((line) => ({ ...line, sent: ids.get(line) ?? line.sent }));
}

/**
 * Sees that the lines that are owed stand and sends those that do not, and takes untrue ones back. The trail is looked
 * for anew: it may be among what was repaired.
 */
export async function payTrail(
  desk: Desk,
  debt: RepairDebt,
  untrue: readonly string[] = [],
): Promise<boolean> {
  if (debt.lines.length === 0 && untrue.length === 0) return true;
  try {
    if (untrue.length > 0) await takeBackUntrue(desk, new Set(untrue));
    const book = openBook(await desk.gateway.survey(), desk.language());
    const reads = auditReads(book);
    const read = reads.length > 0 ? await desk.gateway.read(reads) : [];
    const tried = debt.lines.flatMap(({ sent }) => sent ?? []);
    const absent = new Set(absentIds(read[0], tried));
    debt.lines = debt.lines.filter(({ sent }) => sent === null || absent.has(sent));
    await clearBelow(desk, book, read[0], [...absent]);
    if (debt.lines.length === 0) return true;
    const owed = debt.lines;
    const trail = auditWrites(
      book,
      read,
      owed.map(({ entry }) => entry),
      desk,
    );
    markSent(debt, owed, trail);
    const [there] = await desk.gateway.write(trail.writes, [trail.verify]);
    const held = await trailHolds(desk, trail, there);
    if (held) debt.lines = [];
    return held;
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return false;
  }
}

async function takeBackUntrue(desk: Desk, ids: ReadonlySet<string>): Promise<void> {
  const trail = openBook(await desk.gateway.survey(), desk.language()).tables.get("audit");
  if (trail) await takeBackLines(desk, readOf(trail, ["id"]), ids);
}

/** Lines that the table did not take in would be in the way of the next ones. */
async function clearBelow(
  desk: Desk,
  book: OpenBook,
  read: ReadResult | undefined,
  ids: readonly string[],
): Promise<void> {
  const trail = book.tables.get("audit");
  if (read?.kind !== "table" || !trail || ids.length === 0) return;
  await clearStrayRows(desk.gateway, read.facts, headerIn(trail, "id"), ids);
}
