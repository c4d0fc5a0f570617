import { parseCell, type CellAddress } from "./cell-address";
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

/** One call of one cell. */
export class BareStream {
  readonly functionId: string;
  readonly cell: CellAddress | null;
  account: string | null = null;
  moved = false;
  ended = false;
  #stopped: Problem | null = null;

  constructor(private readonly call: BareCall) {
    this.functionId = call.functionId;
    this.cell = call.address ? parseCell(call.address) : null;
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
    if (shared) this.say(explicitForm(this.functionId));
    else this.show({ kind: "account", account: this.account });
  }

  say(problem: Problem): void {
    this.show({ kind: "problem", problem });
  }

  show(state: BareState): void {
    if (!this.ended) this.call.show(state);
  }
}

/** The sentence that shows the way out: naming the account. */
export function explicitForm(functionId: string): Problem {
  return notAvailable("useExplicit", { function: functionId });
}
