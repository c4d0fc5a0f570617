import { isContact, isCall, restartsVisits } from "../../core/cadence/contact-kinds";
import { agendaOf } from "../../core/cadence/agenda";
import { freshnessOf } from "../../core/completeness/freshness";
import { healthOf } from "../../core/health/health";
import type { AccountFigures } from "../../core/figures";
import { textsFor } from "../../locales/cell-texts";
import { isErrorValue, optionalFlag, single } from "../cells";
import { choiceOf } from "../choices";
import { cellOfDay } from "../date-system";
import { headerRow, live, liveCard } from "../declare/declare";
import { number } from "../declare/parameters";
import type { Cell } from "../declare/rows";
import { badInput, notAvailable } from "../problem";

export const nextReview = live("NEXTREVIEW", [], false, () => (figures) => cellOfDay(figures.nextReview));

export const complete = live("COMPLETE", [], false, () => (figures) => figures.completeness.share);

export const fresh = live("FRESH", [], false, () => (figures, model) => freshnessOf(figures, model.asOf));

export const health = live("HEALTH", [], true, () => (figures, _model, language): Cell[][] => {
  const found = healthOf(figures);
  if (found === null) throw notAvailable("tooLittleForScore");
  return [[found.score, textsFor(language)(`functions:band.${found.band}`)]];
});

const touchKinds = ["any", "visit", "call", "mail", "message", "care"] as const;

/** The last completed contact of a kind, on or before the as-of day. */
function lastTouchOf(figures: AccountFigures, kind: unknown, asOf: number): number {
  const wanted = choiceOf(kind, "touch", touchKinds);
  const found = figures.interactions.find((entry) => {
    if (!isContact(entry) || entry.at > asOf) return false;
    if (wanted === "any") return true;
    if (wanted === "visit") return restartsVisits(entry);
    return wanted === "call" ? isCall(entry) : entry.kind === wanted;
  });
  if (!found) throw notAvailable("neverTouched");
  return Math.floor(found.at);
}

export const lastTouch = live(
  "LASTTOUCH",
  ["kind"],
  false,
  (kind) => (figures, model) => cellOfDay(lastTouchOf(figures, kind, model.asOf)),
);

export const silence = live(
  "SILENCE",
  ["kind"],
  false,
  (kind) => (figures, model) => model.asOf - lastTouchOf(figures, kind, model.asOf),
);

const agendaDays = number(14, { from: 0, to: 3_650, whole: true });

export const agenda = liveCard(
  "AGENDA",
  ["owner", "days", "headers"],
  (owner, days, headers) => (model, language) => {
    const name = single(owner);
    if (isErrorValue(name)) throw badInput("errorInArgument", { argument: "owner" });
    const period = agendaDays.read(days, "days");
    const entries = agendaOf(model, name === 0 ? "" : String(name ?? ""), period);
    if (entries.length === 0) throw notAvailable("nothingToDo", { days: period });
    const texts = textsFor(language);
    const rows = entries.map(({ day, figures, what, detail }): Cell[] => [
      ...[
        cellOfDay(day),
        figures.account.id,
        figures.account.name,
        texts(`functions:agenda.${what}`),
        detail,
      ],
    ]);
    const columns = ["date", "id", "name", "what", "detail"];
    return optionalFlag(headers, "headers", true) ? [headerRow(columns), ...rows] : rows;
  },
);
