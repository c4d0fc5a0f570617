/** Title, finding and the six headline figures. */
import { yearBaseIsWhole, yearGrowth } from "../../core/purchases/growth";
import { growthFormat } from "../review/column-formats";
import type { Block } from "../review/head-block";
import { metaText } from "../review/head-block";
import { accent, ink, medium, missing, muted, signal, smallSize } from "../review/palette";
import { currencySymbol, oneLine } from "../review/sheet-context";
import type { Area } from "../sheet-plan";
import type { CellInput } from "../workbook-gateway";
import { money, percent, type OverviewContext } from "./overview-context";
import type { OverviewFigures, RankedAccount } from "./overview-figures";
import { at, half } from "./overview-layout";

const width = half.end + 1;
const row = (at: number, column = 0, columns = width): Area => ({ row: at, column, rows: 1, columns });

interface Headline {
  readonly id: string;
  readonly value: CellInput;
  readonly numberFormat: string;
  readonly remark: string;
  readonly alarm?: boolean;
}

/** A fall of more than a tenth is an alarm. */
const fall = -0.1;

function largestOf(first: RankedAccount | undefined): Headline {
  const known = first !== undefined && first.pareto.value > 0;
  return {
    id: "largest",
    value: known ? first.pareto.share : missing,
    numberFormat: "0.0%",
    remark: known ? oneLine(first.figures.account.shortName || first.figures.account.id) : "",
  };
}

function headlines(context: OverviewContext, figures: OverviewFigures): Headline[] {
  const { texts, model } = context;
  const { total, before, tiers, ranked, effective } = figures;
  const symbol = currencySymbol(model.settings.currency).replaceAll('"', "");
  const growth = yearGrowth({ revenue12: total, revenueBefore: before });
  const remark = (id: string, values = {}) => texts(`sheets:overview.remark.${id}`, values);
  return [
    {
      id: "purchases",
      value: total,
      numberFormat: `"${symbol}"#,##0`,
      remark: remark("purchases", { buying: figures.buying, all: figures.accounts }),
    },
    {
      id: "change",
      value: growth ?? missing,
      numberFormat: growthFormat,
      remark: remark(yearBaseIsWhole(model.asOf, model) ? "change" : "changePart"),
      alarm: growth !== null && growth < fall,
    },
    ...tiers
      .filter(({ name }) => name !== "general")
      .map(({ name, accounts, amountShare }) => ({
        id: name,
        value: accounts,
        numberFormat: "0",
        remark: remark("share", { share: percent(amountShare) }),
      })),
    largestOf(ranked[0]),
    { id: "effective", value: effective ?? missing, numberFormat: "0.0", remark: remark("effective") },
  ];
}

/** Two columns each, left and right of the gutter. */
const places = [0, 2, 4, 7, 9, 11];

export const headMerges = (): Area[] => places.map((column) => row(at.figure, column, 2));

function finding(context: OverviewContext, figures: OverviewFigures): string {
  const { texts } = context;
  const { total, classes, tiers, accounts } = figures;
  if (total <= 0) return texts("sheets:overview.nothing");
  const best = classes.find(({ name }) => name === "A");
  const important = tiers.find(({ name }) => name === "important");
  return texts("sheets:overview.finding", {
    best: best?.accounts ?? 0,
    all: accounts,
    total: money(context, total),
    important: important?.accounts ?? 0,
    share: percent(important?.amountShare ?? 0),
  });
}

export function headOf(context: OverviewContext, figures: OverviewFigures): Block {
  const { texts, cycle } = context;
  const heads = headlines(context, figures);
  const line = (of: (head: Headline) => CellInput) => {
    const cells: CellInput[] = Array.from({ length: width }, () => "");
    heads.forEach((head, index) => {
      cells[places[index] ?? 0] = of(head);
    });
    return [cells];
  };
  return {
    cells: [
      { row: at.meta, column: 0, values: [[texts("sheets:overview.kind")]] },
      { row: at.meta, column: half.end, values: [[metaText(context)]] },
      { row: at.title, column: 0, values: [[texts("sheets:overview.title", { cycle })]] },
      { row: at.finding, column: 0, values: [[finding(context, figures)]] },
      { row: at.label, column: 0, values: line((head) => texts(`sheets:overview.headline.${head.id}`)) },
      { row: at.figure, column: 0, values: line((head) => head.value) },
      { row: at.remark, column: 0, values: line((head) => head.remark) },
    ],
    formats: [
      { area: row(at.meta), format: { size: smallSize, color: muted } },
      { area: row(at.meta, half.end, 1), format: { horizontal: "right" } },
      { area: row(at.title), format: { size: 18, bold: true, color: ink, vertical: "center" } },
      { area: row(at.finding), format: { size: 9, color: muted, vertical: "center" } },
      { area: row(at.rule), format: { top: medium(accent) } },
      { area: row(at.label), format: { size: smallSize, color: muted } },
      { area: row(at.remark), format: { size: smallSize, color: muted } },
      ...heads.map(({ numberFormat, alarm }, index) => ({
        area: row(at.figure, places[index] ?? 0, 2),
        format: {
          size: 15,
          bold: true,
          color: alarm ? signal : ink,
          horizontal: "left" as const,
          vertical: "center" as const,
          shrink: true,
          numberFormat,
        },
      })),
    ],
  };
}
