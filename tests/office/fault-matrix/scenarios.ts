import type { ReadyCard } from "../../../src/workbook/card";
import { columnFacts } from "../../../src/workbook/import/column-facts";
import type { ImportJob } from "../../../src/workbook/import/import-job";
import { heldSource } from "../../../src/workbook/import/import-source";
import { choiceOf, proposeTargets } from "../../../src/workbook/import/propose-mapping";
import type { LiveCard } from "../../../src/workbook/live-card";
import type { Outcome } from "../../../src/workbook/outcome";
import { draft, today, valueOf } from "../office-bench";
import type { OperationName } from "./operation-name";
import { spare, type StartName } from "./starts";

type Run = (card: LiveCard) => Promise<Outcome<unknown>>;

/** How one operation is tried out. A new operation of the card needs one here, or this file does not compile. */
export interface Scenario {
  readonly start: StartName;
  /**
   * The table it writes most, which others sort, filter and edit meanwhile, and a cell of a row there that the
   * operation does not mean. null: there is none before it runs.
   */
  readonly meets: { readonly table: string; readonly cell: string } | null;
  /** It must leave the workbook as it is. */
  readonly readsOnly?: true;
  /** It is tried again itself, where else what is pending would be finished. */
  readonly again?: true;
  /** What is done before; what comes back runs the operation, again after it failed. */
  begin(card: LiveCard): Run | Promise<Run>;
}

const accounts = { table: "Accounts", cell: spare };
const interactions = { table: "Interactions", cell: spare };
const actions = { table: "Actions", cell: spare };
const settings = { table: "Settings", cell: "grossMargin" };

const ready = (card: LiveCard): ReadyCard => {
  if (card.state.kind !== "ready") throw new Error(`the card is ${card.state.kind}`);
  return card.state;
};

const ownAction = (card: LiveCard) => {
  const action = ready(card).records.actions.find(({ id }) => id === "D1");
  if (!action) throw new Error("no action");
  return action;
};

/** One account anew, one changed, as the pane proposes it. */
async function importJob(): Promise<ImportJob> {
  const source = heldSource("file.csv", [
    ["Account ID", "Account name", "City"],
    ["N1", "=New firm", "Lyon"],
    ["A1", "Firm A1", "Graz"],
  ]);
  const facts = await columnFacts(source);
  const targets = proposeTargets("accounts", facts);
  const columns = facts.map((one, index) => choiceOf(one, targets[index] ?? null));
  return {
    kind: "accounts",
    source,
    columns,
    unknownAccounts: "create",
    nullIsBlank: true,
    perMonth: false,
  };
}

async function importRun(card: LiveCard): Promise<Run> {
  const job = await importJob();
  const { fingerprint } = valueOf(await card.imports.preview(job));
  return async ({ imports }) => {
    const outcome = await imports.run(job, fingerprint);
    if (outcome.ok || outcome.issue.code !== "import.changedMeanwhile") return outcome;
    // What an earlier try wrote is in the new preview.
    return imports.run(job, valueOf(await imports.preview(job)).fingerprint);
  };
}

