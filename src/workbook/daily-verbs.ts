/** What a person does with a line of Today or with an account, each with a way back. */
import type { FiredRule, Touch } from "../core/figures";
import type { Action, WatchEntry } from "../core/records";
import type { Day, Tier } from "../core/units";
import type { AddedRow } from "./operations/add-row";
import type { CellEdit } from "./operations/edited-table";
import type { Outcome } from "./outcome";

/** What was written, as it is compared before it is taken back (TP5). It lives as long as the line that offers Undo. */
export interface Undoable {
  readonly back: readonly CellEdit[];
  readonly added: AddedRow | null;
  /** Interactions that were logged. */
  readonly logged: readonly string[];
}

/** An action as one of the sheet's rows; one typed by hand may have no id. */
export type ActionRow = Pick<Action, "id" | "account" | "text" | "due" | "doneOn">;

/** Something Today warns of, with the sentence it was shown with. */
export type NotedWarning =
  | { readonly account: string; readonly rule: FiredRule["rule"]; readonly sentence: string }
  | { readonly account: string; readonly entry: WatchEntry };

export interface HandOver {
  readonly from: string;
  readonly to: string;
  /** Ids of accounts of `from`. */
  readonly accounts: readonly string[];
}

export interface HandOverReceipt {
  readonly undo: Undoable;
  readonly accounts: number;
  readonly actions: number;
  readonly visits: number;
}

/** What an account goes by. */
export interface AccountIdentity {
  readonly id: string;
  readonly name: string;
}

export interface AccountChange {
  /** As it was shown (WB15). */
  readonly from: AccountIdentity;
  readonly to: AccountIdentity;
}

/** The change the other way round leads back. */
export interface ChangedAccount extends AccountChange {
  /** Rows of other tables that name the account and followed. */
  readonly rows: number;
}

export type InsertedFormula = "why" | "tier";

/** A formula as a person would type it, with English separators, and the cells its answer takes. */
export interface WrittenFormula {
  /** The function it calls, without `KAM.`: by it the formula is found again. */
  readonly name: string;
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
}

export interface DailyVerbs {
  /** The action is done on the as-of day. */
  finish(action: ActionRow): Promise<Outcome<Undoable>>;
  /** The action is due on another day; the trail keeps the day before. */
  postpone(action: ActionRow, day: Day): Promise<Outcome<Undoable>>;
  /** The visit or call is planned for that day: a planned interaction, or the planned one there is, moved. */
  snooze(account: string, touch: Touch, day: Day): Promise<Outcome<Undoable>>;
  /** A warning is taken note of: in the watch entry, else as a done action (S97). */
  acknowledge(warning: NotedWarning): Promise<Outcome<Undoable>>;
  /** Stores a tier between reviews, with its reason in the trail (TP8). */
  setTier(account: string, tier: Tier, reason: string): Promise<Outcome<Undoable>>;
  /** Accounts with their open actions and planned visits go to a colleague (TP8). */
  handOver(request: HandOver): Promise<Outcome<HandOverReceipt>>;
  /** Another id or name; rows of other tables that name the account follow (TP8). */
  changeAccount(change: AccountChange): Promise<Outcome<ChangedAccount>>;
  undo(what: Undoable): Promise<Outcome<void>>;
  /**
   * Writes the explicit form into the selected cell and looks whether it stands there. `spillBlocked` names the cells in
   * the way; with `replace` what stands in the selected cell itself is replaced.
   */
  insertFormula(
    formula: InsertedFormula,
    account: string,
    options: { readonly rows: number; readonly replace?: boolean },
  ): Promise<Outcome<{ readonly address: string }>>;
  /** Writes any formula of ours into the selected cell, with the same care. */
  insertWritten(
    formula: WrittenFormula,
    options?: { readonly replace?: boolean },
  ): Promise<Outcome<{ readonly address: string }>>;
}
