/** Where everything stands on the overview: A4 portrait, two halves of six columns, a gutter, chart data at the right. */
import type { Area } from "../sheet-plan";

/** Points: 12 columns and the gutter make 505.5. */
export const half = { left: 0, gutter: 6, right: 7, end: 12 } as const;
const columnWidth = 41.25;
const gutterWidth = 10.5;
const dataWidths = [30, 30, 60, 48, 48, 48, 48, 36];
/** First column of the chart data: one blank column behind the print area. */
export const dataColumn = 14;

export const columnWidths: readonly { readonly width: number }[] = [
  ...Array.from({ length: half.end + 1 }, (_, column) => ({
    width: column === half.gutter ? gutterWidth : columnWidth,
  })),
  { width: 20 },
  ...dataWidths.map((width) => ({ width })),
];

const chartRows = 14;
export const tierRows = 3;
export const topRows = 10;

export const at = {
  meta: 0,
  title: 1,
  finding: 2,
  rule: 3,
  label: 4,
  figure: 5,
  remark: 6,
  concentration: 8,
  pareto: 9,
  tiers: 9 + chartRows + 1,
  tierHeadings: 9 + chartRows + 2,
  tierBody: 9 + chartRows + 3,
  classHeadings: 9 + chartRows + 3 + tierRows + 1,
  classBody: 9 + chartRows + 3 + tierRows + 2,
  top: 9 + chartRows + 3 + tierRows + 6,
  topHeadings: 9 + chartRows + 3 + tierRows + 7,
  topBody: 9 + chartRows + 3 + tierRows + 8,
  note: 9 + chartRows + 3 + tierRows + 8 + topRows,
} as const;
export const signature = at.note + 1;
export const signLabel = at.note + 2;

export const paretoArea: Area = { row: at.pareto, column: 0, rows: chartRows, columns: half.end + 1 };
export const tierChartArea: Area = {
  row: at.tierHeadings,
  column: 0,
  rows: at.top - 1 - at.tierHeadings,
  columns: half.gutter,
};
export const printArea: Area = { row: 0, column: 0, rows: signLabel + 1, columns: half.end + 1 };

export const rowHeights = (chinese: boolean) => {
  const body = chinese ? 15 : 14.5;
  const line = (row: number, height: number, rows = 1) => ({ row, rows, height });
  return [
    line(at.meta, 12),
    line(at.title, 26),
    line(at.finding, 15),
    line(at.rule, 8),
    line(at.label, 12),
    line(at.figure, 22),
    line(at.remark, 12),
    line(at.remark + 1, 9),
    line(at.concentration, 16),
    line(at.pareto, 15, chartRows),
    line(at.tiers - 1, 9),
    line(at.tiers, 16),
    line(at.tierHeadings, 13),
    line(at.tierBody, body, at.top - 1 - at.tierBody),
    line(at.top - 1, 9),
    line(at.top, 16),
    line(at.topHeadings, 13),
    line(at.topBody, body, topRows),
    line(at.note, 12),
    line(signature, 30),
    line(signLabel, 12),
  ];
};
