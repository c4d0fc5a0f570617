import { encodeCell, type Dialect } from "../codec/cell";
import { columnOf } from "../codec/row-cells";
import type { Issue } from "../outcome";
import { hash53 } from "./derived-keys";
import type {
  ImportKind,
  ImportPreview,
  ImportTable,
  RowNote,
  RowReport,
  ShownCell,
  TableCounts,
} from "./import-job";
import type { Values } from "./read-row";
import { shownText } from "./shown-text";
import type { CellChange, StandingTable } from "./standing-table";

export interface PlannedRow {
  readonly id: string;
  readonly values: Values;
}

export interface PlannedChange {
  readonly id: string;
  readonly cells: readonly CellChange[];
}

interface TablePlan {
  readonly added: readonly PlannedRow[];
  readonly changed: readonly PlannedChange[];
  readonly same: number;
}

export interface ImportPlan {
  readonly tables: Readonly<Record<ImportTable, TablePlan>>;
  readonly preview: ImportPreview;
}

interface Draft {
  readonly added: PlannedRow[];
  readonly changed: PlannedChange[];
  same: number;
  /** Id → row of the source that named it first, and what it said. */
  readonly seen: Map<string, { row: number; values: Values }>;
}

/** How the rows of a job look that are shown before anything is written. */
const firstRows = 10;
/** New rows beyond this many are reported by id and label alone: a preview of 100,000 rows must fit into memory. */
const shownRows = 1_000;

export type StandingTables = Readonly<Record<ImportTable, StandingTable>>;

/** A plan in the making: rows that are placed one by one, and what is to be said of each. */
export class ImportDraft {
  readonly tables: Record<ImportTable, Draft> = {
    accounts: draft(),
    contacts: draft(),
    purchases: draft(),
  };
  readonly reports: RowReport[] = [];
  readonly first: RowReport[] = [];
  readonly notes: RowNote[] = [];
  leftOut = 0;

  constructor(
    private readonly kind: ImportKind,
    private readonly standing: StandingTables,
    private readonly dialect: Dialect,
  ) {}

  /** The workbook or an earlier row of the source has such a row. */
  has(table: ImportTable, id: string): boolean {
    return this.standing[table].has(id) || this.tables[table].seen.has(id);
  }

  get counts(): Readonly<Record<ImportTable, TableCounts>> {
    const { accounts, contacts, purchases } = this.tables;
    return { accounts: countsOf(accounts), contacts: countsOf(contacts), purchases: countsOf(purchases) };
  }

  /** Adds, changes or finds a row; `beside` rows come along with others and may repeat. */
  place(table: ImportTable, id: string, values: Values, row: number, beside = false): void {
    const into = this.tables[table];
    const before = into.seen.get(id);
    if (before) return this.repeat(table, { id, values, row, before }, beside);
    into.seen.set(id, { row, values });
    const present = this.present(table, values);
    const changes = this.standing[table].changes(id, present);
    const label = labelOf(table, values);
    if (changes === null) {
      into.added.push({ id, values: new Map([["id", id], ...present]) });
      const cells = into.added.length <= shownRows ? this.shown(table, present) : [];
      this.report({ row, table, what: "added", id, label, cells });
    } else if (changes.length > 0) {
      into.changed.push({ id, cells: changes });
      this.report({
        row,
        table,
        what: "changed",
        id,
        label: label || id,
        cells: this.shownChanges(table, changes),
      });
    } else {
      into.same += 1;
      this.report({ row, table, what: "same", id, label, cells: this.shown(table, present) });
    }
  }

  private repeat(
    table: ImportTable,
    again: { id: string; values: Values; row: number; before: { row: number; values: Values } },
    beside: boolean,
  ): void {
    const { id, row, before } = again;
    const differ = [...again.values].filter(
      ([column, meaning]) => before.values.has(column) && before.values.get(column) !== meaning,
    );
    const columns = differ
      .map(([column]) => columnOf(table, column).header[this.dialect.labels.language])
      .join(", ");
    const code = differ.length > 0 ? "import.doubledDiffers" : "import.doubled";
    const issue: Issue = { code, values: { id, first: before.row, columns } };
    if (!beside) this.leave(row, table, issue, id);
    else if (differ.length > 0) this.notes.push({ row, issue });
  }

  private report(report: RowReport): void {
    if (report.what !== "same") this.reports.push(report);
    if (report.table === this.kind && this.first.length < firstRows) this.first.push(report);
  }

  leave(row: number, table: ImportTable, issue: Issue, id = ""): void {
    this.leftOut += 1;
    this.reports.push({ row, table, what: "left-out", id, label: id, cells: [], issue });
  }

  private present(table: ImportTable, values: Values): Values {
    return new Map(
      [...values].filter(([column]) => column !== "id" && this.standing[table].hasColumn(column)),
    );
  }

  private shown(table: ImportTable, values: Values): readonly ShownCell[] {
    const { labels } = this.dialect;
    return [...values].map(([column, meaning]) => ({
      header: columnOf(table, column).header[labels.language],
      text: shownText(columnOf(table, column), meaning, labels),
    }));
  }

  private shownChanges(table: ImportTable, changes: readonly CellChange[]): readonly ShownCell[] {
    const { labels } = this.dialect;
    return changes.map(({ column, meaning, before }) => {
      const definition = columnOf(table, column);
      return {
        header: definition.header[labels.language],
        text: shownText(definition, meaning, labels),
        before: shownText(definition, before, labels, this.dialect),
      };
    });
  }

  /** Says whether a later plan is the same one. */
  get fingerprint(): string {
    let hash = 0;
    for (const { added, changed } of Object.values(this.tables)) {
      for (const { id } of added) hash = hash53(id, hash % 2 ** 31);
      for (const { id, cells } of changed) hash = hash53(id + JSON.stringify(cells), hash % 2 ** 31);
    }
    return String(hash);
  }
}

const draft = (): Draft => ({ added: [], changed: [], same: 0, seen: new Map() });

export const textIn = (values: Values, column: string): string => String(values.get(column) ?? "");

const countsOf = ({ added, changed, same }: Draft) => ({
  added: added.length,
  changed: changed.length,
  same,
});

const labelOf = (table: ImportTable, values: Values): string =>
  textIn(values, table === "purchases" ? "account" : "name");

/** The cells of a planned row, in the order of these columns. */
export const encodedRow = (
  table: ImportTable,
  columns: readonly string[],
  values: Values,
  dialect: Dialect,
): ReturnType<typeof encodeCell>[] =>
  columns.map((column) => encodeCell(columnOf(table, column), values.get(column) ?? null, dialect));
