/** The overview of a cycle: how purchases are spread over accounts and tiers, on one page for the leader. */
import { footers } from "../review/page-setup";
import { accent, muted, smallSize } from "../review/palette";
import type { Block } from "../review/head-block";
import type { SheetPlan } from "../sheet-plan";
import { paretoData, type ParetoData } from "./chart-data";
import { dataRow, paretoChart, paretoKey, tierChart } from "./overview-charts";
import type { OverviewContext } from "./overview-context";
import { overviewFigures, type OverviewFigures } from "./overview-figures";
import { headMerges, headOf } from "./overview-head";
import {
  at,
  columnWidths,
  dataColumn,
  half,
  printArea,
  rowHeights,
  signature,
  signLabel,
} from "./overview-layout";
import { overviewMark, overviewMarkName } from "./overview-mark";
import {
  partRules,
  partTables,
  sectionTitles,
  signFormat,
  signPlaces,
  topRules,
  topTable,
} from "./overview-tables";

const dataHeadings = ["label", "rank", "account", "A", "B", "C", "cumulative", "mark"] as const;

/** Right of the print area: what the chart is drawn from, readable without it. */
function dataBlock({ texts }: OverviewContext, { rows }: ParetoData): Block {
  const area = { row: dataRow, column: dataColumn, rows: rows.length, columns: dataHeadings.length };
  const heads = dataHeadings.map((id) => texts(`sheets:overview.data.${id}`));
  const format = (column: number, columns: number, numberFormat: string) => ({
    area: { ...area, column: dataColumn + column, columns },
    format: { numberFormat },
  });
  return {
    cells: [
      { row: dataRow - 2, column: dataColumn, values: [[texts("sheets:overview.chartData")]] },
      { row: dataRow - 1, column: dataColumn, values: [heads] },
      { row: dataRow, column: dataColumn, values: rows },
    ],
    formats: [
      {
        area: { ...area, row: dataRow - 2, rows: rows.length + 2 },
        format: { size: smallSize, color: muted },
      },
      format(3, 3, "#,##0"),
      format(6, 2, "0.0%"),
    ],
  };
}

function sections(context: OverviewContext, figures: OverviewFigures, data: ParetoData): Block {
  const { texts } = context;
  const best = figures.classes.find(({ name }) => name === "A");
  return sectionTitles([
    {
      row: at.concentration,
      column: 0,
      columns: half.end + 1,
      title: texts("sheets:overview.section.concentration", {
        best: best?.accounts ?? 0,
        all: figures.accounts,
      }),
      ...(figures.total > 0 ? { key: paretoKey(context, data) } : {}),
    },
    {
      row: at.tiers,
      column: 0,
      columns: half.gutter,
      title: texts("sheets:overview.section.tiers"),
      key: texts("sheets:overview.tierKey"),
    },
    { row: at.tiers, column: half.right, columns: 6, title: texts("sheets:overview.section.figures") },
    { row: at.top, column: 0, columns: half.end + 1, title: texts("sheets:overview.section.top") },
  ]);
}

function foot({ texts }: OverviewContext): Block {
  return {
    cells: [
      { row: at.note, column: 0, values: [[texts("sheets:overview.note")]] },
      ...signPlaces.map(({ id, column }) => ({
        row: signLabel,
        column,
        values: [[texts(`sheets:review.sign.${id}`)]],
      })),
    ],
    formats: [
      {
        area: { row: at.note, column: 0, rows: 1, columns: half.end + 1 },
        format: { size: smallSize, color: muted, vertical: "center" },
      },
      ...signPlaces.map(({ column, columns }) => ({
        area: { row: signLabel, column, rows: 1, columns },
        format: signFormat,
      })),
    ],
  };
}

/** `name` must be free in the workbook. As many entries for 5,000 accounts as for 50: the chart groups them. */
export function planOverview(context: OverviewContext, name: string): SheetPlan {
  const { texts, cycle, model, language } = context;
  const figures = overviewFigures(model);
  const data = paretoData(figures.ranked);
  const bought = figures.total > 0;
  const blocks = [
    headOf(context, figures),
    sections(context, figures, data),
    partTables(context, figures),
    topTable(context, figures),
    foot(context),
    ...(bought ? [dataBlock(context, data)] : []),
  ];
  return {
    name,
    tabColor: accent,
    columns: columnWidths,
    rowHeights: rowHeights(language !== "en"),
    merges: headMerges(),
    cells: blocks.flatMap(({ cells }) => cells),
    formats: blocks.flatMap(({ formats }) => formats),
    conditionalFormats: [...partRules(), ...topRules(context, figures)],
    validations: [],
    freeze: null,
    autoFilter: null,
    names: [
      { name: overviewMarkName, constant: overviewMark({ cycle, ruleVersion: model.settings.ruleVersion }) },
    ],
    charts: bought ? [paretoChart(context, data), tierChart(context)] : [],
    page: {
      orientation: "portrait",
      margins: { left: 36, right: 36, top: 36, bottom: 43, footer: 22 },
      fitWide: 1,
      fitTall: 1,
      titleRows: null,
      printArea,
      ...footers(context, texts("sheets:overview.footer", { cycle })),
      centerHorizontally: true,
    },
    select: { row: signature, column: 0 },
  };
}
