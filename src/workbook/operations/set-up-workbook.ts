import type { Language } from "../../core/units";
import { Labels } from "../codec/labels";
import type { Desk } from "../desk";
import { FreeNames } from "../free-names";
import type { NewTable } from "../new-table";
import { holdsCard } from "../open-book";
import { findTables } from "../schema/find-tables";
import type { TableId } from "../schema/schema";
import { expandSample } from "../sample/expand-sample";
import { loadSample } from "../sample/load-sample";
import { WorkbookError } from "../workbook-error";
import type { ReadResult, Write } from "../workbook-gateway";
import type { Outcome } from "../outcome";
import { done, failed, issueOfNothing, refusable } from "./failure";
import { startingTables } from "./starting-tables";

export interface SetUpChoice {
  readonly language: Language;
  readonly sample: boolean;
}

/**
 * Makes the card in an empty or used workbook: the sheets of the tables that are needed from the start,
 * after the person's own, which stay as they are (WB9, WB10). What was added is removed again when it
 * fails or is cancelled. Comes back with the names of the new sheets.
 */
export function setUpWorkbook(
  desk: Desk,
  choice: SetUpChoice,
): Promise<Outcome<{ sheets: readonly string[] }>> {
  return refusable("action", async () => {
    const survey = await desk.gateway.survey();
    if (survey.readOnly) throw new WorkbookError("read-only", null);
    if (survey.structureLocked) return failed("structureLocked");
    const present = findTables(survey);
    if (holdsCard(present)) {
      const sheets = [...present.values()].map((found) => found.facts.sheet);
      return failed("cardIsThere", { sheets: sheets.join(", ") });
    }
    const sample = choice.sample ? expandSample(await loadSample(), choice.language, desk.now()) : null;
    const dialect = { labels: new Labels(choice.language), date1904: survey.date1904 };
    const make = startingTables(choice.language, sample, dialect, new FreeNames(survey));
    return writeTables(desk, fromTheStart.map(make));
  });
}

/** In the order people will see their sheets. */
const fromTheStart = [
  "accounts",
  "contacts",
  "purchases",
  "interactions",
  "settings",
  "criteria",
  "cadence",
  "lists",
] as const satisfies readonly TableId[];

/** Large tables go alone, so that progress is true and Cancel is heard between them. */
function batches(tables: readonly NewTable[]): readonly (readonly NewTable[])[] {
  const large = tables.filter((table) => table.rowCount > 500);
  const small = tables.filter((table) => table.rowCount <= 500);
  return [small, ...large.map((table) => [table])].filter((batch) => batch.length > 0);
}

async function writeTables(
  desk: Desk,
  tables: readonly NewTable[],
): Promise<Outcome<{ sheets: readonly string[] }>> {
  const sheets = tables.map((table) => table.sheet);
  const total = tables.reduce((sum, table) => sum + table.rowCount, 0);
  // All sheets first, in the order people will see them; the tables follow.
  const adding = tables.flatMap(({ writes }) => writes.filter((write) => write.kind === "add-sheet"));
  let rows = 0;
  let first: readonly Write[] = adding;
  try {
    for (const batch of batches(tables)) {
      const [table] = batch;
      desk.progress({ step: table && batch.length === 1 ? table.id : "settings", done: rows, total });
      const writes = batch.flatMap((one) => one.writes.filter((write) => write.kind !== "add-sheet"));
      const results = await desk.gateway.write(
        [...first, ...writes],
        batch.map((one) => ({ kind: "table", table: one.table, columns: [] })),
      );
      first = [];
      const lost = batch.find((one, index) => !holds(results[index], one.rowCount));
      if (lost) return await takeBack(desk, sheets, failed("swallowed", { sheet: lost.sheet }));
      rows += batch.reduce((sum, one) => sum + one.rowCount, 0);
      if (desk.signal?.aborted) return await takeBack(desk, sheets, failed("cancelledSetUp"));
    }
    desk.progress({ step: "settings", done: total, total });
    await desk.gateway.write([{ kind: "activate-sheet", sheet: sheets[0] ?? "" }], []);
    return done({ sheets });
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    return takeBack(desk, sheets, { ok: false, issue: issueOfNothing(error, "action") });
  }
}

const holds = (result: ReadResult | undefined, rowCount: number): boolean =>
  result?.kind === "table" && result.facts.rowCount === rowCount;

/** Removes the sheets that were added, found anew: the failed batch may have made some of them. */
async function takeBack(
  desk: Desk,
  sheets: readonly string[],
  outcome: Outcome<{ sheets: readonly string[] }>,
): Promise<Outcome<{ sheets: readonly string[] }>> {
  let left: readonly string[] = sheets;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const survey = await desk.gateway.survey();
      left = survey.sheets.map((sheet) => sheet.name).filter((name) => sheets.includes(name));
      if (left.length === 0) return outcome;
      await desk.gateway.write(
        left.map((sheet) => ({ kind: "delete-sheet", sheet })),
        [],
      );
      return outcome;
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
    }
  }
  return failed("setUpLeftSheets", { sheets: left.join(", ") });
}
