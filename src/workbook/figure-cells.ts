import type { AccountFigures, CardModel } from "../core/figures";
import { textsFor } from "../locales/texts";
import { encodeCell, type Dialect, type Meaning } from "./codec/cell";
import { storableText } from "./codec/storable-text";
import { columnOf } from "./codec/row-cells";
import type { TableResult } from "./codec/table-rows";
import { accounts } from "./schema/accounts";
import type { Column } from "./schema/column";
import { columnIndexes } from "./schema/headers";
import type { CellInput, CellValue } from "./workbook-gateway";

/** Rules in the order they were found, as words: "Lost, Decline". */
function watchWords(figures: AccountFigures, dialect: Dialect): string {
  const words = figures.fired.map(({ rule }) => dialect.labels.labelOf("watchRule", rule));
  return words.join(textsFor(dialect.labels.language)("labels:listSeparator"));
}

/** Computed columns of Accounts that this version fills (WB11). */
const figureOf: Readonly<Record<string, (figures: AccountFigures, dialect: Dialect) => Meaning>> = {
  revenue12: ({ metrics }) => metrics.revenue12,
  profit12: ({ metrics }) => metrics.profit12,
  score: ({ economic }) => economic.score,
  strategicScore: ({ strategic }) => strategic.score,
  proposedTier: ({ proposedTier }) => proposedTier,
  watch: watchWords,
  valueClass: ({ valueClass }) => valueClass,
  frequencyClass: ({ frequencyClass }) => frequencyClass,
  lastContact: ({ lastContact }) => lastContact,
  nextVisit: ({ visit }) => visit.plan,
  nextReview: ({ nextReview }) => nextReview,
  completeness: ({ completeness }) => completeness.share,
};

const figureColumns: readonly Column[] = Object.keys(figureOf).map((id) => columnOf("accounts", id));

/** Figures survive a file as 15 digits; less is no difference. Of a text that is to be written counts what a cell keeps of it. */
export function sameCell(one: CellInput, other: CellValue): boolean {
  if (typeof one === "number" && typeof other === "number") {
    return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
  }
  if (one === other) return true;
  return typeof one === "string" && typeof other === "string" && storableText(one) === other;
}

export interface FigureColumn {
  readonly header: string;
  /** One per body row; null where the row names no account and is left alone. */
  readonly cells: readonly (CellInput | null)[];
  /** Some cell of the sheet differs. */
  readonly differs: boolean;
}

/**
 * What the computed columns should hold, row by row of the Accounts table as it was read. Columns that were deleted
 * are left out.
 */
export function figureCells(
  model: CardModel,
  result: TableResult,
  dialect: Dialect,
): readonly FigureColumn[] {
  const indexes = columnIndexes(accounts.columns, result.headers);
  const idIndex = indexes.get("id") ?? -1;
  const rows = result.rows.map((row) => model.accounts.get(String(row[idIndex] ?? "").trim()));
  return figureColumns.flatMap((column) => {
    const index = indexes.get(column.id);
    const meaning = figureOf[column.id];
    if (index === undefined || !meaning) return [];
    const cells = rows.map((figures) => figures && encodeCell(column, meaning(figures, dialect), dialect));
    const differs = cells.some(
      (cell, row) => cell !== undefined && !sameCell(cell, result.rows[row]?.[index] ?? ""),
    );
    return [{ header: result.headers[index] ?? "", cells: cells.map((cell) => cell ?? null), differs }];
  });
}

/** Computed columns are older than the tables (WB11). */
export const figuresAreStale = (model: CardModel, result: TableResult, dialect: Dialect): boolean =>
  figureCells(model, result, dialect).some((column) => column.differs);
