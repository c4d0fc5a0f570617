import type { AuditRow } from "../audit/audit-chain";
import { auditReads, auditWrites, isAudited } from "../audit/audit-writes";
import { rowCells } from "../codec/row-cells";
import { settingFormat } from "../codec/settings-codec";
import type { Desk } from "../desk";
import { FreeNames } from "../free-names";
import { newColumn, type NewTable } from "../new-table";
import { openBook, type OpenBook } from "../open-book";
import type { Outcome } from "../outcome";
import type { Column } from "../schema/column";
import { columnIndexes } from "../schema/headers";
import { schema } from "../schema/schema";
import { settingRows } from "../schema/setting-rows";
import { WorkbookError } from "../workbook-error";
import type { CellInput, NewColumn, Write } from "../workbook-gateway";
import { done, failed, refusable } from "./failure";
import { removeSheets } from "./half-made-sheet";
import { makeSheets } from "./make-sheets";
import type { KeptTable, RemovedCard } from "./remove-card";
import { previewRepair, repairWorkbook } from "./repair-workbook";
import { trailHolds } from "./trail-rows";

/** What an attempt that broke off has left; the next one begins with it. */
export interface HalfMade {
  /** Sheets that could not be removed again. */
  sheets: readonly string[];
  /** The line of the trail may stand. */
  noted: boolean;
}

/**
 * Makes the sheets of a removed card again from what stood in their tables: every row and column, in the card's formats,
 * with the line in the trail that says so, in one write as far as they are small. Tables that stayed as plain cells
 * become tables again. Own colours and widths, and review sheets, do not come back.
 */
export function bringBackCard(
  desk: Desk,
  removed: RemovedCard,
  halfMade: HalfMade,
): Promise<Outcome<{ sheets: readonly string[] }>> {
  return refusable("action", async () => {
    if (halfMade.sheets.length > 0) await removeSheets(desk, halfMade.sheets);
    halfMade.sheets = [];
    const survey = await desk.gateway.survey();
    if (survey.readOnly) throw new WorkbookError("read-only", null);
    if (survey.structureLocked) return failed("structureLocked");
    const standing = openBook(survey, desk.language()).tables;
    // The card as it was, in the language it was in.
    const facts = removed.tables.map(({ result }) => result.facts);
    const book = openBook({ ...survey, tables: facts }, desk.language());
    const wanted = removed.tables.filter(({ id }) => !standing.has(id));
    const names = new FreeNames(survey);
    const made = wanted.map((table) => madeAgain(table, rowsOf(table, book, desk), book, names));
    const unmade = made.length > 0 ? await makeSheets(desk, made, "bringBack") : null;
    if (unmade) {
      halfMade.sheets = unmade.left;
      if (unmade.left.length > 0) return failed("bringBackUnfinished");
      return unmade.why ? { ok: false, issue: unmade.why } : failed("cancelled");
    }
    const noted = made.some(({ id }) => id === "audit");
    halfMade.noted ||= noted;
    const whole =
      (!removed.plain || (await makeTablesAgain(desk))) && (noted || (await note(desk, halfMade)));
    return whole ? done({ sheets: made.map(({ sheet }) => sheet) }) : failed("bringBackUnfinished");
  });
}

const entry = { table: "*", row: "*", column: "", before: "", after: "", source: "bring-back" } as const;

type Rows = readonly (readonly CellInput[])[];

/** Rows as they stood; the trail's with a new line below. */
function rowsOf(kept: KeptTable, book: OpenBook, desk: Desk): Rows {
  const { id, result } = kept;
  if (id !== "audit") return result.rows;
  const columns = columnsOf(kept);
  const cellsOf = (row: AuditRow) =>
    columns.map((column) => (column && rowCells(id, [column.id], row, book.dialect)[0]) ?? "");
  return [...result.rows, ...auditWrites(book, [result], [entry], desk).rows.map(cellsOf)];
}

/** The schema's columns by the headers they stood under; undefined for the person's own. */
function columnsOf({ id, result }: KeptTable): readonly (Column | undefined)[] {
  const columns: readonly Column[] = schema[id].columns;
  const ids = new Map([...columnIndexes(columns, result.headers)].map(([column, at]) => [at, column]));
  return result.headers.map((_, index) => columns.find((one) => one.id === ids.get(index)));
}

function madeAgain(kept: KeptTable, rows: Rows, book: OpenBook, names: FreeNames): NewTable {
  const { id, result } = kept;
  const sheet = names.sheet(kept.sheet);
  const table = names.table(result.facts.name);
  const columns = columnsOf(kept).map((column, index): NewColumn => {
    const header = result.headers[index] ?? "";
    return column ? { ...newColumn(column, book.dialect), header } : { header, width: 96 };
  });
  const place = { sheet, row: 0, column: 0, name: table, columns };
  return {
    id,
    sheet,
    table,
    rowCount: rows.length,
    writes: [
      { kind: "add-sheet", name: sheet },
      { kind: "add-table", ...place, rows, freezeHeader: true },
      ...(id === "settings" ? settingFormats(result, table) : []),
    ],
  };
}

/** Each setting's value has the format of its own kind. */
function settingFormats({ headers, rows }: KeptTable["result"], table: string): readonly Write[] {
  const indexes = columnIndexes(schema.settings.columns, headers);
  const [key, value] = [indexes.get("key") ?? -1, indexes.get("value") ?? -1];
  const header = headers[value];
  if (header === undefined) return [];
  return rows.flatMap((row, fromRow): Write[] => {
    const setting = settingRows.find((one) => one.key === row[key]);
    const numberFormat = setting && settingFormat(setting);
    const format = { ...(numberFormat ? { numberFormat } : {}), horizontal: "right" as const };
    return [{ kind: "format-cells", table, header, fromRow, rows: 1, format }];
  });
}

/** Tables that stayed as cells are found by their headers, as a repair finds them. */
async function makeTablesAgain(desk: Desk): Promise<boolean> {
  const preview = await previewRepair(desk);
  if (!preview.ok) return false;
  const lost = preview.value.findings.filter(({ options }) => options[0]?.id === "make");
  if (lost.length === 0) return true;
  const repaired = await repairWorkbook(desk, Object.fromEntries(lost.map(({ id }) => [id, "make"])));
  return repaired.ok;
}

/** A line in the trail that stayed, or that is made now; false where it was not taken in. */
async function note(desk: Desk, halfMade: HalfMade): Promise<boolean> {
  const book = openBook(await desk.gateway.survey(), desk.language());
  const reads = auditReads(book);
  const read = reads.length > 0 ? await desk.gateway.read(reads) : [];
  if (halfMade.noted && isAudited(book, read, entry.row, entry.source)) return true;
  const trail = auditWrites(book, read, [entry], desk);
  halfMade.noted = true;
  const [there] = await desk.gateway.write(trail.writes, [trail.verify]);
  return trailHolds(desk, trail, there);
}
