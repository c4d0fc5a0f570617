/** The figures beside the charts: tiers, classes, and the largest accounts. */
import { yearBaseIsWhole, yearGrowth } from "../../core/purchases/growth";
import { badgeRules, beyondTenfold, body, dataBar, figure, growthFormat } from "../review/column-formats";
import type { Block } from "../review/head-block";
import { accent, hairline, ink, medium, missing, muted, smallSize, thin, white } from "../review/palette";
import { oneLine } from "../review/sheet-context";
import type { Area, CellFormat, SheetPlan } from "../sheet-plan";
import type { CellInput } from "../workbook-gateway";
import { currencySymbol } from "../review/sheet-context";
import { tierWord, type OverviewContext } from "./overview-context";
import type { OverviewFigures, Part } from "./overview-figures";
import { at, half, tierRows, topRows } from "./overview-layout";

type Rules = SheetPlan["conditionalFormats"][number];

const right = half.right;
const sixth = (row: number, rows = 1): Area => ({ row, column: right, rows, columns: 6 });
const headings: CellFormat = {
  size: smallSize,
  color: muted,
  horizontal: "right",
  vertical: "bottom",
  bottom: thin(hairline),
};
const lines: CellFormat = { ...body, bottom: thin(hairline), insideHorizontal: thin(hairline) };

/** Name, accounts, their share, purchases, their share, mean. */
const partRow = (name: string, part: Omit<Part<string>, "name">): CellInput[] => [
  name,
  part.accounts,
  part.accountShare,
  part.amount,
  part.amountShare,
  part.mean ?? missing,
];

/** Formats of the six columns from the second on. */
const partFormats = (row: number, rows: number): Block["formats"] =>
  ["0", "0%", "#,##0", "0%", "#,##0"].map((numberFormat, index) => ({
    area: { row, column: right + 1 + index, rows, columns: 1 },
    format: { ...figure, numberFormat },
  }));

export function partTables(context: OverviewContext, figures: OverviewFigures): Block {
  const { texts, model } = context;
  const unit = currencySymbol(model.settings.currency);
  const heads = (first: string) => [
    texts(`sheets:overview.heading.${first}`),
    ...["accounts", "share", "purchases", "share", "mean"].map((id) =>
      texts(`sheets:overview.heading.${id}`, { unit }),
    ),
  ];
  const whole = {
    accounts: figures.accounts,
    accountShare: figures.accounts > 0 ? 1 : 0,
    amount: figures.total,
    amountShare: figures.total > 0 ? 1 : 0,
    mean: figures.accounts > 0 ? figures.total / figures.accounts : null,
  };
  const tierCells = figures.tiers.map((part) => partRow(tierWord(texts, part.name), part));
  const classCells = figures.classes.map((part) =>
    partRow(texts(`sheets:overview.class.${part.name}`), part),
  );
  return {
    cells: [
      { row: at.tierHeadings, column: right, values: [heads("tier")] },
      {
        row: at.tierBody,
        column: right,
        values: [...tierCells, partRow(texts("sheets:overview.all"), whole)],
      },
      { row: at.classHeadings, column: right, values: [heads("class")] },
      { row: at.classBody, column: right, values: classCells },
    ],
    formats: [
      ...[at.tierHeadings, at.classHeadings].flatMap((row) => [
        { area: sixth(row), format: headings },
        { area: { ...sixth(row), columns: 1 }, format: { horizontal: "left" as const } },
      ]),
      { area: sixth(at.tierBody, tierRows + 1), format: lines },
      { area: sixth(at.classBody, 3), format: lines },
      { area: sixth(at.tierBody + tierRows), format: { bold: true } },
      ...partFormats(at.tierBody, tierRows + 1),
      ...partFormats(at.classBody, 3),
    ],
  };
}

/** One scale for both tables, so that their bars can be compared. */
export const partRules = (): Rules[] =>
  [
    { row: at.tierBody, rows: tierRows },
    { row: at.classBody, rows: 3 },
  ].map(({ row, rows }) => ({
    area: { row, column: right + 4, rows, columns: 1 },
    rule: dataBar(1),
  }));

interface TopColumn {
  readonly id: string;
  readonly column: number;
  readonly format: CellFormat;
}

const small: CellFormat = { ...body, size: smallSize, color: muted };
const topColumns: readonly TopColumn[] = [
  { id: "rank", column: 0, format: { ...small, horizontal: "right", numberFormat: "0" } },
  { id: "tier", column: 1, format: { ...body, bold: true, horizontal: "center" } },
  { id: "name", column: 2, format: { ...body, horizontal: "left", indent: 1 } },
  { id: "owner", column: 7, format: { ...small, horizontal: "left" } },
  { id: "purchases", column: 9, format: { ...figure, numberFormat: "#,##0" } },
  { id: "share", column: 10, format: { ...figure, numberFormat: "0.0%" } },
  { id: "cumulative", column: 11, format: { ...figure, numberFormat: "0%" } },
  { id: "growth", column: 12, format: { ...figure, numberFormat: growthFormat } },
];

