import type { RowOf } from "../schema/table";
import type { Schema } from "../schema/schema";
import type { CodeOf } from "../schema/lists";
import { isErrorText } from "../codec/cell";
import { storableText } from "../codec/storable-text";
import { sha256 } from "./sha256";

export type AuditRow = RowOf<Schema["audit"]>;

/** One change worth remembering; sensitive columns pass "changed" instead of their values (S132). */
export interface AuditEntry {
  /** Sheet name of the table, in the workbook's language. */
  readonly table: string;
  /** Id of the row. */
  readonly row: string;
  /** Header, "" for a whole row. */
  readonly column: string;
  readonly before: string;
  readonly after: string;
  readonly source: CodeOf<"auditSource">;
}

/** Who writes the entries, when, and with which ids. */
export interface AuditStamp {
  readonly by: string;
  readonly writer: string;
  /** Local date and time, 1900 serial. */
  readonly at: number;
  nextId(): string;
}

/** What of a row of the chain has to be read to go on from it. */
export type AuditLink = Pick<AuditRow, "writer" | "at" | "previousHash" | "hash">;
export const auditLinkColumns = [
  "id",
  "at",
  "writer",
  "table",
  "row",
  "column",
  "after",
  "source",
  "previousHash",
  "hash",
] as const;

/** Newest hash of a writer's chain: no other row of the writer follows it. "" where there is none yet. */
export function chainTail(rows: readonly AuditLink[], writer: string): string {
  const own = rows.filter((row) => row.writer === writer);
  const followed = new Set(own.map((row) => row.previousHash));
  const ends = own.filter((row) => !followed.has(row.hash));
  const newest = (best: AuditLink | undefined, row: AuditLink) =>
    best && (best.at ?? 0) > (row.at ?? 0) ? best : row;
  return (ends.length > 0 ? ends : own).reduce<AuditLink | undefined>(newest, undefined)?.hash ?? "";
}

/** Milliseconds, so that a serial that went through a file and back hashes alike. */
const instant = (at: number | null): string => String(Math.round((at ?? 0) * 86_400_000));

/** A text as it is read from its cell, so that it hashes alike before and after. */
const asRead = (text: string): string => (isErrorText(text) ? "" : storableText(text).trim());

/** Hash over everything a row says and the hash before it. */
export function hashOf(row: Omit<AuditRow, "hash">): string {
  const parts = [
    row.previousHash,
    row.id,
    instant(row.at),
    ...[row.by, row.writer, row.table, row.row, row.column, row.before, row.after].map(asRead),
    row.source,
  ];
  return sha256(JSON.stringify(parts));
}

/** The entries as rows that continue the writer's chain after `tail`. */
export function chainAudit(tail: string, entries: readonly AuditEntry[], stamp: AuditStamp): AuditRow[] {
  let previousHash = tail;
  return entries.map((entry) => {
    const open = {
      id: stamp.nextId(),
      at: stamp.at,
      by: stamp.by,
      writer: stamp.writer,
      ...entry,
      previousHash,
      createdBy: stamp.by,
      createdAt: stamp.at,
      changedBy: "",
      changedAt: null,
    };
    const row = { ...open, hash: hashOf(open) };
    previousHash = row.hash;
    return row;
  });
}
