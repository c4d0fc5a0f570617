import type { Language } from "../core/units";
import type { Dialect } from "./codec/cell";
import { Labels, type OwnLabel } from "./codec/labels";
import {
  findTables,
  languageOf,
  rivalsOf,
  shareOf,
  type FoundTable,
  type FoundTables,
} from "./schema/find-tables";
import { schema, type TableId } from "./schema/schema";
import { WorkbookError } from "./workbook-error";
import type { Read, WorkbookSurvey } from "./workbook-gateway";

/** A workbook with its card tables found: where things are and how this workbook writes them. */
export interface OpenBook {
  readonly survey: WorkbookSurvey;
  readonly tables: FoundTables;
  /** Second tables of the same kind (WB6). */
  readonly rivals: ReadonlyMap<TableId, readonly FoundTable[]>;
  readonly language: Language;
  readonly dialect: Dialect;
}

/** Opens what a survey saw. The language is the one its settings name, else that of most headers, else `fallback`. */
export function openBook(
  survey: WorkbookSurvey,
  fallback: Language,
  own: { readonly labels?: readonly OwnLabel[]; readonly language?: Language } = {},
): OpenBook {
  const tables = findTables(survey);
  const language = own.language ?? languageOf(tables) ?? fallback;
  return {
    survey,
    tables,
    rivals: rivalsOf(survey, tables),
    language,
    dialect: { labels: new Labels(language, own.labels), date1904: survey.date1904 },
  };
}

/**
 * A workbook holds a card once it has its accounts, or two of its other tables of which one is whole: a table of
 * somebody's own that is called Settings makes no card.
 */
export function holdsCard(tables: FoundTables): boolean {
  if (tables.has("accounts")) return true;
  const needed = [...tables.values()].filter(({ id }) => !schema[id].optional);
  return needed.length >= 2 && needed.some((found) => shareOf(found) >= 0.9);
}

/** Two sets of tables: which rows belong together cannot be told. */
export const holdsSeveralCards = ({ rivals }: OpenBook): boolean =>
  rivals.has("accounts") && rivals.has("settings");

/** The table, or `not-found` naming it. */
export function tableIn(book: OpenBook, id: TableId): FoundTable {
  const found = book.tables.get(id);
  if (!found) throw new WorkbookError("not-found", id);
  return found;
}

/** The header a column has in this workbook, or `not-found` naming table and column. */
export function headerIn(found: FoundTable, column: string): string {
  const header = found.headers.get(column);
  if (header === undefined) throw new WorkbookError("not-found", `${found.facts.name}[${column}]`);
  return header;
}

/** Reads the named columns of a table, as far as they are there; without names all of the schema's. */
export function readOf(found: FoundTable, columns?: readonly string[]): Read {
  const wanted = columns ?? [...found.headers.keys()];
  const headers = wanted.flatMap((column) => found.headers.get(column) ?? []);
  return { kind: "table", table: found.facts.name, columns: headers };
}
