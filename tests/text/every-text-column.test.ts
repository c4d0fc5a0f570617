import fc from "fast-check";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Column } from "../../src/workbook/schema/column";
import { schema, tableIds } from "../../src/workbook/schema/schema";
import type { CellValue } from "../../src/workbook/workbook-gateway";
import type { BookSnapshot } from "../../workbench/book/book-snapshot";
import { bookSnapshot } from "../../workbench/book/snapshot";
import { readXlsx } from "../../workbench/xlsx/read-xlsx";
import { writeXlsx } from "../../workbench/xlsx/write-xlsx";
import { pokedOfficeWorkbook, type OfficeWorkbook } from "../support/excel-poke";
import { kept, naughtyTexts } from "./naughty-texts";

const texts = Object.values(naughtyTexts);

/** Every column that takes what somebody typed, of every table of the schema. */
const columnsOf = (id: (typeof tableIds)[number]): readonly Column[] => {
  const columns: readonly Column[] = schema[id].columns;
  return columns.filter(({ type, list }) => type === "any" || (type === "text" && !list));
};

const textTables = tableIds.filter((id) => columnsOf(id).length > 0);

/** Each text stands once in each column: rows of texts, turned by one from column to column. */
const rowsFor = (columns: readonly Column[]): string[][] =>
  texts.map((_, row) => columns.map((_column, at) => texts[(row + at) % texts.length] ?? ""));

describe("every text column of every table", () => {
  let office: OfficeWorkbook;
  let saved: BookSnapshot;

  beforeAll(async () => {
    office = await pokedOfficeWorkbook();
    const { gateway, book } = office;
    for (const id of textTables) {
      const columns = columnsOf(id).map(({ header }) => ({ header: header.en, width: 80 }));
      const { name } = schema[id];
      const sheet = `T ${name}`;
      await gateway.write([{ kind: "add-sheet", name: sheet }], []);
      const table = { sheet, row: 0, column: 0, name, columns, rows: [] };
      await gateway.write([{ kind: "add-table", ...table }], []);
      const at = (await gateway.survey()).tables.find((one) => one.name === name);
      if (!at) throw new Error(`no table ${name}`);
      const headers = columns.map(({ header }) => header);
      await gateway.write(
        [{ kind: "append-rows", table: name, at, headers, rows: rowsFor(columnsOf(id)) }],
        [],
      );
    }
    await book.settled();
    saved = bookSnapshot(book);
  }, 120_000);
  afterAll(() => office.close());

  it("[WB8] are found in the schema, whatever is added to it", () => {
    expect(textTables.length).toBeGreaterThan(10);
    expect(textTables.flatMap(columnsOf).length).toBeGreaterThan(80);
  });

  it.each(textTables)("[WB8] of %s keep each text as text, and no formula comes of it", async (id) => {
    const [read] = await office.gateway.read([{ kind: "table", table: schema[id].name }]);
    const wanted = rowsFor(columnsOf(id)).map((row) => row.map(kept));
    expect(read?.kind === "table" ? read.rows : null).toEqual(wanted);
    const sheet = office.book.sheetByName(`T ${schema[id].name}`)!;
    const area = { row: 1, column: 0, rows: texts.length, columns: columnsOf(id).length };
    // Without a formula a cell reads back as what it holds.
    expect(sheet.formulas(area)).toEqual(sheet.content(area));
    expect(
      sheet
        .content(area)
        .flat()
        .every((cell) => typeof cell === "string"),
    ).toBe(true);
  });

  const cellsOf = (snapshot: BookSnapshot): Record<string, unknown> =>
    Object.fromEntries(
      snapshot.sheets.flatMap(({ name, cells }) =>
        Object.entries(cells)
          .filter(([, { value }]) => value !== null)
          .map(([place, { value, formula }]) => [
            `${name}!${place}`,
            formula === undefined ? value : { formula },
          ]),
      ),
    );

  it("[WB8] [HO-X1] come back from a saved file as they were", async () => {
    const back = await readXlsx(Buffer.from(await writeXlsx(saved, ["KAM"])));
    expect(different(cellsOf(saved), cellsOf(back))).toEqual([]);
  }, 60_000);

  const soffice = ["/usr/bin/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"].find(
    existsSync,
  );
  // Where LibreOffice is not installed there is nothing to ask; CI installs it.
  (soffice ? it : it.skip)(
    "[WB8] [HO-X6] are texts for another program, too",
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), "texts-"));
      writeFileSync(`${folder}/book.xlsx`, await writeXlsx(saved, ["KAM"]));
      const home = `-env:UserInstallation=file://${folder}/profile`;
      const args = [
        "--headless",
        home,
        "--convert-to",
        "xlsx",
        "--outdir",
        `${folder}/out`,
        `${folder}/book.xlsx`,
      ];
      execFileSync(soffice ?? "soffice", args, { stdio: "ignore" });
      const back = await readXlsx(readFileSync(`${folder}/out/book.xlsx`));
      expect(different(cellsOf(saved), cellsOf(back))).toEqual([]);
    },
    120_000,
  );

  it("[WB8] any text at all stays a text in a cell", async () => {
    const { gateway, book } = office;
    await gateway.write([{ kind: "add-sheet", name: "Any" }], []);
    const character = fc.oneof(fc.string({ unit: "binary", maxLength: 20 }), fc.string({ maxLength: 20 }));
    const start = fc.constantFrom("", "=", "+", "-", "@", "'", "\t", "#", "{{", "$t(");
    const rows = fc
      .sample(fc.tuple(start, character), { numRuns: 300, seed: 7 })
      .map((parts) => [parts.join("")]);
    await gateway.write([{ kind: "write-cells", sheet: "Any", row: 0, column: 0, values: rows }], []);
    const content = book.sheetByName("Any")!.content({ row: 0, column: 0, rows: rows.length, columns: 1 });
    const wanted: CellValue[] = rows.map(([text = ""]) => kept(text));
    expect(content.flat().map((cell) => cell ?? "")).toEqual(wanted);
  });
});

function different(wanted: Record<string, unknown>, found: Record<string, unknown>): unknown[] {
  const short = (value: unknown): unknown =>
    typeof value === "string" ? JSON.stringify(value.slice(0, 60)) : value;
  return Object.keys({ ...wanted, ...found })
    .filter((place) => JSON.stringify(wanted[place]) !== JSON.stringify(found[place]))
    .map((place) => [place, short(wanted[place]), short(found[place])]);
}
