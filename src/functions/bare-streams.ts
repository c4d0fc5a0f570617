import type { LiveFigures } from "./live-figures";
import { BareStream, explicitForm, type BareCall } from "./bare-stream";
import { parseCell } from "./cell-address";
import { notAvailable } from "./problem";

export interface Patience {
  /** Lets events that are under way arrive before an answer is believed. */
  settle(): Promise<void>;
  /** How often a cell without a stream of its own is waited for before streams are taken to be shared. */
  readonly rounds: number;
}

interface SharingCheck {
  /** Rounds still asked for; −1 when nobody asks any more. */
  again: number;
  done: Promise<void>;
}

/**
 * Calls without an account (FN2). Each resolves its row once and remembers the account, never the row. As soon as a row
 * may have moved, or one stream may be feeding several cells, the cells say so instead of showing a figure: at no
 * moment may a cell show another account's value.
 */
export class BareStreams {
  readonly #streams = new Set<BareStream>();
  readonly #watchedSheets = new Map<string, () => void>();
  /** Ids of functions with a stream that may be feeding several cells. */
  readonly #shared = new Set<string>();
  readonly #checks = new Map<string, SharingCheck>();
  #stopWatchingCells: (() => void) | null = null;

  constructor(
    private readonly port: LiveFigures,
    private readonly patience: Patience,
  ) {}

  /** Starts a call; the answer is how to end it. `show` is called from now on, at least once. */
  open(call: BareCall): () => void {
    const stream = new BareStream(call);
    if (stream.cell === null) {
      stream.say(explicitForm(stream.functionId));
      return () => undefined;
    }
    this.#streams.add(stream);
    this.#watch(stream.cell.sheet);
    stream.show({ kind: "pending" });
    void this.#resolve(stream, stream.cell.address);
    return () => this.#close(stream);
  }

  /** Forgets all calls and listens no longer. */
  dispose(): void {
    for (const stream of this.#streams) stream.ended = true;
    this.#streams.clear();
    for (const stop of this.#watchedSheets.values()) stop();
    this.#watchedSheets.clear();
    this.#stopWatchingCells?.();
    this.#stopWatchingCells = null;
  }

  async #resolve(stream: BareStream, address: string): Promise<void> {
    try {
      const row = await this.port.accountOfRow(address);
      await this.patience.settle();
      if (!stream.waits) return;
      if (row.kind === "account") stream.account = row.account;
      else stream.stop(row.kind === "blank" ? notAvailable("blankRow") : explicitForm(stream.functionId));
      await this.#checkSharing(stream.functionId, this.patience.rounds);
    } catch {
      // Not knowing the row, or who else shows this stream, is no ground for a figure.
      stream.stop(explicitForm(stream.functionId));
    }
  }

  /**
   * Every cell with a bare call must have a stream of its own at its own address. One that has none is fed by somebody
   * else's: then no bare stream of the function may show a figure. Newly written cells get a few rounds to call. Calls
   * that come together, as after a fill-down, share one check.
   */
  async #checkSharing(functionId: string, rounds: number): Promise<void> {
    const running = this.#checks.get(functionId);
    if (running) {
      running.again = Math.max(running.again, rounds);
      return running.done;
    }
    const check: SharingCheck = { again: rounds, done: Promise.resolve() };
    this.#checks.set(functionId, check);
    check.done = this.#runCheck(functionId, check).finally(() => this.#checks.delete(functionId));
    return check.done;
  }

  async #runCheck(functionId: string, check: SharingCheck): Promise<void> {
    while (check.again >= 0) {
      const rounds = check.again;
      check.again = -1;
      const orphans = this.#orphans(functionId, await this.port.bareCells(functionId));
      if (orphans > 0 && rounds > 0) {
        await this.patience.settle();
        check.again = Math.max(check.again, rounds - 1);
        continue;
      }
      if (orphans > 0) this.#shared.add(functionId);
      else this.#shared.delete(functionId);
      this.#showAll(functionId);
    }
  }

  #orphans(functionId: string, cells: readonly string[]): number {
    const streams = [...this.#streams].filter((stream) => stream.functionId === functionId);
    const owned = new Set(streams.filter((stream) => !stream.moved).map((stream) => stream.cell?.key));
    // Cells of a sheet whose rows moved have lost their streams for now; their cells already say so.
    const moved = new Set(streams.filter((stream) => stream.moved).map((stream) => stream.cell?.sheetKey));
    return cells
      .map(parseCell)
      .filter((cell) => cell !== null)
      .filter((cell) => !owned.has(cell.key) && !moved.has(cell.sheetKey)).length;
  }

  #showAll(functionId: string): void {
    for (const stream of this.#streams) {
      if (stream.functionId === functionId) stream.tell(this.#shared.has(functionId));
    }
  }

  #watch(sheet: string): void {
    if (!this.#watchedSheets.has(sheet)) {
      const stop = this.port.onRowsMoved(sheet, () => this.#rowsMoved(sheet));
      this.#watchedSheets.set(sheet, stop);
    }
    this.#stopWatchingCells ??= this.port.onBareCells(() => this.#cellsChanged());
  }

  #rowsMoved(sheet: string): void {
    for (const stream of this.#streams) {
      if (stream.cell?.sheet === sheet) stream.stop(notAvailable("rowMoved"), true);
    }
  }

  /** Without patience: a cell that already shows a shared value must not show it a moment longer. */
  #cellsChanged(): void {
    for (const functionId of new Set([...this.#streams].map((stream) => stream.functionId))) {
      this.#checkSharing(functionId, 0).catch(() => {
        this.#shared.add(functionId);
        this.#showAll(functionId);
      });
    }
  }

  #close(stream: BareStream): void {
    stream.ended = true;
    this.#streams.delete(stream);
    const sheet = stream.cell?.sheet;
    if (sheet === undefined || [...this.#streams].some((other) => other.cell?.sheet === sheet)) return;
    this.#watchedSheets.get(sheet)?.();
    this.#watchedSheets.delete(sheet);
  }
}
