import type { Language } from "../core/units";
import {
  cardRead,
  cardRecords,
  ownLabels,
  settingsLanguage,
  usedTables,
  type CardRead,
} from "./card-records";
import type { TableResult } from "./codec/table-rows";
import { holdsCard, openBook, type OpenBook } from "./open-book";
import type { TableId } from "./schema/schema";
import type { WorkbookGateway, WorkbookSurvey } from "./workbook-gateway";

/** Everything the card is made from, as it stood at one moment. */
export interface CardSnapshot extends CardRead {
  readonly book: OpenBook;
  readonly results: ReadonlyMap<TableId, TableResult>;
}

/** The snapshot of what was read: the book in its own language and with its own labels. */
export function snapshotOf(
  survey: WorkbookSurvey,
  results: ReadonlyMap<TableId, TableResult>,
  fallback: Language,
): CardSnapshot {
  const plain = openBook(survey, fallback);
  const language = settingsLanguage(results.get("settings"), plain);
  const labels = ownLabels(results.get("lists"), plain);
  const book = openBook(survey, fallback, { labels, ...(language ? { language } : {}) });
  return { book, results, ...cardRecords(book, results) };
}

/** Reads the whole card: a survey and one reading; null where the workbook holds none. Throws WorkbookError. */
export async function readCard(gateway: WorkbookGateway, fallback: Language): Promise<CardSnapshot | null> {
  const survey = await gateway.survey();
  const book = openBook(survey, fallback);
  if (!holdsCard(book.tables)) return null;
  return snapshotOf(survey, await readTables(gateway, book), fallback);
}

/** Reads the card's tables, or only some of them; one that vanished meanwhile is left out. */
export async function readTables(
  gateway: WorkbookGateway,
  book: OpenBook,
  only?: ReadonlySet<TableId>,
): Promise<ReadonlyMap<TableId, TableResult>> {
  const tables = usedTables(book).filter((found) => !only || only.has(found.id));
  const results = await gateway.read(tables.map(cardRead));
  const read = new Map<TableId, TableResult>();
  tables.forEach((found, index) => {
    const result = results[index];
    if (result?.kind === "table") read.set(found.id, result);
  });
  return read;
}
