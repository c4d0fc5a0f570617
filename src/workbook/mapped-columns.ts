import { languages } from "../core/units";
import { parseAddress } from "./live/cell-address";
import type { Column } from "./schema/column";
import { normalisedHeader } from "./schema/headers";
import { schema, tableIds } from "./schema/schema";
import type {
  ColumnFilter,
  Read,
  ReadResult,
  Selection,
  TableFacts,
  WorkbookGateway,
  WorkbookSurvey,
  Write,
} from "./workbook-gateway";

/** How names of mapped columns begin. */
export const columnNamePrefix = "KAM_Column_";

/** The workbook's name for a header cell that stands for a column of the card: `KAM_Column_accounts_owner`. */
export const columnName = (table: string, column: string): string => `${columnNamePrefix}${table}_${column}`;

/** Headers of one table: as people wrote them, and the card's own in their place. */
interface Mapping {
  readonly toCard: ReadonlyMap<string, string>;
  readonly toSheet: ReadonlyMap<string, string>;
}

function columnNamed(name: string): Column | undefined {
  for (const table of tableIds) {
    const columns: readonly Column[] = schema[table].columns;
    const column = columns.find((one) => columnName(table, one.id) === name);
    if (column) return column;
  }
  return undefined;
}

/** The column's header in the language most of the table's other headers are in. */
function cardHeader(column: Column, headers: readonly string[]): string {
  const chinese = headers.filter((header) => /\p{Script=Han}/u.test(header)).length;
  return column.header[chinese * 2 > headers.length ? "zh-CN" : "en"];
}

function mappingsOf({ tables, namedCells = [] }: WorkbookSurvey): ReadonlyMap<string, Mapping> {
  const found = new Map<string, [sheet: string, card: string][]>();
  for (const { name, formula } of namedCells) {
    const column = name.startsWith(columnNamePrefix) ? columnNamed(name) : undefined;
    // A deleted header leaves #REF!, which is no address.
    const cell = column && parseAddress(formula.replace(/^=/, ""));
    if (!column || !cell) continue;
    const table = tables.find(
      ({ sheet, area }) =>
        sheet === cell.sheet &&
        area.row === cell.row &&
        cell.column >= area.column &&
        cell.column < area.column + area.columns,
    );
    const header = table?.headers[cell.column - table.area.column];
    if (!table || header === undefined) continue;
    const own = new Set(languages.map((language) => normalisedHeader(column.header[language])));
    // Somebody typed the card's own header, here or elsewhere: that one counts.
    if (table.headers.some((one) => own.has(normalisedHeader(one)))) continue;
    const pairs = found.get(table.name) ?? [];
    found.set(table.name, [...pairs, [header, cardHeader(column, table.headers)]]);
  }
  return new Map(
    [...found].map(([table, pairs]) => [
      table.toLowerCase(),
      { toCard: new Map(pairs), toSheet: new Map(pairs.map(([sheet, card]) => [card, sheet])) },
    ]),
  );
}

const put = (map: ReadonlyMap<string, string>, header: string): string => map.get(header) ?? header;

function renamed(facts: TableFacts, map: ReadonlyMap<string, string>): TableFacts {
  const filters = facts.filters && filtersIn(facts.filters, map);
  return {
    ...facts,
    headers: facts.headers.map((header) => put(map, header)),
    ...(filters ? { filters } : {}),
  };
}

const filtersIn = (filters: readonly ColumnFilter[], map: ReadonlyMap<string, string>): ColumnFilter[] =>
  filters.map((filter) => ({ ...filter, header: put(map, filter.header) }));

/**
 * A workbook in which people kept headers of their own for columns of the card (WB6): a name of the workbook marks the
 * header cell and follows it, whatever is written there. Everybody above meets the card's headers, everybody below the
 * sheet's. Which are mapped is known from the last survey.
 */
export class MappedColumns implements WorkbookGateway {
  private mappings: ReadonlyMap<string, Mapping> = new Map();

  constructor(private readonly inner: WorkbookGateway) {}

  async survey(): Promise<WorkbookSurvey> {
    const survey = await this.inner.survey();
    this.mappings = mappingsOf(survey);
    if (this.mappings.size === 0) return survey;
    return { ...survey, tables: survey.tables.map((facts) => this.facts(facts)) };
  }

  async read(reads: readonly Read[], onRows?: (rows: number) => void): Promise<ReadResult[]> {
    const results = await this.inner.read(
      reads.map((read) => this.readOf(read)),
      onRows,
    );
    return results.map((result) => this.result(result));
  }

  async write(
    writes: readonly Write[],
    verify: readonly Read[],
    onSent?: (share: number) => void,
  ): Promise<ReadResult[]> {
    const results = await this.inner.write(
      writes.map((write) => this.writeOf(write)),
      verify.map((read) => this.readOf(read)),
      onSent,
    );
    return results.map((result) => this.result(result));
  }

  async selection(): Promise<Selection> {
    const selection = await this.inner.selection();
    const map = selection.table && this.mappings.get(selection.table.name.toLowerCase());
    if (!selection.table || !map) return selection;
    const cells = Object.entries(selection.table.cells).map(([header, cell]) => [
      put(map.toCard, header),
      cell,
    ]);
    return { ...selection, table: { ...selection.table, cells: Object.fromEntries(cells) } };
  }

  readonly selectedCells: WorkbookGateway["selectedCells"] = () => this.inner.selectedCells();
  readonly watch: WorkbookGateway["watch"] = (listener) => this.inner.watch(listener);
  readonly formulaCells: WorkbookGateway["formulaCells"] = (pattern) => this.inner.formulaCells(pattern);
  readonly openNew: WorkbookGateway["openNew"] = (file) => this.inner.openNew(file);
  readonly reenterFormulas: WorkbookGateway["reenterFormulas"] = (cells) => this.inner.reenterFormulas(cells);

  private mapping(table: string): Mapping | undefined {
    return this.mappings.get(table.toLowerCase());
  }

  private facts(facts: TableFacts): TableFacts {
    const map = this.mapping(facts.name);
    return map ? renamed(facts, map.toCard) : facts;
  }

  private result(result: ReadResult): ReadResult {
    const map = result.kind === "table" && this.mapping(result.facts.name);
    if (result.kind !== "table" || !map) return result;
    const { protected: locked } = result.facts;
    return {
      ...result,
      facts: { ...renamed(result.facts, map.toCard), protected: locked },
      headers: result.headers.map((header) => put(map.toCard, header)),
    };
  }

  private readOf(read: Read): Read {
    const map = read.kind === "table" && this.mapping(read.table);
    if (read.kind !== "table" || !map || !read.columns) return read;
    return { ...read, columns: read.columns.map((header) => put(map.toSheet, header)) };
  }

  private writeOf(write: Write): Write {
    const map = "table" in write && this.mapping(write.table);
    if (!map) return write;
    if (write.kind === "append-rows") {
      const headers = write.headers.map((header) => put(map.toSheet, header));
      return { ...write, at: renamed(write.at, map.toSheet), headers };
    }
    if (write.kind === "apply-filters") return { ...write, filters: filtersIn(write.filters, map.toSheet) };
    return "header" in write ? { ...write, header: put(map.toSheet, write.header) } : write;
  }
}
