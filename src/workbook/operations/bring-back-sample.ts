import { auditReads, auditWrites } from "../audit/audit-writes";
import { tableRows, type TableResult } from "../codec/table-rows";
import type { Desk } from "../desk";
import { headerIn, openBook, readOf, tableIn, type OpenBook } from "../open-book";
import type { Outcome } from "../outcome";
import { sampleAsOf } from "../sample/expand-sample";
import { WorkbookError } from "../workbook-error";
import type { CellValue, Read, ReadResult, Write } from "../workbook-gateway";
import { done, failed, refusable } from "./failure";
import { sampleTables, type RemovedRows } from "./remove-sample";
import { absentIds, clearStrayRows } from "./stray-rows";

/**
 * Puts removed sample rows back (TP6), accounts first, below what stands there by now; rows that are there already are
 * left out, so a second run finishes a first one. The as-of day of the sample comes back where none was set since.
 */
export function bringBackSample(
  desk: Desk,
  removed: readonly RemovedRows[],
): Promise<Outcome<{ rows: number }>> {
  return refusable("action", async () => {
    const book = openBook(await desk.gateway.survey(), desk.language());
    if (book.survey.readOnly) throw new WorkbookError("read-only", null);
    const ids = [...sampleTables].reverse();
    const read = await desk.gateway.read(ids.map((id): Read => readOf(tableIn(book, id))));
    const standing = ids.map((_, index) => tableOf(read[index]));
    for (const { facts } of standing) {
      if (facts.protected) throw new WorkbookError("protected", facts.sheet);
      if (facts.filtered) return failed("filteredSample", { sheet: facts.sheet });
    }
    const rowsOf = (id: (typeof sampleTables)[number]) =>
      unique(removed.filter((part) => part.id === id).flatMap((part) => part.rows));
    const total = ids.reduce((sum, id) => sum + rowsOf(id).length, 0);
    let rows = 0;
    try {
      for (const [index, id] of ids.entries()) {
        // A table has more than one part where a removal was finished by a second one.
        const part = removed.find((one) => one.id === id);
        const table = standing[index];
        if (!part || !table) continue;
        desk.progress({ step: id, done: rows, total });
        const added = await putBack(desk, book, { ...part, rows: rowsOf(id) }, table);
        if (added === null) return failed("bringBackUnfinished");
        rows += added;
      }
      await finish(desk, book, total);
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      return failed("bringBackUnfinished");
    }
    return done({ rows: total });
  });
}

function tableOf(result: ReadResult | undefined): TableResult {
  if (result?.kind !== "table") throw new WorkbookError("not-found", null);
  return result;
}

/** Each row once: a removal that did not finish has kept what a second one keeps again. */
const unique = (rows: readonly (readonly CellValue[])[]): readonly (readonly CellValue[])[] => [
  ...new Map(rows.map((row) => [JSON.stringify(row), row])).values(),
];

/** How many rows came back; null where they are not all there. */
async function putBack(
  desk: Desk,
  book: OpenBook,
  { id, headers, rows }: RemovedRows,
  table: TableResult,
): Promise<number | null> {
  const idHeader = headerIn(tableIn(book, id), "id");
  const present = new Set(table.rows.map((row) => String(row[table.headers.indexOf(idHeader)] ?? "")));
  const idOf = (row: readonly CellValue[]) => String(row[headers.indexOf(idHeader)] ?? "");
  const missing = rows.filter((row) => !present.has(idOf(row)));
  if (missing.length === 0) return 0;
  // Columns that were deleted meanwhile stay away.
  const kept = headers.flatMap((header, index) => (table.facts.headers.includes(header) ? [index] : []));
  const [after] = await desk.gateway.write(
    [
      {
        kind: "append-rows",
        table: table.facts.name,
        at: table.facts,
        headers: kept.map((index) => headers[index] ?? ""),
        rows: missing.map((row) => kept.map((index) => row[index] ?? "")),
      },
    ],
    [{ kind: "table", table: table.facts.name, columns: [idHeader] }],
  );
  const lost = absentIds(after, missing.map(idOf));
  if (lost.length === 0) return missing.length;
  // Left below the table, they would be in the way of a second try.
  await clearStrayRows(desk.gateway, tableOf(after).facts, idHeader, lost);
  return null;
}

async function finish(desk: Desk, book: OpenBook, rows: number): Promise<void> {
  const settings = tableIn(book, "settings");
  const [read, ...audit] = await desk.gateway.read([readOf(settings, ["key", "value"]), ...auditReads(book)]);
  const { sheet } = tableIn(book, "accounts").facts;
  const entry = { table: sheet, row: "*", column: "", before: "", after: String(rows) };
  const trail = auditWrites(book, audit, [{ ...entry, source: "bring-back" }], desk);
  const asOf: Write[] = [];
  if (read?.kind === "table") {
    const row = tableRows("settings", read, book.dialect).rows.find(({ values }) => values.key === "asOf");
    const serial = book.survey.date1904 ? sampleAsOf - 1462 : sampleAsOf;
    const header = headerIn(settings, "value");
    if (row?.values.value === "")
      asOf.push({
        kind: "write-column",
        table: settings.facts.name,
        header,
        fromRow: row.body,
        values: [serial],
      });
  }
  await desk.gateway.write([...asOf, ...trail.writes], []);
}
