import type { Cell, CellErrorValue, CellValue } from "@cj-tech-master/excelts";
import type { CellContent } from "../book/book";
import type { CellSnapshot } from "../book/book-snapshot";
import { formulaFromFile, formulaToFile, rowReferencesToFile } from "./formula-names";
import { rectAddress, rectFromAddress } from "./file-sizes";

const errors = new Set<string>([
  "#N/A",
  "#REF!",
  "#NAME?",
  "#DIV/0!",
  "#NULL!",
  "#VALUE!",
  "#NUM!",
  "#SPILL!",
  "#CALC!",
]);
const textLimit = 32_767;

type Result = number | string | boolean | CellErrorValue;

/** Errors a file does not know (`#BUSY!`, `#GETTING_DATA`) are stored as #N/A: they pass when the file is opened. */
function contentToFile(content: CellContent): Result | null {
  if (content === null) return null;
  if (typeof content === "object") {
    const error = errors.has(content.error) ? content.error : "#N/A";
    return { error: error as CellErrorValue["error"] };
  }
  if (typeof content === "number" && !Number.isFinite(content)) return { error: "#NUM!" };
  return typeof content === "string" ? content.slice(0, textLimit) : content;
}

export interface CellPlace {
  readonly row: number;
  readonly column: number;
  readonly namespaces: readonly string[];
  /** Name of the table whose body the cell is in. */
  readonly table: string | null;
}

export function valueToFile(cell: CellSnapshot, place: CellPlace): CellValue {
  const result = contentToFile(cell.value);
  if (cell.formula === undefined) return result;
  const formula = rowReferencesToFile(formulaToFile(cell.formula, place.namespaces), place.table);
  const cached = result === null ? {} : { result };
  if (!cell.spill) return { formula, ...cached };
  const ref = rectAddress({ row: place.row, column: place.column, ...cell.spill });
  return { formula, shareType: "array", ref, isDynamicArray: true, ...cached };
}

/** Days since 1899-12-30; the reader has turned date cells into UTC dates. */
const serialOf = (date: Date, date1904: boolean): number =>
  date.getTime() / 86_400_000 + 25_569 - (date1904 ? 1_462 : 0);

function contentFromFile(value: unknown, date1904: boolean): CellContent {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return serialOf(value, date1904);
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "string") return value;
  if (typeof value !== "object") return String(value);
  if ("error" in value) return { error: String(value.error) };
  if ("richText" in value && Array.isArray(value.richText))
    return value.richText.map((part: { text?: string }) => part.text ?? "").join("");
  if ("text" in value) return contentFromFile(value.text, date1904);
  if ("checkbox" in value) return Boolean(value.checkbox);
  return null;
}

export function valueFromFile(cell: Cell, date1904: boolean): Omit<CellSnapshot, "style"> {
  const { formula, value } = cell;
  if (!formula) return { value: contentFromFile(value, date1904) };
  const content = { value: contentFromFile(cell.result, date1904), formula: formulaFromFile(formula) };
  if (typeof value !== "object" || value === null || !("isDynamicArray" in value) || !value.isDynamicArray)
    return content;
  const { rows, columns } = rectFromAddress(value.ref);
  return { ...content, spill: { rows, columns } };
}
