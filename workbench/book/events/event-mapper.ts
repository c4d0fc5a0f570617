import { RedoCommandId, UndoCommandId, type ICommandInfo } from "@univerjs/core";
import {
  InsertColMutation,
  InsertRowMutation,
  InsertSheetMutation,
  MoveRangeMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  ReorderRangeMutation,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetSelectionsOperation,
  SetWorksheetActiveOperation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
} from "@univerjs/sheets";
import { SetSheetTableFilterMutation } from "@univerjs/sheets-table";
import type { CellContent, Rect } from "../book";
import type { BookEvent } from "./book-event";
import type { BookParts } from "../book-parts";
import { officeId } from "../engine";
import { fromRange } from "../rects";
import { blockChanges } from "../structure/shifting";
import { editedRect, styledRect } from "./edited-rect";

interface Params {
  unitId?: string;
  subUnitId: string;
  trigger?: string;
  range?: Parameters<typeof fromRange>[0];
  ranges?: Parameters<typeof fromRange>[0][];
  [key: string]: unknown;
}

/** Commands whose set-range-values only rewrite formulas: nobody edited these cells. */
const rewriting = new Set([
  ...blockChanges.keys(),
  "sheet.command.insert-row-by-range",
  "sheet.command.remove-row-by-range",
  "sheet.command.insert-col-by-range",
  "sheet.command.remove-col-by-range",
  "sheet.command.reorder-range",
  "sheet.command.set-worksheet-name",
  "sheet.command.remove-sheet",
  "sheet.command.set-defined-name",
  "sheet.command.remove-defined-name",
]);

/** Univer's mutations and operations as the events of Office, whoever caused them. */
export class EventMapper {
  private silentCells = 0;
  private active: string;
  private before: { sheetId: string; rect: Rect; value: CellContent } | null = null;
  private names = new Map<string, string>();
  /** The person's own edit of cells, after it happened; tables react. */
  onUserEdit: (sheetId: string, rect: Rect) => void = () => undefined;

  constructor(private readonly book: BookParts) {
    const { engine } = book;
    this.active = engine.workbook.ensureActiveSheet().getSheetId();
    engine.commands.beforeCommandExecuted((command) => this.remember(command));
    engine.onMutation((command, options) => {
      if (!options.fromFormula) this.map(command);
    });
    engine.scheduler.onPassEnd((_pass, calculated) => {
      if (calculated) engine.emit({ kind: "calculated", sheet: null }, "user");
    });
  }

  /** Our own writes of cells are announced by whoever made them. */
  withoutCells<T>(work: () => T): T {
    this.silentCells++;
    try {
      return work();
    } finally {
      this.silentCells--;
    }
  }

  /** The value of the one cell written; undefined when it is not exactly one. */
  singleValue(sheetId: string, rects: readonly Rect[]): CellContent | undefined {
    const [rect] = rects;
    if (!rect || rects.length !== 1 || rect.rows * rect.columns !== 1) return undefined;
    return this.book.sheetParts(sheetId).reader.content(rect.row, rect.column);
  }

  private remember(command: Readonly<ICommandInfo>): void {
    const params = command.params as Params | undefined;
    if (params?.unitId !== this.book.engine.unitId) return;
    if (command.id === SetRangeValuesMutation.id && !this.book.engine.isOwnChange) {
      const rect = editedRect(params.cellValue);
      const value = rect ? this.singleValue(params.subUnitId, [rect]) : undefined;
      this.before = rect && value !== undefined ? { sheetId: params.subUnitId, rect, value } : null;
    }
    if (command.id === SetWorksheetNameMutation.id) {
      this.names.set(params.subUnitId, this.book.engine.worksheet(params.subUnitId).getName());
    }
  }

  private map(command: Readonly<ICommandInfo>): void {
    const params = command.params as Params | undefined;
    const block = blockChanges.get(command.id);
    if (block && params?.range) {
      const sheet = officeId(this.book.engine.workbook.ensureActiveSheet().getSheetId());
      this.book.engine.emit({ kind: "cells", sheet, rect: fromRange(params.range), change: block });
    }
    if (params?.unitId !== this.book.engine.unitId) return;
    const event = this.structure(command.id, params) ?? this.sheets(command.id, params);
    if (event) this.book.engine.emit(event);
    else if (command.id === SetRangeValuesMutation.id) this.cells(params);
    else if (command.id === MoveRangeMutation.id) this.moved(params);
    else if (command.id === SetWorksheetActiveOperation.id) this.activated(params.subUnitId);
  }

