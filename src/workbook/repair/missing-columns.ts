import { decodeCell, unreadable } from "../codec/cell";
import type { TableResult } from "../codec/table-rows";
import type { Column } from "../schema/column";
import { comparable } from "../import/known-headers";
import type { FoundTable } from "../schema/find-tables";
import { columnIndexes } from "../schema/headers";
import { schema } from "../schema/schema";
import type { CellValue } from "../workbook-gateway";
import { leave, type ActingFinding, type ActingOption } from "./repair-act";
import { countedTypes, type RepairGround } from "./repair-ground";
import { likeness } from "./likeness";

/** From here on a column is proposed as the renamed one; place alone, between its neighbours, is just enough. */
const proposedFrom = 4;
const offeredFrom = 2;
/** Rows that are enough to tell what a column holds. */
const looked = 300;

interface Candidate {
  readonly header: string;
  readonly index: number;
  readonly score: number;
}

/** Between the columns that stand around it in the schema, and right beside them. */
function placeScore(index: number, column: Column, found: FoundTable, result: TableResult): number {
  const columns: readonly Column[] = schema[found.id].columns;
  const at = columns.findIndex(({ id }) => id === column.id);
  const indexOf = ({ id }: Column) => result.headers.indexOf(found.headers.get(id) ?? "\n");
  const before =
    columns
      .slice(0, at)
      .map(indexOf)
      .filter((one) => one >= 0)
      .at(-1) ?? -1;
  const after =
    columns
      .slice(at + 1)
      .map(indexOf)
      .find((one) => one >= 0) ?? result.headers.length;
  if (index <= before || index >= after) return 0;
  return 3 + (index === before + 1 || index === after - 1 ? 1 : 0);
}

const aroundNow = (value: CellValue): boolean =>
  typeof value === "number" && value > 20_000 && value < 60_000;

const shareOf = (values: readonly CellValue[], test: (value: CellValue) => boolean): number =>
  values.filter(test).length / values.length;

/** What the cells say for or against this column; null: it cannot be. Blank columns say nothing. */
function contentScore(column: Column, values: readonly CellValue[], ground: RepairGround): number | null {
  if (values.length === 0) return 0;
  const fit = shareOf(values, (value) => decodeCell(column, value, ground.book.dialect) !== unreadable);
  if (column.id === "account") {
    const accounts = accountIds(ground);
    if (accounts.size > 0)
      return shareOf(values, (value) => accounts.has(String(value).trim())) > 0.8 ? 4 : null;
  }
  if (column.type === "text" && !column.list)
    return shareOf(values, (value) => typeof value === "string") < 0.5 ? -2 : 0;
  if (fit < 0.5) return null;
  const days = shareOf(values, aroundNow) > 0.9;
  const wantsDays = column.type === "day" || column.type === "datetime";
  if (countedTypes.has(column.type) && days !== wantsDays) return 0;
  return fit >= 0.9 ? 3 : 1;
}

function accountIds({ book, results }: RepairGround): ReadonlySet<string> {
  const result = results.get("accounts");
  const index = result?.headers.indexOf(book.tables.get("accounts")?.headers.get("id") ?? "\n") ?? -1;
  const ids = result?.rows.map((row) => String(row[index] ?? "").trim()) ?? [];
  return new Set(ids.filter((id) => id !== ""));
}

const valuesIn = (result: TableResult, index: number): readonly CellValue[] =>
  result.rows
    .slice(0, looked)
    .flatMap((row) => (row[index] === "" || row[index] === undefined ? [] : [row[index]]));

function candidatesFor(
  column: Column,
  found: FoundTable,
  result: TableResult,
  ground: RepairGround,
): Candidate[] {
  const known = new Set(columnIndexes(schema[found.id].columns, result.headers).values());
  return result.headers.flatMap((header, index): Candidate[] => {
    if (known.has(index) || header.trim() === "") return [];
    const content = contentScore(column, valuesIn(result, index), ground);
    if (content === null) return [];
    const names = Object.values(column.header).map(comparable);
    const named = Math.max(...names.map((name) => likeness(name, comparable(header)))) >= 0.5 ? 2 : 0;
    const score = placeScore(index, column, found, result) + content + named;
    return score >= offeredFrom ? [{ header, index, score }] : [];
  });
}

/** Each header stands for one column: the best pairs first. */
function assign(offers: readonly { readonly column: Column; readonly candidates: readonly Candidate[] }[]) {
  const pairs = offers
    .flatMap(({ column, candidates }) => candidates.map((candidate) => ({ column, candidate })))
    .filter(({ candidate }) => candidate.score >= proposedFrom)
    .sort((a, b) => b.candidate.score - a.candidate.score);
  const chosen = new Map<string, Candidate>();
  const taken = new Set<number>();
  for (const { column, candidate } of pairs) {
    if (chosen.has(column.id) || taken.has(candidate.index)) continue;
    chosen.set(column.id, candidate);
    taken.add(candidate.index);
  }
  return { chosen, taken };
}

/** Columns that are not there, each with the columns of the table that may be it under another header (WB6). */
export function missingColumns(ground: RepairGround): readonly ActingFinding[] {
  return [...ground.book.tables.values()].flatMap((found) => {
    const result = ground.results.get(found.id);
    const optionalAlone = schema[found.id].optional && found.facts.rowCount === 0;
    if (found.missing.length === 0 || optionalAlone) return [];
    const offers = found.missing.map((column) => ({
      column,
      candidates: result ? candidatesFor(column, found, result, ground) : [],
    }));
    const { chosen, taken } = assign(offers);
    return offers.map(({ column, candidates }) => {
      const best = chosen.get(column.id);
      const others = candidates.filter(({ index }) => !taken.has(index)).sort((a, b) => b.score - a.score);
      return finding(ground, found, column, best ?? null, others.slice(0, best ? 1 : 3), result);
    });
  });
}

function finding(
  ground: RepairGround,
  found: FoundTable,
  column: Column,
  best: Candidate | null,
  others: readonly Candidate[],
  result: TableResult | undefined,
): ActingFinding {
  const name = column.header[ground.book.language];
  const target = { table: found.id, column: column.id };
  const add: ActingOption = {
    id: "add",
    label: { code: column.computed ? "repair.addComputed" : "repair.addColumn", values: { column: name } },
    act: { kind: "add-column", ...target },
  };
  const take = ({ header }: Candidate): readonly ActingOption[] => [
    {
      id: `rename:${header}`,
      label: { code: "repair.renameBack", values: { header, column: name } },
      act: { kind: "rename-header", header, ...target },
    },
    {
      id: `map:${header}`,
      label: { code: "repair.map", values: { header, column: name } },
      act: { kind: "map-header", header, ...target },
    },
  ];
  const shown = best ? (result ? valuesIn(result, best.index).slice(0, 3) : []) : [];
  return {
    id: `column ${found.id} ${column.id}`,
    what: best
      ? {
          code: "repair.columnRenamed",
          values: { sheet: found.facts.sheet, column: name, header: best.header },
        }
      : { code: "repair.columnMissing", values: { sheet: found.facts.sheet, column: name } },
    options: [...(best ? take(best) : []), add, ...others.flatMap(take), leave],
    samples: shown.map((value) => ({ from: String(value), to: null })),
    notes: [],
  };
}
