import { auditReads, auditWrites, isAudited, type AuditWrites } from "../audit/audit-writes";
import { tableRows, type TableResult } from "../codec/table-rows";
import type { Desk } from "../desk";
import { headerIn, readOf, tableIn, type OpenBook } from "../open-book";
import type { Outcome } from "../outcome";
import { expandSample, sampleAsOf, type SampleRows } from "../sample/expand-sample";
import { loadSample, sampleAuthors } from "../sample/load-sample";
import type { TableId } from "../schema/schema";
import { WorkbookError } from "../workbook-error";
import type { CellValue, Write } from "../workbook-gateway";
import { deleteById } from "./delete-by-id";
import { done, failed, refusable } from "./failure";
import { trailHolds } from "./trail-rows";

/** Children first: an account goes when nothing of the sample names it any more. */
export const sampleTables = ["interactions", "purchases", "contacts", "accounts"] as const;
export type SampleTable = (typeof sampleTables)[number];

/** Tables whose rows of the person's own may name a sample account. */
const naming = ["interactions", "purchases", "contacts", "actions", "watchlist", "reviews"] as const;

/** Rows of the sample per table: made by set-up, whatever was edited in them since. */
type SampleIds = Readonly<Record<SampleTable, ReadonlySet<string>>>;

/** Rows of one table as they stood. */
export interface RemovedRows {
  readonly id: SampleTable;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/**
 * Removes the rows that set-up with the sample made, and only those (TP6). A sample account that a row of the
 * person's own names stays, so that nothing of theirs loses its account. Comes back with the number of rows
 * removed; `keep` gets the rows themselves, table by table, also of a removal that does not finish.
 */
export function removeSample(
  desk: Desk,
  book: OpenBook,
  keep: (rows: RemovedRows) => void = () => undefined,
): Promise<Outcome<{ rows: number }>> {
  return refusable("action", async () => {
    if (book.survey.readOnly) throw new WorkbookError("read-only", null);
    const tables = await readNamingTables(desk, book);
    const filtered = filteredAmong(tables);
    if (filtered !== null) return failed("filteredSample", { sheet: filtered });
    const ids = sampleRowsIn(book, tables, expandSample(await loadSample(), book.language, 0));
    const total = sampleTables.reduce((sum, id) => sum + ids[id].size, 0);
    if (total === 0) return failed("noSample");
    let rows = 0;
    // The line goes with the first rows, so that a removal that breaks off is in the trail as well.
    let trail: AuditWrites | null = await removalTrail(desk, book, total);
    for (const id of sampleTables) {
      const table = tables.get(id);
      if (!table || ids[id].size === 0) continue;
      desk.progress({ step: id, done: rows, total });
      const index = table.headers.indexOf(headerIn(tableIn(book, id), "id"));
      const going = table.rows.filter((row) => ids[id].has(String(row[index] ?? "").trim()));
      keep({ id, headers: table.headers, rows: going });
      const deleted = await deleteById(desk, table, index, ids[id], {
        writes: trail?.writes ?? [],
        verify: trail ? [trail.verify] : [],
      });
      const told = trail === null || (await trailHolds(desk, trail, deleted.verified[0]));
      if (!deleted.gone || !told) return failed("sampleUnfinished", { sheet: table.facts.sheet });
      trail = null;
      rows += ids[id].size;
    }
    await resetAsOf(desk, book);
    return done({ rows });
  });
}

/** The first filtered sheet rows would be deleted from; a protected one is refused. */
function filteredAmong(tables: ReadonlyMap<TableId, TableResult>): string | null {
  for (const id of sampleTables) {
    const facts = tables.get(id)?.facts;
    if (facts?.protected) throw new WorkbookError("protected", facts.sheet);
    if (facts?.filtered) return facts.sheet;
  }
  return null;
}

async function readNamingTables(desk: Desk, book: OpenBook): Promise<ReadonlyMap<TableId, TableResult>> {
  const ids = [...new Set([...sampleTables, ...naming])].filter((id) => book.tables.has(id));
  const results = await desk.gateway.read(
    ids.map((id) => ({ kind: "table", table: tableIn(book, id).facts.name })),
  );
  const tables = new Map<TableId, TableResult>();
  ids.forEach((id, index) => {
    const result = results[index];
    if (result?.kind === "table") tables.set(id, result);
  });
  return tables;
}

function sampleRowsIn(
  book: OpenBook,
  tables: ReadonlyMap<TableId, TableResult>,
  sample: SampleRows,
): SampleIds {
  const rowsOf = (id: SampleTable): ReadonlySet<string> => {
    const made = new Set(sample[id].map((row) => row.id ?? ""));
    const table = tables.get(id);
    const rows = table ? tableRows(id, table, book.dialect).rows : [];
    return new Set(
      rows
        .filter(({ values }) => made.has(values.id) && sampleAuthors.has(values.createdBy))
        .map(({ values }) => values.id),
    );
  };
  const ids = {
    interactions: rowsOf("interactions"),
    purchases: rowsOf("purchases"),
    contacts: rowsOf("contacts"),
    accounts: rowsOf("accounts"),
  };
  const named = new Set(naming.flatMap((id) => ownAccounts(book, id, tables.get(id), ids)));
  return { ...ids, accounts: new Set([...ids.accounts].filter((account) => !named.has(account))) };
}

/** Accounts that rows beside the sample's name. */
function ownAccounts(
  book: OpenBook,
  id: (typeof naming)[number],
  table: TableResult | undefined,
  sample: SampleIds,
): readonly string[] {
  if (!table) return [];
  const own: ReadonlySet<string> = id in sample ? sample[id as SampleTable] : new Set();
  return tableRows(id, table, book.dialect)
    .rows.filter(({ values }) => !own.has(values.id))
    .map(({ values }) => values.account);
}

/** The line that says so; none where the trail ends with it: then an earlier try broke off. */
async function removalTrail(desk: Desk, book: OpenBook, rows: number): Promise<AuditWrites | null> {
  const audit = await desk.gateway.read(auditReads(book));
  if (isAudited(book, audit, "*", "remove-sample")) return null;
  const { sheet } = tableIn(book, "accounts").facts;
  const entry = { table: sheet, row: "*", column: "", before: String(rows), after: "" };
  return auditWrites(book, audit, [{ ...entry, source: "remove-sample" }], desk);
}

/** Figures are as of today again if they were as of the sample's day. */
async function resetAsOf(desk: Desk, book: OpenBook): Promise<void> {
  const settings = tableIn(book, "settings");
  const [read] = await desk.gateway.read([readOf(settings, ["key", "value"])]);
  const asOf: Write[] = [];
  if (read?.kind === "table") {
    const row = tableRows("settings", read, book.dialect).rows.find(({ values }) => values.key === "asOf");
    const serial = book.survey.date1904 ? sampleAsOf - 1462 : sampleAsOf;
    if (row?.values.value === serial) {
      asOf.push({
        kind: "write-column",
        table: settings.facts.name,
        header: headerIn(settings, "value"),
        fromRow: row.body,
        values: [""],
      });
    }
  }
  if (asOf.length > 0) await desk.gateway.write(asOf, []);
}
