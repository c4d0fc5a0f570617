import type { RangeThemeStyle } from "@univerjs/sheets";
import { createHeadlessBook } from "../../../workbench/book/boot-headless";
import { storeOf } from "../../../workbench/book/snapshot";
import { tableLook } from "../../../workbench/book/tables/table-look";
import { at, put } from "./spot";

const table = {
  style: "TableStyleMedium2",
  showHeaders: true,
  showBandedRows: true,
  showBandedColumns: false,
  highlightFirstColumn: false,
  highlightLastColumn: false,
};
/** Fill and text colour of a cell by its place in a table of ten rows and four columns. */
const cell = (look: RangeThemeStyle, row: number, column: number) => {
  const style = look.getStyle(row, column, row === 9, column === 3, false);
  return [style?.bg?.rgb ?? null, style?.cl?.rgb ?? null];
};

describe("tableLook", () => {
  it("[HO95] paints header, bands and columns of Excel's styles", () => {
    const medium = tableLook(table);
    expect(cell(medium, 0, 1)).toEqual(["#4472C4", "#FFFFFF"]);
    expect(cell(medium, 1, 1)).toEqual(["#DAE3F3", null]);
    expect(cell(medium, 2, 1)).toEqual([null, null]);
    expect(medium.getStyle(9, 1, true, false, false)?.bd?.b?.cl).toEqual({ rgb: "#8FAADC" });

    const light = tableLook({ ...table, style: "TableStyleLight1" });
    expect([0, 1, 2].map((row) => cell(light, row, 0))).toEqual([
      [null, "#000000"],
      ["#D9D9D9", "#000000"],
      [null, "#000000"],
    ]);
    const loud = tableLook({ ...table, style: "TableStyleMedium10", highlightFirstColumn: true });
    expect([cell(loud, 1, 0), cell(loud, 1, 1), cell(loud, 2, 1)]).toEqual([
      ["#ED7D31", "#FFFFFF"],
      ["#F8CBAD", null],
      ["#FBE5D6", null],
    ]);
  });

  it("[HO95] bands rows from the first one without a header, and columns instead where asked", () => {
    const bare = tableLook({ ...table, showHeaders: false });
    expect([0, 1].map((row) => cell(bare, row, 1)[0])).toEqual(["#DAE3F3", null]);
    const columns = tableLook({ ...table, showBandedRows: false, showBandedColumns: true });
    expect([0, 1].map((column) => cell(columns, 1, column)[0])).toEqual(["#DAE3F3", null]);
  });

  it("[HO95] a style that does not exist paints nothing", () => {
    for (const style of ["", "TableStyleMedium29", "MyStyle"])
      expect(cell(tableLook({ ...table, style }), 0, 0)).toEqual([null, null]);
  });

  it("[HO95] tables in the book are drawn with it, and again when it changes", async () => {
    const book = await createHeadlessBook();
    const sheet = book.activeSheet;
    put(sheet, "A1", [["A"], [1], [2]]);
    const made = sheet.addTable(at("A1:A3"), true);
    const { worksheet } = storeOf(book).sheetOf(sheet);
    const fill = () => worksheet.getCell(0, 0)?.themeStyle?.bg?.rgb;
    expect(fill()).toBe("#4472C4");
    made.style = "TableStyleMedium7";
    expect(fill()).toBe("#70AD47");
    book.dispose();
  });
});
