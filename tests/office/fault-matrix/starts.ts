import type { BookSnapshot } from "../../../workbench/book/book-snapshot";
import { applyReview } from "../../../src/workbook/review/apply-review";
import { expandSample } from "../../../src/workbook/sample/expand-sample";
import { loadSample } from "../../../src/workbook/sample/load-sample";
import { setUpWorkbook } from "../../../src/workbook/operations/set-up-workbook";
import { pokedOfficeWorkbook } from "../../support/excel-poke";
import { stillDesk } from "../../support/still-desk";
import { fillSmall, firstDecisions, generated, typeDecisions } from "../decided-bench";
import { fillTable, goBack, keep, today, valueOf, type OfficeBench } from "../office-bench";
import { Session } from "./session";

/** Workbooks that operations start from. */
export const startNames = ["blank", "sample", "card", "damaged", "decided", "pending"] as const;
export type StartName = (typeof startNames)[number];

/** What a row that a co-author plays with is known by, in each table. */
export const spare = "Z9";

/** An account, an action and an entry that no operation means, above those that they mean. */
async function fillCard(bench: OfficeBench): Promise<void> {
  await fillTable(bench, "Accounts", [
    { "Account ID": spare, "Account name": "Spare firm", Tier: "General", Owner: "Zoe" },
  ]);
  await fillSmall(bench);
  const entry = (id: string, account: string) => ({
    "Interaction ID": id,
    "Account ID": account,
    Date: today - 9,
    Kind: "Visit",
    "What was said": "Fine",
    Completed: "Yes",
    Author: "Ann",
  });
  await fillTable(bench, "Interactions", [entry(spare, "C3"), entry("I1", "A1")]);
  const { card } = new Session(bench, 5);
  await card.wake();
  // The first noted warning makes the table of actions, and the audit trail.
  valueOf(await card.daily.acknowledge({ account: "C4", rule: "lost", sentence: "Lost" }));
  const action = (id: string, account: string) => ({
    "Action ID": id,
    "Account ID": account,
    Action: "Send samples",
    Owner: "Ann",
    Due: today + 2,
  });
  await fillTable(bench, "Actions", [action(spare, "C3"), action("D1", "A1")]);
}

/** Two rows of the sample in each table it fills: going back to a workbook takes as long as it is large. */
async function fillSample(bench: OfficeBench): Promise<void> {
  const sample = expandSample(await loadSample(), "en", today);
  const by = { "Created by": "sample data" };
  const account = (id: string) => ({ "Account ID": id, ...by });
  const ids = (rows: readonly { id?: string }[]) => rows.slice(0, 2).map(({ id }) => id ?? "");
  const ofAccount = (column: string, rows: readonly { id?: string; account?: string }[]) =>
    rows.slice(0, 2).map((row) => ({ [column]: row.id ?? "", ...account(row.account ?? "") }));
  await fillTable(
    bench,
    "Accounts",
    ids(sample.accounts).map((id) => ({ ...account(id), "Account name": id })),
  );
  await fillTable(bench, "Contacts", ofAccount("Contact ID", sample.contacts));
  await fillTable(bench, "Purchases", ofAccount("Purchase ID", sample.purchases));
  await fillTable(bench, "Interactions", ofAccount("Interaction ID", sample.interactions));
}

export async function matrixStarts(): Promise<{
  bench: OfficeBench;
  starts: ReadonlyMap<StartName, BookSnapshot>;
}> {
  const office = await pokedOfficeWorkbook();
  const bench: OfficeBench = { office, desk: () => stillDesk(office.gateway) };
  const blank = await keep(bench);
  valueOf(await setUpWorkbook(bench.desk(), { language: "en", sample: false }));
  await fillCard(bench);
  const card = await keep(bench);
  await fillSample(bench);
  const sample = await keep(bench);
  await goBack(bench, card);
  const actions = office.book.table("Actions");
  await office.book.batch("user", () => actions?.deleteColumn(actions.columns.length - 1));
  const damaged = await keep(bench);
  await goBack(bench, card);
  await generated(bench);
  await typeDecisions(bench, firstDecisions);
  const decided = await keep(bench);
  // An Apply that makes its tables and breaks off once its rows are written.
  office.host.faults.failAtAction = 330;
  const broken = await applyReview(bench.desk());
  office.host.faults.failAtAction = null;
  if (broken.ok || broken.issue.code !== "review.pending") throw new Error(JSON.stringify(broken));
  const pending = await keep(bench);
  return {
    bench,
    starts: new Map(Object.entries({ blank, sample, card, damaged, decided, pending })) as never,
  };
}
