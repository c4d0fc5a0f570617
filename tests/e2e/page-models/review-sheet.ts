import type { Page } from "playwright-core";
import type { Grid } from "./grid";
import type { Words } from "./words";

type Heading = keyof Words["headings"];

/** Where a generated review sheet has its headings and its accounts. */
export interface ReviewSheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly headingRow: number;
  /** Row of every listed account. */
  readonly rows: ReadonlyMap<string, number>;
}

/** Finds headings by their text and accounts by their id, as they stand on the sheet. */
export async function readReviewSheet(page: Page, title: RegExp, words: Words): Promise<ReviewSheet> {
  const found = await page.evaluate(
    ([source, decision]) => {
      const { book } = window.workbench;
      const sheet = book.sheets().find(({ name }) => new RegExp(source).test(name));
      const used = sheet?.usedRect(true);
      if (!sheet || !used) throw new Error(`There is no sheet ${source}.`);
      const texts = sheet.texts({
        row: 0,
        column: 0,
        rows: used.row + used.rows,
        columns: used.column + used.columns,
      });
      const accounts = new Set(
        book
          .table("Accounts")!
          .sheet.content(book.table("Accounts")!.body)
          .map(([id]) => String(id)),
      );
      // The group above the headings may carry the same word; the headings stand right above the first account.
      const first = texts.findIndex((row) => row.some((text) => accounts.has(text)));
      const headingRow = texts
        .slice(0, first)
        .map((row) => row.includes(decision))
        .lastIndexOf(true);
      const rows = texts.flatMap((row, index) => {
        const id = index > headingRow ? row.find((text) => accounts.has(text)) : undefined;
        return id === undefined ? [] : [[id, index] as const];
      });
      return { name: sheet.name, headings: texts[headingRow] ?? [], headingRow, rows };
    },
    [title.source, words.headings.decision] as const,
  );
  return { ...found, rows: new Map(found.rows) };
}

export function columnOf(sheet: ReviewSheet, words: Words, heading: Heading): number {
  const column = sheet.headings.indexOf(words.headings[heading]);
  if (column < 0) throw new Error(`${sheet.name} has no column ${words.headings[heading]}`);
  return column;
}

/** Types decision, reason and, where it is asked, approver into the row of an account. */
export async function decide(
  grid: Grid,
  sheet: ReviewSheet,
  words: Words,
  account: string,
  entries: Partial<Record<Heading, string>>,
): Promise<void> {
  const row = sheet.rows.get(account);
  if (row === undefined) throw new Error(`${account} is not on ${sheet.name}`);
  for (const heading of Object.keys(entries) as Heading[]) {
    const text = entries[heading];
    if (text) await grid.enterAt(sheet.name, row, columnOf(sheet, words, heading), text);
  }
}
