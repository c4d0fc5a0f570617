import type { AuditEntry } from "../audit/audit-chain";
import { encodeCell } from "../codec/cell";
import { columnOf } from "../codec/row-cells";
import type { TableResult } from "../codec/table-rows";
import type { Desk } from "../desk";
import { headerIn, tableIn, type OpenBook } from "../open-book";
import { issueOf } from "../operations/failure";
import { clearStrayRows } from "../operations/stray-rows";
import { trailHolds } from "../operations/trail-rows";
import type { TrailDebt } from "../audit/trail-debt";
import type { Issue } from "../outcome";
import { WorkbookError } from "../workbook-error";
import type { CellInput, Read, ReadResult, TableFacts, Write } from "../workbook-gateway";
import { CellTarget } from "./cell-target";
import { cellEntries, importTrail, rowsEntry } from "./import-audit";
import { noTable, type ImportGround } from "./import-ground";
import { importKinds, type ImportTable } from "./import-job";
import { cutPieces, type Piece } from "./import-pieces";
import { encodedRow, type ImportPlan } from "./import-draft";

/** Ids of new rows that are in the workbook. */
export type Arrived = Readonly<Record<ImportTable, ReadonlySet<string>>>;

/** What of a plan is in the workbook once the writing has ended, however it ended. */
export interface RunResult {
  readonly added: Arrived;
  /** Changes to existing rows are all there. */
  readonly changed: boolean;
  readonly cancelled: boolean;
  /** Why it stopped before the end. */
  readonly issue: Issue | null;
  readonly place: { readonly sheet: string; readonly row: number } | null;
}

/** The last one only looks whether the one before held. */
const attempts = 5;

/** One writing of a plan: changed cells, then new rows piece by piece, the trail with the last of them. */
export class ImportRun {
  private readonly facts = new Map<ImportTable, TableFacts>();
  private readonly stamps: Readonly<Record<string, string | number>>;
  private written = 0;
  private changed = false;
  private issue: Issue | null = null;
  private cancelled = false;

  constructor(
    private readonly desk: Desk,
    private readonly book: OpenBook,
    private readonly ground: ImportGround,
    private readonly plan: ImportPlan,
    /** Name of the file, table or range. */
    private readonly source: string,
    private readonly debt: TrailDebt,
  ) {
    for (const table of ground.tables) this.facts.set(table, ground.standing[table].result.facts);
    this.stamps = { by: desk.author(), at: desk.now() };
  }

