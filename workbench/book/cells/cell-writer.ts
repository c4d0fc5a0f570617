import {
  CellValueType,
  Tools,
  type ICellData,
  type IMutationInfo,
  type IObjectMatrixPrimitiveType,
  type Nullable,
  type Worksheet,
} from "@univerjs/core";
import {
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SetWorksheetColumnCountMutation,
  SetWorksheetRowCountMutation,
  type ISetRangeValuesMutationParams,
} from "@univerjs/sheets";
import type { CellEntry, CellStyle, Rect } from "../book";
import type { Engine, Step } from "../engine";
import { cellsOf, MAX_COLUMNS, MAX_ROWS } from "../rects";
import { parseEntry, type ParsedEntry } from "./entry";
import { writeExtra, writeStyle, type ExtraStyle } from "./style-map";

export type CellMatrix = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

/** Contents off, style kept. */
export const blankCell = (): ICellData => ({ v: null, f: null, si: null, p: null, t: null });

/** Grows Univer's sheet so that the rect lies on it; Excel's sheet is always full size. */
export function ensureSize(engine: Engine, worksheet: Worksheet, rect: Rect): void {
  const rows = Math.min(rect.row + rect.rows, MAX_ROWS);
  const columns = Math.min(rect.column + rect.columns, MAX_COLUMNS);
  const unit = { unitId: engine.unitId, subUnitId: worksheet.getSheetId() };
  if (rows > worksheet.getRowCount()) {
    engine.run([{ id: SetWorksheetRowCountMutation.id, params: { ...unit, rowCount: rows + 100 } }]);
  }
  if (columns > worksheet.getColumnCount()) {
    engine.run([{ id: SetWorksheetColumnCountMutation.id, params: { ...unit, columnCount: columns + 10 } }]);
  }
}

/** One set-range-values mutation with its undo. */
export function cellStep(engine: Engine, worksheet: Worksheet, cellValue: CellMatrix): Step {
  const params: ISetRangeValuesMutationParams = {
    unitId: engine.unitId,
    subUnitId: worksheet.getSheetId(),
    cellValue,
  };
  const undo: IMutationInfo = {
    id: SetRangeValuesMutation.id,
    params: SetRangeValuesUndoMutationFactory(engine.injector, params),
  };
  // The undo stack keeps these objects, and the mutation may put them into the model: give it its own copy.
  return { redo: [{ id: SetRangeValuesMutation.id, params: Tools.deepClone(params) }], undo: [undo] };
}

/** What a parsed entry puts into a cell. */
export function cellOf(parsed: ParsedEntry, extra: ExtraStyle): ICellData {
  const quoted = parsed.kind === "value" && parsed.quotePrefix === true;
  const custom =
    quoted || extra.quotePrefix ? { custom: writeExtra({ quotePrefix: quoted }, extra) ?? null } : {};
  if (parsed.kind === "blank") return { ...blankCell(), ...custom };
  if (parsed.kind === "formula") return { ...blankCell(), f: parsed.formula, ...custom };
  const style = parsed.format ? { s: writeStyle({ numberFormat: parsed.format }) } : {};
  return { v: parsed.value, t: parsed.type, f: null, si: null, p: null, ...style, ...custom };
}

/** Buffers entries of one batch per sheet; several writes become one mutation. */
export class CellBuffer {
  readonly cells: CellMatrix = {};
  readonly rects: Rect[] = [];

  constructor(
    private readonly formatAt: (row: number, column: number) => string,
    private readonly extraAt: (row: number, column: number) => ExtraStyle,
  ) {}

  enter(rect: Rect, entries: readonly (readonly CellEntry[])[]): void {
    let written = false;
    for (const [row, column] of cellsOf(rect)) {
      const entry = entries[row - rect.row]?.[column - rect.column];
      if (entry === null || entry === undefined) continue;
      const format = typeof entry === "string" ? this.formatAt(row, column) : "General";
      this.put(row, column, cellOf(parseEntry(entry, format), this.extraAt(row, column)));
      written = true;
    }
    if (written) this.addRect(rect);
  }

  private put(row: number, column: number, cell: ICellData): void {
    (this.cells[row] ??= {})[column] = cell;
  }

  /** Chunks written one below the other count as one range. */
  private addRect(rect: Rect): void {
    const last = this.rects.at(-1);
    const follows =
      last !== undefined &&
      last.column === rect.column &&
      last.columns === rect.columns &&
      last.row + last.rows === rect.row;
    if (follows) this.rects[this.rects.length - 1] = { ...last, rows: last.rows + rect.rows };
    else this.rects.push(rect);
  }
}

/** A style for every cell of the rect, `custom` merged with what each cell has. */
export function styleCells(
  rect: Rect,
  style: CellStyle,
  extraAt: (r: number, c: number) => ExtraStyle,
): CellMatrix {
  const cells: CellMatrix = {};
  const data = writeStyle(style);
  const beside = ["horizontal", "vertical", "shrink", "indent", "locked", "quotePrefix"].some(
    (key) => key in style,
  );
  for (const [row, column] of cellsOf(rect)) {
    const cell: ICellData = { s: Tools.deepClone(data) };
    if (beside) cell.custom = writeExtra(style, extraAt(row, column)) ?? null;
    (cells[row] ??= {})[column] = cell;
  }
  return cells;
}

export const isForcedText = (cell: Nullable<ICellData>): boolean => cell?.t === CellValueType.FORCE_STRING;
