import type { ICellData, Nullable, Worksheet } from "@univerjs/core";
import type { Rect } from "./book";
import { CellReader } from "./cells/cell-reader";
import { CellBuffer } from "./cells/cell-buffer";
import type { Engine } from "./engine";
import { defaultPageLayout } from "./page-layout";
import { intersect } from "./rects";
import { Sizes } from "./structure/sizes";
import type { PageLayout } from "./book";

/** What Univer does not know about a sheet. */
export class SheetState {
  readonly page: PageLayout = defaultPageLayout();
  protection: { options: Record<string, unknown>; password: string | null } | null = null;
  readonly customProperties = new Map<string, string>();
  veryHidden = false;
  showHeadings = true;
}

/** Readers over one Univer worksheet. Undoing a deletion makes a new worksheet object with the same id. */
export class SheetParts {
  readonly reader: CellReader;
  readonly sizes: Sizes;
  buffer: CellBuffer | null = null;

  constructor(
    readonly engine: Engine,
    readonly worksheet: Worksheet,
    errorMessage: (row: number, column: number) => string | undefined,
    showFormula: (formula: string, row: number, column: number) => string,
  ) {
    this.reader = new CellReader(
      engine,
      worksheet,
      errorMessage,
      showFormula,
      (row, column) => this.buffer?.cells[row]?.[column],
    );
    this.sizes = new Sizes(engine, worksheet);
  }

  get pending(): CellBuffer {
    this.buffer ??= new CellBuffer(this.reader);
    return this.buffer;
  }

  /** The part of a rect that can hold something; a big one is cut to what is in use. No rows when there is none. */
  clip(rect: Rect): Rect {
    const { worksheet } = this;
    const all = { row: 0, column: 0, rows: worksheet.getRowCount(), columns: worksheet.getColumnCount() };
    const used = rect.rows * rect.columns > 100_000 ? this.usedRect(false) : all;
    return (used && intersect(rect, used)) ?? { ...rect, rows: 0, columns: 0 };
  }

  /** The smallest rect with every cell that has content, or also those that are only formatted. */
  usedRect(valuesOnly: boolean): Rect | null {
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    const add = (row: number, column: number) => {
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = Math.max(bottom, row);
      right = Math.max(right, column);
    };
    // Over the bare rows, and of each only to its first and its last cell in use: this is asked for often.
    for (const [row, cells] of Object.entries(this.worksheet.getCellMatrix().getMatrix())) {
      const columns = Object.keys(cells);
      const inUse = (column: string) => isUsed(cells[Number(column)], valuesOnly);
      const first = columns.find(inUse);
      if (first === undefined) continue;
      add(Number(row), Number(first));
      add(Number(row), Number(columns.reverse().find(inUse)));
    }
    const spilled =
      this.engine.formulas.getArrayFormulaCellData()[this.engine.unitId]?.[this.worksheet.getSheetId()];
    for (const [row, columns] of Object.entries(spilled ?? {})) {
      for (const column of Object.keys(columns ?? {})) add(Number(row), Number(column));
    }
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }
}

function isUsed(cell: Nullable<ICellData>, valuesOnly: boolean): boolean {
  if (!cell) return false;
  const filled = (cell.v ?? cell.f ?? cell.si ?? cell.p ?? null) !== null;
  return filled || (!valuesOnly && Boolean(cell.s));
}
