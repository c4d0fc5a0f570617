import { CellValueType, numfmt } from "@univerjs/core";
import type { CellEntry } from "../book";

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

/**
 * Reads an entry as Excel reads what is typed or written through its API, en-US. `""` is blank; a text format
 * (`@`) keeps everything as typed; a leading apostrophe makes text. Entries that begin with `+`, `-` or `@` and
 * are no number stay text, where Excel would try a formula.
 */
export function parseEntry(entry: Exclude<CellEntry, null>, currentFormat: string): ParsedEntry {
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
  return parseLiteral(entry, currentFormat);
}

function parseLiteral(entry: string, currentFormat: string): ParsedEntry {
  const trimmed = entry.trim();
  const upper = trimmed.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") {
    return { kind: "value", value: upper === "TRUE" ? 1 : 0, type: CellValueType.BOOLEAN };
  }
  if (ERROR_TEXTS.has(upper)) return text(upper);
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(trimmed)) {
    return { kind: "value", value: Number(trimmed), type: CellValueType.NUMBER };
  }
  if (!/\d/.test(trimmed)) return text(entry);
  const parsed = parseChineseDate(trimmed) ?? numfmt.parseValue(trimmed);
  if (!parsed || typeof parsed.v !== "number") return text(entry);
  const format = parsed.z && (currentFormat === "General" || currentFormat === "") ? parsed.z : undefined;
  return {
    kind: "value",
    value: parsed.v,
    type: CellValueType.NUMBER,
    ...(format === undefined ? {} : { format }),
  };
}

/** 2026年3月5日 is a date in every language of Excel. */
function parseChineseDate(entry: string): { v: number; z: string } | null {
  const match = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(entry);
  if (!match) return null;
  const date = numfmt.parseDate(`${match[1]}-${match[2]}-${match[3]}`);
  return date && typeof date.v === "number" ? { v: date.v, z: 'yyyy"年"m"月"d"日"' } : null;
}
