import { openExcelPage, type ExcelPage } from "./excel-page";

describe("formats of ranges", () => {
  let page: ExcelPage;
  beforeAll(async () => {
    page = await openExcelPage();
  });
  afterAll(() => page.close());

  it("[HO23] sets and reads fill, font and alignment", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B2");
      range.format.fill.color = "#abcdef";
      range.format.font.name = "Arial";
      range.format.font.size = 14;
      range.format.font.color = "red";
      range.format.font.bold = true;
      range.format.font.underline = "Single";
      range.format.horizontalAlignment = "Center";
      range.format.verticalAlignment = "Top";
      range.format.wrapText = true;
      range.format.indentLevel = 2;
      range.format.protection.locked = false;
      range.load(
        "format/fill/color,format/font,format/horizontalAlignment,format/verticalAlignment,format/wrapText,format/indentLevel,format/protection/locked",
      );
      await context.sync();
      return range.format.toJSON();
    });
    expect(got).toMatchObject({
      fill: { color: "#ABCDEF" },
      font: { name: "Arial", size: 14, color: "#FF0000", bold: true, italic: false, underline: "Single" },
      horizontalAlignment: "Center",
      verticalAlignment: "Top",
      wrapText: true,
      indentLevel: 2,
      protection: { locked: false },
    });
  });

  it("[HO23] answers null for formats that differ", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      sheet.getRange("A1").format.font.bold = true;
      sheet.getRange("A1").format.fill.color = "#111111";
      const range = sheet.getRange("A1:B1");
      range.load("format/font/bold,format/font/italic,format/fill/color");
      await context.sync();
      return [range.format.font.bold, range.format.font.italic, range.format.fill.color];
    });
    expect(got).toEqual([null, false, ""]);
  });

  it("[HO23] takes a fill away", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1");
      range.format.fill.color = "#111111";
      range.format.fill.clear();
      range.load("format/fill/color");
      await context.sync();
      return range.format.fill.color;
    });
    expect(got).toBe("#FFFFFF");
  });

  it("[HO23] draws borders at edges and inside", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const range = sheet.getRange("B2:D4");
      for (const side of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const) {
        range.format.borders.getItem(side).style = "Continuous";
        range.format.borders.getItem(side).weight = "Medium";
      }
      range.format.borders.getItem("InsideHorizontal").style = "Dot";
      range.format.borders.getItem("InsideHorizontal").color = "#FF0000";
      const middle = sheet.getRange("C3");
      const top = range.format.borders.getItem("EdgeTop");
      const above = sheet.getRange("B1:D1").format.borders.getItem("EdgeBottom");
      const inner = middle.format.borders.getItem("EdgeTop");
      const left = middle.format.borders.getItem("EdgeLeft");
      for (const border of [top, above, inner, left]) border.load("style,weight,color");
      await context.sync();
      return [top, above, inner, left].map((border) => [border.style, border.weight, border.color]);
    });
    expect(got).toEqual([
      ["Continuous", "Medium", "#000000"],
      ["Continuous", "Medium", "#000000"],
      ["Dot", "Thin", "#FF0000"],
      ["None", "Thin", "#000000"],
    ]);
  });

  it("[HO23] takes borders away from both sides of a line", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      sheet.getRange("A1").format.borders.getItem("EdgeBottom").style = "Continuous";
      sheet.getRange("A2").format.borders.getItem("EdgeTop").style = "None";
      const bottom = sheet.getRange("A1").format.borders.getItem("EdgeBottom");
      bottom.load("style");
      const all = sheet.getRange("A1").format.borders;
      all.load("items/sideIndex,count");
      await context.sync();
      return [bottom.style, all.count, all.items[0]?.sideIndex];
    });
    expect(got).toEqual(["None", 8, "EdgeTop"]);
  });

  it("[HO23] sets widths and heights and fits columns", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const range = sheet.getRange("B2:C3");
      range.format.columnWidth = 90;
      range.format.rowHeight = 30;
      sheet.getRange("A1").values = [["a rather long text for one column"]];
      sheet.getRange("A:A").format.autofitColumns();
      const fitted = sheet.getRange("A:A");
      const mixed = sheet.getRange("A1:D3");
      for (const each of [range, fitted, mixed]) each.load("format/columnWidth,format/rowHeight");
      range.load("width,height,left,top");
      await context.sync();
      const { columnWidth, rowHeight } = range.format;
      return [
        columnWidth,
        rowHeight,
        mixed.format.columnWidth,
        fitted.format.columnWidth > 100,
        range.width,
        range.height,
      ];
    });
    expect(got).toEqual([90, 30, null, true, 180, 60]);
  });

  it("[HO23] refuses what it cannot draw and values that are none", async () => {
    const codes = await Promise.all([
      page.codeOnSheet(async (sheet, context) => {
        sheet.getRange("A1").format.fill.color = "no colour";
        await context.sync();
      }),
      page.codeOnSheet(async (sheet, context) => {
        sheet.getRange("A1").format.rowHeight = 500;
        await context.sync();
      }),
      page.codeOnSheet(async (sheet, context) => {
        sheet.getRange("A1").format.textOrientation = 45;
        await context.sync();
      }),
    ]);
    expect(codes).toEqual(["InvalidArgument", "InvalidArgument", "InvalidArgument"]);
  });

  it("[HO23] applies cell styles by name", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1");
      range.style = "Good";
      range.load("style,format/fill/color,format/font/color");
      const other = sheet.getRange("A1:B1");
      other.load("style");
      await context.sync();
      return [range.style, range.format.fill.color, range.format.font.color, other.style];
    });
    expect(got).toEqual(["Good", "#C6EFCE", "#006100", null]);
    const code = await page.codeOnSheet(async (sheet, context) => {
      sheet.getRange("A1").style = "No such style";
      await context.sync();
    });
    expect(code).toBe("ItemNotFound");
  });

  it("[HO23] formats several areas at once", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const areas = sheet.getRanges("A1:A2,C3");
      areas.format.fill.color = "#123456";
      areas.load("areaCount,cellCount,address,format/fill/color");
      const cell = sheet.getRange("C3");
      cell.load("format/fill/color");
      areas.areas.load("items/address");
      await context.sync();
      return [
        areas.areaCount,
        areas.cellCount,
        areas.format.fill.color,
        cell.format.fill.color,
        areas.areas.items.length,
      ];
    });
    expect(got).toEqual([2, 3, "#123456", "#123456", 2]);
  });
});
