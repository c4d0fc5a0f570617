import type { CellContent, FunctionCall, FunctionMetadata, FunctionRuntime } from "../book";
import type { BookParts } from "../book-parts";

export class FunctionHost {
  shareStreams = false;
  reinvokeOnMove = false;
  constructor(readonly book: BookParts) {}
  register(_namespace: string, _functions: readonly FunctionMetadata[], _runtime: FunctionRuntime): void {}
  deliver(_results: readonly { callId: number; value: CellContent | CellContent[][] }[]): void {}
  live(): readonly FunctionCall[] {
    return [];
  }
  reenter(_sheetId: string, _row: number, _column: number): void {}
  messageAt(_sheetId: string, _row: number, _column: number): string | undefined {
    return undefined;
  }
  dispose(): void {}
}
