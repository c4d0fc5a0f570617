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
    // Univer copies these parts without looking whether they are there.
    freeze: { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 },
    rowHeader: { width: 46, hidden: BooleanNumber.FALSE },
    columnHeader: { height: 20, hidden: BooleanNumber.FALSE },
    mergeData: [],
    rowData: {},
    columnData: {},
    cellData: {},
  };
}
