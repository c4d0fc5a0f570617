import type { LogDraft } from "../../src/workbook/card";
import { tableRows } from "../../src/workbook/codec/table-rows";
import { setUpWorkbook } from "../../src/workbook/operations/set-up-workbook";
import { openBook, type OpenBook } from "../../src/workbook/open-book";
import type { Outcome } from "../../src/workbook/outcome";
import type { CellInput } from "../../src/workbook/workbook-gateway";
import type { BookSnapshot } from "../../workbench/book/book-snapshot";
import { restoreBook } from "../../workbench/book/restore-book";
import { bookSnapshot } from "../../workbench/book/snapshot";
import type { Profile } from "../../workbench/host/profiles";
import { pokedOfficeWorkbook, type OfficeWorkbook } from "../support/excel-poke";
import { stillDesk, type StillDesk } from "../support/still-desk";

/** The day the still desk shows. */
export const today = 46_347;

export interface OfficeBench {
  readonly office: OfficeWorkbook;
  /** A desk as on the first day: the same chance from its start, so that the same ids are drawn. */
  desk(): StillDesk;
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.issue.code} ${JSON.stringify(outcome.issue.values)}`);
  return outcome.value;
}

/** A card in the host's workbook, set up through the real office.js. */
export async function officeBench(sample: boolean, profile: Profile = {}): Promise<OfficeBench> {
  const office = await pokedOfficeWorkbook(profile);
  const desk = () => stillDesk(office.gateway);
  valueOf(await setUpWorkbook(desk(), { language: "en", sample }));
  return { office, desk };
}

export const draft = (change: Partial<LogDraft> = {}): LogDraft => ({
  ids: ["INT-20261121-AAAAAA"],
  accounts: ["ALFKI"],
  contacts: "Maria Anders",
  kind: "revisit",
  channel: "in-person",
  date: today,
  content: "=They like it",
  result: "Order expected",
  usage: "Daily",
  newNeeds: "Smaller boxes",
  productsIntroduced: "Chai",
  nextAction: "Send samples",
  nextDate: today + 30,
  ...change,
});

export const bookOf = async ({ office }: OfficeBench): Promise<OpenBook> =>
  openBook(await office.gateway.survey(), "en");

export async function rowsOf<Id extends "interactions" | "audit" | "accounts" | "purchases" | "reviews">(
  bench: OfficeBench,
  id: Id,
) {
  const book = await bookOf(bench);
  const name = book.tables.get(id)?.facts.name;
  if (name === undefined) return [];
  const [result] = await bench.office.gateway.read([{ kind: "table", table: name }]);
  if (result?.kind !== "table") throw new Error(`no ${id}`);
  return tableRows(id, result, book.dialect).rows.map((row) => row.values);
}

/** A cell by header for each row of a table, in one append through the gateway. */
export async function fillTable(
  { office }: OfficeBench,
  name: string,
  rows: readonly Readonly<Record<string, CellInput>>[],
): Promise<void> {
  const facts = (await office.gateway.survey()).tables.find((table) => table.name === name);
  if (!facts) throw new Error(`no table ${name}`);
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => headers.map((header) => row[header] ?? ""));
  await office.gateway.write([{ kind: "append-rows", table: name, at: facts, headers, rows: cells }], []);
}

/** The book as it stands, to go back to. */
export async function keep({ office }: OfficeBench): Promise<BookSnapshot> {
  await office.book.settled();
  return bookSnapshot(office.book);
}

/** Makes the book what it was; `now` is what it is, where that is known already. */
export async function goBack(bench: OfficeBench, snapshot: BookSnapshot, now?: BookSnapshot): Promise<void> {
  const { book } = bench.office;
  restoreBook(book, snapshot, now ?? (await keep(bench)));
  await book.settled();
}

/** Every cell with content, every table's place and every sheet's name: two books are the same if these are. */
function cellsIn(snapshot: BookSnapshot): unknown {
  return snapshot.sheets.map(({ name, cells, tables, visibility }) => ({
    name,
    visibility,
    tables: tables.map((table) => [table.name, table.rect]),
    cells: Object.entries(cells)
      .filter(([, { value, formula }]) => (value !== null && value !== "") || formula !== undefined)
      .map(([place, { value, formula }]) => [place, formula ?? value]),
  }));
}

const shown = 12;

/** In what two books differ, in short; [] if they are the same but for drawn ids. */
export function differencesOf(left: BookSnapshot, right: BookSnapshot): readonly string[] {
  if (textOf(left) === textOf(right)) return [];
  const [was, is] = [placesIn(left), placesIn(right)];
  const places = [...new Set([...was.keys(), ...is.keys()])].filter(
    (place) => was.get(place) !== is.get(place),
  );
  const lines = places.map((place) => `${place}: ${was.get(place) ?? "-"} → ${is.get(place) ?? "-"}`);
  return lines.length > 0 ? lines.slice(0, shown) : ["the order of sheets"];
}

function placesIn(snapshot: BookSnapshot): Map<string, string> {
  const places = new Map<string, string>();
  const put = (place: string, value: unknown) =>
    places.set(place, maskIds(JSON.stringify(value)).slice(0, 80));
  for (const { name, cells, tables, visibility } of snapshot.sheets) {
    put(name, visibility);
    for (const table of tables) put(`${name}[${table.name}]`, table.rect);
    for (const [place, { value, formula }] of Object.entries(cells))
      if ((value !== null && value !== "") || formula !== undefined)
        put(`${name}!${place}`, formula ?? value);
  }
  return places;
}

/** What `cellsIn` tells, without drawn ids, as text: two books are the same if their texts are. */
export const textOf = (snapshot: BookSnapshot): string => maskIds(JSON.stringify(cellsIn(snapshot)));

/** Drawn ids and the hashes over them differ between two runs; what they say does not. */
const maskIds = (text: string): string =>
  text.replace(/(REV|WAT|AUD)-\d{8}-[0-9A-Z]{6}/g, "$1").replace(/[0-9a-f]{64}/g, "hash");
