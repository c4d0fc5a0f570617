import type { AuditEntry } from "../audit/audit-chain";
import type { TableResult } from "../codec/table-rows";
import type { Desk } from "../desk";
import { headerIn, tableIn, type OpenBook } from "../open-book";
import { issueOf } from "../operations/failure";
import { clearStrayRows } from "../operations/stray-rows";
import type { AuditWrites } from "../audit/audit-writes";
import type { TrailDebt } from "../audit/trail-debt";
import type { Issue } from "../outcome";
import { WorkbookError } from "../workbook-error";
import type { Read, ReadResult, TableFacts, Write } from "../workbook-gateway";
import { rowsEntry } from "./import-audit";
import { ImportChanges, type Changed, type ImportStamps } from "./import-changes";
import type { ImportGround } from "./import-ground";
import { importKinds, type ImportTable } from "./import-job";
import { cutPieces, type Piece } from "./import-pieces";
import { encodedRow, type ImportPlan } from "./import-draft";
import { ImportTrail } from "./import-trail";

/** Ids of new rows that are in the workbook. */
export type Arrived = Readonly<Record<ImportTable, ReadonlySet<string>>>;

/** What of a plan is in the workbook once the writing has ended, however it ended. */
export interface RunResult {
  readonly added: Arrived;
  /** Changes to existing rows, as far as they are there. */
  readonly changed: Changed;
  readonly cancelled: boolean;
  /** Why it stopped before the end. */
  readonly issue: Issue | null;
  readonly place: { readonly sheet: string; readonly row: number } | null;
}

const nowhere: Arrived = { accounts: new Set(), contacts: new Set(), purchases: new Set() };

/** One writing of a plan: changed cells, then new rows piece by piece, each batch with its lines in the trail. */
export class ImportRun {
  private readonly facts = new Map<ImportTable, TableFacts>();
  private readonly stamps: ImportStamps;
  private readonly trail: ImportTrail;
  private readonly changes: ImportChanges;
  private written = 0;
  private there: Arrived = nowhere;
  private issue: Issue | null = null;
  private cancelled = false;

  constructor(
    private readonly desk: Desk,
    private readonly book: OpenBook,
    private readonly ground: ImportGround,
    private readonly plan: ImportPlan,
    /** Name of the file, table or range. */
    private readonly source: string,
    debt: TrailDebt,
  ) {
    for (const table of ground.tables) this.facts.set(table, ground.standing[table].result.facts);
    this.stamps = { by: desk.author(), at: desk.now() };
    this.trail = new ImportTrail(desk, book, ground.audit, debt);
    this.changes = new ImportChanges(desk, book, ground, plan, this.stamps, this.trail);
  }

  async run(): Promise<RunResult> {
    const batches = cutPieces(this.plan, {
      accounts: this.columnsOf("accounts").length,
      contacts: this.columnsOf("contacts").length,
      purchases: this.columnsOf("purchases").length,
    });
    const results: TableResult[] = [];
    try {
      this.issue = await this.changes.run((table, { facts }) => this.facts.set(table, facts));
      for (const [index, batch] of batches.entries()) {
        if (this.desk.signal?.aborted) this.cancelled = true;
        if (this.cancelled || this.issue) break;
        results.splice(0, results.length, ...(await this.append(batch, index === batches.length - 1)));
      }
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      this.issue = issueOf(error, "action", this.facts.get("accounts")?.sheet ?? "");
    }
    return this.settle(results);
  }

  private get total(): number {
    const { accounts, contacts, purchases } = this.plan.tables;
    return accounts.added.length + contacts.added.length + purchases.added.length;
  }

  /** Columns that new rows fill: the same for all rows of a table. */
  private columnsOf(table: ImportTable): readonly string[] {
    const used = new Set(this.plan.tables[table].added.flatMap(({ values }) => [...values.keys()]));
    const stamped = used.size > 0 ? ["createdBy", "createdAt"] : [];
    return [...used, ...stamped].filter((column) => this.ground.standing[table].hasColumn(column));
  }

  private async append(batch: readonly Piece[], last: boolean): Promise<readonly TableResult[]> {
    const step = batch.at(-1)?.table ?? "accounts";
    this.desk.progress({ step, done: this.written, total: this.total });
    const tables = last ? this.ground.tables : batch.map(({ table }) => table);
    const lines = await this.linesOf(batch);
    const looks = [...tables.map((table) => this.idRead(table)), ...(lines ? [lines.verify] : [])];
    const read = await this.desk.gateway.write(
      [...batch.map((piece) => this.appendWrite(piece)), ...(lines?.writes ?? [])],
      // How far the tables reach is enough to go on.
      looks.map((look): Read => (last || look.kind !== "table" ? look : { ...look, columns: [] })),
    );
    this.trail.follow(read[tables.length]);
    const results = tables.map((table, index) => this.follow(table, read[index], batch));
    this.written += batch.reduce((sum, { rows }) => sum + rows.length, 0);
    this.desk.progress({ step, done: this.written, total: this.total });
    return last ? results : [];
  }

