import type { CellContent } from "../book";

/** Custom functions, called while the engine calculates; the host answers through the protocol. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description?: string;
    readonly optional?: boolean;
    readonly repeating?: boolean;
    readonly dimensionality?: string;
    readonly type?: string;
  }[];
  readonly result?: { readonly dimensionality?: string };
  readonly options?: {
    readonly stream?: boolean;
    readonly cancelable?: boolean;
    readonly requiresAddress?: boolean;
    /** As `requiresAddress`, for streaming functions. */
    readonly requiresStreamAddress?: boolean;
    readonly requiresParameterAddresses?: boolean;
    readonly volatile?: boolean;
  };
}

export interface FunctionCall {
  readonly id: number;
  readonly functionId: string;
  readonly args: readonly (CellContent | CellContent[][])[];
  /** Which arguments the formula left out; a blank cell is null in `args` and not omitted. */
  readonly omitted: readonly boolean[];
  /** `Sheet1!A1` */
  readonly address: string;
  readonly parameterAddresses: readonly (string | null)[];
  readonly metadata: FunctionMetadata;
}

export interface FunctionRuntime {
  invoke(call: FunctionCall): void;
  cancel(callId: number): void;
}
