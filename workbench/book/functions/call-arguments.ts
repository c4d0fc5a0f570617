import {
  ErrorType,
  ErrorValueObject,
  type ArrayValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type FunctionVariantType,
} from "@univerjs/engine-formula";
import type { CellContent } from "../book";
import type { FunctionMetadata } from "./function-runtime";
import { a1, fromRange, quoteSheet } from "../rects";

export interface CallArguments {
  readonly args: (CellContent | CellContent[][])[];
  /** Places left empty in the formula; a blank cell is null in `args` but not omitted. */
  readonly omitted: boolean[];
  readonly parameterAddresses: (string | null)[];
}

/** A reference or an array; only the first has `getCellData`. */
type Cells = Pick<BaseReferenceObject, "getRangePosition" | "getCellData"> & {
  isReferenceObject(): boolean;
  iterator: BaseReferenceObject["iterator"] | ArrayValueObject["iterator"];
};
type Parameter = FunctionMetadata["parameters"][number];

/** What the function is called with; an error among the arguments is the answer instead of a call. */
export function readArguments(
  metadata: FunctionMetadata,
  variants: readonly FunctionVariantType[],
  sheetName: (sheetId: string) => string | undefined,
): CallArguments | ErrorValueObject {
  const { parameters } = metadata;
  const repeats = parameters.at(-1)?.repeating === true;
  const required = parameters.filter((parameter) => !parameter.optional && !parameter.repeating).length;
  if (variants.length < required || (!repeats && variants.length > parameters.length)) {
    return ErrorValueObject.create(ErrorType.VALUE);
  }
  const result: CallArguments = { args: [], omitted: [], parameterAddresses: [] };
  const repeated: CellContent[][][] = [];
  for (let index = 0; index < Math.max(parameters.length, variants.length); index++) {
    const parameter = parameters[Math.min(index, parameters.length - 1)];
    const variant = variants[index];
    const read = parameter ? readOne(parameter, variant) : null;
    if (read instanceof ErrorValueObject) return read;
    if (read && parameter?.repeating) {
      if (!read.omitted) repeated.push(Array.isArray(read.value) ? read.value : [[read.value]]);
    } else if (read) {
      result.args.push(read.value);
      result.omitted.push(read.omitted);
    }
    if (index < variants.length) result.parameterAddresses.push(addressOf(variant, sheetName));
  }
  if (repeats) addRepeated(result, parameters.at(-1), repeated);
  return result;
}

/** A repeating parameter arrives as one argument: a list of values, or of matrices. */
function addRepeated(
  result: CallArguments,
  parameter: Parameter | undefined,
  values: CellContent[][][],
): void {
  const matrix = parameter?.dimensionality === "matrix";
  // On the wire a list of scalars is one row; matrices are a list of matrices.
  const list: unknown = matrix ? values : [values.map((value) => value[0]?.[0] ?? null)];
  result.args.push(list as CellContent[][]);
  result.omitted.push(values.length === 0);
}

interface ReadValue {
  readonly value: CellContent | CellContent[][];
  readonly omitted: boolean;
}

function readOne(
  parameter: Parameter,
  variant: FunctionVariantType | undefined,
): ReadValue | ErrorValueObject {
  const matrix = parameter.dimensionality === "matrix";
  if (!variant || (!variant.isReferenceObject() && (variant as BaseValueObject).isNull())) {
    return { value: null, omitted: true };
  }
  if (variant.isError()) return variant as ErrorValueObject;
  if (!variant.isReferenceObject() && !variant.isArray()) {
    const value = plainValue(variant as BaseValueObject);
    return { value: matrix ? [[value]] : value, omitted: false };
  }
  const cells = readCells(variant as Cells);
  if (cells instanceof ErrorValueObject) return cells;
  if (matrix) return { value: cells, omitted: false };
  const single = cells.length === 1 && cells[0]?.length === 1;
  // A function of one value over several cells: no implicit intersection, no call per cell.
  return single ? { value: cells[0]?.[0] ?? null, omitted: false } : ErrorValueObject.create(ErrorType.VALUE);
}

function readCells(range: Cells): CellContent[][] | ErrorValueObject {
  const rows: CellContent[][] = [];
  let error: ErrorValueObject | null = null;
  const { startRow, startColumn } = range.getRangePosition();
  const take = (
    value: BaseValueObject | null | undefined,
    row: number,
    column: number,
  ): boolean | undefined => {
    if (value?.isError()) {
      error = value as ErrorValueObject;
      return false;
    }
    (rows[row - startRow] ??= [])[column - startColumn] = value ? plainValue(value) : emptyAt(row, column);
    return undefined;
  };
  // A cell of empty text counts as blank to the engine; it is not.
  const emptyAt = (row: number, column: number): CellContent =>
    range.isReferenceObject() && range.getCellData(row, column)?.v === "" ? "" : null;
  const iterate = range.iterator.bind(range) as (callback: typeof take) => void;
  iterate(take);
  return error ?? rows;
}

function plainValue(value: BaseValueObject): CellContent {
  if (value.isNull()) return null;
  const plain = value.getValue();
  if (value.isBoolean()) return Boolean(plain);
  return typeof plain === "number" || typeof plain === "string" ? plain : String(plain);
}

function addressOf(
  variant: FunctionVariantType | undefined,
  sheetName: (sheetId: string) => string | undefined,
): string | null {
  if (!variant?.isReferenceObject()) return null;
  const reference = variant as BaseReferenceObject;
  const name = sheetName(reference.getSheetId());
  return name === undefined ? null : `${quoteSheet(name)}!${a1(fromRange(reference.getRangePosition()))}`;
}
