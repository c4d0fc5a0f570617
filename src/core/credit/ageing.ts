import type { Day, Money } from "../units";

export interface OpenItem {
  readonly due: Day;
  /** Negative for a credit note. */
  readonly open: Money;
}

export interface Ageing {
  /** Not due, then one band per edge, then beyond the last: edges + 1 figures. */
  readonly bands: readonly Money[];
  /** Days the oldest positive item is overdue; null if none is. */
  readonly oldest: number | null;
}

/** Open money by days overdue; `edges` ascend, the first is the last day that counts as not due. Credit notes stay in their band. */
export function ageingOf(items: readonly OpenItem[], asOf: Day, edges: readonly number[]): Ageing {
  const bands = new Array<Money>(edges.length + 1).fill(0);
  let oldest: number | null = null;
  for (const { due, open } of items) {
    const overdue = asOf - due;
    const band = edges.findIndex((edge) => overdue <= edge);
    const place = band < 0 ? edges.length : band;
    bands[place] = (bands[place] ?? 0) + open;
    if (open > 0 && overdue > (edges[0] ?? 0)) oldest = Math.max(oldest ?? 0, overdue);
  }
  return { bands, oldest };
}
