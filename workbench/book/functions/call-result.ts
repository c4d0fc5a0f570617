import {
  ArrayValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
} from "@univerjs/engine-formula";
import type { CellContent } from "../book";
import { busyErrorType } from "../replacements/busy-error";

export const busy = (): ErrorValueObject => ErrorValueObject.create(busyErrorType);

/** A function's answer as the engine holds it; null shows 0, as in Excel, and matrices spill. */
export function toEngine(value: CellContent | CellContent[][]): BaseValueObject {
  if (!Array.isArray(value)) return scalar(value);
  const columns = value[0]?.length ?? 0;
  if (columns === 0 || value.some((row) => row.length !== columns)) {
    return ErrorValueObject.create(ErrorType.VALUE);
  }
  return ArrayValueObject.create({
    calculateValueList: value.map((row) => row.map(scalar)),
    rowCount: value.length,
    columnCount: columns,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function scalar(value: CellContent): BaseValueObject {
  if (value === null) return NumberValueObject.create(0);
  if (typeof value === "number") return NumberValueObject.create(value);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  if (typeof value === "string") return StringValueObject.create(value);
  return ErrorValueObject.create(value.error as ErrorType);
}
