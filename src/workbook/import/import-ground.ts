import { auditReads } from "../audit/audit-writes";
import type { TableResult } from "../codec/table-rows";
import type { Desk } from "../desk";
import { tableIn, type OpenBook } from "../open-book";
import type { Issue } from "../outcome";
import { WorkbookError } from "../workbook-error";
import type { Read, ReadResult } from "../workbook-gateway";
import { importKinds, type ImportJob, type ImportTable } from "./import-job";
import type { StandingTables } from "./import-draft";
import { StandingTable } from "./standing-table";

/** What an import finds in the workbook. */
export interface ImportGround {
  readonly standing: StandingTables;
  /** The tables it may write to. */
  readonly tables: readonly ImportTable[];
  /** Answers to `auditReads`. */
  readonly audit: readonly ReadResult[];
  /** Answers to whatever else was to be read. */
  readonly beside: readonly ReadResult[];
}

/** Tables that a job reads and may write to. */
export function tablesOf(job: Pick<ImportJob, "kind" | "columns">): readonly ImportTable[] {
  const named = (table: ImportTable) => job.columns.some(({ target }) => target?.startsWith(`${table}.`));
  return importKinds.filter(
    (table) => table === "accounts" || table === job.kind || (table === "contacts" && named("contacts")),
  );
}

/** A table that takes no part: nothing stands in it, nothing is written to it. */
function noTable(name: string): TableResult {
  const area = { row: 0, column: 0, rows: 1, columns: 0 };
  const facts = {
    name,
    sheet: name,
    headers: [],
    rowCount: 0,
    totals: false,
    filtered: false,
    area,
    protected: false,
  };
  return { kind: "table", facts, headers: [], rows: [] };
}

/** Reads the tables whole, the trail and what else is wanted in one trip. */
export async function readGround(
  desk: Desk,
  book: OpenBook,
  tables: readonly ImportTable[],
  besides: readonly Read[] = [],
): Promise<ImportGround> {
  const audit = auditReads(book);
  const wanted = tables.map((table): Read => ({ kind: "table", table: tableIn(book, table).facts.name }));
  const results = await desk.gateway.read([...wanted, ...audit, ...besides]);
  const standingOf = (table: ImportTable): StandingTable => {
    const index = tables.indexOf(table);
    if (index < 0) return new StandingTable(table, noTable(table), book.dialect);
    const result = results[index];
    if (result?.kind !== "table") throw new WorkbookError("not-found", tableIn(book, table).facts.sheet);
    return new StandingTable(table, result, book.dialect);
  };
  return {
    tables,
    standing: {
      accounts: standingOf("accounts"),
      contacts: standingOf("contacts"),
      purchases: standingOf("purchases"),
    },
    audit: results.slice(tables.length, tables.length + audit.length),
    beside: results.slice(tables.length + audit.length),
  };
}

/** Rows of a worksheet. */
const sheetRows = 1_048_576;

/** Excel inserts above a totals row one row at a time. */
const rowsAboveTotals = 200;

/** Why nothing can be written now; null where nothing stands in the way. Throws for a protected sheet. */
export function obstacleOf(
  { standing, tables, audit }: Pick<ImportGround, "standing" | "tables" | "audit">,
  adding: Readonly<Record<ImportTable, number>> = { accounts: 0, contacts: 0, purchases: 0 },
): Issue | null {
  const locked = [...tables.map((table) => standing[table].result), ...audit].find(
    (result) => result.kind === "table" && result.facts.protected,
  );
  if (locked?.kind === "table") throw new WorkbookError("protected", locked.facts.sheet);
  for (const table of tables) {
    const { facts } = standing[table].result;
    if (facts.filtered) return { code: "import.filtered", values: { sheet: facts.sheet } };
    if (facts.totals && adding[table] > rowsAboveTotals)
      return { code: "import.totals", values: { sheet: facts.sheet } };
    const end = facts.area.row + facts.area.rows + adding[table];
    if (end > sheetRows)
      return {
        code: "import.tooMany",
        values: { sheet: facts.sheet, rows: adding[table], more: end - sheetRows },
      };
  }
  return null;
}
