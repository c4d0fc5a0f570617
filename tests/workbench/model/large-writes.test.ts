import { SetRangeValuesMutation } from "@univerjs/sheets";
import { storeOf } from "../../../workbench/book/snapshot";
import { openExcelPage, type ExcelPage } from "./excel-page";

describe("writing much through office.js", () => {
  let page: ExcelPage;
  let mutations = 0;
  beforeAll(async () => {
    page = await openExcelPage();
    storeOf(page.book).engine.onMutation(({ id }, { fromFormula }) => {
      if (id === SetRangeValuesMutation.id && !fromFormula) mutations++;
    });
  });
  beforeEach(() => {
    mutations = 0;
  });
  afterAll(() => page.close());

  const texts = async (context: Excel.RequestContext, range: Excel.Range) => {
    range.load("text");
    await context.sync();
    return range.text;
  };

  it("[HO51] puts 24,000 cells, which the library sends in chunks, and their formats in one mutation", async () => {
    await page.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:L2000");
      for (let index = 0; index < 12; index++) {
        const column = range.getColumn(index);
        column.format.columnWidth = 90;
        column.format.horizontalAlignment = "Right";
        Object.assign(column, { numberFormat: "0.00" });
        column.dataValidation.rule = { decimal: { formula1: 0, operator: "GreaterThan" } };
      }
      const line = range.format.borders.getItem("InsideHorizontal");
      line.style = "Continuous";
      line.color = "#D9D9D9";
      range.values = Array.from({ length: 2000 }, (_, row) => Array.from({ length: 12 }, (_c, c) => row + c));
      range.format.fill.color = "#FFFFEE";
      await context.sync();
      expect(mutations).toBe(1);
      const last = sheet.getRange("L2000");
      last.load("format/fill/color");
      expect(await texts(context, last)).toEqual([["2010.00"]]);
      expect(last.format.fill.color).toBe("#FFFFEE");
    });
  });

  it("[HO51] copies a row of formats over 500 rows in one mutation", async () => {
    await page.onSheet(async (sheet, context) => {
      const row = sheet.getRange("A1:C1");
      row.values = [[1, 2, 3]];
      row.numberFormat = [["0.0", "0%", "0"]];
      await context.sync();
      mutations = 0;
      sheet.getRange("A2:C501").copyFrom(row, "Formats");
      await context.sync();
      expect(mutations).toBe(1);
      sheet.getRange("A501:C501").values = [[1, 2, 3]];
      expect(await texts(context, sheet.getRange("A501:C501"))).toEqual([["1.0", "200%", "3"]]);
    });
  });

  it("[HO51] lets a table grow by rows that one batch writes column by column", async () => {
    await page.onSheet(async (sheet, context) => {
      sheet.getRange("A1:C2").values = [
        ["a", "b", "c"],
        [1, 2, 3],
      ];
      const table = sheet.tables.add("A1:C2", true);
      await context.sync();
      mutations = 0;
      const below = [0, 1, 2].map((index) =>
        table.columns.getItemAt(index).getDataBodyRange().getRowsBelow(300),
      );
      for (const range of below) range.values = Array.from({ length: 300 }, (_, row) => [row]);
      table.rows.load("count");
      await context.sync();
      expect(mutations).toBe(1);
      expect(table.rows.count).toBe(301);
    });
  });
});
