import { holdsSeveralCards, type OpenBook } from "../open-book";
import type { Issue } from "../outcome";
import { schema, tableIds, type TableId } from "../schema/schema";

/** Without these there are no figures. */
const essential: ReadonlySet<TableId> = new Set([
  "accounts",
  "purchases",
  "interactions",
  "settings",
  "criteria",
]);

export interface BookIssues {
  /** What the figures cannot do without is missing (WB6). */
  readonly damage: readonly Issue[];
  /** What is missing without harm to the figures. */
  readonly notes: readonly Issue[];
}

/** Refuses two cards in one workbook: no figure could be told to belong to either. */
export function severalCards(book: OpenBook): Issue | null {
  if (!holdsSeveralCards(book)) return null;
  const sheetOf = (id: "accounts" | "settings") => book.tables.get(id)?.facts.sheet ?? "";
  const rivalOf = (id: "accounts" | "settings") => book.rivals.get(id)?.[0]?.facts.sheet ?? "";
  return {
    code: "severalCards",
    values: {
      accounts: sheetOf("accounts"),
      settings: sheetOf("settings"),
      otherAccounts: rivalOf("accounts"),
      otherSettings: rivalOf("settings"),
    },
  };
}

/** Tables and columns that should be here and are not, and tables that are here twice, by name (WB6). */
export function bookIssues(book: OpenBook): BookIssues {
  const several = severalCards(book);
  if (several) return { damage: [several], notes: [] };
  const damage: Issue[] = [];
  const notes: Issue[] = [];
  for (const id of tableIds) {
    const found = book.tables.get(id);
    if (!found) {
      if (schema[id].optional) continue;
      const issue = { code: "tableMissing", values: { sheet: schema[id].sheet[book.language] } };
      (essential.has(id) ? damage : notes).push(issue);
      continue;
    }
    for (const rival of book.rivals.get(id) ?? []) {
      damage.push({ code: "tableTwice", values: { sheet: found.facts.sheet, other: rival.facts.sheet } });
    }
    for (const column of found.missing) {
      const values = { sheet: found.facts.sheet, column: column.header[book.language] };
      const issue = { code: "columnMissing", values };
      (column.required && essential.has(id) ? damage : notes).push(issue);
    }
  }
  return { damage, notes };
}
