import type { AuditEntry } from "../audit/audit-chain";
import { decodeCell, unreadable, type Dialect } from "../codec/cell";
import { columnOf } from "../codec/row-cells";
import type { Desk } from "../desk";
import type { OpenBook } from "../open-book";
import { done, failed } from "../operations/failure";
import type { Outcome } from "../outcome";
import { WorkbookError } from "../workbook-error";
import type { Read } from "../workbook-gateway";
import { cellEntries, rowsEntry } from "./import-audit";
import type { PlannedChange } from "./import-draft";
import type { ImportTable } from "./import-job";
import type { ImportTrail } from "./import-trail";
import { StandingTable } from "./standing-table";
import { TableOnItsWayBack, type TableUndo } from "./table-undo";

const attempts = 5;

/**
 * Takes an import back in one batch: cells first, while rows stand where they were read; then rows, those that name
 * accounts before the accounts; the lines of the trail with them. A runtime that is killed leaves all of it or nothing.
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
    const ways = [...this.plans].reverse().map((plan) => new TableOnItsWayBack(plan, this.book));
    const total = this.plans.reduce((sum, { doomed }) => sum + doomed.size, 0);
    const step = this.plans.at(-1)?.table ?? "accounts";
    this.desk.progress({ step, done: 0, total });
    const lines = await this.trail.say(this.entries(false), () => this.entries(true));
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const open = ways.filter((way) => way.writes().length > 0);
      if (open.length === 0) break;
      const along = attempt === 0 ? lines : null;
      const read = await this.desk.gateway.write(
        [...open.flatMap((way) => way.writes()), ...(along?.writes ?? [])],
        [...open.map(({ look }) => look), ...(along ? [along.verify] : [])],
      );
      if (along) this.trail.follow(read[open.length]);
      const lost = open.find((way, index) => !way.see(read[index]));
      if (lost) return failed("import.undoUnfinished", { sheet: lost.sheet });
    }
    const left = ways.find((way) => way.writes().length > 0);
    if (left) return failed("import.undoUnfinished", { sheet: left.sheet });
    this.desk.progress({ step, done: total, total });
    return done(undefined);
  }

  /** What is to be said of each table; `there`: only of what is taken back by what was found last. */
  private entries(there: boolean): readonly AuditEntry[] {
    return [...this.plans].reverse().flatMap(({ table, standing, doomed, restored }) => {
      const said = turned(table, restored, this.book.dialect);
      const held = there ? said.filter((change) => this.holds(table, change)) : said;
      const found = there ? this.found?.get(table) : undefined;
      const count = [...doomed].filter((id) => !found?.has(id)).length;
      const gone = { before: `${count} · ${this.source}`, after: "" };
      return [
        ...cellEntries(this.book, table, held, "undo"),
        ...(count > 0 ? [rowsEntry(standing.result.facts.sheet, gone, "undo")] : []),
      ];
    });
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
