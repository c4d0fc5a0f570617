/** Every custom function of the add-in, in the order of the help's index. */
import { agenda, complete, fresh, health, lastTouch, nextReview, silence } from "./answers/account-facts";
import { credit, nextVisit, score, tier, why } from "./answers/account-functions";
import { scores } from "./answers/scores";
import { tiers } from "./answers/tiers";
import { birthday, holidays, lunarDate, solarDate } from "./calendar/lunar";
import { card, cardText } from "./card/card";
import type { DeclaredFunction } from "./declare/declare";
import { bgFit, btyd, expected, pAlive } from "./lifetime/bg";
import { ggFit, ggSpend } from "./lifetime/gamma-gamma";
import { clv, clvProb } from "./lifetime/value";
import { checkId, dedupe, normName, version } from "./names/names";
import { ends } from "./portfolio/both-ends";
import { hhi, stress, topShare } from "./portfolio/concentration";
import { pareto } from "./portfolio/pareto";
import { averageProfit, churn, growth, renewal, repeat, retention } from "./portfolio/retention";
import { screen } from "./portfolio/screen";
import { classify, matrix, segment } from "./portfolio/segments";
import { timePlan } from "./portfolio/time-plan";
import { whatIf } from "./portfolio/what-if";
import { promoDependence } from "./purchases/promo-dependence";
import { rfm } from "./purchases/rfm";
import { whiteSpace } from "./purchases/white-space";
import { ageing, credits, creditUse, risk } from "./risk/credit";
import { signals, trend } from "./risk/signals";
import { csat, nps, satGap } from "./satisfaction/satisfaction";
import { coverage, onTime, sla } from "./service/service";

const ofTheCard: readonly DeclaredFunction[] = [
  ...[
    tier,
    score,
    why,
    health,
    credit,
    nextVisit,
    nextReview,
    lastTouch,
    silence,
    agenda,
    complete,
    fresh,
    card,
    cardText,
  ],
];

const portfolio: readonly DeclaredFunction[] = [
  ...[scores, tiers, whatIf, pareto, segment, ends, screen, matrix, classify, timePlan, promoDependence],
];

const lifetime: readonly DeclaredFunction[] = [
  ...[rfm, clv, btyd, bgFit, pAlive, expected, ggFit, ggSpend, clvProb],
];

const risks: readonly DeclaredFunction[] = [...[signals, trend, risk, credits, creditUse, ageing, stress]];

const measures: readonly DeclaredFunction[] = [
  ...[churn, retention, repeat, renewal, growth, averageProfit, hhi, topShare, whiteSpace],
  ...[nps, csat, satGap, sla, onTime, coverage],
];

const rest: readonly DeclaredFunction[] = [
  ...[birthday, lunarDate, solarDate, holidays, dedupe, normName, checkId, version],
];

/** Groups of the catalogue, in its order. */
export const libraryGroups = { card: ofTheCard, portfolio, lifetime, risks, measures, rest };

export const library: readonly DeclaredFunction[] = Object.values(libraryGroups).flat();
