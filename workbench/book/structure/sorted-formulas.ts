import type { IMutationInfo, IRange } from "@univerjs/core";
import { LexerTreeBuilder } from "@univerjs/engine-formula";
import { ReorderRangeCommand, SetRangeValuesMutation, SheetInterceptorService } from "@univerjs/sheets";
import type { CellMatrix } from "../cells/cell-writer";
import type { Engine } from "../engine";

interface Reorder {
  readonly subUnitId: string;
  readonly range: IRange;
  /** New row → old row. */
  readonly order: Readonly<Record<number, number>>;
}

/** Univer sorts rows with their formulas as they stand; in Excel relative references go with the row. */
export function moveFormulasOfSortedRows(engine: Engine): void {
  engine.injector.get(SheetInterceptorService).interceptCommand({
    getMutations: ({ id, params }) =>
      id === ReorderRangeCommand.id ? formulaMutations(engine, params as Reorder) : { redos: [], undos: [] },
  });
}

function formulaMutations(engine: Engine, { subUnitId, range, order }: Reorder) {
  const lexer = engine.injector.get(LexerTreeBuilder);
  const matrix = engine.worksheet(subUnitId).getCellMatrix();
  const after: CellMatrix = {};
  const before: CellMatrix = {};
  for (const [place, row] of Object.entries(order).map(([to, from]) => [Number(to), from] as const)) {
    if (place === row) continue;
    for (let column = range.startColumn; column <= range.endColumn; column++) {
      const cell = matrix.getValue(row, column);
      if (!cell?.f && !cell?.si) continue;
      const formula = engine.formulas.getFormulaStringByCell(row, column, subUnitId, engine.unitId);
      if (!formula) continue;
      const moved = lexer.moveFormulaRefOffset(formula, 0, place - row);
      if (moved === formula && cell.f) continue;
      (after[place] ??= {})[column] = { f: moved, si: null };
      (before[row] ??= {})[column] = { f: formula, si: null };
    }
  }
  const mutation = (cellValue: CellMatrix): IMutationInfo[] =>
    Object.keys(cellValue).length === 0
      ? []
      : [{ id: SetRangeValuesMutation.id, params: { unitId: engine.unitId, subUnitId, cellValue } }];
  return { redos: mutation(after), undos: mutation(before) };
}
