import {
  BooleanNumber,
  IUniverInstanceService,
  UniverInstanceType,
  type Injector,
  type Workbook,
} from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";

type HiddenRows = ReturnType<FormulaDataModel["getHiddenRowsFiltered"]>;

/**
 * Before each pass Univer asks of every row of every sheet, empty ones too, whether it is hidden, for SUBTOTAL and its
 * like. This asks of rows with content only: none else can be summed.
 */
export function askRowsWithContentOnly(injector: Injector): void {
  const instances = injector.get(IUniverInstanceService);
  injector.get(FormulaDataModel).getHiddenRowsFiltered = () => {
    const hidden: HiddenRows = {};
    for (const workbook of instances.getAllUnitsForType<Workbook>(UniverInstanceType.UNIVER_SHEET)) {
      hidden[workbook.getUnitId()] = Object.fromEntries(
        workbook.getSheets().map((worksheet) => {
          const rows = Object.keys(worksheet.getCellMatrix().getMatrix()).map(Number);
          const unseen = rows.filter((row) => !worksheet.getRowVisible(row));
          return [
            worksheet.getSheetId(),
            Object.fromEntries(unseen.map((row) => [row, { hd: BooleanNumber.TRUE }])),
          ];
        }),
      );
    }
    return hidden;
  };
}
