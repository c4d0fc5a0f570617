/** Charts through the real office.js: what an add-in asks of them, and what the host keeps. */
import { openExcelPage, type ExcelPage } from "./excel-page";

describe("charts", () => {
  let page: ExcelPage;
  beforeAll(async () => {
    page = await openExcelPage();
  });
  afterAll(() => page.close());

  const table = [
    ["Account", "Purchases", "Share"],
    ["Ann", 60, 0.6],
    ["Bo", 30, 0.9],
    ["Cy", 10, 1],
  ];
  const withData = (sheet: Excel.Worksheet): Excel.Range => {
    const range = sheet.getRange("A1:C4");
    range.values = table;
    return range;
  };

  it("[HO185] adds a chart over a range, finds it by name, counts and deletes it", async () => {
    await page.onSheet(async (sheet, context) => {
      const chart = sheet.charts.add("ColumnClustered", withData(sheet), "Columns");
      chart.load("name,id,chartType");
      chart.series.load("items/name,items/chartType");
      sheet.charts.load("count");
      await context.sync();
      expect(chart.toJSON()).toMatchObject({ name: "Chart 1", chartType: "ColumnClustered" });
      expect(chart.series.items.map(({ name }) => name)).toEqual(["Purchases", "Share"]);
      chart.name = "Pareto";
      const again = sheet.charts.getItem("pareto");
      again.load("id");
      const none = sheet.charts.getItemOrNullObject("No such");
      await context.sync();
      expect(again.id).toBe(chart.id);
      expect(none.isNullObject).toBe(true);
      again.delete();
      const count = sheet.charts.getCount();
      await context.sync();
      expect(count.value).toBe(0);
    });
  });

  it("[HO185] makes a Pareto chart: columns, and a line on a second axis", async () => {
    await page.onSheet(async (sheet, context) => {
      withData(sheet);
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("B2:B4"), "Columns");
      const columns = chart.series.getItemAt(0);
      columns.name = "Purchases";
      columns.gapWidth = 20;
      columns.overlap = 100;
      columns.format.fill.setSolidColor("#1B4F72");
      columns.setXAxisValues(sheet.getRange("A2:A4"));
      const line = chart.series.add("Share");
      line.setValues(sheet.getRange("C2:C4"));
      line.setXAxisValues(sheet.getRange("A2:A4"));
      line.chartType = "Line";
      line.axisGroup = "Secondary";
      line.format.line.color = "#1F2A33";
      line.format.line.weight = 1.25;
      line.format.line.lineStyle = "Dash";
      line.markerStyle = "None";
      const second = chart.axes.getItem("Value", "Secondary");
      second.minimum = 0;
      second.maximum = 1;
      second.majorUnit = 0.2;
      second.numberFormat = "0%";
      chart.axes.valueAxis.majorGridlines.visible = false;
      chart.axes.categoryAxis.format.font.size = 8;
      chart.axes.categoryAxis.format.line.color = "#D5DBE0";
      chart.title.visible = false;
      chart.legend.visible = false;
      chart.format.fill.clear();
      chart.format.border.clear();
      chart.displayBlanksAs = "NotPlotted";
      await context.sync();
      // What series.add() gave lives for one batch, as in Excel.
      const drawn = chart.series.getItemAt(1);
      const values = drawn.getDimensionValues("Values");
      drawn.load("name,axisGroup,chartType,markerStyle,gapWidth");
      drawn.format.line.load("color,weight,lineStyle");
      const axis = chart.axes.getItem("Value", "Secondary");
      axis.load("minimum,maximum,majorUnit,numberFormat,axisGroup,type");
      chart.axes.valueAxis.load("minimum,maximum,majorUnit");
      chart.axes.categoryAxis.format.font.load("size,bold");
      columns.load("gapWidth,overlap");
      await context.sync();
      expect(values.value).toEqual([0.6, 0.9, 1]);
      expect(drawn.toJSON()).toMatchObject({ name: "Share", axisGroup: "Secondary", chartType: "Line" });
      expect(drawn.format.line.toJSON()).toEqual({ color: "#1F2A33", weight: 1.25, lineStyle: "Dash" });
      expect(axis.toJSON()).toMatchObject({ minimum: 0, maximum: 1, majorUnit: 0.2, numberFormat: "0%" });
      expect(chart.axes.valueAxis.toJSON()).toMatchObject({ minimum: 0, maximum: 70, majorUnit: 10 });
      expect(chart.axes.categoryAxis.format.font.toJSON()).toMatchObject({ size: 8, bold: false });
      expect(columns.toJSON()).toMatchObject({ gapWidth: 20, overlap: 100 });
    });
  });

  it("[HO185] title, legend and labels read as they are shown", async () => {
    await page.onSheet(async (sheet, context) => {
      withData(sheet);
      const one = sheet.charts.add("Pie", sheet.getRange("A1:B4"), "Columns");
      const two = sheet.charts.add("BarStacked", sheet.getRange("A1:C4"), "Columns");
      one.title.load("text,visible");
      two.title.load("text");
      one.legend.load("visible,position");
      one.series.load("items");
      await context.sync();
      expect(one.title.toJSON()).toMatchObject({ text: "Purchases", visible: true });
      expect(two.title.text).toBe("Chart Title");
      expect(one.legend.toJSON()).toMatchObject({ visible: true, position: "Bottom" });
      const [only] = one.series.items;
      only!.hasDataLabels = true;
      only!.dataLabels.showPercentage = true;
      only!.dataLabels.numberFormat = "0%";
      only!.dataLabels.format.font.color = "red";
      one.title.text = "Who buys";
      one.title.format.font.bold = true;
      one.axes.valueAxis.title.text = "$";
      await context.sync();
      one.title.load("text");
      one.axes.valueAxis.title.load("text,visible");
      only!.dataLabels.load("showPercentage,showValue,numberFormat");
      only!.dataLabels.format.font.load("color");
      await context.sync();
      expect(one.title.text).toBe("Who buys");
      expect(one.axes.valueAxis.title.toJSON()).toMatchObject({ text: "$", visible: true });
      expect(only!.dataLabels.toJSON()).toMatchObject({ showPercentage: true, numberFormat: "0%" });
      expect(only!.dataLabels.format.font.color).toBe("#FF0000");
    });
  });

  it("[HO186] is placed by cells or points and moves with inserted rows", async () => {
    await page.onSheet(async (sheet, context) => {
      const chart = sheet.charts.add("Line", withData(sheet), "Columns");
      chart.setPosition("B6", "D10");
      chart.load("top,left,width,height");
      await context.sync();
      const place = chart.toJSON();
      expect(place).toMatchObject({ top: 75, height: 75 });
      expect(place.left).toBeGreaterThan(0);
      sheet.getRange("1:2").insert("Down");
      chart.load("top,height");
      const range = sheet.getRange("A3:A6");
      range.load("values");
      await context.sync();
      expect(chart.top).toBe(105);
      chart.top = 10;
      chart.width = 333;
      chart.load("top,width,height");
      await context.sync();
      expect(chart.toJSON()).toMatchObject({ top: 10, width: 333, height: 75 });
    });
  });

  it("[HO186] a series follows its values, and goes alone", async () => {
    await page.onSheet(async (sheet, context) => {
      const chart = sheet.charts.add("Line", withData(sheet), "Columns");
      const first = chart.series.getItemAt(0);
      const second = chart.series.getItemAt(1);
      sheet.getRange("B2").values = [[99]];
      const values = first.getDimensionValues("Values");
      first.delete();
      second.load("name");
      const points = chart.series.getItemAt(0).points.getCount();
      await context.sync();
      expect(values.value).toEqual([99, 30, 10]);
      expect(second.name).toBe("Share");
      expect(points.value).toBe(3);
    });
  });

  it("[HO186] one undo takes back all a batch did to a chart", async () => {
    await page.onSheet(async (sheet, context) => {
      await context.sync();
      const chart = sheet.charts.add("Line", withData(sheet), "Columns");
      await context.sync();
      chart.title.text = "New";
      chart.legend.visible = false;
      await context.sync();
      await page.book.undo();
      chart.title.load("text");
      chart.legend.load("visible");
      await context.sync();
      expect([chart.title.text, chart.legend.visible]).toEqual(["Chart Title", true]);
      await page.book.undo();
      const count = sheet.charts.getCount();
      await context.sync();
      expect(count.value).toBe(0);
    });
  });

  it("[HO186] the chosen chart is the workbook's active one", async () => {
    await page.onSheet(async (sheet, context) => {
      const chart = sheet.charts.add("Line", withData(sheet), "Columns");
      const none = context.workbook.getActiveChartOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
      chart.activate();
      const active = context.workbook.getActiveChart();
      active.load("id");
      chart.load("id");
      await context.sync();
      expect(active.id).toBe(chart.id);
    });
  });

  it("[HO187] what it cannot draw is refused by name, and so are wrong values", async () => {
    const type = (chartType: string) =>
      page.codeOnSheet(async (sheet, context) => {
        sheet.charts.add(chartType as Excel.ChartType, withData(sheet));
        await context.sync();
      });
    expect(await type("Treemap")).toBe("NotImplemented");
    const chart = (work: (chart: Excel.Chart) => void) =>
      page.codeOnSheet(async (sheet, context) => {
        work(sheet.charts.add("Line", withData(sheet)));
        await context.sync();
      });
    expect(await chart((one) => one.getImage())).toBe("ApiNotFound");
    expect(await chart((one) => one.series.getItemAt(0).trendlines.add("Linear"))).toBe("ApiNotFound");
    expect(await chart((one) => one.axes.getItem("Value", "Secondary").load("maximum"))).toBe(
      "InvalidArgument",
    );
    expect(await chart((one) => one.series.getItemAt(0).set({ gapWidth: 900 }))).toBe("InvalidArgument");
  });

  it("[HO187] a protected sheet keeps its charts as they are", async () => {
    const code = await page.codeOnSheet(async (sheet, context) => {
      const chart = sheet.charts.add("Line", withData(sheet));
      sheet.protection.protect();
      await context.sync();
      chart.title.text = "No";
      await context.sync();
    });
    expect(code).toBe("AccessDenied");
  });

  it("[HO187] tells of charts that come and go", async () => {
    await page.onSheet(async (sheet, context) => {
      const seen: string[] = [];
      const listen = (args: { type: string; chartId: string }) => {
        seen.push(`${args.type} ${args.chartId}`);
        return Promise.resolve();
      };
      sheet.charts.onAdded.add(listen);
      sheet.charts.onDeleted.add(listen);
      await context.sync();
      const chart = sheet.charts.add("Line", withData(sheet));
      chart.load("id");
      await context.sync();
      chart.delete();
      await context.sync();
      await new Promise((resolve) => setTimeout(resolve, 30));
      expect(seen).toEqual([`ChartAdded ${chart.id}`, `ChartDeleted ${chart.id}`]);
    });
  });
});

describe("the Office theme", () => {
  it("[HO-UI41] is what office.js makes of the host's numbers, light and dark", async () => {
    const page = await openExcelPage();
    const theme = () => page.frame.Office.context.officeTheme.bodyBackgroundColor;
    page.host.dark = true;
    expect(theme().toLowerCase()).toBe("#1f1f1f");
    page.close();
  });
});
