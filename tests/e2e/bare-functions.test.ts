import { eventually } from "./eventually";
import { expectedTiers } from "./expected-tiers";
import { ExcelWindow } from "./page-models/excel-window";
import type { Row } from "./page-models/workbook";
import { english as words } from "./page-models/words";

const tiers = new Map([...expectedTiers()].map(([id, { tier }]) => [id, words.tiers[tier as "general"]]));

/** Twenty accounts whose tiers change from row to row, so that a cell on the wrong row is seen. */
function twentyAccounts(): string[] {
  const byTier = Object.values(words.tiers).map((tier) =>
    [...tiers].filter(([, one]) => one === tier).map(([id]) => id),
  );
  return Array.from({ length: 20 }, (_, index) => byTier[index % 3]![Math.floor(index / 3)]!);
}

interface Wrong {
  readonly account: string;
  readonly shown: string;
}

/** Looks at the table at every event of the workbook and in every frame; what stood beside the wrong account. */
class Watch {
  private constructor(private readonly excel: ExcelWindow) {}

  static async start(excel: ExcelWindow, table: string): Promise<Watch> {
    await excel.page.evaluate(
      ([name, expected]) => {
        const { book } = window.workbench;
        const right = new Map<string, string>(expected);
        const labels = new Set<string>(expected.map(([, tier]) => tier));
        const seen = { looks: 0, shown: 0, wrong: [] as { account: string; shown: string }[], stop: false };
        const look = () => {
          const found = book.table(name);
          if (!found) return;
          seen.looks += 1;
          for (const [account, shown] of found.sheet.content(found.body)) {
            if (typeof shown !== "string" || !labels.has(shown)) continue;
            seen.shown += 1;
            if (right.get(String(account)) !== shown) seen.wrong.push({ account: String(account), shown });
          }
        };
        const off = book.on(look);
        const frame = () => {
          if (seen.stop) return off();
          look();
          requestAnimationFrame(frame);
        };
        frame();
        Object.assign(window, { bareWatch: seen });
      },
      [table, [...tiers]] as const,
    );
    return new Watch(excel);
  }

  stop(): Promise<{ looks: number; shown: number; wrong: Wrong[] }> {
    return this.excel.page.evaluate(() => {
      const { bareWatch } = window as unknown as {
        bareWatch: { looks: number; shown: number; wrong: Wrong[]; stop: boolean };
      };
      bareWatch.stop = true;
      return bareWatch;
    });
  }
}

describe("twenty bare =KAM.TIER() beside accounts", () => {
  let excel: ExcelWindow;
  beforeAll(async () => {
    excel = await ExcelWindow.open({ flavour: "win32", locale: "en-US" });
    await excel.pane.setUpWithSample(words, "Ann Lee");
  }, 60_000);
  afterAll(() => excel.close());

  const table = (name: string, accounts: readonly string[]) =>
    excel.page.evaluate(
      async ([title, ids]) => {
        const { book } = window.workbench;
        await book.batch("user", () => {
          const sheet = book.addSheet(title);
          sheet.enter({ row: 2, column: 1, rows: ids.length + 1, columns: 2 }, [
            ["Account ID", "Class"],
            ...ids.map((id) => [id, ""]),
          ]);
          sheet.addTable({ row: 2, column: 1, rows: ids.length + 1, columns: 2 }, true, title);
          book.activeSheet = sheet;
        });
        await book.settled();
      },
      [name, accounts] as const,
    );

  it.each([
    [false, false],
    [false, true],
    [true, false],
    [true, true],
  ])(
    "[FN2] shared streams %s, a move does not ask again %s: sorted, inserted, deleted, filtered, never another account's tier",
    async (shared, still) => {
      const { grid, page, ribbon, workbook } = excel;
      const name = `Bare${Number(shared)}${Number(still)}`;
      await page.evaluate(
        ([streams, moves]) => {
          Object.assign(window.workbench.host.faults, { sharedStreams: streams, moveDoesNotReinvoke: moves });
        },
        [shared, still] as const,
      );
      await table(name, twentyAccounts());
      const watch = await Watch.start(excel, name);
      await grid.enterAt(name, 3, 2, "=KAM.TIER()");
      const cells = () => workbook.rows(name);
      const settled = (rows: Awaited<ReturnType<typeof cells>>) =>
        rows.every(({ Class: shown }) => shown !== null && JSON.stringify(shown) !== '{"error":"#BUSY!"}');
      // Where streams are shared, cells may wait for an answer that never comes.
      const patience = shared ? 1500 : 10_000;
      const first = await eventually(cells, settled, patience);
      expect(first).toHaveLength(20);
      if (!shared)
        expect(first.every((row) => tiers.get(String(row["Account ID"])) === row["Class"])).toBe(true);

      await grid.goToCell(name, 5, 1);
      await ribbon.press("Sort descending");
      await eventually(cells, settled, Math.min(patience, 3000));
      expect((await cells())[0]!["Account ID"]).toBe([...twentyAccounts()].sort().at(-1));
      await grid.goToCell(name, 6, 1);
      await ribbon.press("Insert row");
      await workbook.quiet();
      await grid.goToCell(name, 10, 1);
      await ribbon.press("Delete row");
      await workbook.quiet();
      await page.evaluate(async (title) => {
        const { book } = window.workbench;
        const [, second, , fourth] = book.table(title)!.sheet.content(book.table(title)!.body);
        const values = [second, fourth].map((row) => String(row?.[0]));
        await book.batch("user", () => book.table(title)!.filter(0, { filterOn: "Values", values }));
        await book.batch("user", () => book.table(title)!.filter(0, null));
      }, name);
      await grid.goToCell(name, 5, 1);
      await ribbon.press("Sort ascending");
      await workbook.quiet();
      await ribbon.press("Refresh");
      const isRight = ({ "Account ID": id, Class: shown }: Row) =>
        id === null || tiers.get(String(id)) === shown;
      const last = await eventually(cells, (rows) => rows.every(isRight), patience);
      const seen = await watch.stop();
      expect(seen.wrong).toEqual([]);
      expect(seen.looks).toBeGreaterThan(50);
      if (!shared) {
        expect(seen.shown).toBeGreaterThan(100);
        expect(last.filter((row) => !isRight(row))).toEqual([]);
      }
      // Whoever shares streams hands an old answer to a new cell before anybody is asked: start afresh.
      await page.evaluate(async (title) => {
        const { book } = window.workbench;
        await book.batch("user", () => book.deleteSheet(book.sheetByName(title)!));
      }, name);
      await workbook.quiet();
    },
    60_000,
  );

  it("[FN2] no script failed meanwhile", () => {
    expect(excel.errors).toEqual([]);
  });
});
