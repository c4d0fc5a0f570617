/**
 * The port between the live functions and whatever keeps the card alive. Functions and task pane are bundles of their
 * own that load in either order, so they meet in a slot on `globalThis`, not by an import.
 */
import type { CardModel } from "../core/figures";
import type { Language } from "../core/units";

/** Where a bare call stands: the account named in its row, or why there is none. */
export type RowAccount =
  | { readonly kind: "account"; readonly account: string }
  /** The cell is in no table with accounts and on the row of none, or of more than one. */
  | { readonly kind: "outside" }
  /** The row's id and name cells are blank. */
  | { readonly kind: "blank" };

export interface LiveFigures {
  /** `none`: no card in the workbook; `unread`: the first reading was stopped. While `loading`, functions keep what they show. */
  readonly state: "none" | "loading" | "unread" | "ready";
  /** The newest figures; may be null only while not `ready`. */
  model(): CardModel | null;
  /** The workbook's language; null while it is not known. */
  language(): Language | null;
  /** The workbook counts days from 1904 (WB7). */
  date1904(): boolean;
  /** Calls back after every change of state, model or language; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Reads the row of a cell, `Sheet!B5` as Excel gives it, at this moment. */
  accountOfRow(address: string): Promise<RowAccount>;
  /**
   * Calls back when the rows of a sheet may no longer be where they were: rows inserted or deleted, a sort, a table
   * resized, and an edit of an account-id or account-name cell. Takes the sheet's name as of now and follows renames.
   */
  onRowsMoved(sheet: string, listener: () => void): () => void;
  /** Addresses (`Sheet!B5`) of all cells of the workbook whose formula calls this function without an account. */
  bareCells(functionId: string): Promise<readonly string[]>;
  /** Calls back when cells with bare calls may have appeared or gone. */
  onBareCells(listener: () => void): () => void;
}

interface LiveSlot {
  figures: LiveFigures | null;
  /** Somebody will register: calls wait in silence instead of answering that there is no card. */
  expected: boolean;
  readonly listeners: Set<() => void>;
}

const slotName = Symbol.for("kam-card.live");

/**
 * Announces that figures will be registered: calls wait in silence, so that no cell says "no card" meanwhile. To be
 * called by the runtime's entry before Excel can ask; the answer is how to say that the start has failed.
 */
export function expectLiveFigures(): () => void {
  slot().expected = true;
  tell();
  return () => {
    slot().expected = false;
    tell();
  };
}

/** Makes the card's figures known to all live functions, also to calls that came earlier; returns how to withdraw. */
export function registerLiveFigures(figures: LiveFigures): () => void {
  slot().figures = figures;
  tell();
  return () => {
    if (slot().figures !== figures) return;
    slot().figures = null;
    slot().expected = false;
    tell();
  };
}

/** What is registered now. */
export function liveFigures(): LiveFigures | null {
  return slot().figures;
}

/** True while a runtime was announced but has not registered. */
export function liveFiguresExpected(): boolean {
  const { figures, expected } = slot();
  return figures === null && expected;
}

/** Calls back when figures are announced, registered or withdrawn. */
export function onLiveFigures(listener: () => void): () => void {
  slot().listeners.add(listener);
  return () => slot().listeners.delete(listener);
}

function tell(): void {
  for (const listener of [...slot().listeners]) listener();
}

function slot(): LiveSlot {
  const known: unknown = Reflect.get(globalThis, slotName);
  if (isSlot(known)) return known;
  const made: LiveSlot = { figures: null, expected: false, listeners: new Set() };
  Reflect.set(globalThis, slotName, made);
  return made;
}

function isSlot(value: unknown): value is LiveSlot {
  return typeof value === "object" && value !== null && "listeners" in value;
}
