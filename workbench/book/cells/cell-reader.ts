import {
  CellValueType,
  Tools,
  type ICellData,
  type IStyleData,
  type Nullable,
  type Worksheet,
} from "@univerjs/core";
import type { CellContent, CellStyle, Rect } from "../book";
import type { Engine } from "../engine";
import { mapRect } from "../rects";
import { overlaid } from "./cell-buffer";
import { ERROR_TEXTS } from "./entry";
import { displayText, type NumberSettings } from "./display-text";
import { readStyle, type ExtraStyle } from "./style-map";

/** Values, formulas, texts and styles straight from Univer's model, spilled cells included. */
export class CellReader {
  constructor(
    private readonly engine: Engine,
    private readonly worksheet: Worksheet,
    private readonly errorMessage: (row: number, column: number) => string | undefined,
    private readonly showFormula: (formula: string, row: number, column: number) => string,
    private readonly pending: (row: number, column: number) => Nullable<ICellData>,
  ) {}

  get settings(): NumberSettings {
    return this.engine;
  }

  get sheetId(): string {
    return this.worksheet.getSheetId();
  }

  raw(row: number, column: number): Nullable<ICellData> {
    return this.worksheet.getCellMatrix().getValue(row, column);
  }

  /** The cell's own data, or what a dynamic array puts there. */
  effective(row: number, column: number): Nullable<ICellData> {
    const cell = this.raw(row, column);
    return isFilled(cell) ? cell : (this.spilled(row, column) ?? cell);
  }

  spilled(row: number, column: number): Nullable<ICellData> {
    return this.allSpilled()?.[row]?.[column];
  }

  private allSpilled() {
    return this.engine.formulas.getArrayFormulaCellData()[this.engine.unitId]?.[this.worksheet.getSheetId()];
  }

  content(row: number, column: number): CellContent {
    const cell = this.effective(row, column);
    return this.withMessage(contentOf(cell), row, column);
  }

  contents(rect: Rect): CellContent[][] {
    const cells = this.worksheet.getCellMatrix().getMatrix();
    const spilled = this.allSpilled();
    return mapRect(rect, (row, column) => {
      const cell = cells[row]?.[column];
      const shown = isFilled(cell) ? cell : (spilled?.[row]?.[column] ?? cell);
      return this.withMessage(contentOf(shown), row, column);
    });
  }

  /** The formula in en-US with "="; null without one. */
  formula(row: number, column: number): string | null {
    const cell = this.raw(row, column);
    if (!cell?.f && !cell?.si) return null;
    const formula = this.engine.formulas.getFormulaStringByCell(
      row,
      column,
      this.worksheet.getSheetId(),
      this.engine.unitId,
    );
    return formula ? this.showFormula(formula, row, column) : null;
  }

  formulas(rect: Rect): (string | number | boolean)[][] {
    return mapRect(rect, (row, column) => {
      const formula = this.formula(row, column);
      if (formula !== null) return formula;
      const content = contentOf(this.effective(row, column));
      if (content === null) return "";
      return typeof content === "object" ? content.error : content;
    });
  }

  /** Over the cells there are: a rect is mostly as big as what is in use, and formulas are few. */
  formulaCells(rect: Rect): { row: number; column: number }[] {
    const found: { row: number; column: number }[] = [];
    const matrix = this.worksheet.getCellMatrix().getMatrix();
    for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
      for (const [key, cell] of Object.entries(matrix[row] ?? {})) {
        const column = Number(key);
        const inside = column >= rect.column && column < rect.column + rect.columns;
        if (inside && (cell?.f || cell?.si)) found.push({ row, column });
      }
    }
    return found;
  }

  text(row: number, column: number): string {
    const cell = this.effective(row, column);
    return displayText(contentOf(cell), this.format(row, column), this.engine);
  }

  /** Formats count what is buffered: asking for them does not end the buffering. */
  format(row: number, column: number): string {
    return this.composed(row, column).n?.pattern ?? "General";
  }

  style(row: number, column: number): CellStyle {
    return readStyle(this.composed(row, column), this.extra(row, column));
  }

  extra(row: number, column: number): ExtraStyle {
    const { columnData, rowData } = this.worksheet.getConfig();
    return { ...columnData[column]?.custom, ...rowData[row]?.custom, ...this.ownExtra(row, column) };
  }

  ownExtra(row: number, column: number): Nullable<ExtraStyle> {
    const pending = this.pending(row, column);
    return pending && "custom" in pending ? pending.custom : this.raw(row, column)?.custom;
  }

  /** Of the cell, its row and its column; neither what conditional formats nor what a table's style adds. */
  private composed(row: number, column: number): IStyleData {
    const own = this.raw(row, column);
    const written = this.pending(row, column)?.s;
    if (!written || typeof written === "string")
      return this.worksheet.getComposedCellStyleByCellData(row, column, own);
    const before = this.engine.workbook.getStyles().getStyleByCell(own);
    const s = withoutNull(overlaid(before ?? {}, written));
    return this.worksheet.getComposedCellStyleByCellData(row, column, { s });
  }

  private withMessage(content: CellContent, row: number, column: number): CellContent {
    if (content === null || typeof content !== "object") return content;
    const message = this.errorMessage(row, column);
    return message ? { error: content.error, message } : content;
  }
}

const isFilled = (cell: Nullable<ICellData>): boolean =>
  (cell?.v ?? null) !== null || Boolean(cell?.f) || Boolean(cell?.si);

const withoutNull = (style: IStyleData): IStyleData => Tools.removeNull(Tools.deepClone(style));

/** Univer keeps booleans as 1 and 0 and errors as text; text that only looks like an error is a forced string. */
function contentOf(cell: Nullable<ICellData>): CellContent {
  const value = cell?.v;
  if (value === undefined || value === null) {
    return cell?.p ? (cell.p.body?.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n") ?? null) : null;
  }
  if (typeof value === "boolean") return value;
  if (cell?.t === CellValueType.BOOLEAN) return Number(value) === 1 || value === "TRUE";
  if (typeof value === "number") return value;
  if (cell?.t === CellValueType.FORCE_STRING) return value;
  if (ERROR_TEXTS.has(value)) return { error: value };
  return cell?.t === CellValueType.NUMBER && value !== "" ? Number(value) : value;
}
