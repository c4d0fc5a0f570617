/** Every custom function of the add-in, in the order of the help's index. */
import { nextVisit, score, tier, why } from "./answers/account-functions";
import { scores } from "./answers/scores";
import { tiers } from "./answers/tiers";
import type { DeclaredFunction } from "./declare/declare";
import { bgFit, btyd, expected, pAlive } from "./lifetime/bg";
import { ggFit, ggSpend } from "./lifetime/gamma-gamma";
import { clv, clvProb } from "./lifetime/value";
import { ends } from "./portfolio/both-ends";
import { pareto } from "./portfolio/pareto";
import { screen } from "./portfolio/screen";
import { classify, matrix, segment } from "./portfolio/segments";
import { timePlan } from "./portfolio/time-plan";
import { whatIf } from "./portfolio/what-if";
import { promoDependence } from "./purchases/promo-dependence";
import { rfm } from "./purchases/rfm";

const ofTheCard: readonly DeclaredFunction[] = [tier, score, why, nextVisit];

const portfolio: readonly DeclaredFunction[] = [
  ...[scores, tiers, whatIf, pareto, segment, ends, screen, matrix, classify, timePlan, promoDependence],
];

const lifetime: readonly DeclaredFunction[] = [
  ...[rfm, clv, btyd, bgFit, pAlive, expected, ggFit, ggSpend, clvProb],
];

export const library: readonly DeclaredFunction[] = [...ofTheCard, ...portfolio, ...lifetime];
