import { languages } from "../../core/units";
import type { Column } from "./column";

/** How headers are compared: width variants, case, line breaks and spare spaces do not count. */
export function normalisedHeader(header: string): string {
  return header.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
}

/** Column id → index among `headers`; a header in any language counts (WB2), the first one wins. */
export function columnIndexes(
  columns: readonly Column[],
  headers: readonly string[],
): ReadonlyMap<string, number> {
  const byHeader = new Map<string, number>();
  headers.forEach((header, index) => {
    const key = normalisedHeader(String(header));
    if (!byHeader.has(key)) byHeader.set(key, index);
  });
  const found = new Map<string, number>();
  for (const column of columns) {
    for (const language of languages) {
      const index = byHeader.get(normalisedHeader(column.header[language]));
      if (index === undefined) continue;
      found.set(column.id, index);
      break;
    }
  }
  return found;
}
