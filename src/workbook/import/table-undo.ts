import type { TableResult } from "../codec/table-rows";
import { headerIn, tableIn, type OpenBook } from "../open-book";
import type { Issue } from "../outcome";
import type { CellInput, CellValue, Read, ReadResult, Write } from "../workbook-gateway";
import { CellTarget } from "./cell-target";
import type { PlannedChange } from "./import-draft";
import type { ImportTable } from "./import-job";
import type { StandingTable } from "./standing-table";

/** What of an import goes from a table. */
export interface TableUndo {
  readonly table: ImportTable;
  readonly standing: StandingTable;
  /** Ids of rows that still are what the import wrote. */
  readonly doomed: ReadonlySet<string>;
  readonly restored: readonly PlannedChange[];
  readonly kept: readonly Issue[];
}

/**
 * One table on its way back to what it held before the import. Excel writes and deletes by position: should somebody
 * have sorted between reading and writing, the next plan from what is read then puts hit cells right, brings lost rows
 * back and deletes the right ones.
 */
export class TableOnItsWayBack {
  private readonly target: CellTarget;
  private readonly idHeader: string;
  private readonly columns: readonly string[];
  private now: TableResult;

  constructor(
    readonly plan: TableUndo,
    book: OpenBook,
  ) {
    const { table, standing, restored } = plan;
    this.now = standing.result;
    this.idHeader = headerIn(tableIn(book, table), "id");
    const wanted = restored.map(({ id, cells }): [string, Record<string, CellInput>] => [
      id,
      Object.fromEntries(cells.map(({ column, before }) => [column, before])),
    ]);
    this.target = new CellTarget(table, standing.result, new Map(wanted));
    const columns = new Set(restored.flatMap(({ cells }) => cells.map(({ column }) => column)));
    this.columns = [this.idHeader, ...[...columns].map((column) => headerIn(tableIn(book, table), column))];
  }

  get sheet(): string {
    return this.plan.standing.result.facts.sheet;
  }

  /** What is still to be done; nothing once the table holds what it held. Places are those before the first of them. */
  writes(): readonly Write[] {
    return [...this.target.writes(this.now), ...this.bringBack(), ...this.remove()];
  }

  /** Ids and the cells that are put back. */
  get look(): Read {
    return { kind: "table", table: this.target.name, columns: this.columns };
  }

  /** Whether the table is still there. */
  see(read: ReadResult | undefined): boolean {
    if (read?.kind !== "table") return false;
    this.now = read;
    return true;
  }

  /** Rows that went although they are none of the import's; below all others, so that places stay true. */
  private bringBack(): readonly Write[] {
    const { doomed, standing } = this.plan;
    const before = standing.result;
    if (doomed.size === 0) return [];
    const present = new Set(this.idsOf(this.now));
    const ids = this.idsOf(before);
    const rows = before.rows.filter((_, row) => {
      const id = ids[row] ?? "";
      return id !== "" && !doomed.has(id) && !present.has(id);
    });
    if (rows.length === 0) return [];
    const { facts } = this.now;
    return [{ kind: "append-rows", table: facts.name, at: facts, headers: before.headers, rows }];
  }

  private remove(): readonly Write[] {
    const { doomed } = this.plan;
    const rows = this.idsOf(this.now).flatMap((id, row) => (doomed.has(id) ? [row] : []));
    return rows.length > 0 ? [{ kind: "delete-rows", table: this.target.name, rows }] : [];
  }

  private idsOf({ headers, rows }: TableResult): readonly string[] {
    const index = headers.indexOf(this.idHeader);
    return rows.map((cells: readonly CellValue[]) => String(cells[index] ?? ""));
  }
}
