import "../src/locales/every-text";
import "../tests/functions/custom-functions-global";
import type { DeclaredFunction } from "../src/functions/declare/declare";
import { btyd, expected, pAlive } from "../src/functions/lifetime/bg";
import { dedupe } from "../src/functions/names/names";
import { pareto } from "../src/functions/portfolio/pareto";
import { rfm } from "../src/functions/purchases/rfm";
import { signals } from "../src/functions/risk/signals";
import { loadRecords } from "./load-records";
import { loadDay, type LoadSize } from "./load-rows";
import { sideBySide, sizeText, type Ratio } from "./side-by-side";

type Column = readonly (readonly [string | number])[];

/** Purchases as Excel hands them to a function: each column a list of rows of one cell. */
interface Sheet {
  readonly ids: Column;
  readonly dates: Column;
  readonly amounts: Column;
  readonly accounts: Column;
}

type Call = (sheet: Sheet) => unknown;

function sheetOf(size: LoadSize): Sheet {
  const { accounts, purchases } = loadRecords(size);
  return {
    ids: purchases.map(({ account }) => [account]),
    dates: purchases.map(({ date }) => [date ?? ""]),
    amounts: purchases.map(({ amount }) => [amount ?? ""]),
    accounts: accounts.map(({ id }) => [id]),
  };
}

/** Through the binding, as Excel calls it; throws for anything but a table. */
function answerOf({ id, run }: DeclaredFunction, ...args: readonly unknown[]): readonly unknown[] {
  const answer = run(...args);
  if (!Array.isArray(answer) || answer.length < 2) throw new Error(`${id} has no answer`);
  return answer;
}

/** The least anybody does with these columns: one sum per account. */
function sumPerAccount({ ids, amounts }: Sheet): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (let row = 0; row < ids.length; row += 1) {
    const id = String(ids[row]?.[0]);
    sums.set(id, (sums.get(id) ?? 0) + Number(amounts[row]?.[0]));
  }
  return sums;
}

const calls: Readonly<Record<"RFM" | "PARETO" | "SIGNALS" | "BTYD", Call>> = {
  RFM: ({ ids, dates, amounts }) => answerOf(rfm, ids, dates, amounts, loadDay),
  PARETO: ({ ids, amounts }) => answerOf(pareto, amounts, ids),
  SIGNALS: ({ ids, dates, amounts, accounts }) => answerOf(signals, ids, dates, amounts, accounts, loadDay),
  BTYD: ({ ids, dates, amounts }) => answerOf(btyd, ids, dates, amounts, loadDay),
};
type Measured = keyof typeof calls;

/** PARETO answers a row for each amount it is given: what it ranks are the amounts, whoever they are of. */
const calledText = (name: Measured, size: LoadSize): string =>
  name === "PARETO"
    ? `PARETO of ${size.purchases.toLocaleString("en")} amounts, ties in order of their ids`
    : `${name} of ${sizeText(size)}`;

/** Purchases the pass is repeated over, so that what is measured of it is longer than noise. */
const passRows = 500_000;

const againstPass = (name: Measured, size: LoadSize, sheet: Sheet, rounds: number): Promise<Ratio> =>
  sideBySide(
    {
      id: `function-${name.toLowerCase()}`,
      what: calledText(name, size),
      against: "one pass that sums per account, on the same cells",
      limit: 6,
    },
    rounds,
    {
      ours: () => calls[name](sheet),
      theirs: () => sumPerAccount(sheet),
      turns: Math.ceil(passRows / size.purchases),
    },
  );

/** What a manager asks of the same purchases: which accounts bring most of it. */
function paretoOfAccounts(size: LoadSize, sheet: Sheet, rounds: number): Promise<Ratio> {
  const sums = [...sumPerAccount(sheet)];
  const [ids, amounts] = [sums.map(([id]) => [id]), sums.map(([, sum]) => [sum])];
  const what = `PARETO of the sums of ${sizeText(size)}`;
  return sideBySide(
    { id: "function-pareto-accounts", what, against: "one pass that sums per account", limit: 6 },
    rounds,
    { ours: () => answerOf(pareto, amounts, ids), theirs: () => sumPerAccount(sheet), turns: 5 },
  );
}

