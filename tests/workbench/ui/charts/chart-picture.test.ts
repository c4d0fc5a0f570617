import type { Book } from "../../../../workbench/book/book";
import { createHeadlessBook } from "../../../../workbench/book/boot-headless";
import type { ChartRecord } from "../../../../workbench/book/charts/chart-record";
import { inferSeries } from "../../../../workbench/book/charts/infer-series";
import { chartOption } from "../../../../workbench/ui/charts/chart-option";
import { chartPicture } from "../../../../workbench/ui/charts/chart-picture";
import { at, put } from "../../book/spot";

describe("pictures of charts", () => {
  let book: Book;
  beforeAll(async () => {
    book = await createHeadlessBook();
    put(book.activeSheet, "A1", [
      ["Name", "Sales", "Share"],
      ["Ann <b>", 30_000, 0.5],
      ["Bo", 20_000, 0.8],
      ["Cy", "", 1],
    ]);
  });
  afterAll(() => book.dispose());

  const chart = (change: Partial<ChartRecord> = {}): ChartRecord => {
    const [sales, share] = inferSeries(book.activeSheet, at("A1:C4"), "Columns", 1);
    return {
      id: "{1}",
      sheet: book.activeSheet.id,
      name: "Chart 1",
      chartType: "ColumnClustered",
      place: {
        from: { row: 0, column: 0, down: 0, right: 0 },
        to: { row: 9, column: 9, down: 0, right: 0 },
      },
      series: [sales!, { ...share!, chartType: "Line", axisGroup: "Secondary" }],
      axes: { value: { numberFormat: "#,##0," }, secondaryValue: { numberFormat: "0%", maximum: 1 } },
      ...change,
    };
  };
  const picture = (one: ChartRecord) =>
    chartPicture(chartOption(book, one), one.format?.border, { width: 480, height: 288 });
  const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

  it("[HO-UI40] shows categories, both axes with their number formats, title and legend", () => {
    const shown = texts(picture(chart({ title: { text: "Who buys", visible: true } })));
    for (const text of ["Bo", "Cy", "35", "100%", "Who buys", "Sales", "Share"])
      expect(shown).toContain(text);
  });

  it("[HO-UI40] text of cells is text in the picture, never markup", () => {
    expect(picture(chart())).toContain("Ann &lt;b&gt;");
    expect(picture(chart())).not.toContain("<b>");
  });

  it("[HO-UI40] what was hidden is not drawn, and an area without fill and border shows the cells", () => {
    const bare = picture(
      chart({
        title: { visible: false },
        legend: { visible: false },
        format: { fill: { color: "" }, border: { lineStyle: "None" } },
        axes: { value: { visible: false }, secondaryValue: { visible: false } },
      }),
    );
    expect(texts(bare)).toEqual(["Ann &lt;b&gt;", "Bo", "Cy"]);
    expect(bare).not.toMatch(/<rect[^>]*stroke=/);
  });

  it.each(["BarStacked", "ColumnStacked100", "LineMarkers", "Area", "Pie", "Doughnut"] as const)(
    "[HO-UI40] draws %s",
    (chartType) => {
      const one = chart({ chartType });
      const svg = picture({
        ...one,
        series: one.series.map((series) => ({ ...series, chartType: null, axisGroup: "Primary" })),
      });
      expect(svg.match(/<path/g)?.length ?? 0).toBeGreaterThan(1);
      expect(svg).not.toContain("NaN");
    },
  );

  it("[HO-UI40] changes with the values", () => {
    const before = picture(chart());
    put(book.activeSheet, "B2", [[10_000]]);
    expect(picture(chart())).not.toBe(before);
  });
});
