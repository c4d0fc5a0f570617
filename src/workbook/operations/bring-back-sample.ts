import { auditReads, auditWrites, isAudited } from "../audit/audit-writes";
import { tableRows, type TableResult } from "../codec/table-rows";
import type { Desk } from "../desk";
import { headerIn, openBook, readOf, tableIn, type OpenBook } from "../open-book";
import type { Outcome } from "../outcome";
import { sampleAsOf } from "../sample/expand-sample";
import { WorkbookError } from "../workbook-error";
import type { CellValue, Read, ReadResult, Write } from "../workbook-gateway";
import { done, failed, issueOfNothing, refusable, refusedWhole } from "./failure";
import { sampleTables, type RemovedRows, type SampleTable } from "./remove-sample";
import { absentIds, clearStrayRows } from "./stray-rows";
import { trailHolds } from "./trail-rows";

/**
 * Puts removed sample rows back (TP6), below what stands there by now, with the day of the sample where none was set
 * since and the line in the trail, in one write: a runtime that is killed leaves all or nothing. What is there already
 * is left out, so a second run finishes a first one.
 */
export function bringBackSample(
  desk: Desk,
  removed: readonly RemovedRows[],
): Promise<Outcome<{ rows: number }>> {
  return refusable("action", async () => {
    const book = openBook(await desk.gateway.survey(), desk.language());
    if (book.survey.readOnly) throw new WorkbookError("read-only", null);
    const ids = [...sampleTables].reverse();
    const settings = readOf(tableIn(book, "settings"), ["key", "value"]);
    const [known, ...others] = await desk.gateway.read([
      settings,
      ...ids.map((id): Read => readOf(tableIn(book, id))),
      ...auditReads(book),
    ]);
    const standing = ids.map((_, index) => tableOf(others[index]));
    for (const { facts } of standing) {
      if (facts.protected) throw new WorkbookError("protected", facts.sheet);
      if (facts.filtered) return failed("filteredSample", { sheet: facts.sheet });
    }
    const parts = standing.flatMap((table, index) => partOf(book, removed, ids[index] ?? "accounts", table));
    const rows = new Set(
      removed.flatMap(({ id, rows: all }) => all.map((row) => `${id} ${JSON.stringify(row)}`)),
    );
    const audit = others.slice(ids.length);
    return putBack(desk, book, parts, { rows: rows.size, known, settings, audit });
  });
}

function tableOf(result: ReadResult | undefined): TableResult {
  if (result?.kind !== "table") throw new WorkbookError("not-found", null);
  return result;
}

/** Rows of one table that are not there. */
interface Part {
  readonly ids: readonly string[];
  readonly idHeader: string;
  readonly write: Write;
  readonly verify: Read;
}

/** A table has more than one removed part where a removal was finished by a second one; they may hold a row twice. */
function partOf(
  book: OpenBook,
  removed: readonly RemovedRows[],
  id: SampleTable,
  table: TableResult,
): readonly Part[] {
  const idHeader = headerIn(tableIn(book, id), "id");
  const parts = removed.filter((part) => part.id === id);
  const headers = parts[0]?.headers ?? [];
  const idOf = (row: readonly CellValue[]) => String(row[headers.indexOf(idHeader)] ?? "");
  const present = new Set(table.rows.map((row) => String(row[table.headers.indexOf(idHeader)] ?? "")));
  const rows = new Map(parts.flatMap((part) => part.rows.map((row) => [idOf(row), row] as const)));
  const missing = [...rows].filter(([row]) => !present.has(row));
  if (missing.length === 0) return [];
  // Columns that were deleted meanwhile stay away.
  const kept = headers.flatMap((header, index) => (table.facts.headers.includes(header) ? [index] : []));
  const write: Write = {
    kind: "append-rows",
    table: table.facts.name,
    at: table.facts,
    headers: kept.map((index) => headers[index] ?? ""),
    rows: missing.map(([, row]) => kept.map((index) => row[index] ?? "")),
  };
  const verify = { kind: "table", table: table.facts.name, columns: [idHeader] } as const;
  return [{ ids: missing.map(([row]) => row), idHeader, write, verify }];
}

interface Rest {
  readonly rows: number;
  /** Keys and values of the settings as they were read, and what reads them. */
  readonly known: ReadResult | undefined;
  readonly settings: Read;
  readonly audit: readonly ReadResult[];
}

async function putBack(
  desk: Desk,
  book: OpenBook,
  parts: readonly Part[],
  { rows, known, settings, audit }: Rest,
): Promise<Outcome<{ rows: number }>> {
  const { sheet } = tableIn(book, "accounts").facts;
  const entry = { table: sheet, row: "*", column: "", before: "", after: String(rows) };
  // An earlier try may have written it.
  const told = isAudited(book, audit, entry.row, "bring-back");
  const trail = told ? null : auditWrites(book, audit, [{ ...entry, source: "bring-back" }], desk);
  const writes = [...parts.map(({ write }) => write), ...asOfWrites(book, known), ...(trail?.writes ?? [])];
  if (writes.length === 0) return done({ rows });
  const reads = [settings, ...(trail ? [trail.verify] : []), ...parts.map(({ verify }) => verify)];
  desk.progress({ step: "bringBack", done: 0, total: rows });
  try {
    const [after, ...others] = await desk.gateway.write(writes, reads, (share) =>
      desk.progress({ step: "bringBack", done: Math.round(share * rows), total: rows }),
    );
    const held = trail === null || (await trailHolds(desk, trail, others[0]));
    const whole = await seeRows(desk, parts, others.slice(trail ? 1 : 0));
    const dated = asOfWrites(book, after).length === 0;
    return held && whole && dated ? done({ rows }) : failed("bringBackUnfinished");
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return refusedWhole(error)
      ? { ok: false, issue: issueOfNothing(error, "action") }
      : failed("bringBackUnfinished");
  }
}

/** Whether every row is there. What a table left below it would be in the way of a second try, and is cleared. */
async function seeRows(desk: Desk, parts: readonly Part[], results: readonly ReadResult[]): Promise<boolean> {
  let whole = true;
  for (const [index, { ids, idHeader }] of parts.entries()) {
    const result = results[index];
    const lost = absentIds(result, ids);
    if (lost.length === 0) continue;
    whole = false;
    await clearStrayRows(desk.gateway, tableOf(result).facts, idHeader, lost);
  }
  return whole;
}

/** The day of the sample, where no day is set. */
function asOfWrites(book: OpenBook, known: ReadResult | undefined): readonly Write[] {
  const settings = tableIn(book, "settings");
  const all = known?.kind === "table" ? tableRows("settings", known, book.dialect).rows : [];
  const row = all.find(({ values }) => values.key === "asOf");
  if (row?.values.value !== "") return [];
  const serial = book.survey.date1904 ? sampleAsOf - 1462 : sampleAsOf;
  const place = { table: settings.facts.name, header: headerIn(settings, "value"), fromRow: row.body };
  return [{ kind: "write-column", ...place, values: [serial] }];
}
