import { live } from "../declare/declare";
import { creditAnswer } from "./credit";
import { nextVisitOf } from "./next-visit";
import { scoreOf } from "./score";
import { tierOf } from "./tier";
import { whyOf } from "./why";

export const tier = live("TIER", ["which"], false, tierOf);
export const score = live("SCORE", ["axis"], false, scoreOf);
export const why = live("WHY", ["axis", "headers"], true, whyOf);
export const credit = live("CREDIT", [], true, creditAnswer);
export const nextVisit = live("NEXTVISIT", ["item", "which"], false, nextVisitOf);
