import { figuresAtHandSteps } from "../src/core/card-model";
import { stretch } from "../src/workbook/in-slices";
import { loadRecords } from "./load-records";
import { loadDay, type LoadSize } from "./load-rows";
import { median, sizeText, type Ratio } from "./side-by-side";

/** What holds a page up so that a person notices, in ms. */
const noticed = 200;

/** The longest time between two moments at which the work lets go of the thread, in ms. */
function longestStretch(size: LoadSize): number {
  const steps = figuresAtHandSteps(loadRecords(size), loadDay);
  let longest = 0;
  let since = performance.now();
  for (let done = false; !done;) {
    done = steps.next().done === true;
    const held = performance.now() - since;
    longest = Math.max(longest, held);
    if (held >= stretch) since = performance.now();
  }
  return longest;
}

/** How long computing every figure holds the pane's thread at most, as it does it: in slices. */
export function benchSlices(size: LoadSize, rounds: number): Ratio {
  longestStretch(size);
  const ours = median(Array.from({ length: rounds }, () => longestStretch(size)));
  return {
    id: "slices",
    what: `longest stretch the pane's thread is held while it computes ${sizeText(size)}, outside calls to the host`,
    against: "200 ms, from which on a person notices",
    limit: 1,
    ours,
    theirs: noticed,
    ratio: ours / noticed,
  };
}
