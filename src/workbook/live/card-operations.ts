import type { Desk } from "../desk";
import { done, failed, refusable } from "../operations/failure";
import { refreshFigures } from "../operations/refresh-figures";
import type { Issue, Outcome } from "../outcome";
import type { CardSnapshot } from "../read-card";
import type { ReviewGround } from "../review/review-ground";
import { severalCards } from "./card-issues";
import { CardReading } from "./card-reading";
import type { VerbGround } from "./live-daily-verbs";
import { operationDesk } from "./operation-desk";

/** How operations run on the card: one at a time, on what was read last; what they changed is read before they answer. */
export abstract class CardOperations extends CardReading {
  private cancelling = new AbortController();

  cancel(): void {
    this.cancelling.abort();
    this.stopFirstReading();
  }

  /** What verbs that stand in files of their own work with. */
  protected verbGround(card: VerbGround["card"]): VerbGround {
    return {
      card,
      model: () => this.model,
      snapshot: () => this.snapshot,
      run: (tables, run) =>
        this.withCard(async (desk, snapshot) => {
          const outcome = await run(desk, snapshot);
          this.tables.touch(...tables);
          // Tables may have been made, and after a failure nothing is taken for known.
          const isNew = [...tables, "audit" as const].some((id) => !snapshot.book.tables.has(id));
          if (tables.length > 0 && (isNew || !outcome.ok)) this.tables.distrust();
          return outcome;
        }),
    };
  }

  /** Runs an operation alone; what it changed is read and told before its outcome comes back. */
  protected operate<T>(run: (desk: Desk) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    return this.queue.run(async () => {
      this.cancelling = new AbortController();
      const desk = operationDesk(this.desk, this.cancelling.signal, (progress) => this.show(progress));
      try {
        return await refusable("action", async () => (await this.refusal()) ?? run(desk));
      } catch (error) {
        // It read the workbook for the first time, and that was stopped.
        if (this.state.kind === "unread") return failed("notRead");
        throw error;
      } finally {
        this.show(null);
        await this.look("touched");
      }
    });
  }

  /**
   * Nothing works on a workbook that was read in part. Two cards in one workbook are neither read nor written; looked at
   * anew, as one may be gone by now.
   */
  private async refusal(): Promise<{ ok: false; issue: Issue } | null> {
    if (this.state.kind === "unread") return { ok: false, issue: { code: "notRead", values: {} } };
    if (!this.snapshot || !severalCards(this.snapshot.book)) return null;
    this.tables.distrust();
    await this.tables.check();
    const issue = this.snapshot && severalCards(this.snapshot.book);
    return issue ? { ok: false, issue } : null;
  }

  protected withCard<T>(
    run: (desk: Desk, snapshot: CardSnapshot) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    return this.operate(async (desk) => {
      await this.seeIfWritable();
      if (!this.snapshot) await this.tables.check();
      return this.snapshot ? run(desk, this.snapshot) : failed("noCard");
    });
  }

  /** No event tells that a file that was read-only may be written now. */
  private async seeIfWritable(): Promise<void> {
    if (!this.survey?.readOnly) return;
    this.tables.distrust();
    await this.tables.check();
  }

  protected changing(
    run: (desk: Desk, snapshot: CardSnapshot) => Promise<Outcome<void>>,
  ): Promise<Outcome<void>> {
    return this.withCard(async (desk, snapshot) => {
      const outcome = await run(desk, snapshot);
      this.tables.touch("settings", "criteria", "cadence");
      // The trail may have been made; the next operation must find it.
      if (!snapshot.book.tables.has("audit")) this.tables.distrust();
      return outcome;
    });
  }

  protected reviewing<T>(run: (desk: Desk) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    return this.operate(async (desk) => {
      try {
        return await run(desk);
      } finally {
        this.tables.distrust();
        this.reviewIsOld = true;
      }
    });
  }

  protected async refreshNow(
    desk: Desk,
    clearFilters: boolean,
  ): Promise<Outcome<{ accounts: number; ground: ReviewGround }>> {
    await this.seeIfWritable();
    if (!this.snapshot) await this.tables.check();
    if (!this.snapshot) return failed("noCard");
    const reread = this.tables.takeSuspects();
    const outcome = await refreshFigures(desk, this.snapshot, { clearFilters, reread });
    if (!outcome.ok) {
      this.tables.touch("accounts", ...reread);
      return outcome;
    }
    const { accounts, snapshot } = outcome.value;
    this.tables.adopt(snapshot);
    await this.tellFigures();
    return this.model
      ? done({ accounts, ground: { book: snapshot.book, model: this.model } })
      : failed("noCard");
  }
}
