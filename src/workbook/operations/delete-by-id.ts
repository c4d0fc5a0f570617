import type { Desk } from "../desk";
import type { CellInput, Read, ReadResult, Write } from "../workbook-gateway";

type TableRead = Extract<ReadResult, { kind: "table" }>;

const attempts = 3;

/**
 * Deletes rows by id although Excel deletes by position: the whole table is read before and its ids again in the
 * batch that deletes. If somebody sorted in between and another row went, that row is put back and the right one
 * deleted. `false` when the rows are still there after three attempts.
 */
export async function deleteById(
  desk: Desk,
  before: TableRead,
  idIndex: number,
  doomed: ReadonlySet<string>,
  along: { readonly writes: readonly Write[]; readonly verify: readonly Read[] },
): Promise<{ readonly gone: boolean; readonly verified: readonly ReadResult[] }> {
  const header = before.headers[idIndex] ?? "";
  const idOf = (row: readonly CellInput[]) => String(row[idIndex]);
  const kept = before.rows.filter((row) => !doomed.has(idOf(row)));
  let rows = before.rows.flatMap((row, index) => (doomed.has(idOf(row)) ? [index] : []));
  let restore: readonly Write[] = [];
  let verified: readonly ReadResult[] = [];
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { name } = before.facts;
    const removal: Write[] = rows.length > 0 ? [{ kind: "delete-rows", table: name, rows }] : [];
    const extra = attempt === 0 ? along : { writes: [], verify: [] };
    const [ids, ...rest] = await desk.gateway.write(
      [...restore, ...removal, ...extra.writes],
      [{ kind: "table", table: name, columns: [header] }, ...extra.verify],
    );
    if (attempt === 0) verified = rest;
    if (ids?.kind !== "table") return { gone: false, verified };
    const present = ids.rows.map((row) => String(row[0]));
    rows = present.flatMap((id, index) => (doomed.has(id) ? [index] : []));
    const still = new Set(present);
    const lost = kept.filter((row) => idOf(row) !== "" && !still.has(idOf(row)));
    if (rows.length === 0 && lost.length === 0) return { gone: true, verified };
    restore =
      lost.length > 0
        ? [{ kind: "append-rows", table: name, at: ids.facts, headers: before.headers, rows: lost }]
        : [];
  }
  return { gone: false, verified };
}
