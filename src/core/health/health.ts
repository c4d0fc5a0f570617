import type { AccountFigures } from "../figures";
import type { Ratio, Score } from "../units";

type HealthBand = "green" | "yellow" | "red";

export interface Health {
  readonly score: Score;
  readonly band: HealthBand;
}

/** Weights of section 8; satisfaction (15) joins as soon as its table is read. */
const weights = { rhythm: 35, trend: 25, contact: 15, satisfaction: 15, promises: 10 } as const;
const totalWeight = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
const bankruptcyCap = 25;

/** How healthy the relation is, 0–100; parts without data are left out, null with less than half of the weight. */
export function healthOf(figures: AccountFigures): Health | null {
  const { metrics, silence, call, openWatch } = figures;
  const { medianInterval, daysSinceLast, growth180 } = metrics;
  const parts: readonly (readonly [number, Ratio | null])[] = [
    // 100 up to one usual interval since the last purchase, 0 at three.
    [
      weights.rhythm,
      medianInterval && daysSinceLast !== null
        ? falling(daysSinceLast, medianInterval, 3 * medianInterval)
        : null,
    ],
    [weights.trend, growth180 === null ? null : 1 - falling(growth180, -0.5, 0.25)],
    [weights.contact, silence === null ? null : falling(silence, call.target, 2 * call.maximum)],
    [weights.promises, figures.promisesKept],
  ];
  let [present, points] = [0, 0];
  for (const [weight, share] of parts) {
    if (share === null) continue;
    present += weight;
    points += 100 * weight * share;
  }
  if (present < totalWeight / 2) return null;
  const bankrupt = openWatch.some(({ kind }) => kind === "bankruptcy");
  const score = Math.min(points / present, bankrupt ? bankruptcyCap : 100);
  return { score, band: score <= 50 ? "red" : score <= 75 ? "yellow" : "green" };
}

/** 1 up to `from`, straight down to 0 at `to`. */
function falling(value: number, from: number, to: number): Ratio {
  if (to <= from) return value <= from ? 1 : 0;
  return Math.min(1, Math.max(0, (to - value) / (to - from)));
}
