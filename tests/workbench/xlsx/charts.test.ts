import type { ChartSnapshot } from "../../../workbench/book/charts/chart-snapshot";
import type { BookSnapshot } from "../../../workbench/book/book-snapshot";
import { readXlsx } from "../../../workbench/xlsx/read-xlsx";
import { writeXlsx } from "../../../workbench/xlsx/write-xlsx";
import { snapshot as sample } from "./sample-snapshot";

const series = (id: number, column: string, change: Partial<ChartSnapshot["series"][number]> = {}) => ({
  id,
  name: null,
  nameRef: `'Daten 1'!$${column}$1`,
  values: `'Daten 1'!$${column}$2:$${column}$5`,
  categories: "'Daten 1'!$A$2:$A$5",
  chartType: null,
  axisGroup: "Primary" as const,
  ...change,
});

const pareto: ChartSnapshot = {
  name: 'Pareto "A & B"',
  chartType: "ColumnClustered",
  place: {
    from: { row: 6, column: 0, down: 3, right: 1.5 },
    to: { row: 20, column: 6, down: 0, right: 0 },
  },
  series: [
    series(1, "B", { gapWidth: 20, overlap: 100, format: { fill: { color: "#1B4F72" } } }),
    series(2, "C", {
      chartType: "Line",
      axisGroup: "Secondary",
      format: { line: { color: "#1F2A33", lineStyle: "Dash", weight: 1.25 } },
    }),
  ],
  title: { visible: false },
  legend: { visible: false },
  axes: {
    category: {
      visible: true,
      majorTickMark: "None",
      tickLabelSpacing: 1,
      majorGridlines: { visible: false },
      format: { font: { color: "#56626B", size: 8 }, line: { color: "#D5DBE0", weight: 0.5 } },
    },
    value: {
      visible: true,
      minimum: 0,
      numberFormat: "#,##0",
      majorTickMark: "None",
      majorGridlines: { visible: false },
      format: { line: { lineStyle: "None" } },
    },
    secondaryCategory: { visible: false, majorTickMark: "None", majorGridlines: { visible: false } },
    secondaryValue: {
      visible: true,
      minimum: 0,
      maximum: 1,
      majorUnit: 0.2,
      numberFormat: "0%",
      majorTickMark: "None",
      majorGridlines: { visible: true, format: { line: { color: "#E6EAED", weight: 0.5 } } },
    },
  },
  format: { fill: { color: "" }, border: { lineStyle: "None" } },
  displayBlanksAs: "NotPlotted",
};

const bars: ChartSnapshot = {
  ...pareto,
  name: "Bars",
  chartType: "BarStacked",
  series: [
    series(1, "B", { hasDataLabels: true, dataLabels: { showValue: true, numberFormat: "#,##0" } }),
    series(2, "C"),
  ],
  title: {
    text: "Käufe 购买",
    visible: true,
    format: { font: { bold: true, color: "#1B4F72", size: 12 } },
  },
  legend: { visible: true, position: "Right" },
  axes: {},
};

const numbers = [
  ["Name", "Purchases", "Share"],
  ["Ann", 60, 0.6],
  ["Bo", 25, 0.85],
  ["Cy", 10, 0.95],
  ["Di", 5, 1],
];

const data: BookSnapshot = {
  ...sample,
  names: [],
  sheets: [
    {
      ...sample.sheets[1]!,
      id: "",
      name: "Plain",
      visibility: "Visible",
      charts: [],
    },
    {
      ...sample.sheets[1]!,
      id: "",
      name: "Daten 1",
      visibility: "Visible",
      cells: Object.fromEntries(
        numbers.flatMap((row, r) => row.map((value, c) => [`${r},${c}`, { value }] as const)),
      ),
      charts: [
        pareto,
        bars,
        { ...pareto, name: "Round", chartType: "Pie", series: [series(1, "B")], axes: {} },
      ],
    },
  ],
};

describe("charts in .xlsx files", () => {
  let read: BookSnapshot;
  beforeAll(async () => {
    read = await readXlsx(await writeXlsx(data));
  });

  const charts = () => read.sheets[1]?.charts ?? [];

  it("[HO-X7] come back with place, cells, second axis, gaps, lines, fonts and number formats", () => {
    expect(charts()).toHaveLength(3);
    const [first] = charts();
    expect(first).toMatchObject({ ...pareto, series: expect.anything() });
    expect(first?.series[0]).toMatchObject(pareto.series[0]!);
    expect(first?.series[1]).toMatchObject(pareto.series[1]!);
  });

  it("[HO-X7] keep their names, titles, legends and labels", () => {
    expect(charts().map(({ name }) => name)).toEqual(['Pareto "A & B"', "Bars", "Round"]);
    expect(charts()[1]).toMatchObject({
      chartType: "BarStacked",
      title: bars.title,
      legend: bars.legend,
      series: [{ hasDataLabels: true, dataLabels: { showValue: true, numberFormat: "#,##0" } }, {}],
    });
    expect(charts()[2]).toMatchObject({ chartType: "Pie", title: { visible: false } });
    expect(read.sheets[0]?.charts).toEqual([]);
  });

  it("[HO-X7] are written the same once they were read", async () => {
    const again = await readXlsx(await writeXlsx(read));
    expect(again.sheets[1]?.charts).toEqual(charts());
  });
});
