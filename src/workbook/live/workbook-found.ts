import { languages, type Language } from "../../core/units";
import type { WorkbookFound } from "../card";
import { FreeNames } from "../free-names";
import { schema, tableIds } from "../schema/schema";
import type { WorkbookSurvey } from "../workbook-gateway";

/** Sheets the card would add under another name, because theirs is taken. */
function renamedSheets(survey: WorkbookSurvey, language: Language): WorkbookFound["renamed"][Language] {
  const names = new FreeNames(survey);
  return tableIds
    .filter((id) => !schema[id].optional)
    .map((id) => schema[id].sheet[language])
    .map((wanted) => ({ wanted, name: names.sheet(wanted) }))
    .filter(({ wanted, name }) => wanted !== name);
}

/** What set-up finds in a workbook that people work in, and leaves alone (WB9). */
export function workbookFound(survey: WorkbookSurvey): WorkbookFound {
  const visible = survey.sheets.filter(({ hidden }) => !hidden);
  const renamed = languages.map((language) => [language, renamedSheets(survey, language)]);
  return {
    sheets: visible.map(({ name }) => name),
    hidden: survey.sheets.length - visible.length,
    tables: survey.tables.length,
    structureLocked: survey.structureLocked ?? false,
    renamed: Object.fromEntries(renamed) as WorkbookFound["renamed"],
  };
}
