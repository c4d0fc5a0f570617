import { validateRange } from "../range-format";
import { expectSame, fail, onSheet, writeAndRead, type HostCheck } from "./bench";

export const conditionalFormatCheck: HostCheck = async (bench) => {
  await writeAndRead(bench, [[1], [2]]);
  const found = await onSheet(bench, async (cells, _sheet, context) => {
    const range = cells(0, 0, 2);
    const added = range.conditionalFormats.add("Custom");
    added.custom.rule.formula = "=ROW()>1";
    added.custom.format.fill.color = "#FFEEAA";
    range.conditionalFormats.add("DataBar");
    await context.sync();
    range.conditionalFormats.load("items/type");
    await context.sync();
    return range.conditionalFormats.items.map(({ type }) => String(type)).sort();
  });
  expectSame("notKept", ["Custom", "DataBar"], found);
};

export const validationCheck: HostCheck = async (bench) => {
  const found = await onSheet(bench, async (cells, _sheet, context) => {
    validateRange(cells(0, 0, 3), { list: ["keep", "promote"] });
    await context.sync();
    const { dataValidation } = cells(1, 0);
    dataValidation.load("rule,type");
    await context.sync();
    return [String(dataValidation.type), dataValidation.rule.list?.source];
  });
  expectSame("notKept", ["List", "keep,promote"], found);
};

/** Review sheets know their columns by names, which have to follow when rows come in above. */
export const namesCheck: HostCheck = async (bench) => {
  const found = await onSheet(bench, async (cells, sheet, context) => {
    const named = cells(3, 0, 2);
    sheet.names.add(bench.name, named);
    await context.sync();
    cells(1, 0).insert("Down");
    const range = sheet.names.getItem(bench.name).getRange();
    range.load("rowIndex,rowCount");
    await context.sync();
    return [range.rowIndex, range.rowCount];
  });
  expectSame("notKept", [4, 2], found);
};

async function writes(bench: Parameters<HostCheck>[0]): Promise<string | null> {
  try {
    await writeAndRead(bench, [["x"]]);
    return null;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}

const protect = (bench: Parameters<HostCheck>[0], on: boolean): Promise<void> =>
  onSheet(bench, async (_cells, sheet, context) => {
    if (on) sheet.protection.protect();
    else sheet.protection.unprotect();
    await context.sync();
  });

export const protectionCheck: HostCheck = async (bench) => {
  await protect(bench, true);
  try {
    const refused = await writes(bench);
    if (refused !== "protected") fail("notRefused", refused ?? "written");
  } finally {
    await protect(bench, false);
  }
  expectSame("refused", null, await writes(bench));
};

export const printCheck: HostCheck = async (bench) => {
  const found = await onSheet(bench, async (cells, sheet, context) => {
    const layout = sheet.pageLayout;
    layout.orientation = "Landscape";
    layout.paperSize = "A4";
    layout.zoom = { horizontalFitToPages: 1 };
    layout.setPrintArea(cells(0, 0, 5, 3));
    layout.setPrintTitleRows("$1:$2");
    layout.headersFooters.defaultForAllPages.rightFooter = "&P / &N";
    await context.sync();
    layout.load("orientation,paperSize,zoom");
    layout.headersFooters.defaultForAllPages.load("rightFooter");
    const titles = layout.getPrintTitleRowsOrNullObject();
    titles.load("rowIndex,rowCount");
    await context.sync();
    const footer = layout.headersFooters.defaultForAllPages.rightFooter;
    const pages = layout.zoom.horizontalFitToPages;
    return [layout.orientation, String(layout.paperSize), pages, footer, titles.rowIndex, titles.rowCount];
  });
  expectSame("notKept", ["Landscape", "A4", 1, "&P / &N", 0, 2], found);
};

export const freezeCheck: HostCheck = async (bench) => {
  const found = await onSheet(bench, async (_cells, sheet, context) => {
    sheet.freezePanes.freezeRows(1);
    await context.sync();
    const frozen = sheet.freezePanes.getLocationOrNullObject();
    frozen.load("rowIndex,rowCount");
    await context.sync();
    const seen = frozen.isNullObject ? null : [frozen.rowIndex, frozen.rowCount];
    sheet.freezePanes.unfreeze();
    await context.sync();
    return seen;
  });
  expectSame("notKept", [0, 1], found);
};

export const columnsCheck: HostCheck = async (bench) => {
  const found = await onSheet(bench, async (cells, _sheet, context) => {
    const [wide, hidden] = [cells(0, 0), cells(0, 1)];
    wide.format.columnWidth = 150;
    hidden.columnHidden = true;
    await context.sync();
    wide.format.load("columnWidth");
    hidden.load("columnHidden");
    await context.sync();
    return { width: wide.format.columnWidth, hidden: hidden.columnHidden };
  });
  if (Math.abs(found.width - 150) > 5 || !found.hidden) fail("notKept", found);
};

export const chartCheck: HostCheck = async (bench) => {
  await writeAndRead(bench, [
    ["", "Revenue"],
    ["a", 3],
    ["b", 2],
  ]);
  const found = await onSheet(bench, async (cells, sheet, context) => {
    const chart = sheet.charts.add("ColumnClustered", cells(0, 0, 3, 2), "Columns");
    chart.title.text = "=title";
    chart.series.load("count");
    chart.title.load("text");
    await context.sync();
    const seen = [chart.series.count, chart.title.text];
    chart.delete();
    sheet.charts.load("count");
    await context.sync();
    return [...seen, sheet.charts.count];
  });
  expectSame("notKept", [1, "=title", 0], found);
};
