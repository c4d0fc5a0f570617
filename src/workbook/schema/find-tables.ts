import type { Language } from "../../core/units";
import type { TableFacts, WorkbookSurvey } from "../workbook-gateway";
import type { Column } from "./column";
import { columnIndexes } from "./headers";
import { schema, tableIds, type TableId } from "./schema";
import type { Table } from "./table";

/** A table of the card as it stands in this workbook. */
export interface FoundTable {
  readonly id: TableId;
  readonly facts: TableFacts;
  /** Column id → the header it has here: what reads and writes name it by (WB1). */
  readonly headers: ReadonlyMap<string, string>;
  /** Columns of the schema that are not here (WB6). */
  readonly missing: readonly Column[];
}

export type FoundTables = ReadonlyMap<TableId, FoundTable>;

/** Ending of the names of tables that somebody set aside: they are no part of the card. */
export const setAsideName = (name: string): string => `${name.replace(/_copy(_\d+)?$/i, "")}_copy`;
const isSetAside = ({ name }: TableFacts): boolean => /_copy(_\d+)?$/i.test(name);

/** The language most of the headers are in; undefined where none is found. */
export function languageOf(tables: FoundTables): Language | undefined {
  let english = 0;
  let chinese = 0;
  for (const found of tables.values()) {
    for (const column of schema[found.id].columns) {
      const header = found.headers.get(column.id);
      if (header === column.header.en) english += 1;
      else if (header === column.header["zh-CN"]) chinese += 1;
    }
  }
  if (english + chinese === 0) return undefined;
  return chinese > english ? "zh-CN" : "en";
}

function foundAs(id: TableId, facts: TableFacts): FoundTable {
  const definition: Table = schema[id];
  const indexes = columnIndexes(definition.columns, facts.headers);
  const headers = new Map<string, string>();
  for (const [column, index] of indexes) headers.set(column, facts.headers[index] ?? "");
  return { id, facts, headers, missing: definition.columns.filter((column) => !headers.has(column.id)) };
}

/** Share of a table's columns that are here. */
export const shareOf = (found: FoundTable): number => found.headers.size / schema[found.id].columns.length;

/** All but a column or two: what a table is recognised by when its name says nothing. */
const nearlyAll = 0.9;

/** An optional table needs its id as well: lists of actions and watch lists of people's own look much like the card's. */
function isMeant(found: FoundTable): boolean {
  const { optional, columns } = schema[found.id];
  if (shareOf(found) >= nearlyAll) return true;
  return shareOf(found) >= 0.5 && (!optional || found.headers.has(columns[0].id));
}

/** Named like the table (`Accounts`, `Accounts_2`) and with half of its columns: a table of the user's own is not taken. */
function byName(id: TableId, survey: WorkbookSurvey): FoundTable | undefined {
  const pattern = new RegExp(`^${schema[id].name}(_\\d+)?$`, "i");
  return survey.tables
    .filter((facts) => pattern.test(facts.name) && !isSetAside(facts))
    .map((facts) => foundAs(id, facts))
    .filter(isMeant)
    .sort((a, b) => shareOf(b) - shareOf(a))[0];
}

/** A table somebody renamed still has nine tenths of the headers. */
function byHeaders(id: TableId, survey: WorkbookSurvey, taken: ReadonlySet<string>): FoundTable | undefined {
  return survey.tables
    .filter((facts) => !taken.has(facts.name) && !isSetAside(facts))
    .map((facts) => foundAs(id, facts))
    .filter((found) => shareOf(found) >= nearlyAll)
    .sort((a, b) => shareOf(b) - shareOf(a))[0];
}

/** The card's tables among all tables of a workbook, by name first, then by their headers. */
export function findTables(survey: WorkbookSurvey): FoundTables {
  const found = new Map<TableId, FoundTable>();
  for (const id of tableIds) {
    const named = byName(id, survey);
    if (named) found.set(id, named);
  }
  const taken = new Set([...found.values()].map((table) => table.facts.name));
  for (const id of tableIds) {
    if (found.has(id)) continue;
    const renamed = byHeaders(id, survey, taken);
    if (!renamed) continue;
    found.set(id, renamed);
    taken.add(renamed.facts.name);
  }
  return found;
}

/** Other tables with the headers of one that was found: copies of it, or a second card's. */
export function rivalsOf(survey: WorkbookSurvey, tables: FoundTables): ReadonlyMap<TableId, FoundTable[]> {
  const taken = new Set([...tables.values()].map(({ facts }) => facts.name));
  const rivals = new Map<TableId, FoundTable[]>();
  for (const id of tables.keys()) {
    const others = survey.tables
      .filter((facts) => !taken.has(facts.name) && !isSetAside(facts))
      .map((facts) => foundAs(id, facts))
      .filter((found) => shareOf(found) >= nearlyAll);
    if (others.length > 0) rivals.set(id, others);
  }
  return rivals;
}