  private cells(params: Params): void {
    if (this.silentCells > 0 || this.book.engine.isShifting || rewriting.has(params.trigger ?? "")) return;
    const sheet = officeId(params.subUnitId);
    const rect = editedRect(params.cellValue);
    if (!rect) {
      const styled = styledRect(params.cellValue);
      if (styled) this.book.engine.emit({ kind: "formats", sheet, rect: styled });
      return;
    }
    const user = !this.book.engine.isOwnChange;
    const before = this.before;
    const details =
      user && before && before.sheetId === params.subUnitId
        ? { before: before.value, after: this.singleValue(params.subUnitId, [rect]) ?? null }
        : {};
    const stepping = params.trigger === UndoCommandId || params.trigger === RedoCommandId;
    if (user && !stepping) this.onUserEdit(params.subUnitId, rect);
    this.book.engine.emit({ kind: "cells", sheet, rect, change: "RangeEdited", ...details });
  }

  private structure(id: string, params: Params): BookEvent | null {
    const range = params.range ?? params.ranges?.[0];
    if (!range) return null;
    const sheet = officeId(params.subUnitId);
    const rect = fromRange(range);
    switch (id) {
      case InsertRowMutation.id:
        return { kind: "cells", sheet, rect, change: "RowInserted" };
      case RemoveRowMutation.id:
        return { kind: "cells", sheet, rect, change: "RowDeleted" };
      case InsertColMutation.id:
        return { kind: "cells", sheet, rect, change: "ColumnInserted" };
      case RemoveColMutation.id:
        return { kind: "cells", sheet, rect, change: "ColumnDeleted" };
      case ReorderRangeMutation.id:
        return { kind: "rows-sorted", sheet, rect };
      case SetRowHiddenMutation.id:
        return { kind: "rows-hidden", sheet, rect, hidden: true };
      case SetRowVisibleMutation.id:
        return { kind: "rows-hidden", sheet, rect, hidden: false };
      default:
        return null;
    }
  }

  private sheets(id: string, params: Params): BookEvent | null {
    const sheet = officeId(params.subUnitId ?? (params.sheet as { id?: string } | undefined)?.id ?? "");
    switch (id) {
      case InsertSheetMutation.id:
        return { kind: "sheet-added", sheet };
      case RemoveSheetMutation.id:
        return { kind: "sheet-deleted", sheet };
      case SetWorksheetNameMutation.id: {
        const before = this.names.get(params.subUnitId) ?? "";
        return { kind: "sheet-name", sheet, before, after: String(params.name) };
      }
      case SetWorksheetOrderMutation.id:
        return {
          kind: "sheet-moved",
          sheet,
          before: String(params.fromOrder),
          after: String(params.toOrder),
        };
      case SetWorksheetHideMutation.id: {
        if (this.book.engine.isOwnChange) return null;
        const [before, after] = params.hidden ? ["Visible", "Hidden"] : ["Hidden", "Visible"];
        return { kind: "sheet-visibility", sheet, before: before ?? "", after: after ?? "" };
      }
      case SetSheetTableFilterMutation.id:
        return { kind: "filtered", sheet, table: officeId(String(params.tableId)) };
      case SetSelectionsOperation.id: {
        const selections = params.selections as { range: Parameters<typeof fromRange>[0] }[];
        return { kind: "selection", sheet, rects: selections.map((selection) => fromRange(selection.range)) };
      }
      default:
        return null;
    }
  }

  /** Cut and paste, or drag of a block: both places were edited. */
  private moved(params: Params): void {
    if (this.book.engine.isShifting || blockChanges.has(params.trigger ?? "")) return;
    for (const side of [params.from, params.to] as ({ subUnitId: string; value: unknown } | undefined)[]) {
      const rect = side ? styledRect(side.value) : null;
      if (!side || !rect || this.silentCells > 0) continue;
      const sheet = officeId(side.subUnitId);
      this.book.engine.emit({ kind: "cells", sheet, rect, change: "RangeEdited" });
    }
  }

  private activated(sheetId: string): void {
    if (sheetId === this.active) return;
    const before = this.active;
    this.active = sheetId;
    this.book.engine.emit({ kind: "sheet-deactivated", sheet: officeId(before) });
    this.book.engine.emit({ kind: "sheet-activated", sheet: officeId(sheetId) });
  }
}
