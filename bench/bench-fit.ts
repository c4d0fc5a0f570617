import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fitBg } from "../src/core/lifetime/bg-fit";
import { cdnowWeeks } from "../tests/fixtures/cdnow/cdnow";
import { median, type Ratio } from "./side-by-side";

interface Fitted {
  readonly milliseconds: number;
  readonly logLikelihood: number;
}

/** The same likelihood fitted by scipy; null where there is no Python with scipy. */
function fitByScipy(histories: ReturnType<typeof cdnowWeeks>, rounds: number): Fitted | null {
  const program = readFileSync(path.join(__dirname, "bench-fit.py"), "utf8");
  const input = JSON.stringify({ rounds, histories: histories.map(({ x, tx, T }) => [x, tx, T]) });
  const { status, stdout } = spawnSync("python3", ["-c", program], { input, encoding: "utf8" });
  if (status !== 0) return null;
  return JSON.parse(stdout);
}

/** Milliseconds of each fit. */
function timesOfOurs(histories: ReturnType<typeof cdnowWeeks>, rounds: number): number[] {
  return Array.from({ length: rounds }, () => {
    const since = performance.now();
    fitBg(histories);
    return performance.now() - since;
  });
}

/**
 * BGFIT on CDNOW against scipy, half of ours before it and half after; without scipy against what was recorded before.
 * Throws where the two find another likelihood.
 */
export function benchFit(rounds: number, recorded: Ratio | undefined): Ratio {
  const histories = cdnowWeeks();
  timesOfOurs(histories, 2);
  const before = timesOfOurs(histories, rounds);
  const scipy = fitByScipy(histories, rounds * 2);
  const ours = median([...before, ...timesOfOurs(histories, rounds)]);
  const found = fitBg(histories).logLikelihood ?? Number.NaN;
  if (scipy && !(Math.abs(found - scipy.logLikelihood) < 0.01))
    throw new Error(`scipy finds a log-likelihood of ${scipy.logLikelihood}, we find ${found}`);
  const theirs = scipy?.milliseconds ?? recorded?.ours ?? ours;
  return {
    id: "bgfit",
    what: "BGFIT of CDNOW's 2,357 customers, from three starts and once without drop-out",
    against: scipy ? "scipy's L-BFGS-B on the same likelihood, from one start" : "what was recorded before",
    limit: 3,
    ours,
    theirs,
    ratio: ours / theirs,
  };
}
