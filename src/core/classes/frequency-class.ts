import type { FrequencyClass } from "../figures";
import { midRankBins } from "../statistics/order-statistics";

const classes: readonly FrequencyClass[] = ["LOW", "MEDIUM", "HIGH"];

/**
 * HIGH, MEDIUM or LOW by thirds (mid-rank), in the order of the input; equal values share a class. Without a purchase in
 * the window a value is null: LOW, and it does not move the thirds of the others.
 */
export function classesByThirds(values: readonly (number | null)[]): FrequencyClass[] {
  const bins = midRankBins(
    values.filter((value) => value !== null),
    classes.length,
  );
  let at = 0;
  return values.map((value) => {
    if (value === null) return "LOW";
    at += 1;
    return classes[(bins[at - 1] ?? 1) - 1] ?? "LOW";
  });
}
