import type { AuditWrites } from "../audit/audit-writes";
import type { Desk } from "../desk";
import type { OpenBook } from "../open-book";
import type { Read, ReadResult } from "../workbook-gateway";
import { removeSheets } from "./half-made-sheet";
import { absentIds, clearStrayRows } from "./stray-rows";

const headerOf = ({ verify }: AuditWrites): string =>
  (verify.kind === "table" ? verify.columns?.[0] : undefined) ?? "";

const idsOf = ({ rows }: AuditWrites): readonly string[] => rows.map(({ id }) => id);

/**
 * Whether the trail took its rows in, by what was read in the same batch. Cells that it left below the table are cleared
 * again, so that a further try finds their place free.
 */
export async function trailHolds(
  desk: Desk,
  trail: AuditWrites,
  read: ReadResult | undefined,
): Promise<boolean> {
  const lost = absentIds(read, idsOf(trail));
  if (lost.length === 0) return true;
  if (read?.kind === "table") await clearStrayRows(desk.gateway, read.facts, headerOf(trail), lost);
  return false;
}

/** Takes entries back of what is not there: rows of the table are deleted, cells below it cleared, a new sheet removed. */
export async function takeBackTrail(desk: Desk, book: OpenBook, trail: AuditWrites): Promise<void> {
  if (!book.tables.has("audit")) return removeSheets(desk, [trail.sheet]);
  await takeBackLines(desk, trail.verify, new Set(idsOf(trail)));
}

/** The same for lines of a trail that was there before, by `verify`, which reads its ids. */
export async function takeBackLines(desk: Desk, verify: Read, ids: ReadonlySet<string>): Promise<void> {
  const [read] = await desk.gateway.read([verify]);
  if (read?.kind !== "table") return;
  const rows = read.rows.flatMap((row, index) => (ids.has(String(row[0])) ? [index] : []));
  if (rows.length > 0) await desk.gateway.write([{ kind: "delete-rows", table: read.facts.name, rows }], []);
  else await clearStrayRows(desk.gateway, read.facts, read.headers[0] ?? "", [...ids]);
}
