import { encodeCell, type Dialect, type Meaning } from "../codec/cell";
import { columnOf } from "../codec/row-cells";
import type { OpenBook } from "../open-book";
import type { Issue } from "../outcome";
import { AccountLookup } from "./account-lookup";
import { derivedId, hash53, Occurrences } from "./derived-keys";
import {
  importKinds,
  type ImportJob,
  type ImportPreview,
  type ImportTable,
  type RowNote,
  type RowReport,
  type ShownCell,
} from "./import-job";
import { MonthSums } from "./month-sums";
import { RowReader, type RowValues, type Values } from "./read-row";
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

export interface TablePlan {
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

export type StandingTables = Readonly<Record<ImportTable, StandingTable>>;

/** Works out what an import does to the tables as they stand; pure, and the same for the same rows and tables. */
export async function planImport(
  job: ImportJob,
  book: OpenBook,
  standing: StandingTables,
  context: { readonly hasSample: boolean; readonly onRows?: (rows: number) => void },
): Promise<ImportPlan> {
  const planner = new Planner(job, book.dialect, standing);
  let rows = 0;
  for await (const batch of job.source.batches()) {
    for (const row of batch) planner.take(row);
    rows += batch.length;
    context.onRows?.(rows);
  }
  return planner.finish(rows, context.hasSample);
}

class Planner {
  private readonly reader: RowReader;
  private readonly accounts: AccountLookup;
  private readonly drafts: Record<ImportTable, Draft> = {
    accounts: draft(),
    contacts: draft(),
    purchases: draft(),
  };
  private readonly months: MonthSums | null;
  private readonly occurrences = new Occurrences();
  private readonly reports: RowReport[] = [];
  private readonly first: RowReport[] = [];
  private readonly notes: RowNote[] = [];
  private readonly words = new Map<string, { header: string; word: string; count: number }>();
  private readonly unknown = new Set<string>();
  private unknownRows = 0;
  private leftOut = 0;

  constructor(
    private readonly job: ImportJob,
    private readonly dialect: Dialect,
    private readonly standing: StandingTables,
  ) {
    this.reader = new RowReader(job, dialect);
    this.accounts = new AccountLookup(standing.accounts);
    this.months = job.kind === "purchases" && job.perMonth ? new MonthSums() : null;
    this.noteMissingColumns();
  }

  take(source: { readonly row: number; readonly cells: RowInput }): void {
    const row = this.reader.read(source);
    this.noteFaults(row);
    if (this.job.kind === "accounts") this.takeAccount(row);
    else if (this.job.kind === "contacts") this.takeContact(row);
    else this.takePurchase(row);
  }

  finish(rows: number, hasSample: boolean): ImportPlan {
    for (const month of this.months?.rows() ?? []) this.place("purchases", month.id, month.values, month.row);
    const { reports, first, notes, leftOut, drafts } = this;
    const counts = {
      accounts: countsOf(drafts.accounts),
      contacts: countsOf(drafts.contacts),
      purchases: countsOf(drafts.purchases),
    };
    const preview: ImportPreview = {
      kind: this.job.kind,
      rows,
      counts,
      leftOut,
      first,
      reports,
      notes,
      unknown: { accounts: this.unknown.size, rows: this.unknownRows },
      words: [...this.words.values()],
      hasSample,
      fingerprint: fingerprintOf(drafts),
    };
    return { tables: drafts, preview };
  }

  private takeAccount(row: RowValues): void {
    const values = row.tables.accounts;
    const name = textIn(values, "name");
    const given = textIn(values, "id");
    const id = given || this.accounts.named(name) || (name && derivedId("ACC", [name]));
    const known = this.standing.accounts.has(id) || this.drafts.accounts.seen.has(id);
    if (id === "" || (name.trim() === "" && !known))
      return this.leave(row.row, "accounts", { code: "import.noName", values: {} });
    const namesake = this.accounts.named(name);
    if (!known && namesake !== null && namesake !== id)
      this.notes.push({
        row: row.row,
        issue: { code: "import.sameName", values: { name: name.trim(), id: namesake } },
      });
    const contact = row.tables.contacts.size > 0;
    this.place("accounts", id, values, row.row, contact);
    this.accounts.learn(id, name);
    if (contact) this.placeContact(row, id);
  }

  private takeContact(row: RowValues): void {
    const account = this.accountOf(row, "contacts");
    if (account !== null) this.placeContact(row, account);
  }

  private placeContact(row: RowValues, account: string): void {
    const values = row.tables.contacts;
    const name = textIn(values, "name");
    const given = textIn(values, "id");
    if (given === "" && name.trim() === "") {
      // An account's row without a contact is whole; a contact without a name is none.
      if (this.job.kind === "contacts")
        this.leave(row.row, "contacts", { code: "import.noName", values: {} });
      return;
    }
    const id = given || this.standingContact(account, name) || derivedId("CON", [account, name]);
    if (name.trim() === "" && !this.standing.contacts.has(id) && !this.drafts.contacts.seen.has(id))
      return this.leave(row.row, "contacts", { code: "import.noName", values: {} });
    this.place(
      "contacts",
      id,
      new Map(values).set("account", account),
      row.row,
      this.job.kind === "accounts",
    );
  }

  private takePurchase(row: RowValues): void {
    const values = row.tables.purchases;
    const given = textIn(values, "id");
    const lacking = (["date", "amount"] as const).find((column) => !values.has(column));
    const known = given !== "" && !this.months && this.standing.purchases.has(given);
    if (lacking && !known) {
      const fault = row.faults.find(({ target }) => target.column.id === lacking);
      return this.leave(row.row, "purchases", fault?.issue ?? { code: `import.no-${lacking}`, values: {} });
    }
    const account = this.accountOf(row, "purchases");
    if (account === null) return;
    const whole = new Map(values).set("account", account);
    if (this.months) return this.months.add(account, whole, row.row);
    this.place("purchases", given || this.occurrences.next(purchaseKey(whole)), whole, row.row);
  }

