import type { Desk } from "../desk";

/** A sheet that was made for a table which then failed is removed, so that the next attempt finds its name free. */
export async function removeHalfMadeSheet(desk: Desk, sheet: string): Promise<void> {
  const survey = await desk.gateway.survey();
  if (survey.tables.some((table) => table.sheet === sheet)) return;
  await removeNewSheet(desk, sheet);
}

/** Removes a sheet that this operation has made, if it is there. */
export async function removeNewSheet(desk: Desk, sheet: string): Promise<void> {
  const survey = await desk.gateway.survey();
  if (!survey.sheets.some((one) => one.name === sheet)) return;
  await desk.gateway.write([{ kind: "delete-sheet", sheet }], []);
}
