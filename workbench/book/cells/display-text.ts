import { numfmt } from "@univerjs/core";
import type { CellContent } from "../book";

/** What the cell shows with its number format, en-US; a format that cannot be read shows the value as it is. */
export function displayText(content: CellContent, pattern: string): string {
  if (content === null) return "";
  if (typeof content === "object") return content.error;
  if (typeof content === "boolean") return content ? "TRUE" : "FALSE";
  const format = pattern === "@@@" ? "@" : pattern;
  // Excel cannot show a negative date; it fills the cell with #.
  if (typeof content === "number" && content < 0 && isDate(format)) return "########";
  try {
    return numfmt.format(format, content);
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
