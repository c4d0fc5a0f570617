/** The cells under the Pareto chart: one row a column, at most a hundred whatever the number of accounts. */
import type { CellInput } from "../workbook-gateway";
import { cutA, type RankedAccount } from "./overview-figures";

const mostColumns = 100;
/** Every tenth rank has a label: no host has to choose which ones fit. */
const labelled = 10;

export interface ParetoData {
  /** Label, rank, account, A, B, C, cumulative share, 80 %. */
  readonly rows: readonly (readonly CellInput[])[];
  /** Accounts in one column; their mean is its height. */
  readonly step: number;
  readonly highest: number;
}

export function paretoData(ranked: readonly RankedAccount[]): ParetoData {
  const step = Math.max(1, Math.ceil(ranked.length / mostColumns));
  const rows: CellInput[][] = [];
  let highest = 0;
  for (let from = 0; from < ranked.length; from += step) {
    const group = ranked.slice(from, from + step);
    const last = group.at(-1);
    if (!last) continue;
    const mean = group.reduce((sum, { pareto }) => sum + pareto.value, 0) / group.length;
    highest = Math.max(highest, mean);
    const rank = from + group.length;
    const place = rows.length + 1;
    const cell = (name: string): CellInput => (last.pareto.class === name ? mean : "");
    rows.push([
      place === 1 || place % labelled === 0 ? rank : "",
      rank,
      step === 1 ? last.figures.account.id : "",
      cell("A"),
      cell("B"),
      cell("C"),
      last.pareto.cumulative,
      cutA,
    ]);
  }
  return { rows, step, highest };
}
