import type { Write } from "../src/workbook/workbook-gateway";
import { loadWorkbook, valueOf, type LoadedWorkbook } from "./load-workbook";
import { loadDay, type LoadSize } from "./load-rows";
import { sideBySide, type Ratio } from "./side-by-side";

/** Keeps what an operation asks of the port, to ask the same again without the operation. */
function overhear({ office }: LoadedWorkbook) {
  const { gateway } = office;
  const heard: { reads: Parameters<typeof gateway.read>[0][]; writes: Write[][] } = { reads: [], writes: [] };
  const read = gateway.read.bind(gateway);
  const write = gateway.write.bind(gateway);
  gateway.read = (reads, onRows) => {
    heard.reads.push(reads);
    return read(reads, onRows);
  };
  gateway.write = (writes, verify) => {
    heard.writes.push([...writes]);
    heard.reads.push(verify);
    return write(writes, verify);
  };
  return {
    heard,
    stop: () => Object.assign(gateway, { read, write }),
  };
}

/** Refresh on another day, so that figures differ, against reading and writing the same cells and nothing else. */
export async function benchRefresh(size: LoadSize, rounds: number): Promise<Ratio> {
  const workbook = await loadWorkbook(size);
  const { card, desk, office } = workbook;
  valueOf(await card.refresh());
  let day = loadDay;
  const refresh = async () => {
    day += 45;
    desk.setToday(day);
    // Everything is read anew, as after an edit in every table.
    await card.wake();
    valueOf(await card.refresh());
  };
  const ear = overhear(workbook);
  await refresh();
  ear.stop();
  const { reads, writes } = ear.heard;
  const ratio = await sideBySide(
    {
      id: "refresh",
      what: `refresh of ${size.accounts.toLocaleString("en")} accounts and ${size.purchases.toLocaleString("en")} purchases through office.js`,
      against: "the bare calls that read and write the same cells",
      limit: 1.5,
    },
    rounds,
    refresh,
    async () => {
      for (const one of reads) if (one.length > 0) await office.gateway.read(one);
      for (const one of writes) await office.gateway.write(one, []);
    },
  );
  await office.close();
  return ratio;
}

/** Three review sheets against painting the same sheets from plans that are there already. */
export async function benchReviews(size: LoadSize): Promise<Ratio> {
  const workbook = await loadWorkbook(size);
  const { card, office } = workbook;
  valueOf(await card.refresh());
  const ear = overhear(workbook);
  const named = {
    id: "reviews",
    what: `three review sheets for ${size.accounts.toLocaleString("en")} accounts`,
    against: "the bare calls that write the same cells and formats",
    limit: 2,
  };
  const generate = async () => {
    valueOf(await card.generateReview());
    ear.stop();
  };
  const ratio = await sideBySide(named, 0, generate, async () => {
    const painted = ear.heard.writes.flat().filter((write) => write.kind === "paint-sheet");
    for (const { plan } of painted) {
      const name = `${plan.name.slice(0, 28)} 2`;
      await office.gateway.write([{ kind: "paint-sheet", plan: { ...plan, name } }], []);
    }
  });
  await office.close();
  return ratio;
}

export interface Trips {
  readonly operation: string;
  readonly few: number;
  readonly many: number;
}

async function tripsAt(accounts: number): Promise<readonly (readonly [string, number])[]> {
  const { office, card, desk } = await loadWorkbook({ accounts, purchases: accounts * 2 });
  const trips: [string, number][] = [];
  const count = async (operation: string, run: () => Promise<unknown>) => {
    const before = office.host.roundTrips();
    await run();
    trips.push([operation, office.host.roundTrips() - before]);
  };
  await count("refresh", async () => valueOf(await card.refresh()));
  await count("log", async () => {
    const draft = { ...card.newLogDraft("K000001"), content: "Asked for samples", date: desk.today() };
    valueOf(await card.log(draft));
  });
  await count("change a setting", async () => valueOf(await card.changeSettings({ tierBand: 3 })));
  await count("generate reviews", async () => valueOf(await card.generateReview()));
  await count("preview decisions", async () => valueOf(await card.previewReview()));
  await office.close();
  return trips;
}

/** Round trips of operations at two sizes; they are not to grow but for pieces of 2 MB. */
export async function benchTrips(few: number, many: number): Promise<readonly Trips[]> {
  const [small, large] = [await tripsAt(few), await tripsAt(many)];
  return small.map(([operation, trips], index) => ({
    operation,
    few: trips,
    many: large[index]?.[1] ?? Number.NaN,
  }));
}
