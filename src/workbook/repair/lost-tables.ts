import type { OpenBook } from "../open-book";
import type { Column } from "../schema/column";
import { columnIndexes } from "../schema/headers";
import { schema, tableIds, type TableId } from "../schema/schema";
import { stamps } from "../schema/table";
import type { Area } from "../sheet-plan";
import type { CellValue, ReadResult, WorkbookGateway } from "../workbook-gateway";

/** A table of the card that somebody converted to a range: its header row still stands there. */
export interface LostTable {
  readonly id: TableId;
  readonly sheet: string;
  /** Header and body. */
  readonly area: Area;
}

type Head = Extract<ReadResult, { kind: "sheet" }>;

interface HeaderRow {
  readonly id: TableId;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly columns: number;
}

const overlaps = (one: Area, other: Area): boolean =>
  one.row < other.row + other.rows &&
  other.row < one.row + one.rows &&
  one.column < other.column + other.columns &&
  other.column < one.column + one.columns;

/** Runs of filled cells in a row: where a header row can lie. */
function runsOf(row: readonly CellValue[]): { readonly from: number; readonly headers: readonly string[] }[] {
  const runs: { from: number; headers: string[] }[] = [];
  row.forEach((cell, index) => {
    if (cell === "") return;
    const last = runs.at(-1);
    if (last && last.from + last.headers.length === index) last.headers.push(String(cell));
    else runs.push({ from: index, headers: [String(cell)] });
  });
  return runs;
}

const stampIds = new Set<string>(stamps.map(({ id }) => id));

/**
 * Half of the columns with the first of them, or nearly all; of small tables nearly all. Stamps say nothing: every table
 * has them. Comes back with the share, 0 for a row that is none of it.
 */
function looksLike(id: TableId, headers: readonly string[]): number {
  const all: readonly Column[] = schema[id].columns;
  const columns = all.filter((column) => !stampIds.has(column.id));
  const indexes = columnIndexes(columns, headers);
  const share = indexes.size / columns.length;
  const half = columns.length > 6 && share >= 0.5 && indexes.has(columns[0]?.id ?? "");
  return share >= 0.9 || half ? share : 0;
}

function headerRowsOf(
  head: Head,
  wanted: readonly TableId[],
  tables: OpenBook["survey"]["tables"],
): HeaderRow[] {
  const here = tables.filter(({ sheet }) => sheet === head.facts.name);
  return head.values.flatMap((cells, down) =>
    runsOf(cells).flatMap(({ from, headers }) => {
      const place = { row: head.origin.row + down, column: head.origin.column + from };
      const area = { ...place, rows: 1, columns: headers.length };
      if (here.some((table) => overlaps(table.area, area))) return [];
      const [best] = wanted
        .map((id) => ({ id, share: looksLike(id, headers) }))
        .filter(({ share }) => share > 0)
        .sort((a, b) => b.share - a.share);
      return best ? [{ id: best.id, sheet: head.facts.name, ...place, columns: headers.length }] : [];
    }),
  );
}

/** Tables that are not in the workbook but whose header row stands among the first rows of a sheet; one trip. */
export async function lostTables(
  gateway: WorkbookGateway,
  book: OpenBook,
  heads: readonly ReadResult[],
): Promise<readonly LostTable[]> {
  const wanted = tableIds.filter((id) => !book.tables.has(id));
  const rows = heads
    .flatMap((head) => (head.kind === "sheet" ? headerRowsOf(head, wanted, book.survey.tables) : []))
    .filter((row, index, all) => all.findIndex((one) => one.id === row.id) === index);
  if (rows.length === 0) return [];
  const regions = await gateway.read(
    rows.map(({ sheet, row, column }) => ({ kind: "region", sheet, row, column })),
  );
  return rows.flatMap(({ id, sheet, row, column, columns }, index) => {
    const region = regions[index];
    if (region?.kind !== "region") return [];
    const end = region.area.row + region.area.rows;
    // A table needs a body row; the one below a lone header row is blank, or the region would hold it.
    const area = { row, column, columns, rows: Math.max(2, end - row) };
    const others = book.survey.tables.filter((table) => table.sheet === sheet);
    return others.some((table) => overlaps(table.area, area)) ? [] : [{ id, sheet, area }];
  });
}
