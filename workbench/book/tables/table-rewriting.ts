import type { CellMatrix } from "../cells/cell-writer";
import { engineColumn, replaceRefs, writeEngineRef, type StructuredRef } from "./structured-refs";
import type { Tables } from "./tables";

/** A reference changed: `rename` replaces one column's name, `broken` makes it #REF!. */
export interface RewrittenRef extends StructuredRef {
  readonly rename?: readonly [from: string, to: string];
  readonly broken?: boolean;
}

/** Rewrites the structured references of every formula and name of the book; null keeps one as it is. */
export function rewriteFormulas(tables: Tables, change: (ref: StructuredRef) => RewrittenRef | null): void {
  const rewrite = (formula: string): string =>
    replaceRefs(formula, (ref) => {
      const after = change(ref);
      return after ? written(after) : null;
    });
  forEachFormula(tables, (formula) => rewrite(formula));
  tables.book.rewriteNames(rewrite);
}

/** A copied sheet's formulas over its own tables mean the copies. */
export function renameTablesIn(tables: Tables, sheetId: string, renamed: ReadonlyMap<string, string>): void {
  const rewrite = (formula: string): string =>
    replaceRefs(formula, (ref) => {
      const name = renamed.get(ref.table);
      return name ? writeEngineRef(name, ref) : null;
    });
  forEachFormula(tables, (formula, place) => (place.sheetId === sheetId ? rewrite(formula) : formula));
}

/** Every formula as it stands in its cell; a changed text is written back, one mutation a sheet. */
export function forEachFormula(
  tables: Tables,
  change: (formula: string, place: { sheetId: string; row: number; column: number }) => string,
): void {
  for (const worksheet of tables.engine.workbook.getSheets()) {
    const cells: CellMatrix = {};
    const sheetId = worksheet.getSheetId();
    worksheet.getCellMatrix().forValue((row, column, cell) => {
      if (!cell?.f || !cell.f.includes("[")) return;
      const formula = change(cell.f, { sheetId, row, column });
      // A shared id must stay: cells without text of their own read the formula through it.
      if (formula !== cell.f)
        (cells[row] ??= {})[column] = { f: formula, ...(cell.si ? { si: cell.si } : {}) };
    });
    if (Object.keys(cells).length > 0) tables.writeQuietly(sheetId, cells);
  }
}

function written({ table, items, columns, rename, broken }: RewrittenRef): string {
  if (broken) return "#REF!";
  const renamed = columns?.map((name) =>
    rename && engineColumn(name) === engineColumn(rename[0]) ? rename[1] : name,
  ) as [string, string] | undefined;
  return writeEngineRef(table, { items, columns: renamed ?? null });
}
