import type { Language } from "../../core/units";
import { Labels } from "../codec/labels";
import type { Desk } from "../desk";
import { FreeNames } from "../free-names";
import { holdsCard } from "../open-book";
import { findTables } from "../schema/find-tables";
import type { TableId } from "../schema/schema";
import { expandSample } from "../sample/expand-sample";
import { loadSample } from "../sample/load-sample";
import { WorkbookError } from "../workbook-error";
import type { Outcome } from "../outcome";
import { done, failed, refusable } from "./failure";
import { makeSheets } from "./make-sheets";
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
    const tables = fromTheStart.map(make);
    const unmade = await makeSheets(desk, tables, "setUp");
    if (!unmade) return done({ sheets: tables.map(({ sheet }) => sheet) });
    const { why, left } = unmade;
    if (left.length > 0) return failed("setUpLeftSheets", { sheets: left.join(", ") });
    return why ? { ok: false, issue: why } : failed("cancelledSetUp");
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
