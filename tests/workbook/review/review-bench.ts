import type { Language, Tier } from "../../../src/core/units";
import type { Desk } from "../../../src/workbook/desk";
import { FreeNames } from "../../../src/workbook/free-names";
import { newTable } from "../../../src/workbook/new-table";
import { setUpWorkbook } from "../../../src/workbook/operations/set-up-workbook";
import type { Outcome } from "../../../src/workbook/outcome";
import { generateReview } from "../../../src/workbook/review/generate-review";
import { readGround } from "../../../src/workbook/review/review-ground";
import { readReviews, type HeldReviews } from "../../../src/workbook/review/review-state";
import type { ReadRow, ReadSheet } from "../../../src/workbook/review/read-review-sheet";
import type { CellInput, CellValue, Write } from "../../../src/workbook/workbook-gateway";
import { InMemoryWorkbook } from "../../support/in-memory-workbook";
import { sheetOf } from "../../support/in-memory-writes";
import { stillDesk, type StillDesk } from "../../support/still-desk";

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.issue.code} ${JSON.stringify(outcome.issue.values)}`);
  return outcome.value;
}

export interface Bench {
  readonly workbook: InMemoryWorkbook;
  readonly desk: StillDesk;
}

/** A workbook with the sample. */
export async function sampleBench(language: Language = "en", signal?: AbortSignal): Promise<Bench> {
  const workbook = new InMemoryWorkbook();
  const desk = stillDesk(workbook, language, signal);
  valueOf(await setUpWorkbook(stillDesk(workbook, language), { language, sample: true }));
  return { workbook, desk };
}

/** The day the still desk shows. */
export const today = 46_347;

/** A cell by header for each row of a table that is filled through the gateway. */
export async function fillTable(
  bench: Bench,
  name: string,
  rows: readonly Readonly<Record<string, CellInput>>[],
): Promise<void> {
  const facts = (await bench.workbook.survey()).tables.find((table) => table.name === name);
  if (!facts) throw new Error(`no table ${name}`);
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = rows.map((row) => headers.map((header) => row[header] ?? ""));
  await bench.workbook.write([{ kind: "append-rows", table: name, at: facts, headers, rows: cells }], []);
}

/** Two important, two special (one lost, one in dispute) and three general accounts, without the sample. */
export async function smallBench(): Promise<Bench> {
  const workbook = new InMemoryWorkbook();
  const desk = stillDesk(workbook, "en");
  valueOf(await setUpWorkbook(desk, { language: "en", sample: false }));
  const bench = { workbook, desk };
  const tiers = {
    A1: "Important",
    A2: "Important",
    B1: "Special",
    B2: "Special",
    C1: "General",
    C2: "General",
    C3: "",
  };
  const accounts = Object.entries(tiers).map(([id, tier]) => ({
    "Account ID": id,
    "Account name": `Firm ${id}`,
    Tier: tier,
    Owner: "Ann",
  }));
  await fillTable(bench, "Accounts", accounts);
  const bought = (account: string, ages: readonly number[]) =>
    ages.map((age, index) => ({
      "Purchase ID": `${account}-${index}`,
      "Account ID": account,
      Date: today - age,
      Amount: 3_000,
      Category: "x",
    }));
  await fillTable(bench, "Purchases", [...bought("A1", [5, 40, 70]), ...bought("B1", [200, 230, 260, 290])]);
  const { book } = valueOf(await readGround(desk));
  const watch = {
    id: "W1",
    account: "B2",
    kind: "dispute",
    since: today - 30,
    cause: "late delivery",
  } as const;
  await workbook.write(newTable("watchlist", [watch], book.dialect, new FreeNames(book.survey)).writes, []);
  return bench;
}

export const generate = (desk: Desk) => generateReview(desk, { refreshed: () => readGround(desk) });

/** The same with three review sheets. */
export async function generatedBench(language: Language = "en"): Promise<Bench> {
  const bench = await sampleBench(language);
  valueOf(await generate(bench.desk));
  return bench;
}

export async function heldBy({ workbook, desk }: Bench): Promise<HeldReviews> {
  const { book, model } = valueOf(await readGround(desk));
  return readReviews(workbook, book, model);
}

export async function sheetFor(bench: Bench, tier: Tier): Promise<ReadSheet> {
  const sheet = (await heldBy(bench)).sheets.find((one) => one.mark.tier === tier);
  if (!sheet) throw new Error(`no sheet ${tier}`);
  return sheet;
}

const places = {
  name: "KAM_ReviewNames",
  decision: "KAM_ReviewDecisions",
  reason: "KAM_ReviewReasons",
  approver: "KAM_ReviewApprovers",
  nextStep: "KAM_ReviewNextSteps",
  nextCheck: "KAM_ReviewNextChecks",
  check: "KAM_ReviewChecks",
  id: "KAM_ReviewAccounts",
} as const;

export type Field = keyof typeof places;

export function columnFor({ workbook }: Bench, sheet: string, field: Field): number {
  const name = sheetOf(workbook.book, sheet).names.find((one) => one.name === places[field]);
  const letters = /!\$([A-Z]+)\$/.exec(name?.formula ?? "")?.[1];
  if (!letters) throw new Error(`no ${field} on ${sheet}`);
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Types into the row of an account, on a sheet that was read already or is read for it. */
export async function typeInto(
  bench: Bench,
  place: Tier | ReadSheet,
  account: string,
  fields: Partial<Record<Exclude<Field, "id" | "check">, CellInput>>,
): Promise<void> {
  const sheet = typeof place === "string" ? await sheetFor(bench, place) : place;
  const row = rowOf(sheet, account);
  for (const [field, value] of Object.entries(fields)) {
    bench.workbook.type(sheet.sheet, row.row, columnFor(bench, sheet.sheet, field as Field), value);
  }
}

export function rowOf(sheet: ReadSheet, account: string): ReadRow {
  const row = sheet.rows.find((one) => one.typed.account === account);
  if (!row) throw new Error(`no row of ${account} on ${sheet.sheet}`);
  return row;
}

export async function checkOf(bench: Bench, tier: Tier, account: string): Promise<string> {
  return rowOf(await sheetFor(bench, tier), account).check;
}

/** Every cell of every sheet, by sheet name: two workbooks are the same if these are. */
export const cellsOf = ({ workbook }: Bench) => workbook.dump();

/** One row of a table of the card by a key column, as header → value. */
export function tableRow(
  bench: Bench,
  name: string,
  key: string,
  value: string,
): Record<string, CellValue>[] {
  const table = bench.workbook.book.tables.find((one) => one.name === name);
  if (!table) return [];
  const rows = table
    .cells()
    .map((cells) => Object.fromEntries(table.headers.map((header, index) => [header, cells[index] ?? ""])));
  return rows.filter((row) => row[key] === value);
}

export async function modelOf({ desk }: Bench) {
  return valueOf(await readGround(desk)).model;
}

/** Runs with action `action` of writing batch `batch` (from 1) failing; null if there is no such action. */
export async function failingAt<T>(
  { workbook }: Bench,
  batch: number,
  action: number,
  run: () => Promise<Outcome<T>>,
): Promise<string | null> {
  let count = 0;
  let reached = false;
  const write = workbook.write.bind(workbook);
  workbook.write = (writes: readonly Write[], verify) => {
    count += 1;
    if (count === batch && action < writes.length + verify.length) {
      reached = true;
      workbook.faults.failAt = action;
    }
    return write(writes, verify);
  };
  const outcome = await run();
  workbook.write = write;
  if (!reached) return null;
  return outcome.ok ? "ok" : outcome.issue.code;
}
