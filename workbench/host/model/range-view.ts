/** The visible cells of a range, closed up as if the hidden ones were not there. */
import type { BookSheet, CellEntry, Rect } from "../../book/book";
import { formatAddress } from "./addresses";
import type { HostContext } from "../class-model";
import { defineModel, hostObject, rangeObject } from "./host-object";
import { invalidArgument } from "./host-errors";
import { isReadable, entriesFor, mapMatrix, wireValue, wireValueType } from "./wire-values";
import { readNumberFormats } from "./number-formats";
import { rect } from "./rect-algebra";
import { writeCells } from "./range-write";

interface View {
  readonly sheet: BookSheet;
  /** Not called rect: a view does not follow cells. */
  readonly area: Rect;
  /** null = all visible rows, else the one at this place among them. */
  readonly row: number | null;
}

function visible({ sheet, area, row }: View): { rows: number[]; columns: number[] } {
  if (!isReadable(area)) throw invalidArgument("The range is too large for a view.");
  const rows = Array.from({ length: area.rows }, (_r, i) => i).filter((i) => !sheet.rowHidden(area.row + i));
  const columns = Array.from({ length: area.columns }, (_c, j) => j).filter(
    (j) => !sheet.columnHidden(area.column + j),
  );
  return { rows: row === null ? rows : rows.slice(row, row + 1), columns };
}

function pick<T>(view: View, matrix: readonly (readonly T[])[]): T[][] {
  const { rows, columns } = visible(view);
  return rows.map((i) => columns.map((j) => matrix[i]![j]!));
}

const reading =
  <T>(read: (sheet: BookSheet, area: Rect) => readonly (readonly T[])[]) =>
  (view: View): T[][] =>
    pick(view, read(view.sheet, view.area));

const formulas = reading((sheet, area) => sheet.formulas(area));

function write(view: View, value: unknown, context: HostContext): void {
  const { rows, columns } = visible(view);
  const entries = entriesFor(value, rect(0, 0, rows.length, columns.length));
  const spread = Array.from({ length: view.area.rows }, () =>
    Array.from({ length: view.area.columns }, (): CellEntry => null),
  );
  rows.forEach((i, r) => columns.forEach((j, c) => (spread[i]![j] = entries[r]![c]!)));
  writeCells({ sheet: view.sheet, rect: view.area }, spread, context);
}

defineModel<View>({
  className: "RangeView",
  sheetOf: ({ sheet }) => sheet,
  navigate: { Rows: (view) => hostObject("RangeViewCollection", view) },
  read: {
    Index: ({ row }) => row ?? 0,
    RowCount: (view) => visible(view).rows.length,
    ColumnCount: (view) => visible(view).columns.length,
    Values: reading((sheet, area) => mapMatrix(sheet.content(area), wireValue)),
    ValueTypes: reading((sheet, area) => mapMatrix(sheet.content(area), wireValueType)),
    Text: reading((sheet, area) => sheet.texts(area)),
    Formulas: formulas,
    FormulasLocal: formulas,
    NumberFormat: reading((sheet, area) => readNumberFormats(sheet, area) ?? []),
    CellAddresses: (view) => {
      const { rows, columns } = visible(view);
      const { sheet, area } = view;
      return rows.map((i) =>
        columns.map((j) => formatAddress(sheet.name, rect(area.row + i, area.column + j))),
      );
    },
  },
  write: { Values: write, Formulas: write, FormulasLocal: write },
  call: { GetRange: ({ sheet, area }) => rangeObject(sheet, area) },
});

defineModel<View>({
  className: "RangeViewCollection",
  sheetOf: ({ sheet }) => sheet,
  items: (view) =>
    visible({ ...view, row: null }).rows.map((_row, i) => hostObject<View>("RangeView", { ...view, row: i })),
});
