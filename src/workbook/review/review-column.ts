import type { CellFormat, ConditionalRule, Validation } from "../sheet-plan";
import type { CellInput } from "../workbook-gateway";
import type { ReviewRow } from "./review-row";

export type GroupId = "account" | "value" | "quarters" | "score" | "contact" | "decision";

/** Columns Apply finds again by a sheet-scoped name. */
export type NamedColumn = "name" | "decision" | "reason" | "approver" | "nextStep" | "nextCheck";

/** One column of a review sheet. */
export interface ReviewColumn {
  readonly id: string;
  readonly group: GroupId;
  readonly heading: string;
  readonly value: (row: ReviewRow) => CellInput;
  readonly format: CellFormat;
  /** Rules over the column's cells; `first` is its first cell, `$F7`. */
  readonly rules?: (first: string) => readonly ConditionalRule[];
  readonly validation?: Validation;
  /** A person fills it in: the only tinted cells. */
  readonly input?: boolean;
  readonly named?: NamedColumn;
  /** The text wraps, at most to this many lines; longer text is cut at a word. */
  readonly lines?: number;
}

/** Where a column stands on a sheet. */
export interface PlacedColumn extends ReviewColumn {
  readonly index: number;
  readonly width: number;
}

/** Letters of a zero-based column index. */
export function columnLetters(index: number): string {
  return index < 0 ? "" : columnLetters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26));
}
