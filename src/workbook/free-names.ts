import type { WorkbookSurvey } from "./workbook-gateway";

/** Names not yet taken in this workbook; each name given out is taken from then on (WB9). */
export class FreeNames {
  private readonly sheets: Set<string>;
  private readonly tables: Set<string>;

  constructor(survey: WorkbookSurvey) {
    this.sheets = new Set(survey.sheets.map((sheet) => sheet.name.toLowerCase()));
    const scoped = survey.sheets.flatMap((sheet) => sheet.names.map(({ name }) => name));
    this.tables = new Set(
      [...survey.tables.map(({ name }) => name), ...survey.names, ...scoped].map((name) =>
        name.toLowerCase(),
      ),
    );
  }

  /** `Accounts`, else `Accounts (2)` … */
  sheet(name: string): string {
    return take(this.sheets, name, (count) => `${name} (${count})`);
  }

  /** `Accounts`, else `Accounts_2` …; tables share their names with defined names. */
  table(name: string): string {
    return take(this.tables, name, (count) => `${name}_${count}`);
  }
}

function take(taken: Set<string>, name: string, variant: (count: number) => string): string {
  let free = name;
  for (let count = 2; taken.has(free.toLowerCase()); count += 1) free = variant(count);
  taken.add(free.toLowerCase());
  return free;
}
