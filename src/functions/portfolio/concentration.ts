import {
  concentrationOf,
  mergedByParent,
  stressOf,
  topShare as shareOfTop,
} from "../../core/portfolio/concentration";
import { pureCell, pureRow } from "../declare/declare";
import { labels, number, numbers, optional, type Reading } from "../declare/parameters";
import { inColumn, present, rowsOf } from "../declare/rows";
import { cellError, isReadable, notAvailable, Problem } from "../problem";

export const hhi = pureRow(
  "HHI",
  { values: numbers, parents: optional(labels) },
  ["index", "points", "normalised", "effective"],
  ({ values, parents }) => {
    const found = concentrationOf(mergedIn(values, parents));
    if (found === null) throw notAvailable("nothingAboveZero");
    return [found.index, found.points, found.normalised, found.effective];
  },
);

export const topShare = pureCell(
  "TOPSHARE",
  { values: numbers, k: number(10, { from: 1, whole: true }), parents: optional(labels) },
  ({ values, k, parents }) => {
    const share = shareOfTop(mergedIn(values, parents), k);
    if (share === null) throw notAvailable("nothingAboveZero");
    return share;
  },
);

export const stress = pureRow(
  "STRESS",
  { revenue: numbers, margin: numbers, fixed: number(null), lose: number(1, { from: 0, whole: true }) },
  ["revenueLeft", "profitLeft", "profitChange"],
  ({ revenue, margin, fixed, lose }) => {
    const rows = rowsOf({ revenue, margin }, "spread");
    rows.forEach((row, index) => {
      if (row instanceof Problem) throw inColumn(row, "revenue", index);
    });
    const accounts = rows
      .filter(isReadable)
      .filter((row) => row.revenue !== null)
      .map((row) => ({ revenue: row.revenue ?? 0, margin: row.margin ?? 0 }));
    if (accounts.length === 0) throw notAvailable("noData");
    const left = stressOf(accounts, fixed, lose);
    return [left.revenue, left.profit, left.change ?? cellError(notAvailable("noBase"))];
  },
);

function mergedIn(values: Reading<number>[], parents: Reading<string>[] | null): number[] {
  rowsOf({ values, parents });
  present(values, "values");
  if (parents !== null) present(parents, "parents");
  return mergedByParent(values.map(plainReading), parents?.map(plainReading) ?? null);
}

const plainReading = <Value>(reading: Reading<Value>): Value | null =>
  reading instanceof Problem ? null : reading;
