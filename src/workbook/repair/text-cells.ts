import { isoText } from "../../core/calendar/days";
import { encodeCell } from "../codec/cell";
import type { TableResult } from "../codec/table-rows";
import { dateForm, dateOrders, readDay, type DateOrder } from "../import/national-dates";
import { numberForm, readNumber, type DecimalMark } from "../import/national-numbers";
import type { Issue } from "../outcome";
import type { Column } from "../schema/column";
import type { FoundTable } from "../schema/find-tables";
import { schema } from "../schema/schema";
import { leave, type ActingFinding, type ActingOption, type CellChange } from "./repair-act";
import { cellKey, countedTypes, type RepairGround } from "./repair-ground";

/** Cells named one by one; the rest are counted. */
const named = 5;
const sampled = 3;

interface TextCell {
  readonly body: number;
  readonly text: string;
}

/** One way to read a column's texts. */
interface Reading {
  /** "" where the texts leave no choice. */
  readonly id: "" | DateOrder | "point" | "comma";
  read(text: string): number | null;
}

const clock = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(?:([AP])M)?/i;

/** Time of day as a fraction; 0 where none is written. */
function timeIn(text: string): number {
  const match = clock.exec(text);
  if (!match) return 0;
  const half = match[4]?.toUpperCase();
  const hour = half ? (Number(match[1]) % 12) + (half === "P" ? 12 : 0) : Number(match[1]);
  return (hour + Number(match[2]) / 60 + Number(match[3] ?? 0) / 3600) / 24;
}

function dateReadings(column: Column, texts: readonly string[]): readonly Reading[] {
  const open = texts.flatMap((text) => {
    const form = dateForm(text);
    return form?.kind === "numbers" ? [form.days] : [];
  });
  const reading = (order: DateOrder | null): Reading => ({
    id: order ?? "",
    read: (text) => {
      const day = readDay(text, order);
      return day === null ? null : day + (column.type === "datetime" ? timeIn(text) : 0);
    },
  });
  const differing = open.filter((days) => new Set(Object.values(days)).size > 1);
  if (differing.length === 0) return [reading(null)];
  const fitting = dateOrders.filter((order) => open.every((days) => days[order] !== undefined));
  if (fitting.length === 1) return [{ ...reading(fitting[0] ?? null), id: "" }];
  const most = dateOrders.filter((order) => open.some((days) => days[order] !== undefined));
  return (fitting.length > 0 ? fitting : most).map(reading);
}

function numberReadings(texts: readonly string[]): readonly Reading[] {
  const forms = texts.map(numberForm);
  const reading = (mark: DecimalMark | null): Reading => ({
    id: mark === null ? "" : mark === "." ? "point" : "comma",
    read: (text) => readNumber(text, mark),
  });
  const marks = new Set(forms.filter((form): form is DecimalMark => form === "." || form === ","));
  if (!forms.includes("open")) return [reading(null)];
  const [mark] = marks;
  if (marks.size === 1 && mark) return [{ ...reading(mark), id: "" }];
  return [reading("."), reading(",")];
}

const holdsDays = ({ type }: Column): boolean => type === "day" || type === "datetime";

function textCells(result: TableResult, found: FoundTable, header: string, ground: RepairGround): TextCell[] {
  const { sheet, area, headers } = found.facts;
  const index = result.headers.indexOf(header);
  const column = area.column + headers.indexOf(header);
  return result.rows.flatMap((row, body) => {
    const cell = row[index];
    if (typeof cell !== "string" || cell.trim() === "" || cell.startsWith("#")) return [];
    // A formula keeps its formula, whatever it shows.
    return ground.formulas.has(cellKey(sheet, area.row + 1 + body, column)) ? [] : [{ body, text: cell }];
  });
}

