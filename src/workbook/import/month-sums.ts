import { dateOf } from "../../core/calendar/days";
import type { Meaning } from "../codec/cell";
import type { Values } from "./read-row";

const summed = ["amount", "cost", "quantity"] as const;

interface Month {
  readonly account: string;
  readonly month: string;
  readonly row: number;
  day: number;
  readonly sums: Map<string, number>;
}

/** Purchases added up on the way in: one row per account and month (section 9). The newest day of the month is its date. */
export class MonthSums {
  private readonly months = new Map<string, Month>();

  add(account: string, values: Values, row: number): void {
    const day = Number(values.get("date"));
    const { year, month } = dateOf(day);
    const name = `${year}-${String(month).padStart(2, "0")}`;
    const key = `${account}\u001f${name}`;
    const known = this.months.get(key) ?? { account, month: name, row, day, sums: new Map<string, number>() };
    this.months.set(key, known);
    known.day = Math.max(known.day, day);
    for (const column of summed) {
      const value = values.get(column);
      if (typeof value === "number") known.sums.set(column, (known.sums.get(column) ?? 0) + value);
    }
  }

  /** Rows with keys of their own, so that a later file of the same months changes them instead of adding. */
  *rows(): Iterable<{ readonly id: string; readonly row: number; readonly values: Values }> {
    for (const { account, month, row, day, sums } of this.months.values()) {
      const values = new Map<string, Meaning>([
        ["account", account],
        ["date", day],
      ]);
      // Sums of cents in binary carry dust far behind the point.
      for (const [column, sum] of sums) values.set(column, Number(sum.toFixed(6)));
      yield { id: `MON-${month}-${account}`, row, values };
    }
  }
}
