import type { BookSnapshot, SheetSnapshot, TableSnapshot } from "../../../workbench/book/book-snapshot";

/** Ids that are drawn, and hashes over them, differ between two runs; what they say does not. */
const masked = (text: string): string =>
  text
    .replace(/\b([A-Z]{3})-\d{8}-[0-9A-Z]{6}\b/g, "$1")
    .replace(/[0-9a-f]{64}/g, "hash")
    // A removal that is finished by a second try tells how many rows that one removed.
    .replace(/"\*","","\d+"/, '"*","","n"')
    // Tables that the first try had made are no longer made by the second.
    .replace(/\\"made\\":\[[^\]]*\]/, '\\"made\\":[]');

const inside = (table: TableSnapshot, row: number, column: number): boolean => {
  const { rect } = table;
  return (
    row >= rect.row &&
    row < rect.row + rect.rows &&
    column >= rect.column &&
    column < rect.column + rect.columns
  );
};

function tableLines({ name, cells }: SheetSnapshot, table: TableSnapshot): string[] {
  const { row, column, rows, columns } = table.rect;
  const lines = Array.from({ length: rows }, (_, down) => {
    const values = Array.from({ length: columns }, (__, right) => {
      const cell = cells[`${row + down},${column + right}`];
      return cell?.formula ?? cell?.value ?? "";
    });
    return `${name}[${table.name}] ${JSON.stringify(values)}`;
  });
  return [`${name}[${table.name}] at ${row},${column} of ${rows} by ${columns}`, ...lines];
}

/**
 * What a workbook holds, as lines: cells by place, rows of tables in no order, since people sort them. Two workbooks
 * are the same for the card if their lines are; a list of lines compares as text.
 */
export function linesOf(snapshot: BookSnapshot): readonly string[] {
  const lines = snapshot.sheets.flatMap((sheet) => {
    const alone = Object.entries(sheet.cells).flatMap(([place, { value, formula }]) => {
      const [row = 0, column = 0] = place.split(",").map(Number);
      const blank = formula === undefined && (value === null || value === "");
      if (blank || sheet.tables.some((table) => inside(table, row, column))) return [];
      return [`${sheet.name}!${place} ${JSON.stringify(formula ?? value)}`];
    });
    const tables = sheet.tables.flatMap((table) => tableLines(sheet, table));
    return [`${sheet.name} ${sheet.visibility}`, ...alone, ...tables];
  });
  return lines.map(masked).sort();
}

/** Lines of one side only, in short; [] if both hold the same. */
export function differences(left: readonly string[], right: readonly string[]): string[] {
  const count = (lines: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
    return counts;
  };
  const [was, is] = [count(left), count(right)];
  const gone = [...was].flatMap(([line, times]) => (times > (is.get(line) ?? 0) ? [`- ${line}`] : []));
  const come = [...is].flatMap(([line, times]) => (times > (was.get(line) ?? 0) ? [`+ ${line}`] : []));
  return [...gone, ...come].map((line) => line.slice(0, 300));
}
