/** Cells of a kind within an area: blanks, constants, formulas, visible, with rules. */
import type { BookSheet, CellContent, Rect } from "../../book/book";
import { invalidArgument, notImplemented } from "./host-errors";
import { intersect, rect, rectsOfMask } from "./rect-algebra";

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
    case "Blanks":
    case "Constants":
    case "Formulas":
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
      contents.map((line) => line.map((cell) => cell === null)),
      used,
    );
  const formulas = sheet.formulas(used);
  const mask = contents.map((line, i) =>
    line.map((content, j) => {
      const formula = formulas[i]![j]!;
      const calculated = typeof formula === "string" && formula.startsWith("=") && formula !== content;
      return calculated === (type === "Formulas") && ofKind(content);
    }),
  );
  return rectsOfMask(mask, used);
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
