import type { Day } from "../units";
import { edate } from "../calendar/days";

/** Months the model looks back. */
export const monthsBack = 24;

/** The windows of section 8, all relative to one as-of day. */
export class Windows {
  readonly asOf: Day;
  /** `edges[k]` = EDATE(as-of, −k); month k is `edges[k]` < day ≤ `edges[k − 1]`. */
  private readonly edges: readonly Day[];
  /** Month by age in whole days: asked for every purchase. */
  private readonly months: Uint8Array;

  constructor(asOf: Day) {
    this.asOf = asOf;
    this.edges = Array.from({ length: monthsBack + 1 }, (_, k) => edate(asOf, -k));
    const oldest = this.edges[monthsBack] ?? asOf;
    this.months = Uint8Array.from({ length: asOf - oldest + 1 }, (_, age) => this.search(asOf - age));
  }

  /** 1 … 24, counted back from the as-of day; 0 for a day after it, 25 for anything older. */
  monthOf(day: Day): number {
    const age = this.asOf - day;
    if (age < 0) return 0;
    return age < this.months.length ? (this.months[age] ?? 0) : monthsBack + 1;
  }

  private search(day: Day): number {
    let month = 0;
    for (const edge of this.edges) {
      if (day > edge) return month;
      month += 1;
    }
    return month;
  }

  /** The last n days: ages 0 to n − 1. */
  inLast(days: number, day: Day): boolean {
    const age = this.asOf - day;
    return age >= 0 && age < days;
  }

  /** The n days before the last n: ages n to 2n − 1. */
  inBefore(days: number, day: Day): boolean {
    const age = this.asOf - day;
    return age >= days && age < 2 * days;
  }

  /** Purchases reach back far enough for windows of `days` days to be whole. */
  hasHistory(days: number, oldest: Day | null): boolean {
    return oldest !== null && this.asOf - oldest >= days - 1;
  }
}
