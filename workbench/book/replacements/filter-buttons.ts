import { TableManager } from "@univerjs/sheets-table";

const hidden = new Set<string>();
let patched = false;

/** Univer draws filter buttons over every table with a header; Excel's tables can do without. */
export function showFilterButtons(tableId: string, show: boolean): void {
  if (show) hidden.delete(tableId);
  else hidden.add(tableId);
  if (patched || show) return;
  patched = true;
  const all = TableManager.prototype.getSheetFilterRangeWithState;
  TableManager.prototype.getSheetFilterRangeWithState = function (unitId, sheetId) {
    return all.call(this, unitId, sheetId).filter((table) => !hidden.has(table.tableId));
  };
}