  /** The account of a row; null where it is left out for want of one. A new account is planned where that is wished. */
  private accountOf({ row, tables }: RowValues, table: "contacts" | "purchases"): string | null {
    const said = textIn(tables[table], "account");
    const name = textIn(tables.accounts, "name").trim();
    const known = this.accounts.find(said, name);
    if (known !== null) {
      if (this.drafts.accounts.seen.has(known) && this.unknown.has(known)) this.unknownRows += 1;
      return known;
    }
    if (said === "" && name === "") {
      this.leave(row, table, { code: "import.noAccount", values: {} });
      return null;
    }
    const id = said || derivedId("ACC", [name]);
    this.unknown.add(id);
    this.unknownRows += 1;
    if (this.job.unknownAccounts === "leave-out") {
      this.leave(row, table, { code: "import.unknownAccount", values: { account: said || name } });
      return null;
    }
    this.place("accounts", id, new Map([["name", name || said]]), row, true);
    this.accounts.learn(id, name || said);
    return id;
  }

  private standingContact(account: string, name: string): string | null {
    this.contactIds ??= contactIdsOf(this.standing.contacts);
    return this.contactIds.get(derivedId("CON", [account, name])) ?? null;
  }
  private contactIds: ReadonlyMap<string, string> | null = null;

  /** Adds, changes or finds a row; `beside` rows come along with others and may repeat. */
  private place(table: ImportTable, id: string, values: Values, row: number, beside = false): void {
    const into = this.drafts[table];
    const before = into.seen.get(id);
    if (before) return this.repeat(table, { id, values, row, before }, beside);
    into.seen.set(id, { row, values });
    const present = this.present(table, values);
    const changes = this.standing[table].changes(id, present);
    const label = labelOf(table, values);
    if (changes === null) {
      into.added.push({ id, values: new Map([["id", id], ...present]) });
      this.report({ row, table, what: "added", id, label, cells: this.shown(table, present) });
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
    if (report.table === this.job.kind && this.first.length < firstRows) this.first.push(report);
  }

  private leave(row: number, table: ImportTable, issue: Issue, id = ""): void {
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

  private noteFaults(row: RowValues): void {
    const table = this.job.kind;
    for (const { target, header, word, issue } of row.faults) {
      if (target.column.type === "list") {
        const key = `${header}\u001f${word}`;
        const known = this.words.get(key) ?? { header, word, count: 0 };
        this.words.set(key, { ...known, count: known.count + 1 });
      } else if (!(table === "purchases" && (target.column.id === "date" || target.column.id === "amount")))
        this.notes.push({ row: row.row, issue });
    }
  }

  private noteMissingColumns(): void {
    for (const { target } of this.job.columns) {
      const [table, column] = (target ?? "").split(".");
      const standing = importKinds.find((kind) => kind === table);
      if (!standing || !column || column === "givenName" || column === "familyName") continue;
      if (this.standing[standing].hasColumn(column)) continue;
      const { sheet } = this.standing[standing].result.facts;
      const header = columnOf(standing, column).header[this.dialect.labels.language];
      this.notes.push({ row: 1, issue: { code: "import.columnMissing", values: { sheet, column: header } } });
    }
  }
}

type RowInput = Parameters<RowReader["read"]>[0]["cells"];

const draft = (): Draft => ({ added: [], changed: [], same: 0, seen: new Map() });

const textIn = (values: Values, column: string): string => String(values.get(column) ?? "");

const countsOf = ({ added, changed, same }: Draft) => ({
  added: added.length,
  changed: changed.length,
  same,
});

const labelOf = (table: ImportTable, values: Values): string =>
  textIn(values, table === "purchases" ? "account" : "name");

/** What makes a purchase without an id: with an invoice its line, else everything that is known of it (ADR 6). */
function purchaseKey(values: Values): string {
  const said = (column: string): string | number | null => {
    const value: Meaning = values.get(column) ?? null;
    return typeof value === "boolean" ? String(value) : value;
  };
  const key = ["account", "date", "invoice", "product"].map(said);
  return derivedId("PUR", said("invoice") === null ? [...key, said("quantity"), said("amount")] : key);
}

/** Contacts as a file without ids would name them → their ids. */
function contactIdsOf(contacts: StandingTable): ReadonlyMap<string, string> {
  const accounts = new Map(contacts.texts("account"));
  const ids = new Map<string, string>();
  for (const [id, name] of contacts.texts("name")) {
    const key = derivedId("CON", [accounts.get(id) ?? "", name]);
    if (!ids.has(key)) ids.set(key, id);
  }
  return ids;
}

function fingerprintOf(drafts: Readonly<Record<ImportTable, Draft>>): string {
  let hash = 0;
  for (const { added, changed } of Object.values(drafts)) {
    for (const { id } of added) hash = hash53(id, hash % 2 ** 31);
    for (const { id, cells } of changed) hash = hash53(id + JSON.stringify(cells), hash % 2 ** 31);
  }
  return String(hash);
}

/** The cells of a planned row, in the order of these columns. */
export const encodedRow = (
  table: ImportTable,
  columns: readonly string[],
  values: Values,
  dialect: Dialect,
): ReturnType<typeof encodeCell>[] =>
  columns.map((column) => encodeCell(columnOf(table, column), values.get(column) ?? null, dialect));
