import { functionMetadata } from "../../scripts/functions-metadata";
import { registerLiveFigures } from "../../src/functions/live-figures";
import { library } from "../../src/functions/library";
import { exampleFor } from "../../src/taskpane/functions/example-formula";
import type { Catalogue, CatalogueFunction } from "../../src/taskpane/functions/catalogue";
import catalogue from "../../src/taskpane/functions/catalogue/en.json";
import { createLiveCard, type LiveCard } from "../../src/workbook/live-card";
import { LiveFiguresOfCard } from "../../src/workbook/live-figures-of-card";
import type { CellContent } from "../../workbench/book/book";
import type { FunctionMetadata } from "../../workbench/book/functions/function-runtime";
import { pokedOfficeWorkbook, type OfficeWorkbook } from "../support/excel-poke";
import { stillDesk } from "../support/still-desk";
import { valueOf } from "./office-bench";

const { groups }: Catalogue = catalogue;
const examples = groups.flatMap(({ functions }) => functions);

function exampleNamed(id: string): CatalogueFunction {
  const found = examples.find((each) => each.id === id);
  if (!found) throw new Error(`no example of ${id}`);
  return found;
}

describe("an example of the catalogue over the real office.js", () => {
  let office: OfficeWorkbook;
  let card: LiveCard;
  let withdraw = (): void => undefined;

  beforeAll(async () => {
    const metadata = functionMetadata("en", "https://localhost/help") as { functions: FunctionMetadata[] };
    office = await pokedOfficeWorkbook({}, metadata.functions);
    for (const { id, run } of library) CustomFunctions.associate(id, run);
    const desk = stillDesk(office.gateway);
    card = createLiveCard(desk);
    withdraw = registerLiveFigures(new LiveFiguresOfCard(card, desk));
    await card.wake();
    valueOf(await card.setUp({ language: "en", sample: true }));
  }, 120_000);
  afterAll(async () => {
    withdraw();
    await office.close();
  });

  const insert = (id: string, replace = false) => {
    const { state } = card;
    const model = state.kind === "ready" ? state.model : null;
    return card.daily.insertWritten(exampleFor(exampleNamed(id), { model, language: "en" }, null), {
      replace,
    });
  };
  const contentAt = (sheet: string, row: number, column: number, rows: number, columns: number) =>
    office.book.sheetByName(sheet)?.content({ row, column, rows, columns }) ?? [];
  const isWaiting = (cell: CellContent | undefined): boolean =>
    cell === null ||
    cell === undefined ||
    (typeof cell === "object" && "error" in cell && cell.error === "#BUSY!");

  /** What stands there once the function has answered. */
  async function answered(sheet: string, row: number, column: number, rows: number, columns: number) {
    for (let tries = 0; tries < 100; tries += 1) {
      await office.settle();
      if (!isWaiting(contentAt(sheet, row, column, 1, 1)[0]?.[0])) break;
    }
    return contentAt(sheet, row, column, rows, columns);
  }

  it("[FN7] answers where it was inserted what the catalogue shows: a cell, a row, a table", async () => {
    const wanted = ["TIER", "HHI", "PARETO", "WHATIF"];
    for (const [index, id] of wanted.entries()) {
      const column = index * 6;
      await office.poke.select("Sheet1", 2, column);
      expect(valueOf(await insert(id))).toEqual({ address: `${String.fromCharCode(65 + column)}3` });
      const { rows, columns, turned, shown } = exampleNamed(id);
      const cells = await answered("Sheet1", 2, column, rows, columns);
      const lines = turned ? shown[0]?.map((_, line) => shown.map((each) => each[line])) : shown;
      const printed = cells
        .slice(0, lines?.length)
        .map((row) =>
          row.map((cell) => (typeof cell === "number" ? String(Math.round(cell * 1e4) / 1e4) : cell)),
        );
      expect([id, printed]).toEqual([id, lines]);
    }
  });

  it.each([
    ["right of the header of a table", "Accounts", 0, "right"],
    ["right of the body of a table", "Accounts", 3, "right"],
    ["below a table", "Accounts", 92, "first"],
    ["in a header", "Accounts", 0, "first"],
    ["in a row", "Accounts", 5, "first"],
  ] as const)("[WB8] is refused %s, which Excel would make a part of it", async (_, sheet, row, side) => {
    const table = (await office.gateway.survey()).tables.find(({ name }) => name === "Accounts");
    const { headers = [], area } = table ?? {};
    const column = side === "right" ? headers.length : 0;
    await office.poke.select(sheet, row, column);
    expect(await insert("TIER", true)).toMatchObject({ ok: false, issue: { code: "formulaInTable" } });
    const after = (await office.gateway.survey()).tables.find(({ name }) => name === "Accounts");
    expect(after).toMatchObject({ headers, area });
  });

  it("[WB8] is refused where its result would reach into a table, even into blank cells of it", async () => {
    const sheet = office.book.sheetByName("Sheet1");
    if (!sheet) throw new Error("no sheet");
    await office.book.batch("user", () => {
      sheet.enter({ row: 45, column: 0, rows: 1, columns: 2 }, [["'Mine", "'Yours"]]);
      sheet.addTable({ row: 45, column: 0, rows: 4, columns: 2 }, true);
    });
    await office.poke.select("Sheet1", 40, 0);
    expect(await insert("PARETO")).toMatchObject({ ok: false, issue: { code: "spillBlocked" } });
  });
});
