import type { ReadResult, TableFacts, WorkbookGateway } from "../workbook-gateway";

/** Ids that a read of an id column does not show. */
export function absentIds(result: ReadResult | undefined, ids: readonly string[]): readonly string[] {
  if (result?.kind !== "table") return ids;
  const present = new Set(result.rows.map((row) => String(row[0])));
  return ids.filter((id) => !present.has(id));
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
    rows.map((row) => ({
      kind: "write-cells",
      sheet: facts.sheet,
      row,
      column: facts.area.column,
      values: [blank],
    })),
    [],
  );
  return true;
}
