import { openExcelPage, type ExcelPage } from "./excel-page";

describe("workbook, names, settings and their kin", () => {
  let page: ExcelPage;
  beforeEach(async () => {
    page = await openExcelPage("zh-CN");
  });
  afterEach(() => page.close());

  const sheet1 = (context: Excel.RequestContext) => context.workbook.worksheets.getItem("Sheet1");

  it("[HO32] tells its name, culture and state of calculation", async () => {
    const got = await page.run(async (context) => {
      const { application } = context.workbook;
      context.workbook.load("name,readOnly,isDirty,autoSave");
      application.load("calculationMode,calculationState,decimalSeparator,cultureInfo/name");
      application.cultureInfo.datetimeFormat.load("shortDatePattern,dateSeparator");
      application.cultureInfo.numberFormat.load("numberDecimalSeparator");
      await context.sync();
      return [
        context.workbook.name,
        context.workbook.readOnly,
        application.calculationMode,
        application.calculationState,
        application.decimalSeparator,
        application.cultureInfo.name,
        application.cultureInfo.datetimeFormat.shortDatePattern,
      ];
    });
    expect(got).toEqual(["Book1.xlsx", false, "Automatic", "Done", ".", "zh-CN", "yyyy/M/d"]);
  });

  it("[HO32] is dirty after a change and clean after a save", async () => {
    const got = await page.run(async (context) => {
      sheet1(context).getRange("A1").values = [[1]];
      context.workbook.load("isDirty");
      await context.sync();
      const before = context.workbook.isDirty;
      context.workbook.save("Save");
      context.workbook.load("isDirty");
      await context.sync();
      return [before, context.workbook.isDirty];
    });
    expect(got).toEqual([true, false]);
  });

  it("[HO32] calculates dates and sums without cells", async () => {
    const got = await page.run(async (context) => {
      sheet1(context).getRange("A1:A4").values = [[1], ["text"], [2.5], ["=1/0"]];
      const date = context.workbook.functions.date(2000, 1, 1);
      const sum = context.workbook.functions.sum(sheet1(context).getRange("A1:A3"), 10, 5);
      const bad = context.workbook.functions.sum(sheet1(context).getRange("A4"));
      for (const result of [date, sum, bad]) result.load("value,error");
      await context.sync();
      return [date.value, sum.value, bad.error];
    });
    expect(got).toEqual([36526, 18.5, "#DIV/0!"]);
  });

  it("[HO32] keeps document properties, custom ones too", async () => {
    const got = await page.run(async (context) => {
      const { properties } = context.workbook;
      properties.title = "Plan";
      properties.custom.add("Version", 3);
      properties.load("title,author");
      const version = properties.custom.getItem("version");
      const none = properties.custom.getItemOrNullObject("x");
      version.load("value,type");
      await context.sync();
      return [properties.title, properties.author, version.value, version.type, none.isNullObject];
    });
    expect(got).toEqual(["Plan", "", 3, "Number", true]);
  });

  it("[HO32] calculates again on demand", async () => {
    const got = await page.run(async (context) => {
      const cell = sheet1(context).getRange("A1");
      cell.formulas = [["=RAND()"]];
      cell.load("values");
      await context.sync();
      const first = cell.values[0]![0];
      context.workbook.application.suspendApiCalculationUntilNextSync();
      context.workbook.application.calculate("Full");
      cell.load("values");
      await context.sync();
      return typeof first === "number" && cell.values[0]![0] !== first;
    });
    expect(got).toBe(true);
  });

  it("[HO28] keeps settings as JSON values", async () => {
    const got = await page.run(async (context) => {
      const { settings } = context.workbook;
      settings.add("list", [1, { a: true }]);
      settings.add("text", "x");
      settings.getItem("text").value = "y";
      const item = settings.getItem("list");
      const none = settings.getItemOrNullObject("none");
      const count = settings.getCount();
      item.load("value");
      settings.load("items/key,items/value");
      await context.sync();
      const all = settings.items.map((each) => [each.key, each.value as unknown]);
      settings.getItem("list").delete();
      const left = settings.getCount();
      await context.sync();
      return [item.value, all, none.isNullObject, count.value, left.value];
    });
    expect(got).toEqual([
      [1, { a: true }],
      [
        ["list", [1, { a: true }]],
        ["text", "y"],
      ],
      true,
      2,
      1,
    ]);
    const code = await page.code(async (context) => {
      context.workbook.settings.getItem("none").load("value");
      await context.sync();
    });
    expect(code).toBe("ItemNotFound");
  });

  it("[HO28] keeps names of the workbook and of sheets, of cells and of constants", async () => {
    const got = await page.run(async (context) => {
      const sheet = sheet1(context);
      sheet.getRange("A1:A2").values = [[1], [2]];
      context.workbook.names.add("Figures", sheet.getRange("A1:A2"), "two figures");
      context.workbook.names.add("Rate", "=0.25");
      sheet.names.add("Local", "=Sheet1!$A$2");
      sheet.getRange("B1:B3").formulas = [["=SUM(Figures)"], ["=Rate*4"], ["=Local"]];
      const figures = context.workbook.names.getItem("figures");
      const rate = context.workbook.names.getItem("Rate");
      const hiddenLocal = context.workbook.names.getItemOrNullObject("Local");
      const local = sheet.names.getItem("Local");
      const range = figures.getRange();
      const none = rate.getRangeOrNullObject();
      range.load("address");
      for (const name of [figures, rate, local]) name.load("name,type,value,formula,scope,comment,visible");
      const cells = sheet.getRange("B1:B3");
      cells.load("values");
      await context.sync();
      return {
        names: [figures, rate, local].map((name) => [
          name.name,
          name.type,
          name.value,
          name.formula,
          name.scope,
        ]),
        comment: figures.comment,
        range: [range.address, none.isNullObject, hiddenLocal.isNullObject],
        cells: cells.values,
      };
    });
    expect(got).toEqual({
      names: [
        ["Figures", "Range", "Sheet1!$A$1:$A$2", "=Sheet1!$A$1:$A$2", "Workbook"],
        ["Rate", "Double", 0.25, "=0.25", "Workbook"],
        ["Local", "Range", "Sheet1!$A$2", "=Sheet1!$A$2", "Worksheet"],
      ],
      comment: "two figures",
      range: ["Sheet1!A1:A2", true, true],
      cells: [[3], [1], [2]],
    });
  });

  it("[HO28] refuses bad and taken names and forgets deleted ones", async () => {
    const add = (name: string) =>
      page.code(async (context) => {
        context.workbook.names.add(name, "=1");
        await context.sync();
      });
    const codes = [
      await add("Once"),
      await add("ONCE"),
      await add("bad name"),
      await add("A1"),
      await add("R1C1"),
    ];
    expect(codes).toEqual([
      "no error",
      "ItemAlreadyExists",
      "InvalidArgument",
      "InvalidArgument",
      "InvalidArgument",
    ]);
    const gone = await page.run(async (context) => {
      context.workbook.names.getItem("Once").delete();
      const item = context.workbook.names.getItemOrNullObject("Once");
      await context.sync();
      return item.isNullObject;
    });
    expect(gone).toBe(true);
  });

  it("[HO28] keeps custom XML parts by namespace", async () => {
    const xml = '<?xml version="1.0"?><r:root xmlns:r="urn:one"><r:a/></r:root>';
    const got = await page.run(async (context) => {
      const parts = context.workbook.customXmlParts;
      const part = parts.add(xml);
      parts.add('<root xmlns="urn:two"/>');
      part.load("id,namespaceUri");
      await context.sync();
      const only = parts.getByNamespace("urn:one").getOnlyItemOrNullObject();
      const none = parts.getByNamespace("urn:none").getOnlyItemOrNullObject();
      const text = only.getXml();
      const count = parts.getCount();
      await context.sync();
      part.delete();
      const left = parts.getCount();
      await context.sync();
      return [part.namespaceUri, text.value, none.isNullObject, count.value, left.value];
    });
    expect(got).toEqual(["urn:one", xml, true, 2, 1]);
  });

  it("[HO32] has cell styles and table styles", async () => {
    const got = await page.run(async (context) => {
      const { styles, tableStyles } = context.workbook;
      styles.add("Mine");
      const mine = styles.getItem("Mine");
      mine.font.bold = true;
      mine.fill.color = "#00FF00";
      sheet1(context).getRange("A1").style = "Mine";
      const cell = sheet1(context).getRange("A1");
      cell.load("style,format/font/bold,format/fill/color");
      mine.load("builtIn,name,font/bold");
      const none = styles.getItemOrNullObject("No");
      const tableDefault = tableStyles.getDefault();
      tableDefault.load("name");
      await context.sync();
      return [
        cell.style,
        cell.format.font.bold,
        cell.format.fill.color,
        mine.builtIn,
        none.isNullObject,
        tableDefault.name,
      ];
    });
    expect(got).toEqual(["Mine", true, "#00FF00", false, true, "TableStyleMedium2"]);
  });

  it("[HO33] tells an add-in of edits, selection and new sheets until it lets go", async () => {
    const events: string[] = [];
    const heard = async () => new Promise((resolve) => setTimeout(resolve, 30));
    const handlers = await page.run(async (context) => {
      const sheet = sheet1(context);
      const changed = sheet.onChanged.add(async (args) => {
        events.push(`${args.changeType} ${args.address} ${args.triggerSource}`);
      });
      const selected = sheet.onSelectionChanged.add(async (args) => {
        events.push(`selected ${args.address}`);
      });
      context.workbook.worksheets.onAdded.add(async () => {
        events.push("added");
      });
      await context.sync();
      return [changed, selected];
    });
    await page.run(async (context) => {
      sheet1(context).getRange("B2").values = [[5]];
      sheet1(context).getRange("C3").select();
      context.workbook.worksheets.add("More");
      await context.sync();
    });
    await heard();
    const first = [...events].sort();
    await page.frame.Excel.run(handlers[0]!.context, async (context) => {
      handlers[0]!.remove();
      await context.sync();
    });
    await page.run(async (context) => {
      sheet1(context).getRange("B3").values = [[6]];
      await context.sync();
    });
    await heard();
    expect(first).toEqual(["RangeEdited B2 ThisLocalAddin", "added", "selected C3"]);
    expect(events.filter((event) => event.includes("B3"))).toEqual([]);
  });

  it("[HO33] silences events while enableEvents is false", async () => {
    const events: string[] = [];
    await page.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async (args) => {
        events.push(args.address);
      });
      await context.sync();
      context.runtime.enableEvents = false;
      sheet1(context).getRange("A1").values = [[1]];
      await context.sync();
      context.runtime.enableEvents = true;
      sheet1(context).getRange("A2").values = [[2]];
      await context.sync();
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(events).toEqual(["A2"]);
  });
});
