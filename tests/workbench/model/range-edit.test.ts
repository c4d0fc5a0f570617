import { openExcelPage, type ExcelPage } from "./excel-page";

describe("editing cells", () => {
  let page: ExcelPage;
  beforeAll(async () => {
    page = await openExcelPage();
  });
  afterAll(() => page.close());

  const valuesAfter = (address: string, work: (sheet: Excel.Worksheet) => void, start: unknown[][] = []) =>
    page.onSheet(async (sheet, context) => {
      if (start.length > 0)
        sheet.getRange("A1").getResizedRange(start.length - 1, start[0]!.length - 1).values =
          start as string[][];
      work(sheet);
      const range = sheet.getRange(address);
      range.load("values");
      await context.sync();
      return range.values;
    });

  it("[HO22] clears contents, formats, or all", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B1");
      range.values = [["a", "b"]];
      range.format.font.bold = true;
      sheet.getRange("A1").clear("Contents");
      sheet.getRange("B1").clear("Formats");
      const [a, b] = [sheet.getRange("A1"), sheet.getRange("B1")];
      for (const cell of [a, b]) cell.load("values,format/font/bold");
      await context.sync();
      return [a.values, a.format.font.bold, b.values, b.format.font.bold];
    });
    expect(got).toEqual([[[""]], true, [["b"]], false]);
  });

  it("[HO22] takes rules away with the cells that are cleared", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:A10");
      const rule = range.conditionalFormats.add("Custom");
      rule.custom.rule.formula = "=A1>1";
      range.dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
      sheet.getRange("A4:A6").clear();
      rule.getRanges().load("address");
      const kept = sheet.getRange("A1").dataValidation;
      const gone = sheet.getRange("A5").dataValidation;
      kept.load("type");
      gone.load("type");
      const areas = rule.getRanges();
      areas.load("address");
      await context.sync();
      return [areas.address.replace(/'.*?'!/g, ""), kept.type, gone.type];
    });
    expect(got).toEqual(["A1:A3,A7:A10", "List", "None"]);
  });

  it("[HO22] inserts and deletes cells and lets ranges follow", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1], [2], [3]];
      const kept = sheet.getRange("A3");
      await context.sync();
      const inserted = sheet.getRange("2:2").insert("Down");
      inserted.load("address");
      kept.load("address,values");
      await context.sync();
      const after = [inserted.address.split("!")[1], kept.address.split("!")[1], kept.values];
      sheet.getRange("1:1").delete("Up");
      kept.load("address");
      await context.sync();
      return [...after, kept.address.split("!")[1]];
    });
    expect(got).toEqual(["2:2", "A4", [[3]], "A3"]);
  });

  it("[HO22] refuses to tear a table apart", async () => {
    const code = await page.codeOnSheet(async (sheet, context) => {
      sheet.getRange("B3:D4").values = [
        ["a", "b", "c"],
        [1, 2, 3],
      ];
      sheet.tables.add("B3:D4", true);
      sheet.getRange("C1").insert("Down");
      await context.sync();
    });
    expect(code).toBe("InsertDeleteConflict");
  });

  it("[HO22] merges and unmerges outside tables only", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B2");
      range.values = [
        ["keep", "lost"],
        ["lost", "lost"],
      ];
      range.merge();
      const merged = sheet.getRange("A1:D4").getMergedAreasOrNullObject();
      merged.load("address");
      range.load("values");
      await context.sync();
      const during = [merged.address.split("!")[1], range.values];
      range.unmerge();
      const none = sheet.getRange("A1:D4").getMergedAreasOrNullObject();
      await context.sync();
      return [...during, none.isNullObject];
    });
    expect(got).toEqual([
      "A1:B2",
      [
        ["keep", ""],
        ["", ""],
      ],
      true,
    ]);
    const code = await page.codeOnSheet(async (sheet, context) => {
      sheet.getRange("A1:B2").values = [
        ["a", "b"],
        [1, 2],
      ];
      sheet.tables.add("A1:B2", true);
      sheet.getRange("A2:B2").merge();
      await context.sync();
    });
    expect(code).toBe("InvalidOperation");
  });

  it("[HO22] copies all, values, formats, and repeats the source over a larger place", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      sheet.getRange("A1:B1").formulas = [["=1+1", "=A1*10"]];
      sheet.getRange("A1").format.fill.color = "#00FF00";
      sheet.getRange("A3").copyFrom("A1:B1");
      sheet.getRange("A5").copyFrom(sheet.getRange("A1:B1"), "Values");
      sheet.getRange("A7:A9").copyFrom("B1", "Values");
      const all = sheet.getRange("A3:B3");
      const values = sheet.getRange("A5:B5");
      const repeated = sheet.getRange("A7:A9");
      const colored = sheet.getRange("A3");
      const plain = sheet.getRange("A5");
      for (const range of [all, values]) range.load("formulas");
      repeated.load("values");
      for (const cell of [colored, plain]) cell.load("format/fill/color");
      await context.sync();
      return [
        all.formulas,
        values.formulas,
        repeated.values,
        colored.format.fill.color,
        plain.format.fill.color,
      ];
    });
    expect(got).toEqual([[["=1+1", "=A3*10"]], [[2, 20]], [[20], [20], [20]], "#00FF00", "#FFFFFF"]);
  });

  it("[HO22] copies transposed and without blanks", async () => {
    const start = [
      ["a", "", "c"],
      [1, 2, "'003"],
    ];
    expect(
      await valuesAfter(
        "E1:F3",
        (sheet) => sheet.getRange("E1").copyFrom("A1:C2", "Values", false, true),
        start,
      ),
    ).toEqual([
      ["a", 1],
      ["", 2],
      ["c", "003"],
    ]);
    const kept = await valuesAfter(
      "A4:C4",
      (sheet) => {
        sheet.getRange("A4:C4").values = [["x", "y", "z"]];
        sheet.getRange("A4").copyFrom("A1:C1", "Values", true);
      },
      start,
    );
    expect(kept).toEqual([["a", "y", "c"]]);
  });

  it("[HO22] moves cells with their formulas as written", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      sheet.getRange("A1:B1").formulas = [[5, "=A1*2"]];
      sheet.getRange("B1").moveTo("D4");
      const moved = sheet.getRange("D4");
      const old = sheet.getRange("B1");
      moved.load("formulas,values");
      old.load("values");
      await context.sync();
      return [moved.formulas, moved.values, old.values];
    });
    expect(got).toEqual([[["=A1*2"]], [[10]], [[""]]]);
  });

  it("[HO22] sorts by columns of the range, with and without headers", async () => {
    const start = [
      ["n", "v"],
      ["b", 2],
      ["a", 1],
      ["c", 3],
    ];
    const sorted = await valuesAfter(
      "A1:B4",
      (sheet) => sheet.getRange("A1:B4").sort.apply([{ key: 1, ascending: false }], false, true),
      start,
    );
    expect(sorted).toEqual([
      ["n", "v"],
      ["c", 3],
      ["b", 2],
      ["a", 1],
    ]);
  });

  it("[HO22] finds, replaces and removes doubles", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B5");
      range.values = [
        ["name", "n"],
        ["Ada", 1],
        ["Bea", 2],
        ["ADA", 3],
        ["'007", 4],
      ];
      const found = range.find("bea", { completeMatch: true });
      const none = range.findOrNullObject("zzz", {});
      found.load("address");
      const count = range.replaceAll("Bea", "Cleo", { matchCase: true });
      const result = range.removeDuplicates([0], true);
      result.load("removed,uniqueRemaining");
      range.load("values");
      await context.sync();
      return [
        found.address.split("!")[1],
        none.isNullObject,
        count.value,
        result.removed,
        result.uniqueRemaining,
        range.values,
      ];
    });
    expect(got).toEqual([
      "A3",
      true,
      1,
      1,
      3,
      [
        ["name", "n"],
        ["Ada", 1],
        ["Cleo", 2],
        ["007", 4],
        ["", ""],
      ],
    ]);
  });

  it("[HO22] finds cells all over a sheet and ends in ItemNotFound without any", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      sheet.getRange("A1:A3").values = [["x"], ["y"], ["x"]];
      const areas = sheet.findAll("x", { completeMatch: true });
      areas.load("address,areaCount");
      await context.sync();
      return [areas.areaCount, areas.address.replace(/'.*?'!/g, "")];
    });
    expect(got).toEqual([2, "A1,A3"]);
    const code = await page.codeOnSheet(async (sheet, context) => {
      sheet.getRange("A1:B2").find("nothing", {});
      await context.sync();
    });
    expect(code).toBe("ItemNotFound");
  });

  it("[HO22] selects cells and tells what is selected", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      sheet.getRange("C3:D4").select();
      const selected = context.workbook.getSelectedRange();
      const active = context.workbook.getActiveCell();
      for (const range of [selected, active]) range.load("address");
      await context.sync();
      return [selected.address.split("!")[1], active.address.split("!")[1]];
    });
    expect(got).toEqual(["C3:D4", "C3"]);
  });

  it("[HO22] sets formats of many cells in one call and reads them back", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B1");
      range.setCellProperties([
        [
          { format: { fill: { color: "#FF0000" }, font: { bold: true } } },
          { format: { font: { italic: true } } },
        ],
      ]);
      const read = range.getCellProperties({
        address: true,
        format: { fill: { color: true }, font: { bold: true, italic: true } },
      });
      await context.sync();
      return read.value.map((line) => line.map((cell) => cell.format));
    });
    expect(got).toEqual([
      [
        { fill: { color: "#FF0000" }, font: { bold: true, italic: false } },
        { fill: { color: "#FFFFFF" }, font: { bold: false, italic: true } },
      ],
    ]);
  });
});
