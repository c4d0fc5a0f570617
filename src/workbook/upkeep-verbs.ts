/** What keeps a card whole in a workbook that people work in: repair, removal, and the ways back. */
import type { Issue, Outcome } from "./outcome";

/** One way to deal with a finding; `leave` changes nothing and is always among them. */
export interface RepairOption {
  readonly id: string;
  readonly label: Issue;
}

/** Something that is not as the card needs it (WB6). */
export interface RepairFinding {
  readonly id: string;
  readonly what: Issue;
  /** The first is proposed. */
  readonly options: readonly RepairOption[];
  /** What stands there now and, where it changes, what will. */
  readonly samples: readonly { readonly from: string; readonly to: string | null }[];
  /** What to know before choosing: cells that cannot be read and stay as they are, a filter that is taken off. */
  readonly notes: readonly Issue[];
}

export interface RepairPreview {
  readonly findings: readonly RepairFinding[];
  /** Unknown account ids beyond those that are listed. */
  readonly moreOrphans: number;
}

export interface RepairReport {
  readonly repaired: number;
  /** What was chosen and is still there. */
  readonly left: readonly Issue[];
}

/** One sheet that a removal deletes or keeps. */
export interface RemovalSheet {
  readonly sheet: string;
  readonly rows: number;
  /** Why it is kept; null: it goes. */
  readonly kept: Issue | null;
  /** What stands on it cannot be brought back: a review sheet. */
  readonly review: boolean;
}

export interface RemovalPreview {
  readonly sheets: readonly RemovalSheet[];
  /** Cells outside these sheets whose formulas name the card's tables, sheets or functions. */
  readonly formulas: readonly string[];
}

export interface RemovalReport {
  readonly removed: readonly string[];
  readonly kept: readonly string[];
}

export interface UpkeepVerbs {
  /** What could be repaired, and how; nothing is written. */
  previewRepair(): Promise<Outcome<RepairPreview>>;
  /** Finding → chosen option, as previewed. */
  repair(choices: Readonly<Record<string, string>>): Promise<Outcome<RepairReport>>;
  /** `keepTables`: accounts, contacts, purchases and the rest stay as plain cells. */
  previewRemoval(keepTables: boolean): Promise<Outcome<RemovalPreview>>;
  removeCard(keepTables: boolean): Promise<Outcome<RemovalReport>>;
  /** The sheets that were removed last, as far as they were known; while the pane lives. */
  readonly removedSheets: readonly string[];
  bringBackCard(): Promise<Outcome<{ sheets: readonly string[] }>>;
  /** Sample rows that can be brought back; while the pane lives. */
  readonly removedSample: number;
  bringBackSample(): Promise<Outcome<{ rows: number }>>;
}
