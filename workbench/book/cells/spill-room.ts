import { ObjectMatrix, type IRange } from "@univerjs/core";
import { IFormulaRuntimeService } from "@univerjs/engine-formula";
import type { Engine } from "../engine";
import { fromRange, MAX_COLUMNS, MAX_ROWS } from "../rects";
import { ensureSize } from "./cell-writer";

/** What of Univer's runtime is stood in for; private there. */
interface Runtime {
  _checkIfArrayFormulaExceeded(rowCount: number, columnCount: number, range: IRange): boolean;
}

const asRuntime = (runtime: unknown): Runtime => runtime as Runtime;

/** To Univer an answer that leaves the sheet is #SPILL!, and its sheets end soon; Excel's are always full size. */
export function makeRoomForSpills(engine: Engine): void {
  const runtime = asRuntime(engine.injector.get(IFormulaRuntimeService));
  runtime._checkIfArrayFormulaExceeded = (_rows, _columns, { endRow, endColumn }) =>
    endRow >= MAX_ROWS || endColumn >= MAX_COLUMNS;
  engine.scheduler.onPassEnd(() => {
    const sheets = engine.formulas.getArrayFormulaRange()[engine.unitId] ?? {};
    for (const sheetId of Object.keys(sheets)) {
      new ObjectMatrix(sheets[sheetId] ?? {}).forValue((_row, _column, range) => {
        if (range) ensureSize(engine, engine.worksheet(sheetId), fromRange(range));
      });
    }
  });
}