/** Dates and numbers that stand as text: they sort and add up as words, and most are not read (WB3). */
export function convertibleTexts(ground: RepairGround): readonly ActingFinding[] {
  return [...ground.book.tables.values()].flatMap((found) => {
    const result = ground.results.get(found.id);
    if (!result) return [];
    const columns: readonly Column[] = schema[found.id].columns;
    return columns.flatMap((column) => {
      const header = found.headers.get(column.id);
      if (header === undefined || column.computed || !countedTypes.has(column.type)) return [];
      const cells = textCells(result, found, header, ground);
      return cells.length > 0 ? finding(ground, found, column, header, cells) : [];
    });
  });
}

function finding(
  ground: RepairGround,
  found: FoundTable,
  column: Column,
  header: string,
  cells: readonly TextCell[],
): readonly ActingFinding[] {
  const texts = cells.map(({ text }) => text);
  const readings = holdsDays(column) ? dateReadings(column, texts) : numberReadings(texts);
  const options = readings
    .map((reading) => option(ground, found, column, cells, reading))
    .filter((one) => one !== null);
  if (options.length === 0) return [];
  const asking = options.length > 1;
  const lost = cells.filter(({ text }) => readings.every((reading) => reading.read(text) === null));
  const { sheet } = found.facts;
  const kind = holdsDays(column) ? "dates" : "numbers";
  return [
    {
      id: `text ${found.id} ${column.id}`,
      what: { code: `repair.texts.${kind}`, values: { sheet, column: header, count: cells.length } },
      // Which of two readings is meant nobody can guess: then nothing is proposed.
      options: asking ? [leave, ...options] : [...options, leave],
      samples: asking ? [] : samples(column, cells, readings[0]),
      notes: [...unread(found, header, lost), ...filterNote(found)],
    },
  ];
}

function option(
  ground: RepairGround,
  found: FoundTable,
  column: Column,
  cells: readonly TextCell[],
  reading: Reading,
): ActingOption | null {
  const changes = cells.flatMap(({ body, text }): CellChange[] => {
    const value = reading.read(text);
    return value === null ? [] : [{ body, value: encodeCell(column, value, ground.book.dialect) }];
  });
  if (changes.length === 0) return null;
  const first = cells.find(({ text }) => reading.read(text) !== null)?.text ?? "";
  const shown = shownValue(column, reading.read(first));
  const kind = holdsDays(column) ? "dates" : "numbers";
  return {
    id: reading.id === "" ? "convert" : `convert:${reading.id}`,
    label: {
      code: `repair.convert.${reading.id === "" ? kind : reading.id}`,
      values: { count: changes.length, from: first, to: shown },
    },
    act: {
      kind: "convert",
      table: found.id,
      column: column.id,
      cells: changes,
      said: { before: `“${first}” (${changes.length})`, after: shown },
    },
  };
}

function shownValue(column: Column, value: number | null): string {
  if (value === null) return "";
  return holdsDays(column) ? isoText(Math.floor(value)) : String(value);
}

const samples = (column: Column, cells: readonly TextCell[], reading: Reading | undefined) =>
  cells
    .flatMap(({ text }) => {
      const value = reading?.read(text) ?? null;
      return value === null ? [] : [{ from: text, to: shownValue(column, value) }];
    })
    .slice(0, sampled);

function unread(found: FoundTable, header: string, lost: readonly TextCell[]): readonly Issue[] {
  const { sheet, area } = found.facts;
  const listed = lost.slice(0, named).map(({ body, text }): Issue => ({
    code: "repair.unread",
    values: { row: area.row + body + 2, value: text.slice(0, 60) },
  }));
  if (lost.length <= named) return listed;
  const values = { sheet, column: header, count: lost.length - named };
  return [...listed, { code: "repair.moreUnread", values }];
}

/** What writing into a filtered table means. */
export const filterNote = ({ facts }: FoundTable): readonly Issue[] =>
  facts.filtered ? [{ code: "repair.filtered", values: { sheet: facts.sheet } }] : [];
