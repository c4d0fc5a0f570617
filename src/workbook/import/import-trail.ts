import { chainAudit, type AuditEntry, type AuditRow, type AuditStamp } from "../audit/audit-chain";
import { auditRowWrites, auditStart, type AuditWrites } from "../audit/audit-writes";
import type { TrailDebt } from "../audit/trail-debt";
import type { Desk } from "../desk";
import type { OpenBook } from "../open-book";
import { removeHalfMadeSheet } from "../operations/half-made-sheet";
import { absentIds } from "../operations/stray-rows";
import { takeBackTrail, trailHolds } from "../operations/trail-rows";
import { findTables } from "../schema/find-tables";
import type { Read, ReadResult } from "../workbook-gateway";
import { breathe } from "./import-source";

/** Hashing these takes some ten milliseconds. */
const slice = 100;

/** Lines that went along with a batch. */
interface Said {
  readonly entries: readonly AuditEntry[];
  readonly lines: AuditWrites;
  /** What is to be said of this batch by what is known now. */
  truth(): readonly AuditEntry[];
}

/**
 * The trail of one import. Lines go in the batch with what they tell of: a runtime that is killed between two batches
 * leaves nothing in the workbook that the trail does not know. Only what a refused batch left is said afterwards.
 */
export class ImportTrail {
  private readonly said: Said[] = [];
  private readonly stamp: AuditStamp;
  private readonly start: string;
  private tail: string;
  private place: { readonly book: OpenBook; readonly audit: readonly ReadResult[] };
  private ids: ReadResult | undefined;

  /** `audit` answers `auditReads`. */
  constructor(
    private readonly desk: Desk,
    private readonly book: OpenBook,
    private readonly audit: readonly ReadResult[],
    private readonly debt: TrailDebt,
  ) {
    const { tail, stamp } = auditStart(book, audit, desk);
    this.start = tail;
    this.tail = tail;
    this.stamp = stamp;
    this.place = { book, audit };
  }

  /** Lines for the next batch; `truth` is asked at the end, for a batch that was not carried out as planned. */
  async say(entries: readonly AuditEntry[], truth: () => readonly AuditEntry[]): Promise<AuditWrites | null> {
    if (entries.length === 0) return null;
    const lines = await this.linesOf(entries);
    this.said.push({ entries, lines, truth });
    return lines;
  }

  /** What a batch read of the trail after its lines: further ones go below. */
  follow(read: ReadResult | undefined): void {
    if (read?.kind !== "table") return;
    if (read.headers.length > 0) this.ids = read;
    const { survey, tables } = this.book;
    const found = findTables({ ...survey, tables: [read.facts] }).get("audit");
    if (!found) return;
    this.place = { book: { ...this.book, tables: new Map([...tables, ["audit", found]]) }, audit: [read] };
  }

  /** What was read of it once more. */
  look(read: ReadResult | undefined): void {
    this.ids = read;
  }

  /** How its lines are looked for; nothing where none were written. */
  get reads(): readonly Read[] {
    const last = this.said.at(-1);
    return last ? [last.lines.verify] : [];
  }

  /**
   * Leaves the trail saying what is so, by what was read of it last: lines of what did not come are taken back, missing
   * ones written. The sheet of a trail that refused them, else null.
   */
  async settle(): Promise<string | null> {
    const owed: AuditEntry[] = [...this.debt.entries];
    this.tail = this.start;
    for (const batch of this.said) owed.push(...(await this.compare(batch, this.ids)));
    this.debt.entries = owed;
    if (owed.length === 0) return null;
    const lines = await this.linesOf(owed);
    const [after] = await this.desk.gateway.write(lines.writes, [lines.verify]);
    if (!(await trailHolds(this.desk, lines, after))) return lines.sheet;
    this.debt.entries = [];
    return null;
  }

  /** What is still to be said of a batch. */
  private async compare(
    { entries, lines, truth }: Said,
    read: ReadResult | undefined,
  ): Promise<readonly AuditEntry[]> {
    const absent = new Set(
      absentIds(
        read,
        lines.rows.map(({ id }) => id),
      ),
    );
    if (absent.size > 0) await this.clear(lines, read);
    const wanted = truth();
    if (JSON.stringify(wanted) === JSON.stringify(entries)) {
      this.tail = lines.rows.filter(({ id }) => !absent.has(id)).at(-1)?.hash ?? this.tail;
      return entries.filter((_, index) => absent.has(lines.rows[index]?.id ?? ""));
    }
    if (absent.size < lines.rows.length) await this.takeBack(lines);
    return wanted;
  }

  /** Nothing of lines that did not find their table stays below it; a sheet that was only half made goes. */
  private async clear(lines: AuditWrites, read: ReadResult | undefined): Promise<void> {
    if (lines.at === null && read?.kind !== "table")
      return removeHalfMadeSheet(this.desk, lines.sheet, lines.verify);
    await trailHolds(this.desk, lines, read);
  }

  private async takeBack(lines: AuditWrites): Promise<void> {
    const made = lines.at === null;
    await takeBackTrail(this.desk, made ? this.book : this.place.book, lines);
    if (made) this.place = { book: this.book, audit: this.audit };
  }

  /** Rows that go on with this writer's chain, hashed in slices. */
  private async linesOf(entries: readonly AuditEntry[]): Promise<AuditWrites> {
    const rows: AuditRow[] = [];
    for (let from = 0; from < entries.length; from += slice) {
      if (from > 0) await breathe();
      rows.push(...chainAudit(rows.at(-1)?.hash ?? this.tail, entries.slice(from, from + slice), this.stamp));
    }
    this.tail = rows.at(-1)?.hash ?? this.tail;
    return auditRowWrites(this.place.book, this.place.audit, rows);
  }
}
