import type { ConditionalFormatRecord } from "../book";
import { shiftRect, type Shift } from "../structure/shift";

/**
 * The rule after cells came or went; null when all its cells went. Formulas are written for the first cell of
 * the areas, so their relative references move as it does.
 */
export function shiftRule(
  record: ConditionalFormatRecord,
  shift: Shift,
  offset: (formula: string, columns: number, rows: number) => string,
): ConditionalFormatRecord | null {
  const areas = record.areas.map((area) => shiftRect(area, shift));
  if (areas.every((area, index) => area === record.areas[index])) return record;
  const kept = areas.filter((area) => area !== null);
  const [before] = record.areas;
  const [after] = kept;
  if (!before || !after) return null;
  const rows = after.row - before.row;
  const columns = after.column - before.column;
  const definition = rows === 0 && columns === 0 ? record.definition : moved(record.definition);
  return { ...record, areas: kept, definition };

  function moved(bag: Record<string, unknown>): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(bag).map(([key, value]) => {
        if (typeof value === "string" && /^formula\d?$/.test(key) && value.startsWith("=")) {
          return [key, offset(value, columns, rows)];
        }
        const nested = typeof value === "object" && value !== null && !Array.isArray(value);
        return [key, nested ? moved(value as Record<string, unknown>) : value];
      }),
    );
  }
}
