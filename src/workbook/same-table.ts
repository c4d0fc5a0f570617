import type { TableResult } from "./codec/table-rows";

/** Two readings of a table that hold the same cells in the same place. */
export function sameTable(one: TableResult, other: TableResult): boolean {
  if (JSON.stringify(one.facts) !== JSON.stringify(other.facts)) return false;
  if (one.rows.length !== other.rows.length || !sameCells(one.headers, other.headers)) return false;
  return one.rows.every((row, index) => {
    const beside = other.rows[index];
    return beside !== undefined && sameCells(row, beside);
  });
}

function sameCells(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}
