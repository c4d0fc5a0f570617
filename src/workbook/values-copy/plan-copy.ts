import type { TableResult } from "../codec/table-rows";
import type { Desk } from "../desk";
import type { OpenBook } from "../open-book";
import { markName, idsName, keysName, checksName, parseMark } from "../review/review-names";
import { parseAddress } from "../live/cell-address";
import { accountTables } from "../schema/account-tables";
import type { Column } from "../schema/column";
import { columnIndexes } from "../schema/headers";
import { schema, type TableId } from "../schema/schema";
import { WorkbookError } from "../workbook-error";
import type { Read, ReadResult, SheetFacts } from "../workbook-gateway";
import type { CopySheet } from "./copy-verbs";
import type { FileColumn, FileSheet } from "./workbook-file";

/** A sheet of the copy and what it holds. */
export interface PlannedSheet {
  readonly shown: CopySheet;
  readonly file: FileSheet;
}

/** Reads everything once, in one trip as far as it fits. Throws WorkbookError. */
export async function readCopy(desk: Desk, book: OpenBook): Promise<readonly PlannedSheet[]> {
  // Settings and lists say nothing without the add-in; the trail is for its readers.
  const tables = accountTables.flatMap((id) => {
    const found = book.tables.get(id);
    return found ? [{ id, name: found.facts.name, sheet: found.facts.sheet }] : [];
  });
  const reviews = newestReviews(book.survey.sheets);
  const reads: Read[] = [
    ...tables.map(({ name }): Read => ({ kind: "table", table: name })),
    ...reviews.map(({ name }): Read => ({ kind: "sheet", sheet: name, formats: true })),
  ];
  const results = await desk.gateway.read(reads);
  const gone = results.findIndex(({ kind }) => kind === "missing");
  if (gone >= 0)
    throw new WorkbookError(
      "not-found",
      [...tables.map(({ sheet }) => sheet), ...reviews.map(({ name }) => name)][gone] ?? null,
    );
  return [
    ...results
      .slice(tables.length)
      .flatMap((result) => (result.kind === "sheet" ? [reviewSheet(result)] : [])),
    ...tables.flatMap(({ id }, index) => {
      const result = results[index];
      return result?.kind === "table" ? [tableSheet(id, result)] : [];
    }),
  ];
}

/** Review sheets of the cycle that was written last. */
function newestReviews(sheets: readonly SheetFacts[]): readonly SheetFacts[] {
  const marked = sheets.flatMap((sheet) => {
    const mark = parseMark(sheet.names.find(({ name }) => name === markName)?.formula ?? "");
    return mark ? [{ sheet, cycle: mark.cycle }] : [];
  });
  const newest = marked.reduce((best, { cycle }) => (cycle > best ? cycle : best), "");
  return marked.filter(({ cycle }) => cycle === newest).map(({ sheet }) => sheet);
}

const columnOf = ({ type, format, width }: Column): FileColumn => ({
  width,
  format: type === "text" ? null : format,
});

/** Columns of the card that are neither confidential nor hidden; what a person added themselves nobody has cleared. */
function tableSheet(id: TableId, { facts, headers, rows }: TableResult): PlannedSheet {
  const columns: readonly Column[] = schema[id].columns;
  const indexes = columnIndexes(columns, headers);
  const kept = columns.flatMap((column) => {
    const index = indexes.get(column.id);
    return index === undefined || column.sensitive || column.hidden ? [] : [{ column, index }];
  });
  const places = new Set(kept.map(({ index }) => index));
  return {
    shown: {
      sheet: facts.sheet,
      rows: rows.length,
      leftOut: headers.filter((_, index) => !places.has(index)),
    },
    file: {
      name: facts.sheet,
      header: true,
      columns: kept.map(({ column }) => columnOf(column)),
      rows: [
        kept.map(({ index }) => headers[index] ?? ""),
        ...rows.map((row) => kept.map(({ index }) => row[index] ?? "")),
      ],
      formats: null,
    },
  };
}

type SheetResult = Extract<ReadResult, { kind: "sheet" }>;

/** What is seen on the sheet, with its formats; not the columns by which the add-in finds its way. */
function reviewSheet({ facts, origin, values, formats = [] }: SheetResult): PlannedSheet {
  const hidden = new Set(
    facts.names.flatMap(({ name, formula }) => {
      if (name !== idsName && name !== keysName && name !== checksName) return [];
      const cell = parseAddress(formula.replace(/^=/, "").replace(/:.*$/, ""));
      return cell ? [cell.column - origin.column] : [];
    }),
  );
  const seen = <T>(row: readonly T[]): T[] => row.filter((_, index) => !hidden.has(index));
  const rows = values.map(seen);
  return {
    shown: { sheet: facts.name, rows: rows.length, leftOut: [] },
    file: { name: facts.name, header: false, columns: [], rows, formats: formats.map(seen) },
  };
}
