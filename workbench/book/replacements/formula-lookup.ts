import {
  isFormulaId,
  isFormulaString,
  IUniverInstanceService,
  ObjectMatrix,
  UniverInstanceType,
  type ICellData,
  type Injector,
  type Nullable,
  type Workbook,
} from "@univerjs/core";
import { FormulaDataModel, initSheetFormulaData, type IFormulaData } from "@univerjs/engine-formula";

type Cells = Record<number, Record<number, Nullable<ICellData>>>;
type Formulas = Record<number, Record<number, { f: string } | null>>;

/**
 * Univer looks for formulas in every cell of every sheet, slowly, whenever one cell is written: with a few ten
 * thousand cells each write costs a tenth of a second. These answer the same and look only where formulas are.
 */
export function lookForFormulasQuickly(injector: Injector): void {
  const model = injector.get(FormulaDataModel);
  const instances = injector.get(IUniverInstanceService);
  const stock = model.updateFormulaData.bind(model);
  model.getFormulaData = () => allFormulas(instances);
  model.updateFormulaData = (unitId, sheetId, cellValue) => {
    const found = touched(instances, { unitId, sheetId }, cellValue as Cells);
    return (found.shared ? stock(unitId, sheetId, found.cells) : found.formulas) as ReturnType<typeof stock>;
  };
}

/** The quick question first: most cells have neither. */
const hasFormula = (cell: Nullable<ICellData>): boolean =>
  Boolean(cell && (cell.f || cell.si)) && (isFormulaString(cell?.f) || isFormulaId(cell?.si));

function allFormulas(instances: IUniverInstanceService): IFormulaData {
  const data: IFormulaData = {};
  for (const workbook of instances.getAllUnitsForType<Workbook>(UniverInstanceType.UNIVER_SHEET)) {
    const unitId = workbook.getUnitId();
    data[unitId] = {};
    for (const worksheet of workbook.getSheets()) {
      const formulas = formulaCells(worksheet.getCellMatrix().getMatrix() as Cells);
      initSheetFormulaData(data, unitId, worksheet.getSheetId(), new ObjectMatrix(formulas));
    }
  }
  return data;
}

function formulaCells(matrix: Cells): Cells {
  const formulas: Cells = {};
  for (const row in matrix) {
    const columns = matrix[row];
    for (const column in columns) {
      const cell = columns[column as unknown as number];
      if (cell && (cell.f || cell.si)) (formulas[row] ??= {})[column as unknown as number] = cell;
    }
  }
  return formulas;
}

interface Touched {
  /** Formulas that share a text are among them, which only Univer's own way through the sheet gets right. */
  readonly shared: boolean;
  readonly cells: Cells;
  /** What the writing puts in and, as null, takes out. */
  readonly formulas: Formulas;
}

/** The written cells that have a formula before or after. */
function touched(
  instances: IUniverInstanceService,
  place: { unitId: string; sheetId: string },
  written: Cells,
): Touched {
  const worksheet = instances.getUnit<Workbook>(place.unitId)?.getSheetBySheetId(place.sheetId);
  const cells: Cells = {};
  const formulas: Formulas = {};
  let shared = false;
  for (const [row, columns] of Object.entries(written)) {
    for (const [column, cell] of Object.entries(columns ?? {})) {
      const [r, c] = [Number(row), Number(column)];
      const before = worksheet?.getCellMatrix().getValue(r, c);
      if (!hasFormula(cell) && !hasFormula(before)) continue;
      shared ||= isFormulaId(cell?.si) || isFormulaId(before?.si);
      (cells[r] ??= {})[c] = cell;
      (formulas[r] ??= {})[c] = isFormulaString(cell?.f) ? { f: cell?.f ?? "" } : null;
    }
  }
  return { shared, cells, formulas };
}
