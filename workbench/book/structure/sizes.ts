import { BooleanNumber, type IMutationInfo, type Worksheet } from "@univerjs/core";
import {
  SetColDataMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
  SetWorksheetRowIsAutoHeightMutation,
} from "@univerjs/sheets";
import { ensureSize } from "../cells/cell-writer";
import type { Engine } from "../engine";
import { toRange } from "../rects";

/** 96 pixels and 72 points to the inch. */
export const POINTS_PER_PIXEL = 0.75;
const toPixels = (points: number): number => Math.round((points / POINTS_PER_PIXEL) * 100) / 100;

interface Lines {
  readonly start: number;
  readonly count: number;
}

export class Sizes {
  constructor(
    private readonly engine: Engine,
    private readonly worksheet: Worksheet,
  ) {}

  columnWidth(column: number): number {
    const width =
      this.worksheet.getConfig().columnData[column]?.w ?? this.worksheet.getConfig().defaultColumnWidth;
    return width * POINTS_PER_PIXEL;
  }

  rowHeight(row: number): number {
    const data = this.worksheet.getConfig().rowData[row];
    const automatic = data?.ia === BooleanNumber.TRUE ? data.ah : undefined;
    return (automatic ?? data?.h ?? this.worksheet.getConfig().defaultRowHeight) * POINTS_PER_PIXEL;
  }

  setColumnWidth({ start, count }: Lines, points: number): void {
    ensureSize(this.engine, this.worksheet, { row: 0, column: start, rows: 1, columns: count });
    // As column data rather than set-worksheet-col-width, which leaves hidden columns out.
    const before = this.columnData({ start, count });
    const after = Object.fromEntries(Object.keys(before).map((column) => [column, { w: toPixels(points) }]));
    this.engine.apply({
      redo: [this.mutation(SetColDataMutation.id, { columnData: after })],
      undo: [this.mutation(SetColDataMutation.id, { columnData: before })],
    });
    this.redraw({ start, count }, points);
  }

  setRowHeight({ start, count }: Lines, points: number): void {
    ensureSize(this.engine, this.worksheet, { row: start, column: 0, rows: count, columns: 1 });
    const before: Record<number, number> = {};
    for (let row = start; row < start + count; row++) before[row] = toPixels(this.rowHeight(row));
    const ranges = [toRange({ row: start, column: 0, rows: count, columns: 1 })];
    const fixed = this.mutation(SetWorksheetRowIsAutoHeightMutation.id, {
      ranges,
      autoHeightInfo: BooleanNumber.FALSE,
    });
    this.engine.apply({
      redo: [this.mutation(SetWorksheetRowHeightMutation.id, { ranges, rowHeight: toPixels(points) }), fixed],
      undo: [this.mutation(SetWorksheetRowHeightMutation.id, { ranges, rowHeight: before })],
    });
  }

  columnHidden(column: number): boolean {
    return this.worksheet.getConfig().columnData[column]?.hd === BooleanNumber.TRUE;
  }

  /** Hidden by hand, not by a filter. */
  rowHidden(row: number): boolean {
    return this.worksheet.getConfig().rowData[row]?.hd === BooleanNumber.TRUE;
  }

  setColumnHidden({ start, count }: Lines, hidden: boolean): void {
    ensureSize(this.engine, this.worksheet, { row: 0, column: start, rows: 1, columns: count });
    const ranges = [toRange({ row: 0, column: start, rows: this.worksheet.getRowCount(), columns: count })];
    this.toggle([SetColHiddenMutation.id, SetColVisibleMutation.id], ranges, hidden);
  }

  setRowHidden({ start, count }: Lines, hidden: boolean): void {
    ensureSize(this.engine, this.worksheet, { row: start, column: 0, rows: count, columns: 1 });
    const ranges = [
      toRange({ row: start, column: 0, rows: count, columns: this.worksheet.getColumnCount() }),
    ];
    this.toggle([SetRowHiddenMutation.id, SetRowVisibleMutation.id], ranges, hidden);
  }

  private toggle([hide, show]: [string, string], ranges: object[], hidden: boolean): void {
    this.engine.apply({
      redo: [this.mutation(hidden ? hide : show, { ranges })],
      undo: [this.mutation(hidden ? show : hide, { ranges })],
    });
  }

  /** The grid lays itself out on this mutation, not on column data. */
  private redraw({ start, count }: Lines, points: number): void {
    const ranges = [toRange({ row: 0, column: start, rows: this.worksheet.getRowCount(), columns: count })];
    this.engine.run([this.mutation(SetWorksheetColWidthMutation.id, { ranges, colWidth: toPixels(points) })]);
  }

  private columnData({ start, count }: Lines): Record<number, { w: number | undefined }> {
    const data: Record<number, { w: number | undefined }> = {};
    for (let column = start; column < start + count; column++) {
      data[column] = { w: this.columnWidth(column) / POINTS_PER_PIXEL };
    }
    return data;
  }

  private mutation(id: string, params: object): IMutationInfo {
    return { id, params: { unitId: this.engine.unitId, subUnitId: this.worksheet.getSheetId(), ...params } };
  }
}