  /** The table must have grown; the next piece goes below where it ends now. */
  private follow(table: ImportTable, read: ReadResult | undefined, batch: readonly Piece[]): TableResult {
    if (read?.kind !== "table") throw new WorkbookError("not-found", this.facts.get(table)?.sheet ?? null);
    const before = this.facts.get(table)?.rowCount ?? 0;
    const wanted = batch.find((piece) => piece.table === table)?.rows.length ?? 0;
    if (read.facts.rowCount < before + wanted)
      this.issue = { code: "import.notTaken", values: { sheet: read.facts.sheet } };
    else this.facts.set(table, read.facts);
    return read;
  }

  private appendWrite({ table, rows }: Piece): Write {
    const at = this.facts.get(table) ?? tableIn(this.book, table).facts;
    const columns = this.columnsOf(table);
    const { by = "", at: time = 0 } = this.stamps;
    const headers = columns.map((column) => headerIn(tableIn(this.book, table), column));
    const cells = rows.map(({ values }) =>
      encodedRow(
        table,
        columns,
        new Map([...values, ["createdBy", by], ["createdAt", time]]),
        this.book.dialect,
      ),
    );
    return { kind: "append-rows", table: at.name, at, headers, rows: cells };
  }

  private idRead(table: ImportTable): Extract<Read, { kind: "table" }> {
    const found = tableIn(this.book, table);
    return { kind: "table", table: found.facts.name, columns: [headerIn(found, "id")] };
  }

  /** A line for the rows of each table in a batch. */
  private linesOf(batch: readonly Piece[]): Promise<AuditWrites | null> {
    const entries = (held: (table: ImportTable, id: string) => boolean): readonly AuditEntry[] =>
      batch.flatMap(({ table, rows }) => {
        const count = rows.filter(({ id }) => held(table, id)).length;
        const sheet = this.ground.standing[table].result.facts.sheet;
        const said = { before: "", after: `${count} · ${this.source}` };
        return count > 0 ? [rowsEntry(sheet, said, "import")] : [];
      });
    return this.trail.say(
      entries(() => true),
      () => entries((table, id) => this.there[table].has(id)),
    );
  }

  /** Looks what arrived, removes what did not find its table, and sees that the trail says just that. */
  private async settle(known: readonly TableResult[]): Promise<RunResult> {
    const whole = known.length > 0 && !this.issue && !this.cancelled;
    const read = whole ? known : await this.lookAgain();
    this.there = this.arrived(read);
    if (!read)
      this.issue = { code: "import.unknown", values: { sheet: this.facts.get("accounts")?.sheet ?? "" } };
    else await this.settleTrail();
    return {
      added: this.there,
      changed: this.changes.there,
      cancelled: this.cancelled,
      issue: this.issue,
      place: this.placeOf(read, this.there),
    };
  }

  private async lookAgain(): Promise<readonly TableResult[] | null> {
    try {
      if (this.issue?.code === "import.notTaken") await this.clearStrays();
      if (this.issue) await this.changes.look();
      const { tables } = this.ground;
      const looks = [...tables.map((table) => this.idRead(table)), ...this.trail.reads];
      const read = await this.desk.gateway.read(looks);
      this.trail.look(read[tables.length]);
      return read.slice(0, tables.length).flatMap((result) => (result.kind === "table" ? [result] : []));
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      return null;
    }
  }

  private async clearStrays(): Promise<void> {
    for (const table of this.ground.tables) {
      const facts = this.facts.get(table);
      const ids = this.plan.tables[table].added.map(({ id }) => id);
      if (!facts || ids.length === 0) continue;
      const header = headerIn(tableIn(this.book, table), "id");
      const cleared = await clearStrayRows(this.desk.gateway, facts, header, ids);
      if (cleared) this.issue = { code: "import.didNotGrow", values: { sheet: facts.sheet } };
    }
  }

  private arrived(read: readonly TableResult[] | null): Arrived {
    const idsOf = (table: ImportTable): ReadonlySet<string> => {
      const result = read?.[this.ground.tables.indexOf(table)];
      const present = new Set(result?.rows.map(([id]) => String(id)));
      return new Set(this.plan.tables[table].added.flatMap(({ id }) => (present.has(id) ? [id] : [])));
    };
    return { accounts: idsOf("accounts"), contacts: idsOf("contacts"), purchases: idsOf("purchases") };
  }

  /** Where even the trail is refused, the receipt names it and its lines are owed; the rows carry their own stamps. */
  private async settleTrail(): Promise<void> {
    try {
      const sheet = await this.trail.settle();
      if (sheet !== null) this.issue ??= { code: "import.notAudited", values: { sheet } };
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      const { sheet } = tableIn(this.book, "accounts").facts;
      this.issue ??= { code: "import.notAudited", values: { sheet } };
    }
  }

  private placeOf(read: readonly TableResult[] | null, there: Arrived): RunResult["place"] {
    const table = [...importKinds].reverse().find((one) => there[one].size > 0);
    if (!table) return null;
    const result = read?.[this.ground.tables.indexOf(table)];
    const body = result?.rows.findIndex(([id]) => there[table].has(String(id))) ?? -1;
    return result && body >= 0 ? { sheet: result.facts.sheet, row: result.facts.area.row + 2 + body } : null;
  }
}
