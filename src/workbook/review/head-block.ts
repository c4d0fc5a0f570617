/** Head of a review sheet: mark, title, finding, rule, groups, headings. */
import type { AccountFigures } from "../../core/figures";
import type { SheetPlan } from "../sheet-plan";
import { moneyUnit } from "./value-columns";
import { quarterScale } from "./quarter-columns";
import { dayInSentence } from "./day-text";
import { accent, ink, medium, muted, smallSize, thin } from "./palette";
import type { GroupId, PlacedColumn } from "./review-column";
import type { SheetContext } from "./sheet-context";
import { headRows } from "./sheet-layout";

export type Block = Pick<SheetPlan, "cells" | "formats">;

function groupLabels(
  context: SheetContext,
  columns: readonly PlacedColumn[],
  listed: readonly AccountFigures[],
): string[] {
  let previous: GroupId | null = null;
  return columns.map(({ group }) => {
    if (group === previous) return "";
    previous = group;
    const title = group === "contact" && context.tier === "special" ? "contactNarrow" : group;
    return context.texts(`sheets:review.group.${title}`, { unit: moneyUnit(context, quarterScale(listed)) });
  });
}

/** Cycle, as-of day, rule version, author: what every generated sheet says of itself (RV1). */
export function metaText(context: Omit<SheetContext, "tier">): string {
  const { texts, model, language, cycle, author } = context;
  const parts = [
    texts("sheets:review.meta.cycle", { cycle }),
    texts("sheets:review.meta.asOf", { day: dayInSentence(model.asOf, language) }),
    texts("sheets:review.meta.rules", { version: model.settings.ruleVersion }),
  ];
  return [...parts, ...(author ? [author] : [])].join(" · ");
}

/** Rows 1 to 6. The first line is the visible mark of a generated sheet (RV1). */
export function headBlock(
  context: SheetContext,
  columns: readonly PlacedColumn[],
  listed: readonly AccountFigures[],
  finding: string,
): Block {
  const { texts, tier } = context;
  const width = columns.length;
  const row = (at: number, count = width) => ({ row: at, column: 0, rows: 1, columns: count });
  const last = { row: headRows.meta, column: width - 1, rows: 1, columns: 1 };
  const headings = [...columns.map((column) => column.heading), texts("sheets:review.heading.check")];
  return {
    cells: [
      { row: headRows.meta, column: 0, values: [[texts("sheets:review.kind")]] },
      { row: headRows.meta, column: width - 1, values: [[metaText(context)]] },
      { row: headRows.title, column: 0, values: [[texts(`sheets:review.title.${tier}`)]] },
      { row: headRows.finding, column: 0, values: [[finding]] },
      { row: headRows.groups, column: 0, values: [groupLabels(context, columns, listed)] },
      { row: headRows.headings, column: 0, values: [headings] },
    ],
    formats: [
      { area: row(headRows.meta), format: { size: smallSize, color: muted } },
      { area: last, format: { horizontal: "right" } },
      { area: row(headRows.title), format: { size: 18, bold: true, color: ink, vertical: "center" } },
      { area: row(headRows.finding), format: { size: 9, color: muted, vertical: "center" } },
      { area: row(headRows.rule), format: { top: medium(accent) } },
      { area: row(headRows.groups), format: { size: 8.5, bold: true, color: accent, bottom: thin(muted) } },
      {
        area: row(headRows.headings, width + 1),
        format: { size: smallSize, color: muted, wrap: true, vertical: "bottom" },
      },
      { area: row(headRows.headings), format: { bottom: thin(ink) } },
      ...columns.map(({ index, format }) => ({
        area: { row: headRows.headings, column: index, rows: 1, columns: 1 },
        format: {
          horizontal: format.horizontal ?? ("left" as const),
          ...(format.indent === undefined ? {} : { indent: format.indent }),
        },
      })),
    ],
  };
}
