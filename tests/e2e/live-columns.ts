import type { ExcelWindow } from "./page-models/excel-window";

export interface LiveColumn {
  readonly header: string;
  readonly formula: string;
}

/** Types a header beside the Accounts table and a formula below it; the table takes the column in and fills it. */
export async function addLiveColumn({ grid, workbook }: ExcelWindow, column: LiveColumn): Promise<void> {
  const { sheet, row, column: next } = await afterLastColumn(workbook);
  await grid.enterAt(sheet, row - 1, next, column.header);
  await grid.enterAt(sheet, row, next, column.formula);
}

async function afterLastColumn(workbook: ExcelWindow["workbook"]) {
  const headers = await workbook.headers("Accounts");
  const place = await workbook.place("Accounts", headers.at(-1) ?? "");
  return { ...place, column: place.column + 1 };
}