  async run(): Promise<RunResult> {
    const batches = cutPieces(this.plan, {
      accounts: this.columnsOf("accounts").length,
      contacts: this.columnsOf("contacts").length,
      purchases: this.columnsOf("purchases").length,
    });
    const results: TableResult[] = [];
    try {
      await this.change();
      for (const [index, batch] of batches.entries()) {
        if (this.desk.signal?.aborted) this.cancelled = true;
        if (this.cancelled || this.issue) break;
        results.splice(0, results.length, ...(await this.append(batch, index === batches.length - 1)));
      }
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      this.issue = issueOf(error, "action", this.facts.get("accounts")?.sheet ?? "");
    }
    if (this.issue && !this.changed) this.changed = await this.changesHold();
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

  private wantedCells(table: ImportTable): ReadonlyMap<string, Readonly<Record<string, CellInput>>> {
    const stamp = (column: string, value: string | number) =>
      this.ground.standing[table].hasColumn(column)
        ? { [column]: encodeCell(columnOf(table, column), value, this.book.dialect) }
        : {};
    const stamps = {
      ...stamp("changedBy", this.stamps["by"] ?? ""),
      ...stamp("changedAt", this.stamps["at"] ?? ""),
    };
    return new Map(
      this.plan.tables[table].changed.map(({ id, cells }) => [
        id,
        { ...Object.fromEntries(cells.map(({ column, after }) => [column, after])), ...stamps },
      ]),
    );
  }

  /** Changes cells of rows that are there, until every row holds its own. */
  private async change(): Promise<void> {
    const { standing } = this.ground;
    const { changing, targets } = this.changeTargets();
    let now = changing.map((table) => standing[table].result);
    const planned = () =>
      targets.flatMap((target, index) => target.writes(now[index] ?? noTable(target.name)));
    let writes = planned();
    for (let attempt = 0; attempt < attempts && writes.length > 0; attempt += 1) {
      this.desk.progress({ step: "import.change", done: 0, total: 0 });
      const reads = targets.map((target): Read => ({ kind: "table", table: target.name }));
      const read = await this.desk.gateway.write(writes, reads);
      this.changed = true;
      now = read.map((result) => {
        if (result.kind !== "table") throw new WorkbookError("not-found", null);
        return result;
      });
      now.forEach((result, index) => this.facts.set(changing[index] ?? "accounts", result.facts));
      writes = planned();
    }
    if (writes.length > 0)
      this.issue = { code: "import.keepsChanging", values: { sheet: now[0]?.facts.sheet ?? "" } };
  }

  private changeTargets() {
    const { standing, tables } = this.ground;
    const changing = tables.filter((table) => this.plan.tables[table].changed.length > 0);
    const targets = changing.map(
      (table) => new CellTarget(table, standing[table].result, this.wantedCells(table)),
    );
    return { changing, targets };
  }

  /** The answer to the changes may be lost though they were written. */
  private async changesHold(): Promise<boolean> {
    const { targets } = this.changeTargets();
    if (targets.length === 0) return false;
    try {
      const read = await this.desk.gateway.read(
        targets.map(({ name }): Read => ({ kind: "table", table: name })),
      );
      return targets.every((target, index) => {
        const now = read[index];
        return now?.kind === "table" && target.writes(now).length === 0;
      });
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      return false;
    }
  }

  private async append(batch: readonly Piece[], last: boolean): Promise<readonly TableResult[]> {
    const step = batch.at(-1)?.table ?? "accounts";
    this.desk.progress({ step, done: this.written, total: this.total });
    const tables = last ? this.ground.tables : batch.map(({ table }) => table);
    const read = await this.desk.gateway.write(
      batch.map((piece) => this.appendWrite(piece)),
      tables.map((table): Read => (last ? this.idRead(table) : { ...this.idRead(table), columns: [] })),
    );
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

  /** What the trail says of what is there now. */
  private entries(there: Arrived): readonly AuditEntry[] {
    return this.ground.tables.flatMap((table) => {
      const count = there[table].size;
      const sheet = this.facts.get(table)?.sheet ?? table;
      const said = { before: "", after: `${count} · ${this.source}` };
      const changed = this.changed ? this.plan.tables[table].changed : [];
      return [
        ...(count > 0 ? [rowsEntry(sheet, said, "import")] : []),
        ...cellEntries(this.book, table, changed, "import"),
      ];
    });
  }

  /** Looks what arrived, removes what did not find its table, and writes the trail. */
  private async settle(known: readonly TableResult[]): Promise<RunResult> {
    const whole = known.length > 0 && !this.issue && !this.cancelled;
    const read = whole ? known : await this.lookAgain();
    const there = this.arrived(read);
    this.debt.entries = [...this.debt.entries, ...this.entries(there)];
    if (!read)
      this.issue = { code: "import.unknown", values: { sheet: this.facts.get("accounts")?.sheet ?? "" } };
    else await this.writeTrail();
    return {
      added: there,
      changed: this.changed,
      cancelled: this.cancelled,
      issue: this.issue,
      place: this.placeOf(read, there),
    };
  }

  private async lookAgain(): Promise<readonly TableResult[] | null> {
    try {
      if (this.issue?.code === "import.notTaken") await this.clearStrays();
      const read = await this.desk.gateway.read(this.ground.tables.map((table) => this.idRead(table)));
      return read.flatMap((result) => (result.kind === "table" ? [result] : []));
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
  private async writeTrail(): Promise<void> {
    try {
      const trail = await importTrail(this.desk, this.book, this.ground.audit, this.debt.entries);
      if (!trail) return;
      const [read] = await this.desk.gateway.write(trail.writes, [trail.verify]);
      if (await trailHolds(this.desk, trail, read)) this.debt.entries = [];
      else this.issue ??= { code: "import.notAudited", values: { sheet: trail.sheet } };
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      this.issue ??= {
        code: "import.notAudited",
        values: { sheet: tableIn(this.book, "accounts").facts.sheet },
      };
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
