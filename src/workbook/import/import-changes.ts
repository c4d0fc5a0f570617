import type { AuditEntry } from "../audit/audit-chain";
import { encodeCell } from "../codec/cell";
import { columnOf } from "../codec/row-cells";
import type { TableResult } from "../codec/table-rows";
import type { Desk } from "../desk";
import type { OpenBook } from "../open-book";
import type { Issue } from "../outcome";
import { WorkbookError } from "../workbook-error";
import type { CellInput, Read } from "../workbook-gateway";
import { CellTarget, type WantedCells } from "./cell-target";
import { cellEntries } from "./import-audit";
import type { ImportPlan, PlannedChange } from "./import-draft";
import type { ImportGround } from "./import-ground";
import { importKinds, type ImportTable } from "./import-job";
import type { ImportTrail } from "./import-trail";
import { StandingTable } from "./standing-table";

export type Changed = Readonly<Record<ImportTable, readonly PlannedChange[]>>;

/** Who changes rows, and when. */
export interface ImportStamps {
  readonly by: string;
  readonly at: number;
}

/** The last one only looks whether the one before held. */
const attempts = 5;
/** A line of the trail for each: up to so many cells are one batch of some 1 MB, more go in tenths. */
const cellsAtOnce = 3_000;
const tenths = 10;

/** Changes to rows that are there already, with a line in the trail for each cell. */
export class ImportChanges {
  private readonly now = new Map<ImportTable, TableResult>();
  private readonly begun: Changed[] = [];
  /** What is in the workbook for certain. */
  private held: Changed = none;

  constructor(
    private readonly desk: Desk,
    private readonly book: OpenBook,
    private readonly ground: ImportGround,
    private readonly plan: ImportPlan,
    private readonly stamps: ImportStamps,
    private readonly trail: ImportTrail,
  ) {
    for (const table of ground.tables) this.now.set(table, ground.standing[table].result);
  }

  /** Changes that are in the workbook. */
  get there(): Changed {
    return this.held;
  }

  /** Writes them portion by portion until every row holds its own; where rows keep moving, why it stopped. */
  async run(follow: (table: ImportTable, result: TableResult) => void): Promise<Issue | null> {
    const portions = portionsOf(this.plan);
    const total = portions.reduce((sum, portion) => sum + rowsOf(portion), 0);
    let rows = 0;
    for (const portion of portions) {
      if (this.desk.signal?.aborted) return null;
      this.desk.progress({ step: "import.change", done: rows, total: portions.length > 1 ? total : 0 });
      const moving = await this.write(portion, follow);
      if (moving) {
        this.settleBy(this.now);
        return { code: "import.keepsChanging", values: { sheet: moving } };
      }
      this.held = joined(this.held, portion);
      rows += rowsOf(portion);
    }
    return null;
  }

  /** The answer to a batch may be lost though cells were written: looks which of those begun are there. */
  async look(): Promise<void> {
    const tables = importKinds.filter((table) => this.begun.some((portion) => portion[table].length > 0));
    if (tables.length === 0) return;
    const read = await this.desk.gateway.read(
      tables.map((table): Read => ({ kind: "table", table: this.ground.standing[table].result.facts.name })),
    );
    this.settleBy(
      new Map(
        tables.flatMap((table, index) => {
          const result = read[index];
          return result?.kind === "table" ? [[table, result]] : [];
        }),
      ),
    );
  }

  /** Sheet of rows that keep moving, else null. */
  private async write(
    portion: Changed,
    follow: (table: ImportTable, result: TableResult) => void,
  ): Promise<string | null> {
    const tables = importKinds.filter((table) => portion[table].length > 0);
    const targets = tables.map(
      (table) => new CellTarget(table, this.resultOf(table), this.wanted(table, portion)),
    );
    const planned = () =>
      targets.flatMap((target, index) => target.writes(this.resultOf(tables[index] ?? "accounts")));
    const lines = await this.trail.say(this.entries(portion), () => this.entries(within(portion, this.held)));
    this.begun.push(portion);
    let writes = planned();
    for (let attempt = 0; attempt < attempts && writes.length > 0; attempt += 1) {
      const along = attempt === 0 ? lines : null;
      const reads = targets.map((target): Read => ({ kind: "table", table: target.name }));
      const read = await this.desk.gateway.write(
        [...writes, ...(along?.writes ?? [])],
        [...reads, ...(along ? [along.verify] : [])],
      );
      tables.forEach((table, index) => {
        const result = read[index];
        if (result?.kind !== "table") throw new WorkbookError("not-found", null);
        this.now.set(table, result);
        follow(table, result);
      });
      if (along) this.trail.follow(read[tables.length]);
      writes = planned();
    }
    return writes.length > 0 ? this.resultOf(tables[0] ?? "accounts").facts.sheet : null;
  }

