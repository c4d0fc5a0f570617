import { buildCardModel } from "../../../src/core/card-model";
import type { CardRecords, Interaction } from "../../../src/core/records";
import type { Language } from "../../../src/core/units";
import type {
  ApplyReport,
  Card,
  CardState,
  LogDraft,
  LogReceipt,
  ReadyCard,
  ReviewPreview,
  ReviewState,
} from "../../../src/workbook/card";
import type { DailyVerbs } from "../../../src/workbook/daily-verbs";
import type { ImportVerbs } from "../../../src/workbook/import/import-verbs";
import type { Progress } from "../../../src/workbook/desk";
import type { Issue, Outcome } from "../../../src/workbook/outcome";
import type { NumberColumn, RuleVerbs, RuleVersion } from "../../../src/workbook/rule-verbs";
import type { CopySheet, CopyVerbs } from "../../../src/workbook/values-copy/copy-verbs";
import type { UpkeepVerbs } from "../../../src/workbook/upkeep-verbs";
import { fakeDailyVerbs } from "./fake-daily-verbs";
import { fakeImportVerbs, importAnswers } from "./fake-import-verbs";
import { FakeUpkeep } from "./fake-upkeep";
import { sampleRecords } from "./sample-records";

type Verb =
  | {
      [Name in keyof Card]: Card[Name] extends (...given: never[]) => Promise<unknown> ? Name : never;
    }[keyof Card]
  | `daily.${keyof DailyVerbs}`
  | `imports.${keyof ImportVerbs}`
  | `upkeep.${keyof UpkeepVerbs}`
  | `copies.${keyof CopyVerbs}`
  | "rules.versions";

