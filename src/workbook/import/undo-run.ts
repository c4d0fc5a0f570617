import type { AuditEntry } from "../audit/audit-chain";
import { decodeCell, unreadable, type Dialect } from "../codec/cell";
import { columnOf } from "../codec/row-cells";
import type { TableResult } from "../codec/table-rows";
import type { Desk } from "../desk";
import { headerIn, tableIn, type OpenBook } from "../open-book";
import { deleteById } from "../operations/delete-by-id";
import { done, failed } from "../operations/failure";
import type { Issue, Outcome } from "../outcome";
import { WorkbookError } from "../workbook-error";
import type { CellInput, Read } from "../workbook-gateway";
import { CellTarget } from "./cell-target";
import { cellEntries, rowsEntry } from "./import-audit";
import type { PlannedChange } from "./import-draft";
import type { ImportTable } from "./import-job";
import type { ImportTrail } from "./import-trail";
import { StandingTable } from "./standing-table";

/** What of an import goes from a table. */
export interface TableUndo {
  readonly table: ImportTable;
  readonly standing: StandingTable;
  /** Ids of rows that still are what the import wrote. */
  readonly doomed: ReadonlySet<string>;
  readonly restored: readonly PlannedChange[];
  readonly kept: readonly Issue[];
}

const attempts = 5;

/**
 * Takes back table by table: cells first, while rows stand where they were read; then rows, those that name accounts
 * before the accounts. Each batch has its lines in the trail with it.
 */
export class UndoRun {
  /** Tables as they are after a failure; until then everything is as planned. */
  private found: ReadonlyMap<ImportTable, StandingTable> | null = null;

  constructor(
    private readonly desk: Desk,
    private readonly book: OpenBook,
    private readonly plans: readonly TableUndo[],
    private readonly trail: ImportTrail,
    private readonly source: string,
  ) {}

  /** `told`: the trail has all lines. */
  async run(): Promise<Outcome<{ readonly told: boolean }>> {
    try {
      const outcome = await this.takeBack();
      const told = await this.settle(!outcome.ok);
      return outcome.ok ? done({ told }) : outcome;
    } catch (error) {
      if (error instanceof WorkbookError) await this.settle(true);
      throw error;
    }
  }

  private async takeBack(): Promise<Outcome<void>> {
    const total = this.plans.reduce((sum, { doomed }) => sum + doomed.size, 0);
    let rows = 0;
    for (const plan of [...this.plans].reverse()) {
      const { table, standing, doomed } = plan;
      const { sheet } = standing.result.facts;
      const now = await this.restore(plan);
      if (!now) return failed("import.undoUnfinished", { sheet });
      if (doomed.size === 0) continue;
      this.desk.progress({ step: table, done: rows, total });
      if (!(await this.remove(plan, now))) return failed("import.undoUnfinished", { sheet });
      rows += doomed.size;
      this.desk.progress({ step: table, done: rows, total });
    }
    return done(undefined);
  }

  /** Puts changed cells back; the table as it stands afterwards, or null where it keeps changing. */
  private async restore(plan: TableUndo): Promise<TableResult | null> {
    const { table, standing, restored } = plan;
    let now = standing.result;
    if (restored.length === 0) return now;
    const wanted = new Map(
      restored.map(({ id, cells }): [string, Record<string, CellInput>] => [
        id,
        Object.fromEntries(cells.map(({ column, before }) => [column, before])),
      ]),
    );
    const target = new CellTarget(table, now, wanted);
    const said = turned(table, restored, this.book.dialect);
    const entries = (changes: readonly PlannedChange[]) => cellEntries(this.book, table, changes, "undo");
    const lines = await this.trail.say(entries(said), () =>
      entries(said.filter((change) => this.holds(table, change))),
    );
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const writes = target.writes(now);
      if (writes.length === 0) return now;
      const along = attempt === 0 ? lines : null;
      const [after, trail] = await this.desk.gateway.write(
        [...writes, ...(along?.writes ?? [])],
        [{ kind: "table", table: target.name }, ...(along ? [along.verify] : [])],
      );
      if (along) this.trail.follow(trail);
      if (after?.kind !== "table") return null;
      now = after;
    }
    return target.writes(now).length === 0 ? now : null;
  }

  private async remove({ table, doomed }: TableUndo, now: TableResult): Promise<boolean> {
    const { sheet } = now.facts;
    const entries = (count: number): readonly AuditEntry[] =>
      count > 0 ? [rowsEntry(sheet, { before: `${count} · ${this.source}`, after: "" }, "undo")] : [];
    const lines = await this.trail.say(entries(doomed.size), () =>
      entries([...doomed].filter((id) => !this.found?.get(table)?.has(id)).length),
    );
    const index = now.headers.indexOf(headerIn(tableIn(this.book, table), "id"));
    const along = { writes: lines?.writes ?? [], verify: lines ? [lines.verify] : [] };
    const { gone, verified } = await deleteById(this.desk, now, index, doomed, along);
    this.trail.follow(verified[0]);
    return gone;
  }

  private holds(table: ImportTable, { id, cells }: PlannedChange): boolean {
    const standing = this.found?.get(table);
    if (!standing) return true;
    return standing.changes(id, new Map(cells.map(({ column, meaning }) => [column, meaning])))?.length === 0;
  }

  /** What was done is done: a trail that is refused is no reason to say that the undo failed. Whether it took its lines. */
  private async settle(broken: boolean): Promise<boolean> {
    try {
      if (broken) await this.look();
      return (await this.trail.settle()) === null;
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      return false;
    }
  }

  private async look(): Promise<void> {
    const reads = this.plans.map(({ standing }): Read => ({
      kind: "table",
      table: standing.result.facts.name,
    }));
    const read = await this.desk.gateway.read([...reads, ...this.trail.reads]);
    this.trail.look(read[reads.length]);
    this.found = new Map(
      this.plans.flatMap(({ table }, index) => {
        const result = read[index];
        return result?.kind === "table" ? [[table, new StandingTable(table, result, this.book.dialect)]] : [];
      }),
    );
  }
}

/** The changes the other way round. */
const turned = (
  table: ImportTable,
  changes: readonly PlannedChange[],
  dialect: Dialect,
): readonly PlannedChange[] =>
  changes.map(({ id, cells }) => ({
    id,
    cells: cells.map(({ column, before, after }) => {
      const meant = decodeCell(columnOf(table, column), before, dialect);
      const meaning = meant === unreadable ? String(before) : meant;
      return { column, before: typeof after === "object" ? "" : after, after: before, meaning };
    }),
  }));
