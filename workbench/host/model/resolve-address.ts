/** From what an add-in passes as a range (text, name, table, Range object) to cells of a sheet. */
import type { Book, BookSheet, BookTable, Rect } from "../../book/book";
import type { HostContext, HostObject, RangeTarget } from "../class-model";
import { parseRect, splitAreas, splitSheet } from "./addresses";
import type { AreasTarget } from "./cells";
import { invalidArgument } from "./host-errors";
import { rect } from "./rect-algebra";

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && "model" in value && "target" in value;
}

export const isRange = (value: unknown): value is HostObject<RangeTarget> =>
  isHostObject(value) && value.model.className === "Range";

const isAreas = (value: unknown): value is HostObject<AreasTarget> =>
  isHostObject(value) && value.model.className === "RangeAreas";

/** null if the text names no cells. `home` is the sheet meant without a sheet name. */
export function resolveText(book: Book, home: BookSheet, text: string): RangeTarget | null {
  const { sheetName, rest } = splitSheet(text);
  const sheet = sheetName === null ? home : book.sheetByName(sheetName);
  if (!sheet) return null;
  const area = parseRect(rest);
  if (area) return { sheet, rect: area };
  return resolveName(book, sheet, rest) ?? resolveTable(book, rest);
}

function resolveName(book: Book, sheet: BookSheet, name: string): RangeTarget | null {
  const wanted = name.toLowerCase();
  const found = book.names().filter((each) => each.name.toLowerCase() === wanted);
  const named = found.find((each) => each.sheet?.id === sheet.id) ?? found.find((each) => !each.sheet);
  return named ? resolveFormula(book, sheet, named.formula) : null;
}

/** The cells a defined name's formula refers to; null for constants and calculations. */
export function resolveFormula(book: Book, home: BookSheet, formula: string): RangeTarget | null {
  const { sheetName, rest } = splitSheet(formula);
  const sheet = sheetName === null ? home : book.sheetByName(sheetName);
  const area = parseRect(rest);
  return sheet && area ? { sheet, rect: area } : resolveTable(book, rest);
}

const specials: Record<string, (table: BookTable) => Rect | null> = {
  "#all": (table) => table.rect,
  "#data": (table) => table.body,
  "#headers": (table) => (table.showHeaders ? { ...table.rect, rows: 1 } : null),
  "#totals": (table) =>
    table.showTotals ? { ...table.rect, row: table.rect.row + table.rect.rows - 1, rows: 1 } : null,
};

/** `Table1`, `Table1[#All]`, `Table1[Column]`. */
function resolveTable(book: Book, text: string): RangeTarget | null {
  const match = /^([^[\]]+?)(?:\[([^[\]]*)\])?$/.exec(text);
  const table = match ? book.table(match[1]!) : null;
  if (!table) return null;
  const inside = match![2] ?? "";
  if (inside === "") return { sheet: table.sheet, rect: table.body };
  const special = specials[inside.toLowerCase()]?.(table);
  if (special) return { sheet: table.sheet, rect: special };
  const index = table.columns.findIndex((column) => column.name.toLowerCase() === inside.toLowerCase());
  const body = table.body;
  return index < 0 ? null : { sheet: table.sheet, rect: rect(body.row, body.column + index, body.rows, 1) };
}

/** A Range argument as object or address; InvalidArgument otherwise. */
export function rangeArgument(value: unknown, home: BookSheet, context: HostContext): RangeTarget {
  if (isRange(value)) return value.target;
  const found = typeof value === "string" ? resolveText(context.book, home, value) : null;
  if (!found) throw invalidArgument();
  return found;
}

/** The same for several areas, which must lie on one sheet. */
export function areasArgument(value: unknown, home: BookSheet, context: HostContext): AreasTarget {
  if (isAreas(value)) return value.target;
  if (typeof value !== "string") {
    const single = rangeArgument(value, home, context);
    return { sheet: single.sheet, rects: [single.rect] };
  }
  const parts = splitAreas(value).map((part) => rangeArgument(part, home, context));
  const sheet = parts[0]?.sheet;
  if (!sheet || parts.some((part) => part.sheet.id !== sheet.id)) throw invalidArgument();
  return { sheet, rects: parts.map((part) => part.rect) };
}