const shownTop = ({ ranked }: OverviewFigures) =>
  ranked.filter(({ pareto }) => pareto.value > 0).slice(0, topRows);

const topArea = (column: number, columns: number, rows: number = topRows): Area => ({
  row: at.topBody,
  column,
  rows,
  columns,
});

export function topTable(context: OverviewContext, figures: OverviewFigures): Block {
  const { texts, model } = context;
  const unit = currencySymbol(model.settings.currency);
  const width = half.end + 1;
  const head: CellInput[] = Array.from({ length: width }, () => "");
  for (const { id, column } of topColumns) head[column] = texts(`sheets:overview.heading.${id}`, { unit });
  // What the star says stands under the headline figure.
  if (!yearBaseIsWhole(model.asOf, model)) head[12] = texts("sheets:overview.heading.growthPart");
  const rows = shownTop(figures).map(({ figures: one, pareto }, index) => {
    const { account, metrics, tierInForce } = one;
    const cells: CellInput[] = Array.from({ length: width }, () => "");
    const values: Record<string, CellInput> = {
      rank: index + 1,
      tier: texts(`sheets:review.badge.${tierInForce}`),
      name: oneLine(account.name) || account.id,
      owner: oneLine(account.owner) || missing,
      purchases: pareto.value,
      share: pareto.share,
      cumulative: pareto.cumulative,
      growth: yearGrowth(metrics) ?? missing,
    };
    for (const { id, column } of topColumns) cells[column] = values[id] ?? "";
    return cells;
  });
  const edge = medium(white);
  const headRow: Area = { row: at.topHeadings, column: 0, rows: 1, columns: width };
  return {
    cells: [
      { row: at.topHeadings, column: 0, values: [head] },
      { row: at.topBody, column: 0, values: rows.length > 0 ? rows : [[missing]] },
    ],
    formats: [
      { area: headRow, format: headings },
      ...["name", "owner", "tier"].map((id) => ({
        area: { ...headRow, column: topColumns.find((one) => one.id === id)?.column ?? 0, columns: 1 },
        format: {
          horizontal: id === "tier" ? ("center" as const) : ("left" as const),
          ...(id === "name" ? { indent: 1 } : {}),
        },
      })),
      { area: topArea(0, width), format: lines },
      ...topColumns.map(({ column, format }) => ({ area: topArea(column, 1), format })),
      {
        area: topArea(1, 1),
        format: { left: edge, right: edge, bottom: edge, insideHorizontal: edge },
      },
    ],
  };
}

export function topRules(context: OverviewContext, figures: OverviewFigures): Rules[] {
  if (shownTop(figures).length === 0) return [];
  const first = `$M${at.topBody + 1}`;
  return [
    ...badgeRules(context).map((rule) => ({ area: topArea(1, 1), rule })),
    { area: topArea(9, 1), rule: dataBar("highest") },
    { area: topArea(12, 1), rule: beyondTenfold(first) },
  ];
}

/** Section titles, with the key of a chart at the right end. */
export function sectionTitles(
  sections: readonly { row: number; column: number; columns: number; title: string; key?: string }[],
): Block {
  return {
    cells: sections.flatMap(({ row, column, columns, title, key }) => [
      { row, column, values: [[title]] },
      ...(key ? [{ row, column: column + columns - 1, values: [[key]] }] : []),
    ]),
    formats: sections.flatMap(({ row, column, columns, key }) => {
      const area: Area = { row, column, rows: 1, columns };
      return [
        {
          area,
          format: { size: 10, bold: true, color: accent, vertical: "center" as const, bottom: thin(accent) },
        },
        ...(key
          ? [
              {
                area: { ...area, column: column + columns - 1, columns: 1 },
                format: { size: smallSize, bold: false, color: muted, horizontal: "right" as const },
              },
            ]
          : []),
      ];
    }),
  };
}

/** Three lines to sign on; each line lies on its label's row, so that no page break can part the two. */
export const signPlaces: readonly {
  readonly id: string;
  readonly column: number;
  readonly columns: number;
}[] = [
  { id: "representative", column: 0, columns: 3 },
  { id: "salesManager", column: 5, columns: 4 },
  { id: "generalManager", column: 10, columns: 3 },
];
export const signFormat: CellFormat = {
  size: smallSize,
  color: muted,
  horizontal: "left",
  top: thin(ink),
};
