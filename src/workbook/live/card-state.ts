import type { CardModel } from "../../core/figures";
import type { Day } from "../../core/units";
import type { CardState, ReviewState } from "../card";
import { figuresAreStale } from "../figure-cells";
import { figuresOf } from "../figures-of";
import { holdsSeveralCards } from "../open-book";
import type { CardSnapshot } from "../read-card";
import type { WorkbookGateway, WorkbookSurvey } from "../workbook-gateway";
import { bookIssues } from "./card-issues";
import { workbookFound } from "./workbook-found";

/** Figures of a snapshot; null where the accounts or the settings are missing. */
export async function modelOf(
  snapshot: CardSnapshot,
  today: Day,
  stopped?: AbortSignal,
): Promise<CardModel | null> {
  const { tables } = snapshot.book;
  if (holdsSeveralCards(snapshot.book)) return null;
  if (!tables.has("accounts") || !tables.has("settings")) return null;
  return figuresOf(snapshot.records, today, stopped);
}

/** The state of a workbook that holds a card. */
export function cardState(
  snapshot: CardSnapshot,
  model: CardModel | null,
  review: ReviewState,
): Exclude<CardState, { kind: "loading" | "unread" | "none" }> {
  const { book, records, results, issues, rowCounts, hasSample, ownAmongSample } = snapshot;
  const { damage, notes } = bookIssues(book);
  if (damage.length > 0 || !model)
    return { kind: "damaged", issues: [...damage, ...notes, ...issues], model };
  const accounts = results.get("accounts");
  return {
    kind: "ready",
    language: book.language,
    model,
    records,
    rowCounts,
    hasSample,
    ownAmongSample,
    stale: accounts !== undefined && figuresAreStale(model, accounts, book.dialect),
    unreadable: [...notes, ...issues],
    review,
  };
}

/** The state of a workbook without a card; a single blank sheet is nothing to leave alone. */
export async function emptyState(gateway: WorkbookGateway, survey: WorkbookSurvey): Promise<CardState> {
  const [only, ...others] = survey.sheets;
  let otherSheets = survey.sheets.length;
  if (only && others.length === 0 && survey.tables.length === 0) {
    const [sheet] = await gateway.read([{ kind: "sheet", sheet: only.name }]);
    if (sheet?.kind === "sheet" && sheet.values.every((row) => row.every((cell) => cell === "")))
      otherSheets = 0;
  }
  const state = { kind: "none" as const, otherSheets, readOnly: survey.readOnly };
  const blank = otherSheets === 0 && !survey.structureLocked;
  return blank ? state : { ...state, found: workbookFound(survey) };
}
