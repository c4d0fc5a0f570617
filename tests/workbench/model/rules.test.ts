import { openExcelPage, type ExcelPage } from "./excel-page";

describe("conditional formats and data validation", () => {
  let page: ExcelPage;
  beforeAll(async () => {
    page = await openExcelPage();
  });
  afterAll(() => page.close());

  it("[HO29] keeps rules of every kind as they were set", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const formats = sheet.getRange("A1:A10").conditionalFormats;
      const value = formats.add("CellValue");
      value.cellValue.rule = { formula1: "=5", operator: "GreaterThan" };
      value.cellValue.format.font.color = "#FF0000";
      value.cellValue.format.fill.color = "#FFFF00";
      const custom = formats.add("Custom");
      custom.custom.rule.formula = '=$A1="x"';
      custom.custom.format.font.bold = true;
      custom.stopIfTrue = true;
      const text = formats.add("ContainsText");
      text.textComparison.rule = { operator: "Contains", text: "abc" };
      const top = formats.add("TopBottom");
      top.topBottom.rule = { rank: 3, type: "TopItems" };
      const preset = formats.add("PresetCriteria");
      preset.preset.rule = { criterion: "DuplicateValues" };
      await context.sync();
      value.load("type,cellValue/rule,cellValue/format/font/color,cellValue/format/fill/color");
      custom.load("type,stopIfTrue,custom/rule/formula,custom/format/font/bold");
      text.load("type,textComparison/rule");
      top.load("type,topBottom/rule");
      preset.load("type,preset/rule");
      await context.sync();
      return [
        [
          value.type,
          value.cellValue.rule,
          value.cellValue.format.font.color,
          value.cellValue.format.fill.color,
        ],
        [custom.type, custom.stopIfTrue, custom.custom.rule.formula, custom.custom.format.font.bold],
        [text.type, text.textComparison.rule],
        [top.type, top.topBottom.rule],
        [preset.type, preset.preset.rule],
      ];
    });
    expect(got).toEqual([
      ["CellValue", { formula1: "=5", operator: "GreaterThan" }, "#FF0000", "#FFFF00"],
      ["Custom", true, '=$A1="x"', true],
      ["ContainsText", { operator: "Contains", text: "abc" }],
      ["TopBottom", { rank: 3, type: "TopItems" }],
      ["PresetCriteria", { criterion: "DuplicateValues" }],
    ]);
  });

  it("[HO29] keeps data bars, colour scales and icon sets", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const range = sheet.getRange("B1:B10");
      const bar = range.conditionalFormats.add("DataBar").dataBar;
      bar.positiveFormat.fillColor = "#5B9BD5";
      bar.positiveFormat.gradientFill = false;
      bar.lowerBoundRule = { type: "Number", formula: "0" };
      bar.showDataBarOnly = true;
      const scale = range.conditionalFormats.add("ColorScale").colorScale;
      scale.criteria = {
        minimum: { type: "LowestValue", color: "#FF0000" },
        maximum: { type: "HighestValue", color: "#00FF00" },
      };
      const icons = range.conditionalFormats.add("IconSet").iconSet;
      icons.style = "FourTrafficLights";
      bar.load(
        "showDataBarOnly,lowerBoundRule,barDirection,positiveFormat/fillColor,positiveFormat/gradientFill",
      );
      scale.load("criteria,threeColorScale");
      icons.load("style,criteria,showIconOnly");
      await context.sync();
      return [
        [
          bar.showDataBarOnly,
          bar.lowerBoundRule,
          bar.positiveFormat.fillColor,
          bar.positiveFormat.gradientFill,
        ],
        [scale.threeColorScale, scale.criteria.minimum.color],
        [icons.style, icons.criteria.length, icons.criteria[1]!.formula],
      ];
    });
    expect(got).toEqual([
      [true, { type: "Number", formula: "0" }, "#5B9BD5", false],
      [false, "#FF0000"],
      ["FourTrafficLights", 4, "25"],
    ]);
  });

  it("[HO29] orders rules by priority and lists those that touch a range", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const first = sheet.getRange("A1:A5").conditionalFormats.add("Custom");
      const second = sheet.getRange("A3:B9").conditionalFormats.add("Custom");
      first.custom.rule.formula = "=TRUE";
      second.custom.rule.formula = "=FALSE";
      first.priority = 0;
      await context.sync();
      const touching = sheet.getRange("A4").conditionalFormats;
      const none = sheet.getRange("Z1").conditionalFormats.getCount();
      touching.load("items/priority,items/id");
      first.load("id,priority");
      second.load("priority");
      await context.sync();
      const order = [touching.items[0]!.id === first.id, first.priority, second.priority, none.value];
      sheet.getRange("A1:B9").conditionalFormats.clearAll();
      const left = sheet.getRange().conditionalFormats.getCount();
      await context.sync();
      return [...order, left.value];
    });
    expect(got).toEqual([true, 0, 1, 0, 0]);
  });

  it("[HO29] answers null objects for parts of another kind, and refuses them without asking", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const rule = sheet.getRange("A1").conditionalFormats.add("Custom");
      const none = rule.dataBarOrNullObject;
      none.load("barDirection");
      await context.sync();
      return none.isNullObject;
    });
    expect(got).toBe(true);
    const code = await page.codeOnSheet(async (sheet, context) => {
      sheet.getRange("A1").conditionalFormats.add("Custom").dataBar.showDataBarOnly = true;
      await context.sync();
    });
    expect(code).toBe("ItemNotFound");
  });

  it("[HO30] keeps lists from text and from cells, with prompt and alert", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      sheet.getRange("F1:F2").values = [["x"], ["y"]];
      const first = sheet.getRange("A1:A5").dataValidation;
      first.rule = { list: { inCellDropDown: true, source: "a,b,c" } };
      first.prompt = { showPrompt: true, title: "Pick", message: "one of three" };
      first.errorAlert = { showAlert: true, style: "Warning", title: "No", message: "not in the list" };
      first.ignoreBlanks = false;
      const second = sheet.getRange("B1:B5").dataValidation;
      second.rule = { list: { inCellDropDown: true, source: sheet.getRange("F1:F2") } };
      first.load("type,rule,prompt,errorAlert,ignoreBlanks");
      second.load("rule");
      const mixed = sheet.getRange("A1:C1").dataValidation;
      mixed.load("type");
      await context.sync();
      return [
        first.type,
        first.rule.list,
        first.prompt.title,
        first.errorAlert.style,
        first.ignoreBlanks,
        second.rule.list?.source,
      ];
    });
    expect(got).toEqual([
      "List",
      { inCellDropDown: true, source: "a,b,c" },
      "Pick",
      "Warning",
      false,
      expect.stringMatching(/^='Test \d+'!\$F\$1:\$F\$2$/),
    ]);
  });

  it("[HO30] finds cells that break their rule", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:A4");
      range.values = [[5], [15], ["text"], [""]];
      range.dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 10, operator: "Between" } };
      range.dataValidation.load("type,valid");
      const invalid = range.dataValidation.getInvalidCells();
      invalid.load("address");
      await context.sync();
      range.values = [[5], [6], [7], [8]];
      const none = range.dataValidation.getInvalidCellsOrNullObject();
      range.dataValidation.load("valid");
      const before = [range.dataValidation.type, invalid.address.split("!")[1]];
      await context.sync();
      return [...before, none.isNullObject, range.dataValidation.valid];
    });
    expect(got).toEqual(["WholeNumber", "A2:A3", true, true]);
  });

  it("[HO30] refuses rules of two kinds, without bounds, or with a list that is too long", async () => {
    const set = (rule: Excel.DataValidationRule) =>
      page.codeOnSheet(async (sheet, context) => {
        sheet.getRange("A1").dataValidation.rule = rule;
        await context.sync();
      });
    const codes = [
      await set({ list: { inCellDropDown: true, source: "x".repeat(256) } }),
      await set({
        wholeNumber: { formula1: 1, operator: "GreaterThan" },
        decimal: { formula1: 1, operator: "GreaterThan" },
      }),
      await set({ list: { inCellDropDown: true } as Excel.ListDataValidation }),
    ];
    expect(codes).toEqual(["InvalidArgument", "InvalidArgument", "InvalidArgument"]);
  });

  it("[HO30] clears rules of a part", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      sheet.getRange("A1:A5").dataValidation.rule = { list: { inCellDropDown: true, source: "a" } };
      sheet.getRange("A2").dataValidation.clear();
      const types = ["A1", "A2", "A3:A5", "A1:A5"].map((address) => sheet.getRange(address).dataValidation);
      for (const validation of types) validation.load("type");
      await context.sync();
      return types.map((validation) => validation.type);
    });
    expect(got.slice(0, 3)).toEqual(["List", "None", "List"]);
  });
});
