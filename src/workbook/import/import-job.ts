/** What an import is asked to do and what it says back. */
import type { Issue } from "../outcome";
import type { DateOrder } from "./national-dates";
import type { DecimalMark } from "./national-numbers";
import type { ImportSource } from "./import-source";

export const importKinds = ["accounts", "contacts", "purchases"] as const;
export type ImportKind = (typeof importKinds)[number];
/** Tables an import writes to, accounts first: the others name them. */
export type ImportTable = ImportKind;

/** Where one column of the source goes, and how its dates and numbers are to be read where they leave it open. */
export interface ColumnChoice {
  /** `accounts.name` …; null leaves the column out. */
  readonly target: string | null;
  readonly dateOrder: DateOrder | null;
  readonly mark: DecimalMark | null;
}

export interface ImportJob {
  readonly kind: ImportKind;
  readonly source: ImportSource;
  /** One per header of the source. */
  readonly columns: readonly ColumnChoice[];
  /** What becomes of rows that name an account the workbook does not hold. */
  readonly unknownAccounts: "create" | "leave-out";
  /** Cells that say NULL are blank. */
  readonly nullIsBlank: boolean;
  /** Purchases: one row per account and month (section 9). */
  readonly perMonth: boolean;
}

export interface ShownCell {
  /** Header in the workbook's language. */
  readonly header: string;
  /** As it will stand: dates as yyyy-mm-dd, labels in the workbook's language. */
  readonly text: string;
  /** What stands there now, for a change. */
  readonly before?: string;
}

/** What becomes of one row of the source in one table. */
export interface RowReport {
  readonly row: number;
  readonly table: ImportTable;
  readonly what: "added" | "changed" | "same" | "left-out";
  readonly id: string;
  /** Name, or for a purchase its account. */
  readonly label: string;
  readonly cells: readonly ShownCell[];
  /** Why a row is left out. */
  readonly issue?: Issue;
}

/** Something to look at in a row that is imported all the same: a cell left blank, a row standing there twice. */
export interface RowNote {
  readonly row: number;
  readonly issue: Issue;
}

export interface TableCounts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/** The dry run: nothing is written. */
export interface ImportPreview {
  readonly kind: ImportKind;
  readonly rows: number;
  readonly counts: Readonly<Record<ImportTable, TableCounts>>;
  /** Rows left out. */
  readonly leftOut: number;
  /** The first ten rows as they will be stored. */
  readonly first: readonly RowReport[];
  /** Every row that adds, changes or is left out; rows that stand there already are only counted. */
  readonly reports: readonly RowReport[];
  readonly notes: readonly RowNote[];
  /** Accounts that rows name and the workbook does not hold, and how many rows name them. */
  readonly unknown: { readonly accounts: number; readonly rows: number };
  /** Words that no list knows, by column. */
  readonly words: readonly { readonly header: string; readonly word: string; readonly count: number }[];
  readonly hasSample: boolean;
  /** Says whether a later plan is the same one. */
  readonly fingerprint: string;
}

/** Bounds proposed from the purchases and written to Criteria (section 8). */
export interface WrittenBounds {
  readonly highs: readonly { readonly label: string; readonly high: number }[];
  readonly watchMinimum: number;
  readonly growingRatio: number;
}

export interface ImportReceipt {
  readonly kind: ImportKind;
  readonly counts: Readonly<Record<ImportTable, TableCounts>>;
  readonly leftOut: number;
  /** Stopped by the person: `counts` says what is in the workbook. */
  readonly cancelled: boolean;
  /** Rows that were to be written and are not there. */
  readonly missing: number;
  /** What Excel broke off with, where it did. */
  readonly issue: Issue | null;
  /** Sheet and one-based row where the first new row of the import stands. */
  readonly place: { readonly sheet: string; readonly row: number } | null;
  readonly bounds: WrittenBounds | null;
}

export interface UndoReceipt {
  readonly deleted: number;
  readonly restored: number;
  /** Rows left alone because they were changed since or are in use: sheet, id, columns. */
  readonly kept: readonly Issue[];
  /** All is taken back, and yet something is to be said: lines of the trail that are missing. */
  readonly issue: Issue | null;
}

export type SourceChoice =
  { readonly kind: "selection" } | { readonly kind: "table"; readonly table: string };

/** A table of the workbook that is none of the card's. */
export interface ForeignTable {
  readonly name: string;
  readonly sheet: string;
  readonly rows: number;
}
