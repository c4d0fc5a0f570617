/** Tables an Apply needs and that are made when first used (WB10), before anything else is written. */
import type { Desk } from "../desk";
import { FreeNames } from "../free-names";
import { newTable } from "../new-table";
import { openBook } from "../open-book";
import { removeSheets } from "../operations/half-made-sheet";
import { WorkbookError } from "../workbook-error";
import type { CardModel } from "../../core/figures";
import type { ReviewItem } from "./review-item";
import { readReviews, type HeldReviews } from "./review-state";

export type MadeTables = ReviewItem["made"];

export function missingTables(held: HeldReviews, opensWatch: boolean): MadeTables {
  const needed = [...(opensWatch ? (["watchlist"] as const) : []), "reviews" as const, "audit" as const];
  return needed.filter((id) => held[id].facts === null);
}

/**
 * Makes the empty tables and reads all anew. If that fails the sheets made so far are removed again; null where Excel
 * took the tables and does not show them.
 */
export async function makeTables(
  desk: Desk,
  held: HeldReviews,
  model: CardModel,
  missing: MadeTables,
): Promise<HeldReviews | null> {
  if (missing.length === 0) return held;
  const names = new FreeNames(held.book.survey);
  const tables = missing.map((id) => newTable(id, [], held.book.dialect, names));
  const sheets = tables.map((table) => table.sheet);
  try {
    await desk.gateway.write(
      tables.flatMap((table) => table.writes),
      [],
    );
  } catch (error) {
    if (error instanceof WorkbookError) await removeSheets(desk, sheets);
    throw error;
  }
  const now = await rereadReviews(desk, held, model);
  const whole = missing.every((id) => now.book.tables.get(id)?.headers.has("id"));
  if (!whole) await removeSheets(desk, sheets);
  return whole ? now : null;
}

/** The same with where the tables are now; labels and language stay. */
export async function rereadReviews(
  desk: Desk,
  held: HeldReviews,
  model: CardModel | null,
): Promise<HeldReviews> {
  const survey = await desk.gateway.survey();
  const book = {
    ...openBook(survey, held.book.language),
    language: held.book.language,
    dialect: held.book.dialect,
  };
  return readReviews(desk.gateway, book, model);
}

/** Removes tables this Apply had made, if they are empty again and nobody put anything beside them. */
export async function removeMade(desk: Desk, held: HeldReviews, made: MadeTables): Promise<void> {
  const empty = made.flatMap((id) => {
    const { facts, rows } = held[id];
    return facts && rows.length === 0 ? [facts] : [];
  });
  if (empty.length === 0) return;
  const results = await desk.gateway.read(empty.map((facts) => ({ kind: "sheet", sheet: facts.sheet })));
  const bare = empty.filter((facts, index) => {
    const result = results[index];
    const cells = result?.kind === "sheet" ? result.values.flat().filter((cell) => cell !== "") : [];
    return cells.length === facts.headers.length;
  });
  await removeSheets(
    desk,
    bare.map((facts) => facts.sheet),
  );
}
