import type { Page } from "playwright-core";
import type { CellContent } from "../../../workbench/book/book";

export type Row = Readonly<Record<string, CellContent>>;

/** What stands in the workbook, past the window that shows it. Tables come as text: cell by cell takes seconds. */
export class Workbook {
  constructor(private readonly page: Page) {}

  sheetNames(): Promise<string[]> {
    return this.page.evaluate(() => window.workbench.book.sheets().map(({ name }) => name));
  }

  /** Rows of a table by header; none when there is no such table. */
  async rows(table: string): Promise<Row[]> {
    const text = await this.page.evaluate((name) => {
      const found = window.workbench.book.table(name);
      if (!found) return "[]";
      const { sheet, body, columns } = found;
      return JSON.stringify(
        sheet
          .content(body)
          .map((cells) =>
            Object.fromEntries(columns.map((column, index) => [column.name, cells[index] ?? null])),
          ),
      );
    }, table);
    return JSON.parse(text) as Row[];
  }

  headers(table: string): Promise<string[]> {
    return this.page.evaluate((name) => {
      const found = window.workbench.book.table(name);
      return found ? found.columns.map((column) => column.name) : [];
    }, table);
  }

  /** Latin words in the rows of these tables: data, in whatever language it is. */
  words(tables: readonly string[]): Promise<string[]> {
    return this.page.evaluate((names) => {
      const words = new Set<string>();
      for (const name of names) {
        const found = window.workbench.book.table(name);
        for (const cell of found?.sheet.content(found.body).flat() ?? [])
          for (const word of typeof cell === "string" ? (cell.match(/[A-Za-z]{3,}/g) ?? []) : [])
            words.add(word);
      }
      return [...words];
    }, tables);
  }

  /** The bytes of the workbook as .xlsx. */
  async saved(): Promise<Uint8Array> {
    return new Uint8Array(Buffer.from(await this.page.evaluate(() => window.workbench.saveXlsx()), "base64"));
  }

  /** Everything on the sheet of a table, also below and beside it, as text to compare. */
  cellsOf(table: string): Promise<string> {
    return this.page.evaluate((name) => {
      const { sheet } = window.workbench.book.table(name)!;
      return JSON.stringify(sheet.content(sheet.usedRect(true)!));
    }, table);
  }

  /** Every formula of a sheet. */
  formulasOf(sheet: string): Promise<string[]> {
    return this.page.evaluate((name) => {
      const found = window.workbench.book.sheetByName(name)!;
      const used = found.usedRect(false)!;
      return found
        .formulas(used)
        .flat()
        .flatMap((cell) => (typeof cell === "string" && cell.startsWith("=") ? [cell] : []));
    }, sheet);
  }

  /** The column of a table, counted from A = 0, and its body. */
  place(
    table: string,
    header: string,
  ): Promise<{ sheet: string; row: number; column: number; rows: number }> {
    return this.page.evaluate(
      ([name, title]) => {
        const found = window.workbench.book.table(name)!;
        const index = found.columns.findIndex((column) => column.name === title);
        if (index < 0) throw new Error(`${name} has no column ${title}`);
        const { body, sheet } = found;
        return { sheet: sheet.name, row: body.row, column: body.column + index, rows: body.rows };
      },
      [table, header] as const,
    );
  }

  content(sheet: string, row: number, column: number, rows = 1, columns = 1): Promise<CellContent[][]> {
    return this.page.evaluate(([name, rect]) => window.workbench.book.sheetByName(name)!.content(rect), [
      sheet,
      { row, column, rows, columns },
    ] as const);
  }

  texts(sheet: string, row: number, column: number, rows = 1, columns = 1): Promise<string[][]> {
    return this.page.evaluate(([name, rect]) => window.workbench.book.sheetByName(name)!.texts(rect), [
      sheet,
      { row, column, rows, columns },
    ] as const);
  }

  /** The whole workbook as text, to compare before and after. */
  asText(): Promise<string> {
    return this.page.evaluate(() => {
      const { sheets, names } = window.workbench.snapshot();
      return JSON.stringify({ sheets, names });
    });
  }

  /** Round trips to the host so far, without clean-ups. */
  roundTrips(): Promise<number> {
    return this.page.evaluate(() => window.workbench.host.roundTrips());
  }

  /**
   * Round trips from now to the last batch that writes. An operation reads first and verifies within the batch that
   * writes; what the card reads afterwards to follow the workbook is not part of it.
   */
  async countWriting(act: () => Promise<unknown>): Promise<number> {
    await this.quiet();
    await this.page.evaluate(() => {
      const trips: boolean[] = [];
      const stop = window.workbench.host.onBatch(({ kind, actions }) => {
        if (kind === "workbook")
          trips.push(actions.some((action) => /\.Set |Add$|Delete$|CopyFrom$/.test(action)));
      });
      Object.assign(window, { stopCounting: () => (stop(), trips) });
    });
    await act();
    const trips = await this.page.evaluate(() =>
      (window as unknown as { stopCounting(): boolean[] }).stopCounting(),
    );
    return trips.lastIndexOf(true) + 1;
  }

  /** Waits until the add-in has asked the host for nothing during this many milliseconds. */
  async quiet(milliseconds = 400): Promise<void> {
    for (let before = -1; ;) {
      const now = await this.roundTrips();
      if (now === before) return;
      before = now;
      await this.page.waitForTimeout(milliseconds);
    }
  }
}
