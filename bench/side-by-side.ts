/** Two ways to the same end, measured in turns in one run: a busy machine slows both, so their ratio holds. */
export interface Ratio {
  readonly id: string;
  readonly what: string;
  readonly against: string;
  /** Medians, in ms. */
  readonly ours: number;
  readonly theirs: number;
  readonly ratio: number;
  /** What the ratio is to stay under. */
  readonly limit: number;
}

type Work = () => unknown;

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

async function timed(work: Work): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

/** The first round warms both up and does not count. */
export async function sideBySide(
  named: Pick<Ratio, "id" | "what" | "against" | "limit">,
  rounds: number,
  ours: Work,
  theirs: Work,
): Promise<Ratio> {
  const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let round = 0; round <= rounds; round += 1) {
    const pair = { ours: await timed(ours), theirs: await timed(theirs) };
    if (round === 0 && rounds > 1) continue;
    times.ours.push(pair.ours);
    times.theirs.push(pair.theirs);
  }
  const [mine, other] = [median(times.ours), median(times.theirs)];
  return { ...named, ours: mine, theirs: other, ratio: mine / other };
}
