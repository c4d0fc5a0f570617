/** Number format codes: which category Excel files them under, and writing a whole array of them. */
import type { BookSheet, Rect } from "../../book/book";
import { invalidArgument, sizeMismatch } from "./host-errors";
import { isReadable } from "./wire-values";

export function formatCategory(code: string): string {
  const bare = code.replace(
    /"[^"]*"|\\.|\[(?:red|black|blue|green|white|yellow|cyan|magenta|color\d+)\]/gi,
    "",
  );
  if (/^general$/i.test(bare) || bare === "") return "General";
  if (bare.includes("@")) return "Text";
  if (/[ydeb]|m(?!.*[hs])|\[\$-.*\]/i.test(bare) && /[ymde]/i.test(bare.replace(/\[\$[^\]]*\]/g, "")))
    return "Date";
  if (/[hs]/i.test(bare)) return "Time";
  if (bare.includes("%")) return "Percentage";
  if (/[0#?]e[+-]/i.test(bare)) return "Scientific";
  if (/[?#0]\s*\/\s*[?#0\d]/.test(bare)) return "Fraction";
  if (/[$€£¥]|\[\$/.test(code)) return /_\(|\*/.test(code) ? "Accounting" : "Currency";
  return /^[#,0.\s_()*;-]+$/.test(bare) ? "Number" : "Custom";
}

function formatCode(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== "string") throw invalidArgument();
  return value === "" ? "General" : value;
}

/** One code for all cells or an array of the area's size; null leaves a cell. Equal neighbours are set together. */
export function writeNumberFormats(sheet: BookSheet, area: Rect, value: unknown): void {
  if (!Array.isArray(value)) {
    const code = formatCode(value);
    if (code !== null) sheet.style(area, { numberFormat: code });
    return;
  }
  if (!isReadable(area) || value.length !== area.rows) throw sizeMismatch();
  const codes = value.map((line: unknown) => {
    if (!Array.isArray(line) || line.length !== area.columns) throw sizeMismatch();
    return line.map(formatCode);
  });
  for (const { part, code } of equalParts(codes, area)) sheet.style(part, { numberFormat: code });
}

/** Bands of equal rows, cut into runs of equal codes. */
function equalParts(codes: (string | null)[][], area: Rect): { part: Rect; code: string }[] {
  const parts: { part: Rect; code: string }[] = [];
  for (let top = 0; top < codes.length;) {
    const line = codes[top]!;
    let end = top + 1;
    while (end < codes.length && codes[end]!.every((code, j) => code === line[j])) end++;
    for (let from = 0; from < line.length;) {
      let to = from + 1;
      while (to < line.length && line[to] === line[from]) to++;
      const code = line[from]!;
      const part = { row: area.row + top, column: area.column + from, rows: end - top, columns: to - from };
      if (code !== null) parts.push({ part, code });
      from = to;
    }
    top = end;
  }
  return parts;
}

/** Null where the area is too large to read. */
export function readNumberFormats(sheet: BookSheet, area: Rect): string[][] | null {
  if (!isReadable(area)) return null;
  const shared = sheet.commonStyle(area).numberFormat;
  if (shared !== undefined)
    return Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => shared));
  return sheet.styles(area).map((line) => line.map((style) => style.numberFormat ?? "General"));
}
