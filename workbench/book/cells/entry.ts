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
  const parsed = isForeign(trimmed, culture)
    ? null
    : (parseChineseDate(trimmed, culture) ??
      parseDottedDate(trimmed, culture) ??
      parseMonthAndDay(trimmed, culture) ??
      parseFraction(trimmed) ??
      numfmt.parseValue(trimmed, { locale: culture }));
  if (!parsed || typeof parsed.v !== "number") return text(entry);
  const plain = currentFormat === "General" || currentFormat === "";
  const format = parsed.z && plain ? dateFormat(String(parsed.z), culture) : undefined;
  const isDate = date1904 && parsed.z !== undefined && numfmt.isDateFormat(parsed.z) && parsed.v >= 1;
  return {
    kind: "value",
    value: isDate ? parsed.v - 1_462 : parsed.v,
    type: CellValueType.NUMBER,
    ...(format === undefined ? {} : { format }),
  };
}

/**
 * Text to this culture, though numfmt reads it: a sign between thousands after the decimal sign (1.234,50 in English,
 * 1,234.50 in German), and 22/11/2026 where the year is written first.
 */
function isForeign(entry: string, culture: string): boolean {
  if (culture.startsWith("zh") && /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(entry)) return true;
  const [decimal, thousands] = hasDecimalPoint(culture) ? [".", ","] : [",", "."];
  const at = entry.indexOf(decimal);
  return at >= 0 && entry.includes(thousands, at);
}

interface DateForms {
  readonly full: string;
  readonly day: string;
}

const dateForms: Readonly<Record<string, DateForms>> = {
  en: { full: "m/d/yyyy", day: "d-mmm" },
  zh: { full: "yyyy/m/d", day: 'm"月"d"日"' },
  de: { full: "dd.mm.yyyy", day: "dd. mmm" },
};

/** The short date of the culture, whatever order and signs were typed; others as numfmt reads them. */
function dateFormat(format: string, culture: string): string {
  const forms = dateForms[culture.slice(0, 2)];
  if (!forms || /["hsA\[]/.test(format)) return format;
  const letters = [...new Set(format.toLowerCase().replace(/[^dmy]/g, ""))].sort().join("");
  if (letters === "dmy") return format.includes("mmm") ? shortMonth(format, culture) : forms.full;
  return letters === "dm" ? forms.day : format;
}

/** 14 Mar 2026 becomes 14-Mar-26 in English. */
const shortMonth = (format: string, culture: string): string =>
  culture.startsWith("en") ? "d-mmm-yy" : format;

const thisYear = (): string => String(new Date().getFullYear());

/** March 14 is a day of this year where Excel reads English, not March 1914. */
function parseMonthAndDay(entry: string, culture: string): { v: number; z: string } | null {
  const match = culture.startsWith("en") ? /^([a-z]{3,9})\.?[ -](\d{1,2})$/i.exec(entry) : null;
  if (!match) return null;
  const date = numfmt.parseDate(`${match[2]} ${match[1]} ${thisYear()}`);
  return date && typeof date.v === "number" ? { v: date.v, z: "d-mmm" } : null;
}

/** 1 1/2 is a number with a fraction, 0 1/2 a half. */
function parseFraction(entry: string): { v: number; z: string } | null {
  const match = /^([+-]?)(\d+) (\d{1,3})\/(\d{1,3})$/.exec(entry);
  if (!match || Number(match[4]) === 0) return null;
  const size = Number(match[2]) + Number(match[3]) / Number(match[4]);
  const digits = "?".repeat(Math.max(match[3]?.length ?? 1, match[4]?.length ?? 1));
  return { v: match[1] === "-" ? -size : size, z: `# ${digits}/${digits}` };
}

/** 3.4.2026 and 3.4. where a dot parts days and months; numfmt takes it for the sign between thousands. */
function parseDottedDate(entry: string, culture: string): { v: number; z: string } | null {
  const match = hasDecimalPoint(culture) ? null : /^(\d{1,2})\.(\d{1,2})\.?(\d{4}|\d{2})?$/.exec(entry);
  if (!match) return null;
  const [, day, month, written] = match;
  const year = written ?? thisYear();
  const full = year.length === 2 ? `${Number(year) < 30 ? "20" : "19"}${year}` : year;
  const date = numfmt.parseDate(`${full}-${month}-${day}`);
  return date && typeof date.v === "number" ? { v: date.v, z: written ? "dd.mm.yyyy" : "d. mmm" } : null;
}

/** 2026年3月5日 is a date in every language of Excel; 3月14日 and 2026年3月 where Chinese is written. */
function parseChineseDate(entry: string, culture: string): { v: number; z: string } | null {
  const [, year, month, day] = /^(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?$/.exec(entry) ?? [];
  if (!month || (!year && !day) || (!(year && day) && !culture.startsWith("zh"))) return null;
  const date = numfmt.parseDate(`${year ?? thisYear()}-${month}-${day ?? "1"}`);
  const format = [year ? 'yyyy"年"' : "", 'm"月"', day ? 'd"日"' : ""].join("");
  return date && typeof date.v === "number" ? { v: date.v, z: format } : null;
}

/** As `parseEntry`, for what a person types: a number in a cell of percents is one of percents already. */
export function parseTyped(entry: string, currentFormat: string, settings: NumberSettings): ParsedEntry {
  const parsed = parseEntry(entry, currentFormat, settings);
  const isPercent = /%/.test(currentFormat.replace(/"[^"]*"/g, ""));
  if (!isPercent || entry.includes("%") || parsed.kind !== "value") return parsed;
  const { value, type } = parsed;
  if (type !== CellValueType.NUMBER || typeof value !== "number" || Math.abs(value) < 1) return parsed;
  return { ...parsed, value: value / 100 };
}
