import type { PurchaseMetrics } from "../figures";
import type { Day, Money, Ratio } from "../units";
import { monthsBack } from "./windows";

/** Purchase figures of all accounts, a column each, by place; NaN is missing. */
export class MetricColumns {
  readonly revenue12: Float64Array;
  readonly revenueBefore: Float64Array;
  readonly profit12: Float64Array;
  readonly purchaseDays12: Float64Array;
  readonly purchaseDays24: Float64Array;
  readonly months12: Float64Array;
  readonly breadth12: Float64Array;
  readonly firstPurchase: Float64Array;
  readonly lastPurchase: Float64Array;
  readonly daysSinceLast: Float64Array;
  readonly amount180: Float64Array;
  readonly amount180Before: Float64Array;
  readonly growth180: Float64Array;
  readonly amount90: Float64Array;
  readonly amount90Before: Float64Array;
  readonly days90: Float64Array;
  readonly days90Before: Float64Array;
  readonly medianInterval: Float64Array;
  /** The months of one account after those of the other. */
  readonly monthly: Float64Array;

  constructor(accounts: number) {
    this.revenue12 = new Float64Array(accounts);
    this.revenueBefore = new Float64Array(accounts);
    this.profit12 = new Float64Array(accounts);
    this.purchaseDays12 = new Float64Array(accounts);
    this.purchaseDays24 = new Float64Array(accounts);
    this.months12 = new Float64Array(accounts);
    this.breadth12 = new Float64Array(accounts);
    this.firstPurchase = new Float64Array(accounts);
    this.lastPurchase = new Float64Array(accounts);
    this.daysSinceLast = new Float64Array(accounts);
    this.amount180 = new Float64Array(accounts);
    this.amount180Before = new Float64Array(accounts);
    this.growth180 = new Float64Array(accounts);
    this.amount90 = new Float64Array(accounts);
    this.amount90Before = new Float64Array(accounts);
    this.days90 = new Float64Array(accounts);
    this.days90Before = new Float64Array(accounts);
    this.medianInterval = new Float64Array(accounts);
    this.monthly = new Float64Array(accounts * monthsBack);
  }

  /** The figures of the account at `place`, read from the columns when they are asked for. */
  at(place: number): PurchaseMetrics {
    return new MetricsAt(this, place);
  }
}

class MetricsAt implements PurchaseMetrics {
  constructor(
    private readonly columns: MetricColumns,
    private readonly place: number,
  ) {}

  get revenue12(): Money {
    return this.columns.revenue12[this.place] ?? 0;
  }
  get revenueBefore(): Money {
    return this.columns.revenueBefore[this.place] ?? 0;
  }
  get profit12(): Money | null {
    return known(this.columns.profit12[this.place]);
  }
  get purchaseDays12(): number {
    return this.columns.purchaseDays12[this.place] ?? 0;
  }
  get purchaseDays24(): number {
    return this.columns.purchaseDays24[this.place] ?? 0;
  }
  get months12(): number {
    return this.columns.months12[this.place] ?? 0;
  }
  get breadth12(): number {
    return this.columns.breadth12[this.place] ?? 0;
  }
  get firstPurchase(): Day | null {
    return known(this.columns.firstPurchase[this.place]);
  }
  get lastPurchase(): Day | null {
    return known(this.columns.lastPurchase[this.place]);
  }
  get daysSinceLast(): number | null {
    return known(this.columns.daysSinceLast[this.place]);
  }
  get amount180(): Money {
    return this.columns.amount180[this.place] ?? 0;
  }
  get amount180Before(): Money {
    return this.columns.amount180Before[this.place] ?? 0;
  }
  get growth180(): Ratio | null {
    return known(this.columns.growth180[this.place]);
  }
  get amount90(): Money {
    return this.columns.amount90[this.place] ?? 0;
  }
  get amount90Before(): Money {
    return this.columns.amount90Before[this.place] ?? 0;
  }
  get days90(): number {
    return this.columns.days90[this.place] ?? 0;
  }
  get days90Before(): number {
    return this.columns.days90Before[this.place] ?? 0;
  }
  get medianInterval(): number | null {
    return known(this.columns.medianInterval[this.place]);
  }
  get monthly(): readonly Money[] {
    const { monthly } = this.columns;
    const months: Money[] = [];
    for (let month = 0; month < monthsBack; month += 1)
      months.push(monthly[this.place * monthsBack + month] ?? 0);
    return months;
  }
}

function known(value = Number.NaN): number | null {
  return Number.isNaN(value) ? null : value;
}