const tenfold = (name: Measured, size: LoadSize, large: Sheet, sheet: Sheet): Promise<Ratio> =>
  sideBySide(
    {
      id: `function-${name.toLowerCase()}-linear`,
      what: calledText(name, size),
      against: `the same for a tenth of the ${name === "PARETO" ? "amounts" : "purchases"}`,
      limit: 12,
    },
    2,
    { ours: () => calls[name](large), theirs: () => calls[name](sheet), turns: 3 },
  );

/** Some of the functions, against the pass alone. */
export async function benchSomeFunctions(
  names: readonly Measured[],
  size: LoadSize,
  rounds: number,
): Promise<readonly Ratio[]> {
  const sheet = sheetOf(size);
  const ratios: Ratio[] = [];
  for (const name of names) ratios.push(await againstPass(name, size, sheet, rounds));
  return ratios;
}

/**
 * All of them, also with ten times the purchases. Ten times as many rows of PARETO are more than Excel takes, so it is
 * compared with a tenth instead.
 */
async function benchPurchases(size: LoadSize, rounds: number): Promise<readonly Ratio[]> {
  const ratios = [...(await benchSomeFunctions(["RFM", "PARETO", "SIGNALS", "BTYD"], size, rounds))];
  const sheet = sheetOf(size);
  ratios.push(await paretoOfAccounts(size, sheet, rounds));
  const less = { ...size, purchases: size.purchases / 10 };
  ratios.push(await tenfold("PARETO", size, sheet, sheetOf(less)));
  const more = { ...size, purchases: size.purchases * 10 };
  const large = sheetOf(more);
  for (const name of ["RFM", "SIGNALS", "BTYD"] as const)
    ratios.push(await tenfold(name, more, large, sheet));
  return ratios;
}

/** Told, not limited. */
const reported = (
  id: string,
  what: string,
  rounds: number,
  ours: () => unknown,
  sheet: Sheet,
): Promise<Ratio> =>
  sideBySide(
    { id, what, against: "one pass that sums per account, on 100,000 purchases", limit: null },
    rounds,
    { ours, theirs: () => sumPerAccount(sheet), turns: 5 },
  );

const customers = 100_000;
/** As BGFIT gives them for CDNOW, in weeks. */
const fit = [[0.243, 4.414, 0.793, 2.426]];

const word = (seed: number): string => (Math.imul(seed + 1, 2_654_435_761) >>> 0).toString(36);

/** Names that have nothing in common, but for every hundredth, which is the one before it with a legal form. */
const companyName = (row: number): string =>
  row % 100 === 99 ? `${companyName(row - 1)} Ltd.` : `${word(row)} ${word(row * 7 + 3)}`;

async function benchReported(rounds: number): Promise<readonly Ratio[]> {
  const sheet = sheetOf({ accounts: 10_000, purchases: 100_000 });
  const column = (valueOf: (row: number) => number): Column =>
    Array.from({ length: customers }, (_, row) => [valueOf(row)]);
  const x = column((row) => row % 12);
  const tx = column((row) => (row % 12 === 0 ? 0 : 5 + (row % 29)));
  const T = column((row) => 35 + (row % 5));
  const forecast = () => [answerOf(pAlive, fit, x, tx, T), answerOf(expected, fit, 39, x, tx, T)];
  const names = sheet.accounts.map((_, row) => [companyName(row)]);
  const duplicates = () => answerOf(dedupe, sheet.accounts, names);
  const count = customers.toLocaleString("en");
  return [
    await reported("function-forecast", `PALIVE and EXPECTED of ${count} customers`, rounds, forecast, sheet),
    await reported("function-dedupe", "DEDUPE of 10,000 names", rounds, duplicates, sheet),
  ];
}

export async function benchFunctions(size: LoadSize, rounds: number): Promise<readonly Ratio[]> {
  return [...(await benchPurchases(size, rounds)), ...(await benchReported(Math.ceil(rounds / 2)))];
}
