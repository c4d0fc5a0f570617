import type { IMutationInfo, IRange } from "@univerjs/core";
import { SheetInterceptorService } from "@univerjs/sheets";
import type { Engine } from "../engine";
import { shiftOf, type Shift } from "./shift";

export interface SheetShift {
  readonly redo: IMutationInfo;
  readonly undo: IMutationInfo;
}

/** What else changes when cells come or go, whoever makes them: part of the same command and its undo. */
export function onShift(engine: Engine, follow: (sheetId: string, shift: Shift) => SheetShift | null): void {
  engine.injector.get(SheetInterceptorService).interceptCommand({
    priority: -3,
    getMutations: (command) => {
      const params = command.params as { range?: IRange; subUnitId?: string } | undefined;
      const sheetId = params?.subUnitId ?? engine.workbook.getActiveSheet(true)?.getSheetId();
      const shift = params?.range ? shiftOf(command.id, params.range) : null;
      const change = shift && sheetId ? follow(sheetId, shift) : null;
      return change ? { redos: [change.redo], undos: [change.undo] } : { redos: [], undos: [] };
    },
  });
}
