import type { LoadSize } from "./load-rows";

/** Two ways to the same end, measured in turns in one run: a busy machine slows both, so their ratio holds. */
export interface Ratio {
  readonly id: string;
  readonly what: string;
  readonly against: string;
  /** Medians, in ms. */
  readonly ours: number;
  readonly theirs: number;
  readonly ratio: number;
  /** What the ratio is to stay under; null where it is told only. */
  readonly limit: number | null;
}

type Work = () => unknown;

export const sizeText = ({ accounts, purchases }: LoadSize): string =>
  `${accounts.toLocaleString("en")} accounts × ${purchases.toLocaleString("en")} purchases`;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

/** Milliseconds of one turn. */
async function timed(work: Work, turns = 1): Promise<number> {
  const since = performance.now();
  for (let turn = 0; turn < turns; turn += 1) await work();
  return (performance.now() - since) / turns;
}

export interface Sides {
  readonly ours: Work;
  readonly theirs: Work;
  /** Before each turn of ours, and after it; neither is measured. */
  readonly prepare?: Work;
  readonly settle?: Work;
  /** How often theirs is done in a row, so that what is measured of it is longer than noise. */
  readonly turns?: number;
}

/** The first of several rounds warms both up and does not count. */
export async function sideBySide(
  named: Pick<Ratio, "id" | "what" | "against" | "limit">,
  rounds: number,
  { ours, theirs, prepare, settle, turns = 1 }: Sides,
): Promise<Ratio> {
  const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let round = 0; round <= rounds; round += 1) {
    await prepare?.();
    const mine = await timed(ours);
    await settle?.();
    const other = await timed(theirs, turns);
    if (round === 0 && rounds > 0) continue;
    times.ours.push(mine);
    times.theirs.push(other);
  }
  const [mine, other] = [median(times.ours), median(times.theirs)];
  return { ...named, ours: mine, theirs: other, ratio: mine / other };
}