/** A card without a workbook: real records and figures, and calls a test can hold up or let fail. */
export class FakeCard implements Card {
  state: CardState;
  readonly calls: { verb: Verb; given: readonly unknown[] }[] = [];
  preview: ReviewPreview = { cycle: "1998-05", toApply: [], stopped: [], undecided: 0, alreadyApplied: 0 };
  report: ApplyReport | null = null;
  written: ReviewState = { kind: "none" };
  cancelled = false;
  numberColumns: readonly NumberColumn[] = [];
  versions: readonly RuleVersion[] = [];
  readonly rules: RuleVerbs = {
    newCriterionId: () => `CRI-19980506-00000${(this.#drawn += 1)}`,
    numberColumns: () => this.numberColumns,
    versions: () => this.#answer("rules.versions", [], () => this.versions),
  };
  readonly importing = importAnswers();
  readonly imports: ImportVerbs = fakeImportVerbs(this.importing, (verb, given, done) =>
    this.#answer(`imports.${verb}`, given, done),
  );
  readonly upkeep = new FakeUpkeep((verb, given, done) => this.#answer(`upkeep.${verb}`, given, done));
  copy: readonly CopySheet[] = [
    { sheet: "Contacts", rows: 91, leftOut: ["Phone", "E-mail"] },
    { sheet: "Actions", rows: 0, leftOut: [] },
  ];
  readonly copies: CopyVerbs = {
    preview: () => this.#answer("copies.preview", [], () => this.copy),
    open: () => this.#answer("copies.open", [], () => this.copy),
  };
  readonly daily: DailyVerbs = fakeDailyVerbs({
    records: () => this.#ready().records,
    asOf: () => this.#ready().model.asOf,
    become: (records) => this.#rebuild(records),
    answer: (verb, given, done) => this.#answer(`daily.${verb}`, given, done),
  });
  #issues = new Map<Verb, Issue[]>();
  #held = new Map<Verb, Promise<void>>();
  #state = new Set<(state: CardState) => void>();
  #selection = new Set<(account: string | null) => void>();
  #progress = new Set<(progress: Progress | null) => void>();
  #drawn = 0;

  constructor(state: CardState) {
    this.state = state;
  }

  static ready(language: Language = "en", change: Partial<ReadyCard> = {}): FakeCard {
    return new FakeCard({ ...sampleCard(language), ...change });
  }

  /** The next calls of this verb end with these issues. */
  failNext(verb: Verb, ...issues: Issue[]): void {
    this.#issues.set(verb, issues);
  }

  /** Calls of this verb wait until the returned function is called. */
  hold(verb: Verb): () => void {
    let release = (): void => undefined;
    this.#held.set(verb, new Promise((resolve) => (release = resolve)));
    return () => {
      this.#held.delete(verb);
      release();
    };
  }

  become(state: CardState): void {
    this.state = state;
    for (const listener of this.#state) listener(state);
  }

  select(account: string | null): void {
    for (const listener of this.#selection) listener(account);
  }

  progress(progress: Progress | null): void {
    for (const listener of this.#progress) listener(progress);
  }

  callsOf(verb: Verb): readonly (readonly unknown[])[] {
    return this.calls.filter((call) => call.verb === verb).map(({ given }) => given);
  }

  subscribe(listener: (state: CardState) => void): () => void {
    this.#state.add(listener);
    return () => this.#state.delete(listener);
  }

  onSelection(listener: (account: string | null) => void): () => void {
    this.#selection.add(listener);
    return () => this.#selection.delete(listener);
  }

  onProgress(listener: (progress: Progress | null) => void): () => void {
    this.#progress.add(listener);
    return () => this.#progress.delete(listener);
  }

  cancel(): void {
    this.cancelled = true;
  }

  wake = (): Promise<void> => Promise.resolve();
  readWorkbook = (): Promise<void> => this.#answer("readWorkbook", [], () => undefined).then(() => undefined);
  selectedAccount = (): string | null => null;

  newLogDraft(account: string | null): LogDraft {
    this.#drawn += 1;
    return {
      ids: [`INT-19980506-00000${this.#drawn}`],
      accounts: account === null ? [] : [account],
      contacts: "",
      kind: "visit",
      channel: "in-person",
      date: this.#ready().model.asOf,
      content: "",
      result: "",
      usage: "",
      newNeeds: "",
      productsIntroduced: "",
      nextAction: "",
      nextDate: null,
    };
  }

  proposeNext: Card["proposeNext"] = (account, item) => {
    const { model } = this.#ready();
    const figures = model.accounts.get(account);
    if (!figures) return null;
    const { target } = figures[item];
    return { date: model.asOf + target, target, tier: figures.tierInForce };
  };

  log(draft: LogDraft): Promise<Outcome<LogReceipt>> {
    return this.#answer("log", [draft], () => {
      const { records } = this.#ready();
      const known = new Set(records.interactions.map(({ id }) => id));
      const added = draft.accounts.map((account, index): Interaction => {
        const { ids, date, kind, channel, contacts, content, result, usage } = draft;
        const { newNeeds, productsIntroduced, nextAction, nextDate } = draft;
        const said = { kind, channel, contacts, content, result, usage, newNeeds, productsIntroduced };
        return {
          ...said,
          nextAction,
          nextDate,
          id: ids[index] ?? "",
          account,
          at: date,
          completed: true,
          author: "Anne",
          source: "",
        };
      });
      const before = records.interactions.length;
      this.#rebuild({
        ...records,
        interactions: [...records.interactions, ...added.filter(({ id }) => !known.has(id))],
      });
      return {
        ids: draft.ids,
        sheet: "Interactions",
        rows: added.map((_, index) => before + 2 + index),
        nextVisit: draft.nextDate,
      };
    });
  }

