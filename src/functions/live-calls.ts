import type { AccountFigures, CardModel } from "../core/figures";
import type { Language } from "../core/units";
import type { BareState } from "./bare-stream";
import { BareStreams, type Patience } from "./bare-streams";
import { isErrorValue, single } from "./cells";
import { findAccount } from "./find-account";
import { liveFigures, liveFiguresExpected, onLiveFigures, type LiveFigures } from "./live-figures";
import { asProblem, cellError, notAvailable, workbookLanguage, type Problem } from "./problem";

/** What a live function answers for one account. Throws a problem for bad arguments or too little data. */
export type Answer<Result> = (figures: AccountFigures, model: CardModel, language: Language) => Result;

/** What a live function answers for the card as a whole. */
export type CardAnswer<Result> = (model: CardModel, language: Language) => Result;

type Invocation<Result> = CustomFunctions.StreamingInvocation<Result>;

/** Events of the host and calls of neighbouring cells come within a few tens of milliseconds of each other. */
const defaultPatience: Patience = {
  settle: () => new Promise((resolve) => setTimeout(resolve, 60)),
  rounds: 8,
};

/**
 * All running live calls. A call answers when the card is there, again whenever its figure changes, and never throws:
 * a streaming function that throws leaves its cell busy for ever.
 */
export class LiveCalls {
  readonly #running = new Set<LiveCall>();
  #figures: LiveFigures | null = null;
  #bare: BareStreams | null = null;
  #unsubscribe: (() => void) | null = null;

  constructor(private readonly patience: Patience = defaultPatience) {
    onLiveFigures(() => this.#connect());
    this.#connect();
  }

  /** Starts a stream; it ends when Excel cancels it. A blank or omitted account means the cell's own row. */
  start<Result>(
    functionId: string,
    account: unknown,
    invocation: Invocation<Result>,
    answer: Answer<Result>,
  ): void {
    const told = teller(invocation, (model: CardModel, named: string) =>
      answer(findAccount(model, named), model, workbookLanguage()),
    );
    this.#run(new LiveCall(functionId, accountIn(account), invocation.address, told), invocation);
  }

  /** Starts a stream about the card as a whole: no row, no account. */
  startForCard<Result>(invocation: Invocation<Result>, answer: CardAnswer<Result>): void {
    const told = teller(invocation, (model: CardModel) => answer(model, workbookLanguage()));
    this.#run(new LiveCall("", "", undefined, told), invocation);
  }

  #run<Result>(call: LiveCall, invocation: Invocation<Result>): void {
    this.#running.add(call);
    invocation.onCanceled = () => {
      call.end();
      this.#running.delete(call);
    };
    call.connect(this.#figures, this.#bare);
    call.update(this.#figures);
  }

  #connect(): void {
    const figures = liveFigures();
    if (figures !== this.#figures) {
      this.#unsubscribe?.();
      this.#bare?.dispose();
      this.#figures = figures;
      this.#bare = figures === null ? null : new BareStreams(figures, this.patience);
      this.#unsubscribe = figures?.subscribe(() => this.#updateAll()) ?? null;
      for (const call of this.#running) call.connect(this.#figures, this.#bare);
    }
    this.#updateAll();
  }

  #updateAll(): void {
    for (const call of this.#running) call.update(this.#figures);
  }
}

/**
 * null: no account was given. Only an omitted argument arrives as null; a blank cell comes as "" or 0, which name no
 * account. (Excel on the web hands blank cells over as null as well; those count as omitted there.)
 */
function accountIn(argument: unknown): string | null {
  const account = single(argument);
  if (account === null || account === undefined) return null;
  return isErrorValue(account) ? "" : String(account);
}

let calls: LiveCalls | null = null;

/** The calls of this page; made at the first one, as Excel may load the functions without ever asking them. */
export function callsOfThisRuntime(): LiveCalls {
  calls ??= new LiveCalls();
  return calls;
}

interface Teller {
  say(problem: Problem): void;
  answer(account: string, model: CardModel): void;
}

/** Hands results to Excel, each only once: every result may recalculate what depends on the cell. */
function teller<Result>(
  invocation: Invocation<Result>,
  answer: (model: CardModel, account: string) => Result,
): Teller {
  let last = "";
  const tell = (fingerprint: string, result: () => Result | CustomFunctions.Error): void => {
    if (fingerprint === last) return;
    last = fingerprint;
    invocation.setResult(result());
  };
  const say = (problem: Problem): void => {
    const { code, sentence, values } = problem;
    tell(JSON.stringify([workbookLanguage(), code, sentence, values]), () => cellError(problem));
  };
  return {
    say,
    answer(account, model) {
      try {
        const result = answer(model, account);
        tell(JSON.stringify({ result }), () => result);
      } catch (thrown) {
        say(asProblem(thrown));
      }
    },
  };
}

/** One cell's call: which account it is about, and what it last knew. */
class LiveCall {
  #bareState: BareState = { kind: "pending" };
  #closeBare: (() => void) | null = null;
  #figures: LiveFigures | null = null;
  #ended = false;

  constructor(
    private readonly functionId: string,
    private readonly named: string | null,
    private readonly address: string | undefined,
    private readonly teller: Teller,
  ) {}

  /** Bare calls resolve their row with the streams of the card that is there now. */
  connect(figures: LiveFigures | null, bare: BareStreams | null): void {
    this.#figures = figures;
    if (this.named !== null) return;
    this.#closeBare?.();
    this.#closeBare = null;
    this.#bareState = { kind: "pending" };
    if (bare === null) return;
    this.#closeBare = bare.open({
      functionId: this.functionId,
      address: this.address,
      show: (state) => {
        this.#bareState = state;
        this.update(this.#figures);
      },
    });
  }

  update(figures: LiveFigures | null): void {
    this.#figures = figures;
    if (this.#ended) return;
    try {
      this.#say(figures);
    } catch (thrown) {
      this.teller.say(asProblem(thrown));
    }
  }

  #say(figures: LiveFigures | null): void {
    if (figures === null || figures.state === "none") {
      if (!liveFiguresExpected()) this.teller.say(notAvailable("noCard"));
      return;
    }
    if (figures.state === "unread") return this.teller.say(notAvailable("unread"));
    const state: BareState = this.named === null ? this.#bareState : { kind: "account", account: this.named };
    if (state.kind === "problem") this.teller.say(state.problem);
    const model = figures.state === "ready" ? figures.model() : null;
    if (state.kind === "account" && model !== null) this.teller.answer(state.account, model);
  }

  end(): void {
    this.#ended = true;
    this.#closeBare?.();
  }
}
