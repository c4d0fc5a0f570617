import type { Write } from "../src/workbook/workbook-gateway";
import { loadWorkbook, valueOf, type LoadedWorkbook } from "./load-workbook";
import { loadDay, type LoadSize } from "./load-rows";
import { sideBySide, type Ratio } from "./side-by-side";

type Gateway = LoadedWorkbook["office"]["gateway"];

/** What an operation asked of the port, call by call, to ask the same again without the operation. */
interface Heard {
  readonly calls: ((gateway: Gateway) => Promise<unknown>)[];
  readonly writes: Write[];
}

async function overhear(
  { office: { gateway } }: LoadedWorkbook,
  run: () => Promise<unknown>,
): Promise<Heard> {
  const heard: Heard = { calls: [], writes: [] };
  const read = gateway.read.bind(gateway);
  const write = gateway.write.bind(gateway);
  gateway.read = (reads, onRows) => {
    heard.calls.push((port) => port.read(reads));
    return read(reads, onRows);
  };
  gateway.write = (writes, verify) => {
    heard.writes.push(...writes);
    heard.calls.push((port) => port.write(writes, verify));
    return write(writes, verify);
  };
  try {
    await run();
  } finally {
    Object.assign(gateway, { read, write });
  }
  return heard;
}

/** Longer than the card waits after a change before it looks. */
const quietMilliseconds = 400;

/** A person changes an amount, and the card hears of it: the purchases are to be read anew. */
async function typePurchase({ office, card }: LoadedWorkbook, amount: number): Promise<void> {
  const table = office.book.table("Purchases");
  if (!table) throw new Error("no purchases");
  const column = table.columns.findIndex(({ name }) => name === "Amount");
  const cell = { row: table.body.row, column: table.body.column + column, rows: 1, columns: 1 };
  const heard = new Promise<void>((resolve) => {
    const stop = card.onChange(() => {
      stop();
      resolve();
    });
  });
  office.book.batch("user", () => table.sheet.enter(cell, [[amount]]));
  await heard;
}

const sizeText = ({ accounts, purchases }: LoadSize): string =>
  `${accounts.toLocaleString("en")} accounts and ${purchases.toLocaleString("en")} purchases`;

/**
 * Refresh on another day after a purchase was typed, so that every table is read and figures of most accounts differ,
 * against reading and writing the same cells and nothing else.
 */
export async function benchRefresh(size: LoadSize, rounds: number): Promise<Ratio> {
  const workbook = await loadWorkbook(size);
  const { card, desk, office } = workbook;
  valueOf(await card.refresh());
  let day = loadDay;
  const prepare = async () => {
    day += 45;
    desk.setToday(day);
    await typePurchase(workbook, day);
  };
  const refresh = async () => void valueOf(await card.refresh());
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve, quietMilliseconds));
    await card.wake();
  };
  await prepare();
  const { calls } = await overhear(workbook, refresh);
  await settle();
  const ratio = await sideBySide(
    {
      id: "refresh",
      what: `refresh of ${sizeText(size)} through office.js, after an edit in the purchases`,
      against: "the bare calls that read and write the same cells",
      limit: 1.5,
    },
    rounds,
    {
      prepare,
      ours: refresh,
      settle,
      theirs: async () => {
        for (const call of calls) await call(office.gateway);
      },
    },
  );
  await office.close();
  return ratio;
}

/** Overview and three review sheets, generated again each time, against painting the same sheets from plans. */
export async function benchReviews(size: LoadSize, rounds: number): Promise<Ratio> {
  const workbook = await loadWorkbook(size);
  const { card, office } = workbook;
  const generate = async () => void valueOf(await card.generateReview());
  const { writes } = await overhear(workbook, generate);
  const plans = writes.flatMap((write) => (write.kind === "paint-sheet" ? [write.plan] : []));
  const copies = plans.map((plan) => ({ ...plan, name: `${plan.name.slice(0, 24)} (copy)` }));
  const ratio = await sideBySide(
    {
      id: "reviews",
      what: `overview and three review sheets for ${size.accounts.toLocaleString("en")} accounts`,
      against: "the bare calls that write the same cells and formats, and take the sheets before them away",
      limit: 2,
    },
    rounds,
    {
      ours: generate,
      theirs: async () => {
        for (const plan of copies) await office.gateway.write([{ kind: "paint-sheet", plan }], []);
        await office.gateway.write(
          copies.map(({ name }) => ({ kind: "delete-sheet", sheet: name })),
          [],
        );
      },
    },
  );
  await office.close();
  return ratio;
}
