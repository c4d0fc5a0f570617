import { ownLabels, settingsLanguage } from "../card-records";
import type { TableResult } from "../codec/table-rows";
import type { Desk } from "../desk";
import { parseAddress } from "../live/cell-address";
import { openBook, readOf, type OpenBook } from "../open-book";
import type { Column, ColumnType } from "../schema/column";
import type { FoundTable } from "../schema/find-tables";
import { schema, type TableId } from "../schema/schema";
import type { Read, ReadResult } from "../workbook-gateway";
import { lostTables, type LostTable } from "./lost-tables";

/** Rows of a sheet among which a header row is looked for. */
const headRows = 40;

/** Types whose cells must not be text. */
export const countedTypes: ReadonlySet<ColumnType> = new Set([
  "day",
  "datetime",
  "number",
  "money",
  "share",
  "score",
]);

/** What repairs are planned from, as it stood at one moment. */
export interface RepairGround {
  readonly book: OpenBook;
  readonly results: ReadonlyMap<TableId, TableResult>;
  /** Tables of the card that stand as plain cells. */
  readonly lost: readonly LostTable[];
  /** `Sheet!row,column` of every cell with a formula, from zero. */
  readonly formulas: ReadonlySet<string>;
}

const small: ReadonlySet<TableId> = new Set(["settings", "criteria", "cadence", "lists"]);

/** What of a table repairs look at: all of it where columns are missing, else what identifies, counts and names accounts. */
export function repairRead(found: FoundTable): Read {
  if (found.missing.length > 0 || small.has(found.id)) return { kind: "table", table: found.facts.name };
  const columns: readonly Column[] = schema[found.id].columns;
  const wanted = columns.filter(
    (column, index) =>
      index === 0 || column.id === "account" || (countedTypes.has(column.type) && !column.computed),
  );
  return readOf(
    found,
    wanted.map(({ id }) => id),
  );
}

function tablesOf(
  found: readonly FoundTable[],
  read: readonly ReadResult[],
): ReadonlyMap<TableId, TableResult> {
  const results = new Map<TableId, TableResult>();
  found.forEach(({ id }, index) => {
    const result = read[index];
    if (result?.kind === "table") results.set(id, result);
  });
  return results;
}

/** Reads for a preview of repairs: a survey and at most four further trips, however many rows there are. */
export async function readRepairGround(desk: Desk): Promise<RepairGround> {
  const { gateway } = desk;
  const survey = await gateway.survey();
  const plain = openBook(survey, desk.language());
  const found = [...plain.tables.values()].filter(({ id }) => id !== "audit" && id !== "cycles");
  const incomplete = Object.keys(schema).length > plain.tables.size;
  const heads = incomplete
    ? survey.sheets.map((sheet): Read => ({ kind: "sheet", sheet: sheet.name, rows: headRows }))
    : [];
  const read = await gateway.read([...found.map(repairRead), ...heads]);
  const results = tablesOf(found, read);
  const language = settingsLanguage(results.get("settings"), plain);
  const labels = ownLabels(results.get("lists"), plain);
  const book = openBook(survey, desk.language(), { labels, ...(language ? { language } : {}) });
  const lost = await lostTables(gateway, book, read.slice(found.length));
  const formulas = hasTexts(book, results) ? await gateway.formulaCells(/^=/) : [];
  return { book, results, lost, formulas: new Set(formulas.flatMap(placeOf)) };
}

/** How a cell is named in `formulas`. */
export const cellKey = (sheet: string, row: number, column: number): string => `${sheet}!${row},${column}`;

function placeOf(address: string): readonly string[] {
  const cell = parseAddress(address);
  return cell ? [cellKey(cell.sheet, cell.row, cell.column)] : [];
}

/** Whether any column that counts holds text at all: only then formulas have to be told apart. */
function hasTexts(book: OpenBook, results: ReadonlyMap<TableId, TableResult>): boolean {
  return [...results].some(([id, result]) => {
    const headers = book.tables.get(id)?.headers;
    const columns: readonly Column[] = schema[id].columns;
    return columns.some((column) => {
      if (!countedTypes.has(column.type) || column.computed) return false;
      const index = result.headers.indexOf(headers?.get(column.id) ?? "");
      return index >= 0 && result.rows.some((row) => typeof row[index] === "string" && row[index] !== "");
    });
  });
}
