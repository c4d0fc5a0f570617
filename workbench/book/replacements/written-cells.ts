import type { ICommandInfo } from "@univerjs/core";
import {
  InsertColMutation,
  InsertRowMutation,
  MoveColsMutation,
  MoveRangeMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  ReorderRangeMutation,
  SetRangeValuesMutation,
} from "@univerjs/sheets";
import { isContent } from "../events/edited-rect";

type CellMatrix = Record<number, Record<number, object | null>>;
type UnitData = Record<string, Record<string, CellMatrix | null | undefined> | null | undefined>;

const structural = new Set([
  InsertRowMutation.id,
  InsertColMutation.id,
  RemoveRowMutation.id,
  RemoveColMutation.id,
  MoveRangeMutation.id,
  MoveRowsMutation.id,
  MoveColsMutation.id,
  ReorderRangeMutation.id,
  RemoveSheetMutation.id,
]);

export const isStructural = (mutationId: string): boolean => structural.has(mutationId);

/** Cells written while a calculation pass runs: its results for them are older than what stands there. */
export class WrittenCells {
  private readonly sheets = new Map<string, Set<string>>();
  private moved = false;

  note(command: Readonly<ICommandInfo>): void {
    if (structural.has(command.id)) {
      this.moved = true;
      return;
    }
    if (command.id !== SetRangeValuesMutation.id) return;
    const params = command.params as { subUnitId: string; cellValue?: CellMatrix };
    const cells = this.sheets.get(params.subUnitId) ?? new Set<string>();
    this.sheets.set(params.subUnitId, cells);
    for (const [row, columns] of Object.entries(params.cellValue ?? {})) {
      for (const [column, cell] of Object.entries(columns)) {
        // A format makes no result stale.
        if (isContent(cell)) cells.add(`${row},${column}`);
      }
    }
  }

  /** Removes stale results in place. True when rows or columns moved, so that only a full pass is right. */
  dropFrom(unitData: UnitData): boolean {
    for (const sheets of Object.values(unitData)) {
      for (const sheetId of Object.keys(sheets ?? {})) {
        if (this.moved) delete sheets?.[sheetId];
        else this.dropCells(sheets?.[sheetId], this.sheets.get(sheetId));
      }
    }
    return this.moved;
  }

  private dropCells(matrix: CellMatrix | null | undefined, written: Set<string> | undefined): void {
    if (!matrix || !written) return;
    for (const [row, columns] of Object.entries(matrix)) {
      for (const column of Object.keys(columns)) {
        if (written.has(`${row},${column}`)) delete columns[Number(column)];
      }
    }
  }
}
