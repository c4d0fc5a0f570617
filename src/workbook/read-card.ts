import { finish, type Steps } from "../core/steps";
import type { Language } from "../core/units";
import {
  cardRead,
  cardRecords,
  decodeSteps,
  ownLabels,
  settingsLanguage,
  usedTables,
  type CardRead,
} from "./card-records";
import type { Dialect } from "./codec/cell";
import type { TableResult } from "./codec/table-rows";
import { inSlices } from "./in-slices";
import { holdsCard, openBook, type OpenBook } from "./open-book";
import type { TableId } from "./schema/schema";
import type { WorkbookGateway, WorkbookSurvey } from "./workbook-gateway";

/** Everything the card is made from, as it stood at one moment. */
export interface CardSnapshot extends CardRead {
  readonly book: OpenBook;
  readonly results: ReadonlyMap<TableId, TableResult>;
}

type Results = ReadonlyMap<TableId, TableResult>;

/** The snapshot of what was read: the book in its own language and with its own labels. */
export const snapshotOf = (survey: WorkbookSurvey, results: Results, fallback: Language): CardSnapshot =>
  finish(snapshotSteps(survey, results, fallback));

/** The same without holding the page up; rejects with the reason of `stopped`. */
export const snapshotInSlices = (
  survey: WorkbookSurvey,
  results: Results,
  fallback: Language,
  stopped?: AbortSignal,
): Promise<CardSnapshot> => inSlices(snapshotSteps(survey, results, fallback), stopped);

function* snapshotSteps(survey: WorkbookSurvey, results: Results, fallback: Language): Steps<CardSnapshot> {
  const plain = openBook(survey, fallback);
  const language = settingsLanguage(results.get("settings"), plain);
  const labels = ownLabels(results.get("lists"), plain);
  const opened = openBook(survey, fallback, { labels, ...(language ? { language } : {}) });
  const book = { ...opened, dialect: lastingDialect(opened.dialect, results) };
  yield* decodeSteps(book, results);
  return { book, results, ...cardRecords(book, results) };
}

const dialects = new WeakMap<TableResult, Dialect[]>();

/** The same dialect as long as nobody rewords a label: tables that did not change are then not decoded again. */
function lastingDialect(dialect: Dialect, results: Results): Dialect {
  const lists = results.get("lists");
  if (!lists) return dialect;
  const known = dialects.get(lists) ?? [];
  const same = known.find(
    ({ labels, date1904 }) => labels.language === dialect.labels.language && date1904 === dialect.date1904,
  );
  if (same) return same;
  dialects.set(lists, [...known, dialect]);
  return dialect;
}

/** Reads the whole card: a survey and one reading; null where the workbook holds none. Throws WorkbookError. */
export async function readCard(gateway: WorkbookGateway, fallback: Language): Promise<CardSnapshot | null> {
  const survey = await gateway.survey();
  const book = openBook(survey, fallback);
  if (!holdsCard(book.tables)) return null;
  return snapshotInSlices(survey, await readTables(gateway, book), fallback);
}

/** Reads the card's tables, or only some of them; one that vanished meanwhile is left out. */
export async function readTables(
  gateway: WorkbookGateway,
  book: OpenBook,
  only?: ReadonlySet<TableId>,
  onRows?: (rows: number) => void,
): Promise<ReadonlyMap<TableId, TableResult>> {
  const tables = usedTables(book).filter((found) => !only || only.has(found.id));
  const results = await gateway.read(tables.map(cardRead), onRows);
  const read = new Map<TableId, TableResult>();
  tables.forEach((found, index) => {
    const result = results[index];
    if (result?.kind === "table") read.set(found.id, result);
  });
  return read;
}
