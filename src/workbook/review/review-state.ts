/** What the workbook holds about reviews, read in one trip. */
import type { CardModel } from "../../core/figures";
import { tableRows, type Row } from "../codec/table-rows";
import { readOf, type OpenBook } from "../open-book";
import type { TableId } from "../schema/schema";
import type { Read, ReadResult, TableFacts, WorkbookGateway } from "../workbook-gateway";
import { markOf, readReviewSheet, type IdsByName, type ReadSheet } from "./read-review-sheet";

/** A table as it stands, or its absence: optional tables are made when first used (WB10). */
interface HeldTable<Id extends TableId> {
  readonly facts: TableFacts | null;
  readonly rows: readonly Row<Id>[];
  /** Body rows with nothing in them: what an Apply that broke off may leave, above a totals row most of all. */
  readonly blank: readonly number[];
}

export interface HeldReviews {
  readonly book: OpenBook;
  readonly accounts: HeldTable<"accounts">;
  readonly watchlist: HeldTable<"watchlist">;
  readonly cycles: HeldTable<"cycles">;
  readonly reviews: HeldTable<"reviews">;
  readonly audit: HeldTable<"audit">;
  readonly sheets: readonly ReadSheet[];
}

/** Columns of Accounts that Apply reads and writes. */
const accountColumns = ["id", "tier", "lastReview", "strategy", "changedBy", "changedAt"] as const;

const tables = ["accounts", "watchlist", "cycles", "reviews", "audit"] as const;

function tableReads(book: OpenBook): Map<TableId, Read> {
  const reads = new Map<TableId, Read>();
  for (const id of tables) {
    const found = book.tables.get(id);
    if (found) reads.set(id, readOf(found, id === "accounts" ? accountColumns : undefined));
  }
  return reads;
}

function held<Id extends TableId>(id: Id, result: ReadResult | undefined, book: OpenBook): HeldTable<Id> {
  if (result?.kind !== "table") return { facts: null, rows: [], blank: [] };
  const blank = result.rows.flatMap((row, index) => (row.every((cell) => cell === "") ? [index] : []));
  return { facts: result.facts, rows: tableRows(id, result, book.dialect).rows, blank };
}

function uniqueNames(model: CardModel): IdsByName {
  const ids = new Map<string, string>();
  const twice = new Set<string>();
  for (const { account } of model.accounts.values()) {
    for (const name of new Set([account.name, account.shortName])) {
      if (ids.has(name)) twice.add(name);
      ids.set(name, account.id);
    }
  }
  for (const name of twice) ids.delete(name);
  ids.delete("");
  return ids;
}

const noReads: Read[] = [];

/** Reads tables and marked sheets in one trip. Without `model`, sheets whose id column is gone stay unread. */
export async function readReviews(
  gateway: WorkbookGateway,
  book: OpenBook,
  model: CardModel | null,
): Promise<HeldReviews> {
  const reads = tableReads(book);
  const marked = book.survey.sheets.filter((sheet) => markOf(sheet.names) !== null);
  const order = [...reads.keys()];
  const all = [...[...reads.values()], ...marked.map(({ name }): Read => ({ kind: "sheet", sheet: name }))];
  const results = await gateway.read(all.length > 0 ? all : noReads);
  const of = <Id extends (typeof tables)[number]>(id: Id): HeldTable<Id> =>
    held(id, order.includes(id) ? results[order.indexOf(id)] : undefined, book);
  const names = model ? uniqueNames(model) : new Map<string, string>();
  const sheets = results.slice(order.length).flatMap((result) => {
    const read = result.kind === "sheet" ? readReviewSheet(result, book.survey.date1904, names) : null;
    return read ? [read] : [];
  });
  return {
    book,
    accounts: of("accounts"),
    watchlist: of("watchlist"),
    cycles: of("cycles"),
    reviews: of("reviews"),
    audit: of("audit"),
    sheets,
  };
}
