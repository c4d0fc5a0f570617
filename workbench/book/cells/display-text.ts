import { numfmt } from "@univerjs/core";
import type { CellContent } from "../book";

/** Whose number settings a text follows, and from which day serials count. */
export interface NumberSettings {
  readonly culture: string;
  readonly date1904: boolean;
}

/** 1904-01-01 as the 1900 system counts it. */
const days1904 = 1_462;

/** What the cell shows with its number format; a format that cannot be read shows the value as it is. */
export function displayText(content: CellContent, pattern: string, settings: NumberSettings): string {
  if (content === null) return "";
  if (typeof content === "object") return content.error;
  if (typeof content === "boolean") return content ? "TRUE" : "FALSE";
  const format = pattern === "@@@" ? "@" : pattern;
  const shift = settings.date1904 && typeof content === "number" && isDate(format) ? days1904 : 0;
  // Excel cannot show a negative date; it fills the cell with #.
  if (typeof content === "number" && content < 0 && isDate(format)) return "########";
  try {
    const shown = typeof content === "number" ? content + shift : content;
    return numfmt.format(format, shown, { locale: settings.culture });
  } catch {
    return String(content);
  }
}

function isDate(pattern: string): boolean {
  try {
    return numfmt.isDateFormat(pattern);
  } catch {
    return false;
  }
}
