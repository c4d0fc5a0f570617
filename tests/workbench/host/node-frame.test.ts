import { tinyFrame } from "./tiny-host";

describe("the real office.js in Node", () => {
  it("[HO1] writes a cell and reads it back through the real Excel.run", async () => {
    const { frame, book } = await tinyFrame();
    const values = await frame.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("B2:C3");
      range.values = [
        ["a", 1],
        [true, ""],
      ];
      range.load("values,address");
      await context.sync();
      return [range.address, range.values];
    });
    expect(values).toEqual([
      "Sheet1!B2:C3",
      [
        ["a", 1],
        [true, ""],
      ],
    ]);
    expect(book.cells.get("1,1")).toBe("a");
    frame.close();
  });

  it("[HO1] tells the page which host, platform, language and sets it has", async () => {
    const { frame } = await tinyFrame({ locale: "zh-CN" });
    expect(frame.Office.context.displayLanguage).toBe("zh-CN");
    expect(String(frame.Office.context.platform)).toBe("PC");
    expect(frame.Office.context.requirements.isSetSupported("ExcelApi", "1.15")).toBe(true);
    expect(frame.Office.context.requirements.isSetSupported("ExcelApi", "1.16")).toBe(false);
    frame.close();
  });

  it("[HO1] refuses members above the declared set by name", async () => {
    const { frame } = await tinyFrame({ requirementSets: { ExcelApi: "1.3", SharedRuntime: "1.1" } });
    const error = await frame.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1").getUsedRangeOrNullObject();
      await context.sync();
      return null;
    }).catch((problem: { code: string; message: string }) => problem);
    expect(error).toMatchObject({ code: "ApiNotFound" });
    expect(error?.message).toContain("Range.GetUsedRangeOrNullObject needs ExcelApi 1.4");
    frame.close();
  });
});
