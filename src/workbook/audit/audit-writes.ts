import { tableRows } from "../codec/table-rows";
import { rowCells } from "../codec/row-cells";
import type { Desk } from "../desk";
import { FreeNames } from "../free-names";
import { newTable } from "../new-table";
import { readOf, type OpenBook } from "../open-book";
import { drawId } from "../row-ids";
import { audit } from "../schema/audit";
import type { Read, ReadResult, TableFacts, Write } from "../workbook-gateway";
import {
  auditLinkColumns,
  chainAudit,
  chainTail,
  type AuditEntry,
  type AuditRow,
  type AuditStamp,
} from "./audit-chain";

/** What has to be read before entries can be added: nothing while the table does not exist. */
export function auditReads(book: OpenBook): readonly Read[] {
  const found = book.tables.get("audit");
  return found ? [readOf(found, auditLinkColumns)] : [];
}

/** Is the newest entry of this row from this source? Then a retry adds nothing. */
export function isAudited(
  book: OpenBook,
  results: readonly ReadResult[],
  row: string,
  source: AuditEntry["source"],
): boolean {
  return newestOf(book, results, (entry) => entry.row === row)?.source === source;
}

/** What the newest entry of a cell says it became; undefined where the trail knows nothing of it. */
export function newestAfter(
  book: OpenBook,
  results: readonly ReadResult[],
  cell: Pick<AuditEntry, "table" | "row" | "column">,
): string | undefined {
  const { table, row, column } = cell;
  return newestOf(
    book,
    results,
    (entry) => entry.table === table && entry.row === row && entry.column === column,
  )?.after;
}

/** Of entries made at the same time the lower one is newer. */
function newestOf(
  book: OpenBook,
  results: readonly ReadResult[],
  wanted: (entry: AuditRow) => boolean,
): AuditRow | undefined {
  const [read] = results;
  if (read?.kind !== "table") return undefined;
  const entries = tableRows("audit", read, book.dialect).rows.map(({ values }) => values);
  return entries
    .filter(wanted)
    .reduce<AuditRow | undefined>(
      (best, entry) => (best && (best.at ?? 0) > (entry.at ?? 0) ? best : entry),
      undefined,
    );
}

export interface AuditWrites {
  readonly rows: readonly AuditRow[];
  readonly writes: readonly Write[];
  /** Read it in the same batch and look for the ids of `rows`. */
  readonly verify: Read;
  /** Sheet the entries go to; it may be new. */
  readonly sheet: string;
  /** The table as it stood before; null where these writes make it. */
  readonly at: TableFacts | null;
}

/**
 * Writes that add entries to the audit trail (S132), making the table when it is first used (WB10). `results`
 * are the answers to `auditReads`, read in this operation.
 */
export function auditWrites(
  book: OpenBook,
  results: readonly ReadResult[],
  entries: readonly AuditEntry[],
  desk: Desk,
): AuditWrites {
  const { tail, stamp } = auditStart(book, results, desk);
  return auditRowWrites(book, results, chainAudit(tail, entries, stamp));
}

/** Where this writer's chain goes on, for entries that are hashed in slices. */
export function auditStart(
  book: OpenBook,
  results: readonly ReadResult[],
  desk: Desk,
): { readonly tail: string; readonly stamp: AuditStamp } {
  const [read] = results;
  const known = read?.kind === "table" ? tableRows("audit", read, book.dialect).rows : [];
  const taken = new Set(known.map((row) => row.values.id));
  return {
    tail: chainTail(
      known.map((row) => row.values),
      desk.writer,
    ),
    stamp: {
      by: desk.author(),
      writer: desk.writer,
      at: desk.now(),
      nextId: () => drawId("AUD", desk.today(), () => desk.chance(), taken),
    },
  };
}

/** Writes that add rows of the chain. */
export function auditRowWrites(
  book: OpenBook,
  results: readonly ReadResult[],
  rows: readonly AuditRow[],
): AuditWrites {
  const [read] = results;
  if (read?.kind !== "table") return newAudit(book, rows);
  const found = book.tables.get("audit");
  const columns = audit.columns.map((column) => column.id).filter((id) => found?.headers.has(id));
  return {
    rows,
    sheet: read.facts.sheet,
    at: read.facts,
    writes: [
      {
        kind: "append-rows",
        table: read.facts.name,
        at: read.facts,
        headers: columns.map((id) => found?.headers.get(id) ?? id),
        rows: rows.map((row) => rowCells("audit", columns, row, book.dialect)),
      },
    ],
    verify: { kind: "table", table: read.facts.name, columns: [found?.headers.get("id") ?? ""] },
  };
}

function newAudit(book: OpenBook, rows: readonly AuditRow[]): AuditWrites {
  const made = newTable("audit", rows, book.dialect, new FreeNames(book.survey));
  const header = audit.columns[0].header[book.dialect.labels.language];
  return {
    rows,
    sheet: made.sheet,
    at: null,
    writes: made.writes,
    verify: { kind: "table", table: made.table, columns: [header] },
  };
}