  private resultOf(table: ImportTable): TableResult {
    return this.now.get(table) ?? this.ground.standing[table].result;
  }

  private wanted(table: ImportTable, portion: Changed): WantedCells {
    const stamp = (column: string, value: string | number): Readonly<Record<string, CellInput>> =>
      this.ground.standing[table].hasColumn(column)
        ? { [column]: encodeCell(columnOf(table, column), value, this.book.dialect) }
        : {};
    const stamps = { ...stamp("changedBy", this.stamps.by), ...stamp("changedAt", this.stamps.at) };
    return new Map(
      portion[table].map(({ id, cells }) => [
        id,
        { ...Object.fromEntries(cells.map(({ column, after }) => [column, after])), ...stamps },
      ]),
    );
  }

  private entries(changes: Changed): readonly AuditEntry[] {
    return importKinds.flatMap((table) => cellEntries(this.book, table, changes[table], "import"));
  }

  /** Of all that was begun, the cells these tables hold. */
  private settleBy(read: ReadonlyMap<ImportTable, TableResult>): void {
    const heldIn = (table: ImportTable): readonly PlannedChange[] => {
      const result = read.get(table);
      if (!result) return this.held[table];
      const standing = new StandingTable(table, result, this.book.dialect);
      return this.begun.flatMap((portion) => portion[table]).flatMap((one) => holding(one, standing));
    };
    this.held = {
      accounts: heldIn("accounts"),
      contacts: heldIn("contacts"),
      purchases: heldIn("purchases"),
    };
  }
}

const none: Changed = { accounts: [], contacts: [], purchases: [] };

function holding({ id, cells }: PlannedChange, standing: StandingTable): readonly PlannedChange[] {
  const open = standing.changes(id, new Map(cells.map(({ column, meaning }) => [column, meaning])));
  if (open === null) return [];
  const missing = new Set(open.map(({ column }) => column));
  const there = cells.filter(({ column }) => !missing.has(column));
  return there.length > 0 ? [{ id, cells: there }] : [];
}

const rowsOf = ({ accounts, contacts, purchases }: Changed): number =>
  accounts.length + contacts.length + purchases.length;

const joined = (one: Changed, other: Changed): Changed => ({
  accounts: [...one.accounts, ...other.accounts],
  contacts: [...one.contacts, ...other.contacts],
  purchases: [...one.purchases, ...other.purchases],
});

/** What of a portion is among those that hold. */
function within(portion: Changed, held: Changed): Changed {
  const of = (table: ImportTable): readonly PlannedChange[] => {
    const ids = new Set(portion[table].map(({ id }) => id));
    return held[table].filter(({ id }) => ids.has(id));
  };
  return { accounts: of("accounts"), contacts: of("contacts"), purchases: of("purchases") };
}

/** All changes, cut so that a batch with its lines is well below what Excel takes. */
function portionsOf(plan: ImportPlan): readonly Changed[] {
  const all = importKinds.flatMap((table) =>
    plan.tables[table].changed.map((change) => ({ table, change, cells: change.cells.length })),
  );
  const total = all.reduce((sum, { cells }) => sum + cells, 0);
  const limit = Math.max(cellsAtOnce, Math.ceil(total / tenths));
  const portions: Changed[] = [];
  let from = 0;
  for (let cells = 0, to = 0; to < all.length; to += 1) {
    cells += all[to]?.cells ?? 0;
    if (cells < limit && to < all.length - 1) continue;
    const cut = all.slice(from, to + 1);
    const of = (table: ImportTable) => cut.flatMap((one) => (one.table === table ? [one.change] : []));
    portions.push({ accounts: of("accounts"), contacts: of("contacts"), purchases: of("purchases") });
    from = to + 1;
    cells = 0;
  }
  return portions;
}
