import { openExcelPage, type ExcelPage } from "./excel-page";

describe("contents of ranges", () => {
  let page: ExcelPage;
  beforeAll(async () => {
    page = await openExcelPage();
  });
  afterAll(() => page.close());

  it("[HO20] writes and reads values, texts, types and formulas", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const range = sheet.getRange("B2:D3");
      range.values = [
        ["text", 12.5, true],
        ["=C2*2", "", "'007"],
      ];
      range.load("values,valueTypes,formulas,text,address,cellCount,rowIndex,columnCount");
      await context.sync();
      return range.toJSON();
    });
    expect(got).toMatchObject({
      address: expect.stringMatching(/^'Test \d+'!B2:D3$/),
      cellCount: 6,
      rowIndex: 1,
      columnCount: 3,
      values: [
        ["text", 12.5, true],
        [25, "", "007"],
      ],
      valueTypes: [
        ["String", "Double", "Boolean"],
        ["Double", "Empty", "String"],
      ],
      formulas: [
        ["text", 12.5, true],
        ["=C2*2", "", "007"],
      ],
      text: [
        ["text", "12.5", "TRUE"],
        ["25", "", "007"],
      ],
    });
  });

  it("[HO20] leaves cells alone that are written as null and clears those written as empty text", async () => {
    const values = await page.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:C1");
      range.values = [["a", "b", "c"]];
      range.values = [[null as unknown as string, "", "z"]];
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([["a", "", "z"]]);
  });

  it("[HO20] fills every cell with a single value", async () => {
    const values = await page.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B2");
      (range as { values: unknown }).values = 7;
      range.load("values");
      await context.sync();
      return range.values;
    });
    expect(values).toEqual([
      [7, 7],
      [7, 7],
    ]);
  });

  it("[HO20] refuses arrays of another size, small and large", async () => {
    const small = await page.codeOnSheet(async (sheet, context) => {
      sheet.getRange("A1:B2").values = [["only one row", 1]];
      await context.sync();
    });
    const large = await page.codeOnSheet(async (sheet, context) => {
      sheet.getRange("A1:C1000").values = Array.from({ length: 1000 }, () => [1, 2]);
      await context.sync();
    });
    expect([small, large]).toEqual(["InvalidArgument", "InvalidArgument"]);
  });

  it("[HO20] takes large arrays in the client's chunks and reads them back whole", async () => {
    const rows = 20_000;
    const last = await page.onSheet(async (sheet, context) => {
      const range = sheet.getRangeByIndexes(0, 0, rows, 8);
      range.values = Array.from({ length: rows }, (_row, i) => [`n${i}`, i, 1, 2, 3, 4, 5, true]);
      range.load("values");
      await context.sync();
      return [range.values.length, range.values[rows - 1]];
    });
    expect(last).toEqual([rows, [`n${rows - 1}`, rows - 1, 1, 2, 3, 4, 5, true]]);
  }, 60_000);

  it("[HO20] answers null for cells of unbounded ranges and refuses content there", async () => {
    const values = await page.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A:B");
      range.load("values,address,rowCount,isEntireColumn,cellCount");
      await context.sync();
      return [range.values, range.rowCount, range.isEntireColumn, range.cellCount, range.address];
    });
    expect(values).toEqual([null, 1_048_576, true, 2_097_152, expect.stringMatching(/!A:B$/)]);
    const code = await page.codeOnSheet(async (sheet, context) => {
      (sheet.getRange("A:B") as { values: unknown }).values = "x";
      await context.sync();
    });
    expect(code).toBe("InvalidArgument");
  });

  it("[HO20] reads and writes formulas in R1C1 notation", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      sheet.getRange("A1:A2").values = [[5], [6]];
      const cell = sheet.getRange("B2");
      cell.formulasR1C1 = [['=RC[-1]+R1C1*2&"R1C1"']];
      cell.load("formulas,formulasR1C1,values");
      await context.sync();
      return [cell.formulas, cell.formulasR1C1, cell.values];
    });
    expect(got).toEqual([[['=A2+$A$1*2&"R1C1"']], [['=RC[-1]+R1C1*2&"R1C1"']], [["16R1C1"]]]);
  });

  it("[HO20] keeps errors apart from text that looks like one", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:A2");
      range.values = [["=1/0"], ["'#DIV/0!"]];
      range.load("values,valueTypes");
      await context.sync();
      return [range.values, range.valueTypes];
    });
    expect(got).toEqual([
      [["#DIV/0!"], ["#DIV/0!"]],
      [["Error"], ["String"]],
    ]);
  });

  it("[HO20] writes number formats for all, per cell, and leaves null ones", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B2");
      range.values = [
        [1, 46000],
        [0.25, 46001],
      ];
      (range as { numberFormat: unknown }).numberFormat = "0.00";
      range.numberFormat = [
        [null, "yyyy-mm-dd"],
        ["0%", "yyyy-mm-dd"],
      ];
      range.load("numberFormat,text,numberFormatCategories");
      await context.sync();
      return [range.numberFormat, range.text, range.numberFormatCategories];
    });
    expect(got).toEqual([
      [
        ["0.00", "yyyy-mm-dd"],
        ["0%", "yyyy-mm-dd"],
      ],
      [
        ["1.00", "2025-12-09"],
        ["25%", "2025-12-10"],
      ],
      [
        ["Number", "Date"],
        ["Percentage", "Date"],
      ],
    ]);
  });

  it("[HO20] hides and shows rows and columns", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      sheet.getRange("2:3").rowHidden = true;
      sheet.getRange("C:C").columnHidden = true;
      const all = sheet.getRange("A1:D4");
      const hiddenRows = sheet.getRange("A2:A3");
      all.load("rowHidden,columnHidden,hidden");
      hiddenRows.load("rowHidden,hidden");
      await context.sync();
      return [all.rowHidden, all.columnHidden, hiddenRows.rowHidden, hiddenRows.hidden];
    });
    expect(got).toEqual([null, null, true, true]);
  });

  it("[HO20] keeps a hyperlink with its cell", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const cell = sheet.getRange("A1");
      cell.hyperlink = { address: "https://example.com/", textToDisplay: "Example", screenTip: "Go" };
      sheet.getRange("1:1").insert("Down");
      const moved = sheet.getRange("A2");
      moved.load("hyperlink,values");
      await context.sync();
      return [moved.hyperlink, moved.values];
    });
    expect(got).toEqual([
      { address: "https://example.com/", textToDisplay: "Example", screenTip: "Go" },
      [["Example"]],
    ]);
  });
});
