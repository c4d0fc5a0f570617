import { openExcelPage, type ExcelPage } from "./excel-page";

describe("ranges made from ranges", () => {
  let page: ExcelPage;
  beforeAll(async () => {
    page = await openExcelPage();
  });
  afterAll(() => page.close());

  /** Addresses without the sheet's name. */
  const addresses = (make: (range: Excel.Range, sheet: Excel.Worksheet) => Excel.Range[]) =>
    page.onSheet(async (sheet, context) => {
      const ranges = make(sheet.getRange("B2:D5"), sheet);
      for (const range of ranges) range.load("address");
      await context.sync();
      return ranges.map((range) => range.address.split("!")[1]);
    });

  it("[HO21] offsets, resizes and takes neighbours", async () => {
    const got = await addresses((range) => [
      range.getOffsetRange(1, -1),
      range.getResizedRange(1, 2),
      range.getAbsoluteResizedRange(1, 1),
      range.getRowsBelow(2),
      range.getRowsAbove(1),
      range.getRowsBelow(-1),
      range.getColumnsAfter(1),
      range.getColumnsBefore(1),
      range.getEntireRow(),
      range.getEntireColumn(),
      range.getLastCell(),
      range.getLastRow(),
      range.getLastColumn(),
      range.getCell(1, 1),
      range.getRow(0),
      range.getColumn(2),
      range.getBoundingRect("F7"),
      range.getIntersection("C1:Z3"),
    ]);
    expect(got).toEqual([
      "A3:C6",
      "B2:F6",
      "B2",
      "B6:D7",
      "B1:D1",
      "B1:D1",
      "E2:E5",
      "A2:A5",
      "2:5",
      "B:D",
      "D5",
      "B5:D5",
      "D2:D5",
      "C3",
      "B2:D2",
      "D2:D5",
      "B2:F7",
      "C2:D3",
    ]);
  });

  it("[HO21] refuses ranges off the grid and bad addresses", async () => {
    const off = await page.codeOnSheet(async (sheet, context) => {
      sheet.getRange("A1").getOffsetRange(-1, 0);
      await context.sync();
    });
    const bad = await page.codeOnSheet(async (sheet, context) => {
      sheet.getRange("not an address");
      await context.sync();
    });
    const beyond = await page.codeOnSheet(async (sheet, context) => {
      sheet.getRange("A1048577");
      await context.sync();
    });
    expect([off, bad, beyond]).toEqual(["InvalidArgument", "InvalidArgument", "InvalidArgument"]);
  });

  it("[HO21] answers a null object where ranges do not meet", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const none = sheet.getRange("A1").getIntersectionOrNullObject("B2");
      const some = sheet.getRange("A1:B2").getIntersectionOrNullObject("B2:C3");
      some.load("address");
      none.load("address");
      await context.sync();
      return [none.isNullObject, some.isNullObject, some.address.split("!")[1]];
    });
    expect(got).toEqual([true, false, "B2"]);
    const code = await page.codeOnSheet(async (sheet, context) => {
      sheet.getRange("A1").getIntersection("B2");
      await context.sync();
    });
    expect(code).toBe("ItemNotFound");
  });

  it("[HO21] finds the used range of a sheet and of a part of it", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const blank = sheet.getUsedRangeOrNullObject();
      const blankUsed = sheet.getUsedRange();
      blankUsed.load("address");
      await context.sync();
      const wasNull = blank.isNullObject;
      const first = blankUsed.address.split("!")[1];
      sheet.getRange("C3:D4").values = [
        [1, ""],
        ["", 2],
      ];
      sheet.getRange("F9").format.fill.color = "#FF0000";
      const all = sheet.getUsedRange();
      const values = sheet.getUsedRange(true);
      const part = sheet.getRange("A:C").getUsedRange(true);
      const none = sheet.getRange("A:B").getUsedRangeOrNullObject(true);
      for (const range of [all, values, part]) range.load("address");
      await context.sync();
      return [wasNull, first, ...[all, values, part].map((r) => r.address.split("!")[1]), none.isNullObject];
    });
    expect(got).toEqual([true, "A1", "C3:F9", "C3:D4", "C3", true]);
  });

  it("[HO21] finds regions and edges as Ctrl+arrow does", async () => {
    const got = await addresses((_range, sheet) => {
      sheet.getRange("B2:C4").values = [
        [1, 2],
        [3, ""],
        [5, 6],
      ];
      const cell = sheet.getRange("B2");
      return [
        sheet.getRange("B3").getSurroundingRegion(),
        cell.getRangeEdge("Down" as Excel.KeyboardDirection.down),
        sheet.getRange("C2").getRangeEdge("Down" as Excel.KeyboardDirection.down),
        sheet.getRange("C4").getRangeEdge("Down" as Excel.KeyboardDirection.down),
        cell.getRangeEdge("Up" as Excel.KeyboardDirection.up),
        cell.getExtendedRange("Right" as Excel.KeyboardDirection.right),
      ];
    });
    expect(got).toEqual(["B2:C4", "B4", "C4", "C1048576", "B1", "B2:C2"]);
  });

  it("[HO21] knows dynamic arrays and the cells they spill over", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      sheet.getRange("B2").formulas = [["=SEQUENCE(3,2)"]];
      await context.sync();
      const spilled = sheet.getRange("B2").getSpillingToRange();
      const parent = sheet.getRange("C4").getSpillParent();
      const none = sheet.getRange("A1").getSpillingToRangeOrNullObject();
      const inside = sheet.getRange("B2:C4");
      const partly = sheet.getRange("A2:B2");
      for (const range of [spilled, parent]) range.load("address");
      for (const range of [inside, partly]) range.load("hasSpill,values");
      await context.sync();
      return [
        spilled.address.split("!")[1],
        parent.address.split("!")[1],
        none.isNullObject,
        inside.hasSpill,
        partly.hasSpill,
        inside.values,
      ];
    });
    expect(got).toEqual([
      "B2:C4",
      "B2",
      true,
      true,
      null,
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    ]);
  });

  it("[HO21] shows visible cells only", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      sheet.getRange("A1:B3").values = [
        [1, 2],
        [3, 4],
        [5, 6],
      ];
      sheet.getRange("2:2").rowHidden = true;
      const view = sheet.getRange("A1:B3").getVisibleView();
      view.load("values,rowCount,cellAddresses");
      view.rows.load("items/values");
      await context.sync();
      return [view.values, view.rowCount, view.rows.items.map((row) => row.values)];
    });
    expect(got).toEqual([
      [
        [1, 2],
        [5, 6],
      ],
      2,
      [[[1, 2]], [[5, 6]]],
    ]);
  });

  it("[HO21] lists tables in a range, and special cells", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      sheet.getRange("A1:B3").values = [
        ["a", "b"],
        [1, ""],
        ["=A2+1", "x"],
      ];
      const table = sheet.tables.add("A1:B3", true);
      table.load("name");
      const tables = sheet.getRange("B2:Z9").getTables(false);
      const full = sheet.getRange("B2:Z9").getTables(true);
      tables.load("items/name");
      full.load("items/name");
      const blanks = sheet.getRange("A1:B3").getSpecialCells("Blanks");
      const formulas = sheet.getRange("A1:B3").getSpecialCells("Formulas");
      const texts = sheet.getRange("A1:B3").getSpecialCells("Constants", "Text");
      for (const areas of [blanks, formulas, texts]) areas.load("address,cellCount");
      await context.sync();
      return [
        tables.items.map((each) => each.name === table.name),
        full.items.length,
        blanks.address.replace(/'.*?'!/g, ""),
        formulas.address.replace(/'.*?'!/g, ""),
        texts.cellCount,
      ];
    });
    expect(got).toEqual([[true], 0, "B2", "A3", 3]);
  });
});
