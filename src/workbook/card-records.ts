import type { Account, CardRecords } from "../core/records";
import type { Steps } from "../core/steps";
import { languages, type Language } from "../core/units";
import type { OwnLabel } from "./codec/labels";
import { readSettings } from "./codec/settings-codec";
import { tableRowSteps, tableRows, type TableResult, type TableRows } from "./codec/table-rows";
import type { OpenBook } from "./open-book";
import { readOf } from "./open-book";
import type { Issue } from "./outcome";
import { accountRecord, contactRecord, purchaseRecord } from "./records/account-records";
import { ownNumbers } from "./records/own-numbers";
import {
  actionRecord,
  cadenceRecord,
  calendarRecord,
  criterionRecord,
  interactionRecord,
  recordsOf,
  watchRecord,
  type Place,
  type Records,
} from "./records/row-records";
import { sampleAuthors } from "./sample/load-sample";
import { columnIndexes } from "./schema/headers";
import type { FoundTable } from "./schema/find-tables";
import { schema, type Schema, type TableId } from "./schema/schema";
import type { RowOf } from "./schema/table";
import type { Read } from "./workbook-gateway";

/** Tables the model is made from, each with the columns it uses; `null` is all columns, the user's own included. */
const used: Readonly<Partial<Record<TableId, readonly string[] | null>>> = {
  accounts: null,
  contacts: ["id", "account", "name", "title", "buyingRole", "phone", "email", "leftOn"],
  purchases: ["id", "account", "date", "product", "category", "amount", "cost"],
  interactions: [
    "id",
    "account",
    "contacts",
    "at",
    "kind",
    "channel",
    "content",
    "usage",
    "newNeeds",
    "productsIntroduced",
    "result",
    "completed",
    "nextAction",
    "nextDate",
    "author",
    "source",
    "createdBy",
  ],
  actions: ["id", "account", "source", "text", "owner", "due", "doneOn", "promise", "status"],
  watchlist: [
    "id",
    "account",
    "kind",
    "since",
    "cause",
    "detail",
    "measure",
    "nextCheck",
    "acknowledged",
    "closed",
  ],
  settings: ["key", "name", "value"],
  criteria: null,
  cadence: ["tier", "item", "target", "maximum", "jitter"],
  lists: ["list", "code", "labelEn", "labelZh"],
  calendar: ["date", "kind"],
};

/** Tables the card reads, in this workbook. */
export const usedTables = (book: OpenBook): readonly FoundTable[] =>
  [...book.tables.values()].filter((found) => found.id in used);

/** How a table is read for the model. */
export function cardRead(found: FoundTable): Read {
  const columns = used[found.id];
  return columns ? readOf(found, columns) : { kind: "table", table: found.facts.name };
}

export type Results = ReadonlyMap<TableId, TableResult>;

export interface CardRead {
  readonly records: CardRecords;
  /** Cells and rows that could not be read, and columns that are not there. */
  readonly issues: readonly Issue[];
  readonly rowCounts: Readonly<Record<string, number>>;
  /** Rows that set-up with the sample made are still there. */
  readonly hasSample: boolean;
  /** Accounts beside those of the sample; 0 without a sample. */
  readonly ownAmongSample: number;
}

/** Labels that somebody reworded in the Lists table. */
export function ownLabels(result: TableResult | undefined, book: OpenBook): readonly OwnLabel[] {
  if (!result) return [];
  return tableRows("lists", result, book.dialect).rows.map(({ values }) => ({
    list: values.list,
    code: values.code,
    labels: { en: values.labelEn, "zh-CN": values.labelZh },
  }));
}

/** The language the Settings table names; undefined where it names none. */
export function settingsLanguage(result: TableResult | undefined, book: OpenBook): Language | undefined {
  if (!result) return undefined;
  const row = tableRows("settings", result, book.dialect).rows.find(
    ({ values }) => values.key === "language",
  );
  const code = row && book.dialect.labels.codeOf("language", String(row.values.value));
  return languages.find((language) => language === code);
}

const decoded = new WeakMap<TableResult, { dialect: OpenBook["dialect"]; rows: unknown }>();

/** Decodes a read once: after an edit in one table the others are taken as they were. */
function rowsOf<Id extends TableId>(id: Id, results: Results, book: OpenBook): TableRows<Id> {
  const result = results.get(id);
  if (!result) return { rows: [], issues: [] };
  const known = decoded.get(result);
  if (known?.dialect === book.dialect) return known.rows as TableRows<Id>;
  const rows = tableRows(id, result, book.dialect);
  decoded.set(result, { dialect: book.dialect, rows });
  return rows;
}

