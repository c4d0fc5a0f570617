import type { FrequencyClass } from "../figures";
import { midRankBins } from "../statistics/order-statistics";

export interface ClassedValue {
  readonly account: string;
  readonly value: number;
  /** Without a purchase day in 12 months an account is LOW and does not move the thirds of the others. */
  readonly bought: boolean;
}

const classes: readonly FrequencyClass[] = ["LOW", "MEDIUM", "HIGH"];

/** HIGH, MEDIUM or LOW by thirds (mid-rank) over the accounts that bought; equal values share a class. */
export function classesByThirds(values: readonly ClassedValue[]): Map<string, FrequencyClass> {
  const bought = values.filter((entry) => entry.bought);
  const bins = midRankBins(
    bought.map(({ value }) => value),
    3,
  );
  const result = new Map<string, FrequencyClass>(values.map(({ account }) => [account, "LOW"]));
  bought.forEach(({ account }, index) => result.set(account, classes[(bins[index] ?? 1) - 1] ?? "LOW"));
  return result;
}
