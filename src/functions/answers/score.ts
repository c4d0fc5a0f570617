import { choiceOf } from "../choices";
import type { Answer } from "../live-calls";
import { notAvailable } from "../problem";

/** SCORE: 0–100 on an axis; too little data is an error, never a low score. */
export const scoreOf =
  (axis: unknown): Answer<number> =>
  (figures) => {
    const chosen = choiceOf(axis, "axis", ["economic", "strategic"]);
    const { score } = figures[chosen];
    if (score !== null) return score;
    const never = chosen === "economic" && (figures.group ?? figures).metrics.lastPurchase === null;
    throw notAvailable(never ? "neverBought" : "tooLittleForScore");
  };
