import type { OpenBook } from "../open-book";
import type { Issue } from "../outcome";
import type { FoundTable } from "../schema/find-tables";
import { columnIndexes } from "../schema/headers";
import { schema, type TableId } from "../schema/schema";
import type { Area } from "../sheet-plan";
import type { RemovalSheet } from "../upkeep-verbs";
import type { ReadResult, SheetFacts } from "../workbook-gateway";

/** Tables that only the add-in needs; the others hold what people wrote. */
const workings: ReadonlySet<TableId> = new Set(["settings", "criteria", "cadence", "lists"]);

/** One sheet of the card with its tables. */
export interface PlannedSheet extends RemovalSheet {
  readonly tables: readonly FoundTable[];
}

const why = (code: string, values: Issue["values"] = {}): Issue => ({ code: `removal.${code}`, values });

/** Header, body and totals row. */
const wholeOf = ({ facts }: FoundTable): Area => ({
  ...facts.area,
  rows: facts.area.rows + (facts.totals ? 1 : 0),
});

const holds = (outer: Area, inner: Area): boolean =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  inner.row + inner.rows <= outer.row + outer.rows &&
  inner.column + inner.columns <= outer.column + outer.columns;

function ownColumns({ id, facts }: FoundTable): readonly string[] {
  const known = new Set(columnIndexes(schema[id].columns, facts.headers).values());
  return facts.headers.filter((_, index) => !known.has(index));
}

/** Why a sheet is kept although the card goes; null where nothing on it is the person's own. */
function reasonToKeep(
  book: OpenBook,
  sheet: SheetFacts,
  tables: readonly FoundTable[],
  extent: ReadResult | undefined,
): Issue | null {
  const others = book.survey.tables.filter(
    (facts) => facts.sheet === sheet.name && !tables.some((found) => found.facts.name === facts.name),
  );
  if (others.length > 0) return why("ownTable");
  if (extent?.kind !== "extent") return why("ownCells");
  if (extent.objects > 0) return why("objects");
  const columns = tables.flatMap(ownColumns);
  if (columns.length > 0) return why("ownColumns", { columns: columns.join(", ") });
  const used = extent.used;
  return used && !tables.some((found) => holds(wholeOf(found), used)) ? why("ownCells") : null;
}

/** Every sheet of the card in the workbook's order, and what becomes of it. */
export function planRemoval(
  book: OpenBook,
  sheets: readonly { readonly facts: SheetFacts; readonly review: boolean }[],
  extents: readonly (ReadResult | undefined)[],
  keepTables: boolean,
): readonly PlannedSheet[] {
  return sheets.map(({ facts, review }, index): PlannedSheet => {
    const tables = [...book.tables.values()].filter((found) => found.facts.sheet === facts.name);
    const rows = tables.reduce((sum, found) => sum + found.facts.rowCount, 0);
    const wanted = review || tables.some(({ id }) => !workings.has(id));
    const plain = keepTables && wanted ? why("plain") : null;
    const extent = extents[index];
    const objects = extent?.kind === "extent" && extent.objects > 0 ? why("objects") : null;
    // What a review sheet holds was generated; a chart on it was not.
    const own = review ? objects : reasonToKeep(book, facts, tables, extent);
    return { sheet: facts.name, rows, kept: own ?? plain, review, tables };
  });
}
