import type { Area } from "../sheet-plan";
import type { TableId } from "../schema/schema";
import type { RepairFinding, RepairOption } from "../upkeep-verbs";
import type { CellInput } from "../workbook-gateway";

/** A cell of a body row that shall hold something else. */
export interface CellChange {
  readonly body: number;
  readonly value: CellInput;
}

/** What an option does. */
export type RepairAct =
  | { readonly kind: "leave" }
  | {
      readonly kind: "rename-header";
      readonly table: TableId;
      readonly header: string;
      readonly column: string;
    }
  | {
      readonly kind: "map-header";
      readonly table: TableId;
      readonly header: string;
      readonly column: string;
    }
  | { readonly kind: "add-column"; readonly table: TableId; readonly column: string }
  | { readonly kind: "add-table"; readonly table: TableId }
  | {
      readonly kind: "make-table";
      readonly table: TableId;
      readonly sheet: string;
      readonly area: Area;
    }
  | {
      readonly kind: "set-aside";
      readonly table: TableId;
      /** Names of tables that are the card's no more. */
      readonly tables: readonly string[];
      readonly sheets: readonly string[];
    }
  | {
      readonly kind: "convert";
      readonly table: TableId;
      readonly column: string;
      readonly cells: readonly CellChange[];
      readonly said: { readonly before: string; readonly after: string };
    }
  | { readonly kind: "correct-account"; readonly from: string; readonly to: string }
  | { readonly kind: "add-account"; readonly id: string };

export interface ActingOption extends RepairOption {
  readonly act: RepairAct;
}

export interface ActingFinding extends RepairFinding {
  readonly options: readonly ActingOption[];
}

export const leave: ActingOption = {
  id: "leave",
  label: { code: "repair.leave", values: {} },
  act: { kind: "leave" },
};