export const scenarios: Readonly<Record<OperationName, Scenario>> = {
  setUp: {
    start: "blank",
    meets: null,
    begin: () => (card) => card.setUp({ language: "en", sample: false }),
  },
  removeSample: { start: "sample", meets: accounts, begin: () => (card) => card.removeSample() },
  refresh: { start: "card", meets: accounts, begin: () => (card) => card.refresh() },
  log: {
    start: "card",
    meets: interactions,
    begin: () => (card) => card.log(draft({ accounts: ["A1"] })),
  },
  undoLog: {
    start: "card",
    meets: interactions,
    begin: async (card) => {
      const { ids } = valueOf(await card.log(draft({ accounts: ["A1"] })));
      return (again) => again.undoLog(ids);
    },
  },
  changeSettings: {
    start: "card",
    meets: settings,
    begin: () => (card) => card.changeSettings({ currency: "EUR" }),
  },
  changeCriteria: {
    start: "card",
    meets: { table: "Criteria", cell: "CPX" },
    begin: (card) => {
      const { records } = ready(card);
      const criteria = records.criteria.map((one) =>
        one.id === "REV" ? { ...one, weight: 30 } : one.id === "PRF" ? { ...one, weight: 5 } : one,
      );
      return (again) => again.changeCriteria({ criteria, settings: { tierCut: 60 } });
    },
  },
  changeCadence: {
    start: "card",
    meets: { table: "Cadence", cell: "Backup" },
    begin: (card) => {
      const rules = ready(card).records.cadence.map((rule) =>
        rule.tier === "general" && rule.item === "visit" ? { ...rule, target: 90 } : rule,
      );
      return (again) => again.changeCadence(rules);
    },
  },
  generateReview: { start: "card", meets: accounts, begin: () => (card) => card.generateReview() },
  previewReview: {
    start: "decided",
    meets: accounts,
    readsOnly: true,
    begin: () => (card) => card.previewReview(),
  },
  applyReview: { start: "decided", meets: accounts, begin: () => (card) => card.applyReview() },
  finishPending: { start: "pending", meets: accounts, begin: () => (card) => card.finishPending() },
  takeBackPending: {
    start: "pending",
    meets: accounts,
    again: true,
    begin: () => (card) => card.takeBackPending(),
  },
  goTo: {
    start: "card",
    meets: accounts,
    readsOnly: true,
    begin: () => (card) => card.goTo({ sheet: "Accounts", row: 3 }),
  },
  showAccountRow: {
    start: "card",
    meets: accounts,
    readsOnly: true,
    begin: () => (card) => card.showAccountRow("A1"),
  },
  "rules.versions": {
    start: "card",
    meets: settings,
    readsOnly: true,
    begin: () => (card) => card.rules.versions(),
  },
  "daily.finish": {
    start: "card",
    meets: actions,
    begin: (card) => {
      const action = ownAction(card);
      return ({ daily }) => daily.finish(action);
    },
  },
  "daily.postpone": {
    start: "card",
    meets: actions,
    begin: (card) => {
      const action = ownAction(card);
      return ({ daily }) => daily.postpone(action, today + 5);
    },
  },
  "daily.snooze": {
    start: "card",
    meets: interactions,
    begin: (card) => {
      const visit = ready(card).model.accounts.get("A1")?.visit;
      if (!visit) throw new Error("no visit");
      return ({ daily }) => daily.snooze("A1", visit, today + 3);
    },
  },
  "daily.acknowledge": {
    start: "card",
    meets: actions,
    begin:
      () =>
      ({ daily }) =>
        daily.acknowledge({ account: "A1", rule: "lost", sentence: "Lost" }),
  },
  "daily.setTier": {
    start: "card",
    meets: accounts,
    begin:
      () =>
      ({ daily }) =>
        daily.setTier("A1", "special", "A dispute"),
  },
  "daily.handOver": {
    start: "card",
    meets: accounts,
    begin:
      () =>
      ({ daily }) =>
        daily.handOver({ from: "Ann", to: "Bob", accounts: ["A1", "B1"] }),
  },
  "daily.changeAccount": {
    start: "card",
    meets: accounts,
    begin:
      () =>
      ({ daily }) =>
        daily.changeAccount({ from: { id: "A1", name: "Firm A1" }, to: { id: "A9", name: "=Firm of A9" } }),
  },
  "daily.undo": {
    start: "card",
    meets: accounts,
    begin: async (card) => {
      const undoable = valueOf(await card.daily.setTier("A1", "special", "A dispute"));
      return ({ daily }) => daily.undo(undoable);
    },
  },
  "daily.insertFormula": {
    start: "card",
    meets: accounts,
    begin: async (card) => {
      // A cell below a table that nothing happens to.
      valueOf(await card.goTo({ sheet: "Criteria", row: 60 }));
      return ({ daily }) => daily.insertFormula("tier", "A1", { rows: 1 });
    },
  },
  "daily.insertWritten": {
    start: "card",
    meets: accounts,
    begin: async (card) => {
      valueOf(await card.goTo({ sheet: "Criteria", row: 60 }));
      const formula = { name: "SCORE", text: '=KAM.SCORE("A1")', rows: 1, columns: 1 };
      return ({ daily }) => daily.insertWritten(formula);
    },
  },
  "upkeep.previewRepair": {
    start: "damaged",
    meets: actions,
    readsOnly: true,
    begin:
      () =>
      ({ upkeep }) =>
        upkeep.previewRepair(),
  },
  "upkeep.repair": {
    start: "damaged",
    meets: actions,
    begin: async (card) => {
      const { findings } = valueOf(await card.upkeep.previewRepair());
      const choices = Object.fromEntries(findings.map(({ id, options }) => [id, options[0]?.id ?? "leave"]));
      return ({ upkeep }) => upkeep.repair(choices);
    },
  },
  "upkeep.previewRemoval": {
    start: "card",
    meets: accounts,
    readsOnly: true,
    begin:
      () =>
      ({ upkeep }) =>
        upkeep.previewRemoval(false),
  },
  "upkeep.removeCard": {
    start: "card",
    meets: accounts,
    begin:
      () =>
      ({ upkeep }) =>
        upkeep.removeCard(false),
  },
  "upkeep.bringBackCard": {
    start: "card",
    meets: null,
    begin: async (card) => {
      valueOf(await card.upkeep.removeCard(false));
      return ({ upkeep }) => upkeep.bringBackCard();
    },
  },
  "upkeep.bringBackSample": {
    start: "sample",
    meets: accounts,
    begin: async (card) => {
      valueOf(await card.removeSample());
      return ({ upkeep }) => upkeep.bringBackSample();
    },
  },
  "imports.tables": {
    start: "card",
    meets: accounts,
    readsOnly: true,
    begin:
      () =>
      ({ imports }) =>
        imports.tables(),
  },
  "imports.source": {
    start: "card",
    meets: accounts,
    readsOnly: true,
    begin:
      () =>
      ({ imports }) =>
        imports.source({ kind: "table", table: "Lists" }),
  },
  "imports.preview": {
    start: "card",
    meets: accounts,
    readsOnly: true,
    begin: async () => {
      const job = await importJob();
      return ({ imports }) => imports.preview(job);
    },
  },
  "imports.run": { start: "card", meets: accounts, begin: importRun },
  "copies.preview": {
    start: "decided",
    meets: accounts,
    readsOnly: true,
    begin:
      () =>
      ({ copies }) =>
        copies.preview(),
  },
  "copies.open": {
    start: "decided",
    meets: accounts,
    readsOnly: true,
    begin:
      () =>
      ({ copies }) =>
        copies.open(),
  },
  "imports.undo": {
    start: "card",
    meets: accounts,
    begin: async (card) => {
      valueOf(await (await importRun(card))(card));
      return ({ imports }) => imports.undo();
    },
  },
};
