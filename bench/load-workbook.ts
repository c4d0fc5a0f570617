import { LiveCard } from "../src/workbook/live-card";
import { setUpWorkbook } from "../src/workbook/operations/set-up-workbook";
import { openBook } from "../src/workbook/open-book";
import type { Outcome } from "../src/workbook/outcome";
import { rowCells } from "../src/workbook/codec/row-cells";
import { schema, type Schema, type TableId } from "../src/workbook/schema/schema";
import type { RowOf } from "../src/workbook/schema/table";
import { pokedOfficeWorkbook, type OfficeWorkbook } from "../tests/support/excel-poke";
import { stillDesk, type StillDesk } from "../tests/support/still-desk";
import { loadRows, type LoadSize } from "./load-rows";

export interface LoadedWorkbook {
  readonly office: OfficeWorkbook;
  readonly desk: StillDesk;
  readonly card: LiveCard;
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.issue.code} ${JSON.stringify(outcome.issue.values)}`);
  return outcome.value;
}

async function append<Id extends TableId>(
  { gateway }: OfficeWorkbook,
  id: Id,
  rows: readonly Partial<RowOf<Schema[Id]>>[],
): Promise<void> {
  const book = openBook(await gateway.survey(), "en");
  const found = book.tables.get(id);
  if (!found) throw new Error(`no ${id}`);
  const columns = schema[id].columns.map((column) => column.id);
  const headers = columns.map((column) => found.headers.get(column) ?? "");
  const cells = rows.map((row) => rowCells(id, columns, row, book.dialect));
  const { facts } = found;
  await gateway.write([{ kind: "append-rows", table: facts.name, at: facts, headers, rows: cells }], []);
}

/** Puts the load below what stands in the tables of a card. */
export async function fillWithLoad(office: OfficeWorkbook, size: LoadSize): Promise<void> {
  const rows = loadRows(size);
  await append(office, "accounts", rows.accounts);
  await append(office, "contacts", rows.contacts);
  await append(office, "purchases", rows.purchases);
  await append(office, "interactions", rows.interactions);
}

/** A card with the load in its tables, in the workbench's host, all through the real office.js. */
export async function loadWorkbook(size: LoadSize): Promise<LoadedWorkbook> {
  const office = await pokedOfficeWorkbook();
  const desk = stillDesk(office.gateway);
  valueOf(await setUpWorkbook(desk, { language: "en", sample: false }));
  await fillWithLoad(office, size);
  const card = new LiveCard(desk);
  await card.wake();
  return { office, desk, card };
}
