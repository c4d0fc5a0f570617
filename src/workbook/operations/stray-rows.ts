import type { ReadResult, TableFacts, WorkbookGateway } from "../workbook-gateway";

/** Ids that a read of an id column does not show. */
export function absentIds(result: ReadResult | undefined, ids: readonly string[]): readonly string[] {
  if (result?.kind !== "table") return ids;
  const present = new Set(result.rows.map((row) => String(row[0])));
  return ids.filter((id) => !present.has(id));
}

/** Rows that Excel put in above a totals row before it broke off, and that were never filled, are deleted again. */
export async function removeUnfilledRows(gateway: WorkbookGateway, before: TableFacts): Promise<void> {
  if (!before.totals) return;
  const [table] = await gateway.read([{ kind: "table", table: before.name }]);
  if (table?.kind !== "table") return;
  const rows = table.rows.flatMap((row, body) =>
    body >= before.rowCount && row.every((cell) => cell === "") ? [body] : [],
  );
  if (rows.length > 0) await gateway.write([{ kind: "delete-rows", table: before.name, rows }], []);
}

/**
 * Cells written below a table that did not take them in (AutoCorrect's "include new rows" is off) are cleared
 * again. `true` if there were any, `false` if the write left no trace.
 */
export async function clearStrayRows(
  gateway: WorkbookGateway,
  facts: TableFacts,
  idHeader: string,
  ids: readonly string[],
): Promise<boolean> {
  const [sheet] = await gateway.read([{ kind: "sheet", sheet: facts.sheet }]);
  if (sheet?.kind !== "sheet") return false;
  const column = facts.area.column + facts.headers.indexOf(idHeader) - sheet.origin.column;
  const wanted = new Set(ids);
  const rows = sheet.values.flatMap((cells, index) => {
    const row = sheet.origin.row + index;
    const below = row >= facts.area.row + facts.area.rows;
    return below && wanted.has(String(cells[column] ?? "")) ? [row] : [];
  });
  if (rows.length === 0) return false;
  const blank = Array.from({ length: facts.area.columns }, () => "");
  await gateway.write(
    blocksOf(rows).map(({ row, count }) => ({
      kind: "write-cells",
      sheet: facts.sheet,
      row,
      column: facts.area.column,
      values: Array.from({ length: count }, () => blank),
    })),
    [],
  );
  return true;
}

/** Rows that follow each other, in ascending order, as one. */
function blocksOf(rows: readonly number[]): readonly { readonly row: number; readonly count: number }[] {
  const blocks: { row: number; count: number }[] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (last && last.row + last.count === row) last.count += 1;
    else blocks.push({ row, count: 1 });
  }
  return blocks;
}
