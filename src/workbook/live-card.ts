import type { CadenceRule, CardSettings, Criterion } from "../core/records";
import type { Language } from "../core/units";
import type { Card, LogDraft, LogReceipt } from "./card";
import type { DailyVerbs } from "./daily-verbs";
import type { Desk } from "./desk";
import { BareCalls } from "./live/bare-calls";
import { blankDraft } from "./live/blank-draft";
import { cardParts } from "./live/card-parts";
import { CardOperations } from "./live/card-operations";
import { liveCopyVerbs } from "./live/live-copy-verbs";
import { LiveDailyVerbs } from "./live/live-daily-verbs";
import { LiveRuleVerbs } from "./live/live-rule-verbs";
import { loadPart } from "./load-part";
import { LiveImportVerbs } from "./live/live-import-verbs";
import { LiveUpkeep } from "./live/live-upkeep";
import { proposeNext } from "./live/propose-next";
import { done, failed, refusable } from "./operations/failure";
import type { Logged } from "./operations/log-interaction";
import { goTo, showAccountRow } from "./operations/show-place";
import type { Outcome } from "./outcome";
import { drawId } from "./row-ids";
import type { RuleVerbs, ShownRules } from "./rule-verbs";

/**
 * The card over a desk: reads what changed, computes once, tells everybody. It keeps nothing that is not in the
 * workbook, but for what the last entries looked like (undo), so losing it loses nothing.
 */
export class LiveCard extends CardOperations implements Card {
  readonly bareCalls = new BareCalls(this.desk.gateway);
  readonly rules: RuleVerbs = new LiveRuleVerbs(this.desk, this.verbGround(this));
  readonly daily: DailyVerbs = new LiveDailyVerbs(this.verbGround(this));
  readonly imports = new LiveImportVerbs({
    run: (run) => this.withCard(run),
    refresh: (desk) => this.refreshNow(desk, false),
    wrote: async (tables) => {
      this.tables.touch(...tables);
      // The trail may have been made; the next operation must find it.
      if (!this.snapshot?.book.tables.has("audit")) this.tables.distrust();
      await this.look("touched");
      return this.snapshot;
    },
  });
  readonly upkeep = new LiveUpkeep({
    look: (run) => this.operate(run),
    change: (run) => this.reviewing(run),
    refresh: (desk) =>
      refusable("action", async () => {
        this.tables.distrust();
        await this.tables.check();
        return this.refreshNow(desk, false);
      }),
  });
  readonly copies = liveCopyVerbs((run) => this.withCard(run));
  private readonly logged = new Map<string, Logged>();

  setUp(choice: { language: Language; sample: boolean }): Promise<Outcome<{ sheets: readonly string[] }>> {
    return this.operate(async (desk) => {
      const { setUpWorkbook } = await loadPart(cardParts.setUp);
      const outcome = await setUpWorkbook(desk, choice);
      this.tables.distrust();
      // A new card shows its figures in the sheets at once; should that fail, the pane says that they are older.
      if (outcome.ok) await refusable("action", () => this.refreshNow(desk, false));
      return outcome;
    });
  }

  removeSample(): Promise<Outcome<{ rows: number }>> {
    return this.withCard(async (desk, { book }) => {
      const { removeSample } = await loadPart(cardParts.removeSample);
      const outcome = await removeSample(desk, book, this.upkeep.keepSample);
      this.tables.distrust();
      return outcome;
    });
  }

  refresh(options: { clearFilters?: boolean } = {}): Promise<Outcome<{ accounts: number }>> {
    return this.operate(async (desk) => {
      const outcome = await this.refreshNow(desk, options.clearFilters ?? false);
      await this.bareCalls.reenter();
      return outcome.ok ? done({ accounts: outcome.value.accounts }) : outcome;
    });
  }

  newLogDraft(account: string | null): LogDraft {
    const taken = new Set(this.snapshot?.records.interactions.map((entry) => entry.id));
    const today = this.desk.today();
    const id = drawId("INT", today, () => this.desk.chance(), taken);
    const nextDate = account === null ? null : (this.proposeNext(account, "visit")?.date ?? null);
    return { ...blankDraft(id, account, this.model?.asOf ?? today), nextDate };
  }

