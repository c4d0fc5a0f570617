import { purchaseMetricIds, ratingIds } from "../../core/scoring/criterion-values";
import { decodeCell, unreadable, type Dialect } from "../codec/cell";
import type { TableResult } from "../codec/table-rows";
import { accounts } from "../schema/accounts";
import { number } from "../schema/column";
import { normalisedHeader } from "../schema/headers";
import type { CellValue } from "../workbook-gateway";

const anyNumber = number("own", "", "");

/**
 * Reads the Accounts columns that Criteria name beside the model's own metrics (S46): by column id or by header,
 * the user's own columns included. What is not a number is missing.
 */
export function ownNumbers(
  metrics: readonly string[],
  result: TableResult,
  dialect: Dialect,
): (body: number) => Readonly<Record<string, number | null>> {
  const known = new Set<string>([...purchaseMetricIds, ...ratingIds]);
  const columns = metrics
    .filter((metric) => !known.has(metric))
    .map((metric) => ({ metric, index: indexOf(metric, result.headers) }))
    .filter(({ index }) => index >= 0);
  return (body) => {
    const cells = result.rows[body] ?? [];
    return Object.fromEntries(
      columns.map(({ metric, index }) => [metric, numberIn(cells[index] ?? "", dialect)]),
    );
  };
}

function indexOf(metric: string, headers: readonly string[]): number {
  const column = accounts.columns.find((one) => one.id === metric);
  const names = column ? Object.values(column.header) : [metric];
  const wanted = new Set(names.map(normalisedHeader));
  return headers.findIndex((header) => wanted.has(normalisedHeader(header)));
}

function numberIn(cell: CellValue, dialect: Dialect): number | null {
  const meaning = decodeCell(anyNumber, cell, dialect);
  return meaning === unreadable || typeof meaning !== "number" ? null : meaning;
}
