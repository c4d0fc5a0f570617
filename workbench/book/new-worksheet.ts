import { BooleanNumber, type IWorksheetData } from "@univerjs/core";

/** Excel's new sheet: 64 x 20 pixels a cell. Rows and columns are added as cells are written. */
export function newWorksheet(id: string, name: string): Partial<IWorksheetData> {
  return {
    id,
    name,
    rowCount: 1000,
    columnCount: 26,
    defaultColumnWidth: 64,
    defaultRowHeight: 20,
    showGridlines: BooleanNumber.TRUE,
    cellData: {},
  };
}
