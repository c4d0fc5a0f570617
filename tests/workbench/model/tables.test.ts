import { openExcelPage, type ExcelPage } from "./excel-page";

describe("tables", () => {
  let page: ExcelPage;
  beforeAll(async () => {
    page = await openExcelPage();
  });
  afterAll(() => page.close());

  const start = [
    ["Name", "Sum"],
    ["a", 1],
    ["b", 2],
    ["c", 3],
  ];

  const withTable = <T>(
    work: (table: Excel.Table, sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>,
  ) =>
    page.onSheet(async (sheet, context) => {
      sheet.getRange("A1:B4").values = start;
      const table = sheet.tables.add("A1:B4", true);
      await context.sync();
      return work(table, sheet, context);
    });

  const codeWithTable = (work: (table: Excel.Table, sheet: Excel.Worksheet) => void) =>
    page.codeOnSheet(async (sheet, context) => {
      sheet.getRange("A1:B4").values = start;
      const table = sheet.tables.add("A1:B4", true);
      work(table, sheet);
      await context.sync();
    });

  it("[HO26] is made over cells and tells its parts", async () => {
    const got = await withTable(async (table, _sheet, context) => {
      const ranges = [table.getRange(), table.getHeaderRowRange(), table.getDataBodyRange()];
      for (const range of ranges) range.load("address");
      table.load("name,style,showHeaders,showTotals,showFilterButton,showBandedRows,id");
      table.columns.load("items/name,items/id,items/index,count");
      table.rows.load("items/values,items/index,count");
      await context.sync();
      return {
        ranges: ranges.map((range) => range.address.split("!")[1]),
        style: table.style,
        shows: [table.showHeaders, table.showTotals, table.showFilterButton, table.showBandedRows],
        columns: table.columns.items.map((column) => [column.name, column.index]),
        rows: table.rows.items.map((row) => row.values),
        counts: [table.columns.count, table.rows.count],
        ids: [typeof table.id, new Set(table.columns.items.map((column) => column.id)).size],
      };
    });
    expect(got).toEqual({
      ranges: ["A1:B4", "A1:B1", "A2:B4"],
      style: "TableStyleMedium2",
      shows: [true, false, true, true],
      columns: [
        ["Name", 0],
        ["Sum", 1],
      ],
      rows: [[["a", 1]], [["b", 2]], [["c", 3]]],
      counts: [2, 3],
      ids: ["string", 2],
    });
  });

  it("[HO26] is found by name in any case, by id, and in the workbook's tables", async () => {
    const got = await withTable(async (table, sheet, context) => {
      table.name = "Plan_1";
      table.load("id");
      await context.sync();
      const byName = context.workbook.tables.getItem("plan_1");
      const byId = sheet.tables.getItem(table.id);
      const none = context.workbook.tables.getItemOrNullObject("Nothing");
      byName.load("name");
      byId.load("name");
      const range = sheet.getRange("Plan_1[Sum]");
      range.load("values");
      await context.sync();
      table.delete();
      await context.sync();
      return [byName.name, byId.name, none.isNullObject, range.values];
    });
    expect(got).toEqual(["Plan_1", "Plan_1", true, [[1], [2], [3]]]);
  });

  it("[HO26] keeps headers as unique text", async () => {
    const got = await withTable(async (table, sheet, context) => {
      sheet.getRange("A1:B1").values = [["Same", "Same"]];
      table.columns.load("items/name");
      await context.sync();
      const doubled = table.columns.items.map((column) => column.name);
      sheet.getRange("A1").values = [[2025]];
      sheet.getRange("B1").values = [[""]];
      const header = table.getHeaderRowRange();
      header.load("values,valueTypes");
      await context.sync();
      return [doubled, header.values, header.valueTypes];
    });
    expect(got).toEqual([["Same", "Same2"], [["2025", "Column1"]], [["String", "String"]]]);
  });

  it("[HO26] adds, inserts, writes and deletes rows", async () => {
    const got = await withTable(async (table, sheet, context) => {
      sheet.getRange("A6").values = [["below"]];
      table.rows.add(undefined, [
        ["d", 4],
        ["e", 5],
      ]);
      table.rows.add(0, [["first", 0]]);
      table.rows.getItemAt(1).values = [["A", 10]];
      table.rows.getItemAt(2).delete();
      const range = table.getRange();
      range.load("values,address");
      const below = sheet.getUsedRange(true).getLastCell();
      below.load("address");
      await context.sync();
      return [range.address.split("!")[1], range.values];
    });
    expect(got).toEqual([
      "A1:B6",
      [
        ["Name", "Sum"],
        ["first", 0],
        ["A", 10],
        ["c", 3],
        ["d", 4],
        ["e", 5],
      ],
    ]);
  });

  it("[HO26] refuses rows of another width", async () => {
    expect(await codeWithTable((table) => table.rows.add(undefined, [["only one"]]))).toBe("InvalidArgument");
  });

  it("[HO26] adds, renames and deletes columns", async () => {
    const got = await withTable(async (table, _sheet, context) => {
      table.columns.add(1, [["Mid"], ["x"], ["y"], ["z"]]);
      table.columns.add(undefined, [["ignored"], ["=[@Sum]*2"], ["=[@Sum]*2"], ["=[@Sum]*2"]], "Twice");
      table.columns.getItem("Name").name = "Sum";
      const range = table.getRange();
      range.load("values");
      await context.sync();
      table.columns.getItem("Mid").delete();
      const after = table.getRange();
      after.load("values");
      const column = table.columns.getItem("Twice");
      column.load("values");
      await context.sync();
      return [range.values, after.values[0], column.values];
    });
    expect(got).toEqual([
      [
        ["Sum2", "Mid", "Sum", "Twice"],
        ["a", "x", 1, 2],
        ["b", "y", 2, 4],
        ["c", "z", 3, 6],
      ],
      ["Sum2", "Sum", "Twice"],
      [["Twice"], [2], [4], [6]],
    ]);
  });

  it("[HO26] shows totals below the body and resizes", async () => {
    const got = await withTable(async (table, _sheet, context) => {
      table.showTotals = true;
      const total = table.getTotalRowRange();
      total.load("address");
      const body = table.getDataBodyRange();
      body.load("address");
      await context.sync();
      const shown = [total.address.split("!")[1], body.address.split("!")[1]];
      table.showTotals = false;
      table.resize("A1:C6");
      const range = table.getRange();
      range.load("address");
      table.columns.load("items/name");
      await context.sync();
      return [...shown, range.address.split("!")[1], table.columns.items[2]!.name];
    });
    expect(got).toEqual(["A5:B5", "A2:B4", "A1:C6", "Column1"]);
  });

  it("[HO26] turns back into cells", async () => {
    const got = await withTable(async (table, sheet, context) => {
      const range = table.convertToRange();
      range.load("values");
      const count = sheet.tables.getCount();
      await context.sync();
      return [range.values.length, count.value];
    });
    expect(got).toEqual([4, 0]);
  });

  it("[HO26] refuses overlaps, taken and bad names, and unknown styles", async () => {
    const codes = [
      await codeWithTable((_table, sheet) => sheet.tables.add("B3:C9", true)),
      await codeWithTable((table, sheet) => {
        table.name = "Taken";
        sheet.tables.add("F1:G3", true).name = "taken";
      }),
      await codeWithTable((table) => {
        table.name = "bad name";
      }),
      await codeWithTable((table) => {
        table.name = "AB12";
      }),
      await codeWithTable((table) => {
        table.style = "NoStyle";
      }),
      await codeWithTable((_table, sheet) => sheet.tables.getItem("Missing").load("name")),
      await codeWithTable((table) => table.getTotalRowRange()),
      await codeWithTable((table) => table.resize("A2:B6")),
    ];
    expect(codes).toEqual([
      "InvalidArgument",
      "ItemAlreadyExists",
      "InvalidArgument",
      "InvalidArgument",
      "InvalidArgument",
      "ItemNotFound",
      "ItemNotFound",
      "InvalidArgument",
    ]);
  });

  it("[HO26] grows when rows are written right below it", async () => {
    const got = await withTable(async (table, _sheet, context) => {
      const below = table.getDataBodyRange().getRowsBelow(2);
      below.values = [
        ["d", 4],
        ["e", 5],
      ];
      table.rows.load("count");
      await context.sync();
      return table.rows.count;
    });
    expect(got).toBe(5);
  });

  it("[HO27] sorts, remembers how, and sorts again", async () => {
    const got = await withTable(async (table, sheet, context) => {
      table.sort.apply([{ key: 1, ascending: false }]);
      table.sort.load("fields,matchCase");
      const body = table.getDataBodyRange();
      body.load("values");
      await context.sync();
      const first = body.values;
      sheet.getRange("B4").values = [[99]];
      table.sort.reapply();
      body.load("values");
      await context.sync();
      return [first, table.sort.fields[0]!.key, table.sort.fields[0]!.ascending, body.values[0]];
    });
    expect(got).toEqual([
      [
        ["c", 3],
        ["b", 2],
        ["a", 1],
      ],
      1,
      false,
      ["a", 99],
    ]);
  });

  it("[HO27] filters by values, by condition and by rank, and clears", async () => {
    const visible = async (
      context: Excel.RequestContext,
      table: Excel.Table,
    ): Promise<(string | number | boolean)[][]> => {
      const view = table.getDataBodyRange().getVisibleView();
      view.load("values");
      await context.sync();
      return view.values as (string | number | boolean)[][];
    };
    const got = await withTable(async (table, _sheet, context) => {
      const results: unknown[] = [];
      table.columns.getItem("Name").filter.applyValuesFilter(["a", "c"]);
      results.push(await visible(context, table));
      table.autoFilter.load("isDataFiltered,enabled");
      table.columns.getItem("Name").filter.load("criteria");
      await context.sync();
      results.push(table.autoFilter.isDataFiltered);
      table.clearFilters();
      table.columns.getItem("Sum").filter.applyValuesFilter(["2"]);
      results.push(await visible(context, table));
      table.columns.getItem("Sum").filter.applyCustomFilter(">=2", "<3", "And");
      results.push(await visible(context, table));
      table.columns.getItem("Sum").filter.applyTopItemsFilter(1);
      results.push(await visible(context, table));
      table.columns.getItem("Sum").filter.clear();
      results.push((await visible(context, table)).length);
      return results;
    });
    expect(got).toEqual([
      [
        ["a", 1],
        ["c", 3],
      ],
      true,
      [["b", 2]],
      [["b", 2]],
      [["c", 3]],
      3,
    ]);
  });

  it("[HO27] filters through the table's AutoFilter", async () => {
    const got = await withTable(async (table, _sheet, context) => {
      table.autoFilter.apply(table.getRange(), 1, { filterOn: "Values", values: ["3"] });
      const view = table.getDataBodyRange().getVisibleView();
      view.load("values");
      await context.sync();
      table.autoFilter.clearCriteria();
      const all = table.getDataBodyRange().getVisibleView();
      all.load("rowCount");
      await context.sync();
      return [view.values, all.rowCount];
    });
    expect(got).toEqual([[["c", 3]], 3]);
  });

  it("[HO27] puts and removes filter buttons on a sheet", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      sheet.getRange("A1:B4").values = start;
      sheet.autoFilter.apply(sheet.getRange("A1:B4"));
      const range = sheet.autoFilter.getRangeOrNullObject();
      range.load("address");
      sheet.autoFilter.load("enabled");
      await context.sync();
      const before = [range.address.split("!")[1], sheet.autoFilter.enabled];
      sheet.autoFilter.remove();
      const after = sheet.autoFilter.getRangeOrNullObject();
      await context.sync();
      return [...before, after.isNullObject];
    });
    expect(got).toEqual(["A1:B4", true, true]);
  });

  it("[HO27] filters a sheet through its AutoFilter by values and by comparison", async () => {
    const got = await page.onSheet(async (sheet, context) => {
      sheet.getRange("A1:B4").values = start;
      const area = sheet.getRange("A1:B4");
      const visible = async () => {
        const view = sheet.getRange("A2:B4").getVisibleView();
        view.load("values");
        sheet.autoFilter.load("isDataFiltered,criteria");
        await context.sync();
        return [view.values, sheet.autoFilter.isDataFiltered];
      };
      sheet.autoFilter.apply(area, 0, { filterOn: "Values", values: ["a"] });
      const byValue = await visible();
      sheet.autoFilter.apply(area, 1, { filterOn: "Custom", criterion1: ">1" });
      const byBoth = await visible();
      sheet.autoFilter.clearColumnCriteria(0);
      const byNumber = await visible();
      sheet.autoFilter.clearCriteria();
      return [byValue, byBoth[1], byNumber, (await visible())[1]];
    });
    expect(got).toEqual([
      [[["a", 1]], true],
      true,
      [
        [
          ["b", 2],
          ["c", 3],
        ],
        true,
      ],
      false,
    ]);
    const code = await page.codeOnSheet(async (sheet, context) => {
      sheet.autoFilter.apply(sheet.getRange("A1:B4"), 0, { filterOn: "TopItems", criterion1: "1" });
      await context.sync();
    });
    expect(code).toBe("NotImplemented");
  });
});
