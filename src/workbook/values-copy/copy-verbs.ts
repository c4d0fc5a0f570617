import type { Outcome } from "../outcome";

/** One sheet of the copy. */
export interface CopySheet {
  readonly sheet: string;
  readonly rows: number;
  /** Headers of columns that stay behind: confidential ones, and those the card does not know. */
  readonly leftOut: readonly string[];
}

/** A copy for someone without the add-in (TP8). */
export interface CopyVerbs {
  /** What the copy would hold; nothing is made. */
  preview(): Promise<Outcome<readonly CopySheet[]>>;
  /** Opens it as a new workbook, to be saved there; this one stays as it is. */
  open(): Promise<Outcome<readonly CopySheet[]>>;
}
