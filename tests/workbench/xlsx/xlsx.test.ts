import { readXlsx } from "../../../workbench/xlsx/read-xlsx";
import { writeXlsx } from "../../../workbench/xlsx/write-xlsx";
import type { BookSnapshot } from "../../../workbench/book/book-snapshot";
import { snapshot } from "./sample-snapshot";

let bytes: Uint8Array;
let read: BookSnapshot;
beforeAll(async () => {
  bytes = await writeXlsx(snapshot, ["FIX"]);
  read = await readXlsx(bytes);
});

const first = () => read.sheets[0]!;
const original = () => snapshot.sheets[0]!;

describe("writeXlsx and readXlsx", () => {
  it("[HO-X1] keep values, formulas, spills and errors", () => {
    const plain = (cells: BookSnapshot["sheets"][number]["cells"]) =>
      Object.fromEntries(Object.entries(cells).map(([key, { value, formula }]) => [key, { value, formula }]));
    const { cells } = first();
    expect(plain(cells)["7,0"]).toEqual({ value: "important", formula: '=FIX.TIER(A4,"FIX.X(")' });
    expect(plain(cells)["7,3"]).toEqual({ value: 12.5, formula: "=XLOOKUP(A4,A4:A5,B4:B5)" });
    expect(plain(cells)["3,2"]).toEqual({ value: 25, formula: "=Orders[[#This Row],[Amount, $]]*2" });
    expect(plain(cells)["5,1"]).toEqual(plain(original().cells)["5,1"]);
    expect(cells["7,2"]?.spill).toEqual({ rows: 2, columns: 1 });
    expect(cells["8,2"]).toMatchObject({ value: 2, spilled: true });
    for (const key of ["0,0", "1,0", "3,0", "3,1", "3,3", "4,1", "5,0", "7,1", "8,3"])
      expect([key, plain(cells)[key]]).toEqual([key, plain(original().cells)[key]]);
  });

  it("[HO-X2] keep styles, a leading apostrophe and half points included", () => {
    for (const key of ["0,0", "1,0", "3,1", "3,3"]) {
      const style = first().styles[first().cells[key]?.style ?? -1];
      expect([key, style]).toEqual([key, original().styles[original().cells[key]?.style ?? -1]]);
    }
  });

  it("[HO-X3] keep tables with their totals row, rules, validation and names", () => {
    const table = original().tables[0]!;
    expect(first().tables[0]).toMatchObject({
      ...table,
      columns: expect.anything(),
      filters: expect.anything(),
    });
    expect(
      first().tables[0]?.columns.map(({ name, totalsLabel, totalsFunction }) => [
        name,
        totalsLabel,
        totalsFunction,
      ]),
    ).toEqual(
      table.columns.map(({ name, totalsLabel, totalsFunction }) => [name, totalsLabel, totalsFunction]),
    );
    expect(first().conditionalFormats).toEqual(original().conditionalFormats);
    expect(first().validations).toEqual(original().validations);
    expect(read.names.sort((a, b) => a.name.localeCompare(b.name))).toEqual(
      [...snapshot.names].sort((a, b) => a.name.localeCompare(b.name)),
    );
  });

  it("[HO-X4] keep sheets, widths, heights, freeze, merges and the page", () => {
    const { page, frozen, merges, tabColor, showGridlines, visibility, name } = first();
    const wanted = original();
    expect({ frozen, merges, tabColor, showGridlines, visibility, name }).toEqual({
      frozen: wanted.frozen,
      merges: wanted.merges,
      tabColor: wanted.tabColor,
      showGridlines: wanted.showGridlines,
      visibility: wanted.visibility,
      name: wanted.name,
    });
    expect(page).toEqual(wanted.page);
    expect(first().columnWidths["0"]).toBeCloseTo(120, 3);
    expect(first().rowHeights["0"]).toBe(26);
    expect(first().hiddenColumns).toEqual([5]);
    expect(read.sheets.map((sheet) => sheet.visibility)).toEqual(["Visible", "Hidden"]);
  });
});
