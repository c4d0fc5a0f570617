/** Cells of a kind within an area: blanks, constants, formulas, visible, with rules. */
import type { BookSheet, CellContent, Rect } from "../../book/book";
import { invalidArgument, notImplemented } from "./host-errors";
import { bounding, intersect, rect, rectsOfMask } from "./rect-algebra";

/** `ErrorsLogicalText` → Errors, Logical, Text; `All` or absent → every kind. */
function kindsOf(valueType: unknown): (content: CellContent) => boolean {
  const name = String(valueType ?? "All");
  if (!/^(All|(Errors)?(Logical)?(Numbers?)?(Text)?)$/.test(name)) throw invalidArgument();
  const all = name === "All";
  return (content) => {
    if (content === null) return false;
    if (typeof content === "object") return all || name.includes("Errors");
    if (typeof content === "boolean") return all || name.includes("Logical");
    return all || name.includes(typeof content === "number" ? "Number" : "Text");
  };
}

export function specialCells(sheet: BookSheet, area: Rect, cellType: unknown, valueType: unknown): Rect[] {
  switch (cellType) {
    case "ConditionalFormats":
      return sheet
        .conditionalFormats()
        .flatMap((record) => record.areas.flatMap((own) => intersect(own, area) ?? []));
    case "Visible":
      return visibleCells(sheet, area);
    case "Formulas":
      return ofFormulas(sheet, area, kindsOf(valueType));
    case "Blanks":
    case "Constants":
      return ofContent(sheet, area, cellType, kindsOf(valueType));
    case "DataValidations":
      return validatedCells(sheet, area);
    case "SameConditionalFormat":
    case "SameDataValidation":
      throw notImplemented(`special cells of type ${cellType}`);
  }
  throw invalidArgument();
}

/** Like Excel, only cells of the used range are looked at. */
function withinUsed(sheet: BookSheet, area: Rect): Rect | null {
  const used = sheet.usedRect(false);
  return used && intersect(used, area);
}

function ofContent(sheet: BookSheet, area: Rect, type: string, ofKind: (content: CellContent) => boolean) {
  const used = withinUsed(sheet, area);
  if (!used) return [];
  const contents = sheet.content(used);
  if (type === "Blanks")
    return rectsOfMask(
      maskOf(contents, (cell) => cell === null),
      used,
    );
  const mask = maskOf(contents, ofKind);
  for (const { row, column } of sheet.formulaCells(used)) mask[row - used.row]![column - used.column] = false;
  return rectsOfMask(mask, used);
}

const maskOf = (contents: CellContent[][], wanted: (content: CellContent) => boolean): boolean[][] =>
  contents.map((line) => line.map(wanted));

function ofFormulas(sheet: BookSheet, area: Rect, ofKind: (content: CellContent) => boolean): Rect[] {
  const used = withinUsed(sheet, area);
  const cells = (used ? sheet.formulaCells(used) : []).map(({ row, column }) => rect(row, column));
  const found = cells.filter((cell) => ofKind(sheet.content(cell)[0]?.[0] ?? null));
  const [first] = found;
  if (!first) return [];
  const around = found.reduce(bounding, first);
  const mask = Array.from({ length: around.rows }, () => new Array<boolean>(around.columns).fill(false));
  for (const { row, column } of found) mask[row - around.row]![column - around.column] = true;
  return rectsOfMask(mask, around);
}

function visibleCells(sheet: BookSheet, area: Rect): Rect[] {
  const used = withinUsed(sheet, area) ?? area;
  const columns = Array.from({ length: used.columns }, (_x, j) => !sheet.columnHidden(used.column + j));
  const blank = columns.map(() => false);
  const mask = Array.from({ length: used.rows }, (_x, i) =>
    sheet.rowHidden(used.row + i) ? blank : columns,
  );
  return rectsOfMask(mask, used);
}

function validatedCells(sheet: BookSheet, area: Rect): Rect[] {
  const used = withinUsed(sheet, area);
  if (!used) return [];
  const mask = Array.from({ length: used.rows }, (_x, i) =>
    Array.from(
      { length: used.columns },
      (_y, j) => sheet.validation(rect(used.row + i, used.column + j)) !== null,
    ),
  );
  return rectsOfMask(mask, used);
}
