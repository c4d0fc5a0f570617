import type { CardModel } from "../core/figures";
import type { Language } from "../core/units";
import type { Desk } from "./desk";
import { accountColumns } from "./live/account-in-row";
import { columnsOf } from "./live/cell-address";
import { RowAccounts, type RowAccount } from "./live/row-accounts";
import type { LiveCard } from "./live-card";
import type { WorkbookChange } from "./workbook-gateway";

/**
 * The card as the live functions see it (their port `LiveFigures`): figures, the account of a row, and word of
 * everything that may move rows.
 */
export class LiveFiguresOfCard {
  private readonly rows: RowAccounts;
  private readonly askers = new Set<(address: string) => void>();

  constructor(
    private readonly card: LiveCard,
    desk: Desk,
  ) {
    this.rows = new RowAccounts(desk, () => card.survey);
  }

  get state(): "none" | "loading" | "unread" | "ready" {
    const { state } = this.card;
    if (state.kind === "loading" || state.kind === "unread") return state.kind;
    return this.model() ? "ready" : "none";
  }

  model(): CardModel | null {
    const { state } = this.card;
    return state.kind === "ready" || state.kind === "damaged" ? state.model : null;
  }

  language(): Language | null {
    return this.card.snapshot?.book.language ?? null;
  }

  date1904(): boolean {
    return this.card.survey?.date1904 ?? false;
  }

  subscribe(listener: () => void): () => void {
    return this.card.subscribe(() => listener());
  }

  accountOfRow(address: string): Promise<RowAccount> {
    for (const listener of [...this.askers]) listener(address);
    return this.rows.of(address);
  }

  /** Calls back with the address of every call without an account, as Excel gives it; returns how to stop. */
  onAsked(listener: (address: string) => void): () => void {
    this.askers.add(listener);
    return () => this.askers.delete(listener);
  }

  /**
   * Follows the sheet by its id, so a rename does not matter. A change that cannot be placed counts: better a cell
   * that asks to be refreshed than one that shows another account.
   */
  onRowsMoved(sheet: string, listener: () => void): () => void {
    const id = this.idOf(sheet);
    return this.card.onChange((change) => {
      const here = change.sheet === null || (id ?? this.idOf(sheet) ?? change.sheet) === change.sheet;
      if (here && this.movesRows(change)) listener();
    });
  }

  /** Looked for in the formulas of all sheets, so that a cell without a stream of its own is found, too. */
  bareCells(functionId: string): Promise<readonly string[]> {
    return this.card.bareCalls.cellsOf(functionId);
  }

  onBareCells(listener: () => void): () => void {
    return this.card.onChange((change) => {
      const edits = change.kind === "cells" || change.kind === "structure" || change.kind === "sheets";
      if (edits && change.source !== "us") listener();
    });
  }

  private idOf(sheet: string): string | undefined {
    return this.card.survey?.sheets.find((one) => one.name.toLowerCase() === sheet.toLowerCase())?.id;
  }

  private movesRows(change: WorkbookChange): boolean {
    if (change.kind === "structure") return true;
    // Own writes of cells add rows below or fill columns that name no account.
    if (change.kind !== "cells" || change.source === "us") return false;
    const columns = change.address === null ? null : columnsOf(change.address);
    const name = this.card.survey?.sheets.find((one) => one.id === change.sheet)?.name;
    const tables = this.card.survey?.tables.filter((table) => table.sheet === name) ?? [];
    return tables.some((table) => {
      const { id, name: named } = accountColumns(table.headers);
      return [id, named].some((index) => {
        const column = table.area.column + index;
        return index >= 0 && (!columns || (column >= columns.first && column <= columns.last));
      });
    });
  }
}
