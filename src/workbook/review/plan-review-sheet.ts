/** One review sheet as data: nothing here knows a host. */
import type { Area, SheetPlan } from "../sheet-plan";
import { dayInSentence } from "./day-text";
import {
  bodyFormats,
  bodyNames,
  bodyRules,
  checkWidth,
  goneCellsOf,
  rowCellsOf,
  sideColumns,
  tallRows,
} from "./body-block";
import { findingOf } from "./finding";
import { headBlock } from "./head-block";
import { accent, muted, smallSize } from "./palette";
import { footBlock, type FootRows } from "./foot-block";
import { pageOf } from "./page-setup";
import { quarterBarTop } from "./quarter-columns";
import type { PlacedColumn } from "./review-column";
import { markName, markText } from "./review-names";
import type { ReviewRow, TypedRow } from "./review-row";
import type { SheetContext } from "./sheet-context";
import { firstBodyRow, headRows, placedColumns } from "./sheet-layout";

interface SheetContent {
  readonly rows: readonly ReviewRow[];
  /** Typed rows of accounts that left this sheet. */
  readonly gone: readonly TypedRow[];
  /** Accounts that were important at their last review and are not now. */
  readonly left: number;
}

/** Above this many tall rows all rows become tall: one host call instead of hundreds. */
const tallLimit = 200;

interface Rows extends FootRows {
  readonly body: number;
  readonly goneTitle: number | null;
  /** Rows the named ranges run over, from the first body row. */
  readonly named: number;
}

function rowsOf({ rows, gone }: SheetContent): Rows {
  const body = Math.max(1, rows.length);
  const end = firstBodyRow + body;
  const goneTitle = gone.length > 0 ? end + 1 : null;
  const named = goneTitle === null ? body : body + 2 + gone.length;
  const spacer = firstBodyRow + named;
  return { body, goneTitle, named, spacer, note: spacer + 1, signature: spacer + 2, label: spacer + 3 };
}

function heights(context: SheetContext, at: Rows, tall: readonly number[]): SheetPlan["rowHeights"] {
  const base = context.tier === "general" ? 16 : 26;
  const high = context.language === "en" ? 37 : 40;
  const all = tall.length > tallLimit;
  const line = (row: number, height: number, rows = 1) => ({ row, rows, height });
  return [
    line(headRows.meta, 12),
    line(headRows.title, 26),
    line(headRows.finding, 15),
    line(headRows.rule, 8),
    line(headRows.groups, 14),
    line(headRows.headings, 26),
    line(firstBodyRow, all ? high : base, at.body),
    ...(all ? [] : tall.map((index) => line(firstBodyRow + index, high))),
    ...(at.goneTitle === null
      ? []
      : [line(at.goneTitle - 1, 9), line(at.goneTitle, 16, at.named - at.body - 1)]),
    line(at.spacer, 6),
    line(at.note, 12),
    line(at.signature, 34),
    line(at.label, 12),
  ];
}

/** "No longer on this sheet": what was typed stays readable and comes back with its account. */
function goneBlock(
  context: SheetContext,
  gone: readonly TypedRow[],
  columns: readonly PlacedColumn[],
  at: Rows,
) {
  if (at.goneTitle === null) return { cells: [], formats: [] };
  const rows = gone.map((typed) => goneCellsOf(typed, columns, context.date1904));
  const area: Area = { row: at.goneTitle + 1, column: 0, rows: gone.length, columns: columns.length };
  return {
    cells: [
      { row: at.goneTitle, column: 0, values: [[context.texts("sheets:review.gone")]] },
      { row: at.goneTitle + 1, column: 0, values: rows },
    ],
    formats: [
      {
        area: { ...area, row: at.goneTitle, rows: 1, columns: 1 },
        format: { size: 10, bold: true, color: accent },
      },
      { area, format: { size: smallSize, color: muted, vertical: "center" as const } },
      ...columns
        .filter((column) => column.named === "nextCheck")
        .map(({ index, format }) => ({
          area: { ...area, column: index, columns: 1 },
          format: { ...(format.numberFormat ? { numberFormat: format.numberFormat } : {}) },
        })),
    ],
  };
}

function nobody(context: SheetContext): string {
  const { texts, tier, model, language } = context;
  return texts("sheets:review.nobody", {
    tier: texts(`sheets:review.tier.${tier}`),
    day: dayInSentence(model.asOf, language),
  });
}

/**
 * The sheet of one tier. `name` must be free in the workbook. A plan for 5,000 rows has as many entries as one
 * for 50, but for the heights of rows with three-line texts (at most 200).
 */
export function planReviewSheet(context: SheetContext, content: SheetContent, name: string): SheetPlan {
  const listed = content.rows.map((row) => row.figures);
  const columns = placedColumns(context, listed);
  const side = sideColumns(columns);
  const at = rowsOf(content);
  const values = content.rows.map((row) => rowCellsOf(row, columns));
  const none = content.rows.length === 0;
  const quarterTop = quarterBarTop(listed);
  const head = headBlock(context, columns, listed, findingOf(content.rows, content.left, context));
  const foot = footBlock(context, columns, at, quarterTop);
  const gone = goneBlock(context, content.gone, columns, at);
  const printArea: Area = { row: 0, column: 0, rows: at.label + 1, columns: columns.length };
  const inputs = columns.filter((column) => column.named === "decision");
  return {
    name,
    tabColor: accent,
    columns: [
      ...columns.map(({ width }) => ({ width })),
      { width: checkWidth },
      ...[side.id, side.key, side.group].map(() => ({ width: 60, hidden: true })),
    ],
    rowHeights: heights(context, at, none ? [] : tallRows(values, columns)),
    cells: [
      ...head.cells,
      { row: firstBodyRow, column: 0, values: none ? [[nobody(context)]] : values },
      ...gone.cells,
      ...foot.cells,
    ],
    formats: [
      ...head.formats,
      ...(none
        ? [{ area: { ...printArea, row: firstBodyRow, rows: 1 }, format: { size: 9, color: muted } }]
        : bodyFormats(columns, at.body)),
      ...gone.formats,
      ...foot.formats,
    ],
    conditionalFormats: none ? [] : bodyRules(context, columns, at.body, quarterTop),
    validations: none
      ? []
      : columns.flatMap(({ validation, index }) =>
          validation
            ? [{ area: { row: firstBodyRow, column: index, rows: at.body, columns: 1 }, validation }]
            : [],
        ),
    freeze: { rows: firstBodyRow, columns: columns.findIndex((column) => column.named === "name") + 1 },
    autoFilter:
      context.tier === "general" && !none
        ? { row: headRows.headings, column: 0, rows: at.body + 1, columns: side.group + 1 }
        : null,
    names: [
      {
        name: markName,
        constant: markText({
          cycle: context.cycle,
          tier: context.tier,
          ruleVersion: context.model.settings.ruleVersion,
        }),
      },
      ...bodyNames(columns, at.named),
    ],
    page: pageOf(context, printArea),
    select: { row: firstBodyRow, column: none ? 0 : (inputs[0]?.index ?? 0) },
  };
}
