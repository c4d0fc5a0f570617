import { schema, tableIds, type TableId } from "../schema/schema";
import type { LostTable } from "./lost-tables";
import { leave, type ActingFinding, type ActingOption } from "./repair-act";
import type { RepairGround } from "./repair-ground";

/** Tables that are not there: as plain cells with their headers, or not at all. Optional ones may be absent (WB10). */
export function missingTables(ground: RepairGround): readonly ActingFinding[] {
  const { book, lost } = ground;
  return tableIds.flatMap((id) => {
    if (book.tables.has(id)) return [];
    const stands = lost.find((one) => one.id === id);
    return stands || !schema[id].optional ? [finding(ground, id, stands ?? null)] : [];
  });
}

function finding({ book }: RepairGround, id: TableId, stands: LostTable | null): ActingFinding {
  const sheet = schema[id].sheet[book.language];
  const add: ActingOption = {
    id: "add",
    label: { code: `repair.addTable.${defaulted.has(id) ? "defaults" : "empty"}`, values: { sheet } },
    act: { kind: "add-table", table: id },
  };
  if (!stands) {
    const what = { code: "repair.tableMissing", values: { sheet } };
    return { id: `table ${id}`, what, options: [add, leave], samples: [], notes: [] };
  }
  const values = { sheet: stands.sheet, rows: stands.area.rows - 1, table: sheet };
  const make: ActingOption = {
    id: "make",
    label: { code: "repair.makeTable", values },
    act: { kind: "make-table", table: id, sheet: stands.sheet, area: stands.area },
  };
  const what = { code: "repair.tableLost", values };
  return { id: `table ${id}`, what, options: [make, add, leave], samples: [], notes: [] };
}

/** Tables that come with rows of their own. */
const defaulted: ReadonlySet<TableId> = new Set(["settings", "criteria", "cadence", "lists"]);
