import type { LiveFigures } from "./live-figures";
import { notAvailable, type Problem } from "./problem";

/** What a bare call shows: nothing yet, the figures of an account, or a sentence. */
export type BareState =
  | { readonly kind: "pending" }
  | { readonly kind: "account"; readonly account: string }
  | { readonly kind: "problem"; readonly problem: Problem };

export interface BareCall {
  readonly functionId: string;
  /** The calling cell as Excel names it; missing where the host gives none. */
  readonly address: string | undefined;
  show(state: BareState): void;
}

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
      stream.say(useExplicit(stream.functionId));
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
      else stream.stop(row.kind === "blank" ? notAvailable("blankRow") : useExplicit(stream.functionId));
      await this.#checkSharing(stream.functionId, this.patience.rounds);
    } catch {
      // Not knowing the row, or who else shows this stream, is no ground for a figure.
      stream.stop(useExplicit(stream.functionId));
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

/** One call of one cell. */
class BareStream {
  readonly functionId: string;
  readonly cell: Cell | null;
  account: string | null = null;
  moved = false;
  ended = false;
  #stopped: Problem | null = null;

  constructor(private readonly call: BareCall) {
    this.functionId = call.functionId;
    this.cell = call.address === undefined ? null : parseCell(call.address);
  }

  /** Still to be resolved: nothing has ended it and no row has moved meanwhile. */
  get waits(): boolean {
    return !this.ended && this.#stopped === null;
  }

  /** For good: a moved row stays moved until the cell calls again. */
  stop(problem: Problem, moved = false): void {
    if (this.moved || this.ended) return;
    this.moved = moved;
    this.#stopped = problem;
    this.account = null;
    this.say(problem);
  }

  /** Shows what is known, unless another cell may be showing it, too. */
  tell(shared: boolean): void {
    if (!this.waits || this.account === null) return;
    if (shared) this.say(useExplicit(this.functionId));
    else this.show({ kind: "account", account: this.account });
  }

  say(problem: Problem): void {
    this.show({ kind: "problem", problem });
  }

  show(state: BareState): void {
    if (!this.ended) this.call.show(state);
  }
}

function useExplicit(functionId: string): Problem {
  return notAvailable("useExplicit", { function: functionId });
}

interface Cell {
  readonly address: string;
  readonly sheet: string;
  /** Sheet names of Excel know no case. */
  readonly sheetKey: string;
  readonly key: string;
}

/** `Sheet1!$B$5`, `'My sheet'!B5`; null for anything that names no single cell of a sheet. */
function parseCell(address: string): Cell | null {
  const match = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Za-z]{1,3})\$?(\d+)$/.exec(address.trim());
  const name = match?.[1]?.replaceAll("''", "'") ?? match?.[2];
  if (!match || name === undefined) return null;
  const sheetKey = name.toLowerCase();
  return { address, sheet: name, sheetKey, key: `${sheetKey}!${match[3]?.toUpperCase()}${match[4]}` };
}