  proposeNext(account: string, item: "visit" | "call"): ReturnType<Card["proposeNext"]> {
    const { model, snapshot } = this;
    return model && snapshot ? proposeNext(model, snapshot.records, account, item) : null;
  }

  log(draft: LogDraft): Promise<Outcome<LogReceipt>> {
    return this.withCard(async (desk, { book }) => {
      const { logInteraction } = await loadPart(cardParts.log);
      const asOf = Math.max(this.model?.asOf ?? 0, desk.today());
      const outcome = await logInteraction(desk, book, draft, asOf);
      this.tables.touch("interactions");
      if (!outcome.ok) {
        this.tables.distrust();
        return outcome;
      }
      const { ids, sheet, rows, made } = outcome.value;
      if (made) this.tables.learn(made);
      for (const id of ids) this.logged.set(id, outcome.value);
      await this.look("touched");
      const nextVisit = this.model?.accounts.get(draft.accounts[0] ?? "")?.visit.plan ?? null;
      return done({ ids, sheet, rows, nextVisit });
    });
  }

  undoLog(ids: readonly string[]): Promise<Outcome<{ rows: number }>> {
    return this.withCard(async (desk, { book }) => {
      const { undoLog } = await loadPart(cardParts.undoLog);
      const logged = this.logged.get(ids[0] ?? "");
      if (!logged) {
        const sheet = book.tables.get("interactions")?.facts.sheet ?? "";
        return failed("undoUnknown", { sheet });
      }
      const outcome = await undoLog(desk, book, logged);
      this.tables.touch("interactions");
      if (!outcome.ok) this.tables.distrust();
      return outcome;
    });
  }

  changeSettings(change: Partial<CardSettings>): Promise<Outcome<void>> {
    return this.changing(async (desk, { book, records }) => {
      const { changeSettings } = await loadPart(cardParts.settings);
      return changeSettings(desk, book, change, records.settings);
    });
  }

  changeCriteria(
    change: { criteria: readonly Criterion[]; settings: Partial<CardSettings> },
    shown?: ShownRules,
  ): Promise<Outcome<void>> {
    return this.changing(async (desk, { book, records }) => {
      const { changeCriteria } = await loadPart(cardParts.criteria);
      return changeCriteria(desk, book, change, shown ?? records);
    });
  }

  changeCadence(rules: readonly CadenceRule[]): Promise<Outcome<void>> {
    return this.changing(async (desk, { book, records }) => {
      const { changeCadence } = await loadPart(cardParts.cadence);
      return changeCadence(desk, book, rules, records.cadence);
    });
  }

  generateReview(): ReturnType<Card["generateReview"]> {
    return this.reviewing(async (desk) => {
      const { generateReview } = await loadPart(cardParts.generate);
      return generateReview(desk, {
        refreshed: async () => {
          const outcome = await this.refreshNow(desk, false);
          return outcome.ok ? done(outcome.value.ground) : outcome;
        },
      });
    });
  }

  previewReview(): ReturnType<Card["previewReview"]> {
    return this.operate(async (desk) => (await loadPart(cardParts.preview)).previewReview(desk));
  }

  applyReview(): ReturnType<Card["applyReview"]> {
    return this.reviewing(async (desk) => (await loadPart(cardParts.apply)).applyReview(desk));
  }

  finishPending(): ReturnType<Card["finishPending"]> {
    return this.reviewing(async (desk) => (await loadPart(cardParts.pending)).finishPending(desk));
  }

  takeBackPending(): ReturnType<Card["takeBackPending"]> {
    return this.reviewing(async (desk) => (await loadPart(cardParts.pending)).takeBackPending(desk));
  }

  goTo(place: { sheet: string; row: number; column?: number }): Promise<Outcome<void>> {
    return this.queue.run(() => goTo(this.desk, place));
  }

  showAccountRow(account: string): Promise<Outcome<void>> {
    return this.withCard((desk, { book }) => showAccountRow(desk, book, account));
  }
}

/** The card of the workbook on this desk. It starts with the first `wake`. */
export const createLiveCard = (desk: Desk): LiveCard => new LiveCard(desk);