  undoLog(ids: readonly string[]): Promise<Outcome<{ rows: number }>> {
    return this.#answer("undoLog", [ids], () => {
      const { records } = this.#ready();
      this.#rebuild({ ...records, interactions: records.interactions.filter(({ id }) => !ids.includes(id)) });
      return { rows: ids.length };
    });
  }

  setUp: Card["setUp"] = (choice) =>
    this.#answer("setUp", [choice], () => {
      const records = sampleRecords(choice.language);
      const blank = { ...records, accounts: [], contacts: [], purchases: [], interactions: [], actions: [] };
      this.become({ ...readyCard(choice.sample ? records : blank), language: choice.language });
      return { sheets: ["Accounts"] };
    });

  removeSample: Card["removeSample"] = () => this.#answer("removeSample", [], () => ({ rows: 3000 }));
  refresh: Card["refresh"] = (options) =>
    this.#answer("refresh", [options], () => {
      this.become({ ...this.#ready(), stale: false });
      return { accounts: this.#ready().model.order.length };
    });

  changeSettings: Card["changeSettings"] = (change) =>
    this.#answer("changeSettings", [change], () => {
      const { records } = this.#ready();
      this.#rebuild({ ...records, settings: { ...records.settings, ...change } });
    });

  changeCriteria: Card["changeCriteria"] = (change, shown) =>
    this.#answer("changeCriteria", [change, shown], () => {
      const { records } = this.#ready();
      const settings = {
        ...records.settings,
        ...change.settings,
        ruleVersion: records.settings.ruleVersion + 1,
      };
      this.#rebuild({ ...records, criteria: change.criteria, settings });
    });

  changeCadence: Card["changeCadence"] = (rules) =>
    this.#answer("changeCadence", [rules], () => this.#rebuild({ ...this.#ready().records, cadence: rules }));

  generateReview: Card["generateReview"] = () =>
    this.#answer("generateReview", [], () => {
      this.become({ ...this.#ready(), review: this.written });
      return { cycle: "1998-05", sheets: ["a", "b", "c"], kept: 0 };
    });

  previewReview: Card["previewReview"] = () => this.#answer("previewReview", [], () => this.preview);

  applyReview: Card["applyReview"] = () => this.#answer("applyReview", [], () => this.#applied());
  finishPending: Card["finishPending"] = () => this.#answer("finishPending", [], () => this.#applied());
  takeBackPending: Card["takeBackPending"] = () =>
    this.#answer("takeBackPending", [], () => {
      this.#review({ pending: 0 });
      return { rows: 4 };
    });

  goTo: Card["goTo"] = (place) => this.#answer("goTo", [place], () => undefined);
  showAccountRow: Card["showAccountRow"] = (account) =>
    this.#answer("showAccountRow", [account], () => undefined);

  #applied(): ApplyReport {
    if (!this.report) throw new Error("The test gave no report.");
    this.#review({ kind: "applied", pending: 0 });
    return this.report;
  }

  #review(change: Partial<Exclude<ReviewState, { kind: "none" }>>): void {
    const ready = this.#ready();
    if (ready.review.kind === "none") return;
    this.become({ ...ready, review: { ...ready.review, ...change } });
  }

  #ready(): ReadyCard {
    if (this.state.kind !== "ready") throw new Error("The card is not ready.");
    return this.state;
  }

  #rebuild(records: CardRecords): void {
    this.become({ ...this.#ready(), records, model: buildCardModel(records, 0) });
  }

  async #answer<T>(verb: Verb, given: readonly unknown[], done: () => T): Promise<Outcome<T>> {
    this.calls.push({ verb, given });
    await this.#held.get(verb);
    const issue = this.#issues.get(verb)?.shift();
    return issue ? { ok: false, issue } : { ok: true, value: done() };
  }
}

const made = new Map<Language, ReadyCard>();

/** The sample with its figures; made once per language, as nothing changes it. */
function sampleCard(language: Language): ReadyCard {
  const card = made.get(language) ?? readyCard(sampleRecords(language));
  made.set(language, card);
  return card;
}

function readyCard(records: CardRecords): ReadyCard {
  return {
    kind: "ready",
    language: records.settings.language,
    model: buildCardModel(records, 0),
    records,
    rowCounts: {
      accounts: records.accounts.length,
      contacts: records.contacts.length,
      purchases: records.purchases.length,
      interactions: records.interactions.length,
    },
    hasSample: true,
    ownAmongSample: 0,
    stale: false,
    unreadable: [],
    review: { kind: "none" },
  };
}
