import type { Book, BookSheet } from "../../../workbench/book/book";
import { createHeadlessBook } from "../../../workbench/book/boot-headless";
import { scaleOf } from "../../../workbench/book/charts/axis-scale";
import { labelsOf, numbersOf, seriesName } from "../../../workbench/book/charts/chart-data";
import { boxOf, placeOf } from "../../../workbench/book/charts/chart-place";
import type { ChartRecord } from "../../../workbench/book/charts/chart-record";
import { inferSeries } from "../../../workbench/book/charts/infer-series";
import { restoreBook } from "../../../workbench/book/restore-book";
import { bookSnapshot } from "../../../workbench/book/snapshot";
import { MAX_COLUMNS, MAX_ROWS } from "../../../workbench/book/rects";
import { at, put, record } from "./spot";

describe("charts of a workbook", () => {
  let book: Book;
  let sheet: BookSheet;

  const chart = (): ChartRecord => {
    const [first] = sheet.charts();
    if (!first) throw new Error("no chart");
    return first;
  };
  const ranges = () => chart().series.map(({ values }) => values?.rect);

  beforeEach(async () => {
    book = await createHeadlessBook();
    sheet = book.activeSheet;
    put(sheet, "A1", [
      ["Name", "Sales", "Share"],
      ["Ann", 30, 0.5],
      ["Bo", 20, 0.8],
      ["Cy", "", 1],
    ]);
    sheet.addChart({
      name: "Chart 1",
      chartType: "ColumnClustered",
      place: placeOf(sheet, { top: 30, left: 300, width: 200, height: 100 }),
      series: inferSeries(sheet, at("A1:C4"), "Auto", 1),
      axes: {},
    });
  });
  afterEach(() => book.dispose());

  it("[HO180] takes categories and names from the edges of the data, and blanks as no points", () => {
    const [sales, share] = chart().series;
    expect(chart().series).toHaveLength(2);
    expect([seriesName(book, chart(), sales!), seriesName(book, chart(), share!)]).toEqual([
      "Sales",
      "Share",
    ]);
    expect(labelsOf(book, chart(), sales!.categories)).toEqual(["Ann", "Bo", "Cy"]);
    expect(numbersOf(book, chart(), sales!.values)).toEqual([30, 20, null]);
    sheet.setRowHidden(2, 1, true);
    expect(numbersOf(book, chart(), sales!.values)).toEqual([30, null]);
  });

  it("[HO180] takes a block of numbers as series in columns, or in rows if they are asked for", () => {
    put(sheet, "F1", [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
      [10, 11, 12],
    ]);
    const places = (by: "Auto" | "Rows") =>
      inferSeries(sheet, at("F1:H4"), by, 1).map(({ values, categories }) => [values?.rect, categories]);
    expect(places("Auto")).toEqual([
      [at("F1:F4"), null],
      [at("G1:G4"), null],
      [at("H1:H4"), null],
    ]);
    expect(places("Rows")).toHaveLength(4);
  });

  it("[HO181] follows inserted and deleted rows and columns, in place and data, and back by undo", async () => {
    const rows = (row: number, rows: number) => ({ row, column: 0, rows, columns: MAX_COLUMNS });
    const before = structuredClone(chart());
    sheet.insert(rows(0, 2), "Down");
    expect(ranges()).toEqual([at("B4:B6"), at("C4:C6")]);
    expect(boxOf(sheet, chart().place)).toEqual({ top: 60, left: 300, width: 200, height: 100 });
    sheet.insert(rows(4, 1), "Down");
    expect(ranges()).toEqual([at("B4:B7"), at("C4:C7")]);
    sheet.insert({ row: 0, column: 0, rows: MAX_ROWS, columns: 1 }, "Right");
    expect(ranges()).toEqual([at("C4:C7"), at("D4:D7")]);
    sheet.remove(rows(0, 4), "Up");
    expect(ranges()).toEqual([at("C1:C3"), at("D1:D3")]);
    for (let step = 0; step < 4; step += 1) await book.undo();
    expect(chart()).toEqual(before);
  });

  it("[HO181] stays where it is when a block of cells beside it moves, and its data go along", () => {
    const { place } = chart();
    sheet.insert(at("A1:C1"), "Down");
    expect(ranges()).toEqual([at("B3:B5"), at("C3:C5")]);
    expect(chart().place).toEqual(place);
  });

  it("[HO181] keeps its cells when another sheet's rows go", () => {
    const other = book.addSheet("Other");
    other.remove({ row: 0, column: 0, rows: 2, columns: MAX_COLUMNS }, "Up");
    expect(ranges()).toEqual([at("B2:B4"), at("C2:C4")]);
  });

  it("[HO181] speaks of cells at their new place once they were cut and put there", () => {
    book.chartsFollow({ sheet: sheet.id, rect: at("A1:C4") }, { sheet: sheet.id, rect: at("A11:C14") });
    expect(ranges()).toEqual([at("B12:B14"), at("C12:C14")]);
    book.chartsFollow({ sheet: sheet.id, rect: at("B12") }, { sheet: sheet.id, rect: at("Z1") });
    expect(ranges()).toEqual([at("B12:B14"), at("C12:C14")]);
  });

  it("[HO182] is copied with its sheet, goes with it, and comes back by undo", async () => {
    const copy = book.copySheet(sheet, 1);
    const [copied] = copy.charts();
    expect(copied?.id).not.toBe(chart().id);
    expect(copied?.series[0]?.values).toEqual({ sheet: copy.id, rect: at("B2:B4") });
    book.deleteSheet(sheet);
    await book.undo();
    expect(book.sheet(sheet.id)?.charts()).toHaveLength(1);
  });

  it("[HO182] says when charts are added, chosen and deleted", () => {
    const { events } = record(book);
    const added = sheet.addChart({ ...chart(), name: "Chart 2" });
    book.activeChart = added.id;
    expect(book.activeChart).toBe(added.id);
    sheet.removeChart(added.id);
    expect(book.activeChart).toBeNull();
    expect(events.map(({ kind }) => kind).filter((kind) => kind !== "charts")).toEqual([
      "chart-added",
      "chart-activated",
      "chart-deactivated",
      "chart-deleted",
    ]);
  });

  it("[HO183] is in a snapshot and comes back with it, once", () => {
    const kept = chart();
    sheet.updateChart({ ...kept, title: { text: "Sales", visible: true } });
    const snapshot = bookSnapshot(book);
    expect(snapshot.sheets[0]?.charts).toMatchObject([
      { name: "Chart 1", series: [{ values: "Sheet1!$B$2:$B$4", categories: "Sheet1!$A$2:$A$4" }, {}] },
    ]);
    restoreBook(book, snapshot);
    restoreBook(book, snapshot, bookSnapshot(book));
    sheet = book.activeSheet;
    expect(sheet.charts()).toHaveLength(1);
    expect(chart()).toMatchObject({ title: { text: "Sales" }, place: kept.place });
    expect(ranges()).toEqual([at("B2:B4"), at("C2:C4")]);
  });

  it("[HO184] chooses an axis as Excel does: from zero, with room above, in round steps", () => {
    const scale = (values: number[], change: Partial<ChartRecord> = {}) => {
      put(sheet, "K1", [["v"], ...values.map((value) => [value])]);
      const rect = { ...at("K1"), rows: values.length + 1 };
      return scaleOf(
        book,
        { ...chart(), series: inferSeries(sheet, rect, "Columns", 1), ...change },
        "Primary",
      );
    };
    expect(scale([30, 20, 12])).toEqual({ minimum: 0, maximum: 35, majorUnit: 5 });
    expect(scale([82_000, 41_000])).toEqual({ minimum: 0, maximum: 100_000, majorUnit: 20_000 });
    expect(scale([-4, 8])).toEqual({ minimum: -6, maximum: 10, majorUnit: 2 });
    expect(scale([0.1, 0.3])).toEqual({ minimum: 0, maximum: 0.35, majorUnit: 0.05 });
    expect(scale([1], { axes: { value: { minimum: 0, maximum: 1, majorUnit: 0.2 } } })).toEqual({
      minimum: 0,
      maximum: 1,
      majorUnit: 0.2,
    });
    expect(scale([98, 100], { chartType: "Line" }).minimum).toBeGreaterThan(90);
    expect(scale([])).toEqual({ minimum: 0, maximum: 1.2, majorUnit: 0.2 });
  });
});
