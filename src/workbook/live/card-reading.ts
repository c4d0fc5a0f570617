import type { CardModel } from "../../core/figures";
import type { CardState, ReviewState } from "../card";
import type { Desk, Progress } from "../desk";
import type { CardSnapshot } from "../read-card";
import { markOf } from "../review/read-review-sheet";
import { surveyReview } from "../review/survey-review";
import { WorkbookError } from "../workbook-error";
import type { Selection, WorkbookChange, WorkbookSurvey } from "../workbook-gateway";
import { accountOfSelection } from "./account-in-row";
import { loadFigures } from "../figures-of";
import { cardState, emptyState, modelOf } from "./card-state";
import { CardTables } from "./card-tables";
import { SerialQueue } from "./serial-queue";

/** Typing comes in bursts. */
const quietMilliseconds = 250;
const selectionMilliseconds = 80;
/** A reading that the host refused (a cell is being edited) is tried again after these pauses. */
const retryMilliseconds = [250, 1_000, 3_000, 10_000];

/** Reads what changed, computes once, tells everybody. Keeps nothing that is not in the workbook. */
export class CardReading {
  state: CardState = { kind: "loading" };
  protected readonly tables: CardTables;
  protected readonly queue = new SerialQueue();
  protected model: CardModel | null = null;
  protected reviewIsOld = true;
  private readonly listeners = new Set<(state: CardState) => void>();
  private readonly selectionListeners = new Set<(account: string | null) => void>();
  private readonly progressListeners = new Set<(progress: Progress | null) => void>();
  private readonly changeListeners = new Set<(change: WorkbookChange) => void>();
  private review: ReviewState = { kind: "none" };
  private told: { snapshot: CardSnapshot; asOf: number; review: ReviewState } | null = null;
  private watching: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private selectionTimer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private firstReading = new AbortController();

  constructor(protected readonly desk: Desk) {
    // Later readings go with an operation, which tells its own progress.
    this.tables = new CardTables(
      desk,
      (progress) => {
        if (this.state.kind === "loading") this.show(progress);
      },
      () => this.firstReading.signal,
    );
  }

  /** Tables and records as they were read last; null where the workbook holds no card. */
  get snapshot(): CardSnapshot | null {
    return this.tables.snapshot;
  }

  /** Sheets and tables as they were seen last. */
  get survey(): WorkbookSurvey | null {
    return this.tables.survey;
  }

  subscribe(listener: (state: CardState) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  onSelection(listener: (account: string | null) => void): () => void {
    this.selectionListeners.add(listener);
    return () => this.selectionListeners.delete(listener);
  }

  onProgress(listener: (progress: Progress | null) => void): () => void {
    this.progressListeners.add(listener);
    return () => this.progressListeners.delete(listener);
  }

  /** Every change the workbook reports, before anything is read. */
  onChange(listener: (change: WorkbookChange) => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  async wake(): Promise<void> {
    await this.queue.run(async () => {
      if (this.review.kind !== "none") this.reviewIsOld = true;
      await this.look();
    });
  }

  async readWorkbook(): Promise<void> {
    if (this.state.kind !== "unread") return;
    this.tell({ kind: "loading" });
    await this.queue.run(async () => {
      this.firstReading = new AbortController();
      await this.look();
    });
  }

  /** Told at once; what is still on its way from the host is thrown away when it comes. */
  protected stopFirstReading(): void {
    if (this.state.kind !== "loading") return;
    this.firstReading.abort();
    this.show(null);
    this.tell({ kind: "unread" });
  }

  selectedAccount(selection: Selection): string | null {
    return this.model ? accountOfSelection(this.model, selection) : null;
  }

  /** Reads what may be old, or only what is known to have changed, and tells it. A host that refuses is asked again later; what is known stays. */
  protected async look(what: "all" | "touched" = "all"): Promise<void> {
    const { signal } = this.firstReading;
    if (signal.aborted) return;
    try {
      await Promise.all([this.watch(), loadFigures()]);
      await this.tables.check(what);
      const { snapshot, survey } = this.tables;
      const empty = !snapshot && survey ? await emptyState(this.desk.gateway, survey) : null;
      signal.throwIfAborted();
      if (empty) this.tell(empty);
      if (snapshot && this.reviewIsOld) await this.lookAtReview(snapshot);
      this.failures = 0;
      await this.tellFigures();
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof WorkbookError)) throw error;
      const pause = retryMilliseconds[this.failures];
      this.failures += 1;
      if (pause !== undefined) this.lookSoon(pause);
    }
  }

  private async lookAtReview({ book }: CardSnapshot): Promise<void> {
    const reviewed = book.tables.has("cycles");
    this.review = reviewed ? await surveyReview(this.desk.gateway, book) : { kind: "none" };
    this.reviewIsOld = false;
  }

  /** Computes and tells, if anything it depends on is another one than last time: a new day counts, too (WB12). */
  protected async tellFigures(): Promise<void> {
    const { snapshot } = this.tables;
    if (!snapshot) {
      this.model = null;
      this.told = null;
      return;
    }
    const today = this.desk.today();
    const asOf = snapshot.records.settings.asOf ?? today;
    const { told, review } = this;
    if (told?.snapshot === snapshot && told.asOf === asOf && told.review === review) return;
    const { signal } = this.firstReading;
    const same = told?.snapshot === snapshot && told.asOf === asOf;
    const model = same ? this.model : await modelOf(snapshot, today, signal);
    signal.throwIfAborted();
    this.model = model;
    this.told = { snapshot, asOf, review };
    this.tell(cardState(snapshot, this.model, review));
  }

  private tell(state: CardState): void {
    if (state.kind === "none") this.model = null;
    this.state = state;
    for (const listener of [...this.listeners]) listener(state);
  }

  protected show(progress: Progress | null): void {
    for (const listener of [...this.progressListeners]) listener(progress);
  }

  private watch(): Promise<void> {
    this.watching ??= this.desk.gateway
      .watch((change) => this.note(change))
      .then(
        () => undefined,
        (error: unknown) => {
          this.watching = null;
          throw error;
        },
      );
    return this.watching;
  }

  private note(change: WorkbookChange): void {
    for (const listener of [...this.changeListeners]) listener(change);
    if (change.kind === "selection") return this.followSelection();
    // Own writes are read back by the operation itself.
    if (change.source === "us") return;
    this.tables.note(change);
    if (this.isReviewSheet(change.sheet)) this.reviewIsOld = true;
    this.lookSoon(quietMilliseconds);
  }

  private isReviewSheet(id: string | null): boolean {
    const sheet = this.tables.survey?.sheets.find((one) => one.id === id);
    if (!sheet) return false;
    const { tables } = this.tables.snapshot?.book ?? {};
    return (
      markOf(sheet.names) !== null ||
      (["cycles", "reviews"] as const).some((table) => tables?.get(table)?.facts.sheet === sheet.name)
    );
  }

  private lookSoon(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.queue.run(() => this.look()), milliseconds);
  }

  private followSelection(): void {
    if (this.selectionListeners.size === 0) return;
    clearTimeout(this.selectionTimer);
    this.selectionTimer = setTimeout(() => void this.readSelection(), selectionMilliseconds);
  }

  private async readSelection(): Promise<void> {
    try {
      const account = this.selectedAccount(await this.desk.gateway.selection());
      for (const listener of [...this.selectionListeners]) listener(account);
    } catch (error) {
      // Nothing can be read while a cell is being edited; the next selection tells.
      if (!(error instanceof WorkbookError)) throw error;
    }
  }
}
