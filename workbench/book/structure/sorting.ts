import type { Worksheet } from "@univerjs/core";
import type { CellContent, Rect, SortField } from "../book";
import type { CellReader } from "../cells/cell-reader";
import type { Engine } from "../engine";
import { toRange } from "../rects";

/** Excel's order of kinds: numbers, text, logical values, errors; blanks come last whatever the direction. */
function rank(content: CellContent): number {
  if (content === null) return 4;
  if (typeof content === "number") return 0;
  if (typeof content === "string") return 1;
  return typeof content === "boolean" ? 2 : 3;
}

const collators = {
  exact: new Intl.Collator("en", { sensitivity: "variant", caseFirst: "lower" }),
  loose: new Intl.Collator("en", { sensitivity: "accent" }),
};

function compare(a: CellContent, b: CellContent, matchCase: boolean): number {
  const difference = rank(a) - rank(b);
  if (difference !== 0) return difference;
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") {
    return (matchCase ? collators.exact : collators.loose).compare(a, b);
  }
  return Number(a) - Number(b) || 0;
}

/** Sorts the rows of a rect without header, stable; rows a filter hides stay where they are. */
export function sortRows(
  engine: Engine,
  worksheet: Worksheet,
  reader: CellReader,
  { rect, fields, matchCase }: { rect: Rect; fields: readonly SortField[]; matchCase: boolean },
): void {
  const places: number[] = [];
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    if (worksheet.getRowVisible(row)) places.push(row);
  }
  const rows = places.map((row) => ({
    row,
    keys: fields.map((field) => reader.content(row, rect.column + field.key)),
  }));
  rows.sort((a, b) => {
    for (const [index, field] of fields.entries()) {
      const left = a.keys[index] ?? null;
      const right = b.keys[index] ?? null;
      const result = compare(left, right, matchCase);
      if (result !== 0) return field.ascending || left === null || right === null ? result : -result;
    }
    return 0;
  });
  const order: Record<number, number> = {};
  rows.forEach(({ row }, index) => {
    order[places[index] ?? row] = row;
  });
  if (Object.entries(order).every(([place, row]) => Number(place) === row)) return;
  engine.onSheet(worksheet, () =>
    engine.command("sheet.command.reorder-range", {
      unitId: engine.unitId,
      subUnitId: worksheet.getSheetId(),
      range: toRange(rect),
      order,
    }),
  );
}
