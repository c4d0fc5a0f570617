import type { BookSnapshot } from "../../../workbench/book/book-snapshot";
import type { BatchEntry } from "../../../workbench/host/host";
import type { Outcome } from "../../../src/workbook/outcome";
import { goBack, keep, type OfficeBench } from "../office-bench";
import { isKill, underOldName, type Fault, type Victim } from "./faults";
import { differences, linesOf } from "./normal-form";
import { saidBy, type Said } from "./said";
import type { Scenario } from "./scenarios";
import { Session } from "./session";
import type { StartName } from "./starts";

type Lines = readonly string[];
type Run = Awaited<ReturnType<Scenario["begin"]>>;

/** How a cell of the matrix ended; `wrong` says how it must not. */
export interface Ended {
  /**
   * `before`: the workbook is as it was. `after`: all is written. `after, again`: a second try, or Finish, completed
   * it. `after, unsaid`: all was written, though the answer was lost; a second try adds nothing.
   */
  readonly end: "before" | "after" | "after, again" | "after, unsaid" | "wrong";
  readonly said: string;
  readonly wrong?: readonly string[];
}

interface Undisturbed {
  readonly before: Lines;
  readonly after: Lines;
  /** Whether each round trip writes. */
  readonly trips: readonly boolean[];
  /** The pane says then that the figures are older than the tables. */
  readonly stale: boolean;
}

/** A cell that was run, to be judged. */
interface Judged {
  readonly scenario: Scenario;
  readonly fault: Fault;
  readonly victim: Victim;
  readonly run: Run;
  readonly said: Said;
}

/** Longer than any operation takes on these workbooks. */
const waitsMilliseconds = 25_000;

/** Runs operations with faults on one workbook after the other. */
export class Matrix {
  private now: BookSnapshot | null = null;
  private readonly usual = new Map<string, Undisturbed>();
  private lives = 10;

  constructor(
    private readonly bench: OfficeBench,
    private readonly starts: ReadonlyMap<StartName, BookSnapshot>,
  ) {}

  /** Round trips at which this fault can strike; one, -1, for what is so from the beginning. */
  async tripsOf(name: string, scenario: Scenario, fault: Fault): Promise<readonly number[]> {
    if (fault.needsTable && !scenario.meets) return [];
    if (fault.when === "before") return [-1];
    const { trips } = await this.undisturbed(name, scenario);
    const places = trips.map((_, place) => place);
    // An operation that only reads meets what hinders writing as well, and must not mind.
    return fault.when === "write" && trips.includes(true) ? places.filter((place) => trips[place]) : places;
  }

  async cell(name: string, scenario: Scenario, fault: Fault, trip: number): Promise<Ended> {
    const usual = await this.undisturbed(name, scenario);
    const { session, run } = await this.open(scenario);
    const victim: Victim = { host: this.bench.office.host, session, meets: scenario.meets };
    const outcome = await this.disturbed(victim, run, fault, trip);
    fault.off(victim);
    const next = outcome === null ? await this.wakeAgain() : session;
    const said = outcome === null ? { key: "-", nothing: false, complete: true } : saidBy(outcome);
    return this.judge(usual, { scenario, fault, victim: { ...victim, session: next }, run, said });
  }

  private async wakeAgain(): Promise<Session> {
    const session = new Session(this.bench, (this.lives += 1));
    await session.card.wake();
    return session;
  }

  private async open(scenario: Scenario): Promise<{ session: Session; run: Run }> {
    const start = this.starts.get(scenario.start);
    if (!start) throw new Error(`no start ${scenario.start}`);
    await goBack(this.bench, start, this.now ?? undefined);
    this.now = null;
    const session = new Session(this.bench, 7);
    await session.card.wake();
    return { session, run: await scenario.begin(session.card) };
  }

