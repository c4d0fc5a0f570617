import {
  BaseFunction,
  ErrorType,
  ErrorValueObject,
  type BaseValueObject,
  type FunctionVariantType,
} from "@univerjs/engine-formula";
import type { FunctionMetadata } from "./function-runtime";
import { readArguments, type CallArguments } from "./call-arguments";

export interface CallingCell {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** One custom function as the engine's executor: reads arguments and asks for the value. */
export class RemoteFunction extends BaseFunction {
  /** References, because only they tell a blank cell from 0 and "". */
  override needsReferenceObject = true;

  constructor(
    name: string,
    private readonly metadata: FunctionMetadata,
    private readonly sheetName: (sheetId: string) => string | undefined,
    private readonly evaluate: (cell: CallingCell, args: CallArguments) => BaseValueObject,
  ) {
    super(name);
  }

  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    const sheetId = this.subUnitId;
    if (!sheetId) return ErrorValueObject.create(ErrorType.VALUE);
    const args = readArguments(this.metadata, variants, this.sheetName);
    if (args instanceof ErrorValueObject) return args;
    return this.evaluate({ sheetId, row: this.row, column: this.column }, args);
  }
}
