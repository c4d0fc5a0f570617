/**
 * Reads back what was typed into a review sheet, whatever was done to the sheet meanwhile: sorted, filtered,
 * renamed, moved, own columns, notes below, renamed headers, deleted rows (RV3). Columns are found by their
 * sheet-scoped names, which follow the cells; where a name is gone, by the header in any language.
 */
import { languages, type Day } from "../../core/units";
import { textsFor } from "../../locales/texts";
import { dayOfSerial, dayOfText } from "../../core/calendar/serial-day";
import { normalisedHeader } from "../schema/headers";
import type { CellValue, ReadResult } from "../workbook-gateway";
import type { NamedColumn } from "./review-column";
import {
  checksName,
  columnNames,
  goneMark,
  idsName,
  keysName,
  markName,
  parseMark,
  type ReviewMark,
} from "./review-names";
import type { TypedRow } from "./review-row";

type SheetResult = Extract<ReadResult, { kind: "sheet" }>;

export interface ReadRow {
  readonly typed: TypedRow;
  /** In the block "No longer on this sheet": kept, never applied. */
  readonly gone: boolean;
  /** Shown name and hidden id belong to different accounts: somebody sorted part of the columns. */
  readonly mixed: boolean;
  /** Zero-based row on the sheet. */
  readonly row: number;
  /** Text in the check cell now. */
  readonly check: string;
}

export interface ReadSheet {
  readonly sheet: string;
  readonly mark: ReviewMark;
  readonly rows: readonly ReadRow[];
  /** Zero-based columns; null where the column was deleted. */
  readonly checkColumn: number | null;
  readonly decisionColumn: number | null;
}

interface Place {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
}

const columnIndex = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** `='Review'!$Q$7:$Q$34` or one cell of it; null for #REF! and anything else. */
function placeOf(formula: string): Place | null {
  const match = /!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/.exec(formula);
  if (!match?.[1]) return null;
  const first = Number(match[2]);
  return { row: first - 1, column: columnIndex(match[1]), rows: Number(match[4] ?? first) - first + 1 };
}

/** The mark a sheet carries; null if the add-in did not generate it. */
export function markOf(names: SheetResult["facts"]["names"]): ReviewMark | null {
  const mark = names.find((one) => one.name === markName);
  return mark ? parseMark(mark.formula) : null;
}

class Cells {
  constructor(private readonly result: SheetResult) {}

  value(row: number, column: number): CellValue {
    const { origin, values } = this.result;
    return values[row - origin.row]?.[column - origin.column] ?? "";
  }

  text(row: number, column: number | null): string {
    return column === null ? "" : String(this.value(row, column)).trim();
  }

  get lastRow(): number {
    return this.result.origin.row + this.result.values.length - 1;
  }

  place(name: string): Place | null {
    const found = this.result.facts.names.find((one) => one.name === name);
    return found ? placeOf(found.formula) : null;
  }

  /** Cell that holds a heading in any language. */
  heading(ids: readonly string[]): { row: number; column: number } | null {
    const wanted = new Set(
      languages.flatMap((language) =>
        ids.map((id) => normalisedHeader(textsFor(language)(`sheets:review.heading.${id}`))),
      ),
    );
    const { origin, values } = this.result;
    for (const [row, cells] of values.entries()) {
      const column = cells.findIndex(
        (cell) => typeof cell === "string" && wanted.has(normalisedHeader(cell)),
      );
      // A heading row has several texts; a note that happens to read "Reason" stands alone.
      if (column >= 0 && cells.filter((cell) => cell !== "").length > 3) {
        return { row: origin.row + row, column: origin.column + column };
      }
    }
    return null;
  }
}

const namedColumns: readonly NamedColumn[] = [
  "name",
  "decision",
  "reason",
  "approver",
  "nextStep",
  "nextCheck",
];

interface Columns {
  readonly rows: { readonly from: number; readonly to: number };
  readonly of: (id: NamedColumn) => number | null;
  readonly id: number | null;
  readonly key: number | null;
  readonly check: number | null;
}

