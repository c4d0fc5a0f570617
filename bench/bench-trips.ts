import type { BookSnapshot } from "../workbench/book/book-snapshot";
import { firstDecisions, generated, typeDecisions } from "../tests/office/decided-bench";
import type { OperationName } from "../tests/office/fault-matrix/operation-name";
import { scenarios } from "../tests/office/fault-matrix/scenarios";
import { Session } from "../tests/office/fault-matrix/session";
import { matrixStarts, startNames, type StartName } from "../tests/office/fault-matrix/starts";
import { goBack, keep, valueOf, type OfficeBench } from "../tests/office/office-bench";
import { fillWithLoad } from "./load-workbook";

/** What one operation asks of the workbook. */
interface Asked {
  /** Calls of the port: one request each, unless it carries more than a piece of 2 MB. */
  readonly calls: number;
  /** Requests to the host. */
  readonly trips: number;
}

export interface Trips {
  readonly operation: string;
  readonly few: Asked;
  readonly many: Asked;
}

type Starts = ReadonlyMap<StartName, BookSnapshot>;
/** All but the one that needs a blank cell to be selected, which a restored workbook does not promise. */
const operations = (Object.keys(scenarios) as OperationName[]).filter(
  (name) => name !== "daily.insertFormula",
);

const startOf = (starts: Starts, name: StartName): BookSnapshot => {
  const start = starts.get(name);
  if (!start) throw new Error(`no start ${name}`);
  return start;
};

/** The same workbooks with that many accounts more; those on the review sheets are decided on among all of them. */
async function loadedStarts(bench: OfficeBench, small: Starts, accounts: number): Promise<Starts> {
  const starts = new Map<StartName, BookSnapshot>();
  for (const name of startNames.filter((one) => one !== "decided")) {
    await goBack(bench, startOf(small, name));
    if (name !== "blank") await fillWithLoad(bench.office, { accounts, purchases: accounts * 2 });
    starts.set(name, await keep(bench));
  }
  await goBack(bench, startOf(starts, "card"));
  await generated(bench);
  await typeDecisions(bench, firstDecisions);
  starts.set("decided", await keep(bench));
  return starts;
}

/** Requests to the host while each operation of the card runs, undisturbed. */
async function tripsFrom(bench: OfficeBench, starts: Starts): Promise<ReadonlyMap<string, Asked>> {
  const { host } = bench.office;
  const trips = new Map<string, Asked>();
  for (const operation of operations) {
    const scenario = scenarios[operation];
    await goBack(bench, startOf(starts, scenario.start));
    const session = new Session(bench, 7);
    await session.card.wake();
    const run = await scenario.begin(session.card);
    const before = { calls: session.calls, trips: host.roundTrips() };
    valueOf(await run(session.card));
    trips.set(operation, {
      calls: session.calls - before.calls,
      trips: host.roundTrips() - before.trips,
    });
    await session.kill();
  }
  return trips;
}

/** Calls and round trips of every operation at two sizes; they are not to grow but for pieces of 2 MB. */
export async function benchTrips(few: number, many: number): Promise<readonly Trips[]> {
  const { bench, starts } = await matrixStarts();
  const small = await tripsFrom(bench, await loadedStarts(bench, starts, few));
  const large = await tripsFrom(bench, await loadedStarts(bench, starts, many));
  await bench.office.close();
  const none = { calls: Number.NaN, trips: Number.NaN };
  return operations.map((operation) => ({
    operation,
    few: small.get(operation) ?? none,
    many: large.get(operation) ?? none,
  }));
}
