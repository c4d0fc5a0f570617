import { Tools, type ICellData, type Nullable } from "@univerjs/core";
import { LexerTreeBuilder } from "@univerjs/engine-formula";
import type { Rect } from "../book";
import type { CellReader } from "../cells/cell-reader";
import { blankCell, type CellMatrix } from "../cells/cell-writer";
import type { Engine } from "../engine";
import { cellsOf } from "../rects";

export interface CopySource {
  readonly reader: CellReader;
  readonly rect: Rect;
}

/** The rect a copy covers: the source's size, repeated where the target is a multiple of it. */
export function copyTarget(from: Rect, to: Rect): Rect {
  const rows = to.rows % from.rows === 0 ? to.rows : from.rows;
  const columns = to.columns % from.columns === 0 ? to.columns : from.columns;
  return { ...to, rows, columns };
}

/** Relative references move with the copy. */
export function copiedCells(
  engine: Engine,
  source: CopySource,
  target: Rect,
  what: "All" | "Formulas" | "Values" | "Formats",
): CellMatrix {
  const lexer = engine.injector.get(LexerTreeBuilder);
  const cells: CellMatrix = {};
  for (const [row, column] of cellsOf(target)) {
    const fromRow = source.rect.row + ((row - target.row) % source.rect.rows);
    const fromColumn = source.rect.column + ((column - target.column) % source.rect.columns);
    const raw = source.reader.effective(fromRow, fromColumn);
    const formula = what === "Values" ? null : rawFormula(engine, source, fromRow, fromColumn);
    const cell: ICellData = {};
    if (what !== "Formats") {
      Object.assign(cell, blankCell());
      if (formula) cell.f = lexer.moveFormulaRefOffset(formula, column - fromColumn, row - fromRow);
      else Object.assign(cell, { v: raw?.v ?? null, t: raw?.t ?? null });
    }
    if (what === "All" || what === "Formats") Object.assign(cell, stylePart(raw));
    (cells[row] ??= {})[column] = cell;
  }
  return cells;
}

const stylePart = (raw: Nullable<ICellData>): ICellData => ({
  s: raw?.s ? Tools.deepClone(raw.s) : null,
  custom: raw?.custom ? Tools.deepClone(raw.custom) : null,
});

function rawFormula(engine: Engine, source: CopySource, row: number, column: number): string | null {
  const raw = source.reader.raw(row, column);
  if (!raw?.f && !raw?.si) return null;
  return engine.formulas.getFormulaStringByCell(row, column, source.reader.sheetId, engine.unitId) ?? null;
}
