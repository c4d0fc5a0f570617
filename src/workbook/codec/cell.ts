import type { CellInput, CellValue } from "../workbook-gateway";
import type { Column } from "../schema/column";
import {
  dayOfSerial,
  dayOfText,
  momentOfSerial,
  serialOfDay,
  serialOfMoment,
} from "../../core/calendar/serial-day";
import type { Labels } from "./labels";

/** How this workbook writes its cells. */
export interface Dialect {
  readonly labels: Labels;
  readonly date1904: boolean;
}

/** What a cell means; `unreadable` where its column cannot hold what stands there. */
export type Meaning = string | number | boolean | null;
export const unreadable: unique symbol = Symbol("unreadable");

const plainNumber = /^[-−]?\d+(\.\d+)?([eE][-+]?\d+)?$/;
/** Excel's error values arrive as their text. */
const errorText =
  /^#(N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!|SPILL!|CALC!|BUSY!|FIELD!|BLOCKED!|CONNECT!|GETTING_DATA)$/;

/** A text that spells an error value: it is read as missing. */
export const isErrorText = (text: string): boolean => errorText.test(text);

function numberOf(value: CellValue): number | typeof unreadable {
  if (typeof value === "number") return Number.isFinite(value) ? value : unreadable;
  if (typeof value === "boolean") return unreadable;
  const written = value.trim();
  return plainNumber.test(written) ? Number(written.replace("−", "-")) : unreadable;
}

function dayOf(value: CellValue, date1904: boolean, withTime: boolean): number | typeof unreadable {
  if (typeof value === "string") return dayOfText(value) ?? unreadable;
  if (typeof value === "boolean") return unreadable;
  return (withTime ? momentOfSerial(value, date1904) : dayOfSerial(value, date1904)) ?? unreadable;
}

function boolOf(value: CellValue, labels: Labels): boolean | typeof unreadable {
  if (typeof value === "boolean") return value;
  if (value === 1 || value === 0) return value === 1;
  const code = labels.codeOf("yesNo", String(value));
  if (code) return code === "yes";
  return /^true$/i.test(String(value)) ? true : /^false$/i.test(String(value)) ? false : unreadable;
}

/** The code of a label; what no label is stays as it is in a text column. */
function wordOf(column: Column, written: string, labels: Labels): string | typeof unreadable {
  if (!column.list) return column.type === "text" ? written : unreadable;
  return labels.codeOf(column.list, written) ?? (column.type === "text" ? written : unreadable);
}

/** What blank means in a column: "" where words stand, null elsewhere. */
export const blankOf = (column: Column): Meaning =>
  column.type === "text" || column.type === "list" || column.type === "any" ? "" : null;

/**
 * Meaning of a cell in its column. Blank is missing: "" for text and lists, null for the rest (FN4). A cell
 * that cannot be read is `unreadable`, never an exception and never a guess.
 */
export function decodeCell(column: Column, value: CellValue, dialect: Dialect): Meaning | typeof unreadable {
  if (typeof value === "string" && value.trim() === "") return blankOf(column);
  if (typeof value === "string" && isErrorText(value)) return unreadable;
  switch (column.type) {
    case "text":
    case "list":
      return wordOf(column, String(value).trim(), dialect.labels);
    case "day":
      return dayOf(value, dialect.date1904, false);
    case "datetime":
      return dayOf(value, dialect.date1904, true);
    case "bool":
      return boolOf(value, dialect.labels);
    case "any":
      return value;
    default:
      return numberOf(value);
  }
}

/** What is written for a meaning; null and "" clear the cell. */
export function encodeCell(column: Column, meaning: Meaning, dialect: Dialect): CellInput {
  if (meaning === null || meaning === "") return "";
  switch (column.type) {
    case "list":
      return column.list ? dialect.labels.labelOf(column.list, String(meaning)) : String(meaning);
    case "day":
      return serialOfDay(Number(meaning), dialect.date1904);
    case "datetime":
      return serialOfMoment(Number(meaning), dialect.date1904);
    case "bool":
      return dialect.labels.labelOf("yesNo", meaning === true ? "yes" : "no");
    case "text":
      return column.list ? dialect.labels.labelOf(column.list, String(meaning)) : String(meaning);
    default:
      return meaning;
  }
}
