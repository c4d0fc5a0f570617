import type { Language } from "../../../src/core/units";
import { tableRows } from "../../../src/workbook/codec/table-rows";
import { choiceOf, proposeTargets } from "../../../src/workbook/import/propose-mapping";
import { columnFacts } from "../../../src/workbook/import/column-facts";
import type {
  ImportJob,
  ImportKind,
  ImportPreview,
  ImportReceipt,
} from "../../../src/workbook/import/import-job";
import { heldSource, type ImportSource } from "../../../src/workbook/import/import-source";
import { LiveCard } from "../../../src/workbook/live-card";
import { openBook } from "../../../src/workbook/open-book";
import type { Outcome } from "../../../src/workbook/outcome";
import type { CellValue } from "../../../src/workbook/workbook-gateway";
import { InMemoryWorkbook } from "../../support/in-memory-workbook";
import { stillDesk } from "../../support/still-desk";

export interface Bench {
  readonly workbook: InMemoryWorkbook;
  readonly card: LiveCard;
}

/** A card over a workbook in memory. */
export async function benchWith(sample = false, language: Language = "en"): Promise<Bench> {
  const workbook = new InMemoryWorkbook();
  const card = new LiveCard(stillDesk(workbook, language));
  await card.wake();
  valueOf(await card.setUp({ language, sample }));
  return { workbook, card };
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issue));
  return outcome.value;
}

export const sourceOf = (rows: readonly (readonly CellValue[])[]): ImportSource =>
  heldSource("file.csv", rows);

/** A job as the pane proposes it, with answers of the test. */
export async function jobOf(
  kind: ImportKind,
  source: ImportSource,
  change: Partial<Omit<ImportJob, "kind" | "source">> = {},
): Promise<ImportJob> {
  const facts = await columnFacts(source);
  const targets = proposeTargets(kind, facts);
  const columns = facts.map((one, index) => choiceOf(one, targets[index] ?? null));
  return { kind, source, columns, unknownAccounts: "create", nullIsBlank: true, perMonth: false, ...change };
}

export const preview = async ({ card }: Bench, job: ImportJob): Promise<ImportPreview> =>
  valueOf(await card.imports.preview(job));

/** Preview and import, as a person does it. */
export async function bringIn(bench: Bench, job: ImportJob): Promise<ImportReceipt> {
  const { fingerprint } = await preview(bench, job);
  return valueOf(await bench.card.imports.run(job, fingerprint));
}

export async function rowsIn<
  Id extends "accounts" | "contacts" | "purchases" | "audit" | "criteria" | "settings",
>({ workbook }: Bench, id: Id) {
  const book = openBook(await workbook.survey(), "en");
  const [result] = await workbook.read([{ kind: "table", table: book.tables.get(id)?.facts.name ?? "" }]);
  if (result?.kind !== "table") return [];
  return tableRows(id, result, book.dialect).rows.map(({ values }) => values);
}
