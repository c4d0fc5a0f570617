import type { Desk } from "../desk";
import type { Read, TableFacts, Write } from "../workbook-gateway";

/**
 * A sheet that was made for a table which then failed is removed, so that the next attempt finds its names free. It
 * stays once the table has its name: all that is missing then is looks.
 */
export async function removeHalfMadeSheet(desk: Desk, sheet: string, made: Read): Promise<void> {
  const survey = await desk.gateway.survey();
  const isWhole = ({ name }: TableFacts) => made.kind !== "table" || name === made.table;
  if (survey.tables.some((table) => table.sheet === sheet && isWhole(table))) return;
  await removeSheets(desk, [sheet]);
}

/** Removes sheets that this operation has made, those that are there: a batch that failed may have made some of them. */
export async function removeSheets(
  desk: Desk,
  sheets: readonly string[],
  onFound: (there: readonly string[]) => void = () => undefined,
): Promise<void> {
  const survey = await desk.gateway.survey();
  const there = survey.sheets.map((sheet) => sheet.name).filter((name) => sheets.includes(name));
  onFound(there);
  if (there.length === 0) return;
  const writes = there.map((sheet): Write => ({ kind: "delete-sheet", sheet }));
  await desk.gateway.write(writes, []);
}
