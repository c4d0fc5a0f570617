import type { Desk } from "../desk";
import type { Read, TableFacts } from "../workbook-gateway";

/**
 * A sheet that was made for a table which then failed is removed, so that the next attempt finds its names free. It
 * stays once the table has its name: all that is missing then is looks.
 */
export async function removeHalfMadeSheet(desk: Desk, sheet: string, made?: Read): Promise<void> {
  const survey = await desk.gateway.survey();
  const isWhole = ({ name }: TableFacts) => made?.kind !== "table" || name === made.table;
  if (survey.tables.some((table) => table.sheet === sheet && isWhole(table))) return;
  await removeNewSheet(desk, sheet);
}

/** Removes a sheet that this operation has made, if it is there. */
export async function removeNewSheet(desk: Desk, sheet: string): Promise<void> {
  const survey = await desk.gateway.survey();
  if (!survey.sheets.some((one) => one.name === sheet)) return;
  await desk.gateway.write([{ kind: "delete-sheet", sheet }], []);
}
