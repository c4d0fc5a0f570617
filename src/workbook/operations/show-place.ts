import type { Desk } from "../desk";
import { readOf, tableIn, type OpenBook } from "../open-book";
import type { Outcome } from "../outcome";
import { done, failed, refusable } from "./failure";

/** Brings a cell into view; row and column count from one. */
export function goTo(
  desk: Desk,
  place: { readonly sheet: string; readonly row: number; readonly column?: number },
): Promise<Outcome<void>> {
  return refusable("action", async () => {
    const { sheet, row, column = 1 } = place;
    await desk.gateway.write([{ kind: "select", sheet, row: row - 1, column: column - 1 }], []);
    return done(undefined);
  });
}

/** Brings the account's row into view, wherever it stands by now. */
export function showAccountRow(desk: Desk, book: OpenBook, account: string): Promise<Outcome<void>> {
  return refusable("action", async () => {
    const [table] = await desk.gateway.read([readOf(tableIn(book, "accounts"), ["id"])]);
    const body = table?.kind === "table" ? table.rows.findIndex(([id]) => String(id).trim() === account) : -1;
    if (table?.kind !== "table" || body < 0) return failed("unknownAccount", { account });
    const { sheet, area } = table.facts;
    return goTo(desk, { sheet, row: area.row + 2 + body, column: area.column + 1 });
  });
}
