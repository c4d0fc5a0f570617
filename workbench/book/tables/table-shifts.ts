import {
  type ICommandInfo,
  type IMutationInfo,
  type IRange,
  type Nullable,
  type Worksheet,
} from "@univerjs/core";
import { RemoveSheetCommand, SetRangeValuesMutation, SheetInterceptorService } from "@univerjs/sheets";
import type { CellMatrix } from "../cells/cell-writer";
import { shiftOf, type Shift } from "../structure/shift";
import { followShift } from "./table-follow";
import { bodyOf, type TableRecord } from "./table-record";
import type { Tables } from "./tables";
import { LexerTreeBuilder } from "@univerjs/engine-formula";

/** Every structural command of Univer, ours or a person's, carries the tables along, with undo. */
export function installShifts(tables: Tables): void {
  tables.engine.injector.get(SheetInterceptorService).interceptCommand({
    priority: -2,
    getMutations: (command) => mutationsFor(tables, command),
  });
}

interface Around {
  redos: IMutationInfo[];
  undos: IMutationInfo[];
}

function mutationsFor(tables: Tables, command: ICommandInfo): Around {
  const none: Around = { redos: [], undos: [] };
  const params = command.params as { range?: IRange; subUnitId?: string } | undefined;
  const active: Nullable<Worksheet> = tables.engine.workbook.getActiveSheet(true);
  const sheetId = params?.subUnitId ?? active?.getSheetId();
  if (!sheetId) return none;
  if (command.id === RemoveSheetCommand.id) return removal(tables, sheetId);
  const shift = params?.range ? shiftOf(command.id, params.range) : null;
  if (!shift) return none;
  const result: Around = { redos: [], undos: [] };
  for (const record of tables.allRecords()) {
    if (record.sheetId !== sheetId) continue;
    const after = followShift(record, shift);
    if (after === record) continue;
    result.redos.push(tables.mutation(record.id, after));
    if (after) result.redos.push(...fillMutations(tables, record, after, shift));
    result.undos.push(tables.mutation(record.id, record));
  }
  return result;
}

function removal(tables: Tables, sheetId: string): Around {
  const records = tables.allRecords().filter((record) => record.sheetId === sheetId);
  return {
    redos: records.map((record) => tables.mutation(record.id, null)),
    undos: records.map((record) => tables.mutation(record.id, record)),
  };
}

/** New rows get the formulas of calculated columns, new columns their header. */
function fillMutations(
  tables: Tables,
  before: TableRecord,
  after: TableRecord,
  shift: Shift,
): IMutationInfo[] {
  if (shift.kind !== "insert") return [];
  const cells: CellMatrix =
    shift.axis === "rows" ? formulasForRows(tables, before, after, shift) : headersFor(before, after, shift);
  if (Object.keys(cells).length === 0) return [];
  const params = { unitId: tables.engine.unitId, subUnitId: after.sheetId, cellValue: cells };
  return [{ id: SetRangeValuesMutation.id, params }];
}

function headersFor(before: TableRecord, after: TableRecord, shift: Shift): CellMatrix {
  if (!after.showHeaders || after.columns.length === before.columns.length) return {};
  const header: CellMatrix[number] = {};
  for (let column = shift.start; column < shift.start + shift.count; column++) {
    header[column] = { v: after.columns[column - after.rect.column]?.name ?? "", t: 1 };
  }
  return { [after.rect.row]: header };
}

function formulasForRows(tables: Tables, before: TableRecord, after: TableRecord, shift: Shift): CellMatrix {
  if (after.rect.rows === before.rect.rows) return {};
  const cells: CellMatrix = {};
  const lexer = tables.engine.injector.get(LexerTreeBuilder);
  for (const [index, column] of before.columns.entries()) {
    if (!column.calculated) continue;
    const at = before.rect.column + index;
    const source = neighbour(tables, before, at, shift.start);
    if (!source) continue;
    for (let row = shift.start; row < shift.start + shift.count; row++) {
      // A neighbour below the new rows has moved with them.
      const from = source.row >= shift.start ? source.row + shift.count : source.row;
      (cells[row] ??= {})[at] = { f: lexer.moveFormulaRefOffset(source.formula, 0, row - from) };
    }
  }
  return cells;
}

/** The nearest formula above the place, else below it. */
export function neighbour(
  tables: Tables,
  record: TableRecord,
  column: number,
  start: number,
): { row: number; formula: string } | null {
  const body = bodyOf(record);
  const rows = Array.from({ length: body.rows }, (_, offset) => body.row + offset);
  const nearest = [...rows.filter((row) => row < start).reverse(), ...rows.filter((row) => row >= start)];
  for (const row of nearest) {
    const formula = tables.engineFormula(record.sheetId, row, column);
    if (formula) return { row, formula };
  }
  return null;
}
