import { openExcelPage, type ExcelPage } from "./excel-page";

describe("worksheets", () => {
  let page: ExcelPage;
  beforeEach(async () => {
    page = await openExcelPage();
  });
  afterEach(() => page.close());

  const names = (context: Excel.RequestContext) => {
    const sheets = context.workbook.worksheets;
    sheets.load("items/name,items/position,items/visibility");
    return async () => {
      await context.sync();
      return sheets.items.map((sheet) => sheet.name);
    };
  };

  it("[HO24] adds, renames, moves, copies and deletes sheets", async () => {
    const got = await page.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add("Plan");
      const second = worksheets.add();
      second.name = "数据";
      second.position = 0;
      const before = await names(context)();
      const copy = worksheets.getItem("Plan").copy("Before", worksheets.getItem("Sheet1"));
      copy.load("name,position");
      const withCopy = await names(context)();
      worksheets.getItem("Plan").delete();
      return [before, withCopy, copy.name, await names(context)()];
    });
    expect(got).toEqual([
      ["数据", "Sheet1", "Plan"],
      ["数据", "Plan (2)", "Sheet1", "Plan"],
      "Plan (2)",
      ["数据", "Plan (2)", "Sheet1"],
    ]);
  });

  it("[HO24] refuses bad and taken names and deleting the last visible sheet", async () => {
    const add = (name: string) =>
      page.code(async (context) => {
        context.workbook.worksheets.add(name);
        await context.sync();
      });
    const codes = [await add("sheet1"), await add("a/b"), await add("x".repeat(32)), await add("'quoted'")];
    const last = await page.code(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").delete();
      await context.sync();
    });
    const hideLast = await page.code(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").visibility = "Hidden";
      await context.sync();
    });
    expect([...codes, last, hideLast]).toEqual([
      "ItemAlreadyExists",
      "InvalidArgument",
      "InvalidArgument",
      "InvalidArgument",
      "InvalidOperation",
      "InvalidOperation",
    ]);
  });

  it("[HO24] walks visible sheets, activates them and tells the active one", async () => {
    const got = await page.run(async (context) => {
      const { worksheets } = context.workbook;
      const hidden = worksheets.add("Hidden");
      const last = worksheets.add("Last");
      hidden.visibility = "Hidden";
      last.activate();
      await context.sync();
      const active = worksheets.getActiveWorksheet();
      const next = worksheets.getItem("Sheet1").getNext(true);
      const end = last.getNextOrNullObject();
      const count = worksheets.getCount(true);
      for (const sheet of [active, next]) sheet.load("name");
      await context.sync();
      return [active.name, next.name, end.isNullObject, count.value];
    });
    expect(got).toEqual(["Last", "Last", true, 2]);
  });

  it("[HO24] keeps gridlines, headings, tab colour and frozen panes", async () => {
    const got = await page.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.showGridlines = false;
      sheet.showHeadings = false;
      sheet.tabColor = "#1f4e79";
      sheet.freezePanes.freezeAt(sheet.getRange("A1:B3"));
      const frozen = sheet.freezePanes.getLocation();
      frozen.load("address");
      sheet.load("showGridlines,showHeadings,tabColor");
      await context.sync();
      const set = [sheet.showGridlines, sheet.showHeadings, sheet.tabColor, frozen.address];
      sheet.freezePanes.freezeRows(2);
      const rows = sheet.freezePanes.getLocation();
      rows.load("address");
      await context.sync();
      sheet.freezePanes.unfreeze();
      const none = sheet.freezePanes.getLocationOrNullObject();
      await context.sync();
      return [...set, rows.address, none.isNullObject];
    });
    expect(got).toEqual([false, false, "#1F4E79", "Sheet1!A1:B3", "Sheet1!1:2", true]);
  });

  it("[HO24] keeps custom properties", async () => {
    const got = await page.run(async (context) => {
      const { customProperties } = context.workbook.worksheets.getItem("Sheet1");
      customProperties.add("Kind", "review");
      customProperties.add("kind", "card");
      const none = customProperties.getItemOrNullObject("other");
      customProperties.load("items/key,items/value");
      await context.sync();
      return [customProperties.items.map((item) => [item.key, item.value]), none.isNullObject];
    });
    expect(got).toEqual([[["Kind", "card"]], true]);
  });

  it("[HO31] lets a protected sheet take content in unlocked cells only", async () => {
    const write = (address: string) =>
      page.code(async (context) => {
        context.workbook.worksheets.getItem("Sheet1").getRange(address).values = [["x"]];
        await context.sync();
      });
    await page.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("B2").format.protection.locked = false;
      sheet.protection.protect({ allowFormatColumns: true }, "secret");
      sheet.protection.load("protected,options");
      await context.sync();
      expect([sheet.protection.protected, sheet.protection.options.allowFormatColumns]).toEqual([true, true]);
    });
    const format = await page.code(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("B2").format.fill.color = "#FF0000";
      await context.sync();
    });
    const width = await page.code(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("B:B").format.columnWidth = 50;
      await context.sync();
    });
    const insert = await page.code(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("1:1").insert("Down");
      await context.sync();
    });
    expect([await write("A1"), await write("B2"), format, width, insert]).toEqual([
      "AccessDenied",
      "no error",
      "AccessDenied",
      "no error",
      "AccessDenied",
    ]);
    const wrong = await page.code(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").protection.unprotect("wrong");
      await context.sync();
    });
    const right = await page.code(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").protection.unprotect("secret");
      await context.sync();
    });
    expect([wrong, right, await write("A1")]).toEqual(["AccessDenied", "no error", "no error"]);
  });

  it("[HO31] keeps the sheets of a protected workbook as they are", async () => {
    await page.run(async (context) => {
      context.workbook.worksheets.add("Second");
      context.workbook.protection.protect("pw");
      context.workbook.protection.load("protected");
      await context.sync();
      expect(context.workbook.protection.protected).toBe(true);
    });
    const onSecond = (work: (sheet: Excel.Worksheet) => void) =>
      page.code(async (context) => {
        work(context.workbook.worksheets.getItem("Second"));
        await context.sync();
      });
    const codes = [
      await onSecond((sheet) => sheet.delete()),
      await onSecond((sheet) => {
        sheet.name = "Other";
      }),
      await onSecond((sheet) => {
        sheet.visibility = "Hidden";
      }),
      await onSecond((sheet) => {
        sheet.getRange("A1").values = [[1]];
      }),
    ];
    expect(codes).toEqual(["AccessDenied", "AccessDenied", "AccessDenied", "no error"]);
    const open = await page.code(async (context) => {
      context.workbook.protection.unprotect("pw");
      context.workbook.worksheets.getItem("Second").delete();
      await context.sync();
    });
    expect(open).toBe("no error");
  });

  it("[HO31] refuses every write while the workbook is read-only, and reads on", async () => {
    page.host.faults.readOnly = true;
    const write = await page.code(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [[1]];
      await context.sync();
    });
    const add = await page.code(async (context) => {
      context.workbook.worksheets.add("New");
      await context.sync();
    });
    const readOnly = await page.run(async (context) => {
      context.workbook.load("readOnly");
      await context.sync();
      return context.workbook.readOnly;
    });
    expect([write, add, readOnly]).toEqual(["AccessDenied", "AccessDenied", true]);
  });

  it("[HO25] sets up pages: areas, titles, zoom, margins, headers", async () => {
    const got = await page.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const layout = sheet.pageLayout;
      layout.orientation = "Landscape";
      layout.paperSize = "A4";
      layout.printErrors = "Blank";
      layout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
      layout.setPrintArea("A1:F20");
      layout.setPrintTitleRows("$1:$2");
      layout.setPrintMargins("Centimeters", { left: 2.54, right: 2.54 });
      layout.headersFooters.defaultForAllPages.centerFooter = "&P / &N";
      const area = layout.getPrintArea();
      const titles = layout.getPrintTitleRowsOrNullObject();
      const columns = layout.getPrintTitleColumnsOrNullObject();
      area.load("address");
      titles.load("address");
      layout.load("orientation,paperSize,printErrors,zoom,leftMargin,firstPageNumber");
      layout.headersFooters.defaultForAllPages.load("centerFooter,leftHeader");
      await context.sync();
      const { centerFooter, leftHeader } = layout.headersFooters.defaultForAllPages;
      return {
        set: [layout.orientation, layout.paperSize, layout.printErrors, layout.zoom, layout.firstPageNumber],
        margin: Math.round(layout.leftMargin),
        ranges: [area.address, titles.address, columns.isNullObject],
        texts: [centerFooter, leftHeader],
      };
    });
    expect(got).toEqual({
      set: ["Landscape", "A4", "Blank", { horizontalFitToPages: 1, verticalFitToPages: 0 }, ""],
      margin: 72,
      ranges: ["Sheet1!A1:F20", "Sheet1!1:2", true],
      texts: ["&P / &N", ""],
    });
  });

  it("[HO25] refuses a zoom of both kinds and keeps manual page breaks", async () => {
    const code = await page.code(async (context) => {
      const { pageLayout } = context.workbook.worksheets.getItem("Sheet1");
      pageLayout.zoom = { scale: 50, horizontalFitToPages: 1 };
      await context.sync();
    });
    expect(code).toBe("InvalidArgument");
    const got = await page.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      const breaks = sheet.horizontalPageBreaks;
      breaks.add("A21");
      breaks.add("A11");
      breaks.load("items/rowIndex");
      await context.sync();
      const rows = breaks.items.map((item) => item.rowIndex);
      breaks.items[0]!.delete();
      const count = breaks.getCount();
      await context.sync();
      breaks.removePageBreaks();
      const none = breaks.getCount();
      await context.sync();
      return [rows, count.value, none.value];
    });
    expect(got).toEqual([[10, 20], 1, 0]);
  });

  it("[HO32] has no charts at first", async () => {
    const got = await page.run(async (context) => {
      const { charts } = context.workbook.worksheets.getItem("Sheet1");
      charts.load("items,count");
      const none = charts.getItemOrNullObject("Chart 1");
      await context.sync();
      return [charts.items.length, charts.count, none.isNullObject];
    });
    expect(got).toEqual([0, 0, true]);
  });
});
