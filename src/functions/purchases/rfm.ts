import { rfmTable } from "../../core/rfm/rfm-table";
import { pureTable } from "../declare/declare";
import { choice, date, dates, labels, number, numbers } from "../declare/parameters";
import { readPurchases } from "../declare/purchases";
import type { Cell } from "../declare/rows";
import { cellError, notAvailable } from "../problem";

const columns = ["id", "recency", "frequency", "monetary", "r", "f", "m", "code", "segment"];

export const rfm = pureTable(
  "RFM",
  {
    ids: labels,
    dates,
    amounts: numbers,
    asOf: date,
    bins: number(5, { from: 2, to: 100, whole: true }),
    months: number(24, { from: 0, whole: true }),
    ties: choice("ties", ["mid", "cut"]),
  },
  columns,
  ({ ids, dates: days, amounts, asOf, bins, months, ties }) => {
    const { purchases, bad } = readPurchases(ids, days, amounts);
    const rows = rfmTable(purchases, asOf, { bins, months, ties });
    if (rows.length === 0 && bad.size === 0) throw notAvailable("noPurchases");
    const answers = rows.map((row): Cell[] => [
      ...[row.id, row.recency, row.frequency, row.monetary],
      ...[row.r, row.f, row.m, row.code, row.segment],
    ]);
    for (const [id, problem] of bad) answers.push([id, ...columns.slice(1).map(() => cellError(problem))]);
    return answers;
  },
);
