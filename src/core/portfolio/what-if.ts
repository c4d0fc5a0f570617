import { tierOfRows, type TierCode } from "../tier/tier-codes";
import type { Money } from "../units";

export interface WhatIfRow {
  readonly value: number | null;
  readonly amount: Money;
  /** The tier until now: it decides on which side of the band a row stands, and what counts as a move. */
  readonly current: TierCode | null;
}

export type WhatIfOutcome = "count" | "amount" | "moves";

/**
 * One row per cut, one column per band: how many rows would be IMPORTANT, their amount, or how many would get another
 * code than now. A row that is SPECIAL now stays watched.
 */
export function whatIfGrid(
  rows: readonly WhatIfRow[],
  cuts: readonly number[],
  bands: readonly number[],
  outcome: WhatIfOutcome,
): number[][] {
  const tierRows = rows.map(({ value, current }) => ({
    value,
    previous: current,
    watched: current === "SPECIAL",
  }));
  return cuts.map((cut) =>
    bands.map((band) => {
      const codes = tierOfRows(tierRows, "score", cut, band);
      return rows.reduce((total, row, index) => total + counted(row, codes[index] ?? "GENERAL", outcome), 0);
    }),
  );
}

function counted({ amount, current }: WhatIfRow, code: TierCode, outcome: WhatIfOutcome): number {
  if (outcome === "moves") return current !== null && current !== code ? 1 : 0;
  if (code !== "IMPORTANT") return 0;
  return outcome === "count" ? 1 : amount;
}
