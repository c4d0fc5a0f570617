import { churnSignals, type AccountSignals } from "../../core/signals/churn-signals";
import { trendOf } from "../../core/signals/trend";
import { purchaseDaysByAccount, type PurchaseDays } from "../../core/purchases/purchase-groups";
import { pureTable } from "../declare/declare";
import { date, dates, labels, number, numbers, numberTable, optional } from "../declare/parameters";
import { readPurchases } from "../declare/purchases";
import { inRowOrder, rowsOf, type Cell } from "../declare/rows";
import { rowIn } from "../portfolio/screen";
import { badInput, messageText, notAvailable, Problem } from "../problem";

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
    const byAccount = new Map<string, PurchaseDays>();
    let mostDays = 0;
    for (const account of purchaseDaysByAccount(purchases, asOf)) {
      byAccount.set(account.id, account);
      mostDays = Math.max(mostDays, account.days.length);
    }
    const room = new Float64Array(mostDays);
    const sentences = new Sentences();
    const rows = rowsOf({ id: accounts, now: csatNow, before: csatBefore }).map((row): Cell[] | Problem => {
      if (row instanceof Problem) return row;
      const { id } = row;
      if (id === null) return notAvailable("missingInRow");
      const problem = bad.get(id);
      if (problem) return problem;
      const found = churnSignals(byAccount.get(id) ?? null, row, asOf, window, room);
      const { frequency, amount, gap, satisfaction, silence, signals: fired } = found;
      const sentence = sentences.of(found);
      const changes = [frequency, amount, gap, satisfaction, silence].map((figure) => figure ?? "");
      return [id, ...changes, fired.length, sentence];
    });
    return inRowOrder(rows, columns.length, (readable) => readable);
  },
);

/** What the signals say in words; most accounts say the same. */
class Sentences {
  private readonly known = new Map<string, string>();

  of({ silence, signals }: AccountSignals): string {
    const keys = silence === null ? ["neverBought"] : signals.map((signal) => `signal.${signal}`);
    const said = this.known.get(keys.join()) ?? messageText(keys);
    this.known.set(keys.join(), said);
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
