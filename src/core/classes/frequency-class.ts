import type { FrequencyClass } from "../figures";
import { midRankFloors } from "../statistics/order-statistics";

/**
 * HIGH, MEDIUM or LOW by thirds (mid-rank), in the order of the input; equal values share a class. Without a purchase in
 * the window a value is NaN: LOW, and it does not move the thirds of the others.
 */
export function classesByThirds(values: Float64Array): FrequencyClass[] {
  // Missing ones are sorted to the end.
  const sorted = values.slice().sort();
  let known = sorted.length;
  while (known > 0 && Number.isNaN(sorted[known - 1])) known -= 1;
  const [, medium = Infinity, high = Infinity] = midRankFloors(sorted.subarray(0, known), 3);
  const classes = new Array<FrequencyClass>(values.length);
  for (let place = 0; place < classes.length; place += 1) {
    const value = values[place] ?? Number.NaN;
    classes[place] = value >= high ? "HIGH" : value >= medium ? "MEDIUM" : "LOW";
  }
  return classes;
}
