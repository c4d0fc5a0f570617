/**
 * The custom functions of namespace KAM: thin bindings between Excel's arguments and the answers. Their texts are in
 * the locales; from here the metadata takes ids, parameter names, shapes and flags. The tool that reads this file sees
 * function declarations only, and no type that is imported.
 */
import { nextVisitOf } from "./answers/next-visit";
import { scoreOf } from "./answers/score";
import { scoresOf } from "./answers/scores";
import { tierOf } from "./answers/tier";
import { tiersOf } from "./answers/tiers";
import { whyOf } from "./answers/why";
import { callsOfThisRuntime } from "./live-calls";
import { answered } from "./problem";

/**
 * @customfunction TIER
 * @param [account]
 * @param [which]
 * @param invocation
 * @streaming
 * @requiresAddress
 */
export function tier(
  account: unknown,
  which: unknown,
  invocation: CustomFunctions.StreamingInvocation<string>,
): void {
  callsOfThisRuntime().start("TIER", account, invocation, tierOf(which));
}

/**
 * @customfunction SCORE
 * @param [account]
 * @param [axis]
 * @param invocation
 * @streaming
 * @requiresAddress
 */
export function score(
  account: unknown,
  axis: unknown,
  invocation: CustomFunctions.StreamingInvocation<number>,
): void {
  callsOfThisRuntime().start("SCORE", account, invocation, scoreOf(axis));
}

/**
 * @customfunction WHY
 * @param [account]
 * @param [axis]
 * @param [headers]
 * @param invocation
 * @streaming
 * @requiresAddress
 */
export function why(
  account: unknown,
  axis: unknown,
  headers: unknown,
  invocation: CustomFunctions.StreamingInvocation<unknown[][]>,
): void {
  callsOfThisRuntime().start("WHY", account, invocation, whyOf(axis, headers));
}

/**
 * @customfunction NEXTVISIT
 * @param [account]
 * @param [item]
 * @param [which]
 * @param invocation
 * @streaming
 * @requiresAddress
 */
export function nextvisit(
  account: unknown,
  item: unknown,
  which: unknown,
  invocation: CustomFunctions.StreamingInvocation<number>,
): void {
  callsOfThisRuntime().start("NEXTVISIT", account, invocation, nextVisitOf(item, which));
}

/**
 * @customfunction SCORES
 * @param metrics
 * @param weights
 * @param [directions]
 * @param [scale]
 * @param [bounds]
 * @param [missing]
 */
export function scores(
  metrics: unknown[][],
  weights: unknown[][],
  directions: unknown[][],
  scale: unknown,
  bounds: unknown[][],
  missing: unknown,
): unknown[][] {
  return answered(() => scoresOf({ metrics, weights, directions, scale, bounds, missing }));
}

/**
 * @customfunction TIERS
 * @param values
 * @param [watch]
 * @param [cut]
 * @param [mode]
 * @param [previous]
 * @param [band]
 */
export function tiers(
  values: unknown[][],
  watch: unknown[][],
  cut: unknown,
  mode: unknown,
  previous: unknown[][],
  band: unknown,
): unknown[][] {
  return answered(() => tiersOf({ values, watch, cut, mode, previous, band }));
}
