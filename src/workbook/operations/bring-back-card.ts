import { auditReads, auditWrites } from "../audit/audit-writes";
import { settingFormat } from "../codec/settings-codec";
import type { Desk } from "../desk";
import { FreeNames } from "../free-names";
import { newColumn } from "../new-table";
import { openBook, type OpenBook } from "../open-book";
import type { Outcome } from "../outcome";
import type { Column } from "../schema/column";
import { columnIndexes } from "../schema/headers";
import { schema } from "../schema/schema";
import { settingRows } from "../schema/setting-rows";
import { WorkbookError } from "../workbook-error";
import type { NewColumn, Write } from "../workbook-gateway";
import { done, failed, refusable } from "./failure";
import { removeHalfMadeSheet } from "./half-made-sheet";
import type { KeptTable, RemovedCard } from "./remove-card";
import { previewRepair, repairWorkbook } from "./repair-workbook";

/**
 * Makes the sheets of a removed card again from what stood in their tables: every row and column, in the card's formats.
 * Tables that stayed as plain cells become tables again. Own colours and widths, and review sheets, do not come back.
 */
export function bringBackCard(
  desk: Desk,
  removed: RemovedCard,
): Promise<Outcome<{ sheets: readonly string[] }>> {
  return refusable("action", async () => {
    const survey = await desk.gateway.survey();
    if (survey.readOnly) throw new WorkbookError("read-only", null);
    if (survey.structureLocked) return failed("structureLocked");
    const headers = removed.tables.flatMap(({ result }) => result.headers);
    const chinese = headers.filter((header) => /\p{Script=Han}/u.test(header)).length;
    const language = chinese * 2 > headers.length ? "zh-CN" : "en";
    const book = openBook(survey, language, { language });
    const names = new FreeNames(survey);
    const wanted = removed.tables.filter(({ id }) => !book.tables.has(id));
    const made = wanted.map((table) => madeAgain(table, book, names));
    try {
      for (const [index, { writes, table, rows }] of made.entries()) {
        desk.progress({ step: "bringBack", done: index, total: made.length });
        const [there] = await desk.gateway.write(writes, [{ kind: "table", table, columns: [] }]);
        if (there?.kind !== "table" || there.facts.rowCount !== rows) throw new WorkbookError("host", null);
      }
      await makeTablesAgain(desk);
      await note(desk);
      const [first] = made;
      if (first) await desk.gateway.write([{ kind: "activate-sheet", sheet: first.sheet }], []);
      return done({ sheets: made.map(({ sheet }) => sheet) });
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      for (const { sheet } of made) await removeHalfMadeSheet(desk, sheet);
      return failed("bringBackUnfinished");
    }
  });
}

interface MadeTable {
  readonly sheet: string;
  readonly table: string;
  readonly rows: number;
  readonly writes: readonly Write[];
}

function madeAgain({ id, sheet: wanted, result }: KeptTable, book: OpenBook, names: FreeNames): MadeTable {
  const columns: readonly Column[] = schema[id].columns;
  const indexes = new Map([...columnIndexes(columns, result.headers)].map(([column, at]) => [at, column]));
  const sheet = names.sheet(wanted);
  const table = names.table(result.facts.name);
  const madeColumns = result.headers.map((header, index): NewColumn => {
    const column = columns.find((one) => one.id === indexes.get(index));
    return column ? { ...newColumn(column, book.dialect), header } : { header, width: 96 };
  });
  const place = { sheet, row: 0, column: 0, name: table, columns: madeColumns };
  return {
    sheet,
    table,
    rows: result.rows.length,
    writes: [
      { kind: "add-sheet", name: sheet },
      { kind: "add-table", ...place, rows: result.rows, freezeHeader: true },
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
async function makeTablesAgain(desk: Desk): Promise<void> {
  const preview = await previewRepair(desk);
  if (!preview.ok) return;
  const lost = preview.value.findings.filter(({ options }) => options[0]?.id === "make");
  if (lost.length === 0) return;
  await repairWorkbook(desk, Object.fromEntries(lost.map(({ id }) => [id, "make"])));
}

async function note(desk: Desk): Promise<void> {
  const book = openBook(await desk.gateway.survey(), desk.language());
  const reads = auditReads(book);
  const read = reads.length > 0 ? await desk.gateway.read(reads) : [];
  const entry = { table: "*", row: "*", column: "", before: "", after: "", source: "bring-back" as const };
  await desk.gateway.write(auditWrites(book, read, [entry], desk).writes, []);
}
