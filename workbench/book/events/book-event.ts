import type { Rect, CellContent } from "../book";

export type BookEvent =
  | {
      kind: "cells";
      sheet: string;
      rect: Rect;
      change:
        | "RangeEdited"
        | "RowInserted"
        | "RowDeleted"
        | "ColumnInserted"
        | "ColumnDeleted"
        | "CellInserted"
        | "CellDeleted";
      /** Where the other cells went, of CellInserted and CellDeleted; absent = Down or Up. */
      shift?: "Down" | "Right" | "Up" | "Left";
      before?: CellContent;
      after?: CellContent;
    }
  | { kind: "formats"; sheet: string; rect: Rect }
  | { kind: "rows-sorted"; sheet: string; rect: Rect }
  | { kind: "filtered"; sheet: string; table: string | null }
  | { kind: "rows-hidden"; sheet: string; rect: Rect; hidden: boolean }
  | { kind: "calculated"; sheet: string | null }
  | { kind: "selection"; sheet: string; rects: Rect[] }
  | {
      kind: "sheet-activated" | "sheet-deactivated" | "sheet-added" | "sheet-deleted" | "sheet-protection";
      sheet: string;
    }
  | { kind: "sheet-name" | "sheet-visibility" | "sheet-moved"; sheet: string; before: string; after: string }
  | { kind: "table-added" | "table-deleted"; sheet: string; table: string }
  | {
      kind: "chart-added" | "chart-deleted" | "chart-activated" | "chart-deactivated";
      sheet: string;
      chart: string;
    }
  /** Something about some chart changed, its place included. */
  | { kind: "charts" };

/** Who caused an event: the add-in's batch, the person at the grid, or a (simulated) co-author. */
export type Origin = "addin" | "user" | "co-author";
