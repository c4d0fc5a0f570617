import { buildCardModel } from "../../src/core/card-model";
import { figureCells } from "../../src/workbook/figure-cells";
import { refreshFigures } from "../../src/workbook/operations/refresh-figures";
import { readCard, type CardSnapshot } from "../../src/workbook/read-card";
import { tableIds } from "../../src/workbook/schema/schema";
import type { Book, BookTable } from "../../workbench/book/book";
import type { BookSnapshot } from "../../workbench/book/book-snapshot";
import { goBack, keep, officeBench, rowsOf, today, valueOf, type OfficeBench } from "./office-bench";

describe("refreshing over the real office.js while a co-author edits the accounts", () => {
  let bench: OfficeBench;
  let start: BookSnapshot;
  /** Figures of each account, undisturbed; without the classes, which depend on how many accounts there are. */
  let undisturbed: ReadonlyMap<string, readonly unknown[]>;

  async function cardOf(): Promise<CardSnapshot> {
    const card = await readCard(bench.office.gateway, "en");
    if (!card) throw new Error("no card");
    return card;
  }

  async function figures(): Promise<Map<string, readonly unknown[]>> {
    const rows = await rowsOf(bench, "accounts");
    return new Map(
      rows.map((row) => {
        const { revenue12, profit12, score, strategicScore, proposedTier } = row;
        const { watch, lastContact, nextVisit, nextReview, completeness } = row;
        const money = [revenue12, profit12, score, strategicScore, proposedTier];
        return [row.id, [...money, watch, lastContact, nextVisit, nextReview, completeness]];
      }),
    );
  }

  const refresh = async (clearFilters = false) =>
    refreshFigures(bench.desk(), await cardOf(), { clearFilters, reread: new Set(tableIds) });

  beforeAll(async () => {
    bench = await officeBench(true);
    start = await keep(bench);
    valueOf(await refresh());
    undisturbed = await figures();
    expect(new Set([...undisturbed.values()].map((one) => JSON.stringify(one))).size).toBeGreaterThan(60);
  }, 120_000);
  afterAll(() => bench.office.close());

  const accountsOf = (book: Book): BookTable => {
    const table = book.table("Accounts");
    if (!table) throw new Error("no Accounts");
    return table;
  };
  const column = (table: BookTable, header: string) => table.columns.findIndex(({ name }) => name === header);

  const sortByName = (book: Book) => {
    const table = accountsOf(book);
    table.sort([{ key: column(table, "Account name"), ascending: false }], false);
  };
  const appendRow = (book: Book) => {
    const { sheet, body } = accountsOf(book);
    const area = { row: body.row + body.rows, column: body.column, rows: 1, columns: 2 };
    sheet.enter(area, [["'ZZNEW", "'A new firm"]]);
  };
  const edits: Readonly<Record<string, (book: Book) => void>> = {
    "sorts by name, descending": sortByName,
    "appends a row": appendRow,
    "deletes a row": (book) => accountsOf(book).deleteRow(3),
    "edits a name": (book) => {
      const table = accountsOf(book);
      const { sheet, body } = table;
      const name = body.column + column(table, "Account name");
      sheet.enter({ row: body.row + 5, column: name, rows: 1, columns: 1 }, [["'Renamed"]]);
    },
    "sorts, deletes and appends": (book) => {
      sortByName(book);
      accountsOf(book).deleteRow(3);
      appendRow(book);
    },
  };

  /** The edit comes after the operation's reading, before the batch that writes. */
  async function refreshDuring(edit: (book: Book) => void, clearFilters = false) {
    const card = await cardOf();
    const { host } = bench.office;
    let batches = 0;
    let edited = false;
    const stop = host.onBatch((entry) => {
      if (entry.kind !== "workbook") return;
      batches += 1;
      if (batches > 1) return;
      host.faults.beforeNextBatch = (book) => {
        edit(book);
        edited = true;
      };
    });
    const outcome = await refreshFigures(bench.desk(), card, { clearFilters, reread: new Set(tableIds) });
    stop();
    expect(edited).toBe(true);
    return outcome;
  }

  /** Nobody carries another one's figures: each row holds what its own account had undisturbed. */
  async function expectOwnFigures(): Promise<void> {
    const now = await figures();
    for (const [id, own] of now) {
      if (undisturbed.has(id)) expect([id, own]).toEqual([id, undisturbed.get(id)]);
      else expect(id).toBe("ZZNEW");
    }
    expect(now.size).toBeGreaterThanOrEqual(90);
    const { results, records, book } = await cardOf();
    const table = results.get("accounts");
    if (!table) throw new Error("no accounts");
    const columns = figureCells(buildCardModel(records, today), table, book.dialect);
    expect(columns.filter(({ differs }) => differs).map(({ header }) => header)).toEqual([]);
  }

  it.each(Object.entries(edits))(
    "[WB14] every account keeps its own figures while one %s",
    async (_, edit) => {
      await goBack(bench, start);
      valueOf(await refreshDuring(edit));
      await expectOwnFigures();
    },
    60_000,
  );

  it("[WB14] with a totals row as well", async () => {
    await goBack(bench, start);
    await bench.office.poke.totals("Accounts", true);
    valueOf(await refreshDuring(sortByName));
    await expectOwnFigures();
  }, 60_000);

  it("[WB14] with hidden columns as well", async () => {
    await goBack(bench, start);
    const { book } = bench.office;
    await book.batch("user", () => accountsOf(book).sheet.setColumnHidden(1, 6, true));
    valueOf(await refreshDuring(sortByName));
    await expectOwnFigures();
    expect(accountsOf(book).sheet.columnHidden(2)).toBe(true);
  }, 60_000);

  it("[WB14] with an active filter as well, which is on again afterwards", async () => {
    await goBack(bench, start);
    await bench.office.poke.filter("Accounts", "Region", ["Germany"]);
    const shown = (await bench.office.poke.visibleRows("Accounts")).length;
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(91);
    valueOf(await refreshDuring(sortByName, true));
    await expectOwnFigures();
    expect(await bench.office.poke.visibleRows("Accounts")).toHaveLength(shown);
  }, 60_000);
});