/** Decodes what is not decoded yet, so that records are made at once afterwards. */
export function* decodeSteps(book: OpenBook, results: Results): Steps<void> {
  const { dialect } = book;
  for (const [id, result] of results) {
    if (decoded.get(result)?.dialect === dialect) continue;
    decoded.set(result, { dialect, rows: yield* tableRowSteps(id, result, dialect) });
  }
}

function placeOf(id: TableId, results: Results): Place {
  const result = results.get(id);
  const headers = new Map<string, string>();
  if (result) {
    for (const [column, index] of columnIndexes(schema[id].columns, result.headers)) {
      headers.set(column, result.headers[index] ?? "");
    }
  }
  return { id, sheet: result?.facts.sheet ?? schema[id].sheet.en, headers };
}

/** Accounts by id; of two rows with one id the first counts and the second is named. */
function accountRecords(results: Results, book: OpenBook, metrics: readonly string[]): Records<Account> {
  const result = results.get("accounts");
  const table = rowsOf("accounts", results, book);
  const numbers = result ? ownNumbers(metrics, result, book.dialect) : () => ({});
  const place = placeOf("accounts", results);
  const seen = new Set<string>();
  const doubled: Issue[] = [];
  const unique = table.rows.filter((row) => {
    const { id } = row.values;
    const first = id === "" || !seen.has(id);
    seen.add(id);
    if (first) return true;
    doubled.push({ code: "doubledId", values: { sheet: place.sheet, row: row.sheetRow, id } });
    return false;
  });
  const { records, issues } = recordsOf({ ...table, rows: unique }, place, ["id"], (row) =>
    accountRecord(row.values, numbers(row.body)),
  );
  return { records, issues: [...issues, ...doubled] };
}

/** Records by the rows they were made of: the same rows are the same records, and what follows from them stays known. */
const made = new WeakMap<object, Records<unknown>>();

/** Typed records of everything read, for the model; never throws for what a cell holds. */
export function cardRecords(book: OpenBook, results: Results): CardRead {
  const issues: Issue[] = [];
  const take = <Id extends TableId, T>(
    id: Id,
    needed: readonly (keyof RowOf<Schema[Id]> & string)[],
    recordOf: Parameters<typeof recordsOf<Id, T>>[3],
  ): readonly T[] => {
    const table = rowsOf(id, results, book);
    const found =
      (made.get(table) as Records<T> | undefined) ?? recordsOf(table, placeOf(id, results), needed, recordOf);
    made.set(table, found);
    issues.push(...table.issues, ...found.issues);
    return found.records;
  };
  const settingRows = rowsOf("settings", results, book);
  const place = placeOf("settings", results);
  const settings = readSettings(settingRows.rows, book.language, book.dialect, place.sheet);
  const criteria = take("criteria", ["id", "axis", "metric", "low", "high", "weight"], criterionRecord);
  const scored = criteria.filter((criterion) => criterion !== null);
  const accounts = accountRecords(
    results,
    book,
    scored.map((criterion) => criterion.metric),
  );
  issues.push(...settings.issues, ...rowsOf("accounts", results, book).issues, ...accounts.issues);
  const records: CardRecords = {
    settings: settings.settings,
    criteria: scored,
    accounts: accounts.records,
    cadence: take("cadence", ["item"], cadenceRecord),
    calendar: take("calendar", ["date", "kind"], calendarRecord),
    contacts: take("contacts", ["account"], ({ values }) => contactRecord(values)),
    purchases: take("purchases", [], ({ values }) => purchaseRecord(values)),
    interactions: take("interactions", ["account", "at", "kind"], interactionRecord),
    actions: take("actions", ["text"], actionRecord),
    watchlist: take("watchlist", ["account", "kind", "since"], watchRecord),
  };
  const sample = hasSample(results, book);
  const ownAmongSample = sample ? ownAccounts(results, book) : 0;
  return { records, issues, rowCounts: rowCounts(results), hasSample: sample, ownAmongSample };
}

const ownAccounts = (results: Results, book: OpenBook): number =>
  rowsOf("accounts", results, book).rows.filter(
    ({ values }) => values.id !== "" && !sampleAuthors.has(values.createdBy),
  ).length;

const hasSample = (results: Results, book: OpenBook): boolean =>
  (["accounts", "interactions"] as const).some((id) =>
    rowsOf(id, results, book).rows.some(({ values }) => sampleAuthors.has(values.createdBy)),
  );

function rowCounts(results: Results): Readonly<Record<string, number>> {
  return Object.fromEntries([...results].map(([id, result]) => [id, result.facts.rowCount]));
}
