import type { Dialect, Meaning } from "../codec/cell";
import { columnOf } from "../codec/row-cells";
import type { OpenBook } from "../open-book";
import { AccountLookup } from "./account-lookup";
import { derivedId, Occurrences } from "./derived-keys";
import { ImportDraft, textIn, type ImportPlan, type StandingTables } from "./import-draft";
import { importKinds, type ImportJob } from "./import-job";
import type { SourceRow } from "./import-source";
import { MonthSums } from "./month-sums";
import { RowReader, type RowValues, type Values } from "./read-row";
import type { StandingTable } from "./standing-table";

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
  private readonly draft: ImportDraft;
  private readonly months: MonthSums | null;
  private readonly occurrences = new Occurrences();
  private readonly words = new Map<string, { header: string; word: string; count: number }>();
  private readonly unknown = new Set<string>();
  private unknownRows = 0;

  constructor(
    private readonly job: ImportJob,
    private readonly dialect: Dialect,
    private readonly standing: StandingTables,
  ) {
    this.reader = new RowReader(job, dialect);
    this.draft = new ImportDraft(job.kind, standing, dialect);
    this.accounts = new AccountLookup(standing.accounts);
    this.months = job.kind === "purchases" && job.perMonth ? new MonthSums() : null;
    this.noteMissingColumns();
  }

  take(source: SourceRow): void {
    const row = this.reader.read(source);
    this.noteFaults(row);
    if (this.job.kind === "accounts") this.takeAccount(row);
    else if (this.job.kind === "contacts") this.takeContact(row);
    else this.takePurchase(row);
  }

  finish(rows: number, hasSample: boolean): ImportPlan {
    for (const month of this.months?.rows() ?? [])
      this.draft.place("purchases", month.id, month.values, month.row);
    const { counts, leftOut, first, reports, notes, fingerprint, tables } = this.draft;
    const unknown = { accounts: this.unknown.size, rows: this.unknownRows };
    const words = [...this.words.values()];
    const kind = this.job.kind;
    const said = { counts, leftOut, first, reports, notes, unknown, words };
    return { tables, preview: { kind, rows, ...said, hasSample, fingerprint } };
  }

  private takeAccount(row: RowValues): void {
    const values = row.tables.accounts;
    const name = textIn(values, "name");
    const given = textIn(values, "id");
    const id = given || this.accounts.named(name) || (name && derivedId("ACC", [name]));
    const known = this.draft.has("accounts", id);
    if (id === "" || (name.trim() === "" && !known))
      return this.draft.leave(row.row, "accounts", { code: "import.noName", values: {} });
    const namesake = this.accounts.named(name);
    if (!known && namesake !== null && namesake !== id)
      this.draft.notes.push({
        row: row.row,
        issue: { code: "import.sameName", values: { name: name.trim(), id: namesake } },
      });
    const contact = row.tables.contacts.size > 0;
    this.draft.place("accounts", id, values, row.row, contact);
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
        this.draft.leave(row.row, "contacts", { code: "import.noName", values: {} });
      return;
    }
    const id = given || this.standingContact(account, name) || derivedId("CON", [account, name]);
    if (name.trim() === "" && !this.draft.has("contacts", id))
      return this.draft.leave(row.row, "contacts", { code: "import.noName", values: {} });
    this.draft.place(
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
    const fault = row.faults.find(({ target }) => target.column.id === lacking);
    if (fault && known) this.draft.notes.push({ row: row.row, issue: fault.issue });
    if (lacking && !known) {
      return this.draft.leave(
        row.row,
        "purchases",
        fault?.issue ?? { code: `import.no-${lacking}`, values: {} },
      );
    }
    const account = this.accountOf(row, "purchases");
    if (account === null) return;
    const whole = new Map(values).set("account", account);
    if (this.months) return this.months.add(account, whole, row.row);
    this.draft.place("purchases", given || this.occurrences.next(purchaseKey(whole)), whole, row.row);
  }

  /** The account of a row; null where it is left out for want of one. A new account is planned where that is wished. */
  private accountOf({ row, tables }: RowValues, table: "contacts" | "purchases"): string | null {
    const said = textIn(tables[table], "account");
    const name = textIn(tables.accounts, "name").trim();
    const known = this.accounts.find(said, name);
    if (known !== null) {
      if (this.draft.tables.accounts.seen.has(known) && this.unknown.has(known)) this.unknownRows += 1;
      return known;
    }
    if (said === "" && name === "") {
      this.draft.leave(row, table, { code: "import.noAccount", values: {} });
      return null;
    }
    const id = said || derivedId("ACC", [name]);
    this.unknown.add(id);
    this.unknownRows += 1;
    if (this.job.unknownAccounts === "leave-out") {
      this.draft.leave(row, table, { code: "import.unknownAccount", values: { account: said || name } });
      return null;
    }
    this.draft.place("accounts", id, new Map([["name", name || said]]), row, true);
    this.accounts.learn(id, name || said);
    return id;
  }

  private standingContact(account: string, name: string): string | null {
    this.contactIds ??= contactIdsOf(this.standing.contacts);
    return this.contactIds.get(derivedId("CON", [account, name])) ?? null;
  }
  private contactIds: ReadonlyMap<string, string> | null = null;

  private noteFaults(row: RowValues): void {
    const table = this.job.kind;
    for (const { target, header, word, issue } of row.faults) {
      if (target.column.type === "list") {
        const key = `${header}\u001f${word}`;
        const known = this.words.get(key) ?? { header, word, count: 0 };
        this.words.set(key, { ...known, count: known.count + 1 });
      } else if (!(table === "purchases" && (target.column.id === "date" || target.column.id === "amount")))
        this.draft.notes.push({ row: row.row, issue });
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
      this.draft.notes.push({
        row: 1,
        issue: { code: "import.columnMissing", values: { sheet, column: header } },
      });
    }
  }
}

/** What makes a purchase without an id: with an invoice its line, else everything that is known of it (docs/adr/0014). */
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
