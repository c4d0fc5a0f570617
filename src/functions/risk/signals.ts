import { churnSignals, type AccountSignals } from "../../core/signals/churn-signals";
import { trendOf } from "../../core/signals/trend";
import { purchaseDaysByAccount } from "../../core/purchases/purchase-groups";
import { answerRows, rowProblems } from "../declare/columns";
import { pureTable } from "../declare/declare";
import {
  date,
  dates,
  labels,
  number,
  numbers,
  numberTable,
  optional,
  type Reading,
} from "../declare/parameters";
import { readPurchases } from "../declare/purchases";
import { inRowOrder, type Cell } from "../declare/rows";
import { rowIn } from "../portfolio/screen";
import { badInput, messageText, notAvailable } from "../problem";

const columns = [
  "id",
  "frequencyChange",
  "amountChange",
  "gap",
  "satisfactionChange",
  "silence",
  "signals",
  "text",
];

export const signals = pureTable(
  "SIGNALS",
  {
    ids: labels,
    dates,
    amounts: numbers,
    accounts: labels,
    asOf: date,
    csatNow: optional(numbers),
    csatBefore: optional(numbers),
    window: number(90, { from: 1, whole: true }),
  },
  columns,
  ({ ids, dates: days, amounts, accounts, asOf, csatNow, csatBefore, window }) => {
    const { purchases, bad } = readPurchases(ids, days, amounts);
    const problems = rowProblems({ accounts, csatNow, csatBefore });
    accounts.forEach((id, row) => {
      const problem = id === null ? notAvailable("missingInRow") : bad.get(String(id));
      if (problem && !problems.has(row)) problems.set(row, problem);
    });
    const bought = purchaseDaysByAccount(purchases, asOf);
    const room = new Float64Array(mostDays(bought.starts));
    const sentences = new Sentences();
    return answerRows(accounts.length, columns.length, problems, (_readable, row): Cell[] => {
      const id = String(accounts[row]);
      const csat = { now: figureIn(csatNow?.[row]), before: figureIn(csatBefore?.[row]) };
      const found = churnSignals(bought, bought.places.get(id), csat, asOf, window, room);
      const { frequency, amount, gap, satisfaction, silence, signals: fired } = found;
      return [
        ...[id, frequency ?? "", amount ?? "", gap ?? "", satisfaction ?? "", silence ?? ""],
        ...[fired.length, sentences.of(found)],
      ];
    });
  },
);

const figureIn = (cell: Reading<number> | undefined): number | null =>
  typeof cell === "number" ? cell : null;

/** Days of the account that has the most of them. */
function mostDays(starts: Uint32Array): number {
  let most = 0;
  for (let place = 1; place < starts.length; place += 1)
    most = Math.max(most, (starts[place] ?? 0) - (starts[place - 1] ?? 0));
  return most;
}

/** What the signals say in words; most accounts say the same. */
class Sentences {
  private readonly known = new Map<AccountSignals["signals"] | null, string>();

  of({ silence, signals: fired }: AccountSignals): string {
    const key = silence === null ? null : fired;
    const said =
      this.known.get(key) ??
      messageText(key === null ? ["neverBought"] : key.map((signal) => `signal.${signal}`));
    this.known.set(key, said);
    return said;
  }
}

/** One row of periods per account, at least four of them. */
export const trend = pureTable(
  "TREND",
  { amounts: numberTable },
  ["slope", "relativeSlope", "pValue"],
  ({ amounts }) => {
    if ((amounts[0]?.length ?? 0) < 4) throw badInput("fourPeriods");
    return inRowOrder(amounts.map(rowIn), 3, (readable) =>
      readable.map((row) => {
        const found = trendOf(row);
        return found === null ? notAvailable("fourFigures") : [found.slope, found.relative ?? "", found.p];
      }),
    );
  },
);
