import type { CardModel } from "../../core/figures";
import { accounts } from "../schema/accounts";
import { normalisedHeader } from "../schema/headers";
import type { CellValue, Selection } from "../workbook-gateway";

const headersOf = (id: "id" | "name"): ReadonlySet<string> =>
  new Set(
    accounts.columns
      .filter((column) => column.id === id)
      .flatMap((column) => Object.values(column.header).map(normalisedHeader)),
  );

const idHeaders = headersOf("id");
const nameHeaders = headersOf("name");

export interface AccountColumns {
  /** Index of the account-id column; −1 where there is none. */
  readonly id: number;
  readonly name: number;
}

/** Where a table names its accounts: any table with such a header counts, the card's or not. */
export function accountColumns(headers: readonly string[]): AccountColumns {
  const find = (names: ReadonlySet<string>) =>
    headers.findIndex((header) => names.has(normalisedHeader(header)));
  return { id: find(idHeaders), name: find(nameHeaders) };
}

const written = (cell: CellValue | undefined): string => String(cell ?? "").trim();

/** What a row says its account is, id first; "" where neither is filled in. */
export function accountInRow(cells: readonly CellValue[], columns: AccountColumns): string {
  return written(cells[columns.id]) || written(cells[columns.name]);
}

/** Id of the account a text means: an id, or a name that only one account has. */
function meant(model: CardModel, text: string): string | null {
  if (text === "") return null;
  if (model.accounts.has(text)) return text;
  const named = [...model.accounts.values()].filter(({ account }) => account.name === text);
  return named.length === 1 ? (named[0]?.account.id ?? null) : null;
}

/** The account of the selected row: by its headers in a table, else by any cell of the row that names one (reviews). */
export function accountOfSelection(model: CardModel, selection: Selection): string | null {
  if (!selection.table) {
    for (const cell of selection.rowValues) {
      const account = meant(model, written(cell));
      if (account !== null) return account;
    }
    return null;
  }
  const headers = Object.keys(selection.table.cells);
  const columns = accountColumns(headers);
  return meant(model, accountInRow(Object.values(selection.table.cells), columns));
}