  private async undisturbed(name: string, scenario: Scenario): Promise<Undisturbed> {
    const known = this.usual.get(name);
    if (known) return known;
    const { session, run } = await this.open(scenario);
    const before = linesOf(await keep(this.bench));
    const trips: boolean[] = [];
    const stop = this.onTrip((entry) => trips.push(entry.writes.length > 0));
    const outcome = await run(session.card);
    stop();
    if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.issue)}`);
    const found = { before, after: linesOf(await keep(this.bench)), trips, stale: isStale(session) };
    this.usual.set(name, found);
    return found;
  }

  private onTrip(listener: (entry: BatchEntry) => void): () => void {
    return this.bench.office.host.onBatch((entry) => {
      if (entry.kind === "workbook") listener(entry);
    });
  }

  /** null: the runtime was killed. */
  private async disturbed(
    victim: Victim,
    run: Run,
    fault: Fault,
    trip: number,
  ): Promise<Outcome<unknown> | null> {
    const { session, host } = victim;
    if (fault.when === "before") {
      fault.on(victim);
      await session.look();
      return run(session.card);
    }
    let done = 0;
    let killed: (outcome: null) => void = () => undefined;
    const death = new Promise<null>((resolve) => (killed = resolve));
    const stop = this.onTrip(() => {
      done += 1;
      if (isKill(fault)) {
        if (done === trip + 1) void session.kill().then(() => killed(null));
        if (done === trip + 1) host.faults.dispatchError = 5001;
        return;
      }
      if (done === trip) fault.on(victim);
      else if (fault.when === "trip" && done === trip + 1) fault.off(victim);
    });
    if (trip === 0 && !isKill(fault)) fault.on(victim);
    // Where Excel waits for the end of an edit (`Excel.createWorkbook`), the person ends it.
    const patience = setTimeout(() => fault.off(victim), waitsMilliseconds);
    try {
      return await Promise.race([run(session.card), death]);
    } finally {
      clearTimeout(patience);
      stop();
      if (isKill(fault)) host.faults.dispatchError = null;
    }
  }

  private async look(victim: Victim): Promise<Lines> {
    this.now = await keep(this.bench);
    return underOldName(linesOf(this.now), victim);
  }

  /** What stands when the others had edited before the operation began. */
  private async editedFirst({ fault, scenario }: Judged): Promise<Lines> {
    const { session, run } = await this.open(scenario);
    const victim: Victim = { host: this.bench.office.host, session, meets: scenario.meets };
    fault.on(victim);
    await session.look();
    await run(session.card);
    fault.off(victim);
    return this.look(victim);
  }

  private async judge(usual: Undisturbed, cell: Judged): Promise<Ended> {
    const { fault, victim, said } = cell;
    const others = fault.othersEdit ? (victim.meets?.cell ?? null) : null;
    const same = (left: Lines, right: Lines) => differences(leftOut(left, others), leftOut(right, others));
    const first = await this.look(victim);
    const fromBefore = same(usual.before, first);
    const fromAfter = same(usual.after, first);
    const wrong = (why: string, lines: readonly string[]): Ended => ({
      end: "wrong",
      said: said.key,
      wrong: [why, ...lines.slice(0, 6)],
    });
    if (!said.complete) return wrong("it has no sentence", []);
    const older = said.key === "done" && isStale(victim.session) && !usual.stale;
    if (said.key === "done" && !(older && fromAfter.length > 0)) {
      if (fromAfter.length === 0) return { end: "after", said: said.key };
      const late = fault.othersEdit ? same(await this.editedFirst(cell), first) : fromAfter;
      return late.length === 0 ? { end: "after", said: said.key } : wrong("it says done", late);
    }
    if (fromBefore.length === 0) return { end: "before", said: said.key };
    if (said.nothing) return wrong("it says that nothing was written", fromBefore);
    const written = fromAfter.length === 0;
    if (!older) await this.again(cell);
    const { card } = victim.session;
    if (isStale(victim.session) && !usual.stale) await card.refresh();
    const last = same(usual.after, await this.look(victim));
    if (last.length > 0) return wrong("a second try does not complete it", last);
    return { end: written ? "after, unsaid" : "after, again", said: older ? "stale" : said.key };
  }

  /** What a person does next: what is pending is finished, else the same once more. */
  private async again({ victim, run, scenario }: Judged): Promise<void> {
    const { card } = victim.session;
    await victim.session.look();
    const review = card.state.kind === "ready" ? card.state.review : { kind: "none" as const };
    if (review.kind !== "none" && review.pending > 0 && !scenario.again) await card.finishPending();
    else await run(card);
  }
}

/** The pane offers to refresh. */
const isStale = ({ card: { state } }: Session): boolean => state.kind === "ready" && state.stale;

/** Without rows of others, and without what depends on how many rows there are. */
const leftOut = (lines: Lines, cell: string | null): Lines =>
  cell === null ? lines : lines.filter((line) => !line.includes(`"${cell}"`) && !/\] at \d/.test(line));