/** Rows the table takes up: those of the ids, else of the names, else all below the headings. */
function rowsOf(cells: Cells): Columns["rows"] | null {
  const body = cells.place(idsName) ?? cells.place(columnNames.name);
  if (body) return { from: body.row, to: body.row + body.rows - 1 };
  const heading = cells.heading(["name"]);
  return heading && { from: heading.row + 1, to: cells.lastRow };
}

function columnsOf(cells: Cells): Columns | null {
  const rows = rowsOf(cells);
  if (!rows) return null;
  const column = (name: string, heading: string) =>
    (cells.place(name) ?? cells.heading([heading]))?.column ?? null;
  const found = new Map(namedColumns.map((id) => [id, column(columnNames[id], id)] as const));
  return {
    rows,
    of: (id) => found.get(id) ?? null,
    id: cells.place(idsName)?.column ?? null,
    key: cells.place(keysName)?.column ?? null,
    check: column(checksName, "check"),
  };
}

function nextCheckOf(value: CellValue, date1904: boolean): Day | string | null {
  if (typeof value === "number") return dayOfSerial(value, date1904) ?? String(value);
  const text = String(value).trim();
  if (text === "") return null;
  return dayOfText(text) ?? text;
}

/** Account ids by shown name; names of two accounts are left out. */
export type IdsByName = ReadonlyMap<string, string>;

/** Name as generated → id, from the hidden columns, which only ever move together. */
function idsByKey(cells: Cells, columns: Columns): IdsByName {
  const ids = new Map<string, string>();
  for (let row = columns.rows.from; row <= columns.rows.to; row += 1) {
    const [key, id] = [cells.text(row, columns.key), cells.text(row, columns.id)];
    if (key !== "" && id !== "") ids.set(key, ids.has(key) ? "" : id);
  }
  return ids;
}

interface Identity {
  readonly written: string;
  readonly mixed: boolean;
}

/**
 * Whose row it is. Where the shown name is not the hidden one, somebody sorted the visible columns alone: what
 * was typed went with the shown name, so that name decides if it is one account's.
 */
function identityOf(
  cells: Cells,
  columns: Columns,
  row: number,
  keys: IdsByName,
  names: IdsByName,
): Identity {
  const name = cells.text(row, columns.of("name"));
  const id = cells.text(row, columns.id);
  if (columns.id === null) return { written: names.get(name) ?? "", mixed: false };
  if (columns.key === null || columns.of("name") === null || cells.text(row, columns.key) === name) {
    return { written: id, mixed: false };
  }
  const byName = keys.get(name);
  return byName ? { written: byName, mixed: false } : { written: id, mixed: id !== "" };
}

function rowOf(
  cells: Cells,
  columns: Columns,
  row: number,
  date1904: boolean,
  identity: Identity,
): ReadRow | null {
  const { written, mixed } = identity;
  if (written === "") return null;
  const text = (id: NamedColumn) => cells.text(row, columns.of(id));
  const gone = written.startsWith(goneMark);
  const nextCheck = columns.of("nextCheck");
  return {
    typed: {
      account: gone ? written.slice(goneMark.length) : written,
      name: text("name"),
      decision: text("decision"),
      reason: text("reason"),
      approver: text("approver"),
      nextStep: text("nextStep"),
      nextCheck: nextCheck === null ? null : nextCheckOf(cells.value(row, nextCheck), date1904),
    },
    gone,
    mixed,
    row,
    check: cells.text(row, columns.check),
  };
}

/** What stands on a review sheet now; null for a sheet without the mark. `names` serve where the id column is gone. */
export function readReviewSheet(result: SheetResult, date1904: boolean, names: IdsByName): ReadSheet | null {
  const mark = markOf(result.facts.names);
  if (!mark) return null;
  const cells = new Cells(result);
  const columns = columnsOf(cells);
  const keys = columns ? idsByKey(cells, columns) : names;
  const rows: ReadRow[] = [];
  for (let row = columns?.rows.from ?? 0; columns && row <= columns.rows.to; row += 1) {
    const read = rowOf(cells, columns, row, date1904, identityOf(cells, columns, row, keys, names));
    if (read) rows.push(read);
  }
  return {
    sheet: result.facts.name,
    mark,
    rows,
    checkColumn: columns?.check ?? null,
    decisionColumn: columns?.of("decision") ?? null,
  };
}
