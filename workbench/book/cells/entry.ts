import { CellValueType, numfmt } from "@univerjs/core";
import type { CellEntry } from "../book";
import type { NumberSettings } from "./display-text";

export const ERROR_TEXTS = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#SPILL!",
  "#CALC!",
  "#GETTING_DATA",
  "#BUSY!",
  "#CONNECT!",
  "#BLOCKED!",
  "#UNKNOWN!",
  "#FIELD!",
]);

/** What an entry becomes in the cell. `format` is set where Excel formats the cell by what was typed. */
export type ParsedEntry =
  | { readonly kind: "blank" }
  | { readonly kind: "formula"; readonly formula: string }
  | {
      readonly kind: "value";
      readonly value: string | number;
      readonly type: CellValueType;
      readonly quotePrefix?: true;
      readonly format?: string;
    };

const text = (value: string): ParsedEntry => ({ kind: "value", value, type: CellValueType.STRING });

const american: NumberSettings = { culture: "en-US", date1904: false };

/**
 * Reads an entry as Excel reads what is typed or written through its API: texts of numbers and dates by the number
 * settings, formulas as en-US. `""` is blank; a text format
 * (`@`) keeps everything as typed; a leading apostrophe makes text. Entries that begin with `+`, `-` or `@` and
 * are no number stay text, where Excel would try a formula.
 */
export function parseEntry(
  entry: Exclude<CellEntry, null>,
  currentFormat: string,
  settings: NumberSettings = american,
): ParsedEntry {
  if (typeof entry === "number") return { kind: "value", value: entry, type: CellValueType.NUMBER };
  if (typeof entry === "boolean") {
    return { kind: "value", value: entry ? 1 : 0, type: CellValueType.BOOLEAN };
  }
  if (entry === "") return { kind: "blank" };
  if (currentFormat === "@" || currentFormat === "@@@") {
    return { kind: "value", value: entry, type: CellValueType.FORCE_STRING };
  }
  if (entry.startsWith("'")) {
    return {
      kind: "value",
      value: entry.slice(1),
      type: CellValueType.FORCE_STRING,
      quotePrefix: true,
    };
  }
  if (entry.startsWith("=") && entry.length > 1) return { kind: "formula", formula: entry };
  return parseLiteral(entry, currentFormat, settings);
}

/** Cultures whose decimal point is no comma: a plain number can be read without asking the culture. */
const hasDecimalPoint = (culture: string): boolean => numfmt.getLocale(culture)?.decimal !== ",";

function parseLiteral(
  entry: string,
  currentFormat: string,
  { culture, date1904 }: NumberSettings,
): ParsedEntry {
  const trimmed = entry.trim();
  const upper = trimmed.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") {
    return { kind: "value", value: upper === "TRUE" ? 1 : 0, type: CellValueType.BOOLEAN };
  }
  if (ERROR_TEXTS.has(upper)) return text(upper);
  if (hasDecimalPoint(culture) && /^[+-]?(\d+\.?\d*|\.\d+)$/.test(trimmed)) {
    return { kind: "value", value: Number(trimmed), type: CellValueType.NUMBER };
  }
  if (!/\d/.test(trimmed)) return text(entry);
  const parsed =
    parseChineseDate(trimmed) ??
    parseDottedDate(trimmed, culture) ??
    numfmt.parseValue(trimmed, { locale: culture });
  if (!parsed || typeof parsed.v !== "number") return text(entry);
  const format = parsed.z && (currentFormat === "General" || currentFormat === "") ? parsed.z : undefined;
  const isDate = date1904 && parsed.z !== undefined && numfmt.isDateFormat(parsed.z) && parsed.v >= 1;
  return {
    kind: "value",
    value: isDate ? parsed.v - 1_462 : parsed.v,
    type: CellValueType.NUMBER,
    ...(format === undefined ? {} : { format }),
  };
}

/** 3.4.2026 and 3.4. where a dot parts days and months; numfmt takes it for the sign between thousands. */
function parseDottedDate(entry: string, culture: string): { v: number; z: string } | null {
  const match = hasDecimalPoint(culture) ? null : /^(\d{1,2})\.(\d{1,2})\.?(\d{4}|\d{2})?$/.exec(entry);
  if (!match) return null;
  const [, day, month, written] = match;
  const year = written ?? String(new Date().getFullYear());
  const full = year.length === 2 ? `${Number(year) < 30 ? "20" : "19"}${year}` : year;
  const date = numfmt.parseDate(`${full}-${month}-${day}`);
  return date && typeof date.v === "number" ? { v: date.v, z: written ? "dd.mm.yyyy" : "d. mmm" } : null;
}

/** 2026年3月5日 is a date in every language of Excel. */
function parseChineseDate(entry: string): { v: number; z: string } | null {
  const match = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(entry);
  if (!match) return null;
  const date = numfmt.parseDate(`${match[1]}-${match[2]}-${match[3]}`);
  return date && typeof date.v === "number" ? { v: date.v, z: 'yyyy"年"m"月"d"日"' } : null;
}
