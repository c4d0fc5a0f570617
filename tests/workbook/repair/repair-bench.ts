import type { Language } from "../../../src/core/units";
import { MappedColumns } from "../../../src/workbook/mapped-columns";
import { previewRepair, repairWorkbook } from "../../../src/workbook/operations/repair-workbook";
import { setUpWorkbook } from "../../../src/workbook/operations/set-up-workbook";
import type { Outcome } from "../../../src/workbook/outcome";
import { readCard, type CardSnapshot } from "../../../src/workbook/read-card";
import type { RepairFinding, RepairReport } from "../../../src/workbook/upkeep-verbs";
import type { CellInput } from "../../../src/workbook/workbook-gateway";
import type { InMemoryTable } from "../../support/in-memory-sheet";
import { InMemoryWorkbook } from "../../support/in-memory-workbook";
import { tableOf } from "../../support/in-memory-writes";
import { stillDesk, type StillDesk } from "../../support/still-desk";

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.issue.code} ${JSON.stringify(outcome.issue.values)}`);
  return outcome.value;
}

export interface Bench {
  readonly workbook: InMemoryWorkbook;
  readonly desk: StillDesk;
}

/** A card with three accounts and a few rows that name them, as a person sees it: over mapped columns. */
export async function repairBench(language: Language = "en"): Promise<Bench> {
  const workbook = new InMemoryWorkbook();
  valueOf(await setUpWorkbook(stillDesk(workbook), { language, sample: false }));
  const bench = { workbook, desk: stillDesk(new MappedColumns(workbook), language) };
  const rows: Readonly<Record<string, readonly (readonly CellInput[])[]>> = {
    Accounts: [
      ["A1", "Alpha", "", "Important"],
      ["B2", "Beta", "", "General"],
      ["C3", "Gamma"],
    ],
    Purchases: [
      ["P1", "A1", 46_000, "Chai", "Drinks", 2, 100],
      ["P2", "A1", 46_100, "Tea", "Drinks", 1, 250.5],
      ["P3", "B2", 46_200, "Rice", "Food", 3, 90],
    ],
    Contacts: [["K1", "A1", "Ann"]],
  };
  for (const [table, cells] of Object.entries(rows)) {
    const { facts } = { facts: tableOf(workbook.book, table).facts() };
    const headers = facts.headers.slice(0, Math.max(...cells.map((row) => row.length)));
    const full = cells.map((row) => headers.map((_, index) => row[index] ?? ""));
    await workbook.write([{ kind: "append-rows", table, at: facts, headers, rows: full }], []);
  }
  return bench;
}

export const table = ({ workbook }: Bench, name: string): InMemoryTable => tableOf(workbook.book, name);

/** Types over a header, as a person does. */
export function retitle(bench: Bench, name: string, header: string, to: string): void {
  const { sheet, row, column, headers } = table(bench, name);
  bench.workbook.type(sheet.name, row, column + headers.indexOf(header), to);
}

/** Deletes a column with its cells. */
export function dropColumn(bench: Bench, name: string, header: string): void {
  const found = table(bench, name);
  const at = found.headers.indexOf(header);
  const rows = [found.headers, ...found.cells()];
  rows.forEach((cells, down) => {
    const left = [...cells.slice(0, at), ...cells.slice(at + 1), ""];
    left.forEach((cell, right) => found.sheet.put(found.row + down, found.column + right, cell));
  });
  found.width -= 1;
}

/** Puts a value into a body cell. */
export function put(bench: Bench, name: string, body: number, header: string, value: CellInput): void {
  const found = table(bench, name);
  found.sheet.put(found.row + 1 + body, found.column + found.headers.indexOf(header), value);
}

export const columnOf = (bench: Bench, name: string, header: string): readonly CellInput[] => {
  const found = table(bench, name);
  const at = found.headers.indexOf(header);
  return found.cells().map((cells) => cells[at] ?? "");
};

export async function findings({ desk }: Bench): Promise<readonly RepairFinding[]> {
  return valueOf(await previewRepair(desk)).findings;
}

/** Takes what is proposed, but for what is chosen otherwise. */
export async function repairAll(
  bench: Bench,
  otherwise: Readonly<Record<string, string>> = {},
): Promise<Outcome<RepairReport>> {
  const found = await findings(bench);
  const choices = Object.fromEntries(found.map(({ id, options }) => [id, options[0]?.id ?? "leave"]));
  return repairWorkbook(bench.desk, { ...choices, ...otherwise });
}

export async function cardOf({ desk }: Bench): Promise<CardSnapshot> {
  const card = await readCard(desk.gateway, "en");
  if (!card) throw new Error("no card");
  return card;
}
